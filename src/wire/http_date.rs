//! The date of HTTP headers (RFC 9110 section 5.6.7, the RFC 1123 form).
//!
//! | part | `Tue, ` | `14 ` | `Nov ` | `2023 ` | `22:13:20 ` | `GMT` |
//! |---|---|---|---|---|---|---|
//! | offset | 0 | 5 | 8 | 12 | 17 | 26 |
//!
//! Always 29 characters, always GMT, Gregorian calendar without leap seconds,
//! from 1970 to the end of the year 9999.

use super::decimal::{Decimal, divide};
use crate::buffer::Writer;

/// Characters of a date.
pub const LEN: usize = 29;

/// The last second that four digits of a year can name:
/// `Fri, 31 Dec 9999 23:59:59 GMT`.
pub const MAX_UNIX_SECONDS: u64 = 253_402_300_799;

const DAY_SECONDS: u32 = 86_400;
const WEEKDAYS: &str = "ThuFriSatSunMonTueWed";
const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";

/// The text of `unix_seconds`, ASCII; nothing after [`MAX_UNIX_SECONDS`].
///
/// ```
/// # #[cfg(feature = "internals")] {
/// use tokenmint::internals::wire::http_date;
///
/// let text = http_date::encode(1_700_000_000).unwrap();
/// assert_eq!(&text, b"Tue, 14 Nov 2023 22:13:20 GMT");
/// # }
/// ```
#[must_use]
pub fn encode(unix_seconds: u64) -> Option<[u8; LEN]> {
    if unix_seconds > MAX_UNIX_SECONDS {
        return None;
    }
    // A day has 128 times 675 seconds.
    let (days, rest) = divide(unix_seconds >> 7, 675);
    let days = u32::try_from(days).ok()?;
    let [part, ..] = unix_seconds.to_le_bytes();
    let second = rest << 7 | u32::from(part & 0x7F);
    let (year, month, day) = date_of(days);
    let mut text = [0; LEN];
    let mut out = Writer::new(&mut text);
    out.put_str(name(WEEKDAYS, days % 7)?);
    out.put_str(", ");
    put_number(&mut out, day, 2, " ");
    out.put_str(name(MONTHS, month.checked_sub(1)?)?);
    out.put_str(" ");
    put_number(&mut out, year, 4, " ");
    put_number(&mut out, second / 3600, 2, ":");
    put_number(&mut out, second / 60 % 60, 2, ":");
    put_number(&mut out, second % 60, 2, " GMT");
    out.finish().ok()?;
    Some(text)
}

/// The Unix seconds that `text` names, or nothing unless it is exactly a date
/// that [`encode`] writes: right weekday, existing day, no leap second, letter
/// case as written there.
#[must_use]
pub fn parse(text: &[u8]) -> Option<u64> {
    if text.len() != LEN {
        return None;
    }
    // Day, year, hour, minute, second: digits are read into one after the other.
    let mut numbers = [0_u32; 5];
    let mut place: usize = 0;
    for (byte, form) in text.iter().zip(FORM) {
        match form {
            b'a' => {}
            b'0' => {
                let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
                let number = numbers.get_mut(place)?;
                *number = number.saturating_mul(10).saturating_add(digit.into());
            }
            b'_' if *byte == b' ' => place = place.saturating_add(1),
            b':' if *byte == b':' => place = place.saturating_add(1),
            _ if byte == form => {}
            _ => return None,
        }
    }
    let [day, year, hour, minute, second] = numbers;
    let month = (1_u32..=12).find(|month| {
        let name = name(MONTHS, month.saturating_sub(1));
        name.map(str::as_bytes) == text.get(8..11)
    })?;
    if year < 1970 || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let first = days_before(year, month)?;
    let next = days_before(year, month.checked_add(1)?)?;
    let days = first.checked_add(day.checked_sub(1)?)?;
    if days >= next || Some(name(WEEKDAYS, days % 7)?.as_bytes()) != text.get(..3) {
        return None;
    }
    let clock = hour.saturating_mul(60).saturating_add(minute);
    let clock = clock.saturating_mul(60).saturating_add(second);
    u64::from(days)
        .checked_mul(DAY_SECONDS.into())?
        .checked_add(clock.into())
}

/// What is at each place of a date: a letter of a name, a digit, or itself; after
/// `_`, a space, and after a colon another number begins.
const FORM: &[u8; LEN] = b"aaa, 00 aaa_0000_00:00:00 GMT";

