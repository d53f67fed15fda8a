//! A device: its session, its flash, its counter of milliseconds, and a program
//! that obeys the session step by step until the power goes.

use std::time::Duration;

use tokenmint::device::session::{Ask, End, Event, KEPT_LEN, Reply, Service, Session, Step};

use super::Services;
use super::flash::{Flash, NoPower};
use super::server::Counterpart;
use super::wire::{self, Came};
use crate::fault::Fault;
use crate::network::Network;
use crate::watch;
use crate::world::World;

/// Most steps of one call: a session that goes in circles is not let go on.
const STEPS: usize = 10_000;

/// Why the program stops to obey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stopped {
    /// The agent runs.
    Runs,
    /// The session has nothing more to do.
    Done(End),
    /// Its time is over.
    Time,
    /// The power was cut.
    NoPower,
}

/// What the program goes on for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Goal {
    /// Until the agent runs.
    Runs,
    /// For some time.
    For(Duration),
    /// Until the session is done.
    Done,
    /// For so many steps, then it turns to something else.
    Steps(usize),
}

/// A device.
pub(super) struct Machine<'a> {
    world: &'a World,
    network: &'a Network,
    services: &'a Services,
    counterpart: Counterpart,
    session: Session,
    flash: Flash,
    /// The step that is to be obeyed next.
    step: Step,
    booted: Duration,
    /// What the counter of milliseconds began with.
    first_ms: u32,
}

impl<'a> Machine<'a> {
    pub(super) fn new(
        world: &'a World,
        network: &'a Network,
        services: &'a Services,
        counterpart: Counterpart,
    ) -> Self {
        let session = Session::new(counterpart.settings(), &[], 0, 1);
        let mut machine = Self {
            world,
            network,
            services,
            counterpart,
            session,
            flash: Flash::default(),
            step: Step::Done(End::New),
            booted: Duration::ZERO,
            first_ms: 0,
        };
        machine.boot();
        machine
    }

    pub(super) const fn session(&self) -> &Session {
        &self.session
    }

    pub(super) const fn counterpart(&self) -> &Counterpart {
        &self.counterpart
    }

    /// The power is there again: whatever was in memory is gone.
    pub(super) fn boot(&mut self) {
        let (random, off, clock) = {
            let mut state = self.world.lock();
            let number = state.random.number();
            let off = [0, 3, 600, 7_200][(number >> 40) as usize % 4];
            (number as u32, off, (number >> 48) as u32 % 4)
        };
        if !self.flash.page().is_empty() {
            self.world.advance(Duration::from_secs(off));
        }
        let mut state = self.world.lock();
        self.booted = state.clock.monotonic();
        // Now and then the counter is about to wrap.
        self.first_ms = match random % 4 {
            0 => u32::MAX - random % 60_000,
            _ => random % 10_000,
        };
        let now = state.clock.true_time();
        watch::texts(&mut state, &String::from_utf8_lossy(self.flash.page()));
        drop(state);
        let settings = self.counterpart.settings();
        self.session = Session::new(settings, self.flash.page(), self.first_ms, random);
        self.step = Step::Done(End::New);
        // A clock with a battery, with an empty one, or none.
        let now = u32::try_from(now.as_secs()).unwrap_or(0);
        match clock {
            0 => self.session.set_clock(now, self.first_ms),
            1 => self.session.set_clock(946_684_800, self.first_ms),
            2 => self.session.set_clock(now + 5_000, self.first_ms),
            _ => {}
        }
    }

    fn now_ms(&self) -> u32 {
        let uptime = self.world.lock().clock.monotonic() - self.booted;
        // It wraps.
        self.first_ms.wrapping_add(uptime.as_millis() as u32)
    }

    pub(super) fn start(&mut self, within: Duration) {
        let within = u32::try_from(within.as_millis()).unwrap_or(u32::MAX);
        self.session.start(self.now_ms(), within);
        self.ask_again();
    }

    pub(super) fn stop(&mut self, within: Duration) {
        let within = u32::try_from(within.as_millis()).unwrap_or(u32::MAX);
        self.session.stop(self.now_ms(), within);
        self.ask_again();
    }

