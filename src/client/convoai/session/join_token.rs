//! The token with which an agent stays in its channel, and when it has to be
//! replaced: by half of its life at the latest.
//!
//! Two clocks are asked, because either can be wrong: the monotonic one stands
//! still while a machine sleeps, and somebody may set back the other.

use core::time::Duration;

use crate::client::convoai::Lifetime;
use crate::http::Environment;

/// A minted token.
#[derive(Debug, Clone, Copy)]
pub(super) struct JoinToken {
    /// Since 1970.
    made: Duration,
    /// By the monotonic clock.
    made_monotonic: Duration,
    lifetime: Duration,
}

impl JoinToken {
    /// One that is made now.
    pub(super) fn new(environment: &dyn Environment, lifetime: Lifetime) -> Self {
        Self {
            made: environment.unix_time(),
            made_monotonic: environment.monotonic(),
            lifetime: Duration::from_secs(lifetime.seconds().into()),
        }
    }

    /// One of which nobody knows when it was made: due now.
    pub(super) fn due_now(mut self) -> Self {
        self.made = self.made.saturating_sub(self.half());
        self
    }

    /// When it ends, since 1970.
    pub(super) const fn ends(&self) -> Duration {
        self.made.saturating_add(self.lifetime)
    }

    /// How long until it has to be replaced.
    pub(super) fn due_in(&self, environment: &dyn Environment) -> Duration {
        self.half().saturating_sub(self.age(environment))
    }

    /// Whether it has ended.
    pub(super) fn has_ended(&self, environment: &dyn Environment) -> bool {
        self.age(environment) >= self.lifetime
    }

    fn half(&self) -> Duration {
        self.lifetime.checked_div(2).unwrap_or_default()
    }

    fn age(&self, environment: &dyn Environment) -> Duration {
        let by_date = environment.unix_time().saturating_sub(self.made);
        let waited = environment.monotonic();
        by_date.max(waited.saturating_sub(self.made_monotonic))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Date and monotonic clock.
    struct Clocks(u64, u64);

    impl Environment for Clocks {
        fn unix_time(&self) -> Duration {
            Duration::from_secs(self.0)
        }

        fn monotonic(&self) -> Duration {
            Duration::from_secs(self.1)
        }
    }

    #[test]
    fn due_by_half_of_its_life_whichever_clock_says_so() {
        let lifetime = Lifetime::from_seconds(100).unwrap();
        let token = JoinToken::new(&Clocks(1_000, 10), lifetime);
        assert_eq!(token.ends(), Duration::from_secs(1_100));
        for (what, now, due_in, has_ended) in [
            ("at once", Clocks(1_000, 10), 50, false),
            ("later", Clocks(1_030, 40), 20, false),
            ("half", Clocks(1_050, 60), 0, false),
            ("the machine slept", Clocks(1_060, 11), 0, false),
            ("it slept for long", Clocks(9_000, 11), 0, true),
            ("the date was set back", Clocks(0, 70), 0, false),
            ("at its end", Clocks(1_100, 110), 0, true),
        ] {
            assert_eq!(token.due_in(&now), Duration::from_secs(due_in), "{what}");
            assert_eq!(token.has_ended(&now), has_ended, "{what}");
        }
        let due = token.due_now();
        assert_eq!(due.due_in(&Clocks(1_000, 10)), Duration::ZERO);
        assert!(!due.has_ended(&Clocks(1_000, 10)));
    }
}
