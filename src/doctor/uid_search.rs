//! The numbers behind a checksum.
//!
//! A 006 token has the CRC-32 of its user and not the user. CRC-32 is affine: of
//! two texts of the same length, the checksums differ by a value that depends
//! only on where the texts differ, and that is the sum of one value for each bit
//! that differs. A digit is the character `0` with up to four bits changed, so
//!
//! ```text
//! crc("4711") = crc("0000") ^ bits of 4 at place 3 ^ bits of 7 at place 2 ^ ...
//! ```
//!
//! The 28 bits of the seven lowest digits are 28 unknowns of 32 equations, which
//! have at most one solution; it counts when each of its digits is one. So a
//! search goes through what may stand before those seven digits, which for a uid
//! is 430 numbers: all 2^32 uids take some microseconds, and less than 1 KB.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::bits::Columns;
use crate::wire::crc32::crc32;

/// The digits that are solved for, and how many numbers they make.
const LOW_DIGITS: usize = 7;
const LOW: u64 = 10_000_000;

/// Bits in which a digit differs from `0`.
const DIGIT_BITS: usize = 4;

/// The most digits that are searched for.
const DIGITS_MAX: usize = 13;

/// Every uid whose decimal text has the checksum `crc`, ascending. The text `0`
/// counts as uid 0, although libraries write uid 0 as the empty text.
///
/// ```
/// // The checksum of "12".
/// assert_eq!(tokenmint::doctor::uids_behind(0x4f53_44cd), [12]);
/// ```
#[must_use]
pub fn uids_behind(crc: u32) -> Vec<u32> {
    numbers_behind(crc, "", "", 0..=u64::from(u32::MAX))
        .into_iter()
        .filter_map(|number| u32::try_from(number).ok())
        .collect()
}

/// Every number of `range` that, written between `prefix` and `suffix`, has the
/// checksum `crc`; ascending. Numbers of more than 13 digits are not looked for.
pub(super) fn numbers_behind(
    crc: u32,
    prefix: &str,
    suffix: &str,
    range: RangeInclusive<u64>,
) -> Vec<u64> {
    let places = Places::new(suffix);
    let low = Columns::new((0..LOW_DIGITS * DIGIT_BITS).map(|bit| places.bit(bit)));
    let zeros = |digits: usize| {
        let mut text = String::from(prefix);
        text.extend(core::iter::repeat_n('0', digits));
        text.push_str(suffix);
        crc32(text.as_bytes())
    };
    let mut found = Vec::new();
    // The numbers of up to seven digits, by their length: none has zeros in
    // front to make it longer.
    for digits in 1..=LOW_DIGITS {
        let number = low.solve(crc ^ zeros(digits)).and_then(number_of);
        found.extend(number.filter(|number| digits_of(*number) == digits));
    }
    for digits in LOW_DIGITS.saturating_add(1)..=DIGITS_MAX {
        let zero = zeros(digits);
        let first = power_of_ten(digits.saturating_sub(LOW_DIGITS).saturating_sub(1));
        let last = first.saturating_mul(10).saturating_sub(1);
        let from = first.max(range.start() / LOW);
        for high in from..=last.min(range.end() / LOW) {
            let number = low
                .solve(crc ^ zero ^ places.number(high))
                .and_then(number_of);
            found.extend(number.map(|number| high.saturating_mul(LOW).saturating_add(number)));
        }
    }
    found.retain(|number| range.contains(number));
    // By length, and in each length by what stands in front: ascending.
    debug_assert!(found.is_sorted());
    found
}

fn power_of_ten(exponent: usize) -> u64 {
    let exponent = u32::try_from(exponent).unwrap_or(u32::MAX);
    10_u64.saturating_pow(exponent)
}

const fn digits_of(number: u64) -> usize {
    match number.checked_ilog10() {
        // At most 19.
        Some(log) => (log as usize).saturating_add(1),
        None => 1,
    }
}

/// The number whose digits have these bits, the lowest digit first, if they are
/// digits.
fn number_of(bits: u64) -> Option<u64> {
    let digit = |at: usize| bits >> at.saturating_mul(DIGIT_BITS) & 0b1111;
    (0..LOW_DIGITS).rev().try_fold(0_u64, |number, at| {
        let digit = Some(digit(at)).filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// What the bits of a digit at a place, counted from the last one, add to the
/// checksum of zeros.
struct Places(Vec<[u32; DIGIT_BITS]>);

impl Places {
    fn new(suffix: &str) -> Self {
        let place = |at: usize| {
            let mut text: Vec<u8> = vec![b'0'; at.saturating_add(1)];
            text.extend_from_slice(suffix.as_bytes());
            let zero = crc32(&text);
            core::array::from_fn(|bit| {
                let mut text = text.clone();
                if let Some(first) = text.first_mut() {
                    *first ^= 1 << bit;
                }
                crc32(&text) ^ zero
            })
        };
        Self((0..DIGITS_MAX).map(place).collect())
    }

    /// The part of one of the bits of all places in a row.
    fn bit(&self, at: usize) -> u32 {
        let place = self.0.get(at / DIGIT_BITS);
        place
            .and_then(|bits| bits.get(at % DIGIT_BITS))
            .copied()
            .unwrap_or(0)
    }

    /// The part of a number that stands before the digits that are solved for.
    fn number(&self, number: u64) -> u32 {
        let mut left = number;
        let mut part = 0;
        for bits in self.0.iter().skip(LOW_DIGITS) {
            let digit = left % 10;
            left /= 10;
            for (at, value) in bits.iter().enumerate() {
                if digit >> at & 1 == 1 {
                    part ^= value;
                }
            }
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn every_number_is_found_and_nothing_else() {
        let edges = [
            0,
            1,
            9,
            10,
            99,
            9_999,
            10_000,
            99_999,
            9_999_999,
            10_000_000,
            99_999_999,
            999_999_999,
            1_000_000_000,
            2_147_483_648,
            4_294_967_295,
        ];
        let some = (0..400).map(|n| 10_737_419_u32.wrapping_mul(n));
        for uid in edges.into_iter().chain(some) {
            let crc = crc32(uid.to_string().as_bytes());
            let found = uids_behind(crc);
            assert!(found.contains(&uid), "{uid}");
            assert!(found.is_sorted());
            for other in found {
                assert_eq!(crc32(other.to_string().as_bytes()), crc, "{other}");
            }
        }
    }

    #[test]
    fn brute_force_agrees_on_small_numbers() {
        use alloc::collections::BTreeMap;
        let mut by_crc: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
        for number in 0..200_000_u64 {
            let crc = crc32(format!("-{number}.5").as_bytes());
            by_crc.entry(crc).or_default().push(number);
        }
        for (crc, numbers) in by_crc.iter().step_by(997) {
            assert_eq!(&numbers_behind(*crc, "-", ".5", 0..=199_999), numbers);
        }
        assert_eq!(
            numbers_behind(crc32(b"x10000"), "x", "", 10_001..=20_000),
            [0_u64; 0]
        );
    }
}
