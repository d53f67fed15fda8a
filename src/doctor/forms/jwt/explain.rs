//! JSON Web Tokens, such as attestations: explaining.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use super::token::Token;
use crate::doctor::explain::{Explanation, Section};
use crate::doctor::question::Question;
use crate::doctor::words::{self, quoted};

/// Claims that are points in time.
const TIMES: [&str; 4] = ["iat", "exp", "nbf", "auth_time"];

/// What is inside a token.
pub(super) fn explain(token: &Token<'_>, question: &Question<'_>) -> Explanation {
    let attestation = token.is_attestation();
    let mut root = Section::default();
    root.data("header", token.header.clone());
    root.data("claims", token.claims.clone());
    for (name, value) in &token.header {
        root.line(&format!("header {name}"), shown(value));
    }
    for (name, value) in &token.claims {
        let text = match token.seconds(name) {
            Some(unix) if TIMES.contains(&name.as_str()) => words::time(unix, question.now),
            _ => shown(value),
        };
        root.line(name, text);
    }
    Explanation {
        format: if attestation {
            "ath-attestation"
        } else {
            "jwt"
        },
        title: if attestation {
            "ATH attestation (JWT)".to_owned()
        } else {
            "JSON Web Token (JWT)".to_owned()
        },
        root,
        warnings: warnings(token, question.now),
    }
}

/// A value that somebody else chose, safe to show on a terminal.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        // Compact JSON, whose strings may hold what a terminal obeys.
        other => other
            .to_string()
            .chars()
            .flat_map(|c| match c {
                '"' | '\'' | '\\' => c.to_string().chars().collect::<Vec<_>>(),
                c => c.escape_debug().collect(),
            })
            .collect(),
    }
}

fn warnings(token: &Token<'_>, now: u32) -> Vec<(&'static str, String)> {
    let mut warnings = Vec::new();
    if token.algorithm().eq_ignore_ascii_case("none") {
        let message = "the algorithm is none: anybody can write such a token".to_owned();
        warnings.push(("unsigned", message));
    }
    match token.seconds("exp") {
        Some(end) if end <= now.into() => {
            warnings.push(("expired", "the token has ended".to_owned()));
        }
        Some(_) => {}
        None => warnings.push(("no-end", "the token has no end".to_owned())),
    }
    warnings
}
