//! Cryptography of the platform: what computes is a function pointer, so that of
//! our own code only what is named is linked.

#[cfg(feature = "zego")]
mod cipher;
#[cfg(feature = "ath")]
mod es256;
#[cfg(feature = "agora")]
mod hmac;

#[cfg(feature = "zego")]
pub(crate) use cipher::Cipher;
#[cfg(feature = "zego")]
pub use cipher::*;
#[cfg(feature = "ath")]
pub(crate) use es256::Es256;
#[cfg(feature = "ath")]
pub use es256::*;
#[cfg(feature = "agora")]
pub(crate) use hmac::Hmac;
#[cfg(feature = "agora")]
pub use hmac::*;

use core::ptr::null;
use core::slice;

/// Bytes in a list: a part of a message.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_bytes {
    /// The bytes.
    pub data: *const u8,
    /// How many.
    pub len: usize,
}

impl tokenmint_bytes {
    /// No bytes.
    const NONE: Self = Self {
        data: null(),
        len: 0,
    };

    /// # Safety
    ///
    /// The bytes are there.
    unsafe fn bytes<'b>(self) -> &'b [u8] {
        match self.len {
            0 => &[],
            // SAFETY: the same promise.
            _ => unsafe { slice::from_raw_parts(self.data, self.len) },
        }
    }

    fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::NONE;
        }
        Self {
            data: bytes.as_ptr(),
            len: bytes.len(),
        }
    }
}
