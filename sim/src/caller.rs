//! Somebody who makes calls, one after the other: each is written down and
//! looked at.

use std::error::Error;
use std::future::Future;
use std::time::Duration;

use tokenmint::http::{self, ErrorKind};

use crate::executor::{Sleep, within};
use crate::violation::Invariant;
use crate::watch::{self, Deadline};
use crate::world::World;

/// More attempts than any schedule has faults.
pub const ATTEMPTS: usize = 40;

/// A user on a task of its own.
#[derive(Debug, Clone, Copy)]
pub struct Caller<'a> {
    /// Where it all happens.
    pub world: &'a World,
    /// The number of the task.
    pub task: usize,
    /// After this time a future is dropped; the blocking client has none.
    pub patience: Option<Duration>,
}

/// A call that failed.
#[derive(Debug)]
pub struct Failed<E> {
    /// Its error.
    pub error: E,
    /// No fault was there any more: what failed must not have failed.
    pub clean: bool,
}

impl<'a> Caller<'a> {
    /// A user on the only task.
    #[must_use]
    pub const fn new(world: &'a World) -> Self {
        Self {
            world,
            task: 0,
            patience: None,
        }
    }

    /// Lets time pass.
    pub async fn wait(&self, duration: Duration) {
        Sleep::new(self.world.clone(), duration).await;
    }

    /// One call, written down and looked at. `held` is what the user holds, and
    /// may print after a failure.
    ///
    /// # Errors
    ///
    /// That of the call, or that the user gave up.
    pub async fn call<T, E: Error + From<http::Error>>(
        &self,
        name: &'static str,
        deadline: Deadline,
        held: &(dyn std::fmt::Debug + Sync),
        future: impl Future<Output = Result<T, E>>,
    ) -> Result<T, Failed<E>> {
        let (number, calm, struck) = {
            let mut state = self.world.lock();
            (state.begin(self.task, name), state.is_calm(), state.struck)
        };
        let result = match self.patience {
            None => future.await,
            Some(patience) => {
                let given_up = || {
                    let error = http::Error::with_message(ErrorKind::Timeout, "given up");
                    Err(error.into())
                };
                let result = within(self.world, patience, future).await;
                result.unwrap_or_else(given_up)
            }
        };
        let mut state = self.world.lock();
        let failure = result.as_ref().err();
        let took = state.end(number, failure.map(|error| error as &dyn Error));
        watch::time(&mut state, name, took, deadline);
        // What it holds looks alike whatever goes wrong later.
        if result.is_err() || state.faults.count() == 0 {
            watch::texts(&mut state, &format!("{held:?}"));
        }
        // A fault of somebody else's request may have struck meanwhile.
        let clean = calm && state.struck == struck;
        drop(state);
        result.map_err(|error| Failed { error, clean })
    }

    /// A gap of the table was met.
    pub fn gap(&self, name: &'static str) {
        self.world.lock().gaps.insert(name);
    }

    /// A call failed; without a fault it must not have.
    pub fn check<E: Error>(&self, name: &str, failed: &Failed<E>) {
        if failed.clean {
            let text = format!("{name} failed after all faults: {}", failed.error);
            self.world.lock().violated(Invariant::OneMoreCall, text);
        }
    }

    /// Something is lost, or not as it has to be.
    pub fn lost(&self, what: &str) {
        let mut state = self.world.lock();
        state.violated(Invariant::NothingLost, what);
    }

    /// The time of whoever has a right clock.
    #[must_use]
    pub fn true_time(&self) -> Duration {
        self.world.lock().clock.true_time()
    }

    /// There were too many attempts.
    pub fn never_ends(&self, name: &str) {
        let text = format!("{name} does not succeed");
        self.world.lock().violated(Invariant::Ends, text);
    }
}
