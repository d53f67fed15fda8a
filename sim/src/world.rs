//! What one schedule happens in: time, chance, faults, the service, and the
//! record of what was sent.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokenmint::Error;
use tokenmint::client::convoai::Resolver;
use tokenmint::http::{BoxFuture, Environment};

use crate::clock::Clock;
use crate::convoai::{ConvoAi, Effect};
use crate::executor::Sleep;
use crate::fault::{Fault, Faults};
use crate::invariant::Violation;
use crate::random::Random;

/// A world. Clones are the same one.
#[derive(Debug, Clone)]
pub struct World(Arc<Mutex<State>>);

/// What a world holds.
#[derive(Debug)]
pub struct State {
    /// All clocks.
    pub clock: Clock,
    /// Chance.
    pub random: Random,
    /// What goes wrong when.
    pub faults: Faults,
    /// The service.
    pub service: ConvoAi,
    /// What was sent, in order.
    pub exchanges: Vec<Exchange>,
    /// Calls of the user, in order.
    pub calls: Vec<Call>,
    /// The call that each task is in.
    pub current: Vec<Option<usize>>,
    /// The task that runs.
    pub task: usize,
    /// What must not have happened.
    pub violations: Vec<Violation>,
    /// The gaps of [`crate::gaps`] that were met.
    pub gaps: BTreeSet<&'static str>,
    /// A region that takes no connections.
    pub region_down: Option<String>,
    /// A domain without names.
    pub domain_down: Option<String>,
    /// Agents whose leaving was answered by something else than the service.
    pub not_asked_to_leave: Vec<String>,
}

/// One request and what became of it.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The call of the user that it belongs to.
    pub call: Option<usize>,
    /// When, since the start.
    pub at: Duration,
    /// Method and URL without query.
    pub request: String,
    /// What went wrong on the way.
    pub fault: Option<Fault>,
    /// What the service did.
    pub effect: Option<Effect>,
    /// What the client got: a status, or the kind of a failure.
    pub outcome: String,
}

/// One call of the user.
#[derive(Debug, Clone)]
pub struct Call {
    /// What was called.
    pub name: &'static str,
    /// When, since the start.
    pub began: Duration,
    /// What came of it, once it is over.
    pub outcome: Option<String>,
}

impl World {
    /// A world in which `faults` happen to `service`.
    #[must_use]
    pub fn new(service: ConvoAi, faults: Faults, seed: u64) -> Self {
        Self(Arc::new(Mutex::new(State {
            clock: Clock::new(),
            random: Random::new(seed),
            faults,
            service,
            exchanges: Vec::new(),
            calls: Vec::new(),
            current: Vec::new(),
            task: 0,
            violations: Vec::new(),
            gaps: BTreeSet::new(),
            region_down: None,
            domain_down: None,
            not_asked_to_leave: Vec::new(),
        })))
    }

    /// Its state.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Time passes, for everybody.
    pub fn advance(&self, duration: Duration) {
        self.lock().clock.advance(duration);
    }
}

/// Time and chance of a client. Nothing waits: time is set forward.
impl Environment for World {
    fn unix_time(&self) -> Duration {
        self.lock().clock.wall()
    }

    fn monotonic(&self) -> Duration {
        self.lock().clock.monotonic()
    }

    fn salt(&self) -> Result<u32, Error> {
        let salt = self.lock().random.below(99_999_999) + 1;
        Ok(u32::try_from(salt).unwrap_or(1))
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        let mut state = self.lock();
        for byte in bytes {
            *byte = state.random.number().to_le_bytes()[0];
        }
        Ok(())
    }

    fn jitter(&self) -> u32 {
        (self.lock().random.number() >> 32) as u32
    }

    fn variable(&self, _: &str) -> Option<String> {
        None
    }

    fn sleep(&self, duration: Duration) {
        self.advance(duration);
    }

    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(Sleep::new(self.clone(), duration))
    }
}

/// Name lookups of a client.
impl Resolver for World {
    fn first(&self, _: &str, domains: &[&str]) -> Option<String> {
        let down = self.lock().domain_down.clone();
        let mut up = domains
            .iter()
            .filter(|domain| down.as_deref() != Some(*domain));
        up.next().map(|domain| (*domain).to_owned())
    }
}
