//! HMAC-SHA256.

use core::ffi::c_void;
use core::ptr::null_mut;

use tokenmint::Error;
use tokenmint::internals::crypto::hmac_sha256::HmacSha256;
use tokenmint::platform::{Crypto, CryptoFailed};

use super::tokenmint_bytes;
use crate::frame::{Call, put};
use crate::status::{Failure, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_OK, written};

/// Bytes of an HMAC-SHA256.
pub const TOKENMINT_HMAC_SHA256_LEN: usize = 32;

/// Computes a keyed hash (RFC 2104): @ref tokenmint_hmac_sha256, or your own that
/// works with a library or a peripheral of the platform. It writes the result to
/// `mac`, its length to `*mac_len`, and returns `TOKENMINT_OK`; anything else, or
/// another length, is `TOKENMINT_ERR_CRYPTO_FAILED` for the caller, who gets no
/// token.
///
/// The message is what `parts` make in a row; there are 1 to 4 of them. A key of
/// no bytes is one that the platform holds: which one, `context` says.
pub type tokenmint_hmac = Option<
    unsafe extern "C" fn(
        context: *mut c_void,
        key: *const u8,
        key_len: usize,
        parts: *const tokenmint_bytes,
        parts_count: usize,
        mac: *mut u8,
        mac_cap: usize,
        mac_len: *mut usize,
    ) -> i32,
>;

/// HMAC-SHA256 by the library's own code.
///
/// For @ref tokenmint_agora_issuer::hmac_sha256; rarely called directly.
///
/// @param context            Not used.
/// @param key,key_len        The key; not empty.
/// @param parts,parts_count  The message, in parts.
/// @param mac,mac_cap,mac_len  Receives `TOKENMINT_HMAC_SHA256_LEN` bytes: no NUL
///        follows.
/// @retvals bytes_call crypto_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_hmac_sha256(
    context: *mut c_void,
    key: *const u8,
    key_len: usize,
    parts: *const tokenmint_bytes,
    parts_count: usize,
    mac: *mut u8,
    mac_cap: usize,
    mac_len: *mut usize,
) -> i32 {
    let _ = context;
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::bytes(mac, mac_cap, mac_len).run(move |guard, out| {
            let key = guard.bytes(key, key_len)?;
            if key.is_empty() {
                return Err(Error::CryptoFailed.into());
            }
            let mut own = HmacSha256::new(key);
            for part in guard.list(parts, parts_count)? {
                own.update(guard.bytes(part.data, part.len)?);
            }
            written(put(own.end().expose(), out))
        })
    }
}

/// What C chose to compute HMAC-SHA256.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hmac {
    function: tokenmint_hmac,
    context: *mut c_void,
}

impl Hmac {
    /// Nothing: whoever asks it fails.
    pub(crate) const NONE: Self = Self {
        function: None,
        context: null_mut(),
    };

    pub(crate) fn new(function: tokenmint_hmac, context: *mut c_void) -> Result<Self, Failure> {
        match function {
            Some(_) => Ok(Self { function, context }),
            None => Err(Failure::call(TOKENMINT_ERR_NULL_POINTER)),
        }
    }
}

/// The most parts of a message: app id, channel, account and the rest of a 006
/// token.
const PARTS_MAX: usize = 4;

impl Crypto for Hmac {
    #[inline(never)]
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; TOKENMINT_HMAC_SHA256_LEN],
    ) -> Result<(), CryptoFailed> {
        debug_assert!(parts.len() <= PARTS_MAX, "a part would be left out");
        let mut list = [tokenmint_bytes::NONE; PARTS_MAX];
        for (place, part) in list.iter_mut().zip(parts) {
            *place = tokenmint_bytes::of(part);
        }
        let mut len = 0;
        let function = self.function.ok_or(CryptoFailed)?;
        let key = tokenmint_bytes::of(key);
        // SAFETY: all pointers are to live memory of the lengths given; the
        // function is one of its type.
        let status = unsafe {
            function(
                self.context,
                key.data,
                key.len,
                list.as_ptr(),
                parts.len(),
                mac.as_mut_ptr(),
                mac.len(),
                &raw mut len,
            )
        };
        if status == TOKENMINT_OK && len == mac.len() {
            Ok(())
        } else {
            Err(CryptoFailed)
        }
    }
}
