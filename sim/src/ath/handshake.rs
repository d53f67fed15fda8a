//! Registration, authorization, tokens and their end.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::ath::Audience;

use super::answers::{Refusal, refuse, text, texts};
use super::attested::attested;
use super::records::{Issued, Registration, Session};
use super::service::{Ath, Flavour};
use crate::double::{self, Effect, Served};

/// How long a token lives.
const TOKEN: Duration = Duration::from_secs(60 * 60);

impl Ath {
    pub(super) fn register(&mut self, body: &Value, now: Duration) -> Result<Served, Refusal> {
        let missing = |name: &str| refuse(400, "INTERNAL_ERROR", format!("{name} is missing"));
        let agent_id = text(body, "agent_id").ok_or_else(|| missing("agent_id"))?;
        let developer = body.get("developer").unwrap_or(&Value::Null);
        for name in ["name", "id"] {
            text(developer, name).ok_or_else(|| missing(name))?;
        }
        let base = Arc::clone(&self.base);
        self.attest(body, Audience::of_base(&base), agent_id, now)?;
        let mut known = self.registrations.iter();
        let twin = known.find(|known| known.agent_id == agent_id);
        if let Some(twin) = twin.filter(|_| self.flavour == Flavour::Standalone) {
            let conflict = refuse(409, "CONFLICT", format!("{agent_id} is registered"));
            return Err(conflict.with("client_id", &twin.client_id));
        }
        let asked = body.get("requested_providers").and_then(Value::as_array);
        let asked = asked.filter(|asked| !asked.is_empty());
        let asked = asked.ok_or_else(|| missing("requested_providers"))?;
        let (mut approved, mut answers) = (Vec::new(), Vec::new());
        for asked in asked {
            let id = text(asked, "provider_id").ok_or_else(|| missing("provider_id"))?;
            let mut providers = self.providers.iter();
            let offered = providers.find(|(known, _)| *known == id);
            let offered = offered.map_or(&[][..], |(_, scopes)| scopes);
            let (granted, denied): (Vec<String>, Vec<String>) = texts(asked, "scopes")
                .into_iter()
                .partition(|scope| offered.contains(&scope.as_str()));
            answers.push(json!({
                "provider_id": id, "approved_scopes": granted, "denied_scopes": denied,
            }));
            approved.push((id.to_owned(), granted));
        }
        let registration = Registration {
            client_id: format!("ath_{}", self.digits(16)),
            client_secret: format!("ath_secret_{}", self.digits(32)),
            agent_id: agent_id.to_owned(),
            redirect_uris: texts(body, "redirect_uris"),
            approved,
        };
        let answer = json!({
            "client_id": registration.client_id, "client_secret": registration.client_secret,
            "agent_status": "approved", "approved_providers": answers,
            "approval_expires": "2024-11-13T22:13:20Z",
        });
        let served = Served::plain(double::json(201, &answer))
            .effect(Effect::once("registered", &registration.client_id))
            .issuing(&registration.client_secret);
        self.registrations.push(registration);
        Ok(served)
    }

    pub(super) fn status(&self, client_id: &str) -> Result<Served, Refusal> {
        let mut known = self.registrations.iter();
        let agent = known.find(|agent| agent.client_id == client_id);
        let agent = agent.ok_or_else(|| refuse(404, "AGENT_NOT_REGISTERED", client_id))?;
        let body = json!({
            "client_id": client_id, "agent_id": agent.agent_id, "agent_status": "approved",
        });
        Ok(Served::plain(double::json(200, &body)))
    }

    pub(super) fn deregister(&mut self, client_id: &str) -> Result<Served, Refusal> {
        let before = self.registrations.len();
        self.registrations
            .retain(|known| known.client_id != client_id);
        if self.registrations.len() == before {
            return Err(refuse(404, "AGENT_NOT_REGISTERED", client_id));
        }
        let answer = double::json(200, &json!({"message": "Agent registration revoked"}));
        Ok(Served::plain(answer).effect(Effect::of("deregistered", client_id)))
    }

