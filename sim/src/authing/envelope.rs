//! Answers in an envelope: the HTTP status says nothing. A refusal repeats what
//! was sent, as servers do.

use serde_json::{Value, json};

use crate::double::{self, Served};

pub(super) fn done(data: &Value) -> Served {
    let body = json!({"statusCode": 200, "message": "", "data": data, "requestId": "sim-1"});
    Served::plain(double::json(200, &body))
}

/// Why a request was refused.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    body: Value,
}

/// A refusal with a status code, and perhaps an api code.
pub(super) fn refuse(status_code: u16, api_code: u32, message: impl Into<String>) -> Refusal {
    let mut body = json!({
        "statusCode": status_code, "message": message.into(), "requestId": "sim-1",
    });
    if api_code != 0 {
        body["apiCode"] = api_code.into();
    }
    Refusal { status: 200, body }
}

/// A refusal of the protocol endpoints, which have no envelope.
pub(super) fn oauth(status: u16, error: &str, description: &str) -> Refusal {
    let body = json!({"error": error, "error_description": description});
    Refusal { status, body }
}

impl Refusal {
    pub(super) fn served(&self) -> Served {
        Served::plain(double::json(self.status, &self.body))
    }
}
