//! `GET /ath/agents/{client_id}`.

use std::string::String;

use crate::client::ath::AgentRecord;
use crate::client::ath::endpoints::AGENT_STATUS;
use crate::client::ath::error::Error;
use crate::client::ath::operation::{NOTHING, object, request};
use crate::client::ath::shared::Core;
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// What an implementor knows about this agent.
pub(in crate::client::ath) struct Status {
    client_id: String,
    options: RequestOptions,
}

impl Status {
    pub(in crate::client::ath) fn new(core: &Core) -> Result<Self, Error> {
        Ok(Self {
            client_id: core.state().client_id()?,
            options: core.agent_header(core.options(true).clone())?,
        })
    }
}

impl Operation for Status {
    type Service = Core;
    type Output = AgentRecord;

    fn endpoint(&self) -> &Endpoint {
        &AGENT_STATUS
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        request(core, self, &[&self.client_id], NOTHING)
    }

    fn finish(&self, _core: &Core, response: Response) -> Result<AgentRecord, Error> {
        object(response)
    }
}
