//! An end user's session: tokens, and what is done with them. See "When a call
//! fails" in `docs/authing.md`.

use std::cell::RefCell;
use std::future::Future;
use std::time::Duration;

use serde_json::Value;
use tokenmint::client::authing::authentication::SignInByEmailPassword;
use tokenmint::client::authing::{BuildAuthorizeUrl, SignInOptions, TokenSet};
use tokenmint::http::{Error, ErrorKind};

use super::face::UserClient;
use super::keys::HOSTED_NONCE;
use super::service::{Authing, EMAIL, PASSWORD};
use crate::caller::{ATTEMPTS, Caller, Failed};
use crate::double::Shared;
use crate::gaps;
use crate::violation::Invariant;
use crate::watch::{self, Deadline};

/// After ten seconds a server of keys that did not answer is asked again.
const KEYS_AGE: Duration = Duration::from_secs(11);

/// What a user has of a sign-in.
#[derive(Clone)]
struct Held {
    access: String,
    refresh: String,
    id_token: String,
}

/// Somebody who signs in.
pub(super) struct User<'a> {
    pub(super) caller: Caller<'a>,
    service: &'a Shared<Authing>,
    pub(super) client: &'a UserClient,
    held: RefCell<Option<Held>>,
}

impl<'a> User<'a> {
    pub(super) const fn new(
        caller: Caller<'a>,
        service: &'a Shared<Authing>,
        client: &'a UserClient,
    ) -> Self {
        Self {
            caller,
            service,
            client,
            held: RefCell::new(None),
        }
    }

    pub(super) async fn sign_in(&self) -> bool {
        let options = SignInOptions::new().scope("openid profile offline_access");
        let request = SignInByEmailPassword::new(EMAIL, PASSWORD).options(options);
        let sign_in = || self.client.sign_in(&request);
        let Some(tokens) = self.insist("sign_in", Deadline::ONE, sign_in).await else {
            return false;
        };
        let text = |name: &str| tokens.get(name).and_then(Value::as_str).map(str::to_owned);
        let texts = (
            text("access_token"),
            text("refresh_token"),
            text("id_token"),
        );
        self.take(texts);
        true
    }

    /// Signs in at the service's own page.
    pub(super) async fn hosted_login(&self) -> bool {
        let request = BuildAuthorizeUrl::new()
            .scope("openid profile offline_access")
            .nonce(HOSTED_NONCE);
        let mut under_way = None;
        for _ in 0..ATTEMPTS {
            let (pending, callback) = match under_way.take() {
                Some(login) => login,
                None => match self.client.begin(&request) {
                    Ok(pending) => {
                        let callback = self.service.lock().sign_in_at(pending.url());
                        (pending, callback)
                    }
                    Err(error) => {
                        self.caller
                            .lost(&format!("a login does not begin: {error}"));
                        return false;
                    }
                },
            };
            // One deadline for the code, and one for the keys.
            let finish = self.client.finish(&pending, &callback);
            let failed = match self.call("finish", Deadline::each(2), finish).await {
                Ok(tokens) => {
                    self.take_set(&tokens);
                    return true;
                }
                Err(failed) => failed,
            };
            self.caller.check("finish", &failed);
            self.caller.world.lock().clock.set_wrong(0);
            if pending.is_exchanged() {
                self.caller.wait(KEYS_AGE).await;
                under_way = Some((pending, callback));
            }
        }
        self.caller.never_ends("finish");
        false
    }

    fn take_set(&self, tokens: &TokenSet) {
        let text = |text: Option<&str>| text.map(str::to_owned);
        self.take((
            text(tokens.access_token().ok()),
            text(tokens.refresh_token()),
            text(tokens.id_token()),
        ));
    }

    fn take(&self, texts: (Option<String>, Option<String>, Option<String>)) {
        let (Some(access), Some(refresh), Some(id_token)) = texts else {
            return self.caller.lost("a success has no tokens in it");
        };
        self.client.set_access_token(&access);
        *self.held.borrow_mut() = Some(Held {
            access,
            refresh,
            id_token,
        });
    }

    /// Other tokens; by signing in again when the refresh token is used up.
    pub(super) async fn refresh(&self) -> bool {
        for attempt in 0..ATTEMPTS {
            let Some(held) = self.held.borrow().clone() else {
                return false;
            };
            let refresh = self.client.refresh(&held.refresh);
            let failed = match self.call("refresh", Deadline::ONE, refresh).await {
                Ok(tokens) => {
                    self.take_set(&tokens);
                    return true;
                }
                Err(failed) => failed,
            };
            let used = {
                let service = self.service.lock();
                let mut grants = service.grants().iter();
                grants.any(|grant| grant.refresh == held.refresh && grant.refresh_used)
            };
            if !used {
                self.caller.check("refresh", &failed);
            } else if failed.error.code() == Some("invalid_grant") {
                // The client has asked again by itself, unless time was over.
                if attempt > 0 {
                    self.caller.gap(gaps::LOST_REFRESH);
                }
                return self.sign_in().await;
            }
        }
        self.caller.never_ends("refresh");
        false
    }

