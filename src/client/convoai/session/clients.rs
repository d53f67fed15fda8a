//! The two kinds of sessions.

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::string::{String, ToString};
use std::sync::Arc;
use std::vec::Vec;

use super::limit::Limit;
use super::machine::Session;
use super::transition::Stop;
use super::{Event, EventKind, HandlerId, SessionOptions, SessionStatus};
use crate::client::convoai::calls::agents;
use crate::client::convoai::types::agents::{
    Agent as AgentInfo, History, Speak, Spoken, StartedAgent, Think, Turns, UpdateProperties,
};
use crate::client::convoai::{Agent, AgentClient, AsyncAgentClient, Operation};
use crate::http::Error;
use crate::http::both::both;

macro_rules! session {
    (
        $kind:ident [$($async:ident)?] [$($await:tt)*]
        $name:ident $client:ident $create:ident
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
            pub(super) client: $client,
            pub(super) session: Arc<Session>,
        }

        impl $name {
            /// Starts the agent and gives its id. After a failure it is safe to call
            /// again: see [`OnConflict`](super::OnConflict).
            ///
            /// # Errors
            ///
            /// [`ErrorKind::State`](crate::http::ErrorKind::State) unless it
            /// is allowed now; whatever keeps the agent from starting.
            pub $($async)? fn start(&self) -> Result<String, Error> {
                let core = &self.client.core;
                let (start, transition) = self.session.begin_start(core)?;
                match self.begin(Limit::of(core), &start)$($await)* {
                    Ok((agent_id, token)) => {
                        transition.started(&agent_id, token);
                        Ok(agent_id)
                    }
                    Err(error) => Err(transition.fail(error)),
                }
            }

            /// Stops the agent. One that is gone already counts as stopped, and so
            /// does a session that is over. After a failure it is safe to call
            /// again.
            ///
            /// After a start whose answer was lost it looks in the channel for
            /// the agent that has the name of the session.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn stop(&self) -> Result<(), Error> {
                let (stop, transition) = self.session.begin_stop()?;
                let result = match stop {
                    Stop::Nothing => Ok(Vec::new()),
                    Stop::Lost => self.stop_lost(Limit::of(&self.client.core))$($await)*,
                    Stop::Agent(agent_id, operation) => {
                        let stopped = self.client.send(&operation)$($await)*;
                        stopped.map(|()| Vec::from([agent_id]))
                    }
                };
                match result {
                    Ok(agent_ids) => {
                        transition.stopped(&agent_ids);
                        Ok(())
                    }
                    Err(error) => Err(transition.fail(error)),
                }
            }

            /// Has the agent say something, at most once; the service takes 512
            /// bytes.
            ///
            /// # Errors
            ///
            /// As [`Self::start`]. When
            /// [`Error::may_have_happened`](crate::http::Error::may_have_happened)
            /// is true it may have been said, and calling again may say it twice;
            /// otherwise it was not said.
            pub $($async)? fn say(&self, what: &Speak) -> Result<Spoken, Error> {
                let limit = self.before_call()$($await)*;
                let operation = self.session.on_running("say", |agent| {
                    agents::speak(agent, what)
                })?;
                self.ask(limit, operation)$($await)*
            }

            /// Stops speech and thought.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn interrupt(&self) -> Result<Spoken, Error> {
                let limit = self.before_call()$($await)*;
                let operation =
                    self.session.on_running("interrupt", agents::interrupt)?;
                self.ask(limit, operation)$($await)*
            }

            /// Has the model think about a text.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn think(&self, what: &Think) -> Result<Spoken, Error> {
                let limit = self.before_call()$($await)*;
                let operation = self.session.on_running("think", |agent| {
                    agents::think(agent, what)
                })?;
                self.ask(limit, operation)$($await)*
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
                let limit = self.before_call()$($await)*;
                let operation = self.session.on_running("update", |agent| {
                    agents::update(agent, properties)
                })?;
                self.ask(limit, operation)$($await)*
            }

            /// What was said. Running agents alone have a history.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn history(&self) -> Result<History, Error> {
                let limit = self.before_call()$($await)*;
                let operation = self.session.on_known(agents::get_history)?;
                self.ask(limit, operation)$($await)*
            }

            /// What the agent does.
            ///
            /// # Errors
            ///
            /// As [`Self::start`].
            pub $($async)? fn info(&self) -> Result<AgentInfo, Error> {
                let limit = self.before_call()$($await)*;
                let operation = self.session.on_known(agents::get)?;
                self.ask(limit, operation)$($await)*
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
                let limit = self.before_call()$($await)*;
                let operation = self.session.on_known(|agent| {
                    agents::turns(agent, page_index, page_size)
                })?;
                self.ask(limit, operation)$($await)*
            }

            /// All turns, page by page: what the last page says, with the turns of
            /// all. Each page has a deadline of its own.
            ///
            /// # Errors
            ///
            /// As [`Self::start`], and
            /// [`ErrorKind::RepeatedCursor`](crate::http::ErrorKind::RepeatedCursor)
            /// when pages do not advance.
            pub $($async)? fn all_turns(&self, page_size: Option<u32>) -> Result<Turns, Error> {
                let operation = self.session.on_known(|agent| {
                    agents::turns(agent, Some(1), page_size)
                })?;
                let agent_id = operation.agent_id().unwrap_or_default().to_string();
                let mut pages = self.client.send_pages(operation);
                let mut all = Turns::new();
                let mut turns = Vec::new();
                loop {
                    let asked = pages.next_page()$($await)*;
                    let Some(mut page) = self.session.notice(&agent_id, asked)? else {
                        break;
                    };
                    turns.extend(page.turns.take().unwrap_or_default());
                    all = page;
                }
                all.turns = Some(turns);
                Ok(all)
            }

            /// Renews the join token if that is due. The deadline of the call that
            /// is about to be made, renewal included.
            $($async)? fn before_call(&self) -> Limit {
                let limit = Limit::of(&self.client.core);
                self.renew_if_due(limit)$($await)*;
                limit
            }

            /// Sends an operation on the agent, and notices when it has left.
            $($async)? fn ask<T>(&self, limit: Limit, operation: Operation<T>) -> Result<T, Error> {
                let operation = limit.on(&self.client.core, operation);
                let result = self.client.send(&operation)$($await)*;
                self.session.notice(operation.agent_id().unwrap_or_default(), result)
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
        create_session / create_async_session
}
