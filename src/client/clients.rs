//! How every client is made: its two types, and how they come by a transport.

/// Writes the blocking and the async type of a client around a `Core` that lives
/// beside them. First are the types and their options, which say with
/// `connection()` how to connect; then what the client is of, what is added to
/// the documentation of `connecting`, and the errors of `with_http`.
macro_rules! client {
    (
        $client:ident / $async_client:ident: $options:ident;
        of $what:literal;
        connecting $more:literal;
        $(#[$errors:meta])*
    ) => {
        crate::http::both::both! {
            crate::client::clients::one:
                $client / $async_client,
                Client / AsyncClient,
                UreqTransport / ReqwestTransport,
                "ureq3" / "reqwest013",
                "`ureq` 3" / "`reqwest` 0.13";
            $options $what $more $(#[$errors])*
        }
    };
}
pub(super) use client;

/// One of the two types.
macro_rules! one {
    (
        $kind:ident [$($async:ident)?] [$($await:tt)*]
        $client:ident $http:ident $transport:ident $feature:literal $library:literal;
        $options:ident $what:literal $more:literal $(#[$errors:meta])*
    ) => {
        #[doc = concat!("The ", stringify!($kind), " client of ", $what)]
        #[derive(Clone)]
        pub struct $client {
            pub(super) http: crate::http::$http,
            pub(super) core: std::sync::Arc<Core>,
        }

        impl $client {
            #[doc = concat!("A client on ", $library, ": built-in authorities, proxy from the")]
            /// environment, and the limit for connecting that the options have.
            ///
            /// # Errors
            ///
            /// As [`Self::with_http`].
            #[cfg(feature = $feature)]
            pub fn new(options: &$options) -> Result<Self, Error> {
                Self::connecting(options, &options.connection())
            }

            #[doc = concat!("A client on ", $library, " with proxy and trust of its own", $more, ".")]
            ///
            /// # Errors
            ///
            /// As [`Self::with_http`], and
            /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for the proxy.
            #[cfg(feature = $feature)]
            pub fn connecting(
                options: &$options,
                connection: &crate::http::Connection,
            ) -> Result<Self, Error> {
                let transport = crate::http::$transport::new(connection)?;
                Self::with_http(options, crate::http::$http::new(transport))
            }

            /// A client that sends through `http`; whether certificates are
            /// verified is then up to that.
            ///
            /// # Errors
            ///
            $(#[$errors])*
            pub fn with_http(options: &$options, http: crate::http::$http) -> Result<Self, Error> {
                let core = std::sync::Arc::new(Core::new(options, http.environment())?);
                Ok(Self { http, core })
            }
        }

        impl core::fmt::Debug for $client {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_tuple(stringify!($client)).field(&self.core).finish()
            }
        }
    };
}
pub(super) use one;

/// The defaults, with the limit for connecting that the client has.
#[cfg(any(feature = "ureq3", feature = "reqwest013"))]
pub(super) fn connection(settings: &crate::http::Settings) -> crate::http::Connection {
    crate::http::Connection::new().connect_timeout(settings.timeouts.connect)
}
