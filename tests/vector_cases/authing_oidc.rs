//! Recorded tokens and the verdict that a careful verifier gives, once by the
//! verifier itself and once by each client, which asks for the key set.

use std::time::Duration;

use serde_json::{Map, Value, json};
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AuthenticationClient, AuthenticationClientOptions, Claims, Jwks,
    TokenError, TokenVerifier,
};
use tokenmint::http::{Error, ErrorKind};
use tokenmint::internals::wire::base64;

use super::answers::compare_request;
use super::world::World;
use crate::now::now;
use crate::same::same;
use crate::support::{known, known_names, object};
use crate::tally::Tally;

/// The clock that the verdicts hold at.
const CLOCK: u64 = 1_700_000_100;

const MEMBERS: [&str; 8] = [
    "app_id",
    "app_secret",
    "issuer",
    "jwks",
    "claims_of_valid",
    "vectors",
    "jwks_fetch",
    "jwks_containing_an_ec_key",
];

const CASE: [&str; 8] = [
    "id",
    "note",
    "token",
    "recommended_verdict",
    "py_sdk_introspect_token_offline",
    "node_sdk_parseIDToken",
    "node_sdk_parseAccessToken",
    "corrected",
];

pub fn run(section: &Value) {
    known_names("oidc_tokens", object("oidc_tokens", section), &MEMBERS);
    let world = Tokens { section };
    let mut tally = Tally::new("oidc_tokens.vectors".to_owned());
    for case in section["vectors"].as_array().expect("a list") {
        let id = case["id"].as_str().expect("an id");
        tally.case(id, case, |id, _, case| world.verdict(id, case));
    }
    tally.finish();
    let mut tally = Tally::new("oidc_tokens".to_owned());
    let (fetch, ec_key) = ("jwks_fetch", "jwks_containing_an_ec_key");
    tally.case(fetch, &section[fetch], |id, _, case| world.fetch(id, case));
    tally.case(ec_key, &section[ec_key], |id, _, case| {
        world.ec_key(id, case);
    });
    tally.finish();
}

#[derive(Clone, Copy)]
struct Tokens<'a> {
    section: &'a Value,
}

