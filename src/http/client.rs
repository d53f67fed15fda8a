//! The two drivers: all that is blocking or async about a client.

use core::fmt;
use std::sync::Arc;

use super::{
    AsyncTransport, Call, Environment, Error, Exchange, Response, Step, System, Transport,
};

/// What both drivers are beside that.
macro_rules! driver {
    ($(#[$meta:meta])* $client:ident, $transport:ident) => {
        $(#[$meta])*
        #[derive(Clone)]
        pub struct $client {
            transport: Arc<dyn $transport>,
            environment: Arc<dyn Environment>,
        }

        impl $client {
            /// A client of any transport, with the clock of the system.
            pub fn new(transport: impl $transport + 'static) -> Self {
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
        }

        impl fmt::Debug for $client {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($client))
            }
        }
    };
}

driver! {
    /// Runs calls, blocking. Clones share one transport.
    Client, Transport
}

driver! {
    /// Runs calls as futures. Clones share one transport.
    AsyncClient, AsyncTransport
}

impl Client {
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

impl AsyncClient {
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
