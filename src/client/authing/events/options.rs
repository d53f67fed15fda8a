//! How an event stream behaves.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use super::line::Dial;
use crate::http::{RetryPolicy, Settings, Timeouts, Tls};

/// How an event stream behaves.
///
/// There is no proxy among the options: a stream connects to `websocket_host`
/// directly, whatever the environment says.
///
/// ```
/// use core::time::Duration;
/// use tokenmint::client::authing::events::EventOptions;
///
/// let options = EventOptions::new()
///     .max_retries(100)
///     .idle(Duration::from_secs(15));
/// ```
#[derive(Debug, Clone)]
pub struct EventOptions {
    pub(super) tls: Tls,
    pub(super) connect_timeout: Duration,
    pub(super) response_timeout: Duration,
    pub(super) idle: Duration,
    pub(super) max_message: usize,
    pub(super) retry: RetryPolicy,
    pub(super) dialer: Option<Dialer>,
}

/// What makes connections in place of sockets.
#[derive(Clone)]
pub(super) struct Dialer(pub(super) Arc<dyn Dial>);

impl fmt::Debug for Dialer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dialer")
    }
}

impl EventOptions {
    /// Built-in authorities, 10 s to connect and 10 s for the answer, a ping
    /// after 30 s of silence, messages up to 1 MiB, ten failures in a row.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tls: Tls::new(),
            connect_timeout: Timeouts::DEFAULT.connect,
            response_timeout: Timeouts::DEFAULT.connect,
            idle: Duration::from_secs(30),
            max_message: 1 << 20,
            retry: RetryPolicy::DEFAULT
                .max_retries(10)
                .max_delay(Duration::from_secs(30)),
            dialer: None,
        }
    }

    /// As a client with these settings connects.
    pub(in crate::client::authing) fn of(settings: &Settings, verify: bool) -> Self {
        let options = Self {
            connect_timeout: settings.timeouts.connect,
            response_timeout: settings.timeouts.response,
            ..Self::new()
        };
        if verify {
            return options;
        }
        options.tls(Tls::new().accept_invalid_certificates())
    }

    /// Sets whom to trust.
    #[must_use]
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = tls;
        self
    }

    /// Sets the limit until a connection stands.
    #[must_use]
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets the limit until the service has answered the request.
    #[must_use]
    pub const fn response_timeout(mut self, timeout: Duration) -> Self {
        self.response_timeout = timeout;
        self
    }

    /// Sets the time of silence that a ping is sent after; after as much again
    /// the connection counts as lost.
    #[must_use]
    pub const fn idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// Sets the most bytes of a message.
    #[must_use]
    pub const fn max_message(mut self, bytes: usize) -> Self {
        self.max_message = bytes;
        self
    }

    /// Sets how many failures in a row are put up with.
    #[must_use]
    pub const fn max_retries(mut self, retries: u32) -> Self {
        self.retry.max_retries = retries;
        self
    }

    /// Sets what makes the connections of blocking streams, in place of
    /// sockets: for simulations.
    #[cfg(feature = "internals")]
    #[must_use]
    pub fn dialer(mut self, dialer: impl Dial + 'static) -> Self {
        self.dialer = Some(Dialer(Arc::new(dialer)));
        self
    }

    /// Sets when to connect again.
    #[must_use]
    pub const fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }
}

impl Default for EventOptions {
    fn default() -> Self {
        Self::new()
    }
}
