//! RSAES-PKCS1-v1_5 (RFC 8017, section 7.2): encryption with a public key
//! alone, with `rsa`.

use alloc::vec::Vec;

use rsa::pkcs1::DecodeRsaPublicKey;
use rsa::pkcs8::DecodePublicKey;
use rsa::traits::PublicKeyParts;

use crate::Error;
use crate::os::SysRng;

/// Octets of a ciphertext that are not content.
const OVERHEAD: usize = 11;

/// A public key of 1024 to 8192 bits.
#[derive(Debug, Clone)]
pub struct PublicKey(rsa::PublicKey);

impl PublicKey {
    /// A key as DER: `SubjectPublicKeyInfo`, or the bare `RSAPublicKey`.
    ///
    /// # Errors
    ///
    /// [`Error::BadKey`] when it is neither, or of another size.
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        rsa::PublicKey::from_public_key_der(der)
            .ok()
            .or_else(|| rsa::PublicKey::from_pkcs1_der(der).ok())
            .map(Self)
            .ok_or(Error::BadKey)
    }

    /// The most bytes that can be encrypted.
    #[must_use]
    pub fn max_len(&self) -> usize {
        self.0.size().saturating_sub(OVERHEAD)
    }

    /// Encrypts `message`, each time to other bytes.
    ///
    /// # Errors
    ///
    /// [`Error::TooLarge`] above [`Self::max_len`], [`Error::NoRandomness`]
    /// when the operating system has none to give.
    pub fn encrypt(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let max = self.max_len();
        if message.len() > max {
            return Err(Error::TooLarge { max });
        }
        self.0
            .encrypt(&mut SysRng, rsa::Pkcs1v15Encrypt, message)
            .map_err(|_| Error::NoRandomness)
    }
}
