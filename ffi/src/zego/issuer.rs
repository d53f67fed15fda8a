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

/// What an issuer struct says, checked.
pub(super) struct Issued<'a> {
    pub(super) app_id: u32,
    /// Empty: the platform holds it.
    pub(super) key: &'a [u8],
    pub(super) cipher: Cipher,
    pub(super) issued_at: i64,
    pub(super) limits: Limits,
    iv: &'a [u8],
    pub(super) nonce: i64,
}

impl<'a> Issued<'a> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)] // What it needs is not below a cipher.
    pub(super) unsafe fn read(
        guard: &Guard,
        issuer: *const tokenmint_zego_issuer,
    ) -> Result<Self, Failure> {
        // Here, and not in a frame above a cipher.
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise; the guard has looked at the text.
        let (issuer, secret, iv) = unsafe {
            let issuer = guard.read(issuer, &mut place)?;
            let secret = known_text(issuer.secret, issuer.secret_len);
            (issuer, secret, known_bytes(issuer.iv, issuer.iv_len))
        };
        let unknown = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);
        if issuer.reserved != 0 {
            return Err(unknown);
        }
        Ok(Self {
            app_id: issuer.app_id,
            key: match secret {
                "" if !issuer.cipher_context.is_null() => &[],
                _ => check(secret)?,
            },
            cipher: Cipher::new(issuer.cipher, issuer.cipher_context)?,
            issued_at: issuer.issued_at,
            limits: match issuer.limits {
                TOKENMINT_ZEGO_LIMITS_DOCUMENTED => Limits::Documented,
                TOKENMINT_ZEGO_LIMITS_WIRE => Limits::Wire,
                _ => return Err(unknown),
            },
            iv,
            nonce: issuer.nonce,
        })
    }

    /// The random bytes, for a mode that begins with `N`. (What fails to be an
    /// array of them would be a second one on the stack.)
    pub(super) fn iv<const N: usize>(&self) -> Result<&[u8; N], Error> {
        self.iv.try_into().map_err(|_| Error::ValueOutOfRange {
            field: Field::Nonce,
            min: N as u64,
            max: N as u64,
        })
    }
}
