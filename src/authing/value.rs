//! What a signed parameter is worth.

use core::fmt;

use crate::wire::decimal::Decimal;

/// The value of a parameter, written into the string to sign as JavaScript
/// would turn it into text.
///
/// | value | text |
/// |---|---|
/// | `Null` | `null` |
/// | `Bool` | `true`, `false` |
/// | `Unsigned`, `Signed` | decimal digits |
/// | `Text` | as it is: no quotes, nothing escaped; empty is `name=` |
/// | `Json` | as it is |
///
/// A parameter that is not sent is left out of the list. `Debug` does not show
/// texts: bodies carry passwords.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// `null`; a field of a body that is sent as null.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer from 0.
    Unsigned(u64),
    /// An integer.
    Signed(i64),
    /// A string.
    Text(&'a str),
    /// The JSON of a list, an object or a number with a fraction, exactly as
    /// sent: compact, members in the order sent, non-ASCII characters not
    /// escaped. A list in a query (`k[]=a&k[]=b`) is signed as one `k` with
    /// the JSON list.
    Json(&'a str),
}

impl Value<'_> {
    pub(super) fn write(self, sink: &mut dyn FnMut(&[u8])) {
        match self {
            Self::Null => sink(b"null"),
            Self::Bool(true) => sink(b"true"),
            Self::Bool(false) => sink(b"false"),
            Self::Unsigned(number) => sink(Decimal::new(number).as_bytes()),
            Self::Signed(number) => {
                if number < 0 {
                    sink(b"-");
                }
                sink(Decimal::new(number.unsigned_abs()).as_bytes());
            }
            Self::Text(text) | Self::Json(text) => sink(text.as_bytes()),
        }
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Bool(value) => write!(f, "Bool({value})"),
            Self::Unsigned(number) => write!(f, "Unsigned({number})"),
            Self::Signed(number) => write!(f, "Signed({number})"),
            Self::Text(_) => f.write_str("Text(redacted)"),
            Self::Json(_) => f.write_str("Json(redacted)"),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Unsigned(number.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Unsigned(number)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Signed(number.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Signed(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::buffer::Writer;

    #[test]
    fn every_kind_is_written_as_text() {
        for (value, text) in [
            (Value::Null, "null"),
            (true.into(), "true"),
            (false.into(), "false"),
            (0_u32.into(), "0"),
            (u64::MAX.into(), "18446744073709551615"),
            ((-1_i32).into(), "-1"),
            (i64::MIN.into(), "-9223372036854775808"),
            (i64::MAX.into(), "9223372036854775807"),
            ("".into(), ""),
            ("a b&c=\"d\"\n管".into(), "a b&c=\"d\"\n管"),
            (Value::Json("[\"u1\",1.5]"), "[\"u1\",1.5]"),
        ] {
            let mut buffer = [0; 32];
            let mut out = Writer::new(&mut buffer);
            value.write(&mut |part| out.put(part));
            assert_eq!(out.finish_str(), Ok(text), "{value:?}");
        }
    }
}
