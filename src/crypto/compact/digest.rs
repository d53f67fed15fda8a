//! The traits by which `ecdsa` knows a hash.

use sha2::digest::array::Array;
use sha2::digest::common::BlockSizeUser;
use sha2::digest::consts::{U32, U64};
use sha2::digest::{FixedOutput, HashMarker, OutputSizeUser, Update};

use super::Sha256;

impl HashMarker for Sha256 {}

impl BlockSizeUser for Sha256 {
    type BlockSize = U64;
}

impl OutputSizeUser for Sha256 {
    type OutputSize = U32;
}

impl Default for Sha256 {
    fn default() -> Self {
        Self::new()
    }
}

impl Update for Sha256 {
    fn update(&mut self, part: &[u8]) {
        Self::update(self, part);
    }
}

impl FixedOutput for Sha256 {
    fn finalize_into(mut self, out: &mut Array<u8, U32>) {
        self.finish(out);
    }
}
