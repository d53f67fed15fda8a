//! How members are read that servers write in more than one way.

use std::string::String;
use std::vec::Vec;

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;

/// A list; empty when null.
pub(in crate::client::ath) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Whole seconds, as a number or a text.
pub(super) fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let seconds = match &value {
        Value::Number(number) => number.as_u64().or_else(|| whole(number.as_f64()?)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    seconds.ok_or_else(|| D::Error::custom("a number of seconds is expected"))
}

/// Within the range in which a float names every integer.
fn whole(number: f64) -> Option<u64> {
    let exact = number.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&number);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    exact.then_some(number as u64)
}

/// `oauth2`, the only type there is.
pub(super) fn oauth2<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    only("oauth2", deserializer)
}

/// `Bearer`, the only type there is.
pub(in crate::client::ath) fn bearer<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<String, D::Error> {
    only("Bearer", deserializer)
}

fn only<'de, D: Deserializer<'de>>(
    allowed: &'static str,
    deserializer: D,
) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text == allowed {
        Ok(text)
    } else {
        Err(D::Error::custom("a type that is not known"))
    }
}
