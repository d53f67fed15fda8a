//! The client, and what the commands need beside it.

use std::path::Path;

use serde_json::{Map, Value};
use tokenmint::client::convoai::{
    AgentClient, ConvoAiTokenOptions, Lifetime, Operation, Paged, generate_convo_ai_token,
};
use tokenmint::http::Error;
use zeroize::Zeroizing;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Mask, refused};
use crate::{input, output};
use tokenmint::doctor::words::safe;

/// The service, as one command sees it.
pub(crate) struct Service {
    pub(super) client: AgentClient,
    pub(super) certificate: Option<Zeroizing<String>>,
    pub(super) mask: Mask,
    pub(super) stdin_is_taken: bool,
}

impl Service {
    /// The app id.
    pub(super) fn app_id(&self) -> &str {
        self.client.app_id()
    }

    /// Sends an operation.
    pub(super) fn send<T>(&self, operation: &Operation<T>) -> Result<T, Failure> {
        self.client
            .send(operation)
            .map_err(|error| self.refused(&error))
    }

    /// Sends a listing: one page, or all. Gives the pages.
    pub(super) fn pages<P: Paged>(
        &self,
        operation: Operation<P>,
        all: bool,
    ) -> Result<Vec<P>, Failure> {
        let mut listing = self.client.send_pages(operation);
        let mut pages = Vec::new();
        while let Some(page) = listing.next_page().map_err(|error| self.refused(&error))? {
            pages.push(page);
            if !all {
                break;
            }
        }
        Ok(pages)
    }

    /// What an error of the client means.
    pub(super) fn refused(&self, error: &Error) -> Failure {
        let failure = refused(error, &self.mask);
        match error.running_agent_id() {
            Some(id) => failure
                .line(format!("the agent of that name is {}", safe(&id)))
                .member("agent_id", id),
            None => failure,
        }
    }

    /// A JSON object of the user's; what is secret in it stays out of errors.
    pub(super) fn object(
        &mut self,
        path: &Path,
        name: &str,
    ) -> Result<Map<String, Value>, Failure> {
        let object = Value::Object(input::json_object(path, name, self.stdin_is_taken)?);
        self.mask.hide_in(&object);
        match object {
            Value::Object(object) => Ok(object),
            _ => Ok(Map::new()),
        }
    }

    /// A name that no other agent has.
    pub(super) fn unique_name(&self, prefix: &str) -> Result<String, Failure> {
        let name = self.client.unique_name(prefix);
        name.map_err(|error| self.refused(&error))
    }

    /// A token to join `channel` with.
    pub(super) fn join_token(
        &mut self,
        channel: &str,
        uid: &str,
        lifetime: Lifetime,
    ) -> Result<String, Failure> {
        let certificate = self.certificate.as_ref().ok_or_else(|| {
            Failure::usage(
                "a join token has to be made, which needs the app certificate: set \
                 AGORA_APP_CERTIFICATE, or give a token in the file",
            )
        })?;
        let options = ConvoAiTokenOptions::new().token_expire(lifetime.seconds());
        let token = generate_convo_ai_token(self.app_id(), certificate, channel, uid, options)
            .map_err(|error| self.refused(&error))?;
        self.mask.hide(&token);
        Ok(token)
    }
}

/// The id of an agent that was started: a script takes it to stop the agent.
pub(super) fn id_of(started: Option<String>) -> Result<String, Failure> {
    started.filter(|id| !id.is_empty()).ok_or_else(|| {
        let message = "the service says that it started an agent, and not which";
        Failure::new(Exit::BadAnswer, "bad-answer", message)
            .line("hint: `tokenmint convoai list`, or `convoai call list`, has it")
    })
}

/// The lifetime of `--expires-in`; a cut is told.
pub(super) fn lifetime(seconds: Option<u32>) -> Result<Lifetime, Failure> {
    let lifetime = seconds.map_or(Ok(Lifetime::MAX), Lifetime::from_seconds);
    let lifetime = lifetime.map_err(|error| refused(&error, &Mask::default()))?;
    if lifetime.was_capped() {
        output::note("warning: --expires-in is above 24 hours and was cut to that");
    }
    Ok(lifetime)
}