    pub(super) fn authorize(&mut self, body: &Value, now: Duration) -> Result<Served, Refusal> {
        let standalone = self.flavour == Flavour::Standalone;
        let (state, client_id) = (text(body, "state"), text(body, "client_id"));
        if state.is_none() {
            return Err(refuse(400, "STATE_MISMATCH", "state is missing"));
        }
        let agent = self.agent(client_id, 403)?.clone();
        let redirect = || {
            let uri = body.get("user_redirect_uri").and_then(Value::as_str);
            match uri {
                Some(uri) if !agent.redirect_uris.iter().any(|known| known == uri) => {
                    let message = format!("{uri} is not registered");
                    Err(refuse(400, "INVALID_ATTESTATION", message))
                }
                uri => Ok(uri.map(str::to_owned)),
            }
        };
        let base = Arc::clone(&self.base);
        let audience = Audience::of_base(&base);
        let redirect_uri = if standalone {
            self.attest(body, audience, &agent.agent_id, now)?;
            redirect()?
        } else {
            let uri = redirect()?;
            self.attest(body, audience, &agent.agent_id, now)?;
            uri
        };
        let provider = text(body, "provider_id").unwrap_or_default();
        let approved = agent.scopes_of(provider);
        let approved = approved.ok_or_else(|| refuse(403, "PROVIDER_NOT_APPROVED", provider))?;
        let scopes = texts(body, "scopes");
        if let Some(scope) = scopes.iter().find(|scope| !approved.contains(*scope)) {
            return Err(refuse(403, "SCOPE_NOT_APPROVED", scope));
        }
        let session = Session {
            id: format!("ath_sess_{}", self.digits(if standalone { 24 } else { 16 })),
            client_id: agent.client_id.clone(),
            provider: provider.to_owned(),
            scopes,
            redirect_uri,
            began: now,
            decided: None,
            used: false,
        };
        let id = &session.id;
        let url = format!(
            "{base}/oauth/{provider}?state={id}&code_challenge=c&code_challenge_method=S256"
        );
        let answer = json!({"authorization_url": url, "ath_session_id": id});
        let effect = Effect::of("began", id);
        self.sessions.push(session);
        Ok(Served::plain(double::json(200, &answer)).effect(effect))
    }

    pub(super) fn exchange(&mut self, body: &Value, now: Duration) -> Result<Served, Refusal> {
        let agent = self.agent(text(body, "client_id"), 403)?.clone();
        check_secret(&agent, body)?;
        if text(body, "grant_type") != Some("authorization_code") || text(body, "code").is_none() {
            return Err(refuse(400, "INTERNAL_ERROR", "grant_type or code"));
        }
        let base = Arc::clone(&self.base);
        let audience = Audience::of_token_endpoint(&base);
        self.attest(body, audience, &agent.agent_id, now)?;
        let not_found = |why: &str| refuse(400, "SESSION_NOT_FOUND", why);
        let id = text(body, "ath_session_id").unwrap_or_default();
        let (standalone, denies) = (self.flavour == Flavour::Standalone, self.denies);
        let mut sessions = self.sessions.iter_mut();
        let session = sessions.find(|session| session.id == id && !session.used);
        let session = session.filter(|session| session.client_id == agent.client_id);
        let session = session.ok_or_else(|| not_found("no such session"))?;
        if standalone && session.is_too_old(now) {
            return Err(refuse(400, "INTERNAL_ERROR", "Session expired"));
        }
        if session.decided.is_none_or(|decided| decided > now) {
            return Err(not_found("not completed"));
        }
        if denies {
            return Err(match standalone {
                true => refuse(400, "USER_DENIED", "the user said no"),
                false => not_found("not completed"),
            });
        }
        session.used = true;
        let session = session.clone();
        let token = Issued {
            text: format!("ath_tk_{}", self.digits(if standalone { 64 } else { 32 })),
            session_id: session.id.clone(),
            agent_id: agent.agent_id.clone(),
            provider: session.provider.clone(),
            ends: now + TOKEN,
            revoked: false,
        };
        let answer = json!({
            "access_token": token.text, "token_type": "Bearer", "expires_in": TOKEN.as_secs(),
            "effective_scopes": session.scopes, "provider_id": session.provider,
            "agent_id": agent.agent_id,
            "scope_intersection": {
                "agent_approved": agent.scopes_of(&session.provider),
                "user_consented": session.scopes, "effective": session.scopes,
            },
        });
        let served = Served::plain(double::json(200, &answer))
            // A call may begin another session when the answer to this is lost.
            .effect(Effect::of("gave a token for", &session.id))
            .issuing(&token.text);
        self.tokens.push(token);
        Ok(served)
    }

