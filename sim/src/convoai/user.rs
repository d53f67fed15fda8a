//! Somebody with a session who does what the documentation says when a call
//! fails. (See "When a call fails" in `docs/convoai.md`.)

use std::future::Future;

use tokenmint::client::convoai::SessionStatus;
use tokenmint::client::convoai::types::agents::Speak;
use tokenmint::http::{Error, ErrorKind};

use super::agent::Leaving;
use super::face::{Client, Session};
use super::service::ConvoAi;
use crate::caller::{ATTEMPTS, Caller, Failed};
use crate::double::Shared;
use crate::violation::Invariant;
use crate::watch::Deadline;

/// A user with one session, on a task of its own.
pub(super) struct User<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) service: &'a Shared<ConvoAi>,
    pub(super) client: &'a Client,
    pub(super) session: Session,
    pub(super) channel: String,
}

/// What somebody does when a text may have been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsure {
    /// Leaves it: at most once.
    GoOn,
    /// Says it again: at least once.
    Again,
}

impl User<'_> {
    /// Starts the session, whatever it takes. Whether it runs.
    pub(super) async fn start(&self) -> bool {
        self.insist("start", || self.session.start())
            .await
            .is_some()
    }

    /// Tries to start once; after a failure nothing may run.
    pub(super) async fn start_or_leave_it(&self) -> bool {
        let Err(failed) = self.call("start", self.session.start()).await else {
            return true;
        };
        self.caller.check("start", &failed);
        self.stop().await;
        false
    }

    /// Stops the session, whatever it takes. That there is nothing to stop is
    /// said by the kind of the error.
    pub(super) async fn stop(&self) {
        for _ in 0..ATTEMPTS {
            match self.call("stop", self.session.stop()).await {
                Ok(()) => return,
                Err(failed) if failed.error.kind() == ErrorKind::State => return,
                Err(failed) => self.caller.check("stop", &failed),
            }
        }
        self.caller.never_ends("stop");
    }

    /// Has something said.
    pub(super) async fn say(&self, text: &str, unsure: Unsure) {
        for _ in 0..ATTEMPTS {
            if self.session.status() == SessionStatus::Left && !self.start().await {
                return;
            }
            let what = Speak::text_of(text);
            let Err(failed) = self.call("say", self.session.say(&what)).await else {
                return self.was_said(text, unsure);
            };
            if self.has_left() {
                continue;
            }
            self.caller.check("say", &failed);
            if unsure == Unsure::GoOn && self.may_have_happened(&failed.error) {
                return self.was_said(text, unsure);
            }
        }
        self.caller.never_ends("say");
    }

    /// Asks what the agent does and what was said.
    pub(super) async fn ask(&self) {
        self.insist("info", || self.session.info()).await;
        self.insist_unless_left("history", || self.session.history())
            .await;
    }

    /// Renews the join token.
    pub(super) async fn renew(&self) {
        self.insist_unless_left("renew_token", || self.session.renew_token())
            .await;
    }

    /// Starts although the name is taken, which is an error each time; stops the
    /// agent that has it.
    pub(super) async fn start_over(&self, taken_by: &str) {
        let mut stopped = Vec::new();
        for _ in 0..ATTEMPTS {
            let Err(failed) = self.call("start", self.session.start()).await else {
                if stopped.first().is_none_or(|first| first != taken_by) {
                    self.caller.lost("a name is taken twice");
                }
                return;
            };
            let Some(agent_id) = failed.error.running_agent_id() else {
                self.caller.check("start", &failed);
                continue;
            };
            self.insist("stop_agent", || self.client.stop_agent(&agent_id))
                .await;
            stopped.push(agent_id);
        }
        self.caller.never_ends("start");
    }

    /// The agents in the channel.
    pub(super) async fn find(&self) -> Vec<String> {
        let find = || self.client.find_agents(&self.channel);
        self.insist("find_agents", find).await.unwrap_or_default()
    }

    async fn insist<T, F: Future<Output = Result<T, Error>>>(
        &self,
        name: &'static str,
        call: impl Fn() -> F,
    ) -> Option<T> {
        for _ in 0..ATTEMPTS {
            match self.call(name, call()).await {
                Ok(value) => return Some(value),
                Err(failed) => self.caller.check(name, &failed),
            }
        }
        self.caller.never_ends(name);
        None
    }

    async fn insist_unless_left<T, F: Future<Output = Result<T, Error>>>(
        &self,
        name: &'static str,
        call: impl Fn() -> F,
    ) {
        for _ in 0..ATTEMPTS {
            if self.session.status() == SessionStatus::Left {
                return;
            }
            match self.call(name, call()).await {
                Ok(_) => return,
                Err(_) if self.has_left() => return,
                Err(failed) => self.caller.check(name, &failed),
            }
        }
        self.caller.never_ends(name);
    }

    async fn call<T>(
        &self,
        name: &'static str,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Failed<Error>> {
        let result = self
            .caller
            .call(name, Deadline::ONE, &self.session, future)
            .await;
        if let Err(failed) = &result {
            self.is_told_the_truth(&failed.error);
        }
        result
    }

    /// An error that says that nothing happened must not be wrong.
    fn is_told_the_truth(&self, error: &Error) {
        if self.may_have_happened(error) {
            return;
        }
        let mut state = self.caller.world.lock();
        let call = state.current[self.caller.task];
        let mut exchanges = state.exchanges.iter();
        let done = exchanges.find_map(|exchange| {
            let effect = exchange.effect.as_ref().filter(|effect| effect.once)?;
            (exchange.call == call).then(|| effect.to_string())
        });
        if let Some(done) = done {
            let text = format!("the service {done}, and the error says that nothing happened");
            state.violated(Invariant::NothingLost, text);
        }
    }

    /// Who gives up knows nothing.
    fn may_have_happened(&self, error: &Error) -> bool {
        self.caller.patience.is_some() || error.may_have_happened()
    }

    /// Whether the session says that its agent has left, which has to be so.
    fn has_left(&self) -> bool {
        if self.session.status() != SessionStatus::Left {
            return false;
        }
        let id = self.session.id().unwrap_or_default();
        let service = self.service.lock();
        let mut agents = service.agents().iter();
        let left = agents.find(|agent| agent.id == id).and_then(|it| it.left);
        drop(service);
        if !left.is_some_and(|(_, why)| why != Leaving::Asked) {
            self.caller
                .lost("an agent is said to have left that has not");
        }
        true
    }

    fn was_said(&self, text: &str, unsure: Unsure) {
        let service = self.service.lock();
        let here = service.agents().iter();
        let here = here.filter(|agent| agent.channel == self.channel);
        let times = here.flat_map(|agent| &agent.said);
        let times = times.filter(|said| *said == text).count();
        drop(service);
        match unsure {
            Unsure::GoOn if times > 1 => self.caller.lost("a text was said twice"),
            Unsure::Again if times == 0 => self.caller.lost("a text was not said"),
            _ => {}
        }
    }
}
