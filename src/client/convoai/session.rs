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
//! | `start` | idle, stopped, error without a live agent | running, or error | started, or error |
//! | `stop` | while an agent may live: running, error | stopped, or error | stopped, or error |
//! | `say`, `interrupt`, `think`, `update`, `renew_token` | running | running | - |
//! | `history`, `info`, `turns` | once an id is known | as before | - |
//!
//! A start that fails after it was sent may have started an agent whose id is
//! not known: the error says so by its kind, the state is `error`, and a new
//! start with the same name is answered with a conflict. After a failed stop
//! the agent still runs (and costs): stop again; a start is refused until then.
//! Dropping the future of a start or stop counts as its failure.
//!
//! Nothing is polled: an agent that leaves by itself is noticed at `stop`,
//! where its absence counts as success.

mod clients;
mod event;
mod machine;
mod options;

pub use clients::{AgentSession, AsyncAgentSession};
pub use event::{Event, EventKind, HandlerId};
pub use options::SessionOptions;

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
        }
    }
}
