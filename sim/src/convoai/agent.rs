//! One agent: in its channel until somebody or something ends it.

use std::time::Duration;

use serde_json::{Value, json};

/// Why an agent left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Leaving {
    /// `leave` was called.
    Asked,
    /// Its join token ended.
    TokenEnded,
    /// Nobody else was in the channel for its idle timeout.
    Idle,
}

impl Leaving {
    const fn message(self) -> &'static str {
        match self {
            Self::Asked => "left as asked",
            Self::TokenEnded => "the token has ended",
            Self::Idle => "idle timeout",
        }
    }
}

/// An agent, running or not.
#[derive(Debug, Clone)]
pub struct AgentRecord {
    /// Its id: `A` and a number that grows.
    pub id: String,
    /// Unique among those that run.
    pub name: String,
    /// Its channel.
    pub channel: String,
    /// Its uid there.
    pub uid: String,
    /// When it came, since 1970.
    pub started: Duration,
    /// When it left, and why.
    pub left: Option<(Duration, Leaving)>,
    /// When its join token ends.
    pub token_ends: Duration,
    /// Zero is never.
    pub idle_timeout: Duration,
    /// Since when no user is in the channel.
    pub alone_since: Option<Duration>,
    /// What it was told to say.
    pub said: Vec<String>,
}

impl AgentRecord {
    /// Whether it is in its channel.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.left.is_none()
    }

    /// How long it has run.
    #[must_use]
    pub fn ran(&self, now: Duration) -> Duration {
        let end = self.left.map_or(now, |(end, _)| end);
        end.saturating_sub(self.started)
    }

    /// Leaves by itself when it is time.
    pub(super) fn pass(&mut self, now: Duration) {
        let idle = self
            .alone_since
            .filter(|_| !self.idle_timeout.is_zero())
            .map(|since| (since + self.idle_timeout, Leaving::Idle));
        let token = (self.token_ends, Leaving::TokenEnded);
        let first = idle.filter(|idle| idle.0 < token.0).unwrap_or(token);
        if self.is_running() && first.0 <= now {
            self.left = Some(first);
        }
    }

    pub(super) fn leave(&mut self, now: Duration, why: Leaving) {
        self.left.get_or_insert((now, why));
    }

    /// Its state in the filter of a listing.
    pub(super) const fn state(&self) -> &'static str {
        if self.is_running() { "2" } else { "4" }
    }

    const fn status(&self) -> &'static str {
        if self.is_running() {
            "RUNNING"
        } else {
            "STOPPED"
        }
    }

    pub(super) fn summary(&self) -> Value {
        let mut summary = json!({
            "agent_id": self.id, "status": self.status(), "start_ts": self.started.as_secs(),
        });
        if let Some((end, why)) = self.left {
            summary["stop_ts"] = end.as_secs().into();
            summary["message"] = why.message().into();
        }
        summary
    }

    pub(super) fn spoken(&self) -> Value {
        json!({
            "agent_id": self.id, "channel": self.channel, "start_ts": self.started.as_secs(),
        })
    }

    /// No turn of a conversation is simulated; what is told of the agent is.
    pub(super) fn turns(&self) -> Value {
        json!({
            "agent_id": self.id, "name": self.name, "channel": self.channel,
            "total_turn_count": 0, "turns": [],
            "pagination": {"page_index": 1, "total_pages": 1, "is_last_page": true},
        })
    }

    pub(super) fn history(&self) -> Value {
        let line = |said: &String| json!({"role": "assistant", "content": said});
        let contents: Vec<Value> = self.said.iter().map(line).collect();
        json!({
            "agent_id": self.id, "start_ts": self.started.as_secs(),
            "status": self.status(), "contents": contents,
        })
    }
}
