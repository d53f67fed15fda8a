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
/// use tokenmint::Error;
/// use tokenmint::platform::Crypto;
///
/// struct Accelerator;
///
/// impl Crypto for Accelerator {
///     fn hmac_sha256(
///         &mut self,
///         key: &[u8],
///         parts: &[&[u8]],
///         mac: &mut [u8; 32],
///     ) -> Result<(), Error> {
///         // start with `key`, add every part, read the result into `mac`
///         # let _ = (key, parts, mac);
///         Err(Error::CryptoFailed)
///     }
/// }
/// ```
pub trait Crypto {
    /// HMAC-SHA256 of the message that `parts` make in a row.
    ///
    /// # Errors
    ///
    /// [`Error::CryptoFailed`] when it cannot be computed now.
    #[cfg(feature = "agora")]
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; hmac_sha256::LEN],
    ) -> Result<(), Error> {
        own_key(key)?;
        let mut own = hmac_sha256::HmacSha256::new(key);
        for part in parts {
            own.update(part);
        }
        mac.copy_from_slice(own.end().expose());
        Ok(())
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
    ) -> Result<(), Error> {
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
) -> Result<(), Error> {
    wipe(mac);
    let done = crypto.hmac_sha256(key, parts, mac);
    settle(done, mac)
}

/// An empty key is one that the platform holds.
fn own_key(key: &[u8]) -> Result<(), Error> {
    if key.is_empty() {
        return Err(Error::CryptoFailed);
    }
    Ok(())
}

/// Bytes at the end of an output that are not all zero by chance.
const END: usize = 8;

/// Nothing that was left half written is used: an output begins as zeros, and one
/// that ends with them has not been written to its end.
#[inline(never)]
fn settle(done: Result<(), Error>, out: &mut [u8]) -> Result<(), Error> {
    let written = out.iter().rev().take(END).any(|byte| *byte != 0);
    let done = match done {
        Ok(()) if !written => Err(Error::CryptoFailed),
        done => done,
    };
    if done.is_err() {
        wipe(out);
    }
    done
}

#[cfg(all(test, feature = "agora"))]
mod tests {
    use super::*;

    /// Writes so many bytes, and says that all is well or not.
    struct Faulty(usize, Result<(), Error>);

    impl Crypto for Faulty {
        fn hmac_sha256(&mut self, _: &[u8], _: &[&[u8]], mac: &mut [u8; 32]) -> Result<(), Error> {
            mac[..self.0].fill(0xA5);
            self.1
        }
    }

    #[test]
    fn what_is_not_written_is_not_used() {
        for (len, said, result) in [
            (0, Ok(()), Err(Error::CryptoFailed)),
            (20, Ok(()), Err(Error::CryptoFailed)),
            (32, Err(Error::CryptoFailed), Err(Error::CryptoFailed)),
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
        assert_eq!((done, mac), (Err(Error::CryptoFailed), [0; 32]));
    }
}
