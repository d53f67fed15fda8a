//! Authorization and tokens.

use core::fmt;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::wire::{bearer, list, seconds};
use crate::client::ath::{Session, Warning};
use crate::client::secret_text::SecretText;
use crate::wire::pkce::METHOD;

/// Where to send the user, and the session to come back with.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Authorization {
    /// The page on which the user gives consent. Open it in a browser.
    pub authorization_url: String,
    /// The session; it lives for ten minutes and gives one token.
    pub ath_session_id: String,
    /// The `state` that was sent. No implementor gives it back: tie the
    /// browser to the session instead.
    #[serde(skip_deserializing)]
    pub state: String,
    #[serde(skip)]
    pub(in crate::client::ath) not_kept: Option<Warning>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Authorization {
    /// Whether the URL has a code challenge with method `S256`.
    #[must_use]
    pub fn has_pkce(&self) -> bool {
        let url = self.authorization_url.as_str();
        let url = url.split_once('#').map_or(url, |(before, _)| before);
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let value = |name| {
            let mut named = query.split('&').filter_map(|pair| pair.split_once('='));
            named.find_map(|(known, value)| (known == name).then_some(value))
        };
        value("code_challenge").is_some_and(|challenge| !challenge.is_empty())
            && value("code_challenge_method") == Some(METHOD)
    }

    /// What is worth a look: a URL without PKCE, a session that could not be
    /// kept.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let missing = (!self.has_pkce()).then_some(Warning::NoPkce);
        missing.into_iter().chain(self.not_kept).collect()
    }
}

impl Authorization {
    /// One that began before.
    pub(in crate::client::ath) fn of_session(session: &Session) -> Self {
        Self {
            authorization_url: session.authorization_url.clone(),
            ath_session_id: session.ath_session_id.clone(),
            state: String::new(),
            not_kept: None,
            extra: Map::new(),
        }
    }
}

/// Shows the session alone: the URL is for the user.
impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization")
            .field("ath_session_id", &self.ath_session_id)
            .field("warnings", &self.warnings())
            .finish_non_exhaustive()
    }
}

/// The answer to a token exchange. The client keeps the token by itself.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Token {
    /// The token, for this agent, user and provider alone.
    pub access_token: SecretText,
    /// `Bearer`.
    #[serde(default = "bearer_type", deserialize_with = "bearer")]
    pub token_type: String,
    /// How long it lasts, in seconds. There is no refreshing: authorize again.
    #[serde(deserialize_with = "seconds")]
    pub expires_in: u64,
    /// The scopes that were approved, consented to and asked for.
    #[serde(default, deserialize_with = "list")]
    pub effective_scopes: Vec<String>,
    /// The provider it is for.
    pub provider_id: String,
    /// The agent it is for.
    pub agent_id: String,
    /// Where the scopes come from.
    pub scope_intersection: ScopeIntersection,
    /// What is worth a look; found out by the client.
    #[serde(skip)]
    pub warnings: Vec<Warning>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Where effective scopes come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ScopeIntersection {
    /// Approved for the agent.
    #[serde(default, deserialize_with = "list")]
    pub agent_approved: Vec<String>,
    /// Consented to by the user.
    #[serde(default, deserialize_with = "list")]
    pub user_consented: Vec<String>,
    /// In both, and asked for.
    #[serde(default, deserialize_with = "list")]
    pub effective: Vec<String>,
    /// Members without a field.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expires_in", &self.expires_in)
            .field("effective_scopes", &self.effective_scopes)
            .field("provider_id", &self.provider_id)
            .field("agent_id", &self.agent_id)
            .field("warnings", &self.warnings)
            .finish_non_exhaustive()
    }
}

fn bearer_type() -> String {
    "Bearer".to_string()
}
