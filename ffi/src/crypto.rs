//! Cryptography of the platform: what computes is a function pointer, so that of
//! our own code only what is named is linked.

mod hmac;

pub(crate) use hmac::Hmac;
pub use hmac::*;

use core::ptr::null;

use crate::frame::Plain;

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

// SAFETY: a pointer and an integer.
unsafe impl Plain for tokenmint_bytes {}
