//! Agent Trust Handshake (ATH) 0.1: agent attestations.
//!
//! An agent proves who it is with a short-lived JWT, signed with the private
//! half of the key that its identity document publishes:
//!
//! | part | member | value |
//! |---|---|---|
//! | header | `typ` | `JWT`, or absent ([`HeaderForm`]) |
//! | | `alg` | `ES256` |
//! | | `kid` | the name of the key, `default` unless said otherwise |
//! | claims | `capabilities` | list of names, usually empty |
//! | | `iss`, `sub` | the agent id: the URL of the identity document |
//! | | `aud` | whom it is for ([`Audience`]) |
//! | | `iat`, `exp` | issue time and end, Unix seconds |
//! | | `jti` | unique to this attestation ([`TokenId`]) |
//!
//! Every request takes a new attestation, a repeated request too: servers
//! refuse a `jti` that they have seen.
//!
//! ```
//! use tokenmint::ath::{
//!     Attestation, Audience, Expected, ParsedAttestation, SigningKey, TokenId,
//! };
//!
//! let mut key = SigningKey::from_bytes(&[7; 32])?; // or from_pem, from_jwk
//! let id = TokenId::from_random(&[1; 24]); // from a cryptographic random source
//! let agent = "https://agent.example.com/.well-known/agent.json";
//! let audience = Audience::of_token_endpoint("https://gateway.example.com/");
//!
//! let mut buffer = [0; 512];
//! let attestation = Attestation::new(agent, audience, 1_720_000_000, id.as_str());
//! let token = attestation.mint(&mut key, &mut buffer)?;
//!
//! // What an implementor does with it.
//! let mut workspace = [0; 512];
//! let parsed = ParsedAttestation::parse(token, &mut workspace)?;
//! let public_key = key.public_key();
//! let expected = Expected::of(&public_key, audience, agent, 1_720_000_010);
//! parsed.check(&expected).ok()?;
//! assert!(parsed.claims().token_id.eq_str(id.as_str()));
//! # Ok::<(), tokenmint::Error>(())
//! ```
//!
//! The agent makes no proof key: PKCE is between an implementor and the
//! service behind it. [`pkce`](crate::pkce) is for implementors.
//!
//! Source of truth: the specification 0.1 and schema of
//! `ath-protocol/agent-trust-handshake-protocol`, and the Python and
//! TypeScript SDKs of the same organisation where it is silent.

mod attestation;
mod audience;
mod identity;
mod random;
mod verify;

pub use attestation::{
    AGENT_ID_MAX, ATTESTATION_CAPACITY, AUDIENCE_MAX, Attestation, HeaderForm, KEY_ID_MAX,
    LIFETIME, LIFETIME_MAX, TOKEN_ID_MAX, attestation_capacity,
};
pub use audience::Audience;
pub use identity::{Developer, Identity, identity_key};
pub use random::{State, TokenId};
pub use verify::{
    Capabilities, Claims, Expected, ParsedAttestation, Report, TOKEN_MAX, TOLERANCE, workspace_len,
};

pub use crate::crypto::es256::{
    Es256Signer, POINT_LEN, PublicKey, SCALAR_LEN, SIGNATURE_LEN, SigningKey, Thumbprint,
};

#[cfg(feature = "ring017")]
pub use crate::crypto::es256::RingSigningKey;

/// The version of the protocol that identity documents name.
pub const VERSION: &str = "0.1";
/// The key id of both official SDKs.
pub const DEFAULT_KEY_ID: &str = "default";
