//! The two kinds of sessions.

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::string::String;
use std::sync::Arc;
use std::vec::Vec;

use super::machine::{Renewal, Session};
use super::{Event, EventKind, HandlerId, SessionOptions, SessionStatus};
use crate::client::convoai::calls::agents;
use crate::client::convoai::types::agents::{
    Agent as AgentInfo, History, Speak, Spoken, StartedAgent, Think, Turns, UpdateProperties,
};
use crate::client::convoai::{Agent, AgentClient, AsyncAgentClient};
use crate::http::Error;
use crate::http::both::both;

macro_rules! session {
    (
        $kind:ident [$($async:ident)?] [$($await:tt)*]
        $name:ident $client:ident $create:ident $sleep:ident
    ) => {
        impl Agent {
            /// A session of this agent; nothing is sent yet.
            #[must_use]
            pub fn $create(&self, client: &$client, options: SessionOptions) -> $name {
                $name {
                    client: client.clone(),
                    session: Arc::new(Session::new(self.clone(), options)),
                }
            }
        }

        #[doc = concat!("An agent in a channel, ", stringify!($kind), ". Clones are the same session; all")]
        /// methods may be called from any thread.
        #[derive(Clone)]
        pub struct $name {
            client: $client,
            session: Arc<Session>,
        }

        impl $name {
            /// Starts the agent and gives its id.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::State`](crate::http::ErrorKind::State) unless it
            /// is allowed now; whatever keeps the agent from starting.
            pub $($async)? fn start(&self) -> Result<String, Error> {
                let (start, transition) = self.session.begin_start(&self.client.core)?;
                let result = self.client.send(&start.operation)$($await)*;
                transition.started(&start, result)
            }

            /// Stops the agent. One that is gone already counts as stopped.
            /// After a failure it can be tried again.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn stop(&self) -> Result<(), Error> {
                let (operation, transition) = self.session.begin_stop()?;
                let result = self.client.send(&operation)$($await)*;
                transition.stopped(result)
            }

            /// Has the agent say something; the service takes 512 bytes.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn say(&self, what: &Speak) -> Result<Spoken, Error> {
                self.renew_if_due()$($await)*;
                let operation = self.session.on_running("say", |agent| {
                    agents::speak(agent, what)
                })?;
                self.client.send(&operation)$($await)*
            }

            /// Stops speech and thought.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn interrupt(&self) -> Result<Spoken, Error> {
                self.renew_if_due()$($await)*;
                let operation =
                    self.session.on_running("interrupt", agents::interrupt)?;
                self.client.send(&operation)$($await)*
            }

            /// Has the model think about a text.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn think(&self, what: &Think) -> Result<Spoken, Error> {
                self.renew_if_due()$($await)*;
                let operation = self.session.on_running("think", |agent| {
                    agents::think(agent, what)
                })?;
                self.client.send(&operation)$($await)*
            }

            /// Changes the agent.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn update(
                &self,
                properties: &UpdateProperties,
            ) -> Result<StartedAgent, Error> {
                self.renew_if_due()$($await)*;
                let operation = self.session.on_running("update", |agent| {
                    agents::update(agent, properties)
                })?;
                self.client.send(&operation)$($await)*
            }

            /// What was said. Running agents alone have a history.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn history(&self) -> Result<History, Error> {
                self.renew_if_due()$($await)*;
                let operation = self.session.on_known(agents::get_history)?;
                self.client.send(&operation)$($await)*
            }

            /// What the agent does.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn info(&self) -> Result<AgentInfo, Error> {
                self.renew_if_due()$($await)*;
                let operation = self.session.on_known(agents::get)?;
                self.client.send(&operation)$($await)*
            }

            /// One page of turns, from page 1.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn turns(
                &self,
                page_index: Option<u32>,
                page_size: Option<u32>,
            ) -> Result<Turns, Error> {
                self.renew_if_due()$($await)*;
                let operation = self.session.on_known(|agent| {
                    agents::turns(agent, page_index, page_size)
                })?;
                self.client.send(&operation)$($await)*
            }

            /// All turns, page by page; `page_size` of them at a time, or as many
            /// as the service likes.
            ///
            /// # Errors
            ///
            /// As [`Self::start`], and
            /// [`ErrorKind::RepeatedCursor`](crate::http::ErrorKind::RepeatedCursor)
            /// when pages do not advance.
            pub $($async)? fn all_turns(
                &self,
                page_size: Option<u32>,
            ) -> Result<Vec<crate::client::convoai::types::agents::Turn>, Error> {
                let operation = self.session.on_known(|agent| {
                    agents::turns(agent, None, page_size)
                })?;
                let mut pages = self.client.send_pages(operation);
                let mut turns = Vec::new();
                while let Some(page) = pages.next_page()$($await)*? {
                    turns.extend(page.turns.unwrap_or_default());
                }
                Ok(turns)
            }

            /// Gives the agent a new join token that lasts as long as the
            /// first one did.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn renew_token(&self) -> Result<(), Error> {
                let (operation, ends) = self.session.renewal(&self.client.core)?;
                self.client.send(&operation)$($await)*?;
                self.session.renewed(ends);
                Ok(())
            }

            /// Renews the join token `margin` before it ends (at most half of its
            /// lifetime), again and again, until the session is not running any
            /// more. Meant for a thread
            /// or task of its own; looks at the session once a minute.
            ///
            /// # Errors
            ///
            /// Of the renewal that failed; the token before it still holds for
            /// `margin`.
            pub $($async)? fn run_renewals(&self, margin: Duration) -> Result<(), Error> {
                let core = &self.client.core;
                loop {
                    match self.session.next_renewal(core, margin)? {
                        Renewal::Over => return Ok(()),
                        Renewal::Wait(wait) => core.environment.$sleep(wait)$($await)*,
                        Renewal::Send(operation, ends) => {
                            self.client.send(&operation)$($await)*?;
                            self.session.renewed(ends);
                        }
                    }
                }
            }

            /// A renewal that fails does not keep the call from being made.
            $($async)? fn renew_if_due(&self) {
                let Some((operation, ends)) =
                    self.session.renewal_before_call(&self.client.core)
                else {
                    return;
                };
                match self.client.send(&operation)$($await)* {
                    Ok(_) => self.session.renewed(ends),
                    Err(error) => {
                        self.session.warn(std::format!("the join token was not renewed: {error}"));
                    }
                }
            }

            /// The id of the agent, once it was started. After a stop it stays
            /// until the next start.
            #[must_use]
            pub fn id(&self) -> Option<String> {
                self.session.agent_id()
            }

            /// Where the session is.
            #[must_use]
            pub fn status(&self) -> SessionStatus {
                self.session.status()
            }

            /// The agent it was made of.
            #[must_use]
            pub fn agent(&self) -> &Agent {
                &self.session.agent
            }

            /// The client it goes through.
            #[must_use]
            pub const fn client(&self) -> &$client {
                &self.client
            }

            /// When the minted join token ends, since 1970; nothing for a
            /// token that was given.
            #[must_use]
            pub fn token_ends(&self) -> Option<Duration> {
                self.session.token_ends()
            }

            /// What worked, but perhaps not as meant.
            #[must_use]
            pub fn warnings(&self) -> Vec<String> {
                self.session.warnings()
            }

            /// Calls `handler` for every event of a kind, in the order
            /// handlers were added, before the method that caused it returns.
            pub fn on(
                &self,
                kind: EventKind,
                handler: impl Fn(&Event<'_>) + Send + Sync + 'static,
            ) -> HandlerId {
                self.session.handlers.add(kind, Box::new(handler))
            }

            /// Removes a handler.
            pub fn off(&self, handler: HandlerId) {
                self.session.handlers.remove(handler);
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("status", &self.status())
                    .field("id", &self.id())
                    .field("options", &self.session.options)
                    .finish_non_exhaustive()
            }
        }
    };
}

both! {
    session:
        AgentSession / AsyncAgentSession,
        AgentClient / AsyncAgentClient,
        create_session / create_async_session,
        sleep / sleep_async
}
