//! The private key of an agent, here or elsewhere.

use core::fmt;
use std::boxed::Box;
use std::sync::{Arc, Mutex, PoisonError};

use crate::Error;
#[cfg(feature = "ring017")]
use crate::ath::RingSigningKey;
use crate::ath::{Es256Signer, PublicKey, SigningKey};

/// What signs attestations. Clones share it.
///
/// ```
/// use tokenmint::ath::SigningKey;
/// use tokenmint::client::ath::Key;
///
/// let software = SigningKey::from_bytes(&[7; 32])?;
/// let public = software.public_key();
/// let key = Key::from(software.clone());
///
/// // A secure element, a key service: whatever signs a digest.
/// let element = move |digest: &[u8; 32]| software.sign_prehash(digest);
/// let key = Key::external(element, public);
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone)]
pub struct Key {
    signer: Arc<Mutex<Box<dyn Es256Signer + Send>>>,
    public_key: PublicKey,
}

impl Key {
    /// A key in PEM: PKCS #8 or SEC 1, not encrypted.
    ///
    /// # Errors
    ///
    /// As [`SigningKey::from_pem`].
    pub fn from_pem(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        SigningKey::from_pem(text).map(Self::from)
    }

    /// A key in DER: PKCS #8 or SEC 1, not encrypted.
    ///
    /// # Errors
    ///
    /// As [`SigningKey::from_der`].
    pub fn from_der(bytes: &[u8]) -> Result<Self, Error> {
        SigningKey::from_der(bytes).map(Self::from)
    }

    /// A key that is not here. `signer` runs in the thread of the call, also
    /// in an async client: one that waits holds up its executor. It is asked
    /// once for every attestation, by one call at a time.
    #[must_use]
    pub fn external(signer: impl Es256Signer + Send + 'static, public_key: PublicKey) -> Self {
        Self {
            signer: Arc::new(Mutex::new(Box::new(signer))),
            public_key,
        }
    }

    /// The public half.
    #[must_use]
    pub const fn public_key(&self) -> &PublicKey {
        &self.public_key
    }

    pub(super) fn with_signer<T>(&self, sign: impl FnOnce(&mut dyn Es256Signer) -> T) -> T {
        let mut signer = self.signer.lock().unwrap_or_else(PoisonError::into_inner);
        sign(&mut **signer)
    }
}

impl From<SigningKey> for Key {
    fn from(key: SigningKey) -> Self {
        let public_key = key.public_key();
        Self::external(key, public_key)
    }
}

/// Signs by `ring`: faster, and not deterministic.
#[cfg(feature = "ring017")]
impl From<RingSigningKey> for Key {
    fn from(key: RingSigningKey) -> Self {
        let public_key = key.public_key();
        Self::external(key, public_key)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(redacted)")
    }
}
