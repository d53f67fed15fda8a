//! Points in time: Unix seconds and RFC 3339 (UTC), to and from text.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;

const DAY: u64 = 86_400;

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
        Err(_) => parse_rfc_3339(text),
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

fn parse_rfc_3339(text: &str) -> Option<u64> {
    let (date, time) = text.strip_suffix(['Z', 'z'])?.split_once(['T', 't', ' '])?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let valid = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    valid.then(|| days_until(year, month, day) * DAY + hour * 3600 + minute * 60 + second)
}

/// Three numbers of fixed width.
fn numbers(text: &str, separator: char, widths: [usize; 3]) -> Option<[u64; 3]> {
    let mut parts = text.split(separator);
    let mut values = [0; 3];
    for (value, width) in values.iter_mut().zip(widths) {
        let part = parts.next()?;
        let digits = part.len() == width && part.bytes().all(|c| c.is_ascii_digit());
        *value = digits.then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(values)
}

/// The time as RFC 3339 in UTC.
pub(crate) fn utc(unix: u64) -> String {
    let (mut days, second) = (unix / DAY, unix % DAY);
    let mut year = 1970;
    // 400 years of the calendar have the same number of days.
    year += days / 146_097 * 400;
    days %= 146_097;
    while days >= year_len(year) {
        days -= year_len(year);
        year += 1;
    }
    let mut month = 1;
    while days >= days_in(year, month) {
        days -= days_in(year, month);
        month += 1;
    }
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let day = days + 1;
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// How far `unix` is from `now`: `in 59 min`, `3 days ago`.
pub(crate) fn relative(unix: u64, now: u32) -> String {
    let now = u64::from(now);
    match unix.abs_diff(now) {
        0 => "now".to_owned(),
        distance if unix > now => format!("in {}", rounded(distance)),
        distance => format!("{} ago", rounded(distance)),
    }
}

fn rounded(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3600),
        172_800..63_072_000 => format!("{} days", seconds / DAY),
        _ => format!("{} years", seconds / (365 * DAY)),
    }
}

fn days_until(year: u64, month: u64, day: u64) -> u64 {
    let years: u64 = (1970..year).map(year_len).sum();
    let months: u64 = (1..month).map(|month| days_in(year, month)).sum();
    years + months + day - 1
}

const fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

const fn year_len(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

const fn days_in(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
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
    fn known_times_both_ways() {
        for (unix, text) in KNOWN {
            assert_eq!(utc(unix), text);
            assert_eq!(parse(text).map(u64::from), Ok(unix), "{text}");
            assert_eq!(parse(&unix.to_string()).map(u64::from), Ok(unix));
        }
        assert_eq!(utc(8_589_934_590), "2242-03-16T12:56:30Z");
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

    #[test]
    fn distances_have_one_unit() {
        for (unix, text) in [
            (1_000_000, "now"),
            (1_000_001, "in 1 s"),
            (999_941, "59 s ago"),
            (1_003_599, "in 59 min"),
            (1_007_200, "in 2 h"),
            (740_800, "3 days ago"),
        ] {
            assert_eq!(relative(unix, 1_000_000), text);
        }
        assert_eq!(relative(8_589_934_590, 0), "in 272 years");
    }
}
