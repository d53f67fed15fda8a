//! Somebody with an agent who does what [`Error::reaction`] says when a call
//! fails. (See "Errors" in `docs/ath.md`.)

use std::cell::RefCell;
use std::future::Future;
use std::time::Duration;

use serde_json::json;
use tokenmint::client::ath::{
    AuthorizeRequest, Error, ErrorCode, OAUTH_COMPLETED, Polling, Reaction, RedirectResult,
};
use tokenmint::http::ErrorKind;

use super::agent;
use super::face::Client;
use super::service::{Ath, Flavour};
use crate::caller::{ATTEMPTS, Caller, Failed, may_be_done};
use crate::double::Shared;
use crate::gaps;
use crate::violation::Invariant;
use crate::watch::{Deadline, TOTAL};

/// How an agent learns that its user has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The browser comes back.
    Redirect,
    /// The agent asks again and again.
    Poll,
}

/// How a session came to its end.
enum End {
    Token,
    /// It is of no use any more.
    Over,
    Denied,
}

/// An agent with one implementor, on a task of its own.
pub(super) struct User<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) flavour: Flavour,
    pub(super) client: &'a Client,
    pub(super) service: &'a Shared<Ath>,
    pub(super) way: Way,
    /// Providers, and the tokens for them that the user was given.
    pub(super) tokens: RefCell<Vec<(&'static str, String)>>,
}

