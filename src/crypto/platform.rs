//! Who computes: our own code, or what the platform has.

use crate::Error;
#[cfg(feature = "agora")]
use crate::crypto::hmac_sha256;
use crate::secret::wipe;

/// The primitives of the credentials, each by our own code unless an
/// implementation has another: hardware, a library that is in the image anyway,
/// or a store whose keys do not leave it.
///
/// Every function writes all of its output or fails; with an output that is not
/// written, a credential is not made ([`Error::CryptoFailed`]). What is not
/// called is not linked, so a device that hands in the one primitive that it
/// needs has none of ours.
///
/// A key that is empty is one that the platform holds and knows by itself; our
/// own code has none.
///
/// ```
/// use tokenmint::platform::{Crypto, CryptoFailed};
///
/// struct Accelerator;
///
/// impl Crypto for Accelerator {
///     fn hmac_sha256(
///         &mut self,
///         key: &[u8],
///         parts: &[&[u8]],
///         mac: &mut [u8; 32],
///     ) -> Result<(), CryptoFailed> {
///         // start with `key`, add every part, read the result into `mac`
///         # let _ = (key, parts, mac);
///         Err(CryptoFailed)
///     }
/// }
/// ```
pub trait Crypto {
    /// HMAC-SHA256 of the message that `parts` make in a row.
    ///
    /// # Errors
    ///
    /// When it cannot be computed now.
    #[cfg(feature = "agora")]
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; hmac_sha256::LEN],
    ) -> Result<(), CryptoFailed> {
        own_key(key)?;
        hmac_sha256::HmacSha256::digest_into(key, parts.iter().copied(), mac);
        Ok(())
    }
}

/// What a [`Crypto`] says when it cannot compute; [`Error::CryptoFailed`] for whoever
/// asked for a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CryptoFailed;

impl From<CryptoFailed> for Error {
    fn from(_: CryptoFailed) -> Self {
        Self::CryptoFailed
    }
}

/// Our own code, for every primitive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Software;

impl Crypto for Software {}

/// Lent for the time of a call.
impl<T: Crypto + ?Sized> Crypto for &mut T {
    #[cfg(feature = "agora")]
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; hmac_sha256::LEN],
    ) -> Result<(), CryptoFailed> {
        T::hmac_sha256(self, key, parts, mac)
    }
}

/// [`Crypto::hmac_sha256`], whose result is known to have been written.
#[cfg(feature = "agora")]
pub(crate) fn hmac_sha256(
    crypto: &mut (impl Crypto + ?Sized),
    key: &[u8],
    parts: &[&[u8]],
    mac: &mut [u8; hmac_sha256::LEN],
) -> Result<(), CryptoFailed> {
    *mac = [0; hmac_sha256::LEN];
    let done = crypto.hmac_sha256(key, parts, mac);
    if done.is_ok() && is_written(mac) {
        return Ok(());
    }
    wipe(mac);
    Err(CryptoFailed)
}

/// An empty key is one that the platform holds.
fn own_key(key: &[u8]) -> Result<(), CryptoFailed> {
    if key.is_empty() {
        return Err(CryptoFailed);
    }
    Ok(())
}

/// Whether an output that began as zeros was written to its end: eight bytes are
/// not all zero by chance.
fn is_written(out: &[u8]) -> bool {
    out.last_chunk()
        .is_some_and(|end| u64::from_ne_bytes(*end) != 0)
}

#[cfg(all(test, feature = "agora"))]
mod tests {
    use super::*;

    /// Writes so many bytes, and says that all is well or not.
    struct Faulty(usize, Result<(), CryptoFailed>);

    impl Crypto for Faulty {
        fn hmac_sha256(
            &mut self,
            _: &[u8],
            _: &[&[u8]],
            mac: &mut [u8; 32],
        ) -> Result<(), CryptoFailed> {
            mac[..self.0].fill(0xA5);
            self.1
        }
    }

    #[test]
    fn what_is_not_written_is_not_used() {
        for (len, said, result) in [
            (0, Ok(()), Err(CryptoFailed)),
            (20, Ok(()), Err(CryptoFailed)),
            (32, Err(CryptoFailed), Err(CryptoFailed)),
            (32, Ok(()), Ok(())),
        ] {
            let mut mac = [0x55; 32];
            let done = hmac_sha256(&mut Faulty(len, said), b"key", &[b"text"], &mut mac);
            assert_eq!(done, result, "{len}");
            let left = if result.is_ok() { 0xA5 } else { 0 };
            assert_eq!(mac, [left; 32], "{len}");
        }
    }

    #[test]
    fn own_code_has_no_key_of_a_platform() {
        let mut mac = [0x55; 32];
        let done = hmac_sha256(&mut Software, b"", &[b"text"], &mut mac);
        assert_eq!((done, mac), (Err(CryptoFailed), [0; 32]));
    }
}
