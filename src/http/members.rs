//! The members of a JSON object, in the order in which they were added.
//!
//! The maps of `serde_json` are in one order or another, as some crate of a
//! build decides (its feature `preserve_order`). What is sent must not depend on
//! that.

use core::fmt;
use std::string::String;
use std::vec::Vec;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// A JSON object that keeps its order in every build.
///
/// ```
/// use serde_json::json;
/// use tokenmint::http::{Body, Members};
///
/// let mut members = Members::new();
/// members.insert("z", json!(1));
/// members.insert("a", json!("x"));
/// members.insert("z", json!(2));
/// assert_eq!(Body::json(&members)?.as_bytes(), br#"{"z":2,"a":"x"}"#);
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Clone, Default, PartialEq)]
pub struct Members(Vec<(String, Value)>);

impl Members {
    /// No members.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a member last, or puts it in the place of one of its name.
    pub fn insert(&mut self, name: impl Into<String>, value: Value) {
        let name = name.into();
        match self.get_mut(&name) {
            Some(old) => *old = value,
            None => self.0.push((name, value)),
        }
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter()
            .find_map(|(known, value)| (known == name).then_some(value))
    }

    /// The value of a member, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0
            .iter_mut()
            .find_map(|(known, value)| (known == name).then_some(value))
    }

    /// Names and values.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Value)> + Clone {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<(String, Value)> for Members {
    fn extend<I: IntoIterator<Item = (String, Value)>>(&mut self, members: I) {
        for (name, value) in members {
            self.insert(name, value);
        }
    }
}

impl FromIterator<(String, Value)> for Members {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(members: I) -> Self {
        let mut all = Self::new();
        all.extend(members);
        all
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Shows the names alone: tokens and passwords are among the values.
impl fmt::Debug for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.iter().map(|(name, _)| name))
            .finish()
    }
}
