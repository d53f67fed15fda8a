//! The time out of an answer: no other protocol is needed to mint tokens.
//!
//! ```text
//!           sent_ms              received_ms
//!  device ─────┼───────────────────────┼──────────> ticks
//!               \                     /
//!  server ───────────────┼───┼─────────────────────> Unix seconds
//!                       Date  Date + 1
//! ```
//!
//! When the answer is there, the time is at least `Date`, and at most a second and
//! the time of the exchange more. From then on the device counts ticks, whose
//! quartz is taken to be wrong by at most 244 parts in a million: one in 4,096.

use crate::Error;
use crate::agora::Stamp;
use crate::wire::decimal::divide;

/// What the ticks of a device may be wrong by: one part in two to the power of it.
const DRIFT: u32 = 12;

/// A clock that was set by the `Date` of an answer, even that of a refusal.
///
/// Ticks are milliseconds of the device since any moment, which never go back: 64
/// bits, so that they do not begin again after 49 days.
///
/// ```
/// use tokenmint::device::{Clock, Skew};
///
/// // An answer with `Date: Tue, 14 Nov 2023 22:13:20 GMT`, sent at tick 5,000.
/// let mut clock = Clock::new(1_700_000_000, 5_000, 5_400);
/// assert_eq!(clock.unix_seconds(15_400), 1_700_000_009);
/// assert_eq!(clock.uncertainty_ms(5_400), 1_400);
///
/// // A real-time clock that has lost its battery.
/// assert_eq!(clock.skew_of(946_684_800, 15_400), Skew::Behind(753_315_209));
/// assert_eq!(clock.skew_of(1_700_000_011, 15_400), Skew::None);
///
/// // Every further answer makes it better, or sets it right.
/// assert!(clock.learn(1_700_000_011, 15_900, 16_000));
/// assert!(clock.uncertainty_ms(16_000) < 1_200);
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The earliest that it may be at the tick, in Unix milliseconds.
    earliest: u64,
    /// How much later it may be.
    uncertainty: u32,
    at: u64,
}

/// How a clock differs from that of the service, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Skew {
    /// It may be right.
    None,
    /// It is behind by at least so many seconds: tokens end too early, or before
    /// they begin.
    Behind(u32),
    /// It is ahead by at least so many seconds: tokens are not valid yet.
    Ahead(u32),
}

impl Clock {
    /// A clock set by an answer's `date` (Unix seconds,
    /// [`Answer::date`](super::Answer::date)); its request was sent at tick
    /// `sent_ms`, and its head had come at tick `received_ms`.
    #[must_use]
    pub fn new(date: u32, sent_ms: u64, received_ms: u64) -> Self {
        let exchange = received_ms.saturating_sub(sent_ms).saturating_add(1_000);
        Self {
            earliest: u64::from(date).saturating_mul(1_000),
            uncertainty: u32::try_from(exchange).unwrap_or(u32::MAX),
            at: received_ms,
        }
    }

    /// The Unix second at tick `now_ms`: the earliest that it may be, so that
    /// nothing is issued in the future.
    #[must_use]
    pub fn unix_seconds(&self, now_ms: u64) -> u32 {
        seconds(self.at_tick(now_ms).earliest)
    }

    /// How much later than that it may be at tick `now_ms`, in milliseconds.
    #[must_use]
    pub fn uncertainty_ms(&self, now_ms: u64) -> u32 {
        self.at_tick(now_ms).uncertainty
    }

    /// Issue time at tick `now_ms`, and `salt`.
    ///
    /// # Errors
    ///
    /// [`Error::IssueTimeZero`] for an answer of 1970.
    pub fn stamp(&self, now_ms: u64, salt: u32) -> Result<Stamp, Error> {
        Stamp::new(self.unix_seconds(now_ms), salt)
    }

    /// Takes in the `date` of another answer, as [`Self::new`]. Whether it fits to
    /// what was known: if not, the ticks or the other server were wrong, and the
    /// clock is set anew.
    pub fn learn(&mut self, date: u32, sent_ms: u64, received_ms: u64) -> bool {
        let known = self.at_tick(received_ms);
        let told = Self::new(date, sent_ms, received_ms);
        let earliest = known.earliest.max(told.earliest);
        let latest = known.latest().min(told.latest());
        let common = latest.checked_sub(earliest);
        *self = match common.and_then(|common| u32::try_from(common).ok()) {
            Some(uncertainty) => Self {
                earliest,
                uncertainty,
                at: received_ms,
            },
            None => told,
        };
        common.is_some()
    }

    /// How `unix_seconds`, which another clock of the device shows at tick
    /// `now_ms`, differs from this one.
    #[must_use]
    pub fn skew_of(&self, unix_seconds: u32, now_ms: u64) -> Skew {
        let now = self.at_tick(now_ms);
        let (earliest, latest) = (seconds(now.earliest), seconds(now.latest()));
        if unix_seconds < earliest {
            Skew::Behind(earliest.saturating_sub(unix_seconds))
        } else if unix_seconds > latest {
            Skew::Ahead(unix_seconds.saturating_sub(latest))
        } else {
            Skew::None
        }
    }

    const fn latest(&self) -> u64 {
        self.earliest.saturating_add(self.uncertainty as u64)
    }

    /// What is known at another tick.
    fn at_tick(&self, now_ms: u64) -> Self {
        let passed = now_ms.saturating_sub(self.at);
        let drift = passed >> DRIFT;
        Self {
            earliest: self.earliest.saturating_add(passed).saturating_sub(drift),
            uncertainty: u32::try_from(drift.saturating_mul(2))
                .unwrap_or(u32::MAX)
                .saturating_add(self.uncertainty),
            at: now_ms,
        }
    }
}

fn seconds(millis: u64) -> u32 {
    let (seconds, _) = divide(millis, 1_000);
    u32::try_from(seconds).unwrap_or(u32::MAX)
}
