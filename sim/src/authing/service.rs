//! The service as a small state machine: one application with one user, and the
//! user pool behind it.
//!
//! | request | answer |
//! |---|---|
//! | `POST /api/v3/signin` | tokens, for the password and the application's secret |
//! | `GET /api/v3/get-profile`, `POST .../update-profile` | the user, for an access token |
//! | `POST /oidc/token` | other tokens for a refresh token, which is then used up |
//! | `POST /oidc/token/revocation`, `/introspection` | the end of a token; whether it is good |
//! | `GET /oidc/.well-known/jwks.json` | the keys |
//! | `POST /api/v3/get-management-token` | a token, for an access key |
//! | `POST /api/v3/create-role`, `get-role`, `delete-roles-batch`, `create-user`, `get-user-batch`, `list-users` | the pool, for a signature or a management token |
//!
//! Assumed, because no document says it: names that are taken are refused with
//! 409, a used refresh token with `invalid_grant`, a date more than 5 minutes
//! off with 1305.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::Value;
use tokenmint::http::{Method, Request};

use super::envelope::{Refusal, refuse};
use super::signature::AccessKey;
use crate::double::{self, Double, Served};

/// The id of the application.
pub const APP_ID: &str = "64f0c0ffee0000000000a001";
/// The secret of the application.
pub const APP_SECRET: &str = "app-secret-c0ffee";
/// The issuer in its ID tokens, which were signed once for all.
pub const ISSUER: &str = "https://app.authing.example/oidc";
/// What the only user signs in with.
pub const EMAIL: &str = "user@example.com";
/// The user's password.
pub const PASSWORD: &str = "password-c0ffee";
/// The id of the access key of the pool.
pub const KEY_ID: &str = "64f0c0ffee0000000000b001";
/// The secret of the access key of the pool.
pub const KEY_SECRET: &str = "key-secret-c0ffee";

/// Tokens that were given together.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Its number, as a text.
    pub id: String,
    /// The access token.
    pub access: String,
    /// What gives the next ones.
    pub refresh: String,
    /// When the access token ends, since 1970.
    pub ends: Duration,
    /// Whether the access token was taken back.
    pub access_revoked: bool,
    /// Whether the refresh token was used or taken back.
    pub refresh_used: bool,
}

impl Grant {
    /// Whether the access token can be used.
    #[must_use]
    pub fn is_live(&self, now: Duration) -> bool {
        !self.access_revoked && now < self.ends
    }
}

/// A code of hosted login.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) text: String,
    pub(super) challenge: String,
    pub(super) used: bool,
}

/// A token for the pool.
#[derive(Debug)]
pub(super) struct PoolToken {
    pub(super) text: String,
    pub(super) ends: Duration,
}

/// A user of the pool.
#[derive(Debug)]
pub(super) struct PoolUser {
    pub(super) username: String,
    pub(super) custom: Value,
}

/// The service.
#[derive(Debug)]
pub struct Authing {
    /// What the user calls himself.
    pub nickname: String,
    pub(super) grants: Vec<Grant>,
    pub(super) codes: Vec<Code>,
    /// Which key signs; keys before it are still published.
    pub(super) key: usize,
    pub(super) access_key: AccessKey,
    pub(super) pool_tokens: Vec<PoolToken>,
    pub(super) pool_tokens_given: usize,
    pub(super) roles: Vec<String>,
    pub(super) users: Vec<PoolUser>,
}

impl Default for Authing {
    fn default() -> Self {
        Self::new()
    }
}

impl Authing {
    /// The service before anybody has signed in.
    #[must_use]
    pub fn new() -> Self {
        Self {
            nickname: String::new(),
            grants: Vec::new(),
            codes: Vec::new(),
            key: 0,
            access_key: AccessKey {
                id: KEY_ID,
                secret: KEY_SECRET,
                nonces: HashSet::new(),
            },
            pool_tokens: Vec::new(),
            pool_tokens_given: 0,
            roles: Vec::new(),
            users: Vec::new(),
        }
    }

    /// All tokens that were given to users.
    #[must_use]
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// The roles of the pool.
    #[must_use]
    pub fn roles(&self) -> &[String] {
        &self.roles
    }

    /// The names of the users of the pool.
    pub fn usernames(&self) -> impl Iterator<Item = &str> {
        self.users.iter().map(|user| user.username.as_str())
    }

    /// From now on another key signs.
    pub const fn rotate_keys(&mut self) {
        self.key = 1;
    }

    /// An operator takes all management tokens back.
    pub fn revoke_pool_tokens(&mut self) {
        self.pool_tokens.clear();
    }

    fn route(&mut self, request: &Request, now: Duration) -> Result<Served, Refusal> {
        let (target, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
        let path = target.splitn(4, '/').nth(3).unwrap_or_default();
        match (request.method, path) {
            (Method::Post, "api/v3/signin") => self.sign_in(&body(request)?, now),
            (Method::Get, "api/v3/get-profile") => self.profile(request, now),
            (Method::Post, "api/v3/update-profile") => {
                self.update_profile(request, &body(request)?, now)
            }
            (Method::Post, "oidc/token") => self.refresh(request, now),
            (Method::Post, "oidc/token/revocation") => self.revoke(request),
            (Method::Post, "oidc/token/introspection") => self.introspect(request, now),
            (Method::Get, "oidc/.well-known/jwks.json") => Ok(self.key_set()),
            #[cfg(feature = "journeys")]
            (Method::Get, "events/v1/authentication/sub") => self.stream(query, now),
            (Method::Post, "api/v3/get-management-token") => self.pool_token(&body(request)?, now),
            _ => {
                self.authorize(request, now)?;
                match (request.method, path) {
                    (Method::Post, "api/v3/create-role") => self.create_role(&body(request)?),
                    (Method::Get, "api/v3/get-role") => self.role(query),
                    (Method::Post, "api/v3/delete-roles-batch") => {
                        self.delete_roles(&body(request)?)
                    }
                    (Method::Post, "api/v3/create-user") => self.create_user(&body(request)?),
                    (Method::Get, "api/v3/get-user-batch") => Ok(self.user_batch(query)),
                    (Method::Post, "api/v3/list-users") => Ok(self.list_users(&body(request)?)),
                    _ => Err(refuse(404, 0, "no such endpoint")),
                }
            }
        }
    }

    /// A signature, or a management token.
    fn authorize(&mut self, request: &Request, now: Duration) -> Result<(), Refusal> {
        let value = request.headers.get("authorization").unwrap_or_default();
        let Some(token) = value.strip_prefix("Bearer ") else {
            return self.access_key.verify(request, now);
        };
        let mut known = self.pool_tokens.iter();
        if known.any(|known| known.text == token && now < known.ends) {
            return Ok(());
        }
        Err(refuse(401, 2020, format!("{token} is no token")))
    }
}

fn body(request: &Request) -> Result<Value, Refusal> {
    let body = double::json_body(request).filter(Value::is_object);
    body.ok_or_else(|| refuse(400, 0, "the body is no JSON object"))
}

impl Double for Authing {
    fn secrets(&self) -> Vec<String> {
        [APP_SECRET, PASSWORD, KEY_SECRET].map(str::to_owned).into()
    }

    fn serve(&mut self, request: &Request, now: Duration) -> Served {
        match self.route(request, now) {
            Ok(served) => served,
            Err(refusal) => refusal.served(),
        }
    }
}
