//! Points in time: the clock, and Unix seconds or RFC 3339 (UTC) from text.

use std::time::{SystemTime, UNIX_EPOCH};

use tokenmint::doctor::words;

use crate::failure::Failure;

/// The system's time in Unix seconds.
pub(crate) fn now() -> Result<u32, Failure> {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|elapsed| u32::try_from(elapsed.as_secs()).ok())
        .ok_or_else(|| Failure::system("the system clock is outside 1970 to 2106"))
}

/// Reads Unix seconds or an RFC 3339 time that ends in `Z`.
pub(crate) fn parse(text: &str) -> Result<u32, String> {
    u32::try_from(parse_long(text)?)
        .map_err(|_| "a time has to lie before 2106-02-07T06:28:16Z".to_owned())
}

/// As [`parse`], for forms whose times do not end in 2106.
pub(crate) fn parse_long(text: &str) -> Result<u64, String> {
    let seconds = match text.parse::<u64>() {
        Ok(number) => match point_in_time(number) {
            Some((seconds, unit)) if seconds != number => {
                return Err(format!("this is a time in {unit}: write {seconds}"));
            }
            _ => Some(number),
        },
        Err(_) => words::parse_utc(text),
    };
    seconds.ok_or_else(|| {
        "expected Unix seconds or a UTC time such as 2026-01-31T12:00:00Z".to_owned()
    })
}

/// The years 2017 to 2036, in which a number that is a time lies.
const NEAR: std::ops::Range<u64> = 1_500_000_000..2_100_000_000;

/// The time that a number is in one of the usual units, if it can hardly be
/// anything else: Unix seconds, and the unit.
pub(crate) fn point_in_time(number: u64) -> Option<(u64, &'static str)> {
    [
        ("seconds", 1),
        ("milliseconds", 1_000),
        ("microseconds", 1_000_000),
        ("nanoseconds", 1_000_000_000),
    ]
    .into_iter()
    .map(|(unit, per_second)| (number / per_second, unit))
    .find(|(seconds, _)| NEAR.contains(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Checked against GNU date.
    const KNOWN: [(u64, &str); 8] = [
        (0, "1970-01-01T00:00:00Z"),
        (951_782_399, "2000-02-28T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (1_111_111, "1970-01-13T20:38:31Z"),
        (1_700_000_000, "2023-11-14T22:13:20Z"),
        (1_709_251_199, "2024-02-29T23:59:59Z"),
        (4_102_444_800, "2100-01-01T00:00:00Z"),
        (4_294_967_295, "2106-02-07T06:28:15Z"),
    ];

    #[test]
    fn seconds_and_utc_are_read() {
        for (unix, text) in KNOWN {
            assert_eq!(parse(text).map(u64::from), Ok(unix), "{text}");
            assert_eq!(parse(&unix.to_string()).map(u64::from), Ok(unix));
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "-1",
            "4294967296",
            "2106-02-07T06:28:16Z",
            "2023-02-29T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-01-01T24:00:00Z",
            "2023-01-01T00:00:00",
            "2023-01-01T00:00:00+08:00",
            "1969-12-31T23:59:59Z",
            "2023-1-1T00:00:00Z",
            "2023-01-01-01T00:00:00Z",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_time_in_another_unit_is_named() {
        for (text, unit) in [
            ("1767225600000", "milliseconds"),
            ("1767225600000000", "microseconds"),
            ("1767225600000000000", "nanoseconds"),
        ] {
            let message = format!("this is a time in {unit}: write 1767225600");
            assert_eq!(parse(text), Err(message));
        }
        assert_eq!(
            point_in_time(1_767_225_600),
            Some((1_767_225_600, "seconds"))
        );
        for number in [0, 86_400, 1_000_000_000, 4_294_967_295, 1_000_000_000_000] {
            assert_eq!(point_in_time(number), None, "{number}");
        }
    }
}
