//! The `date` header.

use crate::buffer::{Writer, ascii};
use crate::wire::decimal::{Decimal, divide};
use crate::wire::http_date;
use crate::{Error, Field};

/// How the `date` header names the time of a request.
///
/// The official sources disagree: error code 1303 of the service asks for
/// milliseconds, as the Java SDK sends them; the Node SDK sends the text. A server that refuses one (1303) may want the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum DateFormat {
    /// Unix milliseconds in decimal: `1700000000000`.
    #[default]
    UnixMillis,
    /// RFC 1123 text in GMT: `Tue, 14 Nov 2023 22:13:20 GMT`.
    Rfc1123,
}

/// The value of a `date` header.
///
/// ```
/// use tokenmint::authing::{Date, DateFormat};
///
/// let date = Date::new(1_700_000_000_000, DateFormat::UnixMillis)?;
/// assert_eq!(date.as_str(), "1700000000000");
/// let date = Date::new(1_700_000_000_000, DateFormat::Rfc1123)?;
/// assert_eq!(date.as_str(), "Tue, 14 Nov 2023 22:13:20 GMT");
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date(Text);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Text {
    Millis([u8; Date::MILLIS_LEN], usize),
    Rfc1123([u8; http_date::LEN]),
}

impl Date {
    /// The most characters of a date.
    pub const MAX_LEN: usize = http_date::LEN;
    /// The earliest time that is taken for Unix milliseconds: 2001-09-09.
    /// A smaller number is seconds, or a clock that was never set.
    pub const MIN_UNIX_MILLIS: u64 = 1_000_000_000_000;
    /// The latest time: the end of the year 9999.
    pub const MAX_UNIX_MILLIS: u64 = 253_402_300_799_999;

    const MILLIS_LEN: usize = Decimal::len_of(Self::MAX_UNIX_MILLIS);

    /// The text of `unix_millis` (milliseconds since 1970, UTC).
    ///
    /// # Errors
    ///
    /// [`Error::IssueTimeZero`] when it is 0, [`Error::ValueOutOfRange`]
    /// outside [`Date::MIN_UNIX_MILLIS`] to [`Date::MAX_UNIX_MILLIS`].
    pub fn new(unix_millis: u64, format: DateFormat) -> Result<Self, Error> {
        let out_of_range = Error::ValueOutOfRange {
            field: Field::IssuedAt,
            min: Self::MIN_UNIX_MILLIS,
            max: Self::MAX_UNIX_MILLIS,
        };
        if unix_millis == 0 {
            return Err(Error::IssueTimeZero);
        }
        if !(Self::MIN_UNIX_MILLIS..=Self::MAX_UNIX_MILLIS).contains(&unix_millis) {
            return Err(out_of_range);
        }
        Ok(Self(match format {
            DateFormat::UnixMillis => {
                let mut text = [0; Self::MILLIS_LEN];
                let mut out = Writer::new(&mut text);
                out.put(Decimal::new(unix_millis).as_bytes());
                let len = out.len();
                Text::Millis(text, len)
            }
            DateFormat::Rfc1123 => {
                Text::Rfc1123(http_date::encode(divide(unix_millis, 1000).0).ok_or(out_of_range)?)
            }
        }))
    }

    /// The text as bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Text::Millis(text, len) => text.get(..*len).unwrap_or(&[]),
            Text::Rfc1123(text) => text,
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII was written.
        ascii(self.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_unset_clocks_are_refused() {
        let out_of_range = Err(Error::ValueOutOfRange {
            field: Field::IssuedAt,
            min: 1_000_000_000_000,
            max: 253_402_300_799_999,
        });
        for format in [DateFormat::UnixMillis, DateFormat::Rfc1123] {
            assert_eq!(Date::new(0, format), Err(Error::IssueTimeZero));
            for unix_millis in [1, 1_700_000_000, 999_999_999_999, 253_402_300_800_000] {
                assert_eq!(Date::new(unix_millis, format), out_of_range);
            }
        }
    }

    #[test]
    fn both_ends_of_the_range() {
        for (unix_millis, millis, text) in [
            (
                Date::MIN_UNIX_MILLIS,
                "1000000000000",
                "Sun, 09 Sep 2001 01:46:40 GMT",
            ),
            (
                Date::MAX_UNIX_MILLIS,
                "253402300799999",
                "Fri, 31 Dec 9999 23:59:59 GMT",
            ),
        ] {
            let date = Date::new(unix_millis, DateFormat::UnixMillis).unwrap();
            assert_eq!(date.as_str(), millis);
            let date = Date::new(unix_millis, DateFormat::Rfc1123).unwrap();
            assert_eq!(date.as_str(), text);
        }
    }
}
