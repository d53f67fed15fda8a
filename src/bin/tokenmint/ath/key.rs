//! Keys from files: PEM, DER or JWK, told apart by how they begin.

use std::io;
use std::path::PathBuf;

use clap::Args;
use tokenmint::Error;
use tokenmint::ath::{PublicKey, SigningKey};
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::input;

/// Options that say where a key is.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct KeyOptions {
    /// File that has the key: PEM, DER (PKCS #8 or SEC 1) or JWK
    #[arg(long, value_name = "PATH")]
    key_file: Option<PathBuf>,
    /// Read the key from standard input
    #[arg(long)]
    key_stdin: bool,
}

impl KeyOptions {
    /// The bytes of the key.
    pub(super) fn bytes(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        match &self.key_file {
            Some(path) => input::file(path, "the key's file"),
            None => input::bytes(io::stdin().lock(), "standard input"),
        }
    }

    /// The private key.
    pub(super) fn private(&self) -> Result<SigningKey, Failure> {
        private(&self.bytes()?).map_err(|error| {
            Failure::usage(format!("this is no private key for ES256 (P-256): {error}"))
        })
    }
}

/// A private key.
pub(super) fn private(bytes: &[u8]) -> Result<SigningKey, Error> {
    match Notation::of(bytes) {
        Notation::Pem => SigningKey::from_pem(bytes),
        Notation::Jwk => SigningKey::from_jwk(bytes),
        Notation::Der => SigningKey::from_der(bytes),
    }
}

/// A public key.
pub(super) fn public(bytes: &[u8]) -> Result<PublicKey, Error> {
    match Notation::of(bytes) {
        Notation::Pem => PublicKey::from_pem(bytes),
        Notation::Jwk => PublicKey::from_jwk(bytes),
        Notation::Der => PublicKey::from_spki_der(bytes),
    }
}

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