    pub(super) fn revoke(&mut self, body: &Value, now: Duration) -> Result<Served, Refusal> {
        let standalone = self.flavour == Flavour::Standalone;
        let given = text(body, "client_id");
        // Where nobody says who it is, the handlers ask for no proof.
        let agent_id = if given.is_none() && !standalone {
            None
        } else {
            let agent = self.agent(given, 400)?;
            if text(body, "client_secret").is_none() {
                let status = if standalone { 401 } else { 400 };
                return Err(refuse(status, "AGENT_NOT_REGISTERED", "no secret"));
            }
            check_secret(agent, body)?;
            Some(agent.agent_id.clone())
        };
        let text = text(body, "token").unwrap_or_default();
        let mut tokens = self.tokens.iter_mut();
        let done = match tokens.find(|token| token.text == text) {
            Some(token) if agent_id.is_some_and(|agent_id| token.agent_id != agent_id) => {
                return Err(refuse(403, "AGENT_IDENTITY_MISMATCH", text));
            }
            Some(token) => {
                let was_live = token.is_live(now);
                token.revoked = true;
                was_live.then(|| Effect::of("revoked", &token.session_id))
            }
            None if standalone => return Err(refuse(400, "TOKEN_INVALID", text)),
            None => None,
        };
        let answer = double::json(200, &json!({"message": "Token revoked"}));
        Ok(Served {
            effect: done,
            ..Served::plain(answer)
        })
    }

    fn agent(&self, client_id: Option<&str>, unknown: u16) -> Result<&Registration, Refusal> {
        let client_id =
            client_id.ok_or_else(|| refuse(400, "AGENT_NOT_REGISTERED", "client_id is missing"))?;
        let mut known = self.registrations.iter();
        let agent = known.find(|agent| agent.client_id == client_id);
        agent.ok_or_else(|| refuse(unknown, "AGENT_NOT_REGISTERED", client_id))
    }

    /// An attestation for this audience and agent, which was not used before.
    fn attest(
        &mut self,
        body: &Value,
        audience: Audience<'_>,
        agent_id: &str,
        now: Duration,
    ) -> Result<(), Refusal> {
        let invalid = |status, why: &str| {
            let sent = text(body, "agent_attestation").unwrap_or_default();
            refuse(status, "INVALID_ATTESTATION", format!("{why}: {sent}"))
        };
        let token = text(body, "agent_attestation").ok_or_else(|| invalid(400, "missing"))?;
        let key = self.identities.get(agent_id);
        let key = key.ok_or_else(|| invalid(401, "no identity document"))?;
        let (id, ends) = attested(token, key, audience, agent_id, now)
            .map_err(|error| invalid(401, &error.to_string()))?;
        self.used.retain(|_, ends| *ends > now);
        if self.used.insert(id, ends).is_some() {
            return Err(invalid(401, "used before"));
        }
        Ok(())
    }
}

fn check_secret(agent: &Registration, body: &Value) -> Result<(), Refusal> {
    match text(body, "client_secret") {
        Some(secret) if secret == agent.client_secret => Ok(()),
        Some(secret) => {
            let message = format!("{secret} is wrong");
            Err(refuse(401, "AGENT_NOT_REGISTERED", message))
        }
        None => Err(refuse(400, "AGENT_NOT_REGISTERED", "no secret")),
    }
}
