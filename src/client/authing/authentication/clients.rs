//! The two clients: everything below `send` is shared.

use core::fmt;
use std::boxed::Box;
use std::string::String;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::core::Core;
use super::{Authentication, AuthenticationClientOptions};
use crate::client::authing::Envelope;
use crate::client::authing::operation::{ApiRequest, Parts};
#[cfg(any(feature = "ureq3", feature = "reqwest013"))]
use crate::http::Connection;
use crate::http::{AsyncClient, BoxFuture, Client, Error};

/// What both clients are and do without waiting.
macro_rules! client {
    ($(#[$meta:meta])* $name:ident, $http:ident) => {
        $(#[$meta])*
        #[derive(Clone)]
        pub struct $name {
            pub(super) http: $http,
            pub(super) core: Arc<Core>,
        }

        impl $name {
            /// A client that sends through `http`; whether certificates are
            /// verified is then up to that.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Credentials`](crate::http::ErrorKind::Credentials)
            /// without an `app_id`,
            /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for an
            /// `app_host` that cannot be used,
            /// [`ErrorKind::BadHeader`](crate::http::ErrorKind::BadHeader) for
            /// a text that no header can carry.
            pub fn with_http(
                options: &AuthenticationClientOptions,
                http: $http,
            ) -> Result<Self, Error> {
                let core = Arc::new(Core::new(options, http.environment())?);
                Ok(Self { http, core })
            }

            /// A client for another user, without a token yet, on the same
            /// connections.
            ///
            /// # Errors
            ///
            /// None that [`Self::with_http`] did not have.
            pub fn for_another_user(&self) -> Result<Self, Error> {
                let mut options = self.core.options.clone();
                options.access_token = None;
                Self::with_http(&options, self.http.clone())
            }

            /// The application.
            #[must_use]
            pub fn app_id(&self) -> &str {
                &self.core.options.app_id
            }

            /// The user's access token: later calls carry it. An empty one
            /// takes it away. Clones share it.
            pub fn set_access_token(&self, access_token: &str) {
                self.core.set_access_token(access_token);
            }

            /// The user's access token, if there is one.
            #[must_use]
            pub fn access_token(&self) -> Option<Zeroizing<String>> {
                self.core.access_token()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("options", &self.core.options)
                    .finish_non_exhaustive()
            }
        }
    };
}

client! {
    /// The blocking client of one end user: it holds that user's access token.
    /// Clones share the token and connections.
    AuthenticationClient, Client
}

client! {
    /// The async client of one end user: it holds that user's access token.
    /// Clones share the token and connections.
    AsyncAuthenticationClient, AsyncClient
}

impl AuthenticationClient {
    /// A client on `ureq` 3.
    ///
    /// # Errors
    ///
    /// As [`Self::with_http`].
    #[cfg(feature = "ureq3")]
    pub fn new(options: &AuthenticationClientOptions) -> Result<Self, Error> {
        Self::connecting(options, &options.connection())
    }

    /// A client on `ureq` 3 with proxy and trust of its own, in place of the
    /// option `reject_unauthorized`.
    ///
    /// # Errors
    ///
    /// As [`Self::with_http`], and
    /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for the proxy.
    #[cfg(feature = "ureq3")]
    pub fn connecting(
        options: &AuthenticationClientOptions,
        connection: &Connection,
    ) -> Result<Self, Error> {
        let transport = crate::http::UreqTransport::new(connection)?;
        Self::with_http(options, Client::new(transport))
    }

    /// Sends a call. A refusal is an answer.
    ///
    /// # Errors
    ///
    /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
    pub fn send<R>(&self, request: &R) -> Result<Envelope, Error>
    where
        R: ApiRequest<Api = Authentication> + ?Sized,
    {
        self.run(request.operation().parts())
    }

    pub(super) fn run(&self, parts: &Parts) -> Result<Envelope, Error> {
        let call = self.core.call(parts);
        call.finish(self.http.run(&call))
    }
}

impl AsyncAuthenticationClient {
    /// A client on `reqwest` 0.13.
    ///
    /// # Errors
    ///
    /// As [`Self::with_http`].
    #[cfg(feature = "reqwest013")]
    pub fn new(options: &AuthenticationClientOptions) -> Result<Self, Error> {
        Self::connecting(options, &options.connection())
    }

    /// A client on `reqwest` 0.13 with proxy and trust of its own, in place of
    /// the option `reject_unauthorized`.
    ///
    /// # Errors
    ///
    /// As [`Self::with_http`], and
    /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for the proxy.
    #[cfg(feature = "reqwest013")]
    pub fn connecting(
        options: &AuthenticationClientOptions,
        connection: &Connection,
    ) -> Result<Self, Error> {
        let transport = crate::http::ReqwestTransport::new(connection)?;
        Self::with_http(options, AsyncClient::new(transport))
    }

    /// Sends a call. A refusal is an answer. Dropping the future cancels it.
    ///
    /// # Errors
    ///
    /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
    pub fn send<'a, R>(&'a self, request: &'a R) -> BoxFuture<'a, Result<Envelope, Error>>
    where
        R: ApiRequest<Api = Authentication> + ?Sized,
    {
        self.run(request.operation().parts())
    }

    pub(super) fn run<'a>(&'a self, parts: &'a Parts) -> BoxFuture<'a, Result<Envelope, Error>> {
        // Boxed once for all methods, so that each of them is a few bytes.
        Box::pin(async move {
            let call = self.core.call(parts);
            call.finish(self.http.run(&call).await)
        })
    }
}
