//! Compressors: the choice is a function pointer, so that what is not named is
//! not linked.

use tokenmint::Error;
use tokenmint::zlib::{Compression, ExactRef, ExactScratch, Fixed, Stored, compressed_capacity};

use crate::frame::{Buffer, Call, bytes};
use crate::status::{Failure, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_OK, written};

/// How the content of an AccessToken2 is compressed: one of the
/// `tokenmint_compress_...` functions, or your own that writes `content` as one
/// zlib stream (RFC 1950) to `out`, its length to `*out_len`, and returns
/// `TOKENMINT_OK`. `out_cap` is enough for a stream of stored blocks.
pub type tokenmint_compression = Option<
    unsafe extern "C" fn(
        content: *const u8,
        content_len: usize,
        out: *mut u8,
        out_cap: usize,
        out_len: *mut usize,
    ) -> i32,
>;

/// No compression, least code: zlib with stored blocks.
///
/// For @ref tokenmint_agora_issuer::compression; not called directly.
///
/// @param content      What to compress.
/// @param content_len  Bytes of it.
/// @param out          Receives the zlib stream. It is bytes: no NUL follows.
/// @param out_cap      Bytes there are.
/// @param out_len      Receives the length of the stream.
/// @retvals compress
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_compress_stored(
    content: *const u8,
    content_len: usize,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::bytes(out, out_cap, out_len)
            .with((bytes(content, content_len),), |(content,), _, out| {
                written(Stored.compress(content, out.bytes()))
            })
    }
}

/// One block of the fixed codes with matches: little code, and for short names
/// as short as zlib. The default on devices.
/// Arguments and use as @ref tokenmint_compress_stored.
/// @retvals compress
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_compress_fixed(
    content: *const u8,
    content_len: usize,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::bytes(out, out_cap, out_len)
            .with((bytes(content, content_len),), |(content,), _, out| {
                written(Fixed.compress(content, out.bytes()))
            })
    }
}

/// The very bytes of zlib at level 6, so that tokens equal those of the
/// official Python, C++ and Java libraries as text. Takes more code, and
/// kilobytes of stack while it runs. The default on hosts.
/// Arguments and use as @ref tokenmint_compress_stored.
/// @retvals compress
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_compress_exact(
    content: *const u8,
    content_len: usize,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::bytes(out, out_cap, out_len)
            .with((bytes(content, content_len),), |(content,), _, out| {
                exact(content, out)
            })
    }
}

/// Positions that the scratch has room for: speed on hosts, 4 KB of stack on
/// devices.
const POSITIONS: usize = if cfg!(feature = "std") { 1024 } else { 0 };

// The scratch has a frame of its own, so that asking for a size costs none.
#[inline(never)]
fn exact(content: &[u8], out: &mut Buffer) -> Result<usize, Failure> {
    let mut scratch = const { ExactScratch::<POSITIONS>::new() };
    written(ExactRef::new(&mut scratch).compress(content, out.bytes()))
}

/// A compressor that C chose.
#[derive(Debug)]
pub(crate) struct Chosen(unsafe extern "C" fn(*const u8, usize, *mut u8, usize, *mut usize) -> i32);

impl Chosen {
    pub(crate) fn new(compression: tokenmint_compression) -> Result<Self, Failure> {
        compression
            .map(Self)
            .ok_or(Failure::call(TOKENMINT_ERR_NULL_POINTER))
    }
}

impl Compression for Chosen {
    #[inline(always)] // Of two that mint, an image has one.
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        let needed = compressed_capacity(content.len());
        let out = out
            .get_mut(..needed)
            .ok_or(Error::BufferTooSmall { needed })?;
        let mut len = 0;
        // SAFETY: all pointers are to live memory of the lengths given; the
        // function is one of its type.
        let status = unsafe {
            (self.0)(
                content.as_ptr(),
                content.len(),
                out.as_mut_ptr(),
                out.len(),
                &raw mut len,
            )
        };
        if status == TOKENMINT_OK && len <= out.len() {
            Ok(len)
        } else {
            Err(Error::BadCompression { at: 0 })
        }
    }
}
