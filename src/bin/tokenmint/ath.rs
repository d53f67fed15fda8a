//! `tokenmint ath`: attestations and keys of the Agent Trust Handshake.

mod attestation;
mod jwk;
mod key;
mod keygen;
mod pkce;
pub(crate) mod read;
mod verify;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;

/// What can be made.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Sign an attestation (ES256), new for every request
    Attestation(attestation::Attestation),
    /// Make a proof key: verifier and S256 challenge
    Pkce(pkce::Pkce),
    /// Make a P-256 key; the private half goes to a new file
    Keygen(keygen::Keygen),
    /// Write the public half of a key as JWK
    Jwk(jwk::Jwk),
}

/// Makes it.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Attestation(options) => attestation::run(options, as_json),
        Command::Pkce(options) => pkce::run(options, as_json),
        Command::Keygen(options) => keygen::run(options, as_json),
        Command::Jwk(options) => jwk::run(options, as_json),
    }
}
