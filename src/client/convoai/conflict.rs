//! The agent that has a name already, out of the answer that says so.
//!
//! | form | body of a 409 |
//! |---|---|
//! | today's | `{"reason": "TaskConflict", "detail": "...", "agent_id": "..."}` |
//! | the older one | `{"message": "...", "statusCode": 409, "taskId": "..."}` |
//!
//! The id may be missing in either.

use std::string::String;

use serde_json::{Map, Value};

use super::object::Member;
use crate::http::Error;

const CONFLICT: u16 = 409;

/// The names that the id goes by.
const NAMES: [&str; 4] = ["agent_id", "agentId", "taskId", "task_id"];

impl Error {
    /// The id of the running agent, when a start is refused because an agent of
    /// the same name runs. Nothing when the answer does not name it.
    ///
    /// ```
    /// # use tokenmint::http::Error;
    /// # fn started_again(error: &Error) {
    /// if let Some(agent_id) = error.running_agent_id() {
    ///     println!("{agent_id} runs already");
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn running_agent_id(&self) -> Option<String> {
        if !is_conflict(self) {
            return None;
        }
        let body = self.body_json()?;
        let body = body.as_object()?;
        let inner = body.values().filter_map(Value::as_object);
        core::iter::once(body).chain(inner).find_map(id_in)
    }
}

/// Whether a start was refused because of its name.
pub(super) fn is_conflict(error: &Error) -> bool {
    error.status() == Some(CONFLICT)
}

fn id_in(object: &Map<String, Value>) -> Option<String> {
    let found = NAMES
        .iter()
        .find_map(|name| String::read(object.get(*name)?));
    found.filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::*;
    use crate::http::{Headers, Response};

    fn id(status: u16, body: &str) -> Option<String> {
        let response = Response::new(status, Headers::new(), body.as_bytes().to_vec());
        Error::from_response(response).running_agent_id()
    }

    #[test]
    fn both_forms_and_what_has_none() {
        for (body, expected) in [
            (r#"{"reason":"TaskConflict","agent_id":"A0"}"#, Some("A0")),
            (
                r#"{"message":"m","statusCode":409,"taskId":"A0"}"#,
                Some("A0"),
            ),
            (
                r#"{"message":"m","requestResponse":{"taskId":"A0"}}"#,
                Some("A0"),
            ),
            (r#"{"agent_id":null,"taskId":"A0"}"#, Some("A0")),
            (r#"{"agent_id":17}"#, Some("17")),
            (r#"{"reason":"TaskConflict"}"#, None),
            (r#"{"agent_id":""}"#, None),
            ("[]", None),
            ("<html>", None),
        ] {
            assert_eq!(id(409, body), expected.map(ToString::to_string), "{body}");
        }
        assert_eq!(id(400, r#"{"agent_id":"A0"}"#), None);
    }
}
