//! A conversation as a machine without I/O: what to send next, what to keep in
//! flash, and how long to wait.
//!
//! ```text
//!            start                             answered
//! nothing ───────────> Keep ──> Send(Start) ──────────────> runs ──> Renew, Ping, ...
//!    ^                              │ lost                   ^ │
//!    │   none is this device's      v            it is       │ │ stop
//!    ├───────────────────────── Find, Whose ─────────────────┘ v
//!    └──────────────── 2xx or 404 ─────────────────────── Send(Stop)
//! ```
//!
//! | rule | |
//! |---|---|
//! | a start is repeated | only when nothing of it was sent, or the service says that nothing was done (429, 503 with `Retry-After`) |
//! | its answer is lost | the agents of the channel are listed and asked for their names: this device's is taken over; if there is none, another is started |
//! | the name is taken (409) | that agent is taken over if it has this device's name and is in its channel, else it is [`End::Taken`] |
//! | a stop | goes on until 2xx or 404 |
//! | a token | is renewed when 3/8 of its life are over, with eight tries before the half and more after it |
//! | the clock | is set by the `Date` of an answer when it is not known, or does not fit; what was refused because of it is sent again once |
//! | power is cut | whatever ran then is known to the session that is made of the kept bytes |
//!
//! ```
//! use tokenmint::device::session::{
//!     Ask, Event, Owner, Reply, Service, Session, Settings, Step,
//! };
//! use tokenmint::device::Said;
//!
//! // From flash, a counter of milliseconds, and a random number.
//! let (page, now_ms, random) = ([0; 0], 100, 4711);
//! let settings = Settings::new(Service::ConvoAi).needs_clock(false);
//! let mut session = Session::new(settings, &page, now_ms, random);
//! session.start(now_ms, 60_000);
//! let mut event = Event::Tick;
//! let mut sent = 0;
//! loop {
//!     event = match session.next(event, now_ms) {
//!         Step::Keep(_bytes) => Event::Kept, // written to flash
//!         Step::Send { ask: Ask::Start, .. } => {
//!             sent += 1;
//!             // A `StartAgent`, and `Reply::of(&answer, name)` of its answer.
//!             Event::Answered(Reply {
//!                 said: Said::Done,
//!                 status: 200,
//!                 retry_after_ms: None,
//!                 date: 1_700_000_000,
//!                 has_reason: false,
//!                 agent_id: b"A1",
//!                 listed: 0,
//!                 owner: Owner::NotSaid,
//!             })
//!         }
//!         // Sleep; then `Event::Tick`.
//!         Step::Wait { ms } => {
//!             assert_eq!(ms, 32_400_000.min(3_600_000)); // 3/8 of a day, an hour at most
//!             break;
//!         }
//!         step => panic!("{step:?}"),
//!     };
//! }
//! assert!(session.is_running());
//! assert_eq!((session.agent_id(), sent), ("A1", 1));
//! ```
//!
//! Milliseconds come from a counter that may wrap: 32 bits of it are enough, as
//! long as [`Session::next`] is called once in 24 days, which it is when waits are
//! obeyed. A counter that goes back a little counts as standing still.

mod id;
mod kept;
mod lookup;
mod running;
mod settings;
mod step;

use core::fmt;

pub use id::AGENT_ID_MAX;
pub use kept::KEPT_LEN;
pub use settings::{Service, Settings};
pub use step::{Ask, End, Event, Owner, Reply, Step};

use self::id::Id;
use self::kept::Record;
use self::lookup::Lookup;
use super::{Clock, Said};
use crate::http::{Met, RetryPolicy, with_jitter};

/// Attempts after the first, but for a stop, which goes on, whatever it takes.
const RETRIES_MAX: u8 = 2;

/// The longest time that is waited for where the service asks for one.
const ASKED_MAX_MS: u32 = 30_000;

/// The longest one before a stop.
const ASKED_MAX_OF_STOP_MS: u32 = 86_400_000;

/// The longest wait: the counter of milliseconds must not wrap unseen.
const WAIT_MAX_MS: u32 = 60 * 60 * 1_000;

/// A refusal is tried again when the clock was wrong by more: tokens are taken
/// that are a little early or late.
const CLOCK_REFUSAL_SECONDS: u32 = 30;

/// So many conflicts in one call: the name is taken.
const CONFLICTS_MAX: u8 = 2;

/// Between a start whose answer was lost and the question what runs.
const SETTLING_MS: u32 = 1_000;

