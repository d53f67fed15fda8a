//! A decoder for what most tokens are: one block of the fixed codes. They need
//! no tables, as the first bits of a code say how long it is.
//!
//! | nine bits, the first the highest | code | symbols |
//! |---|--:|---|
//! | from `0x000` | 7 bits | 256 to 279 |
//! | from `0x060` | 8 bits | 0 to 143 |
//! | from `0x180` | 8 bits | 280 to 287 |
//! | from `0x190` | 9 bits | 144 to 255 |

use super::super::codes::{
    DISTANCES, END_OF_BLOCK, LITERALS_AND_LENGTHS, distance_of_code, length_of_code,
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
        // Of one symbol: at most 9, 5 and 5, 13 bits.
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
    /// Sees to it that there are 33 bits, or all that are left.
    #[inline]
    fn fill(&mut self) {
        if self.count > 32 {
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
        let code = self.first(9);
        let (symbol, len) = match code {
            0..0x060 => ((code >> 2).wrapping_add(256), 7),
            0x060..0x180 => ((code >> 1).wrapping_sub(0x30), 8),
            0x180..0x190 => ((code >> 1).wrapping_sub(0xC0).wrapping_add(280), 8),
            _ => (code.wrapping_sub(0x190).wrapping_add(144), 9),
        };
        self.take(len)?;
        Some(symbol)
    }

    /// Bytes of `len` that have been taken, the last perhaps in part.
    const fn consumed(&self, len: usize) -> usize {
        let whole = self.count as usize / 8;
        len.saturating_sub(self.rest.len()).saturating_sub(whole)
    }
}
