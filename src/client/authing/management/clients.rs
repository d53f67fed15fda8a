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
use crate::http::{AsyncClient, BoxFuture, Client, Error};

crate::client::authing::clients::clients! {
    ManagementClientOptions, Management, "an access key", "host";

    /// The blocking client of a user pool: one for a process, shared between
    /// threads. Clones share the token and connections.
    ManagementClient;

    /// The async client of a user pool: one for a process, shared between
    /// tasks. Clones share the token and connections.
    AsyncManagementClient;
}

/// What is asked of a client without waiting.
macro_rules! key {
    ($name:ident) => {
        impl $name {
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
    };
}
key!(ManagementClient);
key!(AsyncManagementClient);

impl ManagementClient {
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
                    return renewal
                        .finish(core.read_token(answer).map_err(Arc::new))
                        .map(Some);
                }
                Turn::Wait(waiting) => waiting.block()?,
            }
        }
        Ok(None)
    }
}

impl AsyncManagementClient {
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
                    return renewal
                        .finish(core.read_token(answer).map_err(Arc::new))
                        .map(Some);
                }
                Turn::Wait(waiting) => waiting.await?,
            }
        }
        Ok(None)
    }
}
