//! The decoder of `miniz_oxide`.

use super::{Done, Ended, Fault};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_STOP_ON_BLOCK_BOUNDARY, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Decodes blocks up to the last one.
pub(super) fn blocks(input: &[u8], out: &mut [u8]) -> Result<Done, Fault> {
    let mut state = DecompressorOxide::default();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | TINFL_FLAG_STOP_ON_BLOCK_BOUNDARY;
    let (mut consumed, mut written) = (0_usize, 0_usize);
    let mut ended = Ended::default();
    loop {
        let rest = input.get(consumed..).unwrap_or_default();
        let (status, read, put) = decompress(&mut state, rest, out, written, flags);
        consumed = consumed.saturating_add(read);
        written = written.saturating_add(put);
        match status {
            TINFLStatus::Done => return Ok(Done { consumed, written }),
            TINFLStatus::HasMoreOutput => return Err(Fault::Full),
            TINFLStatus::BlockBoundary if ended.block(written) => {}
            _ => return Err(Fault::Malformed(consumed)),
        }
    }
}
