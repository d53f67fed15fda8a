//! [`Stored`]: no compression, the content in stored blocks.

use super::bits::BitWriter;
use super::{Compression, adler32, framed_len, room_for};
use crate::Error;
use crate::buffer::Writer;
use crate::wire::packing::put_u16;

/// The most bytes of one stored block.
const BLOCK_MAX: usize = 65_535;

/// Writes the content as it is: the fastest and the smallest code, the longest
/// token (11 bytes more than the content).
///
/// ```
/// use tokenmint::zlib::{Compression, Stored};
///
/// let mut out = [0; 16];
/// assert_eq!(Stored.compress(b"hello", &mut out), Ok(16));
/// assert_eq!(out[..7], [0x78, 0x01, 0x01, 5, 0, 0xFA, 0xFF]);
/// assert_eq!(&out[7..12], b"hello");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Stored;

impl Compression for Stored {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        Ok(put_stream(content, 0x01, room_for(content, out)?))
    }
}

/// The length of [`put_stream`]'s result.
pub(super) const fn stream_len(content_len: usize) -> usize {
    framed_len(content_len, block_count(content_len))
}

/// Stored blocks that a content takes: at least one.
pub(super) const fn block_count(content_len: usize) -> usize {
    // Whole blocks before the last. A division by 65,535 is one by 65,536 whose
    // rest is carried, up to 4 GiB.
    let before = content_len.saturating_sub(1);
    (before.wrapping_add(before >> 16).wrapping_add(1) >> 16).wrapping_add(1)
}

/// Writes the whole stream; `level` is the second byte of the header. Every block
/// begins at a whole byte here: a device that stores links no writer of bits.
pub(super) fn put_stream(content: &[u8], level: u8, out: &mut [u8]) -> usize {
    let mut writer = Writer::new(out);
    writer.put(&[0x78, level]);
    let mut rest = content;
    loop {
        let (block, after) = rest.split_at_checked(BLOCK_MAX).unwrap_or((rest, &[]));
        // The length, and its complement.
        let len = u16::try_from(block.len()).unwrap_or(u16::MAX);
        writer.put(&[u8::from(after.is_empty())]);
        put_u16(&mut writer, len);
        put_u16(&mut writer, !len);
        writer.put(block);
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    writer.put(&adler32(content).to_be_bytes());
    writer.len()
}

/// Writes one block of at most 65,535 bytes among others.
pub(super) fn put_block(writer: &mut BitWriter<'_>, bytes: &[u8], last: bool) {
    writer.put(u32::from(last), 3);
    writer.align();
    let [low, high, ..] = bytes.len().to_le_bytes();
    writer.put_bytes(&[low, high, !low, !high]);
    writer.put_bytes(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::zlib::inflate;

    /// RFC 1951, section 3.2.4: three bits, then from the next byte on the length, its
    /// complement and the content.
    #[test]
    fn a_block_among_others() {
        let mut memory = [0xAA; 24];
        let mut writer = BitWriter::new(&mut memory);
        writer.put(0b1, 1);
        put_block(&mut writer, b"ab", false);
        put_block(&mut writer, &[7; 3], true);
        assert_eq!(writer.len(), 15);
        assert_eq!(
            memory[..15],
            [
                0b1, 2, 0, 0xFD, 0xFF, b'a', b'b', 0b1, 3, 0, 0xFC, 0xFF, 7, 7, 7
            ]
        );
    }

    #[test]
    #[cfg_attr(miri, ignore = "blocks of 65,535 bytes")]
    fn lengths_at_the_block_boundaries() {
        extern crate std;
        use std::vec;
        for (len, blocks) in [
            (0, 1),
            (1, 1),
            (65_535, 1),
            (65_536, 2),
            (131_070, 2),
            (131_071, 3),
        ] {
            let content = vec![b'x'; len];
            let mut out = vec![0; len + 6 + 5 * blocks + 5];
            let written = Stored.compress(&content, &mut out).unwrap();
            assert_eq!(written, len + 6 + 5 * blocks, "content of {len}");
            assert_eq!(written, stream_len(len));
            let mut back = vec![0; len + 1];
            assert_eq!(inflate(&out[..written], &mut back), Ok(len));
            assert_eq!(back[..len], content);
        }
    }
}
