//! What one schedule happens in: time, chance, faults, and the record of what
//! was sent. It knows of no service.

use std::collections::BTreeSet;
use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::clock::Clock;
use crate::double::{Double, Effect, Shared};
use crate::fault::{Fault, Faults};
use crate::random::Random;
use crate::script::Script;
use crate::violation::{Invariant, Violation};
use crate::watch;

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
    /// How many salts were asked for.
    pub salts: u32,
    /// How many times randomness was asked for that nobody can guess.
    pub fills: u64,
    /// What goes wrong when.
    pub faults: Faults,
    /// What else goes wrong, by what is asked for.
    pub script: Script,
    /// How many faults have happened: on departure and on arrival of a request.
    pub struck: u64,
    /// Whatever cannot be reached any more.
    pub outages: Outages,
    /// What was sent, in order.
    pub exchanges: Vec<Exchange>,
    /// Calls of the user, in order.
    pub calls: Vec<Call>,
    /// The call that each task is in.
    pub current: Vec<Option<usize>>,
    /// The task that runs.
    pub task: usize,
    /// What may be in no text, and goes to its own service alone.
    pub secrets: Vec<Secret>,
    /// What must not have happened.
    pub violations: Vec<Violation>,
    /// How many log lines there were; each was searched for secrets.
    pub lines: u64,
    /// The gaps of [`crate::gaps`] that were met.
    pub gaps: BTreeSet<&'static str>,
    /// Whether texts are kept for a story.
    pub tells: bool,
    /// What the services had to say at the end, for the story.
    pub remarks: Vec<String>,
}

/// Hosts that cannot be reached.
#[derive(Debug, Default)]
pub struct Outages {
    /// A first label of host names that takes no connections.
    pub region: Option<String>,
    /// The rest of host names, that has no addresses.
    pub domain: Option<String>,
    /// The only domain that [`Fault::DomainDown`] can happen to.
    pub fragile_domain: Option<&'static str>,
}

/// A text that must not be seen.
#[derive(Debug)]
pub struct Secret {
    /// The text, or how such texts begin.
    pub text: String,
    /// The number of the service that gave it, if one did.
    pub of: Option<usize>,
}

/// One request and what became of it.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The call of the user that it belongs to.
    pub call: Option<usize>,
    /// When, since the start.
    pub at: Duration,
    /// What went wrong on the way.
    pub fault: Option<Fault>,
    /// What the service did.
    pub effect: Option<Effect>,
    /// Whether the client got the service's own answer, whole.
    pub delivered: bool,
    /// For the story: method and URL without query.
    pub request: String,
    /// For the story: what the client got, a status or the kind of a failure.
    pub outcome: String,
}

/// One call of the user.
#[derive(Debug, Clone)]
pub struct Call {
    /// What was called.
    pub name: &'static str,
    /// When, since the start.
    pub began: Duration,
    /// Whether it succeeded, once it is over.
    pub succeeded: Option<bool>,
    /// For the story: the error.
    pub error: String,
}

impl World {
    /// A world in which `faults` happen.
    #[must_use]
    pub fn new(faults: Faults, seed: u64) -> Self {
        Self(Arc::new(Mutex::new(State {
            clock: Clock::new(),
            random: Random::new(seed),
            salts: 0,
            fills: 0,
            faults,
            script: Script::default(),
            struck: 0,
            outages: Outages::default(),
            exchanges: Vec::with_capacity(16),
            calls: Vec::with_capacity(16),
            current: vec![None],
            task: 0,
            secrets: Vec::new(),
            violations: Vec::new(),
            lines: 0,
            gaps: BTreeSet::new(),
            tells: false,
            remarks: Vec::new(),
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

impl State {
    /// Notes that an invariant does not hold.
    pub fn violated(&mut self, invariant: Invariant, text: impl Into<String>) {
        let text = text.into();
        self.violations.push(Violation { invariant, text });
    }

    /// A call of the user begins, on a task; its number.
    pub fn begin(&mut self, task: usize, name: &'static str) -> usize {
        let number = self.calls.len();
        self.calls.push(Call {
            name,
            began: self.clock.monotonic(),
            succeeded: None,
            error: String::new(),
        });
        self.current[task] = Some(number);
        number
    }

    /// A call is over, with an error or without; how long it took.
    pub fn end(&mut self, number: usize, failure: Option<&dyn Error>) -> Duration {
        if let Some(error) = failure {
            watch::error(self, error);
            if self.tells {
                self.calls[number].error = error.to_string();
            }
        }
        let call = &mut self.calls[number];
        call.succeeded = Some(failure.is_none());
        self.clock.monotonic().saturating_sub(call.began)
    }

    /// A text that is nowhere to be seen from now on.
    pub fn hide(&mut self, text: &str) {
        let text = text.to_owned();
        self.secrets.push(Secret { text, of: None });
    }

    /// What a double has that is secret from the start.
    pub fn hide_secrets_of<D: Double>(&mut self, double: &Shared<D>) {
        for secret in double.lock().secrets() {
            self.hide(&secret);
        }
    }

    /// Whether no fault is to come, and nothing of those before is left.
    #[must_use]
    pub fn is_calm(&self) -> bool {
        self.faults.are_over(self.exchanges.len()) && self.clock.is_right()
    }

    /// Whether an answer about `object` got through, once the service had done
    /// `verb` to it.
    #[must_use]
    pub fn was_delivered(&self, verb: &str, object: &str) -> bool {
        let mut exchanges = self.exchanges.iter();
        exchanges.any(|exchange| {
            let effect = exchange.effect.as_ref();
            exchange.delivered
                && effect.is_some_and(|done| done.verb == verb && done.object == object)
        })
    }
}
