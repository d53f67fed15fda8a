//! SHA-1 (FIPS 180-4), for names that were hashed and for HMAC.

/// Bytes of the result.
pub(crate) const LEN: usize = 20;

/// The hash of `text`.
#[cfg(any(feature = "doctor", all(test, feature = "authing")))]
pub(crate) fn sha1(text: &[u8]) -> [u8; LEN] {
    let mut hash = super::hashes::Sha1::new();
    hash.update(text);
    let mut digest = [0; LEN];
    hash.finish(&mut digest);
    digest
}

#[cfg(all(test, feature = "authing"))]
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
