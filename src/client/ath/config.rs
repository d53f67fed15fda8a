//! What a client is made from.

use core::fmt;
use std::string::{String, ToString};
use std::sync::Arc;

use super::{CredentialStore, Key};
use crate::Limits;
use crate::ath::{DEFAULT_KEY_ID, HeaderForm};
use crate::http::Settings;

/// The arguments of all four clients. Checked when a client is made.
///
/// The standalone gateway asks for a header in every request, such as
/// `X-ATH-User-Token`: see [`ClientConfig::header`]. No extra header replaces
/// the token of a call or `X-ATH-Agent-ID`.
///
/// ```
/// use std::time::Duration;
///
/// use tokenmint::ath::SigningKey;
/// use tokenmint::client::ath::ClientConfig;
///
/// let config = ClientConfig::new(
///     "https://gateway.example.com",
///     "https://agent.example.com/.well-known/agent.json",
///     SigningKey::from_bytes(&[7; 32])?, // or Key::from_pem, Key::external
/// )
/// .key_id("2026-01")
/// .timeout(Duration::from_secs(20))
/// .header("x-ath-user-token", "of the standalone gateway")?;
/// assert!(!format!("{config:?}").contains("standalone"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct ClientConfig {
    pub(super) url: String,
    pub(super) agent_id: String,
    pub(super) key: Key,
    pub(super) key_id: String,
    pub(super) header_form: HeaderForm,
    pub(super) limits: Option<Limits>,
    pub(super) allow_other_origin: bool,
    pub(super) retry_posts: bool,
    pub(super) store: Option<Arc<dyn CredentialStore>>,
    pub(super) user: Option<String>,
    pub(super) settings: Settings,
}

impl ClientConfig {
    /// The base URL of a gateway or native service, the URL of the agent's
    /// identity document, and the private half of the key in it.
    #[must_use]
    pub fn new(url: &str, agent_id: &str, key: impl Into<Key>) -> Self {
        Self {
            url: url.to_string(),
            agent_id: agent_id.to_string(),
            key: key.into(),
            key_id: DEFAULT_KEY_ID.to_string(),
            header_form: HeaderForm::WithType,
            limits: None,
            allow_other_origin: false,
            retry_posts: false,
            store: None,
            user: None,
            settings: Settings::new(),
        }
    }

    /// The name of the key; `default` unless said.
    #[must_use]
    pub fn key_id(mut self, key_id: &str) -> Self {
        self.key_id = key_id.to_string();
        self
    }

    /// The members of the header of attestations.
    #[must_use]
    pub const fn header_form(mut self, form: HeaderForm) -> Self {
        self.header_form = form;
        self
    }

    /// How strict attestations are. Unless said, an agent id on the loopback
    /// interface is taken as it is, and any other must be documented.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = Some(limits);
        self
    }

    /// Lets a native service name an `api_base` on another origin than its
    /// own: the token is sent there. Headers of [`Self::header`] are not.
    #[must_use]
    pub const fn allow_other_origin(mut self, allow: bool) -> Self {
        self.allow_other_origin = allow;
        self
    }

    /// Where the client keeps what it is given. It is read when the client is
    /// made, which fails when it holds credentials of another server or agent,
    /// and written after everything that is given. Unless said, the client
    /// keeps them in memory.
    #[must_use]
    pub fn store(mut self, store: impl CredentialStore + 'static) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Whose tokens the client has, by any name: an agent with several users
    /// makes a client for each, on the same store. Nobody in particular unless
    /// said.
    #[must_use]
    pub fn user(mut self, name: &str) -> Self {
        self.user = Some(name.to_string());
        self
    }

    crate::client::setters::setters!("60 s");

    /// Tries `POST`, `PUT` and `PATCH` again too, where
    /// [`RetryPolicy`](crate::http::RetryPolicy) allows it: nothing was sent,
    /// or the service asks for it. Every attempt has an attestation of its
    /// own. Off unless said.
    #[must_use]
    pub const fn retry_posts(mut self, retry: bool) -> Self {
        self.retry_posts = retry;
        self
    }

    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    pub(super) fn connection(&self) -> crate::http::Connection {
        crate::client::clients::connection(&self.settings)
    }
}

impl fmt::Debug for ClientConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientConfig")
            .field("url", &self.url)
            .field("agent_id", &self.agent_id)
            .field("key", &self.key)
            .field("key_id", &self.key_id)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
