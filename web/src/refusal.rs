//! Why a request was refused.

use serde_json::{Value, json};
use tokenmint::Error;
use tokenmint::doctor::Unreadable;

/// A reason, for programs and for people.
#[derive(Debug)]
pub(crate) struct Refusal {
    code: &'static str,
    /// The member of the request that it is about.
    member: Option<&'static str>,
    message: String,
}

impl Refusal {
    /// The request itself makes no sense.
    pub(crate) fn request(message: impl Into<String>) -> Self {
        Self {
            code: "bad-request",
            member: None,
            message: message.into(),
        }
    }

    /// A member of the request is missing or wrong.
    pub(crate) fn member(member: &'static str, message: impl Into<String>) -> Self {
        Self {
            code: "bad-request",
            member: Some(member),
            message: format!("`{member}`: {}", message.into()),
        }
    }

    /// `code`, the member if it is about one, and `message`.
    pub(crate) fn json(&self) -> Value {
        json!({ "code": self.code, "member": self.member, "message": self.message })
    }
}

impl From<Unreadable> for Refusal {
    fn from(Unreadable(message): Unreadable) -> Self {
        Self {
            code: "unreadable-token",
            member: None,
            message,
        }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self {
            code: "refused",
            member: None,
            message: error.to_string(),
        }
    }
}
