//! Clock, randomness, sleep and settings: what a client takes from its
//! surroundings.

use core::time::Duration;
use std::boxed::Box;
use std::string::{String, ToString};
use std::sync::OnceLock;
use std::time::Instant;

use super::{BoxFuture, unblock};
use crate::{Error, os};

/// Where a client takes time, randomness and settings from. Tests bring their own.
pub trait Environment: Send + Sync {
    /// Time since 1970, UTC; 0 when the clock stands before it, and then
    /// nothing is signed.
    fn unix_time(&self) -> Duration {
        os::unix_time().unwrap_or_default()
    }

    /// Time that only goes forward, from any start.
    fn monotonic(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    /// The salt of a token, from 1 to 99,999,999; it need not be secret.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give.
    fn salt(&self) -> Result<u32, Error> {
        os::number_up_to(99_999_999)
    }

    /// Fills `bytes` with what nobody can guess: nonces, states, verifiers.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        os::fill(bytes)
    }

    /// A random number, for spreading repetitions.
    fn jitter(&self) -> u32 {
        os::number().unwrap_or_default()
    }

    /// The environment variable `name` without white space around it, unless it
    /// is not set or empty. What is no text in it is replaced, so that nobody
    /// takes it for something else.
    fn variable(&self, name: &str) -> Option<String> {
        let value = std::env::var_os(name)?;
        let value = value.to_string_lossy();
        Some(value.trim())
            .filter(|value| !value.is_empty())
            .map(ToString::to_string)
    }

    /// Waits, blocking.
    fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }

    /// Waits without blocking: with a timer of tokio where it runs (feature
    /// `reqwest013`; its time driver has to be enabled, as for `reqwest`
    /// itself), with a thread elsewhere.
    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        #[cfg(feature = "reqwest013")]
        if tokio::runtime::Handle::try_current().is_ok() {
            return Box::pin(tokio::time::sleep(duration));
        }
        Box::pin(async move {
            unblock::aside(move || std::thread::sleep(duration)).await;
        })
    }
}

#[cfg(any(
    feature = "ath-client",
    feature = "authing-management",
    feature = "convoai"
))]
impl dyn Environment + '_ {
    /// [`Environment::unix_time`] for what is signed now.
    ///
    /// # Errors
    ///
    /// [`Error::ValueOutOfRange`] when it is 0, which is what a clock before
    /// 1970 says.
    pub(crate) fn signing_time(&self) -> Result<Duration, Error> {
        match self.unix_time() {
            Duration::ZERO => Err(os::clock_out_of_range(u64::MAX)),
            time => Ok(time),
        }
    }
}

/// The operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Environment for System {}
