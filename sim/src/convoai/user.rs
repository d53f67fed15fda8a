//! Somebody with a session who does what the documentation says when a call
//! fails. (See "When a call fails" in `docs/convoai.md`.)

use std::future::Future;
use std::time::Duration;

use tokenmint::client::convoai::types::agents::Speak;
use tokenmint::http::{Error, ErrorKind};

use super::face::{Client, Session};
use crate::convoai::Leaving;
use crate::executor::{Sleep, within};
use crate::gaps;
use crate::invariant::{self, Deadline, Invariant};
use crate::world::{Call, World};

/// More attempts than any schedule has faults.
const ATTEMPTS: usize = 40;

/// A domain is looked up again after 30 s.
const LOOKUP_AGE: Duration = Duration::from_secs(31);

/// A user with one session, on a task of its own.
pub(super) struct User<'a> {
    pub(super) world: &'a World,
    pub(super) task: usize,
    pub(super) client: &'a Client,
    pub(super) session: Session,
    pub(super) channel: String,
    /// Whether the name is the user's, so that it stays the same.
    pub(super) named: bool,
    /// After this time a future is dropped; the blocking client has none.
    pub(super) patience: Option<Duration>,
}

/// A call that failed.
struct Failed {
    error: Error,
    /// No fault was there any more.
    clean: bool,
}

