//! Lifetimes on the command line: `3600`, `90s`, `30m`, `24h`, `1h30m`, `2d`.

use tokenmint::doctor::words;

use crate::clock;

/// Reads a lifetime; a number without a unit is seconds, unless it can only be
/// a point in time.
pub(crate) fn parse(text: &str) -> Result<u32, String> {
    const EXPECTED: &str = "expected seconds or a duration such as 90s, 30m, 24h or 1h30m";
    refuse_point_in_time(text)?;
    let total = match text.parse::<u64>() {
        Ok(seconds) if text.bytes().all(|c| c.is_ascii_digit()) => Some(seconds),
        _ => with_units(text),
    };
    u32::try_from(total.ok_or(EXPECTED)?)
        .map_err(|_| "a lifetime has at most 4294967295 seconds".to_owned())
}

/// Refuses a point in time that stands for a lifetime: as lifetime it is half a
/// century, and nobody would notice.
pub(crate) fn refuse_point_in_time(text: &str) -> Result<(), String> {
    let Some((seconds, unit)) = text.parse().ok().and_then(clock::point_in_time) else {
        return Ok(());
    };
    let time = words::utc(seconds);
    Err(format!(
        "this is a point in time ({time}, in {unit}), and a lifetime counts from the issue time: \
         write how long, such as 24h ({seconds}s if that many seconds are meant)"
    ))
}

/// Numbers with units, from the largest unit to the smallest, each once.
fn with_units(mut text: &str) -> Option<u64> {
    let mut total = 0_u64;
    let mut last = u64::MAX;
    while !text.is_empty() {
        let digits = text.find(|c: char| !c.is_ascii_digit())?;
        let (number, rest) = text.split_at(digits);
        let unit = match rest.chars().next()? {
            'd' => 86_400,
            'h' => 3_600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        if unit >= last {
            return None;
        }
        last = unit;
        let part = number.parse::<u64>().ok()?.checked_mul(unit)?;
        total = total.checked_add(part)?;
        text = rest.get(1..)?;
    }
    (last != u64::MAX).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_units() {
        for (text, seconds) in [
            ("0", 0),
            ("3600", 3_600),
            ("90s", 90),
            ("30m", 1_800),
            ("24h", 86_400),
            ("1h30m", 5_400),
            ("1d2h3m4s", 93_784),
            ("4294967295", u32::MAX),
        ] {
            assert_eq!(parse(text), Ok(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_no_lifetime_is_refused() {
        for text in [
            "",
            "-1",
            "+5",
            "1.5h",
            "h",
            "30m1h",
            "1h1h",
            "5x",
            "1h30",
            "1 h",
            "4294967296",
            "99999999999999999999h",
            "\u{661}h",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_point_in_time_is_no_lifetime() {
        for text in ["1767225600", "1767225600000", "1767225600000000"] {
            let message = parse(text).unwrap_err();
            assert!(message.contains("2026-01-01T00:00:00Z"), "{message}");
        }
        assert_eq!(parse("1767225600s"), Ok(1_767_225_600));
    }
}
