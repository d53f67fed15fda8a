//! A decoder for what most tokens are: one block of the fixed codes. No table is
//! made for them at run time; the one of the compiler has a symbol for every nine
//! bits that may come next, so that a signature, half of whose bytes have a longer
//! code, is read without a branch that nobody can foresee.

use super::super::codes::{
    DISTANCES, END_OF_BLOCK, FIXED_DECODED, LITERALS_AND_LENGTHS, distance_of_code, length_of_code,
};
use super::Done;

/// Last block, fixed codes, as the first three bits.
const LAST_FIXED: u64 = 0b011;

/// Decodes blocks that are one of the fixed codes. Nothing for whatever else it
/// is, be it other blocks or a fault: another decoder has to judge.
pub(super) fn only_block(input: &[u8], out: &mut [u8]) -> Option<Done> {
    let mut bits = Bits {
        rest: input,
        hold: 0,
        count: 0,
    };
    bits.fill();
    if bits.take(3)? != LAST_FIXED {
        return None;
    }
    let mut written = 0_usize;
    loop {
        // Of one symbol: at most 8 and 5, then 5 and 13 bits.
        bits.fill();
        let symbol = bits.symbol()?;
        if let Ok(byte) = u8::try_from(symbol) {
            *out.get_mut(written)? = byte;
            written = written.wrapping_add(1);
            continue;
        }
        if symbol == END_OF_BLOCK {
            break;
        }
        if usize::from(symbol) >= LITERALS_AND_LENGTHS {
            return None;
        }
        let (base, extra_bits) = length_of_code(symbol);
        let length = usize::from(base).wrapping_add(bits.number(extra_bits)?);
        let symbol = bits.distance_symbol()?;
        if usize::from(symbol) >= DISTANCES {
            return None;
        }
        let (base, extra_bits) = distance_of_code(symbol);
        let distance = usize::from(base).wrapping_add(bits.number(extra_bits)?);
        written = repeat(out, written, distance, length)?;
    }
    Some(Done {
        consumed: bits.consumed(input.len()),
        written,
    })
}

/// Writes `length` bytes of those from `distance` before `end` on, of which it
/// may write some itself; gives the new end.
#[inline]
fn repeat(out: &mut [u8], end: usize, distance: usize, length: usize) -> Option<usize> {
    let source = end.checked_sub(distance)?;
    let new_end = end.checked_add(length)?;
    if new_end > out.len() {
        return None;
    }
    if distance >= length {
        out.copy_within(source..source.wrapping_add(length), end);
    } else {
        for at in end..new_end {
            let byte = out.get(at.wrapping_sub(distance)).copied()?;
            *out.get_mut(at)? = byte;
        }
    }
    Some(new_end)
}

/// Bits of a deflate stream, the lowest of a byte first.
struct Bits<'i> {
    rest: &'i [u8],
    hold: u64,
    /// Bits in `hold`.
    count: u32,
}

