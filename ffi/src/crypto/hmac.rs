//! HMAC-SHA256.

use core::ffi::c_void;
use core::ptr::null_mut;
use core::slice;

use tokenmint::internals::crypto::hmac_sha256::HmacSha256;
use tokenmint::platform::{Crypto, CryptoFailed};

use super::tokenmint_bytes;
use crate::status::{
    Failure, TOKENMINT_ERR_CRYPTO_FAILED, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_OK,
};

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
/// For @ref tokenmint_agora_issuer::hmac_sha256. The library calls it with what it
/// has checked, so unlike other functions this one checks no pointer.
///
/// @param context            Not used.
/// @param key,key_len        The key; not empty.
/// @param parts,parts_count  The message, in parts.
/// @param mac,mac_cap,mac_len  Receives `TOKENMINT_HMAC_SHA256_LEN` bytes: no NUL
///        follows.
/// @retvals ok crypto_failed
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
    if key_len == 0 || mac_cap < TOKENMINT_HMAC_SHA256_LEN {
        return TOKENMINT_ERR_CRYPTO_FAILED;
    }
    // SAFETY: the caller's promise for all pointers; `mac` need not have been
    // initialized.
    unsafe {
        let key = slice::from_raw_parts(key, key_len);
        let parts = (0..parts_count).map(|at| parts.wrapping_add(at).read().bytes());
        mac.write_bytes(0, TOKENMINT_HMAC_SHA256_LEN);
        HmacSha256::digest_into(key, parts, &mut *mac.cast());
        mac_len.write(TOKENMINT_HMAC_SHA256_LEN);
    }
    TOKENMINT_OK
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
