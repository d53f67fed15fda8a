//! Names and values of a query or a form.

use core::fmt;
use std::string::{String, ToString};
use std::{format, vec};

use serde_json::Value;
use zeroize::Zeroizing;

use crate::wire::percent::{self, Style};

/// Encoded pairs in the order they were added; space is `+`.
///
/// ```
/// use tokenmint::http::Query;
///
/// let query = Query::new().with("channel", "room 1&2").with("o[a]", "+1");
/// assert_eq!(query.as_str(), "channel=room+1%262&o%5Ba%5D=%2B1");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Query(Zeroizing<String>);

impl Query {
    /// No pairs.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pair.
    pub fn push(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        encode(name, &mut self.0);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    /// Adds a pair.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.push(name, value);
        self
    }

    /// Adds a pair when there is a value.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds the pairs of another query.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(&other.0);
        self
    }

    /// Adds a JSON value: nothing for null, one pair for each member of a list,
    /// `name[key]` for each member of an object.
    ///
    /// ```
    /// use serde_json::json;
    /// use tokenmint::http::Query;
    ///
    /// let mut query = Query::new();
    /// query.push_value("l", &json!([1, true]));
    /// query.push_value("o", &json!({"a": {"b": null, "c": "x"}}));
    /// assert_eq!(query.as_str(), "l=1&l=true&o%5Ba%5D%5Bc%5D=x");
    /// ```
    pub fn push_value(&mut self, name: &str, value: &Value) {
        // A stack of its own instead of recursion: the depth is the caller's.
        let mut rest = vec![(name.to_string(), value)];
        while let Some((name, value)) = rest.pop() {
            match value {
                Value::Null => {}
                Value::Bool(value) => self.push(&name, if *value { "true" } else { "false" }),
                Value::Number(value) => self.push(&name, &value.to_string()),
                Value::String(value) => self.push(&name, value),
                Value::Array(list) => {
                    rest.extend(list.iter().rev().map(|value| (name.clone(), value)));
                }
                Value::Object(members) => rest.extend(
                    members
                        .iter()
                        .rev()
                        .map(|(key, value)| (format!("{name}[{key}]"), value)),
                ),
            }
        }
    }

    /// Adds all pairs of `other`.
    pub fn extend(&mut self, other: &Self) {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(&other.0);
    }

    /// The encoded text, without a question mark.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there are no pairs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn encode(text: &str, out: &mut String) {
    percent::encode(text.as_bytes(), Style::Form, &mut |part| {
        // The encoder writes ASCII alone.
        out.extend(part.iter().copied().map(char::from));
    });
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Query({} characters)", self.0.len())
    }
}
