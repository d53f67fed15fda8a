//! SHA-256 by `sha2`.

use sha2::digest::Update;
use sha2::digest::block_api::{CtOutWrapper, FixedOutputCore, UpdateCore};
use sha2::digest::consts::U32;

use super::once::Once;
use crate::crypto::sha256::LEN;

sha2::digest::buffer_fixed!(
    /// A hash that takes its message in parts; wiped when dropped.
    pub(in crate::crypto) struct Sha256(Once<CtOutWrapper<sha2::block_api::Sha256VarCore, U32>>);
    impl: Debug BlockSizeUser OutputSizeUser CoreProxy FixedOutput Default Clone HashMarker;
);

impl Update for Sha256 {
    // The signatures of RFC 6979 call it a dozen times.
    #[cfg_attr(target_os = "none", inline(never))]
    #[cfg_attr(not(target_os = "none"), inline)]
    fn update(&mut self, part: &[u8]) {
        let core = &mut self.core;
        self.buffer
            .digest_blocks(part, |blocks| core.update_blocks(blocks));
    }
}

impl Sha256 {
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
