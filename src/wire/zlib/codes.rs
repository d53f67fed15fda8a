//! The alphabets of deflate (RFC 1951, sections 3.2.5 and 3.2.6), computed
//! instead of tabulated: a few shifts are smaller than the tables and as fast.
//!
//! | alphabet | symbols |
//! |---|---|
//! | literals and lengths | 0-255 a byte, 256 end of block, 257-285 a match length of 3 to 258 |
//! | distances | 0-29, a distance of 1 to 32,768 |
//! | code lengths | 0-15 a length, 16 repeat the last, 17 and 18 runs of zeros |

use super::bits::BitWriter;

/// The symbol that ends a block.
pub(super) const END_OF_BLOCK: u16 = 256;
/// Symbols of the literal and length alphabet that a stream may contain.
pub(super) const LITERALS_AND_LENGTHS: usize = 286;
/// Symbols of the distance alphabet that a stream may contain.
pub(super) const DISTANCES: usize = 30;
/// Symbols of the code length alphabet.
pub(super) const CODE_LENGTHS: usize = 19;
/// The order in which the code lengths of the code length alphabet travel.
pub(super) const CODE_LENGTH_ORDER: [u8; CODE_LENGTHS] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// The shortest match.
pub(super) const MIN_MATCH: u16 = 3;
/// The longest match.
pub(super) const MAX_MATCH: u16 = 258;

/// What comes next in a content: bytes as they are, then perhaps a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) literals: usize,
    /// Repeats `length` bytes (3-258; 0: no match) ...
    pub(super) length: u16,
    /// ... from `distance` bytes (1-32,768) back.
    pub(super) distance: u16,
    /// Nothing follows.
    pub(super) last: bool,
}

impl Run {
    /// How many symbols it is.
    pub(super) fn symbols(self) -> usize {
        self.literals.wrapping_add(usize::from(self.length > 0))
    }

    /// How many bytes of the content it stands for.
    pub(super) fn covered(self) -> usize {
        self.literals.wrapping_add(usize::from(self.length))
    }
}

/// A symbol and the bits that follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Coded {
    pub(super) symbol: u16,
    pub(super) extra_bits: u32,
    pub(super) extra: u16,
}

/// The symbol of a match length of 3 to 258.
#[inline]
pub(super) fn code_of_length(length: u16) -> Coded {
    let offset = length.wrapping_sub(MIN_MATCH);
    if length == MAX_MATCH {
        plain(285)
    } else if offset < 8 {
        plain(offset.wrapping_add(257))
    } else {
        let extra_bits = magnitude(offset).wrapping_sub(2);
        let step = offset.wrapping_shr(extra_bits) & 3;
        Coded {
            symbol: u16::try_from(extra_bits << 2)
                .unwrap_or(0)
                .wrapping_add(step)
                .wrapping_add(261),
            extra_bits,
            extra: low_bits(offset, extra_bits),
        }
    }
}

/// The symbol of a distance of 1 to 32,768.
#[inline]
pub(super) fn code_of_distance(distance: u16) -> Coded {
    let offset = distance.wrapping_sub(1);
    if offset < 4 {
        plain(offset)
    } else {
        let size = magnitude(offset);
        let extra_bits = size.wrapping_sub(1);
        Coded {
            symbol: u16::try_from(size << 1)
                .unwrap_or(0)
                .wrapping_add(offset.wrapping_shr(extra_bits) & 1),
            extra_bits,
            extra: low_bits(offset, extra_bits),
        }
    }
}

/// The shortest length of a symbol of 257 to 285 and its number of extra bits.
pub(super) fn length_of_code(symbol: u16) -> (u16, u32) {
    let code = symbol.wrapping_sub(257);
    if code < 8 {
        (code.wrapping_add(MIN_MATCH), 0)
    } else if code == 28 {
        (MAX_MATCH, 0)
    } else {
        let extra_bits = u32::from(code >> 2).wrapping_sub(1);
        let base = ((code & 3) | 4).wrapping_shl(extra_bits);
        (base.wrapping_add(MIN_MATCH), extra_bits)
    }
}

