//! Who issues a token.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};

use tokenmint::internals::zego::check;
use tokenmint::{Error, Field, Limits};

use crate::crypto::{Cipher, tokenmint_cipher};
use crate::frame::{Guard, Kinds, Params, Plain, known_bytes, known_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// What every official library takes: ids of at most 64 UTF-16 units, an issue
/// time above 0.
pub const TOKENMINT_ZEGO_LIMITS_DOCUMENTED: u32 = 0;
/// All that the format can carry.
pub const TOKENMINT_ZEGO_LIMITS_WIRE: u32 = 1;

/// Bytes of the `iv` of a CBC token (token04 and token03).
pub const TOKENMINT_ZEGO_IV_LEN_CBC: usize = 16;
/// Bytes of the `iv` of a GCM token.
pub const TOKENMINT_ZEGO_IV_LEN_GCM: usize = 12;

/// Who issues a token, when, and from which random values.
///
/// `iv` and `nonce` are new for every token, from a cryptographic random
/// source: two GCM tokens with the same `iv` give away the key of the tag.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_zego_issuer {
    /// `sizeof(tokenmint_zego_issuer)`.
    pub struct_size: usize,
    /// The server secret: 32 ASCII characters. The library keeps no copy after
    /// the call; wiping this one is yours.
    pub secret: *const c_char,
    /// Bytes of the secret.
    pub secret_len: usize,
    /// Encrypts; not NULL. For GCM name @ref tokenmint_aes256_gcm, or one of the
    /// platform.
    /// @init TOKENMINT_ZEGO_CIPHER
    pub cipher: tokenmint_cipher,
    /// Handed to `cipher` as it is; may be NULL. Otherwise it may name a key of the
    /// platform: then the secret may be left out.
    pub cipher_context: *mut c_void,
    /// Random bytes.
    pub iv: *const u8,
    /// `TOKENMINT_ZEGO_IV_LEN_CBC` or `TOKENMINT_ZEGO_IV_LEN_GCM`.
    pub iv_len: usize,
    /// 0; keeps the numbers that follow at the same place everywhere.
    pub reserved: usize,
    /// A random number from 0 to 2^31 - 1, the range all libraries read.
    pub nonce: i64,
    /// Issue time in Unix seconds, UTC.
    pub issued_at: i64,
    /// The application, not 0.
    pub app_id: u32,
    /// `TOKENMINT_ZEGO_LIMITS_DOCUMENTED` or `TOKENMINT_ZEGO_LIMITS_WIRE`.
    /// @init TOKENMINT_ZEGO_LIMITS_DOCUMENTED
    pub limits: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_zego_issuer {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_zego_issuer {
    const FIRST_SIZE: usize = size_of::<Self>();
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, secret))
        .and(Kinds::BYTES, offset_of!(Self, iv));
}

/// An issuer struct that was checked: one word, so that a result fits into two
/// registers. Secrets stay where the caller has them.
#[derive(Clone, Copy)]
pub(super) struct Issued<'a>(&'a tokenmint_zego_issuer);

impl<'a> Issued<'a> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)] // What it needs is not below a cipher.
    pub(super) unsafe fn read(
        guard: &Guard,
        issuer: *const tokenmint_zego_issuer,
        place: &'a mut MaybeUninit<tokenmint_zego_issuer>,
    ) -> Result<Self, Failure> {
        // SAFETY: the same promise.
        let it = unsafe { guard.read(issuer, place)? };
        if it.reserved != 0 || it.limits > TOKENMINT_ZEGO_LIMITS_WIRE {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        Cipher::new(it.cipher, it.cipher_context)?;
        let issued = Self(it);
        // Without a secret the platform holds it, and a context says which it is.
        if !issued.secret().is_empty() || it.cipher_context.is_null() {
            check(issued.secret())?;
        }
        Ok(issued)
    }

    const fn secret(self) -> &'a str {
        // SAFETY: the guard has looked at it.
        unsafe { known_text(self.0.secret, self.0.secret_len) }
    }

    /// Empty: the platform holds it.
    pub(super) const fn key(self) -> &'a [u8] {
        self.secret().as_bytes()
    }

    pub(super) fn cipher(self) -> Cipher {
        let it = self.0;
        // SAFETY: `read` has looked at it: there is a function.
        unsafe { Cipher::new(it.cipher, it.cipher_context).unwrap_unchecked() }
    }

    pub(super) const fn app_id(self) -> u32 {
        self.0.app_id
    }

    pub(super) const fn issued_at(self) -> i64 {
        self.0.issued_at
    }

    pub(super) const fn limits(self) -> Limits {
        match self.0.limits {
            TOKENMINT_ZEGO_LIMITS_DOCUMENTED => Limits::Documented,
            _ => Limits::Wire,
        }
    }

    pub(super) const fn nonce(self) -> i64 {
        self.0.nonce
    }

    /// The random bytes, for a mode that begins with `N`. (What fails to be an
    /// array of them would be a second one on the stack.)
    pub(super) fn iv<const N: usize>(self) -> Result<&'a [u8; N], Error> {
        // SAFETY: the guard has looked at them.
        unsafe { known_bytes(self.0.iv, self.0.iv_len) }
            .try_into()
            .map_err(|_| Error::ValueOutOfRange {
                field: Field::Nonce,
                min: N as u64,
                max: N as u64,
            })
    }
}
