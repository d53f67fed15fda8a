//! Time and chance of a client, from its world. Nothing waits: time is set
//! forward.

use std::time::Duration;

use tokenmint::Error;
use tokenmint::http::{BoxFuture, Environment};

use crate::executor::Sleep;
use crate::random::Random;
use crate::world::World;

impl Environment for World {
    fn unix_time(&self) -> Duration {
        self.lock().clock.wall()
    }

    fn monotonic(&self) -> Duration {
        self.lock().clock.monotonic()
    }

    /// Counted, for the same reason as below.
    fn salt(&self) -> Result<u32, Error> {
        let mut state = self.lock();
        state.salts += 1;
        Ok(state.salts)
    }

    /// Different each time, and the same in every world: what is made of it can
    /// be remembered from one schedule to the next.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        let mut state = self.lock();
        state.fills += 1;
        let mut random = Random::new(state.fills);
        for byte in bytes {
            *byte = random.number().to_le_bytes()[0];
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
