//! What the calls have in common: their requests, and how their answers are
//! read.

use std::format;
use std::string::{String, ToString};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

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
    parse(&response.body).map_err(|message| Error::unreadable(response, &message))
}

/// An object of type `T`, or which member is not what the protocol says.
pub(super) fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| {
        let text = error.to_string();
        // Other texts of the parser quote the content.
        if text.starts_with("missing field") {
            let end = text
                .rfind('`')
                .map_or(text.len(), |end| end.saturating_add(1));
            return text.get(..end).unwrap_or("missing field").to_string();
        }
        if let Some(name) = culprit::<T>(body) {
            return format!("not what the protocol says: member `{name}`");
        }
        let place = format!("line {}, column {}", error.line(), error.column());
        format!("not what the protocol says, at {place}")
    })
}

/// The member that has the wrong form: without it the object is read, or it is
/// the first that is missing.
fn culprit<T: DeserializeOwned>(body: &[u8]) -> Option<String> {
    let members: Map<String, Value> = serde_json::from_slice(body).ok()?;
    let is_culprit = |name: &&String| {
        let mut others = members.clone();
        others.remove(*name);
        match T::deserialize(Value::Object(others)) {
            Ok(_) => true,
            Err(error) => error.to_string() == format!("missing field `{name}`"),
        }
    };
    members.keys().find(is_culprit).cloned()
}
