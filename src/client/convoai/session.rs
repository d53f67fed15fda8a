//! One agent in one channel, from start to stop.
//!
//! ```text
//!          ┌──── start ────┐            ┌──── stop ────┐
//!  idle ──┤               starting ──> running        stopping ──> stopped
//!          │                  │            ^              │            │
//!          └─ start ─ error <─┴── failed   │   failed ────┴─> error    │
//!                                          └────────── start ──────────┘
//! ```
//!
//! | method | allowed | afterwards | event |
//! |---|---|---|---|
//! | `start` | idle, stopped, left, error without a live agent | running, or error | started, or error |
//! | `stop` | running, left, stopped, error while an agent may run | stopped, or error | stopped, or error |
//! | `say`, `interrupt`, `think`, `update`, `renew_token` | running | running, or left | left |
//! | `history`, `info`, `turns` | once an id is known | as before, or left | left |
//!
//! A start that fails after it was sent may have started an agent whose id is
//! not known. Nothing is lost by that: the session keeps its name, so a second
//! `start` is answered with a conflict and takes over that agent
//! ([`OnConflict`]), and `stop` looks for it in the channel and stops it. After a
//! failed stop the agent still runs (and costs): stop again; a start is refused
//! until then. `stop` of a stopped session succeeds without a request. Dropping
//! the future of a start or stop counts as its failure.
//!
//! Nothing is polled. An agent that leaves by itself is noticed by the next
//! call, which the service answers with "not found": the session is then
//! `left`, and may start another.
//!
//! All requests of a call share one deadline, renewals of the join token
//! included.

mod clients;
mod event;
mod join_token;
mod limit;
mod lost;
mod machine;
mod options;
mod renewals;
mod transition;

pub use clients::{AgentSession, AsyncAgentSession};
pub use event::{Event, EventKind, HandlerId};
pub use options::{OnConflict, SessionOptions};

/// Where a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionStatus {
    /// Never started.
    Idle,
    /// A start is under way.
    Starting,
    /// The agent is in the channel.
    Running,
    /// A stop is under way.
    Stopping,
    /// The agent has left.
    Stopped,
    /// The last start or stop failed.
    Error,
    /// The agent has left by itself, as a call has shown.
    Left,
}

impl SessionStatus {
    /// The name in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Starting => "starting",
            Self::Running => "running",
            Self::Stopping => "stopping",
            Self::Stopped => "stopped",
            Self::Error => "error",
            Self::Left => "left",
        }
    }
}
