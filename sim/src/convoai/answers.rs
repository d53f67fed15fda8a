//! Answers, and both forms that refusals come in.
//!
//! A refusal repeats what was sent, as servers do: nothing of it may turn up in
//! the texts of a client's errors.

use serde_json::{Value, json};
use tokenmint::http::Response;

use crate::double;

/// The form of a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorBody {
    /// `{detail, reason}`.
    Current,
    /// `{message, statusCode, taskId}`.
    Older,
}

/// Why a request was refused.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    reason: &'static str,
    detail: String,
    agent_id: Option<String>,
    gateway: bool,
}

impl Refusal {
    pub(super) fn new(status: u16, reason: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            reason,
            detail: detail.into(),
            agent_id: None,
            gateway: false,
        }
    }

    /// Of the gateway before the service, which knows one form only.
    pub(super) fn gateway(status: u16, message: &str) -> Self {
        Self {
            gateway: true,
            ..Self::new(status, "", message)
        }
    }
}

pub(super) fn missing(name: &str) -> Refusal {
    Refusal::new(400, "MissingRequiredField", format!("{name} is missing"))
}

pub(super) fn conflict(agent_id: &str) -> Refusal {
    Refusal {
        agent_id: Some(agent_id.to_owned()),
        ..Refusal::new(409, "TaskConflict", "the name is taken")
    }
}

pub(super) fn error(form: ErrorBody, refusal: &Refusal) -> Response {
    let Refusal {
        status,
        reason,
        detail,
        agent_id,
        ..
    } = refusal;
    let mut body = match form {
        _ if refusal.gateway => json!({"message": detail}),
        ErrorBody::Current => json!({"detail": detail, "reason": reason}),
        ErrorBody::Older => json!({"message": detail, "statusCode": status}),
    };
    if let Some(agent_id) = agent_id {
        let member = match form {
            ErrorBody::Current => "agent_id",
            ErrorBody::Older => "taskId",
        };
        body[member] = agent_id.as_str().into();
    }
    double::json(*status, &body)
}

/// A member that has to be a text with content.
pub(super) fn text<'a>(object: &'a Value, name: &str) -> Result<&'a str, Refusal> {
    let value = object.get(name).and_then(Value::as_str);
    value
        .filter(|text| !text.is_empty())
        .ok_or_else(|| missing(name))
}

/// A parameter of a URL's query whose value has no escapes.
pub(super) fn parameter(url: &str, name: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value.to_owned())
}
