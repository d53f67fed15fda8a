//! Runs futures on virtual time: all that can go on do so, in turn; when none
//! can, time passes until the first timer.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use crate::violation::Invariant;
use crate::world::World;

/// A future that is run beside others.
pub type Task<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Runs `tasks` to their ends. When none can go on and nobody waits for time,
/// that would be for ever: the world notes it.
pub fn run(world: &World, mut tasks: Vec<Task<'_>>) {
    let mut context = Context::from_waker(Waker::noop());
    let mut open: Vec<usize> = (0..tasks.len()).collect();
    world.lock().current = vec![None; tasks.len()];
    while !open.is_empty() {
        open.retain(|number| {
            world.lock().task = *number;
            tasks[*number].as_mut().poll(&mut context).is_pending()
        });
        let mut state = world.lock();
        if !open.is_empty() && !state.clock.advance_to_timer() {
            return state.violated(Invariant::Ends, "a future waits for nothing");
        }
    }
}

/// Ready when its time has come.
#[derive(Debug)]
pub struct Sleep {
    world: World,
    duration: Duration,
    until: Option<Duration>,
}

impl Sleep {
    /// Waits for `duration`, counted from the first poll.
    #[must_use]
    pub const fn new(world: World, duration: Duration) -> Self {
        Self {
            world,
            duration,
            until: None,
        }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        let world = self.world.clone();
        let mut state = world.lock();
        let now = state.clock.monotonic();
        let duration = self.duration;
        let until = *self.until.get_or_insert(now + duration);
        if now >= until {
            return Poll::Ready(());
        }
        state.clock.set_timer(until);
        Poll::Pending
    }
}

/// What `future` gives, or nothing when it takes longer than `limit`; then it
/// is dropped, as by the time limits of async runtimes.
pub async fn within<T>(
    world: &World,
    limit: Duration,
    future: impl Future<Output = T>,
) -> Option<T> {
    let mut future = std::pin::pin!(future);
    let mut limit = std::pin::pin!(Sleep::new(world.clone(), limit));
    std::future::poll_fn(move |context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        limit.as_mut().poll(context).map(|()| None)
    })
    .await
}
