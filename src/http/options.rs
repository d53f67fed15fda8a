//! What holds for all calls of a client, and what one call may change.

use core::fmt;
use core::time::Duration;
use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::{BaseUrl, Body, Error, ErrorKind, Headers, Members, Query, RetryPolicy, Timeouts};

/// What holds for all calls of a client.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Settings {
    /// Headers of every request. They never replace `authorization`.
    pub headers: Headers,
    /// Limits in time.
    pub timeouts: Timeouts,
    /// When to try again.
    pub retry: RetryPolicy,
    /// The most bytes of an answer's body. One that is JSON has at most a value
    /// for every 64 bytes of this limit, so that with what is made of it, it
    /// takes at most ten times the limit in memory.
    pub max_body: usize,
    /// Whether a URL may begin with `http://` on a host that is not this
    /// machine. Credentials are then readable on the way.
    pub allow_plain_http: bool,
}

impl Settings {
    /// The most bytes of an answer when nothing else is said: 8 MiB.
    pub const MAX_BODY: usize = 0x80_0000;

    /// A value takes some hundred bytes of memory.
    pub(super) const BYTES_PER_VALUE: usize = 64;

    /// No headers of its own, and the defaults of every part.
    #[must_use]
    pub fn new() -> Self {
        Self {
            headers: Headers::new(),
            timeouts: Timeouts::DEFAULT,
            retry: RetryPolicy::DEFAULT,
            max_body: Self::MAX_BODY,
            allow_plain_http: false,
        }
    }

    /// Checks that credentials may be sent to `url`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] for plain HTTP to anything but the loopback
    /// interface, unless [`Self::allow_plain_http`].
    pub fn check_protection(&self, url: &BaseUrl) -> Result<(), Error> {
        if self.allow_plain_http || url.is_protected() {
            return Ok(());
        }
        let message = "plain http is for the loopback interface alone, unless \
                       `allow_plain_http` permits it";
        Err(Error::with_message(ErrorKind::BadUrl, message))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new()
    }
}

/// What one call may change.
///
/// ```
/// use core::time::Duration;
/// use tokenmint::http::RequestOptions;
///
/// let options = RequestOptions::new()
///     .timeout(Duration::from_secs(5))
///     .max_retries(0)
///     .header("x-trace", "t-1")?;
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct RequestOptions {
    pub(super) headers: Headers,
    pub(super) query: Query,
    body_fields: Members,
    timeouts: Option<Timeouts>,
    max_retries: Option<u32>,
}

impl RequestOptions {
    /// Changes nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Another time limit, as [`Timeouts::of`].
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        self.timeouts_each(Timeouts::of(timeout))
    }

    /// Other time limits, one by one.
    #[must_use]
    pub const fn timeouts_each(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = Some(timeouts);
        self
    }

    /// Another number of attempts after the first.
    #[must_use]
    pub const fn max_retries(mut self, max_retries: u32) -> Self {
        self.max_retries = Some(max_retries);
        self
    }

    /// Another header; it replaces any other of its name, `authorization` too.
    ///
    /// # Errors
    ///
    /// As [`Headers::set`].
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        self.headers.set(name, value)?;
        Ok(self)
    }

    /// Another query parameter, after those of the endpoint.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push(name, value);
        self
    }

    /// Other query parameters from a JSON value, as [`Query::push_value`].
    #[must_use]
    pub fn query_value(mut self, name: &str, value: &Value) -> Self {
        self.query.push_value(name, value);
        self
    }

    /// Another member at the top of a JSON body, in place of one of its name.
    #[must_use]
    pub fn body_field(mut self, name: &str, value: Value) -> Self {
        self.body_fields.insert(name, value);
        self
    }

    /// The JSON body of a call with these options: `body` and the members
    /// added here, in alphabetical order. Without any member there is none.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](super::ErrorKind::InvalidInput) when it
    /// cannot be JSON.
    pub fn json_body(&self, body: &Map<String, Value>) -> Result<Option<Body>, Error> {
        let others = body
            .iter()
            .filter(|(name, _)| self.body_fields.get(name).is_none());
        let members = others.map(|(name, value)| (name.as_str(), value));
        let members: Vec<_> = members.chain(self.body_fields.iter()).collect();
        if members.is_empty() {
            return Ok(None);
        }
        Body::sorted_members(members).map(Some)
    }

    /// Adds the members of [`Self::body_field`] to a body, in place of those of
    /// their names.
    pub fn add_body_fields(&self, body: &mut Members) {
        for (name, value) in self.body_fields.iter() {
            body.insert(name, value.clone());
        }
    }

    /// Whether there are query parameters of [`Self::query`] or
    /// [`Self::query_value`].
    #[must_use]
    pub fn adds_query(&self) -> bool {
        !self.query.is_empty()
    }

    pub(super) fn timeouts(&self, settings: &Settings) -> Timeouts {
        self.timeouts.unwrap_or(settings.timeouts)
    }

    /// The deadline of a call with these options.
    #[cfg(feature = "authing-management")]
    pub(crate) fn total(&self, settings: &Settings) -> Duration {
        self.timeouts(settings).total
    }

    /// These options with at most `left` to the deadline, for a call that is a
    /// part of another.
    #[cfg(feature = "authing-management")]
    pub(crate) fn within(&self, settings: &Settings, left: Duration) -> Self {
        let timeouts = self.timeouts(settings).within(left);
        self.clone().timeouts_each(timeouts)
    }

    /// The policy and the deadline of a call with these options.
    pub(super) fn policy(&self, settings: &Settings) -> (RetryPolicy, Duration) {
        let retries = self.max_retries.unwrap_or(settings.retry.max_retries);
        let policy = settings.retry.max_retries(retries);
        (policy, self.timeouts(settings).total)
    }
}

impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestOptions")
            .field("headers", &self.headers)
            .field("query", &self.query)
            .field("body_fields", &self.body_fields.len())
            .field("timeouts", &self.timeouts)
            .field("max_retries", &self.max_retries)
            .finish()
    }
}

#[cfg(all(test, feature = "authing-management"))]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_call_has_what_is_left_of_it() {
        let seconds = Duration::from_secs;
        let settings = Settings::new();
        let options = RequestOptions::new();
        assert_eq!(options.total(&settings), Timeouts::DEFAULT.total);
        let options = options.timeout(seconds(20)).query("a", "1");
        assert_eq!(options.total(&settings), seconds(60));
        let part = options.within(&settings, seconds(15));
        assert_eq!(part.total(&settings), seconds(15));
        assert_eq!(part.timeouts(&settings).response, seconds(15));
        assert_eq!(part.timeouts(&settings).connect, seconds(10));
        assert!(part.adds_query());
    }
}
