//! Who computes: our own code, or what the platform has.

use crate::Error;
#[cfg(feature = "agora")]
use crate::crypto::hmac_sha256;
#[cfg(feature = "zego")]
use crate::crypto::{aes_cbc, aes_gcm};
#[cfg(feature = "ath")]
use crate::crypto::{es256, sha256};
#[cfg(any(feature = "agora", feature = "zego"))]
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

    /// Encrypts `blocks`, whole blocks of 16 bytes, with AES-256-CBC in place;
    /// they are padded already.
    ///
    /// # Errors
    ///
    /// When it cannot be computed now.
    #[cfg(feature = "zego")]
    fn aes256_cbc_encrypt(
        &mut self,
        key: &[u8],
        iv: &[u8; aes_cbc::IV_LEN],
        blocks: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        aes_cbc::encrypt_blocks(own_aes_key(key)?, iv, blocks);
        Ok(())
    }

    /// Decrypts `blocks`, whole blocks of 16 bytes, with AES-256-CBC in place;
    /// the padding stays.
    ///
    /// # Errors
    ///
    /// When it cannot be computed now.
    #[cfg(feature = "zego")]
    fn aes256_cbc_decrypt(
        &mut self,
        key: &[u8],
        iv: &[u8; aes_cbc::IV_LEN],
        blocks: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        aes_cbc::decrypt_blocks(own_aes_key(key)?, iv, blocks);
        Ok(())
    }

    /// Encrypts with AES-256-GCM in place, without associated data: `sealed` has the
    /// text and behind it 16 bytes, where the tag goes.
    ///
    /// # Errors
    ///
    /// When it cannot be computed now.
    #[cfg(feature = "zego")]
    fn aes256_gcm_encrypt(
        &mut self,
        key: &[u8],
        nonce: &[u8; aes_gcm::NONCE_LEN],
        sealed: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        let (text, tag) = sealed.split_last_chunk_mut().ok_or(CryptoFailed)?;
        aes_gcm::encrypt_apart(own_aes_key(key)?, nonce, text, tag).map_err(|_| CryptoFailed)
    }

    /// Checks the tag, which is the last 16 bytes of `sealed`, and decrypts what is
    /// before it with AES-256-GCM in place.
    ///
    /// # Errors
    ///
    /// When the tag is wrong, or it cannot be computed now.
    #[cfg(feature = "zego")]
    fn aes256_gcm_decrypt(
        &mut self,
        key: &[u8],
        nonce: &[u8; aes_gcm::NONCE_LEN],
        sealed: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        let (text, tag) = sealed.split_last_chunk_mut().ok_or(CryptoFailed)?;
        aes_gcm::decrypt(own_aes_key(key)?, nonce, text, tag).map_err(|_| CryptoFailed)
    }

    /// SHA-256 of `message`.
    ///
    /// # Errors
    ///
    /// When it cannot be computed now.
    #[cfg(feature = "ath")]
    fn sha256(
        &mut self,
        message: &[u8],
        digest: &mut [u8; sha256::LEN],
    ) -> Result<(), CryptoFailed> {
        *digest = sha256::sha256(&[message]);
        Ok(())
    }

    /// Checks an ES256 signature, `r ‖ s`, of `digest` with the public key `point`,
    /// uncompressed (65 octets) or compressed (33).
    ///
    /// # Errors
    ///
    /// [`Error::BadSignature`] when it does not match, [`Error::BadKey`] for what
    /// is no point of P-256, [`Error::CryptoFailed`] when it cannot be told now.
    #[cfg(feature = "ath")]
    fn es256_verify(
        &mut self,
        point: &[u8],
        digest: &[u8; sha256::LEN],
        signature: &[u8; es256::SIGNATURE_LEN],
    ) -> Result<(), Error> {
        es256::PublicKey::from_point(point)?.verify_prehash(digest, signature)
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

    #[cfg(feature = "zego")]
    fn aes256_cbc_encrypt(
        &mut self,
        key: &[u8],
        iv: &[u8; aes_cbc::IV_LEN],
        blocks: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        T::aes256_cbc_encrypt(self, key, iv, blocks)
    }

    #[cfg(feature = "zego")]
    fn aes256_cbc_decrypt(
        &mut self,
        key: &[u8],
        iv: &[u8; aes_cbc::IV_LEN],
        blocks: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        T::aes256_cbc_decrypt(self, key, iv, blocks)
    }

    #[cfg(feature = "zego")]
    fn aes256_gcm_encrypt(
        &mut self,
        key: &[u8],
        nonce: &[u8; aes_gcm::NONCE_LEN],
        sealed: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        T::aes256_gcm_encrypt(self, key, nonce, sealed)
    }

    #[cfg(feature = "zego")]
    fn aes256_gcm_decrypt(
        &mut self,
        key: &[u8],
        nonce: &[u8; aes_gcm::NONCE_LEN],
        sealed: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        T::aes256_gcm_decrypt(self, key, nonce, sealed)
    }

    #[cfg(feature = "ath")]
    fn sha256(
        &mut self,
        message: &[u8],
        digest: &mut [u8; sha256::LEN],
    ) -> Result<(), CryptoFailed> {
        T::sha256(self, message, digest)
    }

    #[cfg(feature = "ath")]
    fn es256_verify(
        &mut self,
        point: &[u8],
        digest: &[u8; sha256::LEN],
        signature: &[u8; es256::SIGNATURE_LEN],
    ) -> Result<(), Error> {
        T::es256_verify(self, point, digest, signature)
    }
}

