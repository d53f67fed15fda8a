//! What makes every token another one.

use crate::crypto::{aes_cbc, aes_gcm};

/// The random part of one token: `N` bytes that start the encryption and the
/// JSON member `nonce`.
///
/// It is used up by the mint and cannot be copied: two GCM tokens with the
/// same 12 bytes give away the key of the tag, and two CBC tokens with the
/// same 16 bytes show where they begin to differ. Official C++ and Objective-C
/// libraries derive both values from the current second and so repeat them;
/// draw every value from a cryptographic random source.
///
/// ```
/// use tokenmint::zego::CbcEntropy;
///
/// # fn random<const N: usize>() -> [u8; N] { [7; N] }
/// let entropy = CbcEntropy::from_random(random(), random());
/// assert!(entropy.nonce() >= 0);
/// ```
#[derive(Debug)]
pub struct Entropy<const N: usize> {
    iv: [u8; N],
    nonce: i64,
}

/// The random part of a CBC token: an initialization vector of 16 bytes.
pub type CbcEntropy = Entropy<{ aes_cbc::IV_LEN }>;

/// The random part of a GCM token: an AES nonce of 12 bytes.
pub type GcmEntropy = Entropy<{ aes_gcm::NONCE_LEN }>;

impl<const N: usize> Entropy<N> {
    /// Given values, as in a test vector. Whoever mints two tokens with the
    /// same `iv` breaks them; see the type.
    #[must_use]
    pub const fn new(iv: [u8; N], nonce: i64) -> Self {
        Self { iv, nonce }
    }

    /// Values from a cryptographic random source: `nonce` becomes a number
    /// from 0 to 2^31 - 1, the range that all official libraries read.
    #[must_use]
    pub const fn from_random(iv: [u8; N], nonce: [u8; 4]) -> Self {
        // Cleared of its sign bit, it is not negative; no `From` in a const.
        #[allow(clippy::cast_lossless)]
        let nonce = (u32::from_be_bytes(nonce) >> 1) as i64;
        Self { iv, nonce }
    }

    /// Values from the operating system.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`](crate::Error::NoRandomness) when it has none to
    /// give.
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, crate::Error> {
        // One call: it costs more than the bytes do.
        let mut random = [[0; N], [0; N]];
        crate::os::fill(random.as_flattened_mut())?;
        let [iv, spare] = random;
        let nonce = spare.first_chunk().copied().unwrap_or_default();
        Ok(Self::from_random(iv, nonce))
    }

    /// The value of the JSON member `nonce`.
    #[must_use]
    pub const fn nonce(&self) -> i64 {
        self.nonce
    }

    pub(super) const fn iv(&self) -> &[u8; N] {
        &self.iv
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_nonces_are_31_bits() {
        for (bytes, nonce) in [
            ([0; 4], 0),
            ([0xff; 4], 2_147_483_647),
            ([0, 0, 0, 2], 1),
            ([0x80, 0, 0, 0], 1 << 30),
        ] {
            assert_eq!(CbcEntropy::from_random([0; 16], bytes).nonce(), nonce);
        }
    }

    #[cfg(feature = "std")]
    #[test]
    fn the_operating_system_does_not_repeat_itself() {
        let [a, b] = [(); 2].map(|()| GcmEntropy::from_os().unwrap());
        assert_ne!(a.iv(), b.iv());
    }
}
