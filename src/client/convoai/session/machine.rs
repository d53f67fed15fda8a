//! The states of a session, and the operation that each step sends. Knows
//! nothing of waiting.

use core::time::Duration;
use std::boxed::Box;
use std::format;
use std::string::{String, ToString};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::vec::Vec;

use super::event::{Event, Handlers};
use super::{SessionOptions, SessionStatus};
use crate::client::convoai::calls::agents;
use crate::client::convoai::shared::Core;
use crate::client::convoai::types::agents::{Properties, StartedAgent, UpdateProperties};
use crate::client::convoai::agent::Seat;
use crate::client::convoai::{Agent, Area, Lifetime, Operation, Subject};
use crate::http::{Error, ErrorKind};

/// Between two looks at the clock while waiting for a renewal.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub(super) struct Session {
    pub(super) agent: Agent,
    pub(super) options: SessionOptions,
    pub(super) handlers: Handlers,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    status: SessionStatus,
    agent_id: Option<String>,
    /// An agent was started and not yet stopped.
    live: bool,
    /// When the minted join token ends, since 1970.
    token_ends: Option<Duration>,
    warnings: Vec<String>,
}

/// What a renewal has to do now.
pub(super) enum Renewal {
    Send(Box<Operation<StartedAgent>>, Duration),
    Wait(Duration),
    Over,
}

