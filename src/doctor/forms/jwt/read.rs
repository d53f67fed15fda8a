//! JSON Web Tokens, such as attestations: reading and explaining.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::Error;
use crate::wire::jws::Jws;
use serde_json::{Map, Value};

use super::verify;
use crate::doctor::explain::{Explanation, Section};
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::Question;
use crate::doctor::words::{self, quoted};

/// The most characters that are read.
const MAX: usize = 1 << 20;

/// Claims that are points in time.
const TIMES: [&str; 4] = ["iat", "exp", "nbf", "auth_time"];

/// The form. A header is a JSON object, and `{"` or `{ ` begin like this.
pub(in crate::doctor) const FORM: Form = Form {
    service: Service::Jwt,
    version: None,
    matches: |text| text.starts_with("ey") && text.contains('.'),
    explain,
    verify: |token, question| Ok(verify::verify(&Token::parse(token)?, question)),
};

/// A token with its JSON; nothing has been checked.
pub(super) struct Token<'t> {
    pub(super) jws: Jws<'t>,
    pub(super) header: Map<String, Value>,
    pub(super) claims: Map<String, Value>,
}

impl<'t> Token<'t> {
    fn parse(token: &'t str) -> Result<Self, Unreadable> {
        let jws = Jws::parse(token, MAX).map_err(damaged)?;
        let mut workspace = vec![0; Jws::workspace_len(token.len())];
        let header = jws.header(&mut workspace).map_err(damaged)?;
        let header = object("header", header)?;
        let claims = jws.claims(&mut workspace).map_err(damaged)?;
        let claims = object("claims", claims)?;
        Ok(Self {
            jws,
            header,
            claims,
        })
    }

    /// The algorithm that the header names.
    pub(super) fn algorithm(&self) -> &str {
        self.header.get("alg").and_then(Value::as_str).unwrap_or("")
    }

    /// Whether it has what an attestation has: verifiers then ask for more.
    pub(super) fn is_attestation(&self) -> bool {
        let text = |name| self.claims.get(name).and_then(Value::as_str);
        self.algorithm() == "ES256"
            && text("iss").is_some_and(|iss| text("sub") == Some(iss))
            && text("aud").is_some()
            && text("jti").is_some()
            && self.seconds("iat").is_some()
            && self.seconds("exp").is_some()
    }

    /// A time claim in whole Unix seconds.
    pub(super) fn seconds(&self, name: &str) -> Option<u64> {
        let value = self.claims.get(name)?;
        // Fractions are allowed, and nothing here needs them.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It saturates.
        let whole = |number: f64| (number >= 0.0).then_some(number as u64);
        value.as_u64().or_else(|| whole(value.as_f64()?))
    }
}

fn damaged(error: Error) -> Unreadable {
    Unreadable(format!("damaged JWT: {error}"))
}

fn object(name: &str, json: &[u8]) -> Result<Map<String, Value>, Unreadable> {
    serde_json::from_slice(json)
        .map_err(|_| Unreadable(format!("damaged JWT: its {name} is no JSON object")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
    let token = Token::parse(token)?;
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
    Ok(Explanation {
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
        warnings: warnings(&token, question.now),
    })
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
