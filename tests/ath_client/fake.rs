//! Clients on a network of the test's own, and an implementor that is strict.

use std::collections::HashSet;
use std::sync::Mutex;

use serde_json::{Value, json};
use tokenmint::ath::{self, Audience, Expected, ParsedAttestation, SigningKey};
use tokenmint::client::ath::{
    AsyncGatewayClient, AuthorizeRequest, ClientConfig, Developer, GatewayClient, NativeClient,
    RegisterRequest,
};
use tokenmint::http::{Request, Response, TransportError};

#[allow(dead_code)]
#[path = "../support/fake.rs"]
mod network;

pub use network::*;

pub const URL: &str = "https://gateway.example.com";
pub const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
pub const START: u64 = 1_700_000_000;
pub const SECRET: &str = "ath_secret_S3CRET";
pub const TOKEN: &str = "ath_tk_S3CRET";

pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32]).expect("a key")
}

pub fn config() -> ClientConfig {
    ClientConfig::new(URL, AGENT, key())
}

pub fn registration() -> RegisterRequest {
    RegisterRequest::new(Developer::new("Example", "example.com"))
        .provider("github", &["repo"])
        .purpose("testing")
}

pub fn authorization() -> AuthorizeRequest {
    AuthorizeRequest::new("github", &["repo"])
}

pub fn registered(status: &str) -> Value {
    json!({
        "client_id": "ath_1",
        "client_secret": SECRET,
        "agent_status": status,
        "approved_providers": [
            {"provider_id": "github", "approved_scopes": ["repo"], "denied_scopes": []},
        ],
        "approval_expires": "2027-01-01T00:00:00Z",
    })
}

pub fn authorized() -> Value {
    json!({
        "authorization_url": "https://idp.example.com/authorize?code_challenge=abc&code_challenge_method=S256",
        "ath_session_id": "ath_sess_1",
    })
}

pub fn exchanged() -> Value {
    json!({
        "access_token": TOKEN,
        "token_type": "Bearer",
        "expires_in": 3600,
        "effective_scopes": ["repo"],
        "provider_id": "github",
        "agent_id": AGENT,
        "scope_intersection": {
            "agent_approved": ["repo"], "user_consented": ["repo"], "effective": ["repo"],
        },
    })
}

pub fn service(api_base: &str) -> Value {
    json!({
        "ath_version": "0.1",
        "app_id": "com.example.mail",
        "name": "Mail",
        "auth": {
            "type": "oauth2",
            "authorization_endpoint": "https://idp.example.com/authorize",
            "token_endpoint": "https://idp.example.com/token",
            "scopes_supported": ["mail:read"],
        },
        "api_base": api_base,
    })
}

impl Fake {
    pub fn gateway(&self, config: &ClientConfig) -> GatewayClient {
        GatewayClient::with_http(config, self.http()).expect("a client")
    }

    pub fn async_gateway(&self, config: &ClientConfig) -> AsyncGatewayClient {
        AsyncGatewayClient::with_http(config, self.async_http()).expect("a client")
    }

    pub fn native(&self, config: &ClientConfig) -> NativeClient {
        NativeClient::with_http(config, self.http()).expect("a client")
    }

    /// An implementor that checks every attestation as the specification
    /// demands, with its own clock `skew` seconds ahead of the agent's.
    pub fn strict(skew: i64) -> Self {
        let seen: Mutex<HashSet<String>> = Mutex::default();
        let now = START.checked_add_signed(skew).expect("a time");
        Self::rule(move |request| strict(request, now, &seen))
    }

    /// Paths of what was sent.
    pub fn paths(&self) -> Vec<String> {
        let path = |request: &Request| request.url.splitn(4, '/').nth(3).unwrap_or("").to_string();
        self.requests().iter().map(path).collect()
    }
}

fn strict(
    request: &Request,
    now: u64,
    seen: &Mutex<HashSet<String>>,
) -> Result<Response, TransportError> {
    let path = request.url.strip_prefix(URL).expect("the gateway");
    let body = request.body.as_ref().map(tokenmint::http::Body::as_bytes);
    let body: Value = body.map_or(Value::Null, |body| serde_json::from_slice(body).unwrap());
    if let Some(token) = body["agent_attestation"].as_str() {
        let audience = match path {
            "/ath/token" => Audience::of_token_endpoint(URL),
            _ => Audience::of_base(URL),
        };
        let public_key = key().public_key();
        let expected = Expected::of(&public_key, audience, AGENT, now);
        let mut workspace = vec![0; ath::workspace_len(token.len())];
        let parsed = ParsedAttestation::parse(token, &mut workspace);
        let is_new = parsed.is_ok_and(|parsed| {
            let id: String = parsed.claims().token_id.chars().collect();
            parsed.check(&expected).ok().is_ok() && seen.lock().unwrap().insert(id)
        });
        if !is_new {
            return answer(
                401,
                &json!({"code": "INVALID_ATTESTATION", "message": "no"}),
            );
        }
    }
    match path {
        "/ath/agents/register" => answer(201, &registered("approved")),
        "/ath/authorize" => ok(authorized()),
        "/ath/token" => ok(exchanged()),
        "/ath/revoke" => ok(json!({"message": "Token revoked"})),
        _ => ok(json!({"path": path})),
    }
}
