//! The two clients of a user pool.

use std::sync::Arc;

use super::core::{Authorized, Core, TokenRequest};
use super::token::Token;
use super::{Management, ManagementClientOptions};
use crate::client::authing::clients::send;
use crate::client::authing::shared_value::Turn;
use crate::client::authing::{Envelope, Operation, StatusCode};
use crate::client::clients::client;
use crate::http::Error;
use crate::http::both::both;

client! {
    ManagementClient / AsyncManagementClient: ManagementClientOptions;
    of "a user pool: one for a process, shared between threads and tasks. Clones share the token and connections.";
    connecting ", in place of the option `reject_unauthorized`";
    /// [`ErrorKind::Credentials`](crate::http::ErrorKind::Credentials) without an
    /// access key, [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for `host`
    /// where it cannot be used,
    /// [`ErrorKind::BadHeader`](crate::http::ErrorKind::BadHeader) for a text that
    /// no header can carry.
}

both! { send: ManagementClient / AsyncManagementClient; Management }

macro_rules! pool {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident $wait:ident) => {
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

            pub(super) $($async)? fn run(
                &self,
                operation: &Operation<Management>,
            ) -> Result<Envelope, Error> {
                let authorized = Authorized {
                    operation,
                    token: self.token()$($await)*?,
                };
                let answer = self.http.run(&*self.core, &authorized)$($await)*?;
                if let Some(token) = &authorized.token
                    && answer.status_code() == StatusCode::Unauthorized
                {
                    // Taken back before its end: the next call asks for another.
                    self.core.tokens.forget_this(token);
                }
                Ok(answer)
            }

            /// The token, where calls carry one: this caller asks for it, or
            /// waits for the one who does.
            $($async)? fn token(&self) -> Result<Option<Arc<Token>>, Error> {
                let core = &*self.core;
                while core.needs_token() {
                    let now = core.environment.unix_time();
                    match core.tokens.turn(|token| token.freshness(now)) {
                        Turn::Use(token) => return Ok(Some(token)),
                        Turn::Renew(renewal) => {
                            let token = self.http.run(core, &TokenRequest)$($await)*;
                            return renewal.finish(token.map_err(Arc::new)).map(Some);
                        }
                        Turn::Wait(waiting) => waiting.$wait()$($await)*?,
                    }
                }
                Ok(None)
            }
        }
    };
}

both! { pool: ManagementClient / AsyncManagementClient, block / into_future }
