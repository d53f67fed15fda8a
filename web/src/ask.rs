//! One request, one answer.

use serde_json::{Value, json};

use crate::refusal::Refusal;
use crate::request::Request;
use crate::{inspect, mint};

/// Answers a request: a JSON object whose member `do` says what is wanted. What
/// is refused comes back as an object with `error`, which says what to do.
///
/// ```
/// let answer = tokenmint_web::answer(r#"{"do":"inspect","text":"nothing","now":1}"#);
/// assert!(answer.contains("not-a-token"));
/// ```
#[must_use]
pub fn answer(request: &str) -> String {
    let answered = Request::read(request).and_then(|request| match request.wanted()? {
        "inspect" => inspect::inspect(&request),
        "verify" => inspect::verify(&request),
        "doctor" => inspect::doctor(&request),
        "mint" => mint::mint(&request),
        _ => Err(Refusal::member(
            "do",
            "expected inspect, verify, doctor or mint",
        )),
    });
    let value: Value = answered.unwrap_or_else(|refusal| json!({ "error": refusal.json() }));
    value.to_string()
}
