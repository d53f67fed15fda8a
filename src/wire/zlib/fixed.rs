//! [`Fixed`]: matches in one block with the codes that both sides know.

use super::bits::BitWriter;
use super::codes::{FixedCodes, put_end, put_run};
use super::lazy::Lazy;
use super::search::Ring;
use super::stored;
use super::{Compression, adler32, room_for};
use crate::Error;

/// One block of fixed Huffman codes with matches up to 255 bytes back, or
/// stored blocks where these are shorter.
///
/// Needs 0.6 KB of stack and no scratch. The matches are chosen as zlib
/// chooses them, so that up to 256 bytes of content give exactly the stream of
/// zlib level 6 wherever that one is a fixed block too, which it is for most
/// tokens.
///
/// ```
/// # #[cfg(feature = "internals")] {
/// use tokenmint::internals::wire::zlib::{Compression, Fixed, compressed_capacity, inflate};
///
/// let mut out = [0; compressed_capacity(24)];
/// let len = Fixed.compress(b"abcabcabcabcabcabcabcabc", &mut out)?;
/// assert!(len < 24);
/// let mut back = [0; 24];
/// assert_eq!(inflate(&out[..len], &mut back), Ok(24));
/// # }
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Fixed;

impl Compression for Fixed {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        let out = room_for(content, out)?;
        let stored_len = stored::stream_len(content.len());
        let len = put_stream(content, out.get_mut(..stored_len).unwrap_or_default());
        Ok(len.unwrap_or_else(|| stored::put_stream(content, 0x9C, out)))
    }
}

/// Writes the stream, or gives up when it does not fit.
fn put_stream(content: &[u8], out: &mut [u8]) -> Option<usize> {
    let mut writer = BitWriter::new(out);
    writer.put_bytes(&[0x78, 0x9C]);
    writer.put(0b011, 3);
    let mut lazy = Lazy::new(content);
    let mut ring = Ring::new();
    let mut rest = content;
    loop {
        let run = lazy.next(content, &mut ring, usize::MAX);
        rest = put_run(&mut writer, &FixedCodes, rest, run);
        if writer.overflowed() {
            return None;
        }
        if run.last {
            break;
        }
    }
    put_end(&mut writer, &FixedCodes);
    writer.align();
    writer.put_bytes(&adler32(content).to_be_bytes());
    (!writer.overflowed()).then_some(writer.len())
}
