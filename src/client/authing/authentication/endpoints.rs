//! The endpoints of OIDC, OAuth and CAS, which have no envelope.
//!
//! `{protocol}` is `oidc`, or `oauth` for every other protocol.

use crate::http::{AuthKind, BodyKind, Endpoint, Method};

const fn form(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Form)
}

const fn open(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Get, path).auth(AuthKind::None)
}

pub(super) const CODE: Endpoint = form("get_access_token_by_code", "{protocol}/token");
// Whoever's answer was lost has to ask again: either the token is still good, or
// `invalid_grant` says that it was used, and a sign-in is due.
pub(super) const REFRESH: Endpoint =
    form("get_new_access_token_by_refresh_token", "{protocol}/token").repeatable(true);
pub(super) const CLIENT_CREDENTIALS: Endpoint =
    form("get_access_token_by_client_credentials", "{protocol}/token");
// Asking for these twice does no harm.
pub(super) const REVOKE: Endpoint =
    form("revoke_token", "{protocol}/token/revocation").repeatable(true);
pub(super) const INTROSPECT: Endpoint =
    form("introspect_token", "{protocol}/token/introspection").repeatable(true);
pub(super) const USER_INFO: Endpoint = Endpoint::new(
    "get_user_info_by_access_token",
    Method::Post,
    "{protocol}/me",
)
.auth(AuthKind::Bearer)
.repeatable(true);
pub(super) const JWKS: Endpoint = open("introspect_token_offline", "oidc/.well-known/jwks.json");
pub(super) const JWKS_OF_APP: Endpoint = open(
    "introspect_token_offline",
    "{app_id}/oidc/.well-known/jwks.json",
);
pub(super) const JWKS_URI: Endpoint = open("introspect_token_offline", "");
// A ticket is valid once: a lost answer is not asked for again.
pub(super) const TICKET_V1: Endpoint =
    open("validate_ticket_v1", "cas-idp/{app_id}/validate").repeatable(false);
pub(super) const TICKET_V2: Endpoint =
    open("validate_ticket_v2", "cas-idp/{app_id}/serviceValidate").repeatable(false);
