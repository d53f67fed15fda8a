//! The key set of an application, asked for once and kept.
//!
//! | the set | then |
//! |---|---|
//! | has the key, is younger than an hour | it is used |
//! | has the key, is younger than a day | one caller asks for a new one, once a minute at most; when that fails, the old one is used |
//! | has not got the key | one caller asks for a new one, five times a minute at most: a stranger's tokens would make this client a flood |
//! | is older than a day, or there is none | one caller asks, the others wait |
//!
//! A timeout is that of the next ten seconds too, and any other failure that of
//! the next second: callers must not queue up behind a server that fails.

use core::time::Duration;
use std::format;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::AuthenticationClientOptions;
use crate::client::authing::options::missing;
use crate::client::authing::shared_value::{Freshness, Renewal, SharedValue, Turn};
use crate::client::authing::{Jwks, TokenVerifier};
use crate::http::{BaseUrl, Error, ErrorKind};

const RENEW_AFTER: Duration = Duration::from_secs(60 * 60);
const USABLE_FOR: Duration = Duration::from_secs(24 * 60 * 60);
const PAUSE: Duration = Duration::from_secs(60);
/// How often in a `PAUSE` a key is asked for that the set has not got.
const UNKNOWN_KEYS: usize = 5;
/// How long a timeout is remembered, and any other failure.
const TIMED_OUT_FOR: Duration = Duration::from_secs(10);
const FAILED_FOR: Duration = Duration::from_secs(1);
const ABSENT: &str = "there is no key set";

pub(super) struct JwksCache {
    pub(super) verifier: TokenVerifier,
    fetched: SharedValue<Fetched>,
    /// When a set was asked for, the latest time last.
    asked: Mutex<[Option<Duration>; UNKNOWN_KEYS]>,
    /// Until when a failure is remembered.
    failed: Mutex<Option<(Duration, Arc<Error>)>>,
}

/// A set, and when it came.
pub(super) struct Fetched {
    pub(super) keys: Jwks,
    at: Duration,
}

impl JwksCache {
    pub(super) fn new(
        options: &AuthenticationClientOptions,
        base_url: &BaseUrl,
    ) -> Result<Self, Error> {
        let issuer = match &options.issuer {
            Some(issuer) => issuer.clone(),
            None => format!("{base_url}/oidc"),
        };
        let verifier =
            TokenVerifier::new(&issuer, &options.app_id).clock_tolerance(options.clock_tolerance);
        let verifier = match &options.app_secret {
            Some(secret) if options.id_token_hs256 => verifier.hs256(secret)?,
            None if options.id_token_hs256 => return Err(missing("app_secret")),
            _ => verifier,
        };
        Ok(Self {
            verifier,
            fetched: SharedValue::new(ABSENT),
            asked: Mutex::default(),
            failed: Mutex::default(),
        })
    }

    /// What to do for the key `kid` at `now` on the monotonic clock.
    ///
    /// # Errors
    ///
    /// That of a moment ago, when a set has to be asked for.
    pub(super) fn turn(&self, kid: &str, now: Duration) -> Result<Turn<'_, Fetched>, Error> {
        let asked = *self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let long_ago = |at: &Option<Duration>| at.is_none_or(|at| now.saturating_sub(at) >= PAUSE);
        let [oldest, .., latest] = &asked;
        let turn = self.fetched.turn(|set| {
            let age = now.saturating_sub(set.at);
            match (set.keys.contains(kid), age) {
                (true, age) if age < RENEW_AFTER => Freshness::Fresh,
                (true, age) if age < USABLE_FOR && long_ago(latest) => Freshness::Due,
                (true, age) if age < USABLE_FOR => Freshness::Fresh,
                (false, age) if age < USABLE_FOR && !long_ago(oldest) => Freshness::Fresh,
                _ => Freshness::Stale,
            }
        });
        match (&turn, &*self.failed()) {
            (Turn::Renew(_), Some((until, error))) if now < *until => {
                let message = format!("{ABSENT}, and there was none a moment ago");
                Err(Error::with_message(error.kind(), message).with_source(Arc::clone(error)))
            }
            _ => Ok(turn),
        }
    }

    /// What became of asking.
    pub(super) fn asked(
        &self,
        renewal: Renewal<'_, Fetched>,
        result: Result<Jwks, Error>,
        now: Duration,
    ) -> Result<Arc<Fetched>, Error> {
        let result = result.map_err(Arc::new);
        *self.failed() = result.as_ref().err().map(|error| {
            let time = match error.kind() {
                ErrorKind::Timeout | ErrorKind::Deadline => TIMED_OUT_FOR,
                _ => FAILED_FOR,
            };
            (now.saturating_add(time), Arc::clone(error))
        });
        renewal.finish(result.map(|keys| Fetched { keys, at: now }))
    }

    fn failed(&self) -> MutexGuard<'_, Option<(Duration, Arc<Error>)>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The set is being asked for.
    pub(super) fn asking(&self, now: Duration) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.rotate_left(1);
        if let Some(latest) = asked.last_mut() {
            *latest = Some(now);
        }
    }
}
