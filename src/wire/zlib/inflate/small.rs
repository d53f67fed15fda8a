//! A decoder for devices: canonical codes, one bit at a time, no lookup tables.
//!
//! A canonical code is known by how many codes there are of each length and by
//! its symbols sorted by code. Walking down the lengths, the codes of one
//! length are a contiguous range, so the code read so far either falls into it
//! or is longer.

use super::super::codes::{
    CODE_LENGTH_ORDER, CODE_LENGTHS, DISTANCES, END_OF_BLOCK, LITERALS_AND_LENGTHS,
    distance_of_code, length_of_code,
};
use super::{Done, Ended, Fault};

/// Lengths of codes in bits, from none to the longest.
const LENGTHS: usize = 16;
/// The fixed codes have two symbols more than may occur.
const FIXED_LITERALS_AND_LENGTHS: usize = 288;
/// The fixed codes have two symbols more than may occur.
const FIXED_DISTANCES: usize = 32;
/// Symbols of both.
const SYMBOLS: usize = 320;

/// Decodes blocks up to the last one.
pub(super) fn blocks(input: &[u8], out: &mut [u8]) -> Result<Done, Fault> {
    let mut reader = Reader::new(input);
    let mut output = Output { out, len: 0 };
    let mut lengths = [0; SYMBOLS];
    let mut literals = Code::<FIXED_LITERALS_AND_LENGTHS>::new();
    let mut distances = Code::<FIXED_DISTANCES>::new();
    let mut ended = Ended::default();
    loop {
        let last = reader.bits(1)? == 1;
        let split = match reader.bits(2)? {
            0 => {
                stored(&mut reader, &mut output)?;
                None
            }
            1 => Some(fixed_lengths(&mut lengths)),
            2 => Some(dynamic_lengths(&mut reader, &mut lengths, &mut literals)?),
            _ => return Err(reader.malformed()),
        };
        if let Some((split, end)) = split {
            let (of_literals, of_distances) = lengths
                .get(..end)
                .and_then(|used| used.split_at_checked(split))
                .ok_or(reader.malformed())?;
            let sound = literals.fill(of_literals, true) && distances.fill(of_distances, true);
            if !sound {
                return Err(reader.malformed());
            }
            compressed(&mut reader, &mut output, &literals, &distances)?;
        }
        if last {
            return Ok(Done {
                consumed: reader.pos,
                written: output.len,
            });
        }
        if !ended.block(output.len) {
            return Err(reader.malformed());
        }
    }
}

/// Copies a stored block.
fn stored(reader: &mut Reader<'_>, output: &mut Output<'_>) -> Result<(), Fault> {
    reader.align();
    let len = reader.bits(16)?;
    let complement = reader.bits(16)?;
    if len ^ complement != 0xFFFF {
        return Err(reader.malformed());
    }
    for _ in 0..len {
        output.has_room()?;
        output.put(reader.byte()?);
    }
    Ok(())
}

/// Decodes the symbols of a compressed block.
fn compressed(
    reader: &mut Reader<'_>,
    output: &mut Output<'_>,
    literals: &Code<FIXED_LITERALS_AND_LENGTHS>,
    distances: &Code<FIXED_DISTANCES>,
) -> Result<(), Fault> {
    loop {
        let symbol = literals.read(reader)?;
        if let Ok(byte) = u8::try_from(symbol) {
            output.has_room()?;
            output.put(byte);
            continue;
        }
        if symbol == END_OF_BLOCK {
            return Ok(());
        }
        if usize::from(symbol) >= LITERALS_AND_LENGTHS {
            return Err(reader.malformed());
        }
        let (base, extra_bits) = length_of_code(symbol);
        let length = reader.bits(extra_bits)?.wrapping_add(u32::from(base));
        let symbol = distances.read(reader)?;
        if usize::from(symbol) >= DISTANCES {
            return Err(reader.malformed());
        }
        let (base, extra_bits) = distance_of_code(symbol);
        let distance = reader.bits(extra_bits)?.wrapping_add(u32::from(base));
        let source = usize::try_from(distance)
            .ok()
            .and_then(|distance| output.len.checked_sub(distance))
            .ok_or(reader.malformed())?;
        output.repeat(source, length)?;
    }
}

