//! Words for people: times, lifetimes, and texts that somebody else chose.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

const DAY: u64 = 86_400;

/// Days of 400 years: the calendar repeats.
const CYCLE: u64 = 146_097;

/// The time as RFC 3339 in UTC.
#[must_use]
pub fn utc(unix: u64) -> String {
    let (mut days, second) = (unix / DAY, unix % DAY);
    let mut year = (days / CYCLE).saturating_mul(400).saturating_add(1970);
    days %= CYCLE;
    while let Some(left) = days.checked_sub(year_len(year)) {
        days = left;
        year = year.saturating_add(1);
    }
    let mut month = 1_u64;
    while let Some(left) = days.checked_sub(days_in(year, month)) {
        days = left;
        month = month.saturating_add(1);
    }
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let day = days.saturating_add(1);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Reads an RFC 3339 time in UTC, which ends in `Z`, from 1970 to 9999.
#[must_use]
pub fn parse_utc(text: &str) -> Option<u64> {
    let (date, time) = text.strip_suffix(['Z', 'z'])?.split_once(['T', 't', ' '])?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let valid = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    if !valid {
        return None;
    }
    let years: u64 = (1970..year).map(year_len).sum();
    let months: u64 = (1..month).map(|month| days_in(year, month)).sum();
    let days = years
        .checked_add(months)?
        .checked_add(day.checked_sub(1)?)?;
    let seconds = hour
        .checked_mul(60)?
        .checked_add(minute)?
        .checked_mul(60)?
        .checked_add(second)?;
    days.checked_mul(DAY)?.checked_add(seconds)
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

/// How far `unix` is from `now`: `in 59 min`, `3 days ago`.
#[must_use]
pub fn relative(unix: u64, now: u32) -> String {
    let now = u64::from(now);
    match unix.abs_diff(now) {
        0 => "now".to_owned(),
        distance if unix > now => format!("in {}", span(distance)),
        distance => format!("{} ago", span(distance)),
    }
}

/// A length of time, rounded down to one unit.
#[must_use]
pub fn span(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3600),
        172_800..63_072_000 => format!("{} days", seconds / DAY),
        _ => format!("{} years", seconds / 31_536_000),
    }
}

/// A point in time with its distance: `2023-11-14T22:13:20Z (in 59 min)`.
#[must_use]
pub fn time(unix: u64, now: u32) -> String {
    format!("{} ({})", utc(unix), relative(unix, now))
}

/// A point in time that may lie before 1970.
#[must_use]
pub fn signed_time(unix: i64, now: u32) -> String {
    match u64::try_from(unix) {
        Ok(unix) => time(unix, now),
        Err(_) => format!("{unix} s, before {}", utc(0)),
    }
}

/// A lifetime with its units: `3600 s (1h)`.
#[must_use]
pub fn lifetime(seconds: u32) -> String {
    let mut left = seconds;
    let mut units = String::new();
    for (unit, len) in [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1_u32)] {
        let count = left.checked_div(len).unwrap_or(0);
        if count > 0 {
            units.push_str(&format!("{count}{unit}"));
            left = left.checked_rem(len).unwrap_or(0);
        }
    }
    if seconds < 60 {
        format!("{seconds} s")
    } else {
        format!("{seconds} s ({units})")
    }
}

/// A text that somebody else chose: quoted, with everything escaped that a
/// terminal obeys or an eye cannot see.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// A text that somebody else chose, bare where quoting would change nothing and
/// nothing could be mistaken.
#[must_use]
pub fn safe(text: &str) -> String {
    let quoted = quoted(text);
    let inside = quoted.get(1..quoted.len().saturating_sub(1));
    if inside == Some(text) && !text.is_empty() && text.trim() == text {
        text.to_owned()
    } else {
        quoted
    }
}

/// Bytes of the shortest secret that is looked for: less stands in many words.
const SECRET_MIN: usize = 8;

/// Takes a secret out of a text, in whatever letter case it stands there: a
/// token may have it where its app id or a name belongs.
pub(super) fn redact(text: &mut String, secret: &str) {
    while let Some(at) = place(text, secret) {
        let end = at.saturating_add(secret.len());
        text.replace_range(at..end, "[redacted]");
    }
}

/// Whether [`redact`] would find the secret.
pub(super) fn shows(text: &str, secret: &str) -> bool {
    place(text, secret).is_some()
}

fn place(text: &str, secret: &str) -> Option<usize> {
    let is_long = secret.len() >= SECRET_MIN;
    let wanted = is_long.then(|| secret.to_ascii_lowercase())?;
    text.to_ascii_lowercase().find(&wanted)
}

/// Lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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
            assert_eq!(parse_utc(text), Some(unix), "{text}");
        }
        assert_eq!(utc(8_589_934_590), "2242-03-16T12:56:30Z");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "2023-02-29T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-01-01T24:00:00Z",
            "2023-01-01T00:00:00",
            "2023-01-01T00:00:00+08:00",
            "1969-12-31T23:59:59Z",
            "2023-1-1T00:00:00Z",
            "2023-01-01-01T00:00:00Z",
        ] {
            assert!(parse_utc(text).is_none(), "{text:?}");
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

    #[test]
    fn people_read_units() {
        for (seconds, expected) in [
            (0, "0 s"),
            (59, "59 s"),
            (3_600, "3600 s (1h)"),
            (5_401, "5401 s (1h30m1s)"),
            (86_400, "86400 s (1d)"),
        ] {
            assert_eq!(lifetime(seconds), expected);
        }
    }

    #[test]
    fn a_secret_is_taken_out_in_any_letter_case() {
        for (text, secret, left) in [
            (
                "it is AbCdEfGh, abcdefgh",
                "abcdefgH",
                "it is [redacted], [redacted]",
            ),
            ("é abcdefgh é", "ABCDEFGH", "é [redacted] é"),
            ("abcdefg", "abcdefg", "abcdefg"),
            ("nothing", "abcdefgh", "nothing"),
        ] {
            let mut shown = text.to_owned();
            redact(&mut shown, secret);
            assert_eq!(shown, left);
        }
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        for text in [
            "\u{1b}[31m",
            "\u{202e}",
            "\u{200b}",
            "\u{9b}",
            "\u{7f}",
            "a\nb",
        ] {
            let shown = safe(text);
            assert!(
                shown.is_ascii() && !shown.contains(char::is_control),
                "{shown}"
            );
        }
        assert_eq!(safe("plain"), "plain");
        assert_eq!(safe(" x"), "\" x\"");
    }
}
