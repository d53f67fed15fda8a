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

    /// [`Self::sorted_json`] of an object.
    pub(super) fn sorted_members(members: Vec<(&str, &Value)>) -> Result<Self, Error> {
        Self::json(&SortedMembers::new(members))
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

    /// The bytes, for a library that keeps them; nobody wipes them any more.
    #[cfg(feature = "reqwest013")]
    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        core::mem::take(&mut *self.0)
    }
}

struct Sorted<'a>(&'a Value);

struct SortedMembers<'a>(Vec<(&'a str, &'a Value)>);

impl<'a> SortedMembers<'a> {
    fn new(mut members: Vec<(&'a str, &'a Value)>) -> Self {
        members.sort_unstable_by_key(|(name, _)| *name);
        Self(members)
    }
}

impl Serialize for Sorted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(items) => serializer.collect_seq(items.iter().map(Sorted)),
            Value::Object(members) => {
                let members = members.iter().map(|(name, value)| (name.as_str(), value));
                SortedMembers::new(members.collect()).serialize(serializer)
            }
            other => other.serialize(serializer),
        }
    }
}

impl Serialize for SortedMembers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, Sorted(value))))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}
