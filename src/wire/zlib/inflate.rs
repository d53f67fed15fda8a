//! Inflating: one front, decoders behind it.
//!
//! The front reads the zlib frame and judges it, so that decoders only
//! see deflate blocks:
//!
//! | bytes | what | rule |
//! |---|---|---|
//! | 1 | method 8, window size 0-7 | the window size is not held against the distances: they may reach to the start of the output |
//! | 1 | check bits, no preset dictionary | both bytes, big-endian, are a multiple of 31 |
//! | ... | deflate blocks (RFC 1951) | code sets complete, but for a single one-bit code or no code at all |
//! | 4 | Adler-32, big-endian | must match |
//! | 0 | | nothing may follow |

#[cfg(feature = "std")]
mod fixed;
#[cfg(feature = "std")]
mod miniz;
mod small;

use super::{CONTENT_MAX, adler32};
use crate::Error;

/// Why a decoder stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// Malformed or ended early at this byte of the blocks.
    Malformed(usize),
    /// The output is full and more would follow.
    Full,
}

/// Bounds the work that produces nothing: compressors end a block where the
/// codes change or on a flush, not every few bytes.
#[derive(Debug, Default)]
struct Ended {
    blocks: usize,
}

impl Ended {
    /// Blocks that may be small, or empty.
    const SMALL: usize = 64;
    /// Bytes that every further block has on average, at least.
    const AVERAGE: usize = 64;

    /// Counts a block that was not the last; false when there are too many for
    /// the bytes written so far.
    const fn block(&mut self, written: usize) -> bool {
        self.blocks = self.blocks.saturating_add(1);
        self.blocks <= Self::SMALL.saturating_add(written / Self::AVERAGE)
    }
}

/// What a decoder has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Done {
    consumed: usize,
    written: usize,
}

/// Inflates the zlib stream `stream` into the front of `out` and gives the
/// length of the content.
///
/// Strict: header, checksum and end are checked. Work and memory are bounded
/// by [`CONTENT_MAX`], however far the stream would expand and however many
/// blocks it has: more than 64 must have 64 bytes each on average. With feature
/// `std` one block of the fixed codes, which most tokens are, has a decoder of
/// its own, and the rest is for `miniz_oxide`; without it all is for the one of
/// [`inflate_small`]. They accept the same streams.
///
/// # Errors
///
/// - [`Error::BadCompression`]: malformed or ends early;
/// - [`Error::TrailingData`]: something follows the stream;
/// - [`Error::TooLarge`]: more than [`CONTENT_MAX`] bytes of content;
/// - [`Error::BufferTooSmall`]: `out` is shorter than the content and shorter
///   than [`CONTENT_MAX`], which is enough for every content.
///
/// After an error the front of `out` is unspecified.
///
/// ```
/// # #[cfg(feature = "internals")] {
/// use tokenmint::internals::wire::zlib::inflate;
///
/// let stream = b"\x78\x9c\xcb\x48\xcd\xc9\xc9\x57\xc8\x40\x27\x01\x68\x03\x08\xb1";
/// let mut out = [0; 64];
/// assert_eq!(inflate(stream, &mut out), Ok(23));
/// assert_eq!(&out[..23], b"hello hello hello hello");
/// # }
/// ```
pub fn inflate(stream: &[u8], out: &mut [u8]) -> Result<usize, Error> {
    #[cfg(feature = "std")]
    return framed(stream, out, |blocks, out| {
        fixed::only_block(blocks, out).map_or_else(|| miniz::blocks(blocks, out), Ok)
    });
    #[cfg(not(feature = "std"))]
    return inflate_small(stream, out);
}

/// [`inflate`] by the small decoder of this crate, whatever the features:
/// about 1.3 KB of stack.
///
/// # Errors
///
/// As [`inflate`].
pub fn inflate_small(stream: &[u8], out: &mut [u8]) -> Result<usize, Error> {
    framed(stream, out, small::blocks)
}

/// [`inflate`] by `miniz_oxide`: 10.5 KB of stack.
///
/// # Errors
///
/// As [`inflate`].
#[cfg(feature = "std")]
pub fn inflate_miniz(stream: &[u8], out: &mut [u8]) -> Result<usize, Error> {
    framed(stream, out, miniz::blocks)
}

/// How reading deflate blocks (RFC 1951) came to its end.
#[cfg(feature = "doctor")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blocks {
    /// With the last block; more may follow it.
    Whole {
        /// Bytes that the blocks take.
        consumed: usize,
        /// Bytes of content.
        written: usize,
    },
    /// With the input, inside a block.
    Cut,
    /// At what is no deflate.
    Malformed,
    /// With the room for the content.
    Full,
}

/// Inflates blocks without the frame of zlib into the front of `out`; what has
/// been inflated until a fault stays there.
#[cfg(feature = "doctor")]
pub(crate) fn inflate_blocks(blocks: &[u8], out: &mut [u8]) -> Blocks {
    match small::blocks(blocks, out) {
        Ok(Done { consumed, written }) => Blocks::Whole { consumed, written },
        Err(Fault::Malformed(at)) if at >= blocks.len() => Blocks::Cut,
        Err(Fault::Malformed(_)) => Blocks::Malformed,
        Err(Fault::Full) => Blocks::Full,
    }
}

fn framed<D>(stream: &[u8], out: &mut [u8], decode: D) -> Result<usize, Error>
where
    D: FnOnce(&[u8], &mut [u8]) -> Result<Done, Fault>,
{
    let (header, body) = stream
        .split_first_chunk()
        .ok_or(Error::BadCompression { at: stream.len() })?;
    let [method, flags] = *header;
    let known = method & 0x0F == 8 && method >> 4 <= 7;
    let preset_dictionary = flags & 0x20 != 0;
    if !known || preset_dictionary || u16::from_be_bytes(*header) % 31 != 0 {
        return Err(Error::BadCompression { at: 0 });
    }

    let room = out.len().min(CONTENT_MAX);
    let out = out.get_mut(..room).unwrap_or_default();
    let done = decode(body, out).map_err(|fault| match fault {
        Fault::Malformed(at) => Error::BadCompression {
            at: at.saturating_add(2),
        },
        Fault::Full if room < CONTENT_MAX => Error::BufferTooSmall {
            needed: CONTENT_MAX,
        },
        Fault::Full => Error::TooLarge { max: CONTENT_MAX },
    })?;

    let at = done.consumed.saturating_add(2);
    let (checksum, rest) = body
        .get(done.consumed..)
        .and_then(<[u8]>::split_first_chunk)
        .ok_or(Error::BadCompression { at })?;
    debug_assert!(done.written <= out.len(), "no more than there is room");
    let content = out.get(..done.written).unwrap_or_default();
    if u32::from_be_bytes(*checksum) != adler32(content) {
        return Err(Error::BadCompression { at });
    }
    if !rest.is_empty() {
        return Err(Error::TrailingData {
            at: at.saturating_add(4),
        });
    }
    Ok(done.written)
}
