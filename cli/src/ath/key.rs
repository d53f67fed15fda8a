//! Keys from files or standard input.

use std::io;
use std::path::PathBuf;

use clap::Args;
use tokenmint::ath::SigningKey;
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::input;

/// Options that say where a key is.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct KeyOptions {
    /// File that has the key: PEM, DER (PKCS #8 or SEC 1) or JWK
    #[arg(long, value_name = "PATH")]
    key_file: Option<PathBuf>,
    /// Read the key from standard input
    #[arg(long)]
    key_stdin: bool,
}

impl KeyOptions {
    /// The bytes of the key.
    pub(crate) fn bytes(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        match &self.key_file {
            Some(path) => input::file(path, "the key's file"),
            None => input::bytes(io::stdin().lock(), "standard input"),
        }
    }

    /// The private key.
    pub(crate) fn private(&self) -> Result<SigningKey, Failure> {
        SigningKey::from_file(&self.bytes()?).map_err(|error| {
            Failure::usage(format!("this is no private key for ES256 (P-256): {error}"))
        })
    }
}
