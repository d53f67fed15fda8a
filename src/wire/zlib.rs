//! zlib (RFC 1950) and deflate (RFC 1951), from slice to slice.
//!
//! The strength of the compression is a type, so that what is not named is not
//! linked: [`Stored`], [`Fixed`] or [`Exact`], behind the trait [`Compression`].
//! `inflate` reads what any of them, or any other encoder, wrote.
//!
//! | strength | output | memory |
//! |---|---|---|
//! | [`Stored`] | the content and 11 bytes | none |
//! | [`Fixed`] | zlib level 6 without its own codes: the same bytes for most tokens | 0.6 KB of stack |
//! | [`Exact`], [`ExactRef`] | the bytes of zlib level 6 | 2.2 KB, and 6 bytes for each position searched fast |
//!
//! ```text
//! 78 9c | block | block ... | Adler-32 of the content, big-endian
//!         last:1 type:2 ...
//!         type 0 stored: align, length:16, complement:16, bytes
//!         type 1 fixed codes: symbols, end of block
//!         type 2 own codes: their lengths, symbols, end of block
//! ```

mod adler32;
mod bits;
mod codes;
mod exact;
mod fixed;
mod inflate;
mod lazy;
mod search;
mod stored;
#[cfg(test)]
mod tests;
mod trees;

pub use adler32::adler32;
pub use exact::{EXACT_MAX, Exact, ExactRef, ExactScratch};
pub use fixed::Fixed;
#[cfg(feature = "std")]
pub use inflate::inflate_miniz;
#[cfg(feature = "doctor")]
pub(crate) use inflate::{Blocks, inflate_blocks};
pub use inflate::{inflate, inflate_small};
pub use stored::Stored;

use crate::Error;

/// A way to write a zlib stream.
pub trait Compression {
    /// Writes `content` as one zlib stream into the front of `out` and gives
    /// its length, which never exceeds [`compressed_capacity`].
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] when `out` is shorter than
    /// [`compressed_capacity`], whether or not the stream would have fit;
    /// [`Error::ContentTooLarge`] above [`CONTENT_MAX`].
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error>;
}

/// What is used where no strength is named: [`Exact`] with feature `std`,
/// [`Fixed`] without.
#[cfg(feature = "std")]
pub type DefaultCompression = Exact;
/// What is used where no strength is named: [`Exact`] with feature `std`,
/// [`Fixed`] without.
#[cfg(not(feature = "std"))]
pub type DefaultCompression = Fixed;

/// The most bytes that are compressed or inflated: 256 KiB.
pub const CONTENT_MAX: usize = 0x4_0000;

/// Symbols after which zlib begins a new block.
const BLOCK_SYMBOLS: usize = 16_383;

/// The longest zlib stream for `content_len` bytes of content, whatever the
/// strength: 11 bytes more up to 16,383 bytes, 5 for every block after that.
///
/// Never decreases with `content_len`.
#[must_use]
#[cfg_attr(target_os = "none", inline(never))]
pub const fn compressed_capacity(content_len: usize) -> usize {
    let zlib_blocks = if content_len > BLOCK_SYMBOLS { 2 } else { 1 };
    let stored_blocks = stored::block_count(content_len);
    let blocks = if stored_blocks > zlib_blocks {
        stored_blocks
    } else {
        zlib_blocks
    };
    framed_len(content_len, blocks)
}

/// The length of a stream whose blocks are all stored: two bytes of header,
/// four of checksum, five a block.
const fn framed_len(content_len: usize, blocks: usize) -> usize {
    // There are at most a few more blocks than 65,535ths of the content.
    content_len.saturating_add(blocks.wrapping_mul(5).wrapping_add(6))
}

/// The part of `out` that a stream of `content` may use.
fn room_for<'o>(content: &[u8], out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    if content.len() > CONTENT_MAX {
        return Err(Error::ContentTooLarge { max: CONTENT_MAX });
    }
    let needed = compressed_capacity(content.len());
    out.get_mut(..needed)
        .ok_or(Error::BufferTooSmall { needed })
}
