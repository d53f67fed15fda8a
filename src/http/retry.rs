//! When to try again: one pure function for every service.
//!
//! | outcome | repeatable: GET, DELETE, and what says so | everything else |
//! |---|---|---|
//! | nothing was sent | again | again |
//! | 429, with `Retry-After` after that time | again | again |
//! | 503 with `Retry-After` | again, after that time | again, after that time |
//! | lost on the way | again | - |
//! | 500, 502, 503, 504 | again | - |
//! | 408, 409 and all others | - | - |
//!
//! An operation is repeatable when doing it again changes nothing, such as
//! stopping what may be gone already.
//!
//! `Retry-After` above 30 s ends it: the answer is the result. Without it the
//! wait is at most 0.5 s, 1 s, 2 s, ... 10 s, of which at least half is kept
//! and the rest is jitter.

use core::time::Duration;

/// How often, how long, and until when.
///
/// ```
/// use core::time::Duration;
/// use tokenmint::http::RetryPolicy;
///
/// let patient = RetryPolicy::DEFAULT
///     .max_retries(5)
///     .max_delay(Duration::from_secs(60));
/// assert_eq!(patient.base_delay, RetryPolicy::DEFAULT.base_delay);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// Attempts after the first.
    pub max_retries: u32,
    /// The longest wait before the first repetition; doubles each time.
    pub base_delay: Duration,
    /// The longest wait without `Retry-After`.
    pub max_delay: Duration,
    /// The longest `Retry-After` that is waited for.
    pub max_retry_after: Duration,
}

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The connection failed before a byte of the request left.
    NotSent,
    /// TLS failed before a byte of the request left: it would fail again at
    /// this host.
    Untrusted,
    /// Something was sent, and no whole answer came back.
    Lost,
    /// The service answered, not with success.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The time it asks to wait.
        retry_after: Option<Duration>,
    },
    /// It would fail again: an answer beyond the limit.
    Fatal,
}

impl Outcome {
    /// Whether the service may have done what it was asked for. Where it asks
    /// to come later, it has not.
    #[must_use]
    pub const fn may_be_done(&self) -> bool {
        let (met, wait) = self.met();
        met.may_be_done(wait.is_some())
    }

    const fn met(&self) -> (Met, Option<Duration>) {
        match *self {
            Self::NotSent => (Met::NotSent, None),
            Self::Untrusted => (Met::Untrusted, None),
            Self::Lost => (Met::Lost, None),
            Self::Answered {
                status,
                retry_after,
            } => (Met::Answered(status), retry_after),
            Self::Fatal => (Met::Fatal, None),
        }
    }
}

/// An [`Outcome`] without a time: two words on a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Met {
    NotSent,
    Untrusted,
    Lost,
    Answered(u16),
    Fatal,
}

impl Met {
    /// As [`Outcome::may_be_done`]; `waits`: the service asks to come later.
    pub(crate) const fn may_be_done(self, waits: bool) -> bool {
        match self {
            Self::NotSent | Self::Untrusted | Self::Answered(300..=499) => false,
            Self::Answered(503) => !waits,
            Self::Lost | Self::Answered(_) | Self::Fatal => true,
        }
    }

    /// Whether the table has another attempt.
    pub(crate) const fn may_be_repeated(self, repeatable: bool, waits: bool) -> bool {
        match self {
            Self::NotSent | Self::Answered(429) => true,
            Self::Answered(503) => repeatable || waits,
            Self::Lost | Self::Answered(500 | 502 | 504) => repeatable,
            Self::Untrusted | Self::Answered(_) | Self::Fatal => false,
        }
    }
}

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decision {
    /// Try again after this time.
    Retry {
        /// The wait.
        after: Duration,
    },
    /// This was it.
    Stop,
}

impl RetryPolicy {
    /// Two retries, 0.5 s to 10 s, `Retry-After` up to 30 s.
    pub const DEFAULT: Self = Self {
        max_retries: 2,
        base_delay: Duration::from_millis(500),
        max_delay: Duration::from_secs(10),
        max_retry_after: Duration::from_secs(30),
    };

    /// Never tries again.
    pub const NEVER: Self = Self::DEFAULT.max_retries(0);

    /// Sets the number of attempts after the first.
    #[must_use]
    pub const fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the longest wait before the first repetition.
    #[must_use]
    pub const fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Sets the longest wait without `Retry-After`.
    #[must_use]
    pub const fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Sets the longest `Retry-After` that is waited for.
    #[must_use]
    pub const fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = wait;
        self
    }

    /// Decides after `attempt` (0 for the first), `elapsed` into a call that
    /// has to end by `total`. `jitter` is any random number.
    ///
    /// ```
    /// use core::time::Duration;
    /// use tokenmint::http::{Decision, Outcome, RetryPolicy};
    ///
    /// let busy = Outcome::Answered { status: 503, retry_after: None };
    /// let minute = Duration::from_secs(60);
    /// let decide = |attempt, repeatable| {
    ///     RetryPolicy::DEFAULT.decide(attempt, repeatable, busy, Duration::ZERO, minute, 0)
    /// };
    /// assert_eq!(decide(0, true), Decision::Retry { after: Duration::from_millis(250) });
    /// assert_eq!(decide(2, true), Decision::Stop);
    /// assert_eq!(decide(0, false), Decision::Stop);
    /// ```
    #[must_use]
    pub fn decide(
        &self,
        attempt: u32,
        repeatable: bool,
        outcome: Outcome,
        elapsed: Duration,
        total: Duration,
        jitter: u32,
    ) -> Decision {
        let after = match self.again(attempt, repeatable, outcome) {
            None => return Decision::Stop,
            Some(Some(asked)) => asked,
            Some(None) => Duration::from_millis(self.delay_ms(attempt, jitter).into()),
        };
        if elapsed.saturating_add(after) >= total {
            return Decision::Stop;
        }
        Decision::Retry { after }
    }

    /// Whether another attempt is allowed, and how long the service asks to wait
    /// before it; without that it is [`Self::delay_ms`].
    fn again(&self, attempt: u32, repeatable: bool, outcome: Outcome) -> Option<Option<Duration>> {
        let (met, wait) = outcome.met();
        let is_too_long = wait.is_some_and(|wait| wait > self.max_retry_after);
        let may = met.may_be_repeated(repeatable, wait.is_some());
        (may && attempt < self.max_retries && !is_too_long).then_some(wait)
    }

    /// Milliseconds before the attempt after `attempt`.
    pub(crate) fn delay_ms(&self, attempt: u32, jitter: u32) -> u32 {
        let doubled = 1_u32.checked_shl(attempt).unwrap_or(u32::MAX);
        let full = milliseconds(self.base_delay).saturating_mul(doubled);
        with_jitter(full.min(milliseconds(self.max_delay)), jitter)
    }
}

