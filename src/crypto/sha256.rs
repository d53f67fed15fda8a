//! SHA-256 (FIPS 180-4).

use super::hashes;

/// Bytes of the result.
pub const LEN: usize = 32;

/// A hash that takes its message in parts; wiped when dropped.
#[derive(Clone)]
pub struct Sha256(hashes::Sha256);

impl Sha256 {
    /// Starts with the empty message.
    #[must_use]
    pub fn new() -> Self {
        Self(hashes::Sha256::new())
    }

    /// Appends `part` to the message.
    pub fn update(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// The result.
    #[must_use]
    pub fn finish(mut self) -> [u8; LEN] {
        let mut digest = [0; LEN];
        self.0.finish(&mut digest);
        digest
    }
}

impl Default for Sha256 {
    fn default() -> Self {
        Self::new()
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
