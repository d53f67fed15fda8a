//! A value of a JSON text.

use super::text::Text;

/// A value as it stands in the source.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as its text.
    Number(&'a str),
    /// A string.
    String(Text<'a>),
    /// An array, as its text; see [`elements`](super::elements).
    Array(&'a str),
    /// An object, as its text; see [`entries`](super::entries) and [`members`](super::members).
    Object(&'a str),
}

impl<'a> Value<'a> {
    /// The integer, when the value is one and fits; a fraction or an exponent
    /// makes a number none, even `1.0` and `1e0`.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let Self::Number(text) = self else {
            return None;
        };
        let digits = text.strip_prefix('-').unwrap_or(text);
        let negative = digits.len() != text.len();
        digits.bytes().try_fold(0_i64, |value, byte| {
            let digit = i64::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
            let value = value.checked_mul(10)?;
            if negative {
                value.checked_sub(digit)
            } else {
                value.checked_add(digit)
            }
        })
    }

    /// The string, when the value is one.
    #[must_use]
    pub const fn as_text(&self) -> Option<Text<'a>> {
        match self {
            Self::String(text) => Some(*text),
            _ => None,
        }
    }

    /// The truth value, when the value is one.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }
}
