//! Waiting for a user: how long between two questions, and what may happen
//! meanwhile.
//!
//! ```text
//!  ask ──> the token
//!   ^  └─> not finished, or a fault ──> wait ──> ask again
//!   └────────── the browser is back ─────┘
//! ```

use core::fmt;
use core::time::Duration;

use super::error::{Error, ErrorCode, Reaction};
use super::redirect::{RedirectResult, Redirects};

/// How often the browser is looked for.
const TICK: Duration = Duration::from_millis(100);

/// How to wait for a session that the user has not finished.
///
/// A session that is not finished, one that was used and one that never was
/// are told by the same code, `SESSION_NOT_FOUND`: only time ends the waiting,
/// or the browser that comes back to [`redirects`](Self::redirects).
///
/// Faults on the way ([`Reaction::TryLater`]) do not end it, unless one follows
/// another [`failures`](Self::failures) times.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Polling<'a> {
    /// The wait before the second question; it grows by half each time.
    pub first: Duration,
    /// The longest wait.
    pub longest: Duration,
    /// When to give up, counted from the first question.
    pub total: Duration,
    /// The most faults in a row, with nothing else between them.
    pub failures: u32,
    /// Whether `ensure_token` also waits for a human to approve the agent.
    pub approval: bool,
    /// Where the browser comes back, if it does: then no wait is longer.
    pub redirects: Option<&'a dyn Redirects>,
    /// How long a session is still asked for after an answer was lost, which may
    /// have used it up.
    pub(super) doubt: Duration,
}

impl Polling<'static> {
    /// From one second to ten, for the ten minutes that a session lives, with
    /// up to ten faults in a row.
    pub const DEFAULT: Self = Self {
        first: Duration::from_secs(1),
        longest: Duration::from_secs(10),
        total: Duration::from_secs(600),
        failures: 10,
        approval: false,
        redirects: None,
        doubt: Duration::MAX,
    };
}

impl<'a> Polling<'a> {
    /// Sets when to give up.
    #[must_use]
    pub const fn total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// Sets the first wait and the longest.
    #[must_use]
    pub const fn waits(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest;
        self
    }

    /// Sets the most faults in a row.
    #[must_use]
    pub const fn failures(mut self, failures: u32) -> Self {
        self.failures = failures;
        self
    }

    /// Waits for a human to approve the agent, too.
    #[must_use]
    pub const fn approval(mut self, approval: bool) -> Self {
        self.approval = approval;
        self
    }

    /// Looks for the browser at the same time: whichever comes first.
    #[must_use]
    pub fn redirects<'b>(self, redirects: &'b dyn Redirects) -> Polling<'b>
    where
        'a: 'b,
    {
        Polling {
            redirects: Some(redirects),
            ..self
        }
    }
}

impl Default for Polling<'_> {
    fn default() -> Self {
        Polling::DEFAULT
    }
}

impl fmt::Debug for Polling<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Polling")
            .field("first", &self.first)
            .field("longest", &self.longest)
            .field("total", &self.total)
            .field("failures", &self.failures)
            .field("approval", &self.approval)
            .field("redirects", &self.redirects.is_some())
            .finish()
    }
}

/// One wait for a session, or for an approval.
pub(super) struct Waiting<'a> {
    polling: Polling<'a>,
    started: Duration,
    next: Duration,
    /// Faults since the last answer.
    failures: u32,
    /// When to ask again.
    ask_at: Duration,
    /// The browser is back.
    is_back: bool,
    /// When an answer was lost, and the session perhaps used up with it.
    doubtful: Option<Duration>,
}

impl<'a> Waiting<'a> {
    pub(super) fn new(polling: Polling<'a>, now: Duration) -> Self {
        Self {
            polling,
            started: now,
            next: polling.first.min(polling.longest),
            failures: 0,
            ask_at: now,
            is_back: false,
            doubtful: None,
        }
    }

    /// Goes on after `error`, or gives it back when it is the end.
    pub(super) fn after(&mut self, error: Error, now: Duration) -> Result<(), Error> {
        let unfinished = match *error.code() {
            // A user who is back has finished: it was used up by what was lost.
            ErrorCode::SessionNotFound => self.doubtful.is_none_or(|since| {
                !self.is_back && now.saturating_sub(since) < self.polling.doubt
            }),
            ErrorCode::AgentUnapproved => self.polling.approval,
            _ => false,
        };
        if error.may_have_happened() {
            self.doubtful.get_or_insert(now);
        }
        if unfinished {
            self.failures = 0;
        } else if error.reaction() == Reaction::TryLater && self.failures < self.polling.failures {
            self.failures = self.failures.saturating_add(1);
        } else {
            return Err(error);
        }
        let wait = self.next;
        let ends = now.saturating_sub(self.started).saturating_add(wait);
        if ends >= self.polling.total {
            return Err(error);
        }
        let half = wait.checked_div(2).unwrap_or_default();
        self.next = wait.saturating_add(half).min(self.polling.longest);
        self.ask_at = now.saturating_add(wait);
        Ok(())
    }

    /// How long to wait now; nothing when it is time to ask.
    ///
    /// # Errors
    ///
    /// The browser is back, and the user has said no.
    pub(super) fn pause(
        &mut self,
        session_id: &str,
        now: Duration,
    ) -> Result<Option<Duration>, Error> {
        let left = self.ask_at.saturating_sub(now);
        let Some(redirects) = self.polling.redirects.filter(|_| !self.is_back) else {
            return Ok(Some(left).filter(|left| !left.is_zero()));
        };
        if let Some(RedirectResult { error, .. }) = redirects.look(session_id) {
            self.is_back = true;
            return error.map_or(Ok(None), |reason| Err(Error::denied(&reason)));
        }
        Ok(Some(left.min(TICK)).filter(|left| !left.is_zero()))
    }
}
