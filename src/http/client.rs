//! The two drivers: all that is blocking or async about a client.

use core::fmt;
use std::sync::Arc;

use super::{
    AsyncTransport, Call, Environment, Error, Exchange, Response, Step, System, Transport,
};

/// Runs calls, blocking. Clones share one transport.
#[derive(Clone)]
pub struct Client {
    transport: Arc<dyn Transport>,
    environment: Arc<dyn Environment>,
}

impl Client {
    /// A client of any transport, with the clock of the system.
    pub fn new(transport: impl Transport + 'static) -> Self {
        Self {
            transport: Arc::new(transport),
            environment: Arc::new(System),
        }
    }

    /// The same with another clock and other lots.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Environment + 'static) -> Self {
        self.environment = Arc::new(environment);
        self
    }

    /// Where time and chance come from.
    #[must_use]
    pub fn environment(&self) -> &Arc<dyn Environment> {
        &self.environment
    }

    /// Runs a call to its end. An answer of any status is `Ok`.
    ///
    /// # Errors
    ///
    /// When there is no answer.
    pub fn run<C: Call + ?Sized>(&self, call: &C) -> Result<Response, Error> {
        let mut exchange = Exchange::new(call, &*self.environment);
        loop {
            match exchange.step() {
                Step::Send(request) => exchange.received(self.transport.send(request)),
                Step::Wait(duration) => self.environment.sleep(duration),
                Step::Done(result) => return result,
            }
        }
    }
}

/// Runs calls as futures. Clones share one transport.
#[derive(Clone)]
pub struct AsyncClient {
    transport: Arc<dyn AsyncTransport>,
    environment: Arc<dyn Environment>,
}

impl AsyncClient {
    /// A client of any transport, with the clock of the system.
    pub fn new(transport: impl AsyncTransport + 'static) -> Self {
        Self {
            transport: Arc::new(transport),
            environment: Arc::new(System),
        }
    }

    /// The same with another clock and other lots.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Environment + 'static) -> Self {
        self.environment = Arc::new(environment);
        self
    }

    /// Where time and chance come from.
    #[must_use]
    pub fn environment(&self) -> &Arc<dyn Environment> {
        &self.environment
    }

    /// Runs a call to its end. An answer of any status is `Ok`. Dropping the
    /// future cancels the call.
    ///
    /// # Errors
    ///
    /// When there is no answer.
    pub async fn run<C: Call + ?Sized>(&self, call: &C) -> Result<Response, Error> {
        let mut exchange = Exchange::new(call, &*self.environment);
        loop {
            match exchange.step() {
                Step::Send(request) => exchange.received(self.transport.send(request).await),
                Step::Wait(duration) => self.environment.sleep_async(duration).await,
                Step::Done(result) => return result,
            }
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client")
    }
}

impl fmt::Debug for AsyncClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AsyncClient")
    }
}
