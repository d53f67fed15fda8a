//! Somebody with an agent who does what [`Error::reaction`] says when a call
//! fails. (See "Errors" in `docs/ath.md`.)

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokenmint::client::ath::{
    AuthorizeRequest, CredentialStore as _, Error, ErrorCode, Polling, Reaction, RedirectResult,
    Warning,
};
use tokenmint::http::ErrorKind;

use super::agent;
use super::face::Client;
use super::keeping::Keeping;
use super::service::{Ath, Flavour};
use crate::caller::{ATTEMPTS, Caller, Failed};
use crate::double::Shared;
use crate::gaps;
use crate::violation::Invariant;
use crate::watch::{Deadline, TOTAL};

/// How an agent learns that its user has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The browser comes back, and the agent asks as well.
    Redirect,
    /// The agent asks again and again.
    Poll,
}

/// An agent with one implementor, on a task of its own.
pub(super) struct User<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) flavour: Flavour,
    pub(super) client: RefCell<Rc<Client>>,
    /// Makes another client, as another process does.
    pub(super) make: Box<dyn Fn() -> Result<Client, Error> + 'a>,
    pub(super) keeping: Arc<Keeping>,
    pub(super) service: &'a Shared<Ath>,
    pub(super) way: Way,
    /// Whether every step is made by another process.
    pub(super) restarts: bool,
}

