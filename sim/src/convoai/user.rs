//! Somebody with a session who does what the documentation says when a call
//! fails. (See "When a call fails" in `docs/convoai.md`.)

use std::future::Future;
use std::time::Duration;

use tokenmint::client::convoai::types::agents::Speak;
use tokenmint::http::{Error, ErrorKind};

use super::agent::Leaving;
use super::face::{Client, Session};
use super::service::ConvoAi;
use crate::caller::{ATTEMPTS, Caller, Failed, may_be_done};
use crate::double::Shared;
use crate::gaps;
use crate::watch::Deadline;

/// A domain is looked up again after 30 s.
const LOOKUP_AGE: Duration = Duration::from_secs(31);

/// A call that may renew the join token first.
fn renews() -> Deadline {
    Deadline::one_or_gap(gaps::TWO_DEADLINES)
}

/// A user with one session, on a task of its own.
pub(super) struct User<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) service: &'a Shared<ConvoAi>,
    pub(super) client: &'a Client,
    pub(super) session: Session,
    pub(super) channel: String,
    /// Whether the name is the user's, so that it stays the same.
    pub(super) named: bool,
}

impl User<'_> {
    /// Starts the session, whatever it takes. Whether it runs.
    pub(super) async fn start(&self) -> bool {
        for _ in 0..ATTEMPTS {
            let Err(failed) = self
                .call("start", Deadline::ONE, self.session.start())
                .await
            else {
                return true;
            };
            if let Some(agent_id) = running_agent(&failed.error) {
                self.caller.gap(gaps::LOST_START);
                self.stop_agent(&agent_id).await;
                continue;
            }
            self.recover("start", &failed).await;
            if !self.named && may_be_done(failed.error.kind(), failed.error.status()) {
                self.caller.gap(gaps::LOST_START_UNNAMED);
                self.clear_channel().await;
            }
        }
        self.caller.never_ends("start");
        false
    }

    /// Tries to start once; after a failure nothing may run.
    pub(super) async fn start_or_leave_it(&self) -> bool {
        let Err(failed) = self
            .call("start", Deadline::ONE, self.session.start())
            .await
        else {
            return true;
        };
        if failed.clean {
            self.recover("start", &failed).await;
        }
        if may_be_done(failed.error.kind(), failed.error.status()) {
            self.caller.gap(gaps::LOST_START);
            self.clear_channel().await;
        }
        false
    }

    /// Stops the session, whatever it takes.
    pub(super) async fn stop(&self) {
        self.insist("stop", Deadline::ONE, || self.session.stop())
            .await;
    }

    /// Has something said, once.
    pub(super) async fn say(&self, text: &str) {
        for _ in 0..ATTEMPTS {
            let what = Speak::text_of(text);
            let said = self.call("say", renews(), self.session.say(&what));
            let Err(failed) = said.await else {
                return;
            };
            if self.is_gone(&failed.error) {
                self.caller.gap(gaps::GONE);
                self.stop().await;
                if !self.start().await {
                    return;
                }
                continue;
            }
            self.recover("say", &failed).await;
            if may_be_done(failed.error.kind(), failed.error.status()) {
                return self.caller.gap(gaps::LOST_SAY);
            }
        }
        self.caller.never_ends("say");
    }

    /// Asks what the agent does and what was said.
    pub(super) async fn ask(&self) {
        self.insist("info", renews(), || self.session.info()).await;
        let history = || self.session.history();
        self.insist_unless_gone("history", renews(), history).await;
    }

    /// Renews the join token.
    pub(super) async fn renew(&self) {
        let renew = || self.session.renew_token();
        self.insist_unless_gone("renew_token", Deadline::ONE, renew)
            .await;
    }

    async fn stop_agent(&self, agent_id: &str) {
        let stop = || self.client.stop_agent(agent_id);
        self.insist("stop_agent", Deadline::ONE, stop).await;
    }

    /// Stops whatever runs in the channel.
    async fn clear_channel(&self) {
        let list = || self.client.running(&self.channel);
        let found = self.insist("list", Deadline::each(3), list).await;
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
        self.caller.never_ends(name);
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
                Err(failed) if self.is_gone(&failed.error) => return self.caller.gap(gaps::GONE),
                Err(failed) => self.recover(name, &failed).await,
                Ok(_) => return,
            }
        }
        self.caller.never_ends(name);
    }

    async fn call<T>(
        &self,
        name: &'static str,
        deadline: Deadline,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Failed<Error>> {
        self.caller
            .call(name, deadline, &self.session, future)
            .await
    }

    /// What a user does before another attempt, which has to succeed once
    /// faults are over.
    async fn recover(&self, name: &str, failed: &Failed<Error>) {
        if failed.error.kind() != ErrorKind::Resolve {
            return self.caller.check(name, failed);
        }
        let url = self.client.pool().current_url();
        let down = self.caller.world.lock().outages.domain.clone();
        if down.is_some_and(|domain| url.contains(&domain)) {
            self.caller.gap(gaps::DOMAIN);
            self.caller.wait(LOOKUP_AGE).await;
        } else {
            self.caller.check(name, failed);
        }
        // Without an answer the call that follows fails as well, and says so.
        let _ = self.client.pool().select_best_domain();
    }

    /// Whether the agent left by itself.
    fn is_gone(&self, error: &Error) -> bool {
        if error.status() != Some(404) {
            return false;
        }
        let id = self.session.id().unwrap_or_default();
        let service = self.service.lock();
        let mut agents = service.agents().iter();
        agents
            .find(|agent| agent.id == id)
            .and_then(|agent| agent.left)
            .is_some_and(|(_, why)| why != Leaving::Asked)
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
