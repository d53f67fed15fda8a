//! A value that many callers use and one of them renews, while the others wait
//! for it or go on with the old one.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::string::ToString;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::vec::Vec;

use crate::http::Error;

/// Where the value is kept.
pub(super) struct SharedValue<T> {
    /// The message when there is none.
    absent: &'static str,
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    value: Option<Arc<T>>,
    renewing: bool,
    /// Counts renewals that have ended, well or not.
    ended: u64,
    /// Why the last one failed, for those who waited for it.
    failure: Option<Arc<Error>>,
    wakers: Vec<Waker>,
}

/// What a value is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freshness {
    /// Everybody uses it.
    Fresh,
    /// One caller renews it, the others use it on.
    Due,
    /// One caller renews it, the others wait.
    Stale,
}

/// What a caller has to do.
pub(super) enum Turn<'a, T> {
    /// Use this value.
    Use(Arc<T>),
    /// Ask for a value; nobody else does.
    Renew(Renewal<'a, T>),
    /// Wait for whoever asks.
    Wait(Waiting<'a, T>),
}

impl<T> SharedValue<T> {
    /// No value yet; `absent` is the message of the error when none can be had.
    pub(super) const fn new(absent: &'static str) -> Self {
        Self {
            absent,
            state: Mutex::new(State {
                value: None,
                renewing: false,
                ended: 0,
                failure: None,
                wakers: Vec::new(),
            }),
            changed: Condvar::new(),
        }
    }

    pub(super) fn turn(&self, freshness: impl FnOnce(&T) -> Freshness) -> Turn<'_, T> {
        let mut state = self.lock();
        if let Some(value) = &state.value {
            match freshness(value) {
                Freshness::Fresh => return Turn::Use(Arc::clone(value)),
                Freshness::Due if state.renewing => return Turn::Use(Arc::clone(value)),
                Freshness::Due | Freshness::Stale => {}
            }
        }
        if state.renewing {
            return Turn::Wait(Waiting {
                shared: self,
                seen: state.ended,
            });
        }
        state.renewing = true;
        Turn::Renew(Renewal {
            shared: self,
            result: None,
        })
    }

    /// The next call asks for a new one.
    #[cfg(feature = "authing-management")]
    pub(super) fn forget(&self) {
        self.lock().value = None;
    }

    /// The next call asks for a new one, unless somebody has one already in the
    /// place of `value`.
    #[cfg(feature = "authing-management")]
    pub(super) fn forget_this(&self, value: &Arc<T>) {
        let mut state = self.lock();
        if state
            .value
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, value))
        {
            state.value = None;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One failure for many callers.
    fn failed(&self, error: &Arc<Error>) -> Error {
        Error::with_message(error.kind(), self.absent)
            .with_service_error(
                error.code().map(ToString::to_string),
                error.detail().map(ToString::to_string),
            )
            .with_request_id(error.request_id().map(ToString::to_string))
            .with_source(Arc::clone(error))
    }
}

/// The right to ask for a value, until it is dropped.
pub(super) struct Renewal<'a, T> {
    shared: &'a SharedValue<T>,
    result: Option<Result<Arc<T>, Arc<Error>>>,
}

impl<T> Renewal<'_, T> {
    /// Hands the outcome to everybody who waits, and to the caller.
    pub(super) fn finish(mut self, result: Result<T, Arc<Error>>) -> Result<Arc<T>, Error> {
        let result = result.map(Arc::new);
        self.result = Some(result.clone());
        result.map_err(|error| self.shared.failed(&error))
    }
}

impl<T> Drop for Renewal<'_, T> {
    /// Also where the call was cancelled: the next caller takes over.
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.renewing = false;
        state.ended = state.ended.wrapping_add(1);
        state.failure = None;
        match self.result.take() {
            Some(Ok(value)) => state.value = Some(value),
            Some(Err(error)) => state.failure = Some(error),
            None => {}
        }
        let wakers = core::mem::take(&mut state.wakers);
        drop(state);
        self.shared.changed.notify_all();
        for waker in wakers {
            waker.wake();
        }
    }
}

/// A renewal of somebody else, to be waited for: with [`Self::block`], or as a
/// future. Then it is time for another [`SharedValue::turn`].
pub(super) struct Waiting<'a, T> {
    shared: &'a SharedValue<T>,
    seen: u64,
}

impl<T> Waiting<'_, T> {
    pub(super) fn block(self) -> Result<(), Error> {
        let state = self
            .shared
            .changed
            .wait_while(self.shared.lock(), |state| state.ended == self.seen)
            .unwrap_or_else(PoisonError::into_inner);
        self.outcome(&state)
    }

    fn outcome(&self, state: &State<T>) -> Result<(), Error> {
        match &state.failure {
            Some(error) => Err(self.shared.failed(error)),
            None => Ok(()),
        }
    }
}

impl<T> Future for Waiting<'_, T> {
    type Output = Result<(), Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = self.shared.lock();
        if state.ended != self.seen {
            return Poll::Ready(self.outcome(&state));
        }
        if !state
            .wakers
            .iter()
            .any(|waker| waker.will_wake(context.waker()))
        {
            state.wakers.push(context.waker().clone());
        }
        Poll::Pending
    }
}
