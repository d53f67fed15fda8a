//! The states of a session, and the operation that each step sends. Knows
//! nothing of waiting.

use core::time::Duration;
use std::boxed::Box;
use std::format;
use std::string::{String, ToString};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::vec::Vec;

use super::event::{Event, Handlers};
use super::join_token::JoinToken;
use super::{OnConflict, SessionOptions, SessionStatus};
use crate::client::convoai::agent::Seat;
use crate::client::convoai::calls::agents;
use crate::client::convoai::names::unique_name;
use crate::client::convoai::shared::Core;
use crate::client::convoai::types::agents::{Properties, StartedAgent, UpdateProperties};
use crate::client::convoai::{Agent, Area, Lifetime, Operation, Subject};
use crate::http::{Error, ErrorKind};

/// Between two looks at the clock while waiting for a renewal: a machine may
/// sleep in between.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Between two attempts to renew a token.
const RENEWAL_PAUSE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(super) struct Session {
    pub(super) agent: Agent,
    pub(super) options: SessionOptions,
    pub(super) handlers: Handlers,
    state: Mutex<State>,
}

#[derive(Debug)]
pub(super) struct State {
    pub(super) status: SessionStatus,
    pub(super) agent_id: Option<String>,
    /// That agent was started and not stopped.
    pub(super) live: bool,
    /// An agent with the name of the session may run whose id nobody knows.
    pub(super) lost: bool,
    pub(super) token: Option<JoinToken>,
    /// By the monotonic clock: no call renews the token before.
    renewal_pause_ends: Option<Duration>,
    /// The name, once it was needed.
    name: Option<String>,
    warnings: Vec<String>,
}

impl State {
    /// Whether this agent is the one that runs.
    fn runs(&self, agent_id: &str) -> bool {
        self.status == SessionStatus::Running && self.agent_id.as_deref() == Some(agent_id)
    }

    fn pause_renewals(&mut self, core: &Core) {
        let now = core.environment.monotonic();
        self.renewal_pause_ends = Some(now.saturating_add(RENEWAL_PAUSE));
    }
}

/// What a renewal has to do now.
pub(super) enum Renewal {
    Send(Box<Operation<StartedAgent>>, JoinToken),
    Wait(Duration),
    Over,
}

/// A start with what is known once it succeeds.
pub(super) struct Start {
    pub(super) operation: Operation<StartedAgent>,
    pub(super) token: Option<JoinToken>,
}

impl Session {
    pub(super) fn new(agent: Agent, options: SessionOptions) -> Self {
        Self {
            agent,
            options,
            handlers: Handlers::default(),
            state: Mutex::new(State {
                status: SessionStatus::Idle,
                agent_id: None,
                live: false,
                lost: false,
                token: None,
                renewal_pause_ends: None,
                name: None,
                warnings: Vec::new(),
            }),
        }
    }

    pub(super) fn status(&self) -> SessionStatus {
        self.state().status
    }

    pub(super) fn agent_id(&self) -> Option<String> {
        self.state().agent_id.clone()
    }

    pub(super) fn warnings(&self) -> Vec<String> {
        self.state().warnings.clone()
    }

    pub(super) fn token_ends(&self) -> Option<Duration> {
        self.state().token.map(|token| token.ends())
    }

    /// A start is on its way: until it is answered an agent may run of which
    /// nobody knows. Whether one may have run before.
    pub(super) fn start_sent(&self) -> bool {
        core::mem::replace(&mut self.state().lost, true)
    }

    /// It was answered, or not.
    pub(super) fn start_ended(&self, before: bool, result: &Result<StartedAgent, Error>) {
        self.state().lost = match result {
            // The name is taken now by the agent whose id is known.
            Ok(_) => false,
            Err(error) => before || (error.may_have_happened() && !could_not_start(error)),
        };
    }

    /// What to do about an agent that has the name already.
    pub(super) fn on_conflict(&self) -> OnConflict {
        match self.options.on_conflict {
            OnConflict::Resume if self.state().lost => OnConflict::Adopt,
            OnConflict::Resume => OnConflict::Fail,
            policy => policy,
        }
    }

    /// An operation on the running agent.
    pub(super) fn on_running<T>(
        &self,
        what: &str,
        operation: impl FnOnce(&str) -> Operation<T>,
    ) -> Result<Operation<T>, Error> {
        let state = self.state();
        let agent_id = match &state.agent_id {
            Some(agent_id) if state.status == SessionStatus::Running => agent_id.clone(),
            _ => return Err(wrong_state(what, &state)),
        };
        drop(state);
        self.own(operation(&agent_id))
    }

