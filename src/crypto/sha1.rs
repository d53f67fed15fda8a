//! SHA-1 (FIPS 180-4), for recognising names that were hashed; no security rests
//! on it.

use sha1::{Digest, Sha1};

/// Bytes of the result.
pub(crate) const LEN: usize = 20;

/// The hash of `text`.
pub(crate) fn sha1(text: &[u8]) -> [u8; LEN] {
    Sha1::digest(text).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    #[test]
    fn fips_180_answer() {
        assert_eq!(
            Some(sha1(b"abc")),
            hex::decode(b"a9993e364706816aba3e25717850c26c9cd0d89d")
        );
    }
}
