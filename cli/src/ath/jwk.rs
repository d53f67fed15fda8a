//! `ath jwk`.

use clap::Args;
use serde_json::json;
use tokenmint::Error;
use tokenmint::ath::{PublicKey, SigningKey};
use tokenmint::output::Owned;

use super::key::KeyOptions;
use super::keygen::jwk_value;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Options of `ath jwk`.
#[derive(Debug, Args)]
#[command(after_help = "The key may be private or public; the private half is never written.")]
pub(crate) struct Jwk {
    #[command(flatten)]
    key: KeyOptions,
}

/// Reads and shows.
pub(crate) fn run(options: &Jwk, as_json: bool) -> Result<Exit, Failure> {
    let bytes = options.key.bytes()?;
    let public = public_half(&bytes)
        .map_err(|error| Failure::usage(format!("this is no P-256 key: {error}")))?;
    if as_json {
        output::json(&json!({
            "public_key_jwk": jwk_value(&public)?,
            "public_key_pem": public.write_spki_pem(Owned)?,
            "thumbprint": public.thumbprint().as_str(),
        }))?;
    } else {
        output::line(&public.write_jwk(Owned)?)?;
    }
    Ok(Exit::Ok)
}

/// The public half of a key of either kind.
pub(super) fn public_half(bytes: &[u8]) -> Result<PublicKey, Error> {
    match SigningKey::from_file(bytes) {
        Ok(key) => Ok(key.public_key()),
        Err(error) => PublicKey::from_file(bytes).map_err(|_| error),
    }
}