    /// An operation on the agent, whatever it does.
    pub(super) fn on_known<T>(
        &self,
        operation: impl FnOnce(&str) -> Operation<T>,
    ) -> Result<Operation<T>, Error> {
        let agent_id = self
            .agent_id()
            .ok_or_else(|| Error::with_message(ErrorKind::State, "no agent id is known"))?;
        self.own(operation(&agent_id))
    }

    /// Notices when this agent has left by itself.
    pub(super) fn notice<T>(&self, agent_id: &str, result: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &result {
            self.notice_error(agent_id, error);
        }
        result
    }

    fn notice_error(&self, agent_id: &str, error: &Error) {
        let is_gone = matches!(error.status(), Some(404 | 410))
            && error.code().is_none_or(|code| code == "TaskNotFound");
        let mut state = self.state();
        if !is_gone || !state.runs(agent_id) {
            return;
        }
        state.status = SessionStatus::Left;
        state.token = None;
        drop(state);
        self.handlers.emit(&Event::Left { agent_id });
    }

    /// A renewal of the join token.
    pub(super) fn renewal(
        &self,
        core: &Core,
    ) -> Result<(Operation<StartedAgent>, JoinToken), Error> {
        let (text, token) = self.mint(core, &self.options.agent_uid)?;
        let update = UpdateProperties::new().token(text.as_str());
        let operation = self.on_running("renew the token", |agent_id| {
            agents::update(agent_id, &update)
        })?;
        Ok((operation, token))
    }

    /// A renewal when a call is about to be made, the options ask for it and it
    /// is due. One that cannot be made is told.
    pub(super) fn renewal_before_call(
        &self,
        core: &Core,
    ) -> Option<(Operation<StartedAgent>, JoinToken)> {
        let state = self.state();
        let token = state.token?;
        let pauses = state.renewal_pause_ends;
        let pauses = pauses.is_some_and(|end| core.environment.monotonic() < end);
        let wanted = self.options.renew_tokens && state.status == SessionStatus::Running;
        drop(state);
        if !wanted || pauses || !token.due_in(&*core.environment).is_zero() {
            return None;
        }
        let renewal = self.renewal(core);
        renewal
            .inspect_err(|error| self.renewal_not_made(core, error))
            .ok()
    }

    /// What to do now for a token that is kept fresh.
    pub(super) fn next_renewal(&self, core: &Core) -> Result<Renewal, Error> {
        let state = self.state();
        let token = state
            .token
            .filter(|_| state.status == SessionStatus::Running);
        drop(state);
        let Some(token) = token else {
            return Ok(Renewal::Over);
        };
        match token.due_in(&*core.environment) {
            Duration::ZERO => {
                let (operation, token) = self.renewal(core)?;
                Ok(Renewal::Send(Box::new(operation), token))
            }
            wait => Ok(Renewal::Wait(wait.min(LONGEST_WAIT))),
        }
    }

    /// What became of a renewal. The session may have another agent by now,
    /// which it says nothing about.
    pub(super) fn renewal_ended(
        &self,
        core: &Core,
        operation: &Operation<StartedAgent>,
        token: JoinToken,
        result: Result<StartedAgent, Error>,
    ) -> Result<(), Error> {
        let agent_id = operation.agent_id().unwrap_or_default();
        let mut state = self.state();
        if state.runs(agent_id) {
            match &result {
                Ok(_) => (state.token, state.renewal_pause_ends) = (Some(token), None),
                Err(_) => state.pause_renewals(core),
            }
        }
        drop(state);
        match &result {
            Ok(_) => self.handlers.emit(&Event::TokenRenewed),
            Err(error) => self.handlers.emit(&Event::RenewalFailed(error)),
        }
        self.notice(agent_id, result).map(drop)
    }

    /// Tells that there is nothing to send, and lets some time pass until calls
    /// try again.
    pub(super) fn renewal_not_made(&self, core: &Core, error: &Error) {
        self.state().pause_renewals(core);
        self.handlers.emit(&Event::RenewalFailed(error));
    }

    /// How long to wait after a renewal that failed; nothing when the token has
    /// ended, so that no other attempt can help.
    pub(super) fn pause_after_failure(&self, core: &Core) -> Option<Duration> {
        let state = self.state();
        let has_ended = |token: &JoinToken| token.has_ended(&*core.environment);
        let ends =
            state.status != SessionStatus::Running || state.token.as_ref().is_none_or(has_ended);
        (!ends).then_some(RENEWAL_PAUSE)
    }

