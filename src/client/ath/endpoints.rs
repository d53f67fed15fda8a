//! Every endpoint, one line each. All paths are below the base URL of the
//! gateway or service, but for `api`, whose base is the `api_base` of the
//! discovery document; the endpoints that documents name are not used.
//!
//! `proxy` and `api` take any method, and what follows the path.
//!
//! Source: the specification 0.1 of
//! `ath-protocol/agent-trust-handshake-protocol`, `meta.json`, and what both
//! official SDKs send.

use crate::http::{AuthKind, BodyKind, Endpoint, Method};

const fn get(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Get, path).auth(AuthKind::None)
}

/// The client proves itself in the body.
const fn post(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Json)
}

const fn any(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Get, path).auth(AuthKind::Bearer)
}

/// The documents of a gateway.
pub const DISCOVER_GATEWAY: Endpoint = get("discover", ".well-known/ath.json");
/// The documents of a native service.
pub const DISCOVER_NATIVE: Endpoint = get("discover", ".well-known/ath-app.json");
/// Registration.
pub const REGISTER: Endpoint = post("register", "ath/agents/register");
/// What is known about an agent.
pub const AGENT_STATUS: Endpoint = get("agent_status", "ath/agents/{client_id}");
/// The end of a registration: the standalone gateway alone has it.
pub const DEREGISTER: Endpoint =
    Endpoint::new("deregister", Method::Delete, "ath/agents/{client_id}").auth(AuthKind::None);
/// The start of an authorization.
pub const AUTHORIZE: Endpoint = post("authorize", "ath/authorize");
/// The end of an authorization.
pub const TOKEN: Endpoint = post("exchange_token", "ath/token");
/// Revocation of a token.
pub const REVOKE: Endpoint = post("revoke", "ath/revoke");
/// A call of a provider behind a gateway.
pub const PROXY: Endpoint = any("proxy", "ath/proxy/{provider_id}/");
/// A call of a native service.
pub const API: Endpoint = any("api", "");

/// The whole table.
pub const ALL: &[Endpoint] = &[
    DISCOVER_GATEWAY,
    DISCOVER_NATIVE,
    REGISTER,
    AGENT_STATUS,
    DEREGISTER,
    AUTHORIZE,
    TOKEN,
    REVOKE,
    PROXY,
    API,
];

/// Where both official SDKs let the browser go when nothing else is said.
pub(super) const CALLBACK: &str = "ath/callback";
