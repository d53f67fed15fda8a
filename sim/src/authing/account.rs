//! What an end user does: signing in, the profile, tokens.

use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::http::{Body, Headers, Request, Response};
use tokenmint::pkce::Verifier;

use super::envelope::{Refusal, done, oauth, refuse};
use super::keys::{HOSTED, KEYS, SigningKey};
use super::service::{APP_ID, APP_SECRET, Authing, Code, EMAIL, Grant, ISSUER, PASSWORD};
use crate::double::{self, Effect, Served};
use crate::javascript::{Json, query};
use crate::random::Random;

/// How long an access token lives.
const ACCESS: Duration = Duration::from_secs(60 * 60);

impl Authing {
    pub(super) fn sign_in(&mut self, body: &Value, now: Duration) -> Result<Served, Refusal> {
        let text = |pointer: &str| body.pointer(pointer).and_then(Value::as_str);
        if text("/client_id") != Some(APP_ID) || text("/client_secret") != Some(APP_SECRET) {
            return Err(refuse(403, 2011, body.to_string()));
        }
        let payload = ["/passwordPayload/email", "/passwordPayload/password"];
        if text("/connection") != Some("PASSWORD")
            || payload.map(text) != [Some(EMAIL), Some(PASSWORD)]
        {
            return Err(refuse(403, 2333, body.to_string()));
        }
        let grant = self.grant(now);
        let served = done(&self.tokens(&grant))
            .effect(Effect::once("signed in", &grant.id))
            .issuing(&grant.access)
            .issuing(&grant.refresh);
        self.grants.push(grant);
        Ok(served)
    }

    pub(super) fn refresh(&mut self, request: &Request, now: Duration) -> Result<Served, Refusal> {
        let form = self.form(request)?;
        match form("grant_type").as_deref() {
            Some("refresh_token") => {}
            Some("authorization_code") => return self.exchange(&form, now),
            _ => return Err(oauth(400, "unsupported_grant_type", "not one of two")),
        }
        let token = form("refresh_token").unwrap_or_default();
        let mut grants = self.grants.iter_mut();
        let grant = grants.find(|grant| grant.refresh == token && !grant.refresh_used);
        let grant = grant.ok_or_else(|| oauth(400, "invalid_grant", &token))?;
        grant.refresh_used = true;
        let grant = self.grant(now);
        let answer = double::json(200, &self.tokens(&grant));
        let served = Served::plain(answer)
            .effect(Effect::once("refreshed", &grant.id))
            .issuing(&grant.access)
            .issuing(&grant.refresh);
        self.grants.push(grant);
        Ok(served)
    }

    /// The user signs in at the page of a URL, and is sent back.
    pub fn sign_in_at(&mut self, url: &str) -> String {
        let query = query(url.split_once('?').map_or("", |(_, query)| query));
        let text = |name: &str| query.get(name).and_then(Json::as_text).unwrap_or_default();
        let code = format!("authing-code-{}", self.codes.len());
        self.codes.push(Code {
            text: code.clone(),
            challenge: text("code_challenge").to_owned(),
            used: false,
        });
        format!(
            "{}?code={code}&state={}&iss={ISSUER}",
            text("redirect_uri"),
            text("state")
        )
    }

    fn exchange(
        &mut self,
        form: &impl Fn(&str) -> Option<String>,
        now: Duration,
    ) -> Result<Served, Refusal> {
        let (text, verifier) = (form("code"), form("code_verifier"));
        let verifier = Verifier::new(&verifier.unwrap_or_default());
        let proven = |challenge: &str| verifier.as_ref().is_ok_and(|it| it.matches(challenge));
        let mut codes = self.codes.iter_mut();
        let code = codes.find(|code| {
            Some(&code.text) == text.as_ref() && !code.used && proven(&code.challenge)
        });
        let code = code.ok_or_else(|| oauth(400, "invalid_grant", "the code is no good"))?;
        code.used = true;
        let grant = self.grant(now);
        let mut tokens = self.tokens(&grant);
        tokens["id_token"] = HOSTED.id_token.into();
        let served = Served::plain(double::json(200, &tokens))
            .effect(Effect::once("signed in", &grant.id))
            .issuing(&grant.access)
            .issuing(&grant.refresh);
        self.grants.push(grant);
        Ok(served)
    }