impl User<'_> {
    fn client(&self) -> Rc<Client> {
        Rc::clone(&self.client.borrow())
    }

    /// The process ends, and another one goes on.
    pub(super) fn restart(&self) {
        match (self.make)() {
            Ok(client) => *self.client.borrow_mut() = Rc::new(client),
            Err(error) => self
                .caller
                .lost(&format!("what was kept is refused: {error}")),
        }
    }

    /// What was kept is lost.
    pub(super) fn lose_everything(&self) {
        if self.keeping.clear().is_ok() {
            self.restart();
        }
    }

    fn step(&self) {
        if self.restarts {
            self.restart();
        }
    }

    /// Everything before there is a session.
    pub(super) async fn enrol(&self) -> bool {
        let client = self.client();
        let discover = || client.discover();
        self.insist("discover", discover).await.is_some() && self.register().await
    }

    pub(super) async fn register(&self) -> bool {
        let request = agent::registration(self.flavour);
        for _ in 0..ATTEMPTS {
            self.step();
            let client = self.client();
            let before = client.credentials();
            let register = client.register(&request);
            let failed = match self.call("register", Deadline::ONE, register).await {
                Ok(registration) => {
                    self.kept(&registration.warnings);
                    self.check_credentials();
                    return true;
                }
                Err(failed) => failed,
            };
            if client.credentials() != before {
                self.caller
                    .lost("credentials changed with a registration that failed");
            }
            if failed.error.kind() == ErrorKind::File {
                continue;
            }
            let twin = failed.error.client_id();
            match twin.filter(|_| *failed.error.code() == ErrorCode::Conflict) {
                Some(id) => self.take_away(&id).await,
                None => self.caller.check("register", &failed),
            }
        }
        self.caller.never_ends("register");
        false
    }

    /// Takes away the registration of which nobody has the secret.
    async fn take_away(&self, id: &str) {
        let delivered = self.caller.world.lock().was_delivered("registered", id);
        if delivered && self.keeping.load().is_ok_and(|kept| kept.is_some()) {
            self.caller
                .lost("a secret that was given has to be given again");
        }
        let client = self.client();
        self.insist("deregister", || client.deregister(id)).await;
    }

    /// A token that can be used. Whether there is one.
    pub(super) async fn obtain(&self, provider: &'static str) -> bool {
        let mut wanted = agent::wanted(self.flavour).iter();
        let scopes = wanted.find(|(known, _)| *known == provider);
        let scopes = scopes.map_or(&[][..], |(_, scopes)| scopes);
        let request = AuthorizeRequest::new(provider, scopes);
        let (service, world) = (self.service.clone(), self.caller.world.clone());
        let back = move |session: &str| {
            let now = world.lock().clock.true_time();
            let url = service.lock().browser(session, now)?;
            RedirectResult::from_url(&url).ok()
        };
        let total = Duration::from_secs(600);
        let polling = Polling::DEFAULT.total(total);
        let polling = match self.way {
            Way::Redirect => polling.redirects(&back),
            Way::Poll => polling.waits(Duration::from_secs(10), Duration::from_secs(60)),
        };
        // The last question may be asked, and answered, when the time is over; then
        // old tokens are revoked.
        let deadline = Deadline::of(total + TOTAL * 4);
        for _ in 0..ATTEMPTS {
            self.step();
            let client = self.client();
            let ensure = client.ensure_token(&request, polling, |page| {
                let now = self.caller.true_time();
                self.service.lock().open(&page.ath_session_id, now);
            });
            let failed = match self.call("ensure_token", deadline, ensure).await {
                Ok(token) => {
                    if !client.holds(token.access_token.expose()) {
                        self.caller
                            .lost("a token that was given is not the client's");
                    }
                    self.keep();
                    return true;
                }
                Err(failed) => failed,
            };
            if *failed.error.code() == ErrorCode::UserDenied {
                return false;
            }
            if failed.error.kind() != ErrorKind::File {
                self.caller.check("ensure_token", &failed);
            }
        }
        self.caller.never_ends("ensure_token");
        false
    }

    /// Keeps what could not be kept.
    fn kept(&self, warnings: &[Warning]) {
        if warnings.contains(&Warning::NotKept) {
            self.keep();
        }
    }

    /// Mends what keeps it, and keeps it.
    fn keep(&self) {
        let client = self.client();
        if !(0..ATTEMPTS).any(|_| client.keep().is_ok()) {
            self.caller.never_ends("keep");
        }
    }

    /// Asks for something with a token, whatever it takes.
    pub(super) async fn ask(&self, provider: &'static str, path: &str) {
        for _ in 0..ATTEMPTS {
            self.step();
            let client = self.client();
            if !self.knows_where(&client).await {
                return;
            }
            let ask = client.ask(provider, "get", path, None);
            match self.call("ask", Deadline::ONE, ask).await {
                Ok(_) => return,
                Err(failed) if self.renewed(provider, &failed).await => {}
                Err(failed) => self.caller.check("ask", &failed),
            }
        }
        self.caller.never_ends("ask");
    }

    /// A new process has to ask a native service where it is.
    async fn knows_where(&self, client: &Client) -> bool {
        let asks = self.restarts && self.flavour == Flavour::Native;
        !asks
            || self
                .insist("discover", || client.discover())
                .await
                .is_some()
    }

    /// Posts something once.
    pub(super) async fn post(&self, provider: &'static str, text: &str) {
        // The handlers do not bear numbers with a point, nor spaces.
        let body = json!({"text": text, "stars": 5});
        for _ in 0..ATTEMPTS {
            let client = self.client();
            if !self.knows_where(&client).await {
                return;
            }
            let post = client.ask(provider, "post", "/posts", Some(&body));
            let Err(failed) = self.call("post", Deadline::ONE, post).await else {
                return;
            };
            if self.renewed(provider, &failed).await {
                continue;
            }
            self.caller.check("post", &failed);
            if failed.error.may_have_happened() {
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
        let client = self.client();
        let ask = client.ask(provider, "get", "/posts", None);
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
        failed.error.reaction() == Reaction::Authorize && self.obtain(provider).await
    }

    /// Tokens that the implementor takes and the client has, of a provider or
    /// of all.
    fn live_and_held(&self, provider: Option<&str>) -> Vec<String> {
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let live = service.tokens().iter().filter(|token| token.is_live(now));
        let client = self.client();
        let held = live.filter(|token| client.holds(&token.text));
        let of = held.filter(|token| provider.is_none_or(|provider| token.provider == provider));
        of.map(|token| token.text.clone()).collect()
    }

    /// Gives up the tokens of a provider or all, and looks whether they are gone.
    pub(super) async fn revoke(&self, provider: Option<&str>) {
        let held = self.live_and_held(provider);
        for _ in 0..ATTEMPTS {
            self.step();
            let client = self.client();
            let result = match provider {
                Some(provider) => {
                    let revoke = client.revoke_for(provider);
                    self.call("revoke_for", Deadline::ONE, revoke).await
                }
                None => {
                    let each = Deadline::each(2);
                    self.call("revoke", each, client.revoke()).await
                }
            };
            for token in &held {
                if self.lives(token) && !client.holds(token) {
                    self.caller
                        .lost("a token lives on that the client has forgotten");
                }
            }
            match result {
                Ok(()) => return,
                Err(failed) if failed.error.kind() == ErrorKind::File => {}
                Err(failed) => self.caller.check("revoke", &failed),
            }
        }
        self.caller.never_ends("revoke");
    }

    /// Gives up the token of one provider; that of the other stays.
    pub(super) async fn revoke_all_but(&self, provider: &str, other: &str) {
        let others = self.live_and_held(Some(other));
        self.revoke(Some(provider)).await;
        if others.iter().any(|token| !self.client().holds(token)) {
            self.caller.lost("a token of another provider is gone");
        }
    }

    /// What is asked when the journey is over.
    pub(super) fn look_at_end(&self) {
        let client = self.client();
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let credentials = client.credentials();
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
            } else if self.flavour == Flavour::Standalone {
                self.caller.lost("a registration that could be taken away");
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
        // Another process would go on with the same.
        let kept = self.keeping.load().ok().flatten();
        let held = |kept: Option<&tokenmint::client::ath::Credentials>| {
            kept.map(|kept| {
                let tokens = kept.tokens.iter().map(|token| token.access_token.clone());
                let secret = kept.client_secret.expose().to_owned();
                (kept.client_id.clone(), secret, tokens.collect::<Vec<_>>())
            })
        };
        if held(kept.as_ref()) != held(client.kept().as_ref()) {
            self.caller.lost("what is kept is not what the client has");
        }
    }

    fn check_credentials(&self) {
        let credentials = self.client().credentials();
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

    /// Whether the implementor still takes a token.
    fn lives(&self, text: &str) -> bool {
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let mut live = service.tokens().iter().filter(|token| token.is_live(now));
        live.any(|token| token.text == text)
    }

    async fn call<T>(
        &self,
        name: &'static str,
        deadline: Deadline,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Failed<Error>> {
        let client = self.client();
        self.caller.call(name, deadline, &*client, future).await
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
