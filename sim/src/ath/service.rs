//! An implementor of ATH as a small state machine.
//!
//! | request | answer |
//! |---|---|
//! | `GET /.well-known/ath.json`, `ath-app.json` | the document |
//! | `POST /ath/agents/register` | 201 with id and secret |
//! | `GET /ath/agents/{client_id}` | the standalone gateway alone: 200 |
//! | `DELETE /ath/agents/{client_id}` | the standalone gateway alone: 200, and 404 for one that is not there |
//! | `POST /ath/authorize` | 200 with URL and session |
//! | `POST /ath/token` | 200 with a token, once the user has consented |
//! | `POST /ath/revoke` | 200 |
//! | `GET /oauth/{provider}`, `/ui/callback` | what a browser sees, see [`super::pages`] |
//! | `/ath/proxy/{provider}/...`, `/api/...` | the upstream's, see [`super::proxy`] |
//!
//! What differs between implementors is in the order of their checks and below:
//!
//! | | TypeScript handlers, native | standalone gateway |
//! |---|---|---|
//! | a second registration | another one | 409 with the id, without secret |
//! | the end of a session | never | 10 minutes |
//! | after consent the browser goes to | the registered URI | its own page |
//! | a user who says no | `SESSION_NOT_FOUND` | `USER_DENIED` |
//! | a token that it does not know, to be revoked | 200 | 400 |
//! | every request | | needs the session of its user, `X-ATH-User-Token` |
//!
//! Assumed, because no document says it: revoking a token that was revoked
//! before succeeds everywhere.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::ath::PublicKey;
use tokenmint::http::{Method, Request};

use super::answers::{Refusal, refuse};
use super::records::{Issued, Registration, Session};
use crate::double::{self, Double, Served};
use crate::random::Random;

/// Which implementor it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flavour {
    /// A gateway made with the handlers of the TypeScript SDK.
    Handlers,
    /// The standalone gateway.
    Standalone,
    /// A service that speaks ATH itself.
    Native,
}

/// An implementor.
#[derive(Debug)]
pub struct Ath {
    pub(super) flavour: Flavour,
    pub(super) base: Arc<str>,
    /// Where a native service says that its interface is.
    pub api_base: String,
    /// Providers and their scopes; of a native service the only one is itself.
    pub(super) providers: &'static [(&'static str, &'static [&'static str])],
    /// What the standalone gateway knows its user by.
    pub(super) user_token: Option<String>,
    /// Identity documents: agent ids and the keys in them.
    pub(super) identities: HashMap<String, PublicKey>,
    /// How long users think before they consent.
    pub consent_after: Duration,
    /// Whether they say no.
    pub denies: bool,
    pub(super) registrations: Vec<Registration>,
    pub(super) sessions: Vec<Session>,
    pub(super) tokens: Vec<Issued>,
    /// Attestations that were used, and when they end.
    pub(super) used: HashMap<String, Duration>,
    pub(super) posts: Vec<String>,
    random: Random,
}

impl Ath {
    /// An implementor at `base`, an origin without a slash at its end. `seed`
    /// tells its secrets from those of others.
    #[must_use]
    pub fn new(flavour: Flavour, base: impl Into<Arc<str>>, seed: u64) -> Self {
        let base = base.into();
        Self {
            flavour,
            api_base: format!("{base}/api"),
            base,
            providers: match flavour {
                Flavour::Native => &[("mail", &["read", "send"])],
                _ => &[
                    ("github", &["repo", "read:user"]),
                    ("calendar", &["events"]),
                ],
            },
            user_token: None,
            identities: HashMap::new(),
            consent_after: Duration::from_secs(2),
            denies: false,
            registrations: Vec::new(),
            sessions: Vec::new(),
            tokens: Vec::new(),
            used: HashMap::new(),
            posts: Vec::new(),
            random: Random::new(seed),
        }
    }

    /// The implementor wants this in `X-ATH-User-Token` of every request.
    #[must_use]
    pub fn with_user_token(mut self, token: impl Into<String>) -> Self {
        self.user_token = Some(token.into());
        self
    }

    /// An agent whose identity document has this key.
    #[must_use]
    pub fn with_identity(mut self, agent_id: &str, key: PublicKey) -> Self {
        self.identities.insert(agent_id.to_owned(), key);
        self
    }

    /// All agents.
    #[must_use]
    pub fn registrations(&self) -> &[Registration] {
        &self.registrations
    }

    /// All tokens.
    #[must_use]
    pub fn tokens(&self) -> &[Issued] {
        &self.tokens
    }

    /// Everything that was posted through the proxy.
    #[must_use]
    pub fn posts(&self) -> &[String] {
        &self.posts
    }

    /// The user opens the page of a session at `now`, and will decide.
    pub fn open(&mut self, session_id: &str, now: Duration) {
        let decided = now + self.consent_after;
        let mut sessions = self.sessions.iter_mut();
        if let Some(session) = sessions.find(|session| session.id == session_id) {
            session.decided.get_or_insert(decided);
        }
    }

