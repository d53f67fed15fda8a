//! New join tokens for an agent that stays longer than one lasts.

use super::clients::{AgentSession, AsyncAgentSession};
use super::limit::Limit;
use super::machine::Renewal;
use crate::http::Error;
use crate::http::both::both;

macro_rules! renewals {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident $sleep:ident) => {
        impl $name {
            /// Gives the agent a new join token that lasts as long as the
            /// first one did. Safe to call again.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn renew_token(&self) -> Result<(), Error> {
                let core = &self.client.core;
                let (operation, token) = self.session.renewal(core)?;
                let result = self.client.send(&operation)$($await)*;
                self.session.renewal_ended(core, &operation, token, result)
            }

            /// Renews the join token when half of its life is over, again and
            /// again, until the session is not running any more. Meant for a
            /// thread or task of its own; looks at the clocks every ten seconds,
            /// so that a machine that slept is noticed.
            ///
            /// A renewal that fails is an event,
            /// [`Event::RenewalFailed`](super::Event::RenewalFailed), and is
            /// tried again until the token ends.
            ///
            /// # Errors
            ///
            /// Of the last renewal that failed, when the token has ended.
            pub $($async)? fn run_renewals(&self) -> Result<(), Error> {
                let core = &self.client.core;
                loop {
                    let result = match self.session.next_renewal(core) {
                        Ok(Renewal::Over) => return Ok(()),
                        Ok(Renewal::Wait(wait)) => {
                            core.environment.$sleep(wait)$($await)*;
                            continue;
                        }
                        Ok(Renewal::Send(operation, token)) => {
                            let sent = self.client.send(&operation)$($await)*;
                            self.session.renewal_ended(core, &operation, token, sent)
                        }
                        Err(error) => {
                            self.session.renewal_not_made(core, &error);
                            Err(error)
                        }
                    };
                    let Err(error) = result else {
                        continue;
                    };
                    match self.session.pause_after_failure(core) {
                        Some(pause) => core.environment.$sleep(pause)$($await)*,
                        None => return Err(error),
                    }
                }
            }

            /// A renewal that fails is told, and does not keep the call from being
            /// made: it takes at most half of the time that the call has.
            pub(super) $($async)? fn renew_if_due(&self, limit: Limit) {
                let core = &self.client.core;
                let Some((operation, token)) = self.session.renewal_before_call(core) else {
                    return;
                };
                let operation = limit.half(core).on(core, operation);
                let result = self.client.send(&operation)$($await)*;
                self.session.renewal_ended(core, &operation, token, result).ok();
            }
        }
    };
}

both! { renewals: AgentSession / AsyncAgentSession, sleep / sleep_async }
