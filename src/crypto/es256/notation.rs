//! Keys in any notation: PEM, DER or JWK, told apart by how they begin.

use super::{PublicKey, SigningKey};
use crate::Error;

enum Notation {
    Pem,
    Jwk,
    Der,
}

impl Notation {
    fn of(bytes: &[u8]) -> Self {
        const MARKER: &[u8] = b"-----BEGIN ";
        if bytes.windows(MARKER.len()).any(|window| window == MARKER) {
            Self::Pem
        } else if bytes.trim_ascii_start().first() == Some(&b'{') {
            Self::Jwk
        } else {
            Self::Der
        }
    }
}

impl SigningKey {
    /// The private key in the content of a file: PEM, DER (PKCS #8 or SEC 1)
    /// or JWK.
    ///
    /// # Errors
    ///
    /// As [`SigningKey::from_pem`], [`SigningKey::from_jwk`] or
    /// [`SigningKey::from_der`].
    pub fn from_file(content: &[u8]) -> Result<Self, Error> {
        match Notation::of(content) {
            Notation::Pem => Self::from_pem(content),
            Notation::Jwk => Self::from_jwk(content),
            Notation::Der => Self::from_der(content),
        }
    }
}

impl PublicKey {
    /// The public key in the content of a file: PEM, DER
    /// (SubjectPublicKeyInfo) or JWK.
    ///
    /// # Errors
    ///
    /// As [`PublicKey::from_pem`], [`PublicKey::from_jwk`] or
    /// [`PublicKey::from_spki_der`].
    pub fn from_file(content: &[u8]) -> Result<Self, Error> {
        match Notation::of(content) {
            Notation::Pem => Self::from_pem(content),
            Notation::Jwk => Self::from_jwk(content),
            Notation::Der => Self::from_spki_der(content),
        }
    }
}
