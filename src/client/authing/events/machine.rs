//! When to connect again, and when to give up.

use core::time::Duration;

use super::failure::Failure;
use crate::http::{Decision, Error, RetryPolicy};

/// The name of the call in errors.
pub(super) const NAME: &str = "sub_event";

#[derive(Debug)]
pub(super) struct Machine {
    policy: RetryPolicy,
    failures: u32,
    pub(super) reconnections: u64,
    pub(super) ended: bool,
}

impl Machine {
    pub(super) const fn new(policy: RetryPolicy) -> Self {
        Self {
            policy,
            failures: 0,
            reconnections: 0,
            ended: false,
        }
    }

    /// Something came: the connection is good. Only standing does not count,
    /// since a service may take a connection and drop it at once.
    pub(super) const fn alive(&mut self) {
        self.failures = 0;
    }

    /// How long to wait before the next connection.
    ///
    /// # Errors
    ///
    /// The failure, when it is the end.
    pub(super) fn failed(&mut self, failure: Failure, jitter: u32) -> Result<Duration, Error> {
        let decision = self.policy.decide(
            self.failures,
            true,
            failure.outcome,
            Duration::ZERO,
            Duration::MAX,
            jitter,
        );
        match decision {
            Decision::Retry { after } => {
                self.failures = self.failures.saturating_add(1);
                Ok(after)
            }
            Decision::Stop => Err(self.end(failure.error)),
        }
    }

    pub(super) fn end(&mut self, error: Error) -> Error {
        self.ended = true;
        error.at(NAME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{ErrorKind, Outcome};

    fn refused(status: u16) -> Failure {
        let outcome = Outcome::Answered {
            status,
            retry_after: None,
        };
        Failure::new(Error::new(ErrorKind::Status), outcome)
    }

    #[test]
    fn waits_grow_until_something_comes() {
        let mut machine = Machine::new(RetryPolicy {
            max_retries: 3,
            ..RetryPolicy::DEFAULT
        });
        let lost = |machine: &mut Machine| {
            machine
                .failed(Failure::lost(ErrorKind::Interrupted), 0)
                .ok()
        };
        let waits = [250, 500, 1000].map(|millis| Some(Duration::from_millis(millis)));
        for wait in waits {
            assert_eq!(lost(&mut machine), wait);
        }
        machine.alive();
        for wait in waits {
            assert_eq!(lost(&mut machine), wait);
        }
        assert!(!machine.ended);
        assert_eq!(lost(&mut machine), None);
        assert!(machine.ended);
    }

    #[test]
    fn a_refusal_is_the_end_and_a_busy_service_is_not() {
        for (status, goes_on) in [
            (200, false),
            (302, false),
            (401, false),
            (403, false),
            (404, false),
            (429, true),
            (500, true),
            (503, true),
        ] {
            let mut machine = Machine::new(RetryPolicy::DEFAULT);
            assert_eq!(
                machine.failed(refused(status), 0).is_ok(),
                goes_on,
                "{status}"
            );
        }
    }
}