impl Tokens<'_> {
    fn text(&self, name: &str) -> &str {
        self.section[name].as_str().expect(name)
    }

    fn verifier(&self) -> TokenVerifier {
        TokenVerifier::new(self.text("issuer"), self.text("app_id"))
            .hs256(self.text("app_secret"))
            .expect("a secret")
    }

    fn options(&self) -> AuthenticationClientOptions {
        AuthenticationClientOptions::new(self.text("app_id"))
            .app_host("http://authing.test")
            .allow_plain_http(true)
            .app_secret(self.text("app_secret"))
            .issuer(self.text("issuer"))
            .id_token_hs256(true)
    }

    /// Both clients of a world that answers with `keys`.
    fn clients(&self, keys: &Value) -> (World, AuthenticationClient, AsyncAuthenticationClient) {
        let answer = json!({"status": 200, "body": keys});
        // Each client may ask twice: for a key that is not there once more.
        let world = World::new("jwks", &json!([answer, answer, answer, answer]));
        world.set_clock(CLOCK);
        let options = self.options();
        let blocking = AuthenticationClient::with_http(&options, world.blocking());
        let asynchronous = AsyncAuthenticationClient::with_http(&options, world.asynchronous());
        (world, blocking.unwrap(), asynchronous.unwrap())
    }

    fn verdict(&self, id: &str, case: &Value) {
        known(id, case, &CASE);
        let token = case["token"].as_str().expect(id);
        let accepted = match case["recommended_verdict"].as_str().expect(id) {
            "accept" => true,
            "reject" => false,
            other => panic!("{id}: unknown verdict {other:?}"),
        };
        let keys = Jwks::from_value(&self.section["jwks"]).expect("a key set");
        let (verifier, clock) = (self.verifier(), Duration::from_secs(CLOCK));
        let by_hand = [
            verifier.verify_id_token(token, &keys, None, clock),
            verifier.verify_access_token(token, &keys, clock),
        ];
        for result in by_hand {
            assert_eq!(result.is_ok(), accepted, "{id}: {:?}", result.err());
        }
        let (_, blocking, asynchronous) = self.clients(&self.section["jwks"]);
        let results = [
            blocking.verify_id_token(token, None),
            blocking.introspect_token_offline(token),
            now(asynchronous.verify_id_token(token, None)),
            now(asynchronous.introspect_token_offline(token)),
        ];
        for result in results {
            assert_eq!(result.is_ok(), accepted, "{id}: {:?}", result.err());
            match result {
                Ok(claims) => self.nonce(id, token, &claims, &blocking),
                Err(error) => assert_eq!(error.kind(), ErrorKind::TokenRefused, "{id}"),
            }
        }
    }

    /// A token that was accepted is refused for the nonce of another sign-in.
    fn nonce(&self, id: &str, token: &str, claims: &Claims, client: &AuthenticationClient) {
        assert_eq!(claims.as_map(), &payload(id, token), "{id}");
        if let Some(nonce) = claims.get("nonce").and_then(Value::as_str) {
            client.verify_id_token(token, Some(nonce)).expect(id);
        }
        let error = client
            .verify_id_token(token, Some("another"))
            .expect_err(id);
        let reason = reason(&error);
        let wanted = [TokenError::Nonce, TokenError::Missing("nonce")];
        assert!(wanted.contains(&reason), "{id}: {reason:?}");
    }

    /// A token that the key set is asked for, whose claims are these.
    fn token_of(&self, id: &str, claims: &Value) -> &str {
        let cases = self.section["vectors"].as_array().expect(id);
        let tokens = cases
            .iter()
            .filter(|case| case["recommended_verdict"] == "accept")
            .filter_map(|case| case["token"].as_str());
        tokens
            .filter(|token| matches!(self.verifier().key_id_of(token), Ok(Some(_))))
            .find(|token| Value::Object(payload(id, token)) == *claims)
            .unwrap_or_else(|| panic!("{id}: there is no such token"))
    }

    fn fetch(&self, id: &str, case: &Value) {
        let members = ["requests", "result", "fetches_for_two_calls", "corrected"];
        known(id, case, &members);
        let token = self.token_of(id, &case["result"]);
        for asynchronous in [false, true] {
            let (world, blocking, other) = self.clients(&self.section["jwks"]);
            let ask = || {
                if asynchronous {
                    now(other.introspect_token_offline(token))
                } else {
                    blocking.introspect_token_offline(token)
                }
            };
            let claims = ask().expect(id).into_value();
            same(id, "result", &case["result"], Some(&claims), &|_, _, _| {
                false
            });
            let requests = world.take_requests();
            let recorded = case["requests"].as_array().expect(id);
            assert_eq!(requests.len(), recorded.len(), "{id}");
            for (recorded, request) in recorded.iter().zip(&requests) {
                compare_request(id, recorded, request);
            }
            ask().expect(id);
            let count = json!(requests.len() + world.take_requests().len());
            let recorded = &case["fetches_for_two_calls"];
            same(id, "fetches", recorded, Some(&count), &|_, _, _| false);
        }
    }

    fn ec_key(&self, id: &str, case: &Value) {
        known(id, case, &["result", "corrected"]);
        let mut keys = self.section["jwks"].clone();
        let list = keys["keys"].as_array_mut().expect(id);
        let kid = list[0]["kid"].clone();
        list.insert(
            0,
            json!({"kty": "EC", "crv": "P-256", "kid": kid, "x": "AQ", "y": "AQ"}),
        );
        let token = self.token_of(id, &self.section["claims_of_valid"]);
        let (_, blocking, asynchronous) = self.clients(&keys);
        for result in [
            blocking.introspect_token_offline(token),
            now(asynchronous.introspect_token_offline(token)),
        ] {
            match case["result"].as_str().expect(id) {
                "accepted" => assert!(result.is_ok(), "{id}: {:?}", result.err()),
                other => panic!("{id}: unknown result {other:?}"),
            }
        }
    }
}

fn reason(error: &Error) -> TokenError {
    let source = std::error::Error::source(error);
    *source
        .and_then(|source| source.downcast_ref())
        .expect("a reason")
}

fn payload(id: &str, token: &str) -> Map<String, Value> {
    let payload = token.split('.').nth(1).expect(id);
    let mut out = vec![0; base64::decoded_capacity(payload.len())];
    let decoded = base64::decode_url(payload.as_bytes(), 0, &mut out).expect(id);
    serde_json::from_slice(decoded).expect(id)
}
