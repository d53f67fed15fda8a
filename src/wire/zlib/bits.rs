//! Bits into bytes, least significant bit first (RFC 1951, section 3.1.1).

/// What is held, as wide as a register, and what is written at once: on a device a
/// byte, which takes the least code.
#[cfg(target_pointer_width = "64")]
type Held = u64;
#[cfg(target_pointer_width = "64")]
type Piece = u32;
#[cfg(not(target_pointer_width = "64"))]
type Held = u32;
#[cfg(not(target_pointer_width = "64"))]
type Piece = u8;

/// Writes bits to the front of a buffer and counts past its end without
/// writing there.
///
/// Codes travel with their highest bit first, numbers with their lowest. Most
/// are codes, so bits are held the way codes are and turned round when they are
/// written.
#[derive(Debug)]
pub(super) struct BitWriter<'a> {
    out: &'a mut [u8],
    len: usize,
    held: Held,
    held_bits: u32,
}

impl<'a> BitWriter<'a> {
    pub(super) const fn new(out: &'a mut [u8]) -> Self {
        Self {
            out,
            len: 0,
            held: 0,
            held_bits: 0,
        }
    }

    /// Appends a code of `count` bits (at most 16; the others are 0).
    #[cfg_attr(target_os = "none", inline(never))]
    #[cfg_attr(not(target_os = "none"), inline)]
    pub(super) fn put_code(&mut self, code: u32, count: u32) {
        debug_assert!(
            count <= 16 && code.checked_shr(count) == Some(0),
            "other bits are 0"
        );
        self.held = self.held.wrapping_shl(count) | Held::from(code);
        self.held_bits = self.held_bits.wrapping_add(count);
        while self.held_bits >= Piece::BITS {
            self.held_bits = self.held_bits.wrapping_sub(Piece::BITS);
            let oldest = self.held.wrapping_shr(self.held_bits);
            self.put_array(turned_round(oldest));
        }
    }

    /// Appends a number of `count` bits (at most 16; the others are 0).
    pub(super) fn put(&mut self, number: u32, count: u32) {
        let reversed = number
            .reverse_bits()
            .checked_shr(32_u32.wrapping_sub(count));
        self.put_code(reversed.unwrap_or(0), count);
    }

    /// Fills the last byte with zero bits.
    pub(super) fn align(&mut self) {
        self.put_code(0, self.held_bits.wrapping_neg() % u8::BITS);
        // A larger piece waits for its other bytes.
        while Piece::BITS > u8::BITS && self.held_bits > 0 {
            self.held_bits = self.held_bits.wrapping_sub(u8::BITS);
            let [.., oldest] = self.held.wrapping_shr(self.held_bits).to_be_bytes();
            self.put_array([oldest.reverse_bits()]);
        }
    }

    /// Appends whole bytes; only after [`BitWriter::align`].
    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn put_bytes(&mut self, bytes: &[u8]) {
        // In two steps, so that the compiler sees equal lengths.
        let room = self
            .out
            .get_mut(self.len..)
            .and_then(|rest| rest.get_mut(..bytes.len()));
        if let Some(room) = room {
            room.copy_from_slice(bytes);
        }
        self.len = self.len.wrapping_add(bytes.len());
    }

    #[inline]
    fn put_array<const N: usize>(&mut self, bytes: [u8; N]) {
        let rest = self.out.get_mut(self.len..);
        if let Some(room) = rest.and_then(<[u8]>::first_chunk_mut) {
            *room = bytes;
        }
        self.len = self.len.wrapping_add(N);
    }

    /// Whether more was appended than the buffer holds.
    pub(super) const fn overflowed(&self) -> bool {
        self.len > self.out.len()
    }

    /// Whole bytes appended so far.
    pub(super) const fn len(&self) -> usize {
        self.len
    }
}

/// The lowest piece as bytes, the highest bit first.
#[inline]
#[allow(clippy::cast_possible_truncation)] // What is higher stays.
const fn turned_round(bits: Held) -> [u8; size_of::<Piece>()] {
    (bits as Piece).reverse_bits().to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_fill_bytes_from_the_low_end() {
        let mut memory = [0xAA; 6];
        let mut writer = BitWriter::new(&mut memory[..5]);
        writer.put(0b1, 1);
        writer.put(0b10, 2);
        writer.put(0xFFFF, 16);
        writer.align();
        writer.put_bytes(&[7]);
        assert_eq!((writer.len(), writer.overflowed()), (4, false));
        writer.put_bytes(&[8]);
        assert_eq!((writer.len(), writer.overflowed()), (5, false));
        writer.put_bytes(&[9]);
        assert_eq!((writer.len(), writer.overflowed()), (6, true));
        assert_eq!(memory, [0b1111_1101, 0xFF, 0b111, 7, 8, 0xAA]);
    }

    #[test]
    fn aligning_twice_writes_once() {
        let mut memory = [0; 4];
        let mut writer = BitWriter::new(&mut memory);
        writer.align();
        writer.put(0b101, 3);
        writer.put_code(0x1FF, 9);
        writer.align();
        writer.align();
        assert_eq!(writer.len(), 2);
        assert_eq!(memory, [0b1111_1101, 0b1111, 0, 0]);
    }
}
