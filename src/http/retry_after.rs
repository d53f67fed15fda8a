//! The headers `Retry-After` and `retry-after-ms`.
//!
//! | value | meaning |
//! |---|---|
//! | `retry-after-ms: 1500` | milliseconds; asked first, because it is finer |
//! | `Retry-After: 7` | seconds |
//! | `Retry-After: Tue, 14 Nov 2023 22:13:32 GMT` | until then; the past is 0 |
//!
//! Source: RFC 9110 section 10.2.3; the millisecond form is a custom of API
//! gateways.

use core::time::Duration;

use crate::wire::decimal::parse_saturating;
use crate::wire::http_date;

/// What a service asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wait {
    /// To wait so many milliseconds.
    Millis(u32),
    /// To wait so many seconds.
    Seconds(u32),
    /// To wait until this second (since 1970).
    Until(u32),
}

impl Wait {
    /// What the value of `Retry-After` asks for, without space around it, or nothing
    /// when it cannot be read.
    #[must_use]
    pub fn parse(value: &[u8]) -> Option<Self> {
        match parse_saturating(value, 10) {
            Some(seconds) => Some(Self::Seconds(seconds)),
            None => {
                let then = http_date::parse(value)?;
                Some(Self::Until(then.try_into().unwrap_or(u32::MAX)))
            }
        }
    }

    /// What the value of `retry-after-ms` asks for, likewise.
    #[must_use]
    pub fn parse_millis(value: &[u8]) -> Option<Self> {
        parse_saturating(value, 10).map(Self::Millis)
    }

    /// How long that is, seen at `now` (since 1970).
    #[must_use]
    pub const fn seen_at(self, now: Duration) -> Duration {
        match self {
            Self::Millis(millis) => Duration::from_millis(millis as u64),
            Self::Seconds(seconds) => Duration::from_secs(seconds as u64),
            Self::Until(then) => Duration::from_secs(then as u64).saturating_sub(now),
        }
    }

    /// Milliseconds that it is, seen from a moment (Unix seconds); those that 32
    /// bits do not hold are the most that they do.
    #[must_use]
    pub const fn millis_seen_at(self, now: u32) -> u32 {
        match self {
            Self::Millis(millis) => millis,
            Self::Seconds(seconds) => seconds.saturating_mul(1_000),
            Self::Until(then) => then.saturating_sub(now).saturating_mul(1_000),
        }
    }
}

/// The wait that `value` asks for at `now` (since 1970), or nothing when it
/// cannot be read.
///
/// ```
/// use core::time::Duration;
/// use tokenmint::http::retry_after;
///
/// let now = Duration::from_secs(1_700_000_000);
/// assert_eq!(retry_after::parse("7", now), Some(Duration::from_secs(7)));
/// let date = "Tue, 14 Nov 2023 22:13:32 GMT";
/// assert_eq!(retry_after::parse(date, now), Some(Duration::from_secs(12)));
/// assert_eq!(retry_after::parse("soon", now), None);
/// ```
#[must_use]
pub fn parse(value: &str, now: Duration) -> Option<Duration> {
    Wait::parse(value.trim_ascii().as_bytes()).map(|wait| wait.seen_at(now))
}

/// The wait of the form in milliseconds.
#[must_use]
pub fn parse_millis(value: &str) -> Option<Duration> {
    Wait::parse_millis(value.trim_ascii().as_bytes()).map(|wait| wait.seen_at(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form() {
        let now = Duration::from_secs(1_700_000_000);
        for (value, millis) in [
            ("0", Some(0)),
            (" 7 ", Some(7000)),
            ("Tue, 14 Nov 2023 22:13:20 GMT", Some(0)),
            ("Tue, 14 Nov 2023 22:13:19 GMT", Some(0)),
            ("Tue, 14 Nov 2023 22:14:20 GMT", Some(60_000)),
            ("Mon, 14 Nov 2023 22:14:20 GMT", None),
            ("+7", None),
            ("-7", None),
            ("1.5", None),
            ("", None),
        ] {
            let wait = millis.map(Duration::from_millis);
            assert_eq!(parse(value, now), wait, "{value:?}");
        }
        assert!(parse("99999999999999999999", now) > Some(Duration::from_secs(1 << 31)));
        assert_eq!(parse_millis("1500"), Some(Duration::from_millis(1500)));
        assert_eq!(parse_millis("1.5"), None);
    }

    #[test]
    fn milliseconds_of_every_form() {
        let now = 1_700_000_000;
        for (wait, millis) in [
            (Wait::Millis(1_500), 1_500),
            (Wait::Seconds(7), 7_000),
            (Wait::Seconds(4_294_968), u32::MAX),
            (Wait::Until(now + 12), 12_000),
            (Wait::Until(now - 12), 0),
        ] {
            assert_eq!(wait.millis_seen_at(now), millis, "{wait:?}");
        }
    }
}
