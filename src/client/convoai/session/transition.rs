//! A start or a stop under way, which ends well, with an error, or because
//! nobody waits for it any more.

use std::boxed::Box;
use std::format;
use std::string::String;

use super::SessionStatus;
use super::event::Event;
use super::join_token::JoinToken;
use super::machine::{Session, Start, wrong_state};
use crate::client::convoai::Operation;
use crate::client::convoai::calls::agents;
use crate::client::convoai::shared::Core;
use crate::http::{Error, ErrorKind};

/// What a stop has to do.
pub(super) enum Stop {
    /// This agent.
    Agent(String, Box<Operation<()>>),
    /// Whatever runs in the channel with the name of the session.
    Lost,
    /// Nothing: nothing runs.
    Nothing,
}

impl Session {
    /// Goes to `starting` and gives the operation.
    pub(super) fn begin_start(&self, core: &Core) -> Result<(Start, Transition<'_>), Error> {
        let mut state = self.state();
        let ready = match state.status {
            SessionStatus::Idle | SessionStatus::Stopped | SessionStatus::Left => true,
            SessionStatus::Error => !state.live,
            SessionStatus::Starting | SessionStatus::Running | SessionStatus::Stopping => false,
        };
        if !ready {
            return Err(wrong_state("start", &state));
        }
        self.agent.check_avatar()?;
        if state.live {
            // It is said to have left. Should it be there, its name says so.
            (state.live, state.lost) = (false, true);
        }
        state.status = SessionStatus::Starting;
        drop(state);
        let transition = Transition::new(self, SessionStatus::Starting);
        match self.start(core) {
            Ok(start) => Ok((start, transition)),
            Err(error) => Err(transition.fail(error)),
        }
    }

    /// Goes to `stopping` and says what to do.
    pub(super) fn begin_stop(&self) -> Result<(Stop, Transition<'_>), Error> {
        let mut state = self.state();
        let stop = match (state.status, &state.agent_id) {
            (
                SessionStatus::Running | SessionStatus::Left | SessionStatus::Error,
                Some(agent_id),
            ) if state.live => Stop::Agent(
                agent_id.clone(),
                Box::new(self.own(agents::ensure_stopped(agent_id))?),
            ),
            (SessionStatus::Error, _) if state.lost => Stop::Lost,
            (SessionStatus::Stopped, _) => Stop::Nothing,
            _ => return Err(wrong_state("stop", &state)),
        };
        state.status = SessionStatus::Stopping;
        drop(state);
        Ok((stop, Transition::new(self, SessionStatus::Stopping)))
    }
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

    /// The agent `agent_id` runs, with this token of ours.
    pub(super) fn started(self, agent_id: &str, token: Option<JoinToken>) {
        let mut state = self.session.state();
        state.agent_id = Some(agent_id.into());
        (state.live, state.lost, state.token) = (true, false, token);
        drop(state);
        self.end(SessionStatus::Running, Some(&Event::Started { agent_id }));
    }

    /// Nothing runs any more; these were stopped just now.
    pub(super) fn stopped(self, agent_ids: &[String]) {
        let mut state = self.session.state();
        (state.live, state.lost, state.token) = (false, false, None);
        drop(state);
        let handlers = &self.session.handlers;
        self.end(SessionStatus::Stopped, None);
        for agent_id in agent_ids {
            handlers.emit(&Event::Stopped { agent_id });
        }
    }

    pub(super) fn fail(self, error: Error) -> Error {
        self.end(SessionStatus::Error, Some(&Event::Error(&error)));
        error
    }

    fn end(mut self, status: SessionStatus, event: Option<&Event<'_>>) {
        self.open = false;
        self.session.state().status = status;
        if let Some(event) = event {
            self.session.handlers.emit(event);
        }
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
