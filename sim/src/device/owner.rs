//! Somebody with a device, who switches it on again when the power was cut and
//! asks again when a call fails, as the documentation says.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use tokenmint::device::session::{End, Service};
use tokenmint::http;

use super::Services;
use super::machine::{Goal, Machine, Stopped};
use crate::caller::{ATTEMPTS, Caller, Failed};
use crate::convoai::Leaving;
use crate::violation::Invariant;
use crate::watch::{Deadline, TOTAL};

/// Why a call of a device has failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// The session says so.
    Ended(End),
    /// The power was cut.
    NoPower,
    /// The simulation itself is wrong.
    Wrong(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ended(end) => write!(f, "{end:?}"),
            Self::NoPower => f.write_str("the power was cut"),
            Self::Wrong(why) => f.write_str(why),
        }
    }
}

impl Error for Failure {}

impl From<http::Error> for Failure {
    fn from(error: http::Error) -> Self {
        Self::Wrong(error.to_string())
    }
}

/// The owner of a device.
pub(super) struct Owner<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) machine: Machine<'a>,
    pub(super) services: &'a Services,
}

impl Owner<'_> {
    /// Starts the agent, whatever it takes. Whether it runs.
    pub(super) async fn start(&mut self) -> bool {
        for _ in 0..ATTEMPTS {
            match self.try_to_start().await {
                Ok(()) => return true,
                // A lost agent of a sample server has not left yet.
                Err(failed) if self.waits(&failed.error) => {}
                Err(failed) => self.caller.check("start", &failed),
            }
        }
        self.caller.never_ends("start");
        false
    }

    /// Starts it once.
    pub(super) async fn try_to_start(&mut self) -> Result<(), Failed<Failure>> {
        self.machine.start(TOTAL);
        let result = self.call("start", Goal::Runs, Deadline::ONE).await;
        result.map(drop)
    }

    /// Asks for an agent and changes its mind after some steps.
    pub(super) async fn start_in_part(&mut self, steps: usize) {
        self.machine.start(TOTAL);
        // Whatever comes of it.
        let _ = self.call("start", Goal::Steps(steps), Deadline::ONE).await;
    }

    /// Stops the agent, whatever it takes.
    pub(super) async fn stop(&mut self) {
        for _ in 0..ATTEMPTS {
            self.machine.stop(TOTAL);
            match self.call("stop", Goal::Done, Deadline::ONE).await {
                Ok(_) => return self.nothing_runs(),
                Err(failed) if self.waits(&failed.error) => {}
                Err(failed) => self.caller.check("stop", &failed),
            }
        }
        self.caller.never_ends("stop");
    }

    /// Talks for some time; whether the agent is still there.
    pub(super) async fn stay(&mut self, duration: Duration) -> bool {
        let deadline = Deadline::of(duration + TOTAL);
        match self.call("stay", Goal::For(duration), deadline).await {
            Ok(Stopped::Done(End::Left)) => {
                self.has_left();
                false
            }
            Ok(_) => true,
            Err(_) => false,
        }
    }

    /// A whole conversation: what has left by itself, or was lost with the power,
    /// is started again.
    pub(super) async fn talk(&mut self, minutes: &[u64]) {
        if !self.start().await {
            return;
        }
        for minutes in minutes {
            let is_there = self.stay(Duration::from_secs(minutes * 60)).await;
            if !is_there && !self.start().await {
                return;
            }
        }
        self.stop().await;
    }

    fn waits(&self, failure: &Failure) -> bool {
        self.machine.counterpart().service() == Service::Sample
            && matches!(failure, Failure::Ended(End::Late))
    }

    async fn call(
        &mut self,
        name: &'static str,
        goal: Goal,
        deadline: Deadline,
    ) -> Result<Stopped, Failed<Failure>> {
        let Self {
            caller, machine, ..
        } = self;
        let future = async {
            match machine.obey(goal).map_err(Failure::Wrong)? {
                Stopped::NoPower => Err(Failure::NoPower),
                Stopped::Done(end) => match (goal, end) {
                    (Goal::Done, End::Stopped) | (Goal::For(_), End::Left) => {
                        Ok(Stopped::Done(end))
                    }
                    _ => Err(Failure::Ended(end)),
                },
                stopped => Ok(stopped),
            }
        };
        let held = machine_is_silent();
        let result = caller.call(name, deadline, &held, future).await;
        if let Err(failed) = &result {
            if let Failure::Wrong(why) = &failed.error {
                self.violated(Invariant::Ends, why.clone());
            }
            if matches!(failed.error, Failure::NoPower) {
                self.machine.boot();
                self.known_or_nothing();
            }
        }
        result
    }

    /// How many agents of this device run.
    pub(super) fn running(&self) -> usize {
        let now = self.caller.true_time();
        let seat = self.machine.counterpart().seat();
        if self.machine.counterpart().service() == Service::Ten {
            let mut ten = self.services.ten.lock();
            ten.pass(now);
            return ten
                .running()
                .filter(|it| it.channel == seat.channel)
                .count();
        }
        let mut convoai = self.services.convoai.lock();
        convoai.pass(now);
        let running = convoai.running();
        running
            .filter(|agent| agent.channel == seat.channel && agent.uid == seat.agent_uid)
            .count()
    }

    /// After a power cut nothing may run of which the device does not know.
    fn known_or_nothing(&self) {
        if !self.machine.session().may_run() && self.running() > 0 {
            let text = "after a power cut an agent runs that the device does not know of";
            self.violated(Invariant::NoGhost, text.to_owned());
        }
    }

    fn nothing_runs(&self) {
        if self.running() > 0 {
            let text = "an agent runs after a stop that has succeeded";
            self.violated(Invariant::NoGhost, text.to_owned());
        }
    }

    /// The session says that its agent has left, which has to be so.
    fn has_left(&self) {
        let convoai = self.services.convoai.lock();
        let seat = self.machine.counterpart().seat();
        let of_mine = |agent: &&crate::convoai::AgentRecord| {
            agent.channel == seat.channel && agent.uid == seat.agent_uid
        };
        let last = convoai.agents().iter().rfind(of_mine);
        let was_stopped = last.is_some_and(|agent| {
            agent.is_running() || matches!(agent.left, Some((_, Leaving::Asked)))
        });
        drop(convoai);
        if was_stopped || self.running() > 0 {
            self.caller
                .lost("an agent is said to have left that has not");
        }
    }

    pub(super) fn violated(&self, invariant: Invariant, text: String) {
        self.caller.world.lock().violated(invariant, text);
    }
}

/// The session is looked at after each exchange.
const fn machine_is_silent() -> impl fmt::Debug + Sync {}
