//! The two clients: they differ in how they wait.

use core::fmt;
use std::boxed::Box;
use std::sync::Arc;

use super::core::{Authorized, Core, TokenCall};
use super::token::Token;
use super::{Management, ManagementClientOptions};
use crate::client::authing::Envelope;
use crate::client::authing::api_call::ApiCall;
use crate::client::authing::operation::{ApiRequest, Parts};
use crate::client::authing::shared_value::Turn;
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
            /// without an access key,
            /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for a
            /// `host` that cannot be used,
            /// [`ErrorKind::BadHeader`](crate::http::ErrorKind::BadHeader) for
            /// a text that no header can carry.
            pub fn with_http(options: &ManagementClientOptions, http: $http) -> Result<Self, Error> {
                let core = Arc::new(Core::new(options, http.environment())?);
                Ok(Self { http, core })
            }

            /// The id of the access key.
            #[must_use]
            pub fn access_key_id(&self) -> &str {
                self.core.key.id()
            }

            /// Gives up the token, so that the next call asks for another; for
            /// when the service takes it no longer. Without effect where
            /// requests are signed.
            pub fn forget_token(&self) {
                self.core.tokens.forget();
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
    /// The blocking client of a user pool: one for a process, shared between
    /// threads. Clones share the token and connections.
    ManagementClient, Client
}

client! {
    /// The async client of a user pool: one for a process, shared between
    /// tasks. Clones share the token and connections.
    AsyncManagementClient, AsyncClient
}

impl ManagementClient {
    /// A client on `ureq` 3.
    ///
    /// # Errors
    ///
    /// As [`Self::with_http`].
    #[cfg(feature = "ureq3")]
    pub fn new(options: &ManagementClientOptions) -> Result<Self, Error> {
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
        options: &ManagementClientOptions,
        connection: &Connection,
    ) -> Result<Self, Error> {
        let transport = crate::http::UreqTransport::new(connection)?;
        Self::with_http(options, Client::new(transport))
    }

    /// Sends a call. A refusal is an answer; that of a token is an error.
    ///
    /// # Errors
    ///
    /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
    pub fn send<R>(&self, request: &R) -> Result<Envelope, Error>
    where
        R: ApiRequest<Api = Management> + ?Sized,
    {
        self.run(request.operation().parts())
    }

    pub(super) fn run(&self, parts: &Parts) -> Result<Envelope, Error> {
        let service = Authorized {
            core: &self.core,
            token: self.token()?,
        };
        let call = ApiCall {
            service: &service,
            parts,
        };
        call.finish(self.http.run(&call))
    }

    fn token(&self) -> Result<Option<Arc<Token>>, Error> {
        let core = &*self.core;
        while core.needs_token() {
            let now = core.environment.unix_time();
            match core.tokens.turn(|token| token.freshness(now)) {
                Turn::Use(token) => return Ok(Some(token)),
                Turn::Renew(renewal) => {
                    let answer = self.http.run(&TokenCall(core));
                    return renewal.finish(core.read_token(answer)).map(Some);
                }
                Turn::Wait(waiting) => waiting.block()?,
            }
        }
        Ok(None)
    }
}

impl AsyncManagementClient {
    /// A client on `reqwest` 0.13.
    ///
    /// # Errors
    ///
    /// As [`Self::with_http`].
    #[cfg(feature = "reqwest013")]
    pub fn new(options: &ManagementClientOptions) -> Result<Self, Error> {
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
        options: &ManagementClientOptions,
        connection: &Connection,
    ) -> Result<Self, Error> {
        let transport = crate::http::ReqwestTransport::new(connection)?;
        Self::with_http(options, AsyncClient::new(transport))
    }

    /// Sends a call. A refusal is an answer; that of a token is an error.
    /// Dropping the future cancels the call.
    ///
    /// # Errors
    ///
    /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
    pub fn send<'a, R>(&'a self, request: &'a R) -> BoxFuture<'a, Result<Envelope, Error>>
    where
        R: ApiRequest<Api = Management> + ?Sized,
    {
        self.run(request.operation().parts())
    }

    pub(super) fn run<'a>(&'a self, parts: &'a Parts) -> BoxFuture<'a, Result<Envelope, Error>> {
        // Boxed once for all methods, so that each of them is a few bytes.
        Box::pin(async move {
            let service = Authorized {
                core: &self.core,
                token: self.token().await?,
            };
            let call = ApiCall {
                service: &service,
                parts,
            };
            call.finish(self.http.run(&call).await)
        })
    }

    async fn token(&self) -> Result<Option<Arc<Token>>, Error> {
        let core = &*self.core;
        while core.needs_token() {
            let now = core.environment.unix_time();
            match core.tokens.turn(|token| token.freshness(now)) {
                Turn::Use(token) => return Ok(Some(token)),
                Turn::Renew(renewal) => {
                    let answer = self.http.run(&TokenCall(core)).await;
                    return renewal.finish(core.read_token(answer)).map(Some);
                }
                Turn::Wait(waiting) => waiting.await?,
            }
        }
        Ok(None)
    }
}
