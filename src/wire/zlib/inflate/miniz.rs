//! The decoder of `miniz_oxide`.

use super::{Done, Fault};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Decodes blocks up to the last one.
pub(super) fn blocks(input: &[u8], out: &mut [u8]) -> Result<Done, Fault> {
    let mut state = DecompressorOxide::default();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, consumed, written) = decompress(&mut state, input, out, 0, flags);
    match status {
        TINFLStatus::Done => Ok(Done { consumed, written }),
        TINFLStatus::HasMoreOutput => Err(Fault::Full),
        _ => Err(Fault::Malformed(consumed)),
    }
}
