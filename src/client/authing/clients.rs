//! What both kinds of clients have in common: how they are made, and how a call
//! is sent.

/// Writes a blocking client and its async twin around a `Core`, which lives
/// beside them with a `run` of each. First are the options, the marker of the
/// API, and what of the options cannot be missing.
macro_rules! clients {
    (
        $options:ident, $api:ident, $required:literal, $host:literal;
        $(#[$meta:meta])* $client:ident;
        $(#[$async_meta:meta])* $async_client:ident;
    ) => {
        crate::client::authing::clients::client! {
            $options, $required, $host;
            $(#[$meta])* $client, Client
        }

        crate::client::authing::clients::client! {
            $options, $required, $host;
            $(#[$async_meta])* $async_client, AsyncClient
        }

        impl $client {
            crate::client::connecting::connecting!(
                Client, $options ", in place of the option `reject_unauthorized`"
            );

            /// Sends a call. A refusal is an answer, but that of a token that
            /// the call needs is an error.
            ///
            /// # Errors
            ///
            /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
            pub fn send<R>(&self, request: &R) -> Result<Envelope, Error>
            where
                R: ApiRequest<Api = $api> + ?Sized,
            {
                self.run(request.operation().parts())
            }
        }

        impl $async_client {
            crate::client::connecting::connecting!(
                AsyncClient, $options ", in place of the option `reject_unauthorized`"
            );

            /// Sends a call. A refusal is an answer, but that of a token that
            /// the call needs is an error. Dropping the future cancels the call.
            ///
            /// # Errors
            ///
            /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
            pub fn send<'a, R>(
                &'a self,
                request: &'a R,
            ) -> BoxFuture<'a, Result<Envelope, Error>>
            where
                R: ApiRequest<Api = $api> + ?Sized,
            {
                self.run(request.operation().parts())
            }
        }
    };
}
pub(super) use clients;

/// One of the two.
macro_rules! client {
    (
        $options:ident, $required:literal, $host:literal;
        $(#[$meta:meta])* $client:ident, $http:ident
    ) => {
        $(#[$meta])*
        #[derive(Clone)]
        pub struct $client {
            pub(super) http: $http,
            pub(super) core: Arc<Core>,
        }

        impl $client {
            /// A client that sends through `http`; whether certificates are
            /// verified is then up to that.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Credentials`](crate::http::ErrorKind::Credentials)
            #[doc = concat!("without ", $required, ",")]
            /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for
            #[doc = concat!("`", $host, "` where it cannot be used,")]
            /// [`ErrorKind::BadHeader`](crate::http::ErrorKind::BadHeader) for
            /// a text that no header can carry.
            pub fn with_http(options: &$options, http: $http) -> Result<Self, Error> {
                let core = Arc::new(Core::new(options, http.environment())?);
                Ok(Self { http, core })
            }
        }

        impl fmt::Debug for $client {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($client))
                    .field("options", &self.core.options)
                    .finish_non_exhaustive()
            }
        }
    };
}
pub(super) use client;