/// A start with what is known once it succeeds.
pub(super) struct Start {
    pub(super) operation: Operation<StartedAgent>,
    token_ends: Option<Duration>,
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
                token_ends: None,
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
        self.state().token_ends
    }

    /// Goes to `starting` and gives the operation.
    pub(super) fn begin_start(&self, core: &Core) -> Result<(Start, Transition<'_>), Error> {
        let mut state = self.state();
        let ready = matches!(
            state.status,
            SessionStatus::Idle | SessionStatus::Stopped | SessionStatus::Error
        );
        if !ready || state.live {
            return Err(wrong_state("start", &state));
        }
        self.agent.check_avatar()?;
        state.status = SessionStatus::Starting;
        drop(state);
        let transition = Transition::new(self, SessionStatus::Starting);
        match self.start(core) {
            Ok(start) => Ok((start, transition)),
            Err(error) => Err(transition.fail(error)),
        }
    }

    /// Goes to `stopping` and gives the operation.
    pub(super) fn begin_stop(&self) -> Result<(Operation<()>, Transition<'_>), Error> {
        let mut state = self.state();
        let allowed = matches!(state.status, SessionStatus::Running | SessionStatus::Error);
        let agent_id = match &state.agent_id {
            Some(agent_id) if allowed && state.live => agent_id.clone(),
            _ => return Err(wrong_state("stop", &state)),
        };
        state.status = SessionStatus::Stopping;
        drop(state);
        let transition = Transition::new(self, SessionStatus::Stopping);
        let operation = agents::ensure_stopped(&agent_id);
        Ok((self.own(operation)?, transition))
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

    /// A renewal of the join token, and when the new one ends.
    pub(super) fn renewal(
        &self,
        core: &Core,
    ) -> Result<(Operation<StartedAgent>, Duration), Error> {
        let lifetime = self.lifetime()?;
        let ends = token_end(core, lifetime);
        let token = self.mint(core, &self.options.agent_uid, lifetime)?;
        let update = UpdateProperties::new().token(token.as_str());
        let operation = self.on_running("renew the token", |agent_id| {
            agents::update(agent_id, &update)
        })?;
        Ok((operation, ends))
    }

    /// A renewal when a call is about to be made and the options ask for it.
    pub(super) fn renewal_before_call(
        &self,
        core: &Core,
    ) -> Option<(Operation<StartedAgent>, Duration)> {
        let margin = self.margin(self.options.renew_before?).ok()?;
        if self.time_left(core)? > margin {
            return None;
        }
        self.renewal(core).ok()
    }

    /// What to do now for a token that is renewed `margin` before its end.
    pub(super) fn next_renewal(&self, core: &Core, margin: Duration) -> Result<Renewal, Error> {
        if self.status() != SessionStatus::Running {
            return Ok(Renewal::Over);
        }
        let Some(left) = self.time_left(core) else {
            return Ok(Renewal::Over);
        };
        match left.saturating_sub(self.margin(margin)?) {
            Duration::ZERO => {
                let (operation, ends) = self.renewal(core)?;
                Ok(Renewal::Send(Box::new(operation), ends))
            }
            wait => Ok(Renewal::Wait(wait.min(LONGEST_WAIT))),
        }
    }

    pub(super) fn renewed(&self, ends: Duration) {
        self.state().token_ends = Some(ends);
        self.handlers.emit(&Event::TokenRenewed);
    }

    pub(super) fn warn(&self, text: String) {
        self.handlers.emit(&Event::Warning(&text));
        self.state().warnings.push(text);
    }

    /// At most half of the lifetime: with more, every new token would be due at
    /// once.
    fn margin(&self, asked: Duration) -> Result<Duration, Error> {
        let lifetime = Duration::from_secs(self.lifetime()?.seconds().into());
        Ok(asked.min(lifetime.checked_div(2).unwrap_or_default()))
    }

    fn time_left(&self, core: &Core) -> Option<Duration> {
        let now = core.environment.unix_time();
        self.token_ends().map(|ends| ends.saturating_sub(now))
    }

    fn start(&self, core: &Core) -> Result<Start, Error> {
        let lifetime = self.lifetime()?;
        if lifetime.was_capped() {
            self.warn("expires_in is above 24 hours and was cut to that".to_string());
        }
        let options = &self.options;
        let given = options.token.as_ref().filter(|token| !token.is_empty());
        let (token, token_ends) = match given {
            Some(token) => (token.clone(), None),
            None => {
                let token = self.mint(core, &options.agent_uid, lifetime)?;
                (token, Some(token_end(core, lifetime)))
            }
        };
        let avatar_token = match self.agent.avatar_uid() {
            Some((uid, true)) => Some(self.mint(core, uid, lifetime)?),
            _ => None,
        };
        let mut seat = Properties::new()
            .channel(options.channel.as_str())
            .token(token.as_str())
            .agent_rtc_uid(options.agent_uid.as_str())
            .remote_rtc_uids(options.remote_uids.clone());
        seat.idle_timeout = options.idle_timeout;
        seat.enable_string_uid = options.enable_string_uid;
        let (body, warnings) = self.agent.start_body(&Seat {
            name: &self.name(core),
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
            token_ends,
        })
    }

    fn name(&self, core: &Core) -> String {
        let named = self.options.name.as_ref().or_else(|| self.agent.name());
        named.cloned().unwrap_or_else(|| {
            let seconds = core.environment.unix_time().as_secs();
            format!("agent-{seconds}")
        })
    }

    /// Uid 0 stands for a uid that the service draws; a token with it would
    /// not fit the one that is drawn.
    fn mint(
        &self,
        core: &Core,
        uid: &str,
        lifetime: Lifetime,
    ) -> Result<zeroize::Zeroizing<String>, Error> {
        if uid == "0" {
            return Err(Error::with_message(
                ErrorKind::InvalidInput,
                "a token cannot be made for uid 0: choose a uid or give a token",
            ));
        }
        core.join_token(&self.options.channel, uid, lifetime)
    }

    fn lifetime(&self) -> Result<Lifetime, Error> {
        let asked = self.options.expires_in;
        asked.map_or(Ok(Lifetime::MAX), Lifetime::from_seconds)
    }

    /// With a token for this session's channel and user.
    fn own<T>(&self, operation: Operation<T>) -> Result<Operation<T>, Error> {
        let subject = Subject::new(&self.options.channel)
            .account(&self.options.agent_uid)
            .lifetime(self.lifetime()?);
        Ok(operation.with_subject(subject))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn token_end(core: &Core, lifetime: Lifetime) -> Duration {
    let lifetime = Duration::from_secs(lifetime.seconds().into());
    core.environment.unix_time().saturating_add(lifetime)
}

fn wrong_state(what: &str, state: &State) -> Error {
    let mut message = format!("cannot {what} in {} state", state.status.as_str());
    if state.live && what == "start" {
        message.push_str(", the agent before has to be stopped");
    }
    Error::with_message(ErrorKind::State, message)
}

/// A start or stop under way. Dropped without an outcome it has failed.
pub(super) struct Transition<'a> {
    session: &'a Session,
    during: SessionStatus,
    open: bool,
}

impl<'a> Transition<'a> {
    const fn new(session: &'a Session, during: SessionStatus) -> Self {
        Self {
            session,
            during,
            open: true,
        }
    }

    pub(super) fn started(
        self,
        start: &Start,
        result: Result<StartedAgent, Error>,
    ) -> Result<String, Error> {
        match result {
            Ok(started) => {
                debug_assert!(started.agent_id.is_some(), "it was started without an id");
                let agent_id = started.agent_id.unwrap_or_default();
                let mut state = self.session.state();
                state.agent_id = Some(agent_id.clone());
                state.live = true;
                state.token_ends = start.token_ends;
                drop(state);
                self.end(
                    SessionStatus::Running,
                    &Event::Started {
                        agent_id: &agent_id,
                    },
                );
                Ok(agent_id)
            }
            Err(error) => Err(self.fail(error)),
        }
    }

    pub(super) fn stopped(self, result: Result<(), Error>) -> Result<(), Error> {
        match result {
            Ok(()) => {
                let mut state = self.session.state();
                state.live = false;
                state.token_ends = None;
                debug_assert!(state.agent_id.is_some(), "it was stopped without an id");
                let agent_id = state.agent_id.clone().unwrap_or_default();
                drop(state);
                self.end(
                    SessionStatus::Stopped,
                    &Event::Stopped {
                        agent_id: &agent_id,
                    },
                );
                Ok(())
            }
            Err(error) => Err(self.fail(error)),
        }
    }

    fn fail(self, error: Error) -> Error {
        self.end(SessionStatus::Error, &Event::Error(&error));
        error
    }

    fn end(mut self, status: SessionStatus, event: &Event<'_>) {
        self.open = false;
        self.session.state().status = status;
        self.session.handlers.emit(event);
    }
}

impl Drop for Transition<'_> {
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        self.session.state().status = SessionStatus::Error;
        let what = self.during.as_str();
        let message = format!("given up while {what}; it may have happened");
        let error = Error::with_message(ErrorKind::Interrupted, message);
        self.session.handlers.emit(&Event::Error(&error));
    }
}
