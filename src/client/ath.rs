//! Agent Trust Handshake (ATH) 0.1: clients of gateways and native services.
//!
//! ```text
//!  agent                          implementor                  user
//!    │  discover                       │                         │
//!    │  register ────────────────────> │                         │
//!    │ <─────── client id, secret      │                         │
//!    │  authorize ───────────────────> │                         │
//!    │ <─────── URL, session           │                         │
//!    │  sends the user to the URL ────────────────────────────>  │
//!    │                                 │ <────────────── consent │
//!    │ <─────── redirect with the session ────────────────────── │
//!    │  exchange_token ──────────────> │                         │
//!    │ <─────── token                  │                         │
//!    │  proxy, api ──────────────────> │  with the token         │
//!    │  revoke ──────────────────────> │                         │
//! ```
//!
//! ```no_run
//! use tokenmint::client::ath::{
//!     AuthorizeRequest, ClientConfig, Developer, FileStore, GatewayClient, Key, Polling,
//!     RedirectListener, RegisterRequest,
//! };
//!
//! # #[cfg(feature = "ureq3")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let config = ClientConfig::new(
//!     "https://gateway.example.com",
//!     "https://agent.example.com/.well-known/agent.json",
//!     Key::from_pem(std::fs::read("agent.pem")?)?,
//! );
//! let client = GatewayClient::new(&config.store(FileStore::new("ath-credentials.json")))?;
//! let listener = RedirectListener::bind(8765)?;
//! client.register(
//!     &RegisterRequest::new(Developer::new("Example", "example.com"))
//!         .provider("github", &["repo"])
//!         .purpose("reviews pull requests")
//!         .redirect_uri(&listener.redirect_uri()),
//! )?;
//!
//! let polling = Polling::DEFAULT.redirects(&listener);
//! client.ensure_token(&AuthorizeRequest::new("github", &["repo"]), polling, |page| {
//!     println!("open {}", page.authorization_url);
//! })?;
//!
//! let user = client.proxy("github", "GET", "/user", None)?;
//! println!("{:?}", user.content.as_json());
//! client.revoke()?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "ureq3"))]
//! # fn main() {}
//! ```
//!
//! | to | use |
//! |---|---|
//! | talk to a gateway | [`GatewayClient`], [`AsyncGatewayClient`] |
//! | talk to a service that speaks ATH itself | [`NativeClient`], [`AsyncNativeClient`] |
//! | sign with a key that is elsewhere | [`Key::external`] |
//! | sign faster, not deterministically | [`RingSigningKey`](crate::ath::RingSigningKey) |
//! | publish the agent's identity | `identity_document` of any client, [`crate::ath::Identity`] |
//! | catch the browser | [`RedirectListener`], or [`RedirectResult`] in a server of one's own |
//! | wait for the user | `exchange_when_ready` with [`Polling`] |
//! | have a good token, whatever it takes | `ensure_token` |
//! | keep what is given only once | [`FileStore`], [`MemoryStore`], any [`CredentialStore`] |
//! | decide after an error | [`Error::code`], [`Error::reaction`] |
//!
//! Every request that carries an attestation carries a new one. A `POST` is
//! never sent twice unless [`ClientConfig::retry_posts`] says so. A token goes
//! to the implementor that gave it and nowhere else: redirects are not
//! followed, and no path leads out of its place.
//!
//! Source of truth: the specification 0.1 and schema of
//! `ath-protocol/agent-trust-handshake-protocol`, and the Python and TypeScript
//! SDKs of the same organisation where it is silent.

mod calls;
mod clients;
mod config;
mod credentials;
pub mod endpoints;
mod ensure;
mod error;
mod key;
mod listener;
mod operation;
mod poll;
mod redirect;
mod shared;
mod state;
mod store;
mod types;
mod warning;

pub use self::{
    calls::{ApiAnswer, ApiRequest, AuthorizeRequest, Content, RegisterRequest},
    clients::{AsyncGatewayClient, AsyncNativeClient, GatewayClient, NativeClient},
    config::ClientConfig,
    credentials::{Credentials, KeptToken, Session},
    error::{Error, ErrorCode, Reaction},
    key::Key,
    listener::RedirectListener,
    poll::Polling,
    redirect::{RedirectResult, Redirects},
    store::{CredentialStore, FileStore, MemoryStore},
    types::{
        AgentRecord, AgentStatus, Authorization, Developer, DiscoveryDocument, ProviderApproval,
        ProviderInfo, ProviderScopes, Registration, ScopeIntersection, ServiceAuth,
        ServiceDiscoveryDocument, Token,
    },
    warning::Warning,
};
pub use super::secret_text::SecretText;

/// What to give [`GatewayClient::exchange_token`] for the code that the
/// protocol asks for and no implementor reads.
pub const OAUTH_COMPLETED: &str = "oauth-completed";