/// [`Crypto::sha256`], whose result is known to have been written.
#[cfg(feature = "ath")]
pub(crate) fn hashed(
    crypto: &mut (impl Crypto + ?Sized),
    message: &[u8],
) -> Result<[u8; sha256::LEN], CryptoFailed> {
    let mut digest = [0; sha256::LEN];
    crypto.sha256(message, &mut digest)?;
    if is_written(&digest) {
        Ok(digest)
    } else {
        Err(CryptoFailed)
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

/// Encrypts `data` by `encrypt`, a text and `tag_len` bytes behind it, and makes sure
/// that it was: neither the ends of the text nor the tag are what they were.
#[cfg(feature = "zego")]
pub(crate) fn encrypted(
    data: &mut [u8],
    tag_len: usize,
    encrypt: impl FnOnce(&mut [u8]) -> Result<(), CryptoFailed>,
) -> Result<(), CryptoFailed> {
    let before = Ends::of(data, tag_len);
    let done = encrypt(data);
    if done.is_ok() && before.differ(data, tag_len) {
        return Ok(());
    }
    wipe(data);
    Err(CryptoFailed)
}

/// The ends of a text, and of the tag behind it, as numbers; 0 for what is too
/// short. In functions of their own: what they take is not below a cipher.
#[cfg(feature = "zego")]
struct Ends([u64; 3]);

#[cfg(feature = "zego")]
impl Ends {
    #[inline(never)]
    fn of(data: &[u8], tag_len: usize) -> Self {
        let text = data.len().checked_sub(tag_len);
        let text = text.and_then(|len| data.get(..len)).unwrap_or_default();
        Self(
            [text.first_chunk(), text.last_chunk(), data.last_chunk()]
                .map(|end| end.map_or(0, |end| u64::from_ne_bytes(*end))),
        )
    }

    /// None of them is as it was.
    #[inline(never)]
    fn differ(&self, data: &[u8], tag_len: usize) -> bool {
        let now = Self::of(data, tag_len);
        now.0.iter().zip(&self.0).all(|(now, before)| now != before)
    }
}

#[cfg(feature = "zego")]
fn own_aes_key(key: &[u8]) -> Result<&[u8; aes_cbc::KEY_LEN], CryptoFailed> {
    key.try_into().map_err(|_| CryptoFailed)
}

/// An empty key is one that the platform holds.
#[cfg(feature = "agora")]
fn own_key(key: &[u8]) -> Result<(), CryptoFailed> {
    if key.is_empty() {
        return Err(CryptoFailed);
    }
    Ok(())
}

/// Whether an output that began as zeros was written to its end: eight bytes are
/// not all zero by chance.
#[cfg(any(feature = "agora", feature = "ath"))]
pub(crate) fn is_written(out: &[u8]) -> bool {
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