/// Half of the numbers: what is further ahead is behind.
const HALF: u32 = 1 << 31;

#[cfg(test)]
mod tests;

/// An agent of this device, from one power cut to the next. No secrets are in
/// it.
#[derive(Clone)]
pub struct Session {
    settings: Settings,
    wish: Wish,
    known: Known,
    /// Of the agent that runs, or that is looked into.
    id: Id,
    lookup: Lookup,
    doing: Doing,
    page: Page,
    /// The end of a call, or of the agent, has to be written down.
    tidy: bool,
    /// The record of a running agent could not be written.
    unkept: bool,
    /// The clock was set after a refusal, which was sent again.
    corrected: bool,
    tries: u8,
    conflicts: u8,
    end: End,
    /// The counter at the last step.
    tick: u32,
    /// Milliseconds since the session was made.
    uptime: u64,
    clock: Option<Clock>,
    random: u32,
    /// Milliseconds that are left.
    call_left: u32,
    answer_within: u32,
    answer_left: u32,
    pause_left: u32,
    /// Until the next renewal; of a lost agent of a sample server, until it has
    /// left.
    renew_left: u32,
    ping_left: u32,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Nothing,
    Run,
    Stop,
}

/// What is known of an agent of this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// None runs.
    Nothing,
    /// One may run.
    Lost,
    /// It ran before the last power cut, or before a stop whose answer was lost.
    Before,
    /// It runs.
    Runs,
}

/// What the caller does at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Keeping(Page),
    Sending(Ask),
}

/// What flash holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// That nothing runs.
    Nothing,
    /// That an agent may run.
    MayRun,
    /// That the agent of the session's id runs.
    Runs,
    /// That another one runs.
    Another,
}

impl Session {
    /// A session of a device that has just got power, or of the next
    /// conversation.
    ///
    /// `kept` is what the last [`Step::Keep`] has written to flash, whatever
    /// became of it; empty where nothing was ever written. `now_ms` is the
    /// counter of milliseconds, `random` a number that another device does not
    /// have, for waits of different lengths.
    #[must_use]
    pub fn new(settings: Settings, kept: &[u8], now_ms: u32, random: u32) -> Self {
        let record = match kept {
            [] => Record::Nothing,
            _ => Record::from_bytes(kept),
        };
        let (known, page, id) = match record {
            Record::Nothing => (Known::Nothing, Page::Nothing, Id::NONE),
            Record::MayRun => (Known::Lost, Page::MayRun, Id::NONE),
            Record::Runs(id) => (Known::Before, Page::Runs, id),
        };
        let mut session = Self {
            settings,
            wish: Wish::Nothing,
            known,
            id,
            lookup: Lookup::new(),
            doing: Doing::Nothing,
            page,
            tidy: false,
            unkept: false,
            corrected: false,
            tries: 0,
            conflicts: 0,
            end: End::New,
            tick: now_ms,
            uptime: 0,
            clock: None,
            random: random | 1,
            call_left: 0,
            answer_within: 0,
            answer_left: 0,
            pause_left: 0,
            renew_left: 0,
            ping_left: 0,
        };
        if known == Known::Lost {
            session.outwait();
        }
        session
    }

    /// The time is `unix_seconds` since 1970, as somebody else says: a clock with
    /// a battery, a cellular network. 0 is not known.
    pub fn set_clock(&mut self, unix_seconds: u32, now_ms: u32) {
        self.pass(now_ms);
        let clock = Clock::new(unix_seconds, self.uptime, self.uptime);
        self.clock = Some(clock).filter(|_| unix_seconds != 0);
    }

    /// Seconds since 1970 at the last step: the issue time of a token that is
    /// minted now. Nothing as long as it is not known. The `Date` of an answer,
    /// from which it may come, is up to a second and the way of the answer old.
    #[must_use]
    pub fn unix_seconds(&self) -> Option<u32> {
        let clock = self.clock.as_ref()?;
        Some(clock.unix_seconds(self.uptime))
    }

    /// Asks for an agent, and for one that stays: go on with [`Self::next`]. One
    /// that runs already is taken over. Up to `within_ms` milliseconds (at most
    /// 2^31) may pass until it runs.
    pub fn start(&mut self, now_ms: u32, within_ms: u32) {
        self.begin(Wish::Run, now_ms, within_ms);
    }

