//! SHA-256 (FIPS 180-4).

use sha2::digest::block_api::{CtOutWrapper, UpdateCore};
use sha2::digest::consts::U32;
use sha2::digest::{FixedOutput, Update};

use super::once::Once;

/// Bytes of the result.
pub const LEN: usize = 32;

sha2::digest::buffer_fixed!(
    /// The hash beneath everything that is built on SHA-256 here.
    pub(super) struct Hash(Once<CtOutWrapper<sha2::block_api::Sha256VarCore, U32>>);
    impl: Debug BlockSizeUser OutputSizeUser CoreProxy FixedOutput Default Clone HashMarker;
);

impl Update for Hash {
    // The signatures of RFC 6979 call it a dozen times.
    #[cfg_attr(target_os = "none", inline(never))]
    #[cfg_attr(not(target_os = "none"), inline)]
    fn update(&mut self, part: &[u8]) {
        let core = &mut self.core;
        self.buffer
            .digest_blocks(part, |blocks| core.update_blocks(blocks));
    }
}

/// A hash that takes its message in parts; wiped when dropped.
#[derive(Clone, Default)]
pub struct Sha256(Hash);

impl Sha256 {
    /// Starts with the empty message.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends `part` to the message.
    pub fn update(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// The result.
    #[must_use]
    pub fn finish(self) -> [u8; LEN] {
        self.0.finalize_fixed().into()
    }
}

impl core::fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Sha256(redacted)")
    }
}

/// The hash of all parts in a row.
///
/// ```
/// # #[cfg(feature = "internals")] {
/// use tokenmint::internals::crypto::sha256::sha256;
///
/// assert_eq!(sha256(&[b"ab", b"c"])[..4], [0xba, 0x78, 0x16, 0xbf]);
/// # }
/// ```
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> [u8; LEN] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    /// What it has hashed may be a key.
    #[cfg(feature = "alloc")]
    #[test]
    fn nothing_is_printed() {
        let text = alloc::format!("{:?}", Sha256::default());
        assert_eq!(text, "Sha256(redacted)");
    }

    #[test]
    fn fips_180_answers() {
        let cases: [(&[&[u8]], &[u8]); 3] = [
            (
                &[],
                b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
            (
                &[b"a", b"", b"bc"],
                b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
            (
                &[
                    b"abcdbcdecdefdefgefghfghighijhijk",
                    b"ijkljklmklmnlmnomnopnopq",
                ],
                b"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ];
        for (parts, answer) in cases {
            assert_eq!(Some(sha256(parts)), hex::decode(answer));
        }
    }
}
