//! Waiting for a user: how long between two questions.

use core::time::Duration;

use super::error::{Error, ErrorCode};

/// How to wait for a session that the user has not finished.
///
/// A session that is not finished, one that was used and one that never was
/// are told by the same code, `SESSION_NOT_FOUND`: only time ends the waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Polling {
    /// The wait before the second question; it grows by half each time.
    pub first: Duration,
    /// The longest wait.
    pub longest: Duration,
    /// When to give up, counted from the first question.
    pub total: Duration,
}

impl Polling {
    /// From one second to ten, for the ten minutes that a session lives.
    pub const DEFAULT: Self = Self {
        first: Duration::from_secs(1),
        longest: Duration::from_secs(10),
        total: Duration::from_secs(600),
    };

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
}

impl Default for Polling {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// One wait for a session.
pub(super) struct Waiting {
    polling: Polling,
    started: Duration,
    next: Duration,
}

impl Waiting {
    pub(super) fn new(polling: Polling, now: Duration) -> Self {
        Self {
            polling,
            started: now,
            next: polling.first.min(polling.longest),
        }
    }

    /// How long to wait after `error`, or the error when it is the end.
    pub(super) fn after(&mut self, error: Error, now: Duration) -> Result<Duration, Error> {
        let unfinished = *error.code() == ErrorCode::SessionNotFound || error.status() == Some(429);
        let wait = self.next;
        let ends = now.saturating_sub(self.started).saturating_add(wait);
        if !unfinished || ends >= self.polling.total {
            return Err(error);
        }
        let half = wait.checked_div(2).unwrap_or_default();
        self.next = wait.saturating_add(half).min(self.polling.longest);
        Ok(wait)
    }
}
