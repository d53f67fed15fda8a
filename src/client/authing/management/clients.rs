//! The two clients of a user pool.

use core::time::Duration;
use std::borrow::Cow;
use std::sync::Arc;

use super::core::{Authorized, Core, TokenRequest};
use super::token::Token;
use super::{Management, ManagementClientOptions};
#[cfg(feature = "authing-answers")]
use crate::client::authing::answers::fetch;
use crate::client::authing::clients::send;
use crate::client::authing::pages::pages;
use crate::client::authing::shared_value::Turn;
use crate::client::authing::{Envelope, Operation, Page, StatusCode};
use crate::client::clients::client;
use crate::http::both::both;
use crate::http::{Error, ErrorKind, RequestOptions};

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

both! { pages: ManagementClient / AsyncManagementClient, ManagementPages / AsyncManagementPages; Management }

impl Iterator for ManagementPages<'_> {
    type Item = Result<Page, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_page().transpose()
    }
}

#[cfg(feature = "authing-answers")]
both! { fetch: ManagementClient / AsyncManagementClient; Management }

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
                let core = &*self.core;
                if !core.needs_token() {
                    let call = Authorized {
                        operation,
                        token: None,
                        options: Cow::Borrowed(&operation.options),
                    };
                    return self.http.run(core, &call)$($await)*;
                }
                let deadline = Deadline::new(core, operation);
                let mut may_repeat = true;
                loop {
                    let token = self.token(&deadline)$($await)*?;
                    let call = Authorized {
                        operation,
                        token: Some(Arc::clone(&token)),
                        options: Cow::Owned(operation.options.within(
                            &core.options.settings,
                            deadline.left(core)?,
                        )),
                    };
                    let answer = self.http.run(core, &call)$($await)*?;
                    if answer.status_code() != StatusCode::Unauthorized || !may_repeat {
                        return Ok(answer);
                    }
                    // Taken back before its end, so nothing was done: once
                    // more, with a token that one of all callers asks for.
                    core.tokens.forget_this(&token);
                    may_repeat = false;
                }
            }

            /// The token: this caller asks for it, or waits for the one who
            /// does.
            $($async)? fn token(&self, deadline: &Deadline) -> Result<Arc<Token>, Error> {
                let core = &*self.core;
                loop {
                    let now = core.environment.unix_time();
                    match core.tokens.turn(|token| token.freshness(now)) {
                        Turn::Use(token) => return Ok(token),
                        Turn::Renew(renewal) => {
                            let options = RequestOptions::new()
                                .within(&core.options.settings, deadline.left(core)?);
                            let token = self.http.run(core, &TokenRequest(options))$($await)*;
                            return renewal.finish(token.map_err(Arc::new));
                        }
                        Turn::Wait(waiting) => match waiting.$wait()$($await)* {
                            // The time of somebody else was over.
                            Err(error) if error.kind() == ErrorKind::Deadline => {
                                deadline.left(core)?;
                            }
                            result => result?,
                        },
                    }
                }
            }
        }
    };
}

/// When a call has to be over, its token included.
struct Deadline {
    started: Duration,
    total: Duration,
}

impl Deadline {
    fn new(core: &Core, operation: &Operation<Management>) -> Self {
        Self {
            started: core.environment.monotonic(),
            total: operation.options.total(&core.options.settings),
        }
    }

    /// How much time there is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Deadline`] when there is none.
    fn left(&self, core: &Core) -> Result<Duration, Error> {
        let elapsed = core.environment.monotonic().saturating_sub(self.started);
        let left = self.total.saturating_sub(elapsed);
        if left.is_zero() {
            return Err(Error::new(ErrorKind::Deadline));
        }
        Ok(left)
    }
}

both! { pool: ManagementClient / AsyncManagementClient, block / into_future }
