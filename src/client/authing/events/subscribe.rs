//! Subscribing, the same for every client whose core is a
//! [`Subscriber`](super::Subscriber).

/// Writes `sub_event` and `sub_event_with` of a blocking client and its async
/// twin. First is what is subscribed to.
macro_rules! subscribe {
    ($(#[$what:meta])* $client:ident, $async_client:ident) => {
        impl $client {
            $(#[$what])*
            ///
            /// # Errors
            ///
            /// Before any traffic for an empty code, without what proves the
            /// caller, and for a `websocket_host` that cannot be used; and
            /// whatever [`ErrorKind`](crate::http::ErrorKind) lists when the
            /// first connection fails.
            pub fn sub_event(&self, code: &str) -> Result<crate::client::authing::Events, crate::http::Error> {
                self.sub_event_with(code, &self.core.options.event_options())
            }

            /// The same with options of its own.
            ///
            /// # Errors
            ///
            /// As [`Self::sub_event`].
            pub fn sub_event_with(
                &self,
                code: &str,
                options: &crate::client::authing::EventOptions,
            ) -> Result<crate::client::authing::Events, crate::http::Error> {
                crate::client::authing::Events::open(self.core.clone(), code, options)
            }
        }

        #[cfg(feature = "authing-events-tokio")]
        impl $async_client {
            $(#[$what])*
            ///
            /// # Errors
            ///
            #[doc = concat!("As [`", stringify!($client), "::sub_event`].")]
            pub async fn sub_event(&self, code: &str) -> Result<crate::client::authing::AsyncEvents, crate::http::Error> {
                self.sub_event_with(code, &self.core.options.event_options())
                    .await
            }

            /// The same with options of its own.
            ///
            /// # Errors
            ///
            /// As [`Self::sub_event`].
            pub async fn sub_event_with(
                &self,
                code: &str,
                options: &crate::client::authing::EventOptions,
            ) -> Result<crate::client::authing::AsyncEvents, crate::http::Error> {
                crate::client::authing::AsyncEvents::open(self.core.clone(), code, options).await
            }
        }
    };
}
pub(in crate::client::authing) use subscribe;
