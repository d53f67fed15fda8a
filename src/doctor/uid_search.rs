//! The numbers behind a checksum.
//!
//! A 006 token has the CRC-32 of its user and not the user. CRC-32 is affine: of
//! two texts of the same length, the checksums differ by a value that depends
//! only on where the texts differ. So the checksum of a decimal text is that of
//! as many zeros, and for each digit a value of its place:
//!
//! ```text
//! crc("4711") = crc("0000") ^ place3[4] ^ place2[7] ^ place1[1] ^ place0[1]
//! ```
//!
//! The four lowest digits are tabulated by their part of the checksum; for all
//! that may stand before them (429,497 for a uid) the missing part is looked up.
//! That finds every one of the 2^32 uids in a millisecond or two, with 160 KB.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::wire::crc32::crc32;

/// The digits that are tabulated, and how many numbers they make.
const LOW_DIGITS: usize = 4;
const LOW: u64 = 10_000;

/// Digits that change with every step of the walk above them.
const MIDDLE_DIGITS: usize = 3;
const MIDDLE: u64 = 1_000;

/// The most digits that are searched for.
const DIGITS_MAX: usize = 13;

/// Bits of the checksum that choose a bucket.
const BUCKET_BITS: u32 = 14;

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
    let zeros: Vec<u32> = (0..=DIGITS_MAX)
        .map(|digits| {
            let mut text = String::from(prefix);
            text.extend(core::iter::repeat_n('0', digits));
            text.push_str(suffix);
            crc32(text.as_bytes())
        })
        .collect();
    let low = places.parts(0, LOW_DIGITS, LOW);
    let middle = places.parts(LOW_DIGITS, MIDDLE_DIGITS, MIDDLE);
    let buckets = Buckets::new(&low);
    let mut found = Vec::new();

    // Numbers of few digits have no leading zeros to make them longer.
    for (number, part) in (0..LOW).zip(&low) {
        let whole = zeros.get(digits_of(number)).map(|zero| zero ^ part);
        if whole == Some(crc) {
            found.push(number);
        }
    }
    let above = LOW.saturating_mul(MIDDLE);
    for top in *range.start() / above..=*range.end() / above {
        let top_part = places.part(LOW_DIGITS.saturating_add(MIDDLE_DIGITS), top);
        for (step, part) in (0..MIDDLE).zip(&middle) {
            let high = top.saturating_mul(MIDDLE).saturating_add(step);
            if high == 0 {
                continue;
            }
            let digits = digits_of(high).saturating_add(LOW_DIGITS);
            let Some(zero) = zeros.get(digits) else {
                return found;
            };
            for number in buckets.with(crc ^ zero ^ top_part ^ part) {
                found.push(high.saturating_mul(LOW).saturating_add(number));
            }
        }
    }
    found.retain(|number| range.contains(number));
    found.sort_unstable();
    found
}

const fn digits_of(number: u64) -> usize {
    match number.checked_ilog10() {
        // At most 19.
        Some(log) => (log as usize).saturating_add(1),
        None => 1,
    }
}

/// What a digit at a place, counted from the last one, adds to the checksum of
/// zeros.
struct Places(Vec<[u32; 10]>);

impl Places {
    fn new(suffix: &str) -> Self {
        let place = |at: usize| {
            let mut text: Vec<u8> = vec![b'0'; at.saturating_add(1)];
            text.extend_from_slice(suffix.as_bytes());
            let zero = crc32(&text);
            let mut parts = [0; 10];
            for (part, digit) in parts.iter_mut().zip(b'0'..) {
                if let Some(first) = text.first_mut() {
                    *first = digit;
                }
                *part = crc32(&text) ^ zero;
            }
            parts
        };
        Self((0..DIGITS_MAX).map(place).collect())
    }

    /// The part of `number`, whose last digit is at place `from`.
    fn part(&self, from: usize, number: u64) -> u32 {
        let mut left = number;
        self.0.iter().skip(from).fold(0, |part, digits| {
            let digit = usize::try_from(left % 10).ok();
            left /= 10;
            part ^ digit.and_then(|digit| digits.get(digit)).unwrap_or(&0)
        })
    }

    /// The parts of 0, 1, 2, ... up to `count`, of `digits` digits.
    fn parts(&self, from: usize, digits: usize, count: u64) -> Vec<u32> {
        debug_assert!(10_u64.checked_pow(digits as u32) == Some(count));
        (0..count).map(|number| self.part(from, number)).collect()
    }
}

/// Small numbers by their part of the checksum.
struct Buckets {
    /// Where the numbers of a bucket begin.
    starts: Vec<u32>,
    /// Part and number.
    entries: Vec<(u32, u16)>,
}

impl Buckets {
    fn new(parts: &[u32]) -> Self {
        let mut entries: Vec<(u32, u16)> = parts.iter().copied().zip(0..).collect();
        entries.sort_unstable();
        let mut starts = Vec::with_capacity((1 << BUCKET_BITS) + 1);
        let mut at: u32 = 0;
        let mut rest = entries.iter().peekable();
        for bucket in 0..=(1_u32 << BUCKET_BITS) {
            while rest
                .next_if(|(part, _)| bucket_of(*part) < bucket)
                .is_some()
            {
                at = at.saturating_add(1);
            }
            starts.push(at);
        }
        Self { starts, entries }
    }

    /// The numbers whose part is `part`.
    fn with(&self, part: u32) -> impl Iterator<Item = u64> + use<'_> {
        let bucket = bucket_of(part) as usize;
        let place = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let range = place(bucket)..place(bucket.saturating_add(1));
        let entries = self.entries.get(range).unwrap_or(&[]);
        let same = entries.iter().filter(move |(other, _)| *other == part);
        same.map(|(_, number)| u64::from(*number))
    }
}

const fn bucket_of(part: u32) -> u32 {
    part >> (32 - BUCKET_BITS)
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
    fn brute_force_agrees_below_a_million() {
        use std::collections::BTreeMap;
        let mut by_crc: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
        for number in 0..1_000_000_u64 {
            let crc = crc32(format!("-{number}.5").as_bytes());
            by_crc.entry(crc).or_default().push(number);
        }
        for (crc, numbers) in by_crc.iter().step_by(997) {
            assert_eq!(&numbers_behind(*crc, "-", ".5", 0..=999_999), numbers);
        }
        assert_eq!(
            numbers_behind(crc32(b"x10000"), "x", "", 10_001..=20_000),
            []
        );
    }
}