    pub(super) fn revoke(&mut self, request: &Request) -> Result<Served, Refusal> {
        let token = self.form(request)?("token").unwrap_or_default();
        let mut done = None;
        for grant in &mut self.grants {
            if grant.access == token {
                grant.access_revoked = true;
                done = Some(Effect::of("revoked the access token of", &grant.id));
            }
            if grant.refresh == token {
                grant.refresh_used = true;
                done = Some(Effect::of("revoked the refresh token of", &grant.id));
            }
        }
        let mut headers = Headers::new();
        headers.add_received("content-length", b"0");
        Ok(Served {
            effect: done,
            ..Served::plain(Response::new(200, headers, Vec::new()))
        })
    }

    pub(super) fn introspect(&self, request: &Request, now: Duration) -> Result<Served, Refusal> {
        let token = self.form(request)?("token").unwrap_or_default();
        let mut grants = self.grants.iter();
        let active = grants.any(|grant| grant.access == token && grant.is_live(now));
        Ok(Served::plain(double::json(200, &json!({"active": active}))))
    }

    pub(super) fn key_set(&self) -> Served {
        let published = KEYS.iter().take(self.key + 1).chain([&HOSTED]);
        let keys: Vec<Value> = published.map(SigningKey::jwk).collect();
        Served::plain(double::json(200, &json!({"keys": keys})))
    }

    pub(super) fn profile(&self, request: &Request, now: Duration) -> Result<Served, Refusal> {
        self.check_user(request, now)?;
        Ok(done(
            &json!({"userId": "user-1", "nickname": self.nickname}),
        ))
    }

    pub(super) fn update_profile(
        &mut self,
        request: &Request,
        body: &Value,
        now: Duration,
    ) -> Result<Served, Refusal> {
        self.check_user(request, now)?;
        if let Some(nickname) = body.get("nickname").and_then(Value::as_str) {
            nickname.clone_into(&mut self.nickname);
        }
        let effect = Effect::of("updated", "the profile");
        Ok(done(&json!({"userId": "user-1", "nickname": self.nickname})).effect(effect))
    }

    /// The handshake of an event stream, whose URL has the token.
    #[cfg(feature = "journeys")]
    pub(super) fn stream(&self, text: &str, now: Duration) -> Result<Served, Refusal> {
        let parameters = query(text);
        let token = parameters.get("token").and_then(Json::as_text);
        let mut grants = self.grants.iter();
        if grants.any(|grant| Some(grant.access.as_str()) == token && grant.is_live(now)) {
            return Ok(Served::plain(double::json(101, &Value::Null)));
        }
        Err(oauth(401, "2020", text))
    }

    /// The access token, without a scheme.
    fn check_user(&self, request: &Request, now: Duration) -> Result<(), Refusal> {
        let token = request.headers.get("authorization").unwrap_or_default();
        let mut grants = self.grants.iter();
        if grants.any(|grant| grant.access == token && grant.is_live(now)) {
            return Ok(());
        }
        Err(refuse(401, 2020, format!("{token} is no token")))
    }

    /// The fields of a form that the application has sent.
    fn form(&self, request: &Request) -> Result<impl Fn(&str) -> Option<String> + use<>, Refusal> {
        let bytes = request.body.as_ref().map(Body::as_bytes);
        let text = bytes.map(String::from_utf8_lossy).unwrap_or_default();
        let form = query(&text);
        let field = move |name: &str| form.get(name).and_then(Json::as_text).map(str::to_owned);
        let secret = field("client_secret");
        if field("client_id").as_deref() != Some(APP_ID) || secret.as_deref() != Some(APP_SECRET) {
            return Err(oauth(401, "invalid_client", &secret.unwrap_or_default()));
        }
        Ok(field)
    }

    fn grant(&self, now: Duration) -> Grant {
        let number = self.grants.len() + 1;
        let mut random = Random::new(number as u64);
        let mut text = |kind: &str| format!("{kind}-{:016x}", random.number());
        Grant {
            id: number.to_string(),
            access: text("authing-at"),
            refresh: text("authing-rt"),
            ends: now + ACCESS,
            access_revoked: false,
            refresh_used: false,
        }
    }

    fn tokens(&self, grant: &Grant) -> Value {
        json!({
            "access_token": grant.access, "refresh_token": grant.refresh,
            "id_token": KEYS[self.key].id_token, "token_type": "Bearer",
            "expires_in": ACCESS.as_secs(), "scope": "openid profile offline_access",
        })
    }
}
