//! Which channel, as whom, for how long.

use core::fmt;
use core::time::Duration;
use std::string::{String, ToString};
use std::vec::Vec;

use zeroize::Zeroizing;

/// The seat of an agent in a channel.
///
/// ```
/// use tokenmint::client::convoai::{SessionOptions, expires_in_hours};
///
/// let options = SessionOptions::new("lobby", "1001", &["100"])
///     .expires_in(expires_in_hours(12)?)
///     .idle_timeout(120);
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Clone)]
pub struct SessionOptions {
    pub(super) channel: String,
    pub(super) agent_uid: String,
    pub(super) remote_uids: Vec<String>,
    pub(super) name: Option<String>,
    pub(super) token: Option<Zeroizing<String>>,
    pub(super) idle_timeout: Option<i64>,
    pub(super) enable_string_uid: Option<bool>,
    pub(super) expires_in: Option<f64>,
    pub(super) renew_before: Option<Duration>,
    pub(super) preset: Option<String>,
    pub(super) pipeline_id: Option<String>,
}

impl SessionOptions {
    /// The agent is `agent_uid` in `channel` and listens to `remote_uids`.
    #[must_use]
    pub fn new(channel: &str, agent_uid: &str, remote_uids: &[&str]) -> Self {
        Self {
            channel: channel.to_string(),
            agent_uid: agent_uid.to_string(),
            remote_uids: remote_uids.iter().map(ToString::to_string).collect(),
            name: None,
            token: None,
            idle_timeout: None,
            enable_string_uid: None,
            expires_in: None,
            renew_before: None,
            preset: None,
            pipeline_id: None,
        }
    }

    /// A name that no other running agent of the project has. Without one it
    /// is the agent's, and without that `agent-` and the Unix seconds.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.name = Some(name.to_string());
        self
    }

    /// The token to join with. Without one it is minted, which needs the app
    /// certificate.
    #[must_use]
    pub fn token(mut self, token: &str) -> Self {
        self.token = Some(Zeroizing::new(token.to_string()));
        self
    }

    /// Seconds after the last user left until the agent leaves; 0 is never.
    #[must_use]
    pub const fn idle_timeout(mut self, seconds: i64) -> Self {
        self.idle_timeout = Some(seconds);
        self
    }

    /// Whether uids are text.
    #[must_use]
    pub const fn enable_string_uid(mut self, enable: bool) -> Self {
        self.enable_string_uid = Some(enable);
        self
    }

    /// How long the minted tokens last, in seconds or as a
    /// [`Lifetime`](crate::client::convoai::Lifetime): the join token and those
    /// of the session's requests. Checked at the start; 24 hours by default.
    #[must_use]
    pub fn expires_in(mut self, seconds: impl Into<f64>) -> Self {
        self.expires_in = Some(seconds.into());
        self
    }

    /// Has every call of a running session renew the join token first when it
    /// ends within `margin`, at most half of its lifetime. Off by default.
    #[must_use]
    pub const fn renew_before(mut self, margin: Duration) -> Self {
        self.renew_before = Some(margin);
        self
    }

    /// Models that the service brings, separated by commas, in place of the
    /// agent's: see [`presets`](crate::client::convoai::presets).
    #[must_use]
    pub fn preset(mut self, names: &str) -> Self {
        self.preset = Some(names.to_string());
        self
    }

    /// A pipeline made in the console, in place of the agent's. An empty one
    /// counts as not given.
    #[must_use]
    pub fn pipeline_id(mut self, pipeline_id: &str) -> Self {
        self.pipeline_id = Some(pipeline_id.to_string());
        self
    }
}

impl fmt::Debug for SessionOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionOptions")
            .field("channel", &self.channel)
            .field("agent_uid", &self.agent_uid)
            .field("remote_uids", &self.remote_uids)
            .field("name", &self.name)
            .field("expires_in", &self.expires_in)
            .finish_non_exhaustive()
    }
}
