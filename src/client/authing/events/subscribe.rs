//! Subscribing, for every client whose core is a
//! [`Subscriber`](super::Subscriber).

/// Writes `sub_event` and `sub_event_with` of one client. After the stream that
/// they give, and when it is there, is what is subscribed to.
macro_rules! subscribe {
    (
        $kind:ident [$($async:ident)?] [$($await:tt)*]
        $client:ident $events:ident ($($there:tt)*);
        $(#[$what:meta])*
    ) => {
        #[cfg($($there)*)]
        impl $client {
            $(#[$what])*
            ///
            /// # Errors
            ///
            /// Before any traffic for an empty code, without what proves the
            /// caller, and for a `websocket_host` that cannot be used; and
            /// whatever [`ErrorKind`](crate::http::ErrorKind) lists when the
            /// first connection fails.
            pub $($async)? fn sub_event(
                &self,
                code: &str,
            ) -> Result<crate::client::authing::events::$events, crate::http::Error> {
                let options = self.core.options.event_options();
                self.sub_event_with(code, &options)$($await)*
            }

            /// Subscribes as `sub_event` does, with other options.
            ///
            /// # Errors
            ///
            /// As [`Self::sub_event`].
            pub $($async)? fn sub_event_with(
                &self,
                code: &str,
                options: &crate::client::authing::events::EventOptions,
            ) -> Result<crate::client::authing::events::$events, crate::http::Error> {
                let core = self.core.clone();
                crate::client::authing::events::$events::open(core, code, options)$($await)*
            }
        }
    };
}
pub(in crate::client::authing) use subscribe;
