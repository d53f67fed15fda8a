//! A JSON Web Token, taken apart.

use alloc::format;
use alloc::string::String;
use alloc::vec;

use serde_json::{Map, Value};

use crate::Error;
use crate::doctor::forms::Unreadable;
use crate::wire::jws::Jws;

/// The most characters that are read.
const MAX: usize = 1 << 20;

/// A token with its JSON; nothing has been checked.
pub(super) struct Token<'t> {
    pub(super) jws: Jws<'t>,
    pub(super) header: Map<String, Value>,
    pub(super) claims: Map<String, Value>,
}

impl<'t> Token<'t> {
    /// Takes it apart.
    pub(super) fn parse(token: &'t str) -> Result<Self, Unreadable> {
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
