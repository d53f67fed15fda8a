//! One call of an endpoint: what it sends, what its answer becomes.

use std::format;
use std::string::ToString;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::Error;
use super::shared::Core;
use crate::http::{self, Body, Call, Endpoint, Query, Request, RequestOptions, Response, Settings};

/// A call of an endpoint.
pub(super) trait Operation: Sync {
    /// What its answer becomes.
    type Output;

    fn endpoint(&self) -> &Endpoint;

    fn options(&self) -> &RequestOptions;

    fn settings<'a>(&'a self, core: &'a Core) -> &'a Settings {
        &core.settings
    }

    fn judges_encoding(&self) -> bool {
        false
    }

    /// The request of one attempt; an attestation in it is new.
    fn request(&self, core: &Core) -> Result<Request, http::Error>;

    /// Takes in the answer.
    fn finish(self, core: &Core, response: Response) -> Result<Self::Output, Error>;
}

/// An operation under way.
pub(super) struct Running<'a, O> {
    pub(super) core: &'a Core,
    pub(super) operation: &'a O,
}

impl<O: Operation> Call for Running<'_, O> {
    fn endpoint(&self) -> &Endpoint {
        self.operation.endpoint()
    }

    fn settings(&self) -> &Settings {
        self.operation.settings(self.core)
    }

    fn options(&self) -> &RequestOptions {
        self.operation.options()
    }

    fn request(&self, _attempt: u32) -> Result<Request, http::Error> {
        self.operation.request(self.core)
    }

    fn judges_encoding(&self) -> bool {
        self.operation.judges_encoding()
    }
}

/// A request below the base URL, without a token.
pub(super) fn request(
    core: &Core,
    operation: &impl Operation,
    parameters: &[&str],
    body: Option<&impl Serialize>,
) -> Result<Request, http::Error> {
    Request::build(
        operation.endpoint(),
        &core.base,
        parameters,
        &Query::new(),
        None,
        body.map(Body::json).transpose()?,
        &core.settings,
        operation.options(),
    )
}

/// No body, where a type is asked for.
pub(super) const NOTHING: Option<&()> = None;

/// A success with an object of type `T`.
pub(super) fn object<T: DeserializeOwned>(response: Response) -> Result<T, Error> {
    if !response.is_success() {
        return Err(Error::refused(response));
    }
    serde_json::from_slice(&response.body).map_err(|error| {
        let text = error.to_string();
        // Other texts of the parser quote the content.
        if text.starts_with("missing field") {
            Error::unreadable(response, &text)
        } else {
            let place = format!("line {}, column {}", error.line(), error.column());
            Error::unreadable(response, &format!("not what the protocol says, at {place}"))
        }
    })
}
