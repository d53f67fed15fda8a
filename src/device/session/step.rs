//! What goes into the machine and what comes out of it.

use super::kept::KEPT_LEN;
use crate::device::{Answer, Said};
use crate::http::Met;

/// What has happened since the last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event<'a> {
    /// Nothing, or time has passed. Also right after [`Session::start`] and
    /// [`Session::stop`].
    ///
    /// [`Session::start`]: super::Session::start
    /// [`Session::stop`]: super::Session::stop
    Tick,
    /// The bytes of [`Step::Keep`] are in flash.
    Kept,
    /// They could not be written.
    NotKept,
    /// There was no connection: nothing of the request has left.
    NotSent,
    /// TLS failed before anything of the request has left.
    Untrusted,
    /// Something of the request may have left, and no whole answer has come in
    /// time.
    Lost,
    /// An answer has come to its end.
    Answered(Reply<'a>),
}

/// What a session has to know of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply<'a> {
    /// What it says about what was asked for.
    pub said: Said,
    /// The status that is meant: of a TEN server the one in its answer.
    pub status: u16,
    /// How many milliseconds the service asks to wait.
    pub retry_after_ms: Option<u32>,
    /// The `Date` of the answer in seconds since 1970; 0 when it has none.
    pub date: u32,
    /// Whether a refusal says why, which gateways do not.
    pub has_reason: bool,
    /// The id that a start or a conflict names; of [`Ask::Find`] the one that
    /// was asked for. Empty when there is none.
    pub agent_id: &'a [u8],
    /// Of [`Ask::Find`]: how many agents are listed.
    pub listed: u8,
    /// Of [`Ask::Whose`]: to whom the agent belongs.
    pub owner: Owner,
}

impl<'a> Reply<'a> {
    /// What a session has to know of `answer`. The agents of this device are
    /// started under `name`; a token server does not use it.
    #[must_use]
    pub fn of(answer: &'a Answer<'_>, name: &str) -> Self {
        let said = answer.said();
        Self {
            said,
            status: answer.meant_status(said),
            retry_after_ms: answer.retry_after_ms(),
            date: answer.date().unwrap_or(0),
            has_reason: !answer.reason_bytes().is_empty(),
            agent_id: answer.agent_id_bytes(),
            listed: answer.found(),
            owner: match answer.name_bytes() {
                [] => Owner::NotSaid,
                other if other == name.as_bytes() => Owner::Ours,
                _ => Owner::Another,
            },
        }
    }

    pub(super) fn is(&self, said: Said) -> bool {
        self.said == said
    }

    /// What became of the attempt, success being something that is not
    /// understood.
    pub(super) fn met(&self) -> Met {
        match self.said {
            Said::Gone | Said::Conflict | Said::Refused => Met::Answered(self.status),
            Said::Done | Said::Unusable | Said::Lost => Met::Lost,
        }
    }
}

/// To whom an agent belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Owner {
    /// The answer does not say its name.
    #[default]
    NotSaid,
    /// It has this device's name.
    Ours,
    /// It has another name.
    Another,
}

/// A request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ask {
    /// Anything whose answer has a `Date`, without a token: the clock is not set.
    Date,
    /// Start the agent.
    Start,
    /// List the agents that start or run in the channel, and tell the id of the
    /// one at the place [`Session::place`](super::Session::place).
    Find,
    /// Which name the agent has: see
    /// [`Session::agent_id`](super::Session::agent_id).
    Whose,
    /// Give the agent a new token.
    Renew,
    /// Tell the server that somebody is there.
    Ping,
    /// Stop the agent.
    Stop,
}

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// Write these bytes to flash, then go on with [`Event::Kept`].
    Keep([u8; KEPT_LEN]),
    /// Send this, then go on with what became of it.
    Send {
        /// Which request.
        ask: Ask,
        /// Milliseconds until the answer has to be there: after that it is
        /// [`Event::Lost`], whatever comes.
        within_ms: u32,
    },
    /// Go on with [`Event::Tick`] after so many milliseconds, or before.
    Wait {
        /// At most an hour.
        ms: u32,
    },
    /// Nothing is to be done until the next start or stop.
    Done(End),
}

/// How a start, a stop, or a conversation has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum End {
    /// The session is new.
    New,
    /// No agent of this device runs.
    Stopped,
    /// The agent has left by itself. Start another.
    Left,
    /// The service refuses with this HTTP status.
    Refused(u16),
    /// An agent of another device has the name: give each device its own.
    Taken,
    /// No connection to the service.
    Unreachable,
    /// TLS does not trust the service: look at the host, the certificates, the
    /// clock of TLS.
    Untrusted,
    /// Answers were lost or not understood. Start or stop again.
    Unclear,
    /// The time for the call is over. Start or stop again.
    Late,
    /// The record could not be written, so nothing was started.
    NotKept,
    /// No answer has a `Date`: set the clock with
    /// [`Session::set_clock`](super::Session::set_clock).
    NoClock,
    /// The service does not say the names of its agents, so nobody knows which
    /// is this device's.
    Nameless,
}
