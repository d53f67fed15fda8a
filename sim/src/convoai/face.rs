//! Both clients of the service under one name, and both sessions.

use tokenmint::client::convoai::types::agents::{Agent as AgentInfo, History, Speak, Spoken};
use tokenmint::client::convoai::{
    Agent, AgentClient, AgentSession, AsyncAgentClient, AsyncAgentSession, ClientConfig,
    SessionOptions, SessionStatus,
};
use tokenmint::http::{self, Error};

use crate::face::{Face, either, known};
use crate::network::Network;
use crate::world::World;

#[derive(Debug)]
pub(super) enum Client {
    Blocking(AgentClient),
    Async(AsyncAgentClient),
}

impl Client {
    pub(super) fn new(
        face: Face,
        config: &ClientConfig,
        world: &World,
        network: Network,
    ) -> Result<Self, Error> {
        Ok(match face {
            Face::Blocking => {
                let http = http::Client::new(network).with_environment(world.clone());
                Self::Blocking(AgentClient::with_http(config, http)?)
            }
            Face::Async => {
                let http = http::AsyncClient::new(network).with_environment(world.clone());
                Self::Async(AsyncAgentClient::with_http(config, http)?)
            }
        })
    }

    pub(super) fn session(&self, agent: &Agent, options: SessionOptions) -> Session {
        match self {
            Self::Blocking(client) => Session::Blocking(agent.create_session(client, options)),
            Self::Async(client) => Session::Async(agent.create_async_session(client, options)),
        }
    }

    pub(super) async fn stop_agent(&self, agent_id: &str) -> Result<(), Error> {
        either!(self, client => client.stop_agent(agent_id))
    }

    /// The ids of the agents that run in a channel.
    pub(super) async fn find_agents(&self, channel: &str) -> Result<Vec<String>, Error> {
        let found = either!(self, client => client.find_agents(channel))?;
        Ok(found
            .into_iter()
            .filter_map(|agent| agent.agent_id)
            .collect())
    }
}

#[derive(Debug, Clone)]
pub(super) enum Session {
    Blocking(AgentSession),
    Async(AsyncAgentSession),
}

impl Session {
    pub(super) async fn start(&self) -> Result<String, Error> {
        either!(self, session => session.start())
    }

    pub(super) async fn stop(&self) -> Result<(), Error> {
        either!(self, session => session.stop())
    }

    pub(super) async fn say(&self, what: &Speak) -> Result<Spoken, Error> {
        either!(self, session => session.say(what))
    }

    pub(super) async fn info(&self) -> Result<AgentInfo, Error> {
        either!(self, session => session.info())
    }

    pub(super) async fn history(&self) -> Result<History, Error> {
        either!(self, session => session.history())
    }

    pub(super) async fn renew_token(&self) -> Result<(), Error> {
        either!(self, session => session.renew_token())
    }

    pub(super) async fn run_renewals(&self) -> Result<(), Error> {
        either!(self, session => session.run_renewals())
    }

    pub(super) fn status(&self) -> SessionStatus {
        known!(self, session => session.status())
    }

    pub(super) fn id(&self) -> Option<String> {
        known!(self, session => session.id())
    }
}
