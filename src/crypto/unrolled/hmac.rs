//! HMAC (RFC 2104) by `hmac`.
//!
//! Its core with a buffer beside it, which is what `hmac::Hmac` is too; but that
//! one ends by value, and a copy of the state costs a device stack.

use core::mem::ManuallyDrop;

use hmac::block_api::HmacCore;
use hmac::digest::block_api::{Buffer, FixedOutputCore, UpdateCore};
use hmac::{EagerHash, KeyInit};
use zeroize::Zeroize;

/// A keyed hash that takes its message in parts; wiped when dropped.
#[derive(Clone)]
pub(in crate::crypto) struct Hmac<H: EagerHash> {
    core: HmacCore<H>,
    // Its own drop would be part of every user, with a block of zeros.
    buffer: ManuallyDrop<Buffer<HmacCore<H>>>,
}

impl<H: EagerHash> Hmac<H> {
    pub(in crate::crypto) fn new(key: &[u8]) -> Self {
        // HMAC takes keys of every length: the compiler sees that the error of
        // the trait does not happen.
        let core = HmacCore::new_from_slice(key);
        Self {
            core: core.unwrap_or_else(|_| HmacCore::new(&Default::default())),
            buffer: ManuallyDrop::default(),
        }
    }

    /// The keyed hash of the message that `parts` make in a row, as long as `out`.
    #[inline]
    pub(in crate::crypto) fn digest<'p>(
        key: &[u8],
        parts: impl IntoIterator<Item = &'p [u8]>,
        out: &mut [u8],
    ) {
        let mut mac = Self::new(key);
        for part in parts {
            mac.update(part);
        }
        mac.finish(out);
    }

    pub(in crate::crypto) fn update(&mut self, part: &[u8]) {
        let core = &mut self.core;
        self.buffer
            .digest_blocks(part, |blocks| core.update_blocks(blocks));
    }

    /// Writes the result, which is as long as `out`.
    pub(in crate::crypto) fn finish(&mut self, out: &mut [u8]) {
        let out = out.try_into();
        debug_assert!(out.is_ok(), "another length than the hash has");
        if let Ok(out) = out {
            self.core.finalize_fixed_core(&mut self.buffer, out);
        }
    }
}

impl<H: EagerHash> Drop for Hmac<H> {
    #[inline(never)]
    fn drop(&mut self) {
        self.buffer.zeroize();
    }
}