/// The shortest distance of a symbol of 0 to 29 and its number of extra bits.
pub(super) fn distance_of_code(symbol: u16) -> (u16, u32) {
    if symbol < 4 {
        (symbol.wrapping_add(1), 0)
    } else {
        let extra_bits = u32::from(symbol >> 1).wrapping_sub(1);
        let base = ((symbol & 1) | 2).wrapping_shl(extra_bits);
        (base.wrapping_add(1), extra_bits)
    }
}

const fn plain(symbol: u16) -> Coded {
    Coded {
        symbol,
        extra_bits: 0,
        extra: 0,
    }
}

/// The position of the highest set bit of a number above 0.
fn magnitude(number: u16) -> u32 {
    15_u32.wrapping_sub(number.leading_zeros())
}

fn low_bits(number: u16, count: u32) -> u16 {
    number & 1_u16.wrapping_shl(count).wrapping_sub(1)
}

/// Codes of symbols and their lengths.
pub(super) trait Codes {
    fn literal_or_length(&self, symbol: u16) -> (u16, u32);
    fn distance(&self, symbol: u16) -> (u16, u32);
}

/// The codes that both sides know (RFC 1951, section 3.2.6).
#[derive(Debug)]
pub(super) struct FixedCodes;

impl Codes for FixedCodes {
    #[inline]
    fn literal_or_length(&self, symbol: u16) -> (u16, u32) {
        if cfg!(target_os = "none") {
            return fixed_code(symbol);
        }
        let packed = FIXED.get(usize::from(symbol)).copied().unwrap_or(0);
        (packed >> 4, u32::from(packed & 15))
    }

    #[inline]
    fn distance(&self, symbol: u16) -> (u16, u32) {
        (symbol, 5)
    }
}

/// [`fixed_code`] of every symbol, the length in the low four bits. A device
/// computes it.
static FIXED: [u16; LITERALS_AND_LENGTHS] = {
    let mut table = [0; LITERALS_AND_LENGTHS];
    let mut rest: &mut [u16] = &mut table;
    let mut symbol = 0;
    while let Some((slot, after)) = rest.split_first_mut() {
        let (code, length) = fixed_code(symbol);
        *slot = code << 4 | (length & 15) as u16;
        symbol = symbol.wrapping_add(1);
        rest = after;
    }
    table
};

/// What the fixed codes make of the next nine bits, as a stream has them: the
/// symbol, and the length of its code in the low four bits. Of the symbols some
/// are not allowed in a stream, but all have codes.
#[cfg(feature = "std")]
pub(super) static FIXED_DECODED: [u16; 512] = {
    let mut table = [0; 512];
    let mut rest: &mut [u16] = &mut table;
    let mut next: u16 = 0;
    while let Some((slot, after)) = rest.split_first_mut() {
        // The first bit becomes the highest.
        *slot = fixed_symbol(next.reverse_bits() >> 7);
        next = next.wrapping_add(1);
        rest = after;
    }
    table
};

/// The symbol whose fixed code the first of nine bits are, and its length as above.
#[cfg(feature = "std")]
const fn fixed_symbol(bits: u16) -> u16 {
    let mut symbol = 0;
    loop {
        let (code, length) = fixed_code(symbol);
        if bits.wrapping_shr(9_u32.wrapping_sub(length)) == code {
            return symbol << 4 | (length & 15) as u16;
        }
        // The codes are complete.
        symbol = symbol.wrapping_add(1);
    }
}

#[inline]
const fn fixed_code(symbol: u16) -> (u16, u32) {
    let code = match symbol {
        0..=143 => symbol.wrapping_add(0x30),
        144..=255 => symbol.wrapping_add(0x190 - 144),
        256..=279 => symbol.wrapping_sub(256),
        _ => symbol.wrapping_sub(280).wrapping_add(0xC0),
    };
    (code, fixed_length(symbol))
}