    /// Whether a session has ended unused, where sessions end.
    #[must_use]
    pub fn is_too_old(&self, session_id: &str, now: Duration) -> bool {
        let mut sessions = self.sessions.iter();
        let session = sessions.find(|session| session.id == session_id);
        self.flavour == Flavour::Standalone && session.is_none_or(|session| session.is_too_old(now))
    }

    /// Where the browser is at `now`, once the user has decided.
    #[must_use]
    pub fn browser(&self, session_id: &str, now: Duration) -> Option<String> {
        let mut sessions = self.sessions.iter();
        let session = sessions.find(|session| session.id == session_id)?;
        session.decided.filter(|decided| *decided <= now)?;
        if self.flavour == Flavour::Standalone && !self.denies {
            return Some(format!("{}/ui/callback", self.base));
        }
        let uri = session.redirect_uri.as_deref()?;
        // Pasted on, also where there is a query already.
        Some(match self.denies {
            false => format!("{uri}?session_id={session_id}&success=true"),
            true => format!("{uri}?error=access_denied&ath_session_id={session_id}"),
        })
    }

    /// Hexadecimal digits that nobody can guess.
    pub(super) fn digits(&mut self, count: usize) -> String {
        let mut digits = String::with_capacity(count + 16);
        while digits.len() < count {
            digits.push_str(&format!("{:016x}", self.random.number()));
        }
        digits.truncate(count);
        digits
    }

    fn route(&mut self, request: &Request, now: Duration) -> Result<Served, Refusal> {
        let path = request.url.strip_prefix(&*self.base).unwrap_or_default();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let standalone = self.flavour == Flavour::Standalone;
        if path.starts_with("/ath/") && standalone {
            self.check_user(request)?;
        }
        let document = match self.flavour {
            Flavour::Native => "/.well-known/ath-app.json",
            _ => "/.well-known/ath.json",
        };
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        match (request.method, parts.as_slice()) {
            (Method::Get, _) if path == document => Ok(self.document()),
            (Method::Post, ["ath", "agents", "register"]) => self.register(&body(request)?, now),
            (Method::Get, ["ath", "agents", id]) if standalone => self.status(id),
            (Method::Delete, ["ath", "agents", id]) if standalone => self.deregister(id),
            (Method::Post, ["ath", "authorize"]) => self.authorize(&body(request)?, now),
            (Method::Post, ["ath", "token"]) => self.exchange(&body(request)?, now),
            (Method::Post, ["ath", "revoke"]) => self.revoke(&body(request)?, now),
            (Method::Get, ["oauth", _]) => self.visit(query, now),
            (Method::Get, ["ui", "callback"]) => Ok(Self::last_page()),
            (_, ["ath", "proxy", provider, rest @ ..]) if self.flavour != Flavour::Native => {
                self.proxy(request, provider, rest, query, now)
            }
            (_, ["api", rest @ ..]) if self.flavour == Flavour::Native => {
                let app_id = self.providers[0].0;
                self.proxy(request, app_id, rest, query, now)
            }
            _ => Err(refuse(404, "NOT_FOUND", "no such endpoint")),
        }
    }

    fn check_user(&self, request: &Request) -> Result<(), Refusal> {
        let given = request.headers.get("x-ath-user-token");
        if self.user_token.is_some() && given == self.user_token.as_deref() {
            return Ok(());
        }
        let message = format!("log in first, {} is no session", given.unwrap_or("nothing"));
        Err(refuse(401, "AUTH_REQUIRED", message))
    }

    fn document(&self) -> Served {
        let base = &*self.base;
        let body = if self.flavour == Flavour::Native {
            let (app_id, scopes) = self.providers[0];
            json!({
                "ath_version": "0.1", "app_id": app_id, "name": "Mail", "api_base": self.api_base,
                "auth": {
                    "type": "oauth2", "scopes_supported": scopes,
                    "authorization_endpoint": format!("{base}/oauth/authorize"),
                    "token_endpoint": format!("{base}/oauth/token"),
                },
            })
        } else {
            let provider = |(id, scopes): &(&str, &[&str])| {
                json!({
                    "provider_id": id, "display_name": id, "available_scopes": scopes,
                    "auth_mode": "OAUTH2", "agent_approval_required": true,
                })
            };
            let providers: Vec<Value> = self.providers.iter().map(provider).collect();
            json!({
                "ath_version": "0.1", "gateway_id": base, "supported_providers": providers,
                "agent_registration_endpoint": format!("{base}/ath/agents/register"),
            })
        };
        Served::plain(double::json(200, &body))
    }
}

fn body(request: &Request) -> Result<Value, Refusal> {
    let body = double::json_body(request).filter(Value::is_object);
    body.ok_or_else(|| refuse(400, "INTERNAL_ERROR", "the body is no JSON object"))
}

impl Double for Ath {
    fn secrets(&self) -> Vec<String> {
        self.user_token.iter().cloned().collect()
    }

    fn serve(&mut self, request: &Request, now: Duration) -> Served {
        match self.route(request, now) {
            Ok(served) => served,
            Err(refusal) => refusal.served(),
        }
    }
}