    /// Asks for the end of whatever agent of this device runs, known or lost: go
    /// on with [`Self::next`]. Up to `within_ms` milliseconds (at most 2^31) may
    /// pass; after that the agent may run, and this has to be called again.
    pub fn stop(&mut self, now_ms: u32, within_ms: u32) {
        self.begin(Wish::Stop, now_ms, within_ms);
    }

    /// Whether the agent runs, as far as is known.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self.known, Known::Runs)
    }

    /// Whether an agent of this device may run. As long as it is so, a start or a
    /// stop has something to do.
    #[must_use]
    pub const fn may_run(&self) -> bool {
        !matches!(self.known, Known::Nothing) || matches!(self.doing, Doing::Sending(Ask::Start))
    }

    /// The agent that [`Ask::Whose`], [`Ask::Renew`] and [`Ask::Stop`] are about,
    /// and that runs. Empty when there is none, and of a TEN server.
    #[must_use]
    pub fn agent_id(&self) -> &str {
        self.id.as_str()
    }

    /// The bytes of [`Self::agent_id`].
    #[must_use]
    pub fn agent_id_bytes(&self) -> &[u8] {
        self.id.as_bytes()
    }

    /// What to do next, after `event`; `now_ms` is the counter of milliseconds.
    ///
    /// An event that does not fit what was asked for last is none.
    pub fn next(&mut self, event: Event<'_>, now_ms: u32) -> Step {
        self.pass(now_ms);
        match (self.doing, event) {
            (Doing::Nothing, _) => {}
            (Doing::Keeping(page), Event::Kept) => {
                self.doing = Doing::Nothing;
                self.page = page;
            }
            (Doing::Keeping(page), Event::NotKept) => self.not_kept(page),
            (Doing::Keeping(page), _) => return self.keep(page),
            (Doing::Sending(ask), Event::Answered(reply)) => self.answered(ask, &reply),
            (Doing::Sending(ask), Event::NotSent) => self.failed(ask, Met::NotSent, None),
            (Doing::Sending(ask), Event::Untrusted) => self.failed(ask, Met::Untrusted, None),
            (Doing::Sending(ask), Event::Lost) => self.failed(ask, Met::Lost, None),
            (Doing::Sending(ask), _) => match self.answer_left {
                0 => self.failed(ask, Met::Lost, None),
                left => return Step::Wait { ms: left },
            },
        }
        self.plan()
    }

    fn begin(&mut self, wish: Wish, now_ms: u32, within_ms: u32) {
        self.pass(now_ms);
        self.wish = wish;
        self.call_left = within_ms.min(HALF);
        self.pause_left = 0;
        if self.doing == Doing::Nothing {
            self.lookup = Lookup::new();
        }
        self.tidy = false;
        self.unkept = false;
        self.corrected = false;
        self.tries = 0;
        self.conflicts = 0;
    }

    /// Time passes.
    #[cfg_attr(target_os = "none", inline(never))]
    fn pass(&mut self, now_ms: u32) {
        let passed = now_ms.wrapping_sub(self.tick);
        self.tick = now_ms;
        if passed >= HALF {
            return;
        }
        for left in [
            &mut self.call_left,
            &mut self.answer_left,
            &mut self.pause_left,
            &mut self.renew_left,
            &mut self.ping_left,
        ] {
            *left = left.saturating_sub(passed);
        }
        self.uptime = self.uptime.saturating_add(passed.into());
    }

    /// The next step, nothing being under way.
    #[cfg_attr(target_os = "none", inline(never))]
    fn plan(&mut self) -> Step {
        self.settle();
        if self.wish != Wish::Nothing && self.pause_left > 0 {
            return self.wait(self.pause_left);
        }
        let service = self.settings.service;
        match (self.wish, self.known, service) {
            (Wish::Nothing, ..) | (Wish::Stop, Known::Nothing, _) => self.rest(),
            // Nobody can be asked, but it leaves when nobody is there.
            (_, Known::Lost, Service::Sample) => self.wait(self.renew_left),
            (Wish::Run, Known::Nothing, _) => match self.page {
                Page::MayRun => self.send(Ask::Start),
                _ => self.keep(Page::MayRun),
            },
            (Wish::Run, Known::Runs, _) => self.stay(),
            // Nobody says whether it still runs: another one does for sure.
            (Wish::Run, Known::Before, Service::Sample) => self.send(Ask::Stop),
            (Wish::Run, Known::Before | Known::Lost, _)
            | (Wish::Stop, Known::Lost, Service::ConvoAi) => self.look(),
            (Wish::Stop, Known::Lost | Known::Before | Known::Runs, _) => self.send(Ask::Stop),
        }
    }

    /// What time has decided.
    fn settle(&mut self) {
        let is_sample = self.settings.service == Service::Sample;
        if is_sample && self.known == Known::Lost && self.renew_left == 0 {
            self.known = Known::Nothing;
        }
        if self.wish == Wish::Stop && self.known == Known::Nothing {
            self.finish(End::Stopped);
        }
        if self.wish != Wish::Nothing && !self.is_kept_running() && self.call_left == 0 {
            self.give_up(End::Late);
        }
    }

    /// The agent runs and is to do so: no call is under way.
    fn is_kept_running(&self) -> bool {
        self.wish == Wish::Run && self.known == Known::Runs
    }

    /// Nothing is asked for.
    fn rest(&mut self) -> Step {
        if self.tidy && self.page != Page::Nothing {
            return self.keep(Page::Nothing);
        }
        Step::Done(self.end)
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn keep(&mut self, page: Page) -> Step {
        self.doing = Doing::Keeping(page);
        let record = match page {
            Page::Nothing => Record::Nothing,
            Page::Runs => Record::Runs(self.id),
            Page::MayRun | Page::Another => Record::MayRun,
        };
        Step::Keep(record.to_bytes())
    }

    /// Flash may hold anything now. What is worst for a start: that nothing runs.
    fn not_kept(&mut self, page: Page) {
        self.doing = Doing::Nothing;
        self.page = Page::Nothing;
        self.unkept = true;
        if page == Page::MayRun {
            self.give_up(End::NotKept);
        }
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn send(&mut self, ask: Ask) -> Step {
        let ask = match self.settings.needs_clock && self.clock.is_none() {
            true => Ask::Date,
            false => ask,
        };
        let mut within_ms = self.settings.answer_ms;
        if !self.is_kept_running() {
            within_ms = within_ms.min(self.call_left);
        }
        if matches!(ask, Ask::Start | Ask::Renew) {
            self.renew_left = self.settings.renewal_ms();
        }
        self.doing = Doing::Sending(ask);
        self.answer_within = within_ms;
        self.answer_left = within_ms;
        Step::Send { ask, within_ms }
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn wait(&self, ms: u32) -> Step {
        let ms = match self.is_kept_running() {
            true => ms,
            false => ms.min(self.call_left),
        };
        Step::Wait {
            ms: ms.min(WAIT_MAX_MS),
        }
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn answered(&mut self, ask: Ask, reply: &Reply<'_>) {
        let wrong_by = self.heed_date(reply.date);
        let is_refused = reply.is(Said::Refused) && matches!(reply.status, 400 | 401 | 403);
        if is_refused && self.settings.needs_clock && wrong_by > CLOCK_REFUSAL_SECONDS {
            // The time of the token was refused, perhaps.
            if !core::mem::replace(&mut self.corrected, true) {
                self.doing = Doing::Nothing;
                return;
            }
        }
        let is_done = match ask {
            Ask::Date => self.clock.is_some(),
            Ask::Start => self.is_started(reply),
            Ask::Find => reply.is(Said::Done) && self.is_listed(reply),
            Ask::Whose => self.is_owned(reply),
            Ask::Renew | Ask::Ping => self.is_there(reply),
            Ask::Stop => self.is_stopped(reply),
        };
        if is_done {
            self.doing = Doing::Nothing;
            self.tries = 0;
        } else {
            self.failed(ask, reply.met(), reply.retry_after_ms);
        }
    }

    /// Learns the time; by how many seconds the clock was wrong.
    fn heed_date(&mut self, date: u32) -> u32 {
        if date == 0 {
            return 0;
        }
        let waited = self.answer_within.saturating_sub(self.answer_left);
        let sent = self.uptime.saturating_sub(waited.into());
        let Some(clock) = &mut self.clock else {
            self.clock = Some(Clock::new(date, sent, self.uptime));
            return 0;
        };
        let before = clock.unix_seconds(self.uptime);
        match clock.learn(date, sent, self.uptime) {
            true => 0,
            false => before.abs_diff(date),
        }
    }

    fn is_started(&mut self, reply: &Reply<'_>) -> bool {
        match (self.settings.service, reply.said) {
            // The channel is this device's, and so is what runs in it.
            (Service::Ten, Said::Done | Said::Conflict) => self.found(),
            (Service::ConvoAi, Said::Conflict) => self.conflict(reply.agent_id),
            (Service::ConvoAi | Service::Sample, Said::Done) => {
                let Some(id) = Id::new(reply.agent_id) else {
                    return false;
                };
                self.id = id;
                let due = self.renew_left;
                self.found();
                self.renew_left = due;
            }
            // The service itself says so; a gateway would not know a reason.
            (_, Said::Refused)
                if reply.status == 503 && reply.has_reason && reply.retry_after_ms.is_none() =>
            {
                self.give_up(End::Refused(503));
            }
            _ => return false,
        }
        true
    }

    fn is_stopped(&mut self, reply: &Reply<'_>) -> bool {
        let is_stopped = reply.is(Said::Done) || reply.is(Said::Gone);
        if is_stopped {
            self.known = Known::Nothing;
        }
        is_stopped
    }

    /// Another agent of this device runs than was known, of which nobody knows
    /// how old its token is.
    #[cfg_attr(target_os = "none", inline(never))]
    fn found(&mut self) {
        self.known = Known::Runs;
        self.renew_left = 0;
        self.ping_left = 0;
    }

    /// A start may have started an agent.
    fn lost(&mut self) {
        self.known = Known::Lost;
        self.lookup = Lookup::new();
        self.tries = 0;
        self.pause_left = self.jitter(SETTLING_MS);
        self.outwait();
    }

    /// Until a lost agent of a sample server has left.
    fn outwait(&mut self) {
        if self.settings.service == Service::Sample {
            self.renew_left = self.settings.lost_ms();
        }
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn failed(&mut self, ask: Ask, met: Met, asked_ms: Option<u32>) {
        self.doing = Doing::Nothing;
        if matches!(ask, Ask::Renew | Ask::Ping) && self.known == Known::Runs {
            return self.not_there(ask, asked_ms);
        }
        let may_be_done = met.may_be_done(asked_ms.is_some());
        let is_stop = ask == Ask::Stop;
        if is_stop && self.known == Known::Runs && may_be_done {
            self.known = Known::Before;
        }
        let attempt = self.tries;
        self.tries = self.tries.saturating_add(1);
        let asked_max = match is_stop {
            true => ASKED_MAX_OF_STOP_MS,
            false => ASKED_MAX_MS,
        };
        let is_again = (is_stop || attempt < RETRIES_MAX)
            && met.may_be_repeated(ask != Ask::Start, asked_ms.is_some())
            && asked_ms.is_none_or(|asked| asked <= asked_max);
        let after = match asked_ms {
            _ if !is_again => u32::MAX,
            Some(asked) => asked,
            None => RetryPolicy::DEFAULT.delay_ms(attempt.into(), self.next_random()),
        };
        if after < self.call_left {
            self.pause_left = after;
        } else if ask == Ask::Start && may_be_done {
            self.lost();
        } else {
            self.give_up(match met {
                Met::NotSent => End::Unreachable,
                Met::Untrusted => End::Untrusted,
                Met::Answered(status) if ask != Ask::Date => End::Refused(status),
                Met::Answered(_) => End::NoClock,
                Met::Lost | Met::Fatal => End::Unclear,
            });
        }
    }

    /// The call has failed.
    #[cfg_attr(target_os = "none", inline(never))]
    fn give_up(&mut self, end: End) {
        self.doing = Doing::Nothing;
        self.wish = Wish::Nothing;
        self.end = end;
        // A session without a way to look would wait for what does not run.
        self.tidy = self.known == Known::Nothing && self.settings.service == Service::Sample;
    }

    /// No agent of this device runs any more.
    fn finish(&mut self, end: End) {
        self.wish = Wish::Nothing;
        self.known = Known::Nothing;
        self.id = Id::NONE;
        self.end = end;
        self.tidy = true;
    }

    /// At least half of `ms`.
    fn jitter(&mut self, ms: u32) -> u32 {
        with_jitter(ms, self.next_random())
    }

    /// Marsaglia's xorshift, which never gets to 0.
    fn next_random(&mut self) -> u32 {
        let mut number = self.random;
        number ^= number << 13;
        number ^= number >> 17;
        number ^= number << 5;
        self.random = number;
        number
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("wish", &self.wish)
            .field("known", &self.known)
            .field("id", &self.id)
            .field("doing", &self.doing)
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}