impl User<'_> {
    /// Everything before there is a session.
    pub(super) async fn enrol(&self) -> bool {
        let discover = || self.client.discover();
        self.insist("discover", discover).await.is_some() && self.register().await
    }

    async fn register(&self) -> bool {
        let request = agent::registration(self.flavour);
        for _ in 0..ATTEMPTS {
            let before = self.client.credentials();
            let register = self.client.register(&request);
            let Err(failed) = self.call("register", Deadline::ONE, register).await else {
                self.check_credentials();
                return true;
            };
            if self.client.credentials() != before {
                self.caller
                    .lost("credentials changed with a registration that failed");
            }
            if *failed.error.code() != ErrorCode::Conflict {
                self.caller.check("register", &failed);
                continue;
            }
            let details = failed.error.details();
            let id = details.get("client_id").and_then(|id| id.as_str());
            let id = id.unwrap_or_default();
            if self.caller.world.lock().was_delivered("registered", id) {
                self.caller.check("register", &failed);
            }
            // An operator has to take away what nobody has the secret of.
            self.caller.gap(gaps::LOST_REGISTRATION);
            self.service.lock().remove(id);
        }
        self.caller.never_ends("register");
        false
    }

    /// From the authorization to a token. Whether there is one.
    pub(super) async fn obtain(&self, provider: &'static str) -> bool {
        let mut wanted = agent::wanted(self.flavour).iter();
        let scopes = wanted.find(|(known, _)| *known == provider);
        let scopes = scopes.map_or(&[][..], |(_, scopes)| scopes);
        let request = AuthorizeRequest::new(provider, scopes);
        for _ in 0..ATTEMPTS {
            let authorize = || self.client.authorize(&request);
            let Some(authorization) = self.insist("authorize", authorize).await else {
                return false;
            };
            let session = authorization.ath_session_id;
            self.service.lock().open(&session, self.caller.true_time());
            match self.exchange(provider, &session).await {
                End::Token => return true,
                End::Denied => return false,
                End::Over => {}
            }
        }
        self.caller.never_ends("obtain");
        false
    }

    async fn exchange(&self, provider: &'static str, session: &str) -> End {
        if self.way == Way::Redirect && !self.browser_returns(session).await {
            return End::Denied;
        }
        for attempt in 0..ATTEMPTS {
            let result = match self.way {
                Way::Redirect => {
                    let exchange = self.client.exchange(OAUTH_COMPLETED, session);
                    self.call("exchange_token", Deadline::ONE, exchange).await
                }
                Way::Poll => {
                    // Whoever has consented does not wait as long again.
                    let total = Duration::from_secs(if attempt == 0 { 600 } else { 300 });
                    let polling = Polling::DEFAULT
                        .waits(Duration::from_secs(10), Duration::from_secs(60))
                        .total(total);
                    let exchange = self.client.exchange_when_ready(session, polling);
                    let deadline = Deadline::of(total + TOTAL);
                    self.call("exchange_when_ready", deadline, exchange).await
                }
            };
            let failed = match result {
                Ok(token) => {
                    let text = token.access_token.expose();
                    if !self.client.holds(text) {
                        self.caller
                            .lost("a token that was given is not the client's");
                    }
                    self.tokens.borrow_mut().push((provider, text.to_owned()));
                    return End::Token;
                }
                Err(failed) => failed,
            };
            let used = self.was_used(session);
            let too_old = self.is_too_old(session);
            match failed.error.reaction() {
                _ if *failed.error.code() == ErrorCode::UserDenied => return End::Denied,
                Reaction::Authorize if used => {
                    self.caller.gap(gaps::LOST_TOKEN);
                    return End::Over;
                }
                Reaction::Authorize if too_old => return End::Over,
                // The standalone gateway has no code for it.
                _ if too_old && *failed.error.code() == ErrorCode::InternalError => {
                    return End::Over;
                }
                _ if used => {}
                _ => self.caller.check("exchange", &failed),
            }
        }
        self.caller.never_ends("exchange");
        End::Over
    }

    /// Waits for the browser. Whether the user has consented.
    async fn browser_returns(&self, session: &str) -> bool {
        loop {
            let url = self
                .service
                .lock()
                .browser(session, self.caller.true_time());
            let Some(url) = url else {
                self.caller.wait(Duration::from_secs(1)).await;
                continue;
            };
            return match RedirectResult::from_url(&url) {
                Ok(result) => result.is_success() && result.session_id == session,
                Err(_) => {
                    self.caller.lost("the browser's way back cannot be read");
                    false
                }
            };
        }
    }

    /// Asks for something with a token, whatever it takes.
    pub(super) async fn ask(&self, provider: &'static str, path: &str) {
        for _ in 0..ATTEMPTS {
            let ask = self.client.ask(provider, "get", path, None);
            match self.call("ask", Deadline::ONE, ask).await {
                Ok(_) => return,
                Err(failed) if self.renewed(provider, &failed).await => {}
                Err(failed) => self.caller.check("ask", &failed),
            }
        }
        self.caller.never_ends("ask");
    }

    /// Posts something once.
    pub(super) async fn post(&self, provider: &'static str, text: &str) {
        // The handlers do not bear numbers with a point, nor spaces.
        let body = json!({"text": text, "stars": 5});
        for _ in 0..ATTEMPTS {
            let post = self.client.ask(provider, "post", "/posts", Some(&body));
            let Err(failed) = self.call("post", Deadline::ONE, post).await else {
                return;
            };
            if self.renewed(provider, &failed).await {
                continue;
            }
            self.caller.check("post", &failed);
            if may_be_done(failed.error.kind(), failed.error.status()) {
                // The provider has a way to find out.
                self.ask(provider, "/posts").await;
                if self.service.lock().posts().iter().any(|post| post == text) {
                    return;
                }
            }
        }
        self.caller.never_ends("post");
    }

    /// A call that the `api_base` of another origin does not get.
    pub(super) async fn ask_elsewhere(&self, provider: &str) {
        let ask = self.client.ask(provider, "get", "/posts", None);
        let result = self.call("ask", Deadline::ONE, ask).await;
        let kind = result.err().map(|failed| failed.error.kind());
        if kind != Some(ErrorKind::BadUrl) {
            let text = format!("another origin was not refused: {kind:?}");
            let mut state = self.caller.world.lock();
            state.violated(Invariant::Origin, text);
        }
    }

    /// Whether there is a new token in place of one that has ended.
    async fn renewed(&self, provider: &'static str, failed: &Failed<Error>) -> bool {
        let asked = failed.error.reaction() == Reaction::Authorize;
        asked && self.live_and_held().is_empty() && self.obtain(provider).await
    }

    /// Tokens that the implementor takes and the client has.
    fn live_and_held(&self) -> Vec<String> {
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let live = service.tokens().iter().filter(|token| token.is_live(now));
        let held = live.filter(|token| self.client.holds(&token.text));
        held.map(|token| token.text.clone()).collect()
    }

    /// Gives up the current token, and looks whether it is gone.
    pub(super) async fn revoke(&self) {
        let held = self.live_and_held();
        for _ in 0..ATTEMPTS {
            let result = self
                .call("revoke", Deadline::ONE, self.client.revoke())
                .await;
            let lives = self.lives(&held);
            let known = held.iter().all(|token| self.client.holds(token));
            if lives && !known {
                self.caller
                    .lost("a token lives on that the client has forgotten");
            }
            match result {
                Ok(()) => return,
                Err(failed) => self.caller.check("revoke", &failed),
            }
        }
        self.caller.never_ends("revoke");
    }

    /// Makes the token for a provider the current one.
    pub(super) fn take_up(&self, provider: &str) {
        let tokens = self.tokens.borrow();
        if let Some((_, token)) = tokens.iter().rfind(|(known, _)| *known == provider) {
            self.client.set_token(token);
        }
    }

    /// What is asked when the journey is over.
    pub(super) fn look_at_end(&self) {
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let credentials = self.client.credentials();
        let mine = |id: &str| credentials.as_ref().is_some_and(|(known, _)| known == id);
        for agent in service.registrations() {
            if mine(&agent.client_id) {
                continue;
            }
            if self
                .caller
                .world
                .lock()
                .was_delivered("registered", &agent.client_id)
            {
                self.caller
                    .lost("a secret that was given is the user's no more");
            } else {
                self.caller.gap(gaps::LOST_REGISTRATION);
            }
        }
        for token in service.tokens().iter().filter(|token| token.is_live(now)) {
            let delivered = {
                let state = self.caller.world.lock();
                state.was_delivered("gave a token for", &token.session_id)
            };
            if delivered {
                self.caller.lost("a token that was given lives on");
            } else {
                self.caller.gap(gaps::LOST_TOKEN);
            }
        }
    }

    fn check_credentials(&self) {
        let credentials = self.client.credentials();
        let service = self.service.lock();
        let known = service.registrations().iter().any(|agent| {
            let pair = (agent.client_id.clone(), agent.client_secret.clone());
            Some(pair) == credentials
        });
        if !known {
            self.caller
                .lost("a secret that was given is not the client's");
        }
    }

    /// Whether a token was given for a session, and lost on the way.
    fn was_used(&self, session: &str) -> bool {
        let service = self.service.lock();
        let mut tokens = service.tokens().iter();
        tokens.any(|token| token.session_id == session)
    }

    /// Whether the implementor still takes one of these.
    fn lives(&self, tokens: &[String]) -> bool {
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let mut live = service.tokens().iter().filter(|token| token.is_live(now));
        live.any(|token| tokens.contains(&token.text))
    }

    fn is_too_old(&self, session: &str) -> bool {
        self.service
            .lock()
            .is_too_old(session, self.caller.true_time())
    }

    async fn call<T>(
        &self,
        name: &'static str,
        deadline: Deadline,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Failed<Error>> {
        self.caller.call(name, deadline, self.client, future).await
    }

    async fn insist<T, F: Future<Output = Result<T, Error>>>(
        &self,
        name: &'static str,
        call: impl Fn() -> F,
    ) -> Option<T> {
        for _ in 0..ATTEMPTS {
            match self.call(name, Deadline::ONE, call()).await {
                Ok(value) => return Some(value),
                Err(failed) => self.caller.check(name, &failed),
            }
        }
        self.caller.never_ends(name);
        None
    }
}