    pub(super) async fn profile(&self) {
        for _ in 0..ATTEMPTS {
            match self
                .call("get_profile", Deadline::ONE, self.client.profile())
                .await
            {
                Ok(_) => return,
                Err(failed) if self.renewed(&failed).await => {}
                Err(failed) => self.caller.check("get_profile", &failed),
            }
        }
        self.caller.never_ends("get_profile");
    }

    pub(super) async fn update_profile(&self, nickname: &str) {
        for _ in 0..ATTEMPTS {
            let update = self.client.update_profile(nickname);
            match self.call("update_profile", Deadline::ONE, update).await {
                Ok(_) => break,
                Err(failed) if self.renewed(&failed).await => {}
                Err(failed) => self.caller.check("update_profile", &failed),
            }
        }
        if self.service.lock().nickname != nickname {
            self.caller.lost("a profile was updated, and is not");
        }
    }

    /// Checks the ID token without asking the service about it.
    pub(super) async fn verify(&self) {
        let Some(held) = self.held.borrow().clone() else {
            return;
        };
        for _ in 0..ATTEMPTS {
            let verify = self.client.verify(&held.id_token);
            let Err(failed) = self.call("verify_id_token", Deadline::ONE, verify).await else {
                return;
            };
            // A failed fetch is remembered; a token that is refused is not.
            let later = failed.error.kind() != ErrorKind::TokenRefused;
            // A clock that is wrong refuses good tokens, until somebody looks at it.
            let was_right = {
                let clock = &mut self.caller.world.lock().clock;
                let was_right = clock.is_right();
                clock.set_wrong(0);
                was_right
            };
            if was_right {
                self.caller.check("verify_id_token", &failed);
            }
            if later {
                self.caller.wait(KEYS_AGE).await;
            }
        }
        self.caller.never_ends("verify_id_token");
    }

    pub(super) async fn introspect(&self) {
        let Some(held) = self.held.borrow().clone() else {
            return;
        };
        let introspect = || self.client.introspect(&held.access);
        self.insist("introspect_token", Deadline::ONE, introspect)
            .await;
    }

    /// Gives up both tokens, and looks whether they are gone.
    pub(super) async fn sign_out(&self) {
        let Some(held) = self.held.borrow_mut().take() else {
            return;
        };
        for token in [&held.refresh, &held.access] {
            let revoke = || self.client.revoke(token);
            self.insist("revoke_token", Deadline::ONE, revoke).await;
        }
        let (service, now) = (self.service.lock(), self.caller.true_time());
        let mut grants = service.grants().iter();
        let lives = |grant: &super::Grant| !grant.refresh_used || grant.is_live(now);
        if grants.any(|grant| grant.access == held.access && lives(grant)) {
            self.caller.lost("a token was revoked, and lives on");
        }
    }

    pub(super) async fn wait(&self, duration: Duration) {
        self.caller.wait(duration).await;
    }

    /// What is asked when the journey is over.
    pub(super) fn look_at_end(&self) {
        let service = self.service.lock();
        // A refresh leaves the access token before it to its end.
        for grant in service.grants().iter().filter(|grant| !grant.refresh_used) {
            let mut state = self.caller.world.lock();
            let signed_in = state.was_delivered("signed in", &grant.id);
            if signed_in || state.was_delivered("refreshed", &grant.id) {
                let text = format!("the refresh token of grant {} lives on", grant.id);
                state.violated(Invariant::NothingLost, text);
            } else {
                state.gaps.insert(gaps::LOST_SIGN_IN);
            }
        }
        let mut state = self.caller.world.lock();
        if state.faults.count() == 0 {
            watch::texts(&mut state, &format!("{:?}", self.client));
        }
    }

    /// Whether there is a new access token in place of one that has ended.
    pub(super) async fn renewed(&self, failed: &Failed<Error>) -> bool {
        let now = self.caller.true_time();
        let live = {
            let held = self.held.borrow();
            let access = held.as_ref().map(|held| held.access.as_str());
            let service = self.service.lock();
            let mut grants = service.grants().iter();
            grants.any(|grant| Some(grant.access.as_str()) == access && grant.is_live(now))
        };
        let error = &failed.error;
        let refused = error.code() == Some("2020") || error.status() == Some(401);
        refused && !live && self.refresh().await
    }

    pub(super) async fn call<T>(
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
        deadline: Deadline,
        call: impl Fn() -> F,
    ) -> Option<T> {
        for _ in 0..ATTEMPTS {
            match self.call(name, deadline, call()).await {
                Ok(value) => return Some(value),
                Err(failed) => self.caller.check(name, &failed),
            }
        }
        self.caller.never_ends(name);
        None
    }
}
