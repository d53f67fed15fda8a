//! A blocking function where it stands, or as a future: on a thread of its own,
//! for any runtime.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Runs `function` here and now, for who may block.
#[cfg(feature = "convoai")]
pub(crate) fn here<T>(function: impl FnOnce() -> T) -> Option<T> {
    Some(function())
}

/// Runs `function` on a new thread. Nothing when no thread could be started
/// or `function` panicked. Dropping the future does not stop it.
pub(crate) fn aside<T: Send + 'static>(
    function: impl FnOnce() -> T + Send + 'static,
) -> impl Future<Output = Option<T>> + Send {
    let slot = Arc::new(Slot(Mutex::new(State {
        value: None,
        done: false,
        waker: None,
    })));
    let finish = Finish(Arc::clone(&slot));
    let started = std::thread::Builder::new().spawn(move || {
        // Dropped last: wakes also when `function` panics.
        let finish = finish;
        let value = function();
        finish.0.lock().value = Some(value);
    });
    if started.is_err() {
        slot.finish();
    }
    Waiting(slot)
}

struct Slot<T>(Mutex<State<T>>);

struct State<T> {
    value: Option<T>,
    done: bool,
    waker: Option<Waker>,
}

impl<T> Slot<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn finish(&self) {
        let mut state = self.lock();
        state.done = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

struct Finish<T>(Arc<Slot<T>>);

impl<T> Drop for Finish<T> {
    fn drop(&mut self) {
        self.0.finish();
    }
}

struct Waiting<T>(Arc<Slot<T>>);

impl<T> Future for Waiting<T> {
    type Output = Option<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let mut state = self.0.lock();
        if state.done {
            return Poll::Ready(state.value.take());
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }
}
