//! SHA-1 by `sha1`.

#[cfg(any(feature = "doctor", all(test, feature = "authing")))]
use sha1::digest::{Update, block_api::FixedOutputCore};

use super::once::Once;
#[cfg(any(feature = "doctor", all(test, feature = "authing")))]
use crate::crypto::sha1::LEN;

sha1::digest::buffer_fixed!(
    /// A hash that takes its message in parts; wiped when dropped.
    pub(in crate::crypto) struct Sha1(Once<sha1::block_api::Sha1Core>);
    impl: BaseFixedTraits Default Clone HashMarker;
);

// HMAC knows it by its traits.
#[cfg(any(feature = "doctor", all(test, feature = "authing")))]
impl Sha1 {
    pub(in crate::crypto) fn new() -> Self {
        Self::default()
    }

    pub(in crate::crypto) fn update(&mut self, part: &[u8]) {
        Update::update(self, part);
    }

    pub(in crate::crypto) fn finish(&mut self, out: &mut [u8; LEN]) {
        self.core.finalize_fixed_core(&mut self.buffer, out.into());
    }
}
