//! ES256 by `ring`, which TLS brings along: checks in a fraction of the time, and a
//! signer for who chooses it.
//!
//! `ring` hashes messages by itself and takes no digest.

use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, UnparsedPublicKey,
};

use super::{Es256Signer, POINT_LEN, PublicKey, SIGNATURE_LEN, SigningKey};
use crate::Error;

/// Checks the signature of `message` by the key `point`.
pub(super) fn verify(
    point: &[u8; POINT_LEN],
    message: &[u8],
    signature: &[u8; SIGNATURE_LEN],
) -> Result<(), Error> {
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
        .verify(message, signature)
        .map_err(|_| Error::BadSignature)
}

/// A private key whose signatures are **not deterministic**: `ring` makes them,
/// in a fraction of the time of [`SigningKey`].
///
/// | | [`SigningKey`] | `RingSigningKey` |
/// |---|---|---|
/// | nonce | from key and message (RFC 6979) | random, mixed with key and message |
/// | equal inputs | equal signatures | another signature each time |
/// | randomness | none | of the operating system, for every signature |
/// | dropped | wiped | the copy inside `ring` is not wiped |
///
/// Whoever verifies sees no difference. Where signatures are compared as text,
/// as in known answers, or where attestations have to be made again byte by
/// byte, stay with [`SigningKey`].
///
/// ```
/// use tokenmint::ath::{Attestation, Audience, RingSigningKey, SigningKey, TokenId};
///
/// let mut key = RingSigningKey::new(SigningKey::from_os()?)?;
/// let id = TokenId::from_os()?;
/// let agent = "https://agent.example.com/.well-known/agent.json";
/// let audience = Audience::of_base("https://gateway.example.com");
/// let attestation = Attestation::new(agent, audience, 1_720_000_000, id.as_str());
/// let token = attestation.mint(&mut key, tokenmint::output::Owned)?;
/// assert_ne!(attestation.mint(&mut key, tokenmint::output::Owned)?, token);
/// # Ok::<(), tokenmint::Error>(())
/// ```
pub struct RingSigningKey {
    pair: EcdsaKeyPair,
    software: SigningKey,
    random: SystemRandom,
}

impl RingSigningKey {
    /// Takes `key` to `ring`; computes the public key.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give.
    pub fn new(key: SigningKey) -> Result<Self, Error> {
        let random = SystemRandom::new();
        // Of its other reasons, a key that was checked gives none.
        let pair = EcdsaKeyPair::from_private_key_and_public_key(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            key.to_bytes().expose(),
            &key.public_key().to_point(),
            &random,
        )
        .map_err(|_| Error::NoRandomness)?;
        Ok(Self {
            pair,
            software: key,
            random,
        })
    }

    /// The public half; computes it.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        self.software.public_key()
    }

    /// A signature `r ‖ s` over `message`, another one each time.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give.
    pub fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], Error> {
        let signature = self
            .pair
            .sign(&self.random, message)
            .map_err(|_| Error::NoRandomness)?;
        signature
            .as_ref()
            .try_into()
            .map_err(|_| Error::SignerFailed)
    }
}

/// A digest alone is signed by the [`SigningKey`] inside, which is
/// deterministic and slower; whatever has the message signs by `ring`.
impl Es256Signer for RingSigningKey {
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error> {
        self.software.sign_prehash(digest)
    }

    fn sign_message(&mut self, message: &[u8]) -> Option<Result<[u8; SIGNATURE_LEN], Error>> {
        Some(self.sign(message))
    }
}

/// A shared key signs too: signing changes nothing in it.
impl Es256Signer for &RingSigningKey {
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error> {
        self.software.sign_prehash(digest)
    }

    fn sign_message(&mut self, message: &[u8]) -> Option<Result<[u8; SIGNATURE_LEN], Error>> {
        Some(self.sign(message))
    }
}

impl core::fmt::Debug for RingSigningKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("RingSigningKey(redacted)")
    }
}
