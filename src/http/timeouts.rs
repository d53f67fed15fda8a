//! How long each part of a call may take.

use core::time::Duration;

/// Limits of one call.
///
/// | limit | covers | default |
/// |---|---|---|
/// | `connect` | name lookup, TCP and TLS | 10 s |
/// | `response` | from the start of an attempt: connecting, sending, and waiting for the status line and headers | 60 s |
/// | `body` | an attempt as a whole, from its start until the body is complete | 60 s |
/// | `total` | everything: all attempts and the waits between them | 180 s |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// Until a connection stands.
    pub connect: Duration,
    /// From the start of an attempt until the headers of the answer are there.
    /// Where `connect` is longer, that counts.
    pub response: Duration,
    /// From the start of an attempt until the body of the answer is complete.
    /// Where another limit is longer, that counts.
    pub body: Duration,
    /// The deadline of the call, counted from its start.
    pub total: Duration,
}

impl Timeouts {
    /// What an adapter takes for a longer limit: 34 years, which no clock fails to
    /// add to its time.
    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    pub(super) const LONGEST: Duration = Duration::from_secs(1 << 30);

    /// The defaults of the table.
    pub const DEFAULT: Self = Self {
        connect: Duration::from_secs(10),
        response: Duration::from_secs(60),
        body: Duration::from_secs(60),
        total: Duration::from_secs(180),
    };

    /// `timeout` for an attempt, from its start until the whole answer is there;
    /// three times as much for all attempts and the waits between them.
    #[must_use]
    pub fn of(timeout: Duration) -> Self {
        Self {
            connect: Self::DEFAULT.connect.min(timeout),
            response: timeout,
            body: timeout,
            total: timeout.saturating_mul(3),
        }
    }

    /// Sets the limit until a connection stands.
    #[must_use]
    pub const fn connect(mut self, limit: Duration) -> Self {
        self.connect = limit;
        self
    }

    /// Sets the limit until the headers of an answer are there.
    #[must_use]
    pub const fn response(mut self, limit: Duration) -> Self {
        self.response = limit;
        self
    }

    /// Sets the limit until an answer is there as a whole.
    #[must_use]
    pub const fn body(mut self, limit: Duration) -> Self {
        self.body = limit;
        self
    }

    /// Sets the deadline of the whole call.
    #[must_use]
    pub const fn total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// How long an attempt may take: until the headers, and as a whole.
    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    pub(super) fn of_attempt(self) -> (Duration, Duration) {
        let to_headers = self.response.max(self.connect);
        (to_headers, self.total.min(self.body.max(to_headers)))
    }

    /// The limits of an attempt that starts with `left` to the deadline.
    #[must_use]
    pub fn within(self, left: Duration) -> Self {
        Self {
            connect: self.connect.min(left),
            response: self.response.min(left),
            body: self.body.min(left),
            total: left,
        }
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self::DEFAULT
    }
}