    /// Something new was asked for; what is under way goes on.
    fn ask_again(&mut self) {
        if !matches!(self.step, Step::Send { .. } | Step::Keep(_)) {
            self.step = self.session.next(Event::Tick, self.now_ms());
        }
    }

    /// Obeys the session until `goal`.
    pub(super) fn obey(&mut self, goal: Goal) -> Result<Stopped, String> {
        let ends = match goal {
            Goal::For(duration) => Some(self.world.lock().clock.monotonic() + duration),
            _ => None,
        };
        for number in 0..STEPS {
            if matches!(goal, Goal::Steps(most) if number >= most) {
                return Ok(Stopped::Time);
            }
            let runs = self.session.is_running() && !matches!(self.step, Step::Keep(_));
            if matches!(goal, Goal::Runs | Goal::Steps(_)) && runs {
                return Ok(Stopped::Runs);
            }
            match self.step {
                Step::Done(end) => return Ok(Stopped::Done(end)),
                Step::Keep(record) => {
                    if self.write(record).is_err() {
                        return Ok(self.no_power());
                    }
                }
                Step::Send { ask, within_ms } => {
                    if self.send(ask, within_ms)?.is_err() {
                        return Ok(self.no_power());
                    }
                }
                Step::Wait { ms } => {
                    let wait = Duration::from_millis(ms.into());
                    let now = self.world.lock().clock.monotonic();
                    let left = ends.map_or(wait, |ends| ends.saturating_sub(now));
                    if left.is_zero() {
                        return Ok(Stopped::Time);
                    }
                    self.world.advance(wait.min(left));
                    self.step = self.session.next(Event::Tick, self.now_ms());
                }
                other => return Err(format!("what is {other:?}?")),
            }
        }
        Err("the session goes in circles".to_owned())
    }

    fn write(&mut self, record: [u8; KEPT_LEN]) -> Result<(), NoPower> {
        self.flash.write(self.world, record)?;
        self.step = self.session.next(Event::Kept, self.now_ms());
        Ok(())
    }

    fn send(&mut self, ask: Ask, within_ms: u32) -> Result<Result<(), NoPower>, String> {
        let limit = Duration::from_millis(within_ms.into());
        let (world, network) = (self.world, self.network);
        let came = self
            .counterpart
            .request(world, &self.session, ask, |request| {
                if world.lock().faults.count() < 2 {
                    watch::texts(&mut world.lock(), &format!("{request:?}"));
                }
                wire::exchange(world, network, request, limit)
            })?;
        self.flash.exchanged(world);
        let fault = world.lock().exchanges.last().and_then(|it| it.fault);
        if matches!(
            fault,
            Some(Fault::PowerCut | Fault::PowerCutWaiting | Fault::PowerCutAfter)
        ) {
            return Ok(Err(NoPower));
        }
        self.counterpart.failed(&came);
        let now = self.now_ms();
        let event = match &came {
            Came::NotSent { .. } => Event::NotSent,
            Came::Lost => Event::Lost,
            Came::Answer(answer) => {
                Event::Answered(Reply::of(answer, &self.counterpart.seat().name))
            }
        };
        self.step = self.session.next(event, now);
        if self.session.may_run() && !self.session.is_running() {
            self.leave_channel();
        }
        // What it looks like does not depend on how many faults there are.
        if world.lock().faults.count() < 2 {
            let text = format!("{:?} {:?}", self.session, self.step);
            watch::texts(&mut world.lock(), &text);
        }
        Ok(Ok(()))
    }

    fn no_power(&self) -> Stopped {
        self.leave_channel();
        Stopped::NoPower
    }

    /// The device leaves its channel, so that its agent leaves, too: of a sample
    /// server nothing else ends one that is lost.
    fn leave_channel(&self) {
        if self.counterpart.service() != Service::Sample {
            return;
        }
        let now = self.world.lock().clock.true_time();
        let channel = &self.counterpart.seat().channel;
        self.services.convoai.lock().users_leave(channel, now);
    }
}
