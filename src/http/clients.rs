//! The two drivers: all that is blocking or async about a client.

use core::fmt;
use std::sync::Arc;

use super::both::both;
use super::{AsyncTransport, Environment, ErrorOf, Exchange, Operation, Step, System, Transport};

macro_rules! driver {
    (
        $kind:ident [$($async:ident)?] [$($await:tt)*]
        $client:ident $transport:ident $sleep:ident $how:literal
    ) => {
        #[doc = concat!("Runs operations", $how, ". Clones share one transport.")]
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

            /// Takes time and randomness from elsewhere.
            #[must_use]
            pub fn with_environment(mut self, environment: impl Environment + 'static) -> Self {
                self.environment = Arc::new(environment);
                self
            }

            /// Where time and randomness come from.
            #[must_use]
            pub fn environment(&self) -> &Arc<dyn Environment> {
                &self.environment
            }

            /// Runs an operation to its end. Dropping a future of it cancels it.
            ///
            /// # Errors
            ///
            /// When there is no answer, and when the operation cannot use the
            /// one that there is.
            pub $($async)? fn run<O: Operation>(
                &self,
                service: &O::Service,
                operation: &O,
            ) -> Result<O::Output, ErrorOf<O>> {
                let mut exchange = Exchange::new(service, operation, &*self.environment);
                loop {
                    match exchange.step() {
                        Step::Send(request) => {
                            exchange.received(self.transport.send(request)$($await)*);
                        }
                        Step::Wait(duration) => self.environment.$sleep(duration)$($await)*,
                        Step::Done(result) => return result,
                    }
                }
            }
        }

        impl fmt::Debug for $client {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($client))
            }
        }
    };
}

both! {
    driver: Client / AsyncClient, Transport / AsyncTransport, sleep / sleep_async,
        ", blocking" / " as futures"
}
