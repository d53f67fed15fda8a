//! zlib (RFC 1950) and deflate (RFC 1951), from slice to slice.
//!
//! The strength of the compression is a type, so that what is not named is not
//! linked: [`Stored`], [`Fixed`] or [`Exact`], behind the trait [`Compression`].

use crate::Error;

/// A way to write a zlib stream.
pub trait Compression {
    /// Writes `content` as one zlib stream into the front of `out` and gives
    /// its length, which never exceeds [`compressed_max`].
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] when `out` is shorter than
    /// [`compressed_max`], whether or not the stream would have fit;
    /// [`Error::ContentTooLarge`] above [`CONTENT_MAX`].
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error>;
}

/// The most bytes that are compressed or inflated.
pub const CONTENT_MAX: usize = 256 * 1024;