/// Half of the full delay, and a part of the other half.
#[cfg_attr(target_os = "none", inline(never))]
pub(crate) fn with_jitter(full_ms: u32, jitter: u32) -> u32 {
    let half = full_ms >> 1;
    let part = u64::from(half).saturating_mul(jitter.into()) >> 32;
    half.saturating_add(u32::try_from(part).unwrap_or(half))
}

/// As many as 32 bits hold. Without a division of 64 bits, which is long on a
/// device.
pub(crate) fn milliseconds(duration: Duration) -> u32 {
    let seconds = u32::try_from(duration.as_secs()).unwrap_or(u32::MAX);
    seconds
        .saturating_mul(1_000)
        .saturating_add(duration.subsec_millis())
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::DEFAULT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3600);

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn answered(status: u16, retry_after: Option<u64>) -> Outcome {
        Outcome::Answered {
            status,
            retry_after: retry_after.map(seconds),
        }
    }

    fn retries(repeatable: bool, outcome: Outcome) -> bool {
        RetryPolicy::DEFAULT.decide(0, repeatable, outcome, Duration::ZERO, LONG, 7)
            != Decision::Stop
    }

    #[test]
    fn the_table() {
        for (outcome, repeatable, other) in [
            (Outcome::NotSent, true, true),
            (Outcome::Lost, true, false),
            (Outcome::Untrusted, false, false),
            (Outcome::Fatal, false, false),
            (answered(429, None), true, true),
            (answered(500, None), true, false),
            (answered(501, None), false, false),
            (answered(502, None), true, false),
            (answered(503, None), true, false),
            (answered(504, None), true, false),
            (answered(429, Some(1)), true, true),
            (answered(503, Some(1)), true, true),
            (answered(500, Some(1)), true, false),
            (answered(502, Some(1)), true, false),
            (answered(408, Some(1)), false, false),
            (answered(409, Some(1)), false, false),
            (answered(400, None), false, false),
            (answered(404, None), false, false),
            (answered(301, None), false, false),
            (answered(429, Some(30)), true, true),
            (answered(429, Some(31)), false, false),
        ] {
            assert_eq!(retries(true, outcome), repeatable, "{outcome:?}");
            assert_eq!(
                retries(false, outcome),
                other,
                "{outcome:?}, not repeatable"
            );
        }
    }

    #[test]
    fn what_may_be_done() {
        for (outcome, expected) in [
            (Outcome::NotSent, false),
            (Outcome::Untrusted, false),
            (Outcome::Lost, true),
            (Outcome::Fatal, true),
            (answered(200, None), true),
            (answered(302, None), false),
            (answered(409, None), false),
            (answered(429, None), false),
            (answered(500, None), true),
            (answered(503, None), true),
            (answered(503, Some(2)), false),
            (answered(504, Some(2)), true),
        ] {
            assert_eq!(outcome.may_be_done(), expected, "{outcome:?}");
        }
    }

    #[test]
    fn waits_double_up_to_ten_seconds_and_keep_half() {
        let policy = RetryPolicy {
            max_retries: u32::MAX,
            ..RetryPolicy::DEFAULT
        };
        for (attempt, full) in [(0, 500), (1, 1000), (2, 2000), (5, 10_000), (99, 10_000)] {
            for jitter in [0, 1 << 31, u32::MAX] {
                let decision =
                    policy.decide(attempt, true, Outcome::Lost, Duration::ZERO, LONG, jitter);
                let Decision::Retry { after } = decision else {
                    panic!("attempt {attempt} is not repeated");
                };
                // As much of the second half as `jitter` is of 32 bits.
                let half = full / 2;
                let expected = half + (half * u64::from(jitter) / (1 << 32));
                assert_eq!(after, Duration::from_millis(expected), "{attempt} {jitter}");
            }
        }
    }

    #[test]
    fn attempts_and_the_deadline_end_it() {
        let decide = |attempt, elapsed, outcome| {
            RetryPolicy::DEFAULT.decide(attempt, true, outcome, elapsed, seconds(10), 0)
        };
        let asked = answered(503, Some(7));
        assert_eq!(
            decide(1, seconds(2), asked),
            Decision::Retry { after: seconds(7) }
        );
        assert_eq!(decide(1, seconds(3), asked), Decision::Stop);
        let never = RetryPolicy::NEVER;
        let decision = never.decide(0, true, Outcome::NotSent, Duration::ZERO, LONG, 0);
        assert_eq!(decision, Decision::Stop);
        assert_eq!(decide(2, Duration::ZERO, Outcome::NotSent), Decision::Stop);
        assert_eq!(decide(0, seconds(11), Outcome::NotSent), Decision::Stop);
    }
}
