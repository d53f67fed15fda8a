//! MD5 by `md-5`.

use md5::Digest;
use md5::digest::FixedOutputReset;

use crate::crypto::md5::LEN;

/// A hash that takes its message in parts; wiped when dropped.
#[derive(Clone)]
pub(in crate::crypto) struct Md5(md5::Md5);

impl Md5 {
    pub(in crate::crypto) fn new() -> Self {
        Self(md5::Md5::new())
    }

    pub(in crate::crypto) fn update(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    pub(in crate::crypto) fn finish(&mut self, out: &mut [u8; LEN]) {
        FixedOutputReset::finalize_into_reset(&mut self.0, out.into());
    }
}