impl User<'_> {
    /// Starts the session, whatever it takes. Whether it runs.
    pub(super) async fn start(&self) -> bool {
        for _ in 0..ATTEMPTS {
            let Err(failed) = self
                .call("start", Deadline::One, self.session.start())
                .await
            else {
                return true;
            };
            if let Some(agent_id) = running_agent(&failed.error) {
                self.gap(gaps::LOST_START);
                self.stop_agent(&agent_id).await;
                continue;
            }
            self.recover("start", &failed).await;
            if !self.named && may_be_done(&failed.error) {
                self.gap(gaps::LOST_START_UNNAMED);
                self.clear_channel().await;
            }
        }
        self.never_ends("start")
    }

    /// Tries to start once; after a failure nothing may run.
    pub(super) async fn start_or_leave_it(&self) -> bool {
        let Err(failed) = self
            .call("start", Deadline::One, self.session.start())
            .await
        else {
            return true;
        };
        if failed.clean {
            self.recover("start", &failed).await;
        }
        if may_be_done(&failed.error) {
            self.gap(gaps::LOST_START);
            self.clear_channel().await;
        }
        false
    }

    /// Stops the session, whatever it takes.
    pub(super) async fn stop(&self) {
        self.insist("stop", Deadline::One, || self.session.stop())
            .await;
    }

    /// Has something said, once.
    pub(super) async fn say(&self, text: &str) {
        for _ in 0..ATTEMPTS {
            let what = Speak::text_of(text);
            let said = self.call("say", Deadline::Renews, self.session.say(&what));
            let Err(failed) = said.await else {
                return;
            };
            if self.is_gone(&failed.error) {
                self.gap(gaps::GONE);
                self.stop().await;
                if !self.start().await {
                    return;
                }
                continue;
            }
            self.recover("say", &failed).await;
            if may_be_done(&failed.error) {
                return self.gap(gaps::LOST_SAY);
            }
        }
        self.never_ends("say");
    }

    /// Asks what the agent does and what was said.
    pub(super) async fn ask(&self) {
        self.insist("info", Deadline::Renews, || self.session.info())
            .await;
        let history = || self.session.history();
        self.insist_unless_gone("history", Deadline::Renews, history)
            .await;
    }

    /// Renews the join token.
    pub(super) async fn renew(&self) {
        let renew = || self.session.renew_token();
        self.insist_unless_gone("renew_token", Deadline::One, renew)
            .await;
    }

    /// Lets time pass.
    pub(super) async fn wait(&self, duration: Duration) {
        Sleep::new(self.world.clone(), duration).await;
    }

    async fn stop_agent(&self, agent_id: &str) {
        let stop = || self.client.stop_agent(agent_id);
        self.insist("stop_agent", Deadline::One, stop).await;
    }

    /// Stops whatever runs in the channel.
    async fn clear_channel(&self) {
        let list = || self.client.running(&self.channel);
        let found = self.insist("list", Deadline::Each(3), list).await;
        for agent_id in found.unwrap_or_default() {
            self.stop_agent(&agent_id).await;
        }
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
                Err(failed) => self.recover(name, &failed).await,
            }
        }
        self.never_ends(name);
        None
    }

    async fn insist_unless_gone<T, F: Future<Output = Result<T, Error>>>(
        &self,
        name: &'static str,
        deadline: Deadline,
        call: impl Fn() -> F,
    ) {
        for _ in 0..ATTEMPTS {
            match self.call(name, deadline, call()).await {
                Err(failed) if self.is_gone(&failed.error) => return self.gap(gaps::GONE),
                Err(failed) => self.recover(name, &failed).await,
                Ok(_) => return,
            }
        }
        self.never_ends(name);
    }

    /// One call of the user, written down and looked at.
    async fn call<T>(
        &self,
        name: &'static str,
        deadline: Deadline,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Failed> {
        let (number, began, clean) = {
            let mut state = self.world.lock();
            let (number, began) = (state.calls.len(), state.clock.monotonic());
            state.calls.push(Call {
                name,
                began,
                outcome: None,
            });
            state.current[self.task] = Some(number);
            let over = state.faults.are_over(state.exchanges.len());
            let clean = over && state.clock.is_right();
            (number, began, clean)
        };
        let result = match self.patience {
            None => future.await,
            Some(patience) => {
                let given_up = || Err(Error::with_message(ErrorKind::Timeout, "given up"));
                let result = within(self.world, patience, future).await;
                result.unwrap_or_else(given_up)
            }
        };
        let mut state = self.world.lock();
        let took = state.clock.monotonic().saturating_sub(began);
        invariant::look_at_time(&mut state, name, took, deadline);
        let outcome = match &result {
            Ok(_) => "ok".to_owned(),
            Err(error) => {
                invariant::look_at_error(&mut state, error);
                invariant::look_for_secrets(&mut state, &format!("{:?}", self.session));
                error.to_string()
            }
        };
        state.calls[number].outcome = Some(outcome);
        drop(state);
        result.map_err(|error| Failed { error, clean })
    }

    /// What a user does before another attempt, which has to succeed once
    /// faults are over.
    async fn recover(&self, name: &str, failed: &Failed) {
        if failed.error.kind() == ErrorKind::Resolve {
            let url = self.client.pool().current_url();
            let down = self.world.lock().domain_down.clone();
            if down.is_some_and(|domain| url.contains(&domain)) {
                self.gap(gaps::DOMAIN);
                self.wait(LOOKUP_AGE).await;
            } else if failed.clean {
                self.not_completed(name, &failed.error);
            }
            // Without an answer the call that follows fails as well, and says so.
            let _ = self.client.pool().select_best_domain();
        } else if failed.clean {
            self.not_completed(name, &failed.error);
        }
    }

    fn not_completed(&self, name: &str, error: &Error) {
        let text = format!("{name} failed after all faults: {error}");
        self.world.lock().violated(Invariant::OneMoreCall, text);
    }

    fn never_ends(&self, name: &str) -> bool {
        let text = format!("{name} does not succeed");
        self.world.lock().violated(Invariant::Ends, text);
        false
    }

    /// Whether the agent left by itself.
    fn is_gone(&self, error: &Error) -> bool {
        if error.status() != Some(404) {
            return false;
        }
        let id = self.session.id().unwrap_or_default();
        let state = self.world.lock();
        let mut agents = state.service.agents().iter();
        agents
            .find(|agent| agent.id == id)
            .and_then(|agent| agent.left)
            .is_some_and(|(_, why)| why != Leaving::Asked)
    }

    fn gap(&self, name: &'static str) {
        self.world.lock().gaps.insert(name);
    }
}

/// The agent that has the name already, in either form of the answer.
fn running_agent(error: &Error) -> Option<String> {
    if error.status() != Some(409) {
        return None;
    }
    let body = error.body_json()?;
    let id = body.get("agent_id").or_else(|| body.get("taskId"))?;
    id.as_str().map(str::to_owned)
}

/// Whether the service may have done it all the same.
fn may_be_done(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Resolve | ErrorKind::Connect | ErrorKind::Redirect | ErrorKind::State => false,
        ErrorKind::Status => !matches!(error.status(), Some(400..=499)),
        _ => true,
    }
}
