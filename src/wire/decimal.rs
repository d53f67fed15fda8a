//! Unsigned numbers as decimal text, without an allocator.

use crate::buffer::ascii;

/// The decimal digits of a number.
#[derive(Debug, Clone, Copy)]
pub struct Decimal {
    digits: [u8; Decimal::MAX_LEN],
    start: u8,
}

impl Decimal {
    /// The most digits of a `u64`.
    pub const MAX_LEN: usize = 20;

    /// The digits of `value` without leading zeros; 0 is `"0"`.
    #[must_use]
    pub fn new(value: u64) -> Self {
        Self::padded(value, 1)
    }

    /// The digits of `value`, filled with zeros on the left to `width` digits
    /// (at most [`Decimal::MAX_LEN`]).
    #[must_use]
    pub fn padded(value: u64, width: usize) -> Self {
        let mut digits = [b'0'; Self::MAX_LEN];
        let mut rest = value;
        let mut start = Self::MAX_LEN;
        for (at, digit) in digits.iter_mut().enumerate().rev() {
            let written = Self::MAX_LEN.saturating_sub(start);
            if rest == 0 && written >= width {
                break;
            }
            let (tenth, low) = split_off_digit(rest);
            *digit = b'0'.wrapping_add(low);
            rest = tenth;
            start = at;
        }
        // At most 20.
        #[allow(clippy::cast_possible_truncation)]
        let start = start as u8;
        Self { digits, start }
    }

    /// The text.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.digits.get(usize::from(self.start)..).unwrap_or(&[])
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII digits were written.
        ascii(self.as_bytes())
    }

    /// How many digits [`Decimal::new`] writes for `value`.
    #[must_use]
    pub const fn len_of(value: u64) -> usize {
        let mut rest = value;
        let mut len: usize = 0;
        loop {
            (rest, _) = split_off_digit(rest);
            len = len.saturating_add(1);
            if rest == 0 {
                return len;
            }
        }
    }
}

/// The decimal digits of 32 bits, at the end of `digits`: without the divisions of
/// 64 bits of a [`Decimal`].
#[cfg(any(feature = "agora", test))]
pub(crate) fn write_u32(value: u32, digits: &mut [u8; 10]) -> &[u8] {
    let mut rest = value;
    let mut start = digits.len();
    for digit in digits.iter_mut().rev() {
        #[allow(clippy::cast_possible_truncation)] // Below 10.
        let low = (rest % 10) as u8;
        *digit = b'0'.wrapping_add(low);
        start = start.wrapping_sub(1);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    digits.get(start..).unwrap_or_default()
}

/// A tenth of `value`, and its last digit.
const fn split_off_digit(value: u64) -> (u64, u8) {
    let (tenth, digit) = divide(value, 10);
    #[allow(clippy::cast_possible_truncation)] // Below 10.
    (tenth, digit as u8)
}

/// Quotient and remainder of a division by a `divisor` of at most 16 bits, not
/// 0. In halves: the division of 64 bits is a kilobyte of code on a core that
/// has no instruction for it.
#[allow(clippy::cast_possible_truncation, clippy::cast_lossless)] // `From` is not const.
#[allow(clippy::arithmetic_side_effects)] // The divisor is not 0 and no half grows past 32 bits.
#[cfg_attr(target_os = "none", inline(never))]
pub(crate) const fn divide(value: u64, divisor: u16) -> (u64, u32) {
    let divisor = if divisor == 0 { 1 } else { divisor as u32 };
    let (high, low) = ((value >> 32) as u32, value as u32);
    if high == 0 {
        return ((low / divisor) as u64, low % divisor);
    }
    let middle = ((high % divisor) << 16) | (low >> 16);
    let last = ((middle % divisor) << 16) | (low & 0xFFFF);
    let lower = ((middle / divisor) << 16) | (last / divisor);
    let quotient = (((high / divisor) as u64) << 32) | lower as u64;
    (quotient, last % divisor)
}

/// The number that `text` spells: ASCII digits only, no sign, no leading zero,
/// no overflow.
#[must_use]
pub fn parse_u32(text: &str) -> Option<u32> {
    let digits = text.as_bytes();
    if digits.len() > 1 && digits.first() == Some(&b'0') {
        return None;
    }
    digits
        .iter()
        .try_fold(0_u32, |value, digit| {
            let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
            value.checked_mul(10)?.checked_add(u32::from(digit))
        })
        .filter(|_| !digits.is_empty())
}

/// The number that digits of `radix` (at most 16) spell, and nothing else does; one
/// that is too large is the largest.
#[must_use]
#[cfg_attr(target_os = "none", inline(never))]
pub fn parse_saturating(text: &[u8], radix: u32) -> Option<u32> {
    let mut value: u32 = 0;
    for byte in text {
        let digit = char::from(*byte).to_digit(radix)?;
        value = value.saturating_mul(radix).saturating_add(digit);
    }
    (!text.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_division_in_halves_is_a_division() {
        let values = [
            0,
            9,
            10,
            0xFFFF_FFFF,
            1 << 32,
            253_402_300_799_999,
            u64::MAX,
        ];
        for value in values.into_iter().chain((0..64).map(|bit| 1 << bit)) {
            for divisor in [1, 2, 10, 675, 1000, u16::MAX] {
                let (quotient, rest) = divide(value, divisor);
                assert_eq!(quotient, value / u64::from(divisor), "{value} / {divisor}");
                assert_eq!(
                    u64::from(rest),
                    value % u64::from(divisor),
                    "{value} % {divisor}"
                );
            }
        }
    }

    #[test]
    fn digits_at_the_edges() {
        for (value, text) in [
            (0, "0"),
            (9, "9"),
            (10, "10"),
            (4_294_967_295, "4294967295"),
            (u64::MAX, "18446744073709551615"),
        ] {
            assert_eq!(Decimal::new(value).as_str(), text);
            assert_eq!(Decimal::len_of(value), text.len());
            if let Ok(value) = u32::try_from(value) {
                let mut digits = [0xA5; 10];
                assert_eq!(write_u32(value, &mut digits), text.as_bytes());
            }
        }
        assert_eq!(Decimal::padded(42, 10).as_str(), "0000000042");
        assert_eq!(Decimal::padded(12_345_678_901, 10).as_str(), "12345678901");
    }

    #[test]
    fn only_canonical_numbers_are_read() {
        assert_eq!(parse_u32("0"), Some(0));
        assert_eq!(parse_u32("4294967295"), Some(u32::MAX));
        for text in [
            "",
            "-1",
            "+1",
            "01",
            "4294967296",
            "1 ",
            "0x1",
            "٣",
            // The neighbours of the digits.
            "1:",
            "/",
        ] {
            assert_eq!(parse_u32(text), None, "{text:?}");
        }
    }

    #[test]
    fn digits_of_a_radix_and_the_largest_of_what_is_larger() {
        for (text, radix, value) in [
            ("0", 10, Some(0)),
            ("007", 10, Some(7)),
            ("4294967295", 10, Some(u32::MAX)),
            ("4294967296", 10, Some(u32::MAX)),
            ("99999999999", 10, Some(u32::MAX)),
            ("fF0", 16, Some(0xFF0)),
            ("ffffffff0", 16, Some(u32::MAX)),
            ("", 10, None),
            ("1a", 10, None),
            ("1g", 16, None),
            ("+1", 10, None),
            ("1:", 10, None),
            ("99999999999 ", 10, None),
        ] {
            assert_eq!(parse_saturating(text.as_bytes(), radix), value, "{text}");
        }
    }
}