    pub(super) fn warn(&self, text: String) {
        self.handlers.emit(&Event::Warning(&text));
        self.state().warnings.push(text);
    }

    pub(super) fn start(&self, core: &Core) -> Result<Start, Error> {
        let options = &self.options;
        let mut seat = Properties::new()
            .channel(options.channel.as_str())
            .agent_rtc_uid(options.agent_uid.as_str())
            .remote_rtc_uids(options.remote_uids.clone());
        seat.idle_timeout = options.idle_timeout;
        seat.enable_string_uid = options.enable_string_uid;
        let mut warnings = seat.check_uids()?;
        if let Some((uid, needs_token)) = self.agent.avatar_uid() {
            warnings.extend(seat.check_avatar(uid, needs_token)?);
        }
        let lifetime = self.lifetime()?;
        if lifetime.was_capped() {
            warnings.push("expires_in is above 24 hours and was cut to that".to_string());
        }
        for warning in warnings {
            self.warn(warning);
        }
        let given = options.token.as_ref().filter(|token| !token.is_empty());
        let (text, token) = match given {
            Some(token) => (token.clone(), None),
            None => {
                let (text, token) = self.mint(core, &options.agent_uid)?;
                (text, Some(token))
            }
        };
        let avatar_token = match self.agent.avatar_uid() {
            Some((uid, true)) => Some(self.mint(core, uid)?.0),
            _ => None,
        };
        seat.token = Some(text.to_string());
        let (body, warnings) = self.agent.start_body(&Seat {
            name: &self.name(core)?,
            properties: &seat,
            app_id: core.auth.app_id(),
            in_cn: core.pool.area() == Area::Cn,
            base_url: &core.pool.current_url(),
            avatar_token: avatar_token.as_deref().map(String::as_str),
            preset: options.preset.as_deref(),
            pipeline_id: options.pipeline_id.as_deref(),
        })?;
        for warning in warnings {
            self.warn(warning);
        }
        Ok(Start {
            operation: self.own(agents::start(&body))?,
            token,
        })
    }

    /// The name of the session: the same from one start to the next, so that an
    /// agent of which nobody knows can be found by it.
    pub(super) fn name(&self, core: &Core) -> Result<String, Error> {
        let given = [self.options.name.as_ref(), self.agent.name()];
        if let Some(name) = given.into_iter().flatten().find(|name| !name.is_empty()) {
            return Ok(name.clone());
        }
        if let Some(name) = &self.state().name {
            return Ok(name.clone());
        }
        let name = unique_name("agent", &*core.environment)?;
        Ok(self.state().name.get_or_insert(name).clone())
    }

    fn mint(
        &self,
        core: &Core,
        uid: &str,
    ) -> Result<(zeroize::Zeroizing<String>, JoinToken), Error> {
        let lifetime = self.lifetime()?;
        let token = JoinToken::new(&*core.environment, lifetime);
        Ok((
            core.join_token(&self.options.channel, uid, lifetime)?,
            token,
        ))
    }

    fn lifetime(&self) -> Result<Lifetime, Error> {
        let asked = self.options.expires_in;
        asked.map_or(Ok(Lifetime::MAX), Lifetime::from_seconds)
    }

    /// The join token of an agent that was taken over: nobody knows which it
    /// has.
    pub(super) fn token_of_another(&self, start: &Start) -> Option<JoinToken> {
        start.token.map(JoinToken::due_now)
    }

    /// With a token for this session's channel and user.
    pub(super) fn own<T>(&self, operation: Operation<T>) -> Result<Operation<T>, Error> {
        let subject = Subject::new(&self.options.channel)
            .account(&self.options.agent_uid)
            .lifetime(self.lifetime()?);
        Ok(operation.with_subject(subject))
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the service itself says that no agent was started: 503 with a reason.
/// That of a gateway has none.
fn could_not_start(error: &Error) -> bool {
    error.status() == Some(503) && error.code().is_some()
}

pub(super) fn wrong_state(what: &str, state: &State) -> Error {
    let mut message = format!("cannot {what} in {} state", state.status.as_str());
    if state.live && what == "start" {
        message.push_str(", the agent before has to be stopped");
    }
    if state.status == SessionStatus::Left {
        message.push_str(": the agent has left by itself, start another");
    }
    Error::with_message(ErrorKind::State, message)
}
