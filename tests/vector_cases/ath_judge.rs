//! What a strict implementor looks at, and the record beside it.

use std::time::Duration;

use serde_json::{Map, Value, json};
use tokenmint::ath::{self, Audience, Expected, ParsedAttestation, PublicKey};
use tokenmint::internals::wire::jws::Jws;

use super::replay::Seen;
use crate::same::same;
use crate::support::{Case, known};

/// The key that every agent of the record publishes.
const PUBLISHED: &str = "test_key_1";
/// Headers that are compared.
const HEADERS: [&str; 3] = ["authorization", "x-ath-agent-id", "content-type"];

/// The judge of one conversation.
pub struct Judge<'a> {
    id: &'a str,
    agent_id: &'a str,
    /// The server checks attestations as the specification demands.
    is_strict: bool,
    own: PublicKey,
    published: PublicKey,
}

/// What is new in every request.
pub struct Fresh {
    pub token_id: Option<String>,
    pub state: Option<String>,
}

impl<'a> Judge<'a> {
    pub fn new(case: Case<'a>, file: &Value) -> Self {
        let client = case.get("client");
        Self {
            id: case.id,
            agent_id: client.text("agent_id"),
            is_strict: case.text("server").contains("strict"),
            own: super::key(file, client.text("key")).public_key(),
            published: super::key(file, PUBLISHED).public_key(),
        }
    }

    /// Compares a request with the record, and judges its attestation.
    pub fn request(&self, exchange: &Value, request: &Seen, now: Duration) -> Fresh {
        let id = self.id;
        known(
            id,
            exchange,
            &["request", "response", "attestation", "transport_error"],
        );
        let recorded = &exchange["request"];
        let line = format!("{} {}", request.method, request.target);
        let expected = ["method", "path"].map(|name| recorded[name].as_str().expect(id));
        assert_eq!(line, expected.join(" "), "{id}");
        for name in HEADERS {
            let found = request.headers.get(name).map(String::as_str);
            let recorded = recorded["headers"].get(name).and_then(Value::as_str);
            assert_eq!(found, recorded, "{id}: {line}: {name}");
        }
        let encoding = request.headers.get("accept-encoding");
        assert_eq!(
            encoding.map(String::as_str),
            Some("identity"),
            "{id}: {line}"
        );
        self.body(exchange, request, now, &line)
    }

    fn body(&self, exchange: &Value, request: &Seen, now: Duration, line: &str) -> Fresh {
        let id = self.id;
        let mut fresh = Fresh {
            token_id: None,
            state: None,
        };
        let Some(recorded) = exchange["request"]["body_raw"].as_str() else {
            assert!(request.body.is_empty(), "{id}: {line}: a body");
            return fresh;
        };
        let mut recorded: Value = serde_json::from_str(recorded).expect(id);
        let mut found: Value = serde_json::from_slice(&request.body).expect(id);
        let compact = serde_json::to_vec(&found).expect(id);
        assert_eq!(
            request.body.len(),
            compact.len(),
            "{id}: {line}: not compact"
        );
        if exchange.get("attestation").is_some() {
            take(&mut recorded, "agent_attestation").expect(id);
            let attestation = take(&mut found, "agent_attestation").expect(id);
            fresh.token_id = Some(self.attestation(exchange, &attestation, now));
        }
        if take(&mut recorded, "state").is_some() {
            let state = take(&mut found, "state").expect("a state");
            let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            assert!(
                state.len() == 32 && state.bytes().all(is_hex),
                "{id}: {state}"
            );
            fresh.state = Some(state);
        }
        same(id, line, &recorded, Some(&found), &|_, _, _| false);
        fresh
    }

    /// Gives the unique id.
    fn attestation(&self, exchange: &Value, token: &str, now: Duration) -> String {
        let id = self.id;
        let recorded = &exchange["attestation"];
        known(
            id,
            recorded,
            &["header_json", "claims_json", "signature_bytes"],
        );
        let part = |name: &str| -> Map<String, Value> {
            serde_json::from_str(recorded[name].as_str().expect(id)).expect(id)
        };
        let (header, claims) = (part("header_json"), part("claims_json"));

        // By the record.
        let jws = Jws::parse(token, token.len()).expect(id);
        let mut workspace = vec![0; Jws::workspace_len(token.len())];
        let parse =
            |bytes: &[u8]| -> Map<String, Value> { serde_json::from_slice(bytes).expect(id) };
        let own_header = parse(jws.header(&mut workspace).expect(id));
        for name in ["alg", "kid"] {
            assert_eq!(own_header.get(name), header.get(name), "{id}: {name}");
        }
        let own = parse(jws.claims(&mut workspace).expect(id));
        for name in ["iss", "sub", "aud", "capabilities"] {
            assert_eq!(own.get(name), claims.get(name), "{id}: {name}");
        }
        let seconds = |claims: &Map<String, Value>, name: &str| claims[name].as_u64().expect(id);
        let lifetime = |claims| seconds(claims, "exp") - seconds(claims, "iat");
        assert_eq!(lifetime(&own), lifetime(&claims), "{id}: lifetime");
        let signature = token.rsplit('.').next().expect(id);
        assert_eq!(signature.len(), 86, "{id}: signature");
        assert_eq!(recorded["signature_bytes"], json!(64), "{id}");

        // By the rules.
        let audience = Audience::exact(claims["aud"].as_str().expect(id));
        let expected = Expected::of(&self.own, audience, self.agent_id, now.as_secs());
        let mut workspace = vec![0; ath::workspace_len(token.len())];
        let parsed = ParsedAttestation::parse(token, &mut workspace);
        let parsed = parsed.unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(parsed.check(&expected).ok(), Ok(()), "{id}");
        let token_id: String = parsed.claims().token_id.chars().collect();
        if self.is_strict {
            let verdict = parsed.check(&expected.key(&self.published)).ok();
            let refused = self.own != self.published;
            assert_eq!(verdict.is_err(), refused, "{id}: {verdict:?}");
            let status = exchange["response"]["status"].as_u64();
            assert!(!refused || status == Some(401), "{id}: accepted");
        }
        token_id
    }
}

fn take(body: &mut Value, name: &str) -> Option<String> {
    let value = body.as_object_mut()?.remove(name)?;
    value.as_str().map(ToString::to_string)
}
