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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_what_it_is_and_nothing_else() {
        let text = Text::new("-1");
        for value in [
            Value::Null,
            Value::Bool(false),
            Value::Bool(true),
            Value::Number("-1"),
            Value::String(text),
            Value::Array("[-1]"),
            Value::Object("{}"),
        ] {
            let truth = match value {
                Value::Bool(truth) => Some(truth),
                _ => None,
            };
            assert_eq!(value.as_bool(), truth);
            let is_text = matches!(value, Value::String(_));
            let found = value.as_text().map(|text| text.as_escaped());
            assert_eq!(found, is_text.then_some("-1"));
            let is_number = matches!(value, Value::Number(_));
            assert_eq!(value.as_i64(), is_number.then_some(-1));
        }
        // The neighbours of the digits.
        for text in ["1:", "1/", "-:"] {
            assert_eq!(Value::Number(text).as_i64(), None, "{text}");
        }
    }
}
