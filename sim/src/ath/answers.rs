//! Refusals: a code and a message, which repeats what was sent, as servers do.

use serde_json::{Value, json};

use crate::double::{self, Served};

/// Why a request was refused.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    body: Value,
}

pub(super) fn refuse(status: u16, code: &str, message: impl Into<String>) -> Refusal {
    Refusal {
        status,
        body: json!({"code": code, "message": message.into()}),
    }
}

impl Refusal {
    /// The refusal with another member.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.body[name] = value.into();
        self
    }

    /// The refusal as the proxy of the standalone gateway writes it.
    pub(super) fn of_upstream(message: &str) -> Self {
        Self {
            status: 502,
            body: json!({"error": "Bad Gateway", "message": message}),
        }
    }

    pub(super) fn served(&self) -> Served {
        Served::plain(double::json(self.status, &self.body))
    }
}

/// A member that has to be a text with content.
pub(super) fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    let text = body.get(name).and_then(Value::as_str);
    text.filter(|text| !text.is_empty())
}

/// A member that is a list of texts.
pub(super) fn texts(body: &Value, name: &str) -> Vec<String> {
    let list = body.get(name).and_then(Value::as_array);
    let list = list.map(Vec::as_slice).unwrap_or_default();
    let texts = list.iter().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