/// Each name has three letters.
#[cfg_attr(target_os = "none", inline(never))]
fn name(names: &'static str, at: u32) -> Option<&'static str> {
    let start = usize::try_from(at).ok()?.checked_mul(3)?;
    names.get(start..start.checked_add(3)?)
}

fn put_number(out: &mut Writer<'_>, value: u32, width: usize, after: &str) {
    out.put(Decimal::padded(value.into(), width).as_bytes());
    out.put_str(after);
}

/// Days from 1970-01-01 to the first of `month` of `year`: 1 to 12, and 13 for the
/// first of the next year.
///
/// Years are counted from March, so that the leap day is the last of its year
/// and the months before one take `(153 * n + 2) / 5` days.
fn days_before(year: u32, month: u32) -> Option<u32> {
    let (year, month) = if month > 2 {
        (year, month.checked_sub(3)?)
    } else {
        (year.checked_sub(1)?, month.checked_add(9)?)
    };
    let leap_days = (year / 4)
        .checked_sub(year / 100)?
        .checked_add(year / 400)?;
    let month_days = month.checked_mul(153)?.checked_add(2)? / 5;
    year.checked_mul(365)?
        .checked_add(leap_days)?
        .checked_add(month_days)?
        .checked_sub(EPOCH_DAYS)
}

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_DAYS: u32 = 719_468;
/// Days in 400, 100 and 4 years.
const ERA_DAYS: u32 = 146_097;
const CENTURY_DAYS: u32 = 36_524;
const OLYMPIAD_DAYS: u32 = 1_461;

/// Year, month (1 to 12) and day (1 to 31) of a day counted from 1970-01-01.
fn date_of(days: u32) -> (u32, u32, u32) {
    let days = days.saturating_add(EPOCH_DAYS);
    let era = days / ERA_DAYS;
    let day = days % ERA_DAYS;
    // The last day of the 400, and of every four years, is the leap day that
    // would otherwise begin a fifth part.
    let century = (day / CENTURY_DAYS).min(3);
    let day = day.saturating_sub(century.saturating_mul(CENTURY_DAYS));
    let olympiad = day / OLYMPIAD_DAYS;
    let day = day % OLYMPIAD_DAYS;
    let year = (day / 365).min(3);
    let day = day.saturating_sub(year.saturating_mul(365));
    let month = day.saturating_mul(5).saturating_add(2) / 153;
    let first = month.saturating_mul(153).saturating_add(2) / 5;
    let year = era
        .saturating_mul(400)
        .saturating_add(century.saturating_mul(100))
        .saturating_add(olympiad.saturating_mul(4))
        .saturating_add(year);
    let day = day.saturating_sub(first).saturating_add(1);
    if month < 10 {
        (year, month.saturating_add(3), day)
    } else {
        (year.saturating_add(1), month.saturating_sub(9), day)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::{String, ToString};
    use std::time::{Duration, UNIX_EPOCH};

    use proptest::prelude::*;

    use super::*;

    fn text(unix_seconds: u64) -> String {
        String::from_utf8(encode(unix_seconds).unwrap().to_vec()).unwrap()
    }

    #[test]
    fn known_answers() {
        for (unix_seconds, date) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            // The example of RFC 9110 section 5.6.7.
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_700_000_000, "Tue, 14 Nov 2023 22:13:20 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
            (MAX_UNIX_SECONDS, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            assert_eq!(text(unix_seconds), date);
            assert_eq!(parse(date.as_bytes()), Some(unix_seconds), "{date}");
        }
        assert_eq!(encode(MAX_UNIX_SECONDS + 1), None);
        assert_eq!(encode(u64::MAX), None);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for date in [
            "",
            "Tue, 14 Nov 2023 22:13:20",
            "Tue, 14 Nov 2023 22:13:20 GMT ",
            "Tue, 14 Nov 2023 22:13:20 UTC",
            "tue, 14 Nov 2023 22:13:20 GMT",
            "Mon, 14 Nov 2023 22:13:20 GMT",
            "Tue, 14 nov 2023 22:13:20 GMT",
            "Tue, 14 Nov 2023 24:00:00 GMT",
            "Tue, 14 Nov 2023 22:60:20 GMT",
            "Tue, 14 Nov 2023 22:13:60 GMT",
            "Tue, 14 Nov 2023 22:13:1: GMT",
            "Tue, +4 Nov 2023 22:13:20 GMT",
            "Tue, 00 Nov 2023 22:13:20 GMT",
            "Fri, 31 Nov 2023 22:13:20 GMT",
            "Wed, 29 Feb 2023 00:00:00 GMT",
            "Mon, 29 Feb 2100 00:00:00 GMT",
            "Wed, 31 Dec 1969 23:59:59 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "1700000000",
        ] {
            assert_eq!(parse(date.as_bytes()), None, "{date:?}");
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "146,897 dates")]
    fn every_day_has_its_own_date() {
        // Longer than the 400 years after which the calendar repeats.
        let mut before = text(0);
        for day in 1..ERA_DAYS + 800 {
            let second = u64::from(day) * u64::from(DAY_SECONDS);
            let date = encode(second).unwrap();
            assert_eq!(parse(&date), Some(second));
            let date = String::from_utf8(date.to_vec()).unwrap();
            assert_ne!(date, before);
            before = date;
        }
    }

    proptest! {
        #[test]
        fn agrees_with_httpdate(unix_seconds in 0..=MAX_UNIX_SECONDS) {
            let other = UNIX_EPOCH + Duration::from_secs(unix_seconds);
            let date = text(unix_seconds);
            prop_assert_eq!(&date, &httpdate::fmt_http_date(other));
            prop_assert_eq!(parse(date.as_bytes()), Some(unix_seconds));
        }

        #[test]
        fn what_is_read_is_what_httpdate_reads(
            unix_seconds in 0..=MAX_UNIX_SECONDS,
            at in 0..LEN,
            byte in b' '..b'~',
        ) {
            let mut date = text(unix_seconds).into_bytes();
            date[at] = byte;
            if let Some(read) = parse(&date) {
                let date = String::from_utf8(date.clone()).unwrap();
                let other = httpdate::parse_http_date(&date).unwrap();
                prop_assert_eq!(other, UNIX_EPOCH + Duration::from_secs(read));
                prop_assert_eq!(text(read), date.to_string());
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: std::vec::Vec<u8>) {
            prop_assert_eq!(parse(&bytes), None);
        }
    }
}