/// The lengths of the fixed codes; gives where the distances begin and end.
fn fixed_lengths(lengths: &mut [u8]) -> (usize, usize) {
    for (index, length) in (0_u16..).zip(lengths.iter_mut()) {
        *length = match index {
            0..144 => 8,
            144..256 => 9,
            256..280 => 7,
            280..288 => 8,
            _ => 5,
        };
    }
    (FIXED_LITERALS_AND_LENGTHS, lengths.len())
}

/// Reads the lengths of the codes of a block; gives where the distances begin
/// and end.
fn dynamic_lengths(
    reader: &mut Reader<'_>,
    lengths: &mut [u8],
    code: &mut Code<FIXED_LITERALS_AND_LENGTHS>,
) -> Result<(usize, usize), Fault> {
    let split = reader.count(5, 257)?;
    let end = reader.count(5, 1)?.saturating_add(split);
    let count = reader.count(4, 4)?;
    if split > LITERALS_AND_LENGTHS || end.saturating_sub(split) > DISTANCES {
        return Err(reader.malformed());
    }

    let mut of_lengths = [0; CODE_LENGTHS];
    for &symbol in CODE_LENGTH_ORDER.iter().take(count) {
        let length = reader.bits(3)?;
        if let Some(slot) = of_lengths.get_mut(usize::from(symbol)) {
            debug_assert!(length < 8, "three bits");
            *slot = u8::try_from(length).unwrap_or(0);
        }
    }
    if !code.fill(&of_lengths, false) {
        return Err(reader.malformed());
    }

    let mut at: usize = 0;
    let mut last = None;
    while at < end {
        let symbol = code.read(reader)?;
        let (length, repeat) = match symbol {
            16 => {
                let length = last.ok_or(reader.malformed())?;
                (length, reader.count(2, 3)?)
            }
            17 => (0, reader.count(3, 3)?),
            18 => (0, reader.count(7, 11)?),
            _ => (u8::try_from(symbol).unwrap_or(0), 1),
        };
        let next = at.saturating_add(repeat);
        if next > end {
            return Err(reader.malformed());
        }
        lengths
            .get_mut(at..next)
            .ok_or(reader.malformed())?
            .fill(length);
        last = Some(length);
        at = next;
    }
    Ok((split, end))
}

/// A canonical code over at most `N` symbols.
struct Code<const N: usize> {
    /// How many codes there are of each length.
    counts: [u16; LENGTHS],
    /// The symbols in the order of their codes.
    symbols: [u16; N],
}

impl<const N: usize> Code<N> {
    const fn new() -> Self {
        Self {
            counts: [0; LENGTHS],
            symbols: [0; N],
        }
    }

    /// Takes the code of these lengths (0-15, one a symbol); false when it has
    /// more codes than fit, or fewer than fit and is not a lone one-bit code
    /// or empty, which `sparse` allows.
    fn fill(&mut self, lengths: &[u8], sparse: bool) -> bool {
        self.counts.fill(0);
        for &length in lengths {
            if let Some(count) = self.counts.get_mut(usize::from(length)) {
                *count = count.wrapping_add(1);
            }
        }

        let mut starts = [0_u16; LENGTHS];
        let mut start: u16 = 0;
        let mut free: u32 = 1;
        let mut longest = 0_u8;
        let by_length = self.counts.iter().zip(&mut starts).skip(1);
        for (length, (&count, slot)) in (1_u8..).zip(by_length) {
            *slot = start;
            start = start.wrapping_add(count);
            let Some(left) = free.wrapping_shl(1).checked_sub(u32::from(count)) else {
                return false;
            };
            free = left;
            if count > 0 {
                longest = length;
            }
        }
        if free > 0 && (longest > 1 || !sparse) {
            return false;
        }

        for (symbol, &length) in (0_u16..).zip(lengths) {
            if length == 0 {
                continue;
            }
            if let Some(place) = starts.get_mut(usize::from(length)) {
                if let Some(slot) = self.symbols.get_mut(usize::from(*place)) {
                    *slot = symbol;
                }
                *place = place.wrapping_add(1);
            }
        }
        true
    }

