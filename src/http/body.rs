//! The body of a request.

use core::fmt;
use std::string::ToString;
use std::vec::Vec;

use serde::Serialize;
use zeroize::Zeroizing;

use super::{Error, ErrorKind, Query};

/// Bytes to send; never printed, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(Zeroizing<Vec<u8>>);

impl Body {
    /// Bytes as they are.
    #[must_use]
    pub fn raw(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Compact JSON, characters beyond ASCII as they are.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when `value` cannot be JSON.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        serde_json::to_vec(value).map(Self::raw).map_err(|error| {
            Error::with_message(ErrorKind::InvalidInput, "the body cannot be JSON")
                .with_source(error.to_string())
        })
    }

    /// A form.
    #[must_use]
    pub fn form(fields: &Query) -> Self {
        Self::raw(fields.as_str().as_bytes().to_vec())
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}
