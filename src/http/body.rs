//! The body of a request.

use core::fmt;
use std::string::ToString;
use std::vec::Vec;

use serde::{Serialize, Serializer};
use serde_json::Value;
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

    /// Compact JSON whose members are in alphabetical order at every depth, as
    /// the maps of `serde_json` are or are not, as some crate of a build decides.
    ///
    /// # Errors
    ///
    /// As [`Self::json`].
    pub fn sorted_json(value: &Value) -> Result<Self, Error> {
        Self::json(&Sorted(value))
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

struct Sorted<'a>(&'a Value);

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(items) => serializer.collect_seq(items.iter().map(Sorted)),
            Value::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                members.sort_unstable_by_key(|(name, _)| *name);
                serializer.collect_map(
                    members
                        .into_iter()
                        .map(|(name, value)| (name, Sorted(value))),
                )
            }
            other => other.serialize(serializer),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}
