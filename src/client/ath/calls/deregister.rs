//! `DELETE /ath/agents/{client_id}`.

use std::string::{String, ToString};

use crate::client::ath::endpoints::DEREGISTER;
use crate::client::ath::error::{Error, ErrorCode};
use crate::client::ath::operation::{NOTHING, request};
use crate::client::ath::shared::Core;
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// The end of a registration.
pub(in crate::client::ath) struct Deregister {
    client_id: String,
    options: RequestOptions,
}

impl Deregister {
    pub(in crate::client::ath) fn new(core: &Core, client_id: &str) -> Result<Self, Error> {
        Ok(Self {
            client_id: client_id.to_string(),
            options: core.agent_header(core.options(true).clone())?,
        })
    }
}

impl Operation for Deregister {
    type Service = Core;
    type Output = ();

    fn endpoint(&self) -> &Endpoint {
        &DEREGISTER
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        request(core, self, &[&self.client_id], NOTHING)
    }

    fn finish(&self, core: &Core, response: Response) -> Result<(), Error> {
        if !response.is_success() {
            let error = Error::refused(response);
            // Gone is what was asked for; another 404 has no such endpoint.
            if error.status() != Some(404) || *error.code() != ErrorCode::AgentNotRegistered {
                return Err(error);
            }
        } else if response.is_page() {
            return Err(Error::unreadable(response, "no JSON object"));
        }
        let own = core.state().client_id.as_deref() == Some(self.client_id.as_str());
        if own {
            core.forget()?;
        }
        Ok(())
    }
}
