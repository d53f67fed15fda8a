//! Virtual time: it passes when somebody waits, and never by itself.
//!
//! | time | moves with | read by |
//! |---|---|---|
//! | monotonic | waiting | the client, for deadlines |
//! | true | waiting, and a machine that sleeps | the service |
//! | wall clock | true time, plus what it is wrong by | the client, for tokens |

use std::time::Duration;

/// True time at the start of every schedule.
pub const EPOCH: Duration = Duration::from_secs(1_700_000_000);

/// The clocks of one client and its service.
#[derive(Debug, Clone)]
pub struct Clock {
    monotonic: Duration,
    asleep: Duration,
    wrong_by: i64,
    timers: Vec<Duration>,
}

impl Clock {
    /// All clocks at their start.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            monotonic: Duration::ZERO,
            asleep: Duration::ZERO,
            wrong_by: 0,
            timers: Vec::new(),
        }
    }

    /// Time since the start, without that of a sleeping machine.
    #[must_use]
    pub const fn monotonic(&self) -> Duration {
        self.monotonic
    }

    /// True time since 1970.
    #[must_use]
    pub fn true_time(&self) -> Duration {
        EPOCH + self.asleep + self.monotonic
    }

    /// What the client takes for the time since 1970.
    #[must_use]
    pub fn wall(&self) -> Duration {
        let error = Duration::from_secs(self.wrong_by.unsigned_abs());
        if self.wrong_by < 0 {
            self.true_time().saturating_sub(error)
        } else {
            self.true_time() + error
        }
    }

    /// Time passes.
    pub fn advance(&mut self, duration: Duration) {
        self.monotonic += duration;
    }

    /// The machine of the client sleeps: its monotonic clock stands still.
    pub fn sleep_machine(&mut self, duration: Duration) {
        self.asleep += duration;
    }

    /// The wall clock of the client is wrong by so many seconds from now on.
    pub const fn set_wrong(&mut self, seconds: i64) {
        self.wrong_by = seconds;
    }

    /// Whether the wall clock shows true time.
    #[must_use]
    pub const fn is_right(&self) -> bool {
        self.wrong_by == 0
    }

    /// Somebody waits until `then` (monotonic).
    pub fn set_timer(&mut self, then: Duration) {
        self.timers.push(then);
    }

    /// Time passes until the first of those who wait may go on; it does not pass
    /// when somebody may go on already.
    ///
    /// Whether anybody waited.
    pub fn advance_to_timer(&mut self) -> bool {
        let now = self.monotonic;
        let waiting = self.timers.len();
        self.timers.retain(|then| *then > now);
        if self.timers.len() < waiting {
            return true;
        }
        let first = self.timers.iter().min().copied();
        self.monotonic = first.unwrap_or(now);
        first.is_some()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}
