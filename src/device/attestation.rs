//! An ATH attestation as the proof of a device: its key may be in a secure element,
//! and nothing that others could use is in flash.

use super::server::Server;
use crate::ath::{Attestation, Audience, Es256Signer};
use crate::output::Output;
use crate::{Error, Field};

/// An attestation of the agent `agent_id` for `server`, to be sent as
/// [`Authorization::bearer`](super::Authorization::bearer).
///
/// Its audience is the base URL of the server, which checks it with
/// [`ParsedAttestation`](crate::ath::ParsedAttestation). Every request takes a new
/// one, a repetition too: `token_id` is used once, and `issued_at` (Unix seconds)
/// comes from a [`Clock`](super::Clock).
///
/// ```
/// use tokenmint::ath::{Audience, Expected, ParsedAttestation, SigningKey, TokenId};
/// use tokenmint::device::{Authorization, Server, TokenServer, attest, sample::GetToken};
///
/// let mut key = SigningKey::from_bytes(&[7; 32])?; // or a secure element
/// let server = Server::new("https://tokens.example.com/v1/")?;
/// let agent = "https://device-7.example.com/.well-known/agent.json";
/// let id = TokenId::from_random(&[1; 24]); // from a cryptographic random source
/// let mut buffer = [0; 640];
/// let proof = attest(&server, agent, 1_720_000_000, id.as_str(), &mut key, &mut buffer)?;
///
/// let server = TokenServer::new(server, Authorization::bearer(proof));
/// let get = GetToken::new("room-1", 1.into());
/// let request = get.to(&server)?;
/// # let mut value = [0; 700];
/// # assert!(request.write_authorization(&mut value)?.starts_with("Bearer ey"));
///
/// // What the server does with it.
/// let mut workspace = [0; 640];
/// let parsed = ParsedAttestation::parse(proof, &mut workspace)?;
/// let (public_key, audience) = (key.public_key(), Audience::exact("https://tokens.example.com/v1"));
/// parsed.check(&Expected::of(&public_key, audience, agent, 1_720_000_010)).ok()?;
/// # Ok::<(), tokenmint::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::Empty`] of the URL for a server of an area, which takes none; as
/// [`Attestation::mint`].
pub fn attest<O: Output>(
    server: &Server<'_>,
    agent_id: &str,
    issued_at: u32,
    token_id: &str,
    signer: &mut (impl Es256Signer + ?Sized),
    out: O,
) -> Result<O::Text, Error> {
    let field = Field::Url;
    let url = server.base_url().ok_or(Error::Empty { field })?;
    let audience = Audience::exact(url);
    Attestation::new(agent_id, audience, issued_at.into(), token_id).mint(signer, out)
}
