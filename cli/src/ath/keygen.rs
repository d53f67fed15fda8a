//! `ath keygen`.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use tokenmint::ath::{PublicKey, SigningKey};
use tokenmint::output::Owned;
use zeroize::Zeroizing;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::{output, private_file};

/// Options of `ath keygen`.
#[derive(Debug, Args)]
pub(crate) struct Keygen {
    /// File for the private key (PKCS #8, PEM), which must not exist; only its
    /// owner may read it
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// How the public key is written to standard output
    #[arg(long, value_enum, default_value = "pem")]
    public: Notation,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Notation {
    /// SubjectPublicKeyInfo
    Pem,
    /// JSON, for the identity document
    Jwk,
}

/// Makes a key and shows its public half.
pub(crate) fn run(options: &Keygen, as_json: bool) -> Result<Exit, Failure> {
    let key = SigningKey::from_os()?;
    let mut buffer = Zeroizing::new([0; SigningKey::PKCS8_PEM_LEN]);
    let pem = key.write_pkcs8_pem(buffer.as_mut_slice())?;
    store(&options.out, pem.as_bytes())?;
    let public = key.public_key();
    let pem = public.write_spki_pem(Owned)?;
    let jwk = public.write_jwk(Owned)?;
    if as_json {
        output::json(&json!({
            "private_key_file": options.out.to_string_lossy(),
            "public_key_pem": pem,
            "public_key_jwk": jwk_value(&public)?,
            "thumbprint": public.thumbprint().as_str(),
        }))?;
    } else {
        output::line(match options.public {
            Notation::Pem => pem.trim_end(),
            Notation::Jwk => &jwk,
        })?;
    }
    Ok(Exit::Ok)
}

/// The public key as a JSON value.
pub(super) fn jwk_value(key: &PublicKey) -> Result<Value, Failure> {
    let jwk = key.write_jwk(Owned)?;
    serde_json::from_str(&jwk).map_err(|error| Failure::system(error.to_string()))
}

/// Writes a file that was not there; nothing is left of it after a failure.
fn store(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let file = private_file::create(path).map_err(|error| {
        Failure::usage(match error.kind() {
            io::ErrorKind::AlreadyExists => {
                "the file for the private key exists: it is not overwritten".to_owned()
            }
            _ => format!("cannot create the file for the private key: {error}"),
        })
    })?;
    private_file::fill(file, path, content)
        .map_err(|error| Failure::system(format!("cannot write the private key: {error}")))
}
