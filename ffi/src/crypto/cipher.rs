//! AES-256, as ZEGO has it.

use core::ffi::c_void;
use core::slice;

use tokenmint::internals::crypto::{aes_cbc, aes_gcm};
use tokenmint::platform::{Crypto, CryptoFailed, Software};

use crate::frame::stack;
use crate::status::{
    Failure, TOKENMINT_ERR_CRYPTO_FAILED, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_OK,
};

/// Encrypts or decrypts `data` in place with AES-256: @ref tokenmint_aes256_cbc,
/// @ref tokenmint_aes256_gcm, or your own that works with a library or a
/// peripheral of the platform. Returns `TOKENMINT_OK`; anything else is a failure
/// of the call, which gives no token.
///
/// `iv_len` is 16 for CBC: `data` is whole blocks, with their padding. It is 12 for
/// GCM, which has no associated data: `data` is a text and behind it 16 bytes for
/// the tag, to be written, or to be checked before anything is decrypted.
///
/// A key of no bytes is one that the platform holds: which one, `context` says.
pub type tokenmint_cipher = Option<
    unsafe extern "C" fn(
        context: *mut c_void,
        key: *const u8,
        key_len: usize,
        iv: *const u8,
        iv_len: usize,
        data: *mut u8,
        data_len: usize,
    ) -> i32,
>;

/// Encrypts with AES-256-CBC by the library's own code.
///
/// For @ref tokenmint_zego_issuer::cipher. The library calls it with what it has
/// checked, so unlike other functions this one checks no pointer.
///
/// @param context        Not used.
/// @param key,key_len    The key: 32 bytes.
/// @param iv,iv_len      The initialization vector: 16 bytes.
/// @param data,data_len  What is encrypted in place: whole blocks.
/// @retvals ok crypto_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_aes256_cbc(
    context: *mut c_void,
    key: *const u8,
    key_len: usize,
    iv: *const u8,
    iv_len: usize,
    data: *mut u8,
    data_len: usize,
) -> i32 {
    let _ = context;
    if (key_len, iv_len) != (aes_cbc::KEY_LEN, aes_cbc::IV_LEN) {
        return TOKENMINT_ERR_CRYPTO_FAILED;
    }
    // SAFETY: the caller's promise for all pointers, with the lengths just seen.
    unsafe {
        let data = slice::from_raw_parts_mut(data, data_len);
        aes_cbc::encrypt_blocks(&*key.cast(), &*iv.cast(), data);
    }
    stack::clear::<{ stack::CBC }>();
    TOKENMINT_OK
}

/// Encrypts with AES-256-GCM by the library's own code.
///
/// For @ref tokenmint_zego_issuer::cipher. The library calls it with what it has
/// checked, so unlike other functions this one checks no pointer.
///
/// @param context        Not used.
/// @param key,key_len    The key: 32 bytes.
/// @param iv,iv_len      The nonce: 12 bytes.
/// @param data,data_len  What is encrypted in place, and 16 bytes for the tag.
/// @retvals ok crypto_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_aes256_gcm(
    context: *mut c_void,
    key: *const u8,
    key_len: usize,
    iv: *const u8,
    iv_len: usize,
    data: *mut u8,
    data_len: usize,
) -> i32 {
    let _ = context;
    if (key_len, iv_len) != (aes_gcm::KEY_LEN, aes_gcm::NONCE_LEN) {
        return TOKENMINT_ERR_CRYPTO_FAILED;
    }
    // SAFETY: the caller's promise for all pointers, with the lengths just seen.
    let done = unsafe {
        let sealed = slice::from_raw_parts_mut(data, data_len);
        let key = slice::from_raw_parts(key, key_len);
        Software.aes256_gcm_encrypt(key, &*iv.cast(), sealed)
    };
    stack::clear::<{ stack::GCM }>();
    match done {
        Ok(()) => TOKENMINT_OK,
        Err(CryptoFailed) => TOKENMINT_ERR_CRYPTO_FAILED,
    }
}

/// What C chose to encrypt or decrypt with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cipher {
    function: unsafe extern "C" fn(
        *mut c_void,
        *const u8,
        usize,
        *const u8,
        usize,
        *mut u8,
        usize,
    ) -> i32,
    context: *mut c_void,
}

impl Cipher {
    pub(crate) fn new(function: tokenmint_cipher, context: *mut c_void) -> Result<Self, Failure> {
        match function {
            Some(function) => Ok(Self { function, context }),
            None => Err(Failure::call(TOKENMINT_ERR_NULL_POINTER)),
        }
    }

    #[inline(never)]
    fn run(&self, key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), CryptoFailed> {
        // SAFETY: all pointers are to live memory of the lengths given; the
        // function is one of its type.
        let status = unsafe {
            (self.function)(
                self.context,
                key.as_ptr(),
                key.len(),
                iv.as_ptr(),
                iv.len(),
                data.as_mut_ptr(),
                data.len(),
            )
        };
        match status {
            TOKENMINT_OK => Ok(()),
            _ => Err(CryptoFailed),
        }
    }
}

/// The function of C for each of these: which one is wanted, the length of the
/// initialization vector and the function itself say.
macro_rules! by_function {
    ($($name:ident: $iv_len:path),+ $(,)?) => {$(
        fn $name(
            &mut self,
            key: &[u8],
            iv: &[u8; $iv_len],
            data: &mut [u8],
        ) -> Result<(), CryptoFailed> {
            self.run(key, iv, data)
        }
    )+};
}

impl Crypto for Cipher {
    by_function! {
        aes256_cbc_encrypt: aes_cbc::IV_LEN,
        aes256_cbc_decrypt: aes_cbc::IV_LEN,
        aes256_gcm_encrypt: aes_gcm::NONCE_LEN,
        aes256_gcm_decrypt: aes_gcm::NONCE_LEN,
    }
}
