//! Agents of which the session does not know: those that have its name already,
//! and those that a start may have started whose answer was lost.
//!
//! | what is asked | proves |
//! |---|---|
//! | a start with the same name is a conflict | the agent it names has the name |
//! | it is in the listing of the channel | it is in the channel |
//! | its turns say its name | it has the name |

use core::time::Duration;
use std::string::String;
use std::vec::Vec;

use super::clients::{AgentSession, AsyncAgentSession};
use super::join_token::JoinToken;
use super::limit::Limit;
use super::machine::Start;
use super::options::OnConflict;
use crate::client::convoai::calls::agents;
use crate::client::convoai::conflict::is_conflict;
use crate::client::convoai::page::Pager;
use crate::client::convoai::types::agents::StartedAgent;
use crate::http::both::both;
use crate::http::{Error, ErrorKind};

/// A name is free again a moment after its agent was stopped.
const LEAVING: Duration = Duration::from_millis(800);

/// An agent that runs for the session, and its join token.
pub(super) type Begun = (String, Option<JoinToken>);

macro_rules! lost {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident $sleep:ident) => {
        impl $name {
            /// Starts the agent, or does what the options say when its name is
            /// taken.
            pub(super) $($async)? fn begin(
                &self,
                limit: Limit,
                start: &Start,
            ) -> Result<Begun, Error> {
                match self.send_start(limit, start)$($await)* {
                    Err(error) if is_conflict(&error) => match self.session.on_conflict() {
                        OnConflict::Adopt => self.adopt(limit, start, error)$($await)*,
                        OnConflict::Replace => self.replace(limit, start, error)$($await)*,
                        OnConflict::Fail | OnConflict::Resume => Err(error),
                    },
                    result => Ok((result?.agent_id.unwrap_or_default(), start.token)),
                }
            }

            $($async)? fn send_start(
                &self,
                limit: Limit,
                start: &Start,
            ) -> Result<StartedAgent, Error> {
                let operation = limit.on(&self.client.core, start.operation.clone());
                let before = self.session.start_sent();
                let result = self.client.send(&operation)$($await)*;
                self.session.start_ended(before, &result);
                result
            }

            /// Takes over the agent that has the name, if it is in the channel.
            $($async)? fn adopt(
                &self,
                limit: Limit,
                start: &Start,
                refused: Error,
            ) -> Result<Begun, Error> {
                let found = match refused.running_agent_id() {
                    Some(agent_id) => {
                        let in_channel = self.in_channel(limit)$($await)*?;
                        in_channel.into_iter().find(|found| *found == agent_id)
                    }
                    None => self.named_in_channel(limit)$($await)*?.pop(),
                };
                let agent_id = found.ok_or(refused)?;
                Ok((agent_id, self.session.token_of_another(start)))
            }

            /// Stops the agent that has the name, and starts another.
            $($async)? fn replace(
                &self,
                limit: Limit,
                start: &Start,
                refused: Error,
            ) -> Result<Begun, Error> {
                let found = match refused.running_agent_id() {
                    Some(agent_id) => Some(agent_id),
                    None => self.named_in_channel(limit)$($await)*?.pop(),
                };
                let core = &self.client.core;
                let agent_id = found.ok_or(refused)?;
                let stop = self.session.own(agents::ensure_stopped(&agent_id))?;
                self.client.send(&limit.on(core, stop))$($await)*?;
                let mut result = self.send_start(limit, start)$($await)*;
                if result.as_ref().is_err_and(is_conflict) {
                    core.environment.$sleep(LEAVING)$($await)*;
                    result = self.send_start(limit, start)$($await)*;
                }
                Ok((result?.agent_id.unwrap_or_default(), start.token))
            }

            /// Stops what runs in the channel with the name of the session.
            pub(super) $($async)? fn stop_lost(
                &self,
                limit: Limit,
            ) -> Result<Vec<String>, Error> {
                let found = self.named_in_channel(limit)$($await)*?;
                for agent_id in &found {
                    let stop = self.session.own(agents::ensure_stopped(agent_id))?;
                    self.client.send(&limit.on(&self.client.core, stop))$($await)*?;
                }
                Ok(found)
            }

            /// The ids of the agents that run in the channel.
            $($async)? fn in_channel(&self, limit: Limit) -> Result<Vec<String>, Error> {
                let core = &self.client.core;
                let channel = Some(self.session.options.channel.as_str());
                let listing = agents::running(channel, core.a_week_ago());
                let mut pages = Pager::new(self.session.own(listing)?);
                let mut found = Vec::new();
                while let Some(page) = pages.operation() {
                    let page = self.client.send(&limit.on(core, page))$($await)*?;
                    pages.received(&page)?;
                    found.extend(page.items.into_iter().filter_map(|agent| agent.agent_id));
                }
                Ok(found)
            }

            /// Those of them that have the name of the session.
            $($async)? fn named_in_channel(&self, limit: Limit) -> Result<Vec<String>, Error> {
                let core = &self.client.core;
                let name = self.session.name(core)?;
                let mut named = Vec::new();
                for agent_id in self.in_channel(limit)$($await)*? {
                    let turns = self.session.own(agents::turns(&agent_id, None, Some(1)))?;
                    let of = match self.client.send(&limit.on(core, turns))$($await)* {
                        Ok(turns) => turns.name,
                        Err(error) if matches!(error.status(), Some(404 | 410)) => continue,
                        Err(error) => return Err(error),
                    };
                    match of {
                        None => return Err(nameless()),
                        Some(of) if of == name => named.push(agent_id),
                        Some(_) => {}
                    }
                }
                Ok(named)
            }
        }
    };
}

both! { lost: AgentSession / AsyncAgentSession, sleep / sleep_async }

fn nameless() -> Error {
    let message = "the service does not say the names of the agents in the channel: look with \
                   find_agents, and stop the agent with stop_agent";
    Error::with_message(ErrorKind::Answer, message)
}