    /// Reads one symbol.
    fn read(&self, reader: &mut Reader<'_>) -> Result<u16, Fault> {
        let mut code: u32 = 0;
        let mut first: u32 = 0;
        let mut index: u32 = 0;
        for &count in self.counts.iter().skip(1) {
            let count = u32::from(count);
            code = code.wrapping_shl(1) | reader.bits(1)?;
            first = first.wrapping_shl(1);
            let within = code.wrapping_sub(first);
            if within < count {
                let place = usize::try_from(index.wrapping_add(within)).unwrap_or(N);
                return self.symbols.get(place).copied().ok_or(reader.malformed());
            }
            first = first.wrapping_add(count);
            index = index.wrapping_add(count);
        }
        Err(reader.malformed())
    }
}

/// Reads bits, least significant first, and never holds a whole byte back.
struct Reader<'a> {
    input: &'a [u8],
    pos: usize,
    held: u32,
    held_bits: u32,
}

impl<'a> Reader<'a> {
    const fn new(input: &'a [u8]) -> Self {
        Self {
            input,
            pos: 0,
            held: 0,
            held_bits: 0,
        }
    }

    /// The next `count` bits, at most 16.
    fn bits(&mut self, count: u32) -> Result<u32, Fault> {
        while self.held_bits < count {
            let byte = self.byte()?;
            self.held |= u32::from(byte).wrapping_shl(self.held_bits);
            self.held_bits = self.held_bits.wrapping_add(8);
        }
        let value = self.held & 1_u32.wrapping_shl(count).wrapping_sub(1);
        self.held = self.held.wrapping_shr(count);
        self.held_bits = self.held_bits.wrapping_sub(count);
        Ok(value)
    }

    /// The next `bits` bits and `base` as a number.
    fn count(&mut self, bits: u32, base: usize) -> Result<usize, Fault> {
        let value = usize::try_from(self.bits(bits)?).unwrap_or(0);
        Ok(value.wrapping_add(base))
    }

    /// The next whole byte; only when no bits are held.
    fn byte(&mut self) -> Result<u8, Fault> {
        let byte = self.input.get(self.pos).ok_or(self.malformed())?;
        self.pos = self.pos.wrapping_add(1);
        Ok(*byte)
    }

    /// Skips to the next byte.
    fn align(&mut self) {
        self.held = 0;
        self.held_bits = 0;
    }

    const fn malformed(&self) -> Fault {
        Fault::Malformed(self.pos)
    }
}

struct Output<'a> {
    out: &'a mut [u8],
    len: usize,
}

impl Output<'_> {
    const fn has_room(&self) -> Result<(), Fault> {
        if self.len < self.out.len() {
            Ok(())
        } else {
            Err(Fault::Full)
        }
    }

    fn put(&mut self, byte: u8) {
        if let Some(slot) = self.out.get_mut(self.len) {
            *slot = byte;
            self.len = self.len.wrapping_add(1);
        }
    }

    /// Repeats `length` bytes from `source`, which may overlap themselves.
    fn repeat(&mut self, source: usize, length: u32) -> Result<(), Fault> {
        debug_assert!(source < self.len, "a match lies behind");
        let mut source = source;
        for _ in 0..length {
            self.has_room()?;
            let byte = self.out.get(source).copied().unwrap_or(0);
            self.put(byte);
            source = source.wrapping_add(1);
        }
        Ok(())
    }
}
