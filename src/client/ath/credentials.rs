//! What is kept between two runs of an agent.
//!
//! ```json
//! {
//!   "client_id": "ath_5ef522cfe864102c",
//!   "client_secret": "...",
//!   "url": "https://gateway.example.com",
//!   "agent_id": "https://agent.example.com/.well-known/agent.json",
//!   "redirect_uris": ["http://127.0.0.1:8765/callback"],
//!   "approved_providers": [{"provider_id": "github", "approved_scopes": ["repo"], "denied_scopes": []}],
//!   "tokens": [{"provider_id": "github", "access_token": "...", "expires_at": 1795246324}],
//!   "sessions": [{"ath_session_id": "ath_sess_9c05394997421540", "provider_id": "github"}]
//! }
//! ```
//!
//! The first two are the whole file of the Python SDK, which passes over the
//! others.

use core::fmt;
use core::time::Duration;
use std::string::String;
use std::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::{Error, ErrorCode};
use super::{AgentStatus, ProviderApproval};
use crate::client::secret_text::SecretText;

/// What an implementor has given to an agent, as a
/// [`CredentialStore`](super::CredentialStore) keeps it.
///
/// It belongs to a server and an agent: a client with another
/// [`url`](Self::url) or [`agent_id`](Self::agent_id) refuses it before
/// anything is sent.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Credentials {
    /// The id of the agent with this implementor.
    pub client_id: String,
    /// The secret that goes with it.
    pub client_secret: SecretText,
    /// The base URL of the implementor; absent in files of the Python SDK.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The URL of the agent's identity document; absent in files of the Python
    /// SDK.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_id: Option<String>,
    /// Those that were registered; `authorize` takes the first unless told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redirect_uris: Vec<String>,
    /// Whether the agent may act, as the registration had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_status: Option<AgentStatus>,
    /// What the registration approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approved_providers: Vec<ProviderApproval>,
    /// Tokens, one for each provider and user, and those that are superseded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<KeptToken>,
    /// Authorizations that have begun and given no token yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A token, as it is kept.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeptToken {
    /// The token, for one agent, user and provider alone.
    pub access_token: SecretText,
    /// The provider it is for; nothing for one of `set_token`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// Whose it is: the name of [`ClientConfig::user`](super::ClientConfig::user).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// When it ends, Unix seconds; nothing when that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<u64>,
    /// What it may be used for; empty when that is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effective_scopes: Vec<String>,
    /// What the user was asked for; empty when that is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requested_scopes: Vec<String>,
    /// Whether the implementor has said that it takes it no more.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub refused: bool,
    /// Whether another has taken its place, and it has still to be revoked.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub superseded: bool,
}

/// An authorization that has begun.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Session {
    /// The session, for `exchange_token`.
    pub ath_session_id: String,
    /// The provider that was asked for.
    pub provider_id: String,
    /// The scopes that were asked for.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// Whose it is, as of a token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// The page for the user.
    #[serde(default)]
    pub authorization_url: String,
    /// When it began, Unix seconds; it lives for ten minutes.
    #[serde(default)]
    pub began_at: u64,
    /// Whether the answer to an exchange was lost: the session may be used up.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub may_be_used: bool,
}

/// How long a session lives.
const SESSION: Duration = Duration::from_secs(600);

impl Session {
    /// Whether it can still give a token at `now`, time since 1970.
    #[must_use]
    pub fn is_open(&self, now: Duration) -> bool {
        now < Duration::from_secs(self.began_at).saturating_add(SESSION)
    }
}

impl Credentials {
    /// An id and its secret, and nothing else.
    #[must_use]
    pub fn new(client_id: &str, client_secret: &str) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: SecretText::new(client_secret),
            url: None,
            agent_id: None,
            redirect_uris: Vec::new(),
            agent_status: None,
            approved_providers: Vec::new(),
            tokens: Vec::new(),
            sessions: Vec::new(),
            extra: Map::new(),
        }
    }

    /// Whether they are of this server and agent, as far as they say.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::OtherServer`], [`ErrorCode::OtherAgent`].
    pub fn check(&self, url: &str, agent_id: &str) -> Result<(), Error> {
        let same = |known: &Option<String>, asked: &str| {
            known
                .as_deref()
                .is_none_or(|known| known.trim_end_matches('/') == asked)
        };
        if !same(&self.url, url) {
            let message = "the credentials are of another server: use its URL, or keep those of \
                           this server elsewhere";
            return Err(Error::local(ErrorCode::OtherServer, message));
        }
        if self.agent_id.as_deref().is_some_and(|id| id != agent_id) {
            let message = "the credentials are of another agent: use its agent id, or keep those \
                           of this agent elsewhere";
            return Err(Error::local(ErrorCode::OtherAgent, message));
        }
        Ok(())
    }

    /// These of `user` with those of other users in `before`, which somebody
    /// else may have put there.
    pub(super) fn beside_others_of(mut self, before: Option<Self>, user: Option<&str>) -> Self {
        let before = before.filter(|before| before.client_id == self.client_id);
        let Some(before) = before else {
            return self;
        };
        let tokens = before.tokens.into_iter();
        self.tokens
            .extend(tokens.filter(|token| token.user.as_deref() != user));
        let sessions = before.sessions.into_iter();
        self.sessions
            .extend(sessions.filter(|session| session.user.as_deref() != user));
        self.extra = before.extra;
        self
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("client_id", &self.client_id)
            .field("url", &self.url)
            .field("agent_id", &self.agent_id)
            .field("tokens", &self.tokens)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for KeptToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeptToken")
            .field("provider_id", &self.provider_id)
            .field("user", &self.user)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Shows the session alone: the URL is for the user.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("ath_session_id", &self.ath_session_id)
            .field("provider_id", &self.provider_id)
            .finish_non_exhaustive()
    }
}