/// The length of the fixed code of a literal or length symbol.
pub(super) const fn fixed_length(symbol: u16) -> u32 {
    match symbol {
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    }
}

/// Writes a run that stands for the front of `content`; gives the rest.
#[inline]
pub(super) fn put_run<'c, C: Codes>(
    writer: &mut BitWriter<'_>,
    codes: &C,
    content: &'c [u8],
    run: Run,
) -> &'c [u8] {
    debug_assert!(run.covered() <= content.len(), "a run past the end");
    for &byte in content.get(..run.literals).unwrap_or_default() {
        let (code, count) = codes.literal_or_length(u16::from(byte));
        writer.put_code(u32::from(code), count);
    }
    if run.length > 0 {
        put_match(writer, codes, run.length, run.distance);
    }
    content.get(run.covered()..).unwrap_or_default()
}

fn put_match<C: Codes>(writer: &mut BitWriter<'_>, codes: &C, length: u16, distance: u16) {
    let coded = code_of_length(length);
    let (code, count) = codes.literal_or_length(coded.symbol);
    writer.put_code(u32::from(code), count);
    writer.put(u32::from(coded.extra), coded.extra_bits);
    let coded = code_of_distance(distance);
    let (code, count) = codes.distance(coded.symbol);
    writer.put_code(u32::from(code), count);
    writer.put(u32::from(coded.extra), coded.extra_bits);
}

/// Writes the end of a block.
pub(super) fn put_end<C: Codes>(writer: &mut BitWriter<'_>, codes: &C) {
    let (code, count) = codes.literal_or_length(END_OF_BLOCK);
    writer.put_code(u32::from(code), count);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 1951, section 3.2.5: the first length of each symbol from 257.
    const FIRST_LENGTHS: [u16; 29] = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258,
    ];
    /// RFC 1951, section 3.2.5: the first distance of each symbol.
    const FIRST_DISTANCES: [u16; 30] = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
        2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    #[test]
    fn every_length_has_the_symbol_of_the_rfc() {
        for length in MIN_MATCH..=MAX_MATCH {
            let index = FIRST_LENGTHS
                .iter()
                .rposition(|&first| first <= length)
                .unwrap();
            let coded = code_of_length(length);
            assert_eq!(usize::from(coded.symbol), 257 + index, "length {length}");
            assert_eq!(coded.extra, length - FIRST_LENGTHS[index]);
            assert_eq!(
                length_of_code(coded.symbol),
                (FIRST_LENGTHS[index], coded.extra_bits)
            );
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "32,768 distances")]
    fn every_distance_has_the_symbol_of_the_rfc() {
        for distance in 1..=32_768 {
            let index = FIRST_DISTANCES
                .iter()
                .rposition(|&first| first <= distance)
                .unwrap();
            let coded = code_of_distance(distance);
            assert_eq!(usize::from(coded.symbol), index, "distance {distance}");
            assert_eq!(coded.extra, distance - FIRST_DISTANCES[index]);
            assert_eq!(
                distance_of_code(coded.symbol),
                (FIRST_DISTANCES[index], coded.extra_bits)
            );
        }
    }

    #[test]
    fn fixed_codes_are_those_of_the_rfc() {
        let cases = [
            (0, "00110000"),
            (143, "10111111"),
            (144, "110010000"),
            (255, "111111111"),
            (256, "0000000"),
            (279, "0010111"),
            (280, "11000000"),
            (285, "11000101"),
        ];
        for (symbol, text) in cases {
            let (code, count) = FixedCodes.literal_or_length(symbol);
            assert_eq!(count as usize, text.len(), "symbol {symbol}");
            assert_eq!(u16::from_str_radix(text, 2), Ok(code), "symbol {symbol}");
        }
    }
}
