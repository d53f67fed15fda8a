//! SHA-256 and the check of ES256 signatures, as ATH has them.

use core::ffi::c_void;
use core::ptr::null_mut;
use core::slice;

use tokenmint::Error;
use tokenmint::internals::crypto::sha256::Sha256;
use tokenmint::platform::{Crypto, CryptoFailed, Software};

use crate::status::{
    Failure, TOKENMINT_ERR_BAD_KEY, TOKENMINT_ERR_BAD_SIGNATURE, TOKENMINT_ERR_CRYPTO_FAILED,
    TOKENMINT_ERR_NULL_POINTER, TOKENMINT_OK, code,
};

/// Bytes of a SHA-256 digest.
pub const TOKENMINT_SHA256_LEN: usize = 32;

/// Computes SHA-256: @ref tokenmint_sha256, or your own that works with a library
/// or a peripheral of the platform. It writes the digest, its length to
/// `*digest_len`, and returns `TOKENMINT_OK`; anything else, or another length, is
/// `TOKENMINT_ERR_CRYPTO_FAILED` for the caller.
pub type tokenmint_hash = Option<
    unsafe extern "C" fn(
        context: *mut c_void,
        message: *const u8,
        message_len: usize,
        digest: *mut u8,
        digest_cap: usize,
        digest_len: *mut usize,
    ) -> i32,
>;

/// Checks the signature (64 bytes: r and s, big-endian) of a SHA-256 digest (32
/// bytes) with a P-256 public key: @ref tokenmint_es256_verify, or your own.
/// Returns `TOKENMINT_OK`, `TOKENMINT_ERR_BAD_SIGNATURE`, or
/// `TOKENMINT_ERR_BAD_KEY` for what is no key; anything else is
/// `TOKENMINT_ERR_CRYPTO_FAILED` for the caller.
pub type tokenmint_es256_verifier = Option<
    unsafe extern "C" fn(
        context: *mut c_void,
        public_key: *const u8,
        public_key_len: usize,
        digest: *const u8,
        signature: *const u8,
    ) -> i32,
>;

/// SHA-256 by the library's own code.
///
/// For the structs of ATH. The library calls it with what it has checked, so
/// unlike other functions this one checks no pointer.
///
/// @param context              Not used.
/// @param message,message_len  The message.
/// @param digest,digest_cap,digest_len  Receives `TOKENMINT_SHA256_LEN` bytes: no
///        NUL follows.
/// @retvals ok crypto_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_sha256(
    context: *mut c_void,
    message: *const u8,
    message_len: usize,
    digest: *mut u8,
    digest_cap: usize,
    digest_len: *mut usize,
) -> i32 {
    let _ = context;
    if digest_cap < TOKENMINT_SHA256_LEN {
        return TOKENMINT_ERR_CRYPTO_FAILED;
    }
    // SAFETY: the caller's promise for all pointers.
    unsafe {
        let mut own = Sha256::new();
        if message_len > 0 {
            own.update(slice::from_raw_parts(message, message_len));
        }
        digest
            .cast::<[u8; TOKENMINT_SHA256_LEN]>()
            .write(own.finish());
        digest_len.write(TOKENMINT_SHA256_LEN);
    }
    TOKENMINT_OK
}

/// Checks an ES256 signature by the library's own code.
///
/// For @ref tokenmint_ath_expected::verifier. The library calls it with what it
/// has checked, so unlike other functions this one checks no pointer.
///
/// @param context  Not used.
/// @param public_key,public_key_len  The point, uncompressed or compressed.
/// @param digest     32 bytes.
/// @param signature  64 bytes.
/// @retvals ok bad_key bad_signature
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_es256_verify(
    context: *mut c_void,
    public_key: *const u8,
    public_key_len: usize,
    digest: *const u8,
    signature: *const u8,
) -> i32 {
    let _ = context;
    if public_key_len == 0 {
        return TOKENMINT_ERR_BAD_KEY;
    }
    // SAFETY: the caller's promise for all pointers.
    let checked = unsafe {
        let point = slice::from_raw_parts(public_key, public_key_len);
        Software.es256_verify(point, &*digest.cast(), &*signature.cast())
    };
    match checked {
        Ok(()) => TOKENMINT_OK,
        Err(error) => code(&error).into(),
    }
}

/// What C chose to hash with, and to check signatures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Es256 {
    hash: tokenmint_hash,
    hash_context: *mut c_void,
    verifier: tokenmint_es256_verifier,
    verifier_context: *mut c_void,
}

impl Es256 {
    /// For making a signature.
    pub(crate) fn hash(hash: tokenmint_hash, context: *mut c_void) -> Result<Self, Failure> {
        let none: tokenmint_es256_verifier = None;
        match hash {
            Some(_) => Ok(Self {
                hash,
                hash_context: context,
                verifier: none,
                verifier_context: null_mut(),
            }),
            None => Err(Failure::call(TOKENMINT_ERR_NULL_POINTER)),
        }
    }

    /// For checking one.
    pub(crate) fn verifier(
        self,
        verifier: tokenmint_es256_verifier,
        context: *mut c_void,
    ) -> Result<Self, Failure> {
        match verifier {
            Some(_) => Ok(Self {
                verifier,
                verifier_context: context,
                ..self
            }),
            None => Err(Failure::call(TOKENMINT_ERR_NULL_POINTER)),
        }
    }
}

impl Crypto for Es256 {
    fn sha256(
        &mut self,
        message: &[u8],
        digest: &mut [u8; TOKENMINT_SHA256_LEN],
    ) -> Result<(), CryptoFailed> {
        let mut len = 0;
        let function = self.hash.ok_or(CryptoFailed)?;
        // SAFETY: all pointers are to live memory of the lengths given; the
        // function is one of its type.
        let status = unsafe {
            function(
                self.hash_context,
                message.as_ptr(),
                message.len(),
                digest.as_mut_ptr(),
                digest.len(),
                &raw mut len,
            )
        };
        if status == TOKENMINT_OK && len == digest.len() {
            Ok(())
        } else {
            Err(CryptoFailed)
        }
    }

    fn es256_verify(
        &mut self,
        point: &[u8],
        digest: &[u8; TOKENMINT_SHA256_LEN],
        signature: &[u8; 64],
    ) -> Result<(), Error> {
        let function = self.verifier.ok_or(CryptoFailed)?;
        // SAFETY: all pointers are to live memory of the lengths given; the
        // function is one of its type.
        let status = unsafe {
            function(
                self.verifier_context,
                point.as_ptr(),
                point.len(),
                digest.as_ptr(),
                signature.as_ptr(),
            )
        };
        match status {
            TOKENMINT_OK => Ok(()),
            TOKENMINT_ERR_BAD_SIGNATURE => Err(Error::BadSignature),
            TOKENMINT_ERR_BAD_KEY => Err(Error::BadKey),
            _ => Err(Error::CryptoFailed),
        }
    }
}