impl Bits<'_> {
    /// Sees to it that there are 32 bits, or all that are left.
    #[inline]
    fn fill(&mut self) {
        if self.count >= 32 {
            return;
        }
        if let Some((four, rest)) = self.rest.split_first_chunk() {
            self.hold |= u64::from(u32::from_le_bytes(*four)).wrapping_shl(self.count);
            self.count = self.count.wrapping_add(32);
            self.rest = rest;
            return;
        }
        while let Some((byte, rest)) = self.rest.split_first() {
            self.hold |= u64::from(*byte).wrapping_shl(self.count);
            self.count = self.count.wrapping_add(8);
            self.rest = rest;
        }
    }

    #[inline]
    fn take(&mut self, count: u32) -> Option<u64> {
        let left = self.count.checked_sub(count)?;
        let taken = self.hold & 1_u64.wrapping_shl(count).wrapping_sub(1);
        self.hold = self.hold.wrapping_shr(count);
        self.count = left;
        Some(taken)
    }

    /// Up to 13 bits as a number.
    #[inline]
    fn number(&mut self, count: u32) -> Option<usize> {
        self.take(count)
            .and_then(|number| usize::try_from(number).ok())
    }

    /// The next bits, at most 16, of which the first becomes the highest; they
    /// stay.
    #[inline]
    fn first(&self, count: u32) -> u16 {
        // The lowest bits are the next ones, and nothing else is looked at.
        #[allow(clippy::cast_possible_truncation)]
        let next = self.hold as u16;
        next.reverse_bits().wrapping_shr(16_u32.wrapping_sub(count))
    }

    /// A symbol of the distances: five bits.
    #[inline]
    fn distance_symbol(&mut self) -> Option<u16> {
        let symbol = self.first(5);
        self.take(5)?;
        Some(symbol)
    }

    /// A symbol of the fixed codes of literals and lengths.
    #[inline]
    fn symbol(&mut self) -> Option<u16> {
        let next = usize::try_from(self.hold & 0x1FF).ok()?;
        let decoded = FIXED_DECODED.get(next)?;
        self.take(u32::from(decoded & 15))?;
        Some(decoded >> 4)
    }

    /// Bytes of `len` that have been taken, the last perhaps in part.
    const fn consumed(&self, len: usize) -> usize {
        let whole = self.count as usize / 8;
        len.saturating_sub(self.rest.len()).saturating_sub(whole)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::vec;
    use std::vec::Vec;

    use super::super::miniz;
    use super::*;
    use crate::wire::zlib::tests::BitString;

    /// RFC 1951, section 3.2.5: the extra bits of the lengths from symbol 257 on.
    const LENGTH_EXTRA: [u32; 29] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ];
    /// RFC 1951, section 3.2.5: the extra bits of the distances.
    const DISTANCE_EXTRA: [u32; 30] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12,
        13, 13,
    ];

    /// A symbol as RFC 1951, section 3.2.6, has it.
    fn put(bits: &mut BitString, symbol: u32) {
        match symbol {
            0..144 => bits.code(0b0011_0000 + symbol, 8),
            144..256 => bits.code(0b1_1001_0000 + symbol - 144, 9),
            256..280 => bits.code(symbol - 256, 7),
            _ => bits.code(0b1100_0000 + symbol - 280, 8),
        }
    }

    /// A match by its symbols; the extra bits are all ones, or all zeros.
    fn put_match(bits: &mut BitString, length: usize, distance: usize, ones: bool) {
        let extra = |count: u32| if ones { (1 << count) - 1 } else { 0 };
        put(bits, 257 + length as u32);
        bits.put(extra(LENGTH_EXTRA[length]), LENGTH_EXTRA[length]);
        bits.code(distance as u32, 5);
        bits.put(extra(DISTANCE_EXTRA[distance]), DISTANCE_EXTRA[distance]);
    }

    fn begin() -> BitString {
        let mut bits = BitString::default();
        bits.put(0b011, 3);
        bits
    }

    /// Every symbol with its extra bits, as `miniz_oxide` reads it.
    #[test]
    #[cfg_attr(miri, ignore = "50,000 bytes")]
    fn every_symbol_is_read_as_another_decoder_reads_it() {
        let mut bits = begin();
        for byte in 0..256 {
            put(&mut bits, byte);
        }
        // Of 258 bytes each, until every distance is behind.
        for _ in 0..130 {
            put_match(&mut bits, 28, 15, true);
        }
        for ones in [false, true] {
            for length in 0..29 {
                put_match(&mut bits, length, length, ones);
            }
            for distance in 0..30 {
                put_match(&mut bits, 29 - distance.max(1), distance, ones);
            }
        }
        put(&mut bits, 256);
        let mut input = bits.bytes();
        let end = input.len();
        input.extend([0xFF; 9]);
        let (mut out, mut expected) = (vec![0; 50_000], vec![0; 50_000]);
        let done = miniz::blocks(&input, &mut expected).ok().unwrap();
        assert_eq!(done.consumed, end);
        assert_eq!(only_block(&input, &mut out), Some(done));
        assert!(out == expected);
        // Nothing that is cut off, and nothing without room for all of it.
        let whole = &input[..end];
        assert_eq!(only_block(whole, &mut out[..done.written]), Some(done));
        assert_eq!(only_block(whole, &mut out[..done.written - 1]), None);
        for len in (0..end).step_by(7).chain([end - 1]) {
            assert_eq!(only_block(&whole[..len], &mut out), None, "{len}");
        }
    }

    #[test]
    fn room_is_needed_to_the_byte() {
        let mut literals = begin();
        (0..3).for_each(|_| put(&mut literals, 200));
        put(&mut literals, 256);
        // A byte, then four of it.
        let mut repeat = begin();
        put(&mut repeat, 7);
        put_match(&mut repeat, 1, 0, false);
        put(&mut repeat, 256);
        for (bits, content) in [(literals, vec![200; 3]), (repeat, vec![7; 5])] {
            let (input, len) = (bits.bytes(), content.len());
            let mut out = vec![0; len];
            let done = Done {
                consumed: input.len(),
                written: len,
            };
            assert_eq!(only_block(&input, &mut out), Some(done));
            assert_eq!(out, content);
            assert_eq!(only_block(&input, &mut out[..len - 1]), None);
        }
    }

    #[test]
    fn what_is_something_else_is_left_to_another_decoder() {
        let with = |symbols: &dyn Fn(&mut BitString)| {
            let mut bits = begin();
            put(&mut bits, 97);
            symbols(&mut bits);
            put(&mut bits, 256);
            let input: Vec<u8> = bits.bytes();
            only_block(&input, &mut [0; 64])
        };
        assert!(with(&|_| {}).is_some());
        assert!(with(&|bits| put_match(bits, 0, 0, false)).is_some());
        // Before the first byte, and symbols that do not exist.
        assert_eq!(with(&|bits| put_match(bits, 0, 1, false)), None);
        for symbol in [286, 287] {
            assert_eq!(with(&|bits| put(bits, symbol)), None, "{symbol}");
        }
        for distance in [30, 31] {
            let symbols = |bits: &mut BitString| {
                put(bits, 257);
                bits.code(distance, 5);
                bits.put(0, 14);
            };
            assert_eq!(with(&symbols), None, "{distance}");
        }
        for begin in (0..8).filter(|begin| *begin != 0b011) {
            let mut bits = BitString::default();
            bits.put(begin, 3);
            put(&mut bits, 256);
            assert_eq!(only_block(&bits.bytes(), &mut []), None, "{begin:b}");
        }
    }
}
