//! What the calls have in common: their requests, and how their answers are
//! read.

use std::format;
use std::string::ToString;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::Error;
use super::shared::Core;
use crate::http::{self, Body, Operation, Request, Response};

/// A request below the base URL, without a token.
pub(super) fn request(
    core: &Core,
    operation: &impl Operation<Service = Core>,
    parameters: &[&str],
    body: Option<&impl Serialize>,
) -> Result<Request, http::Error> {
    Request::to(operation.endpoint(), &core.base)
        .parameters(parameters)
        .body(body.map(Body::json).transpose()?)
        .build(&core.settings, operation.options(core))
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
