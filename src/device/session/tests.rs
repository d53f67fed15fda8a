//! The rules of the machine, one by one. Statuses and bodies are those of
//! Conversational AI, of Shengwang's sample server, and of TEN's.

use std::vec::Vec;

use super::*;

const MINUTE: u32 = 60_000;
const HOUR: u32 = 60 * MINUTE;

/// A session, its counter of milliseconds and its flash.
struct Device {
    session: Session,
    now: u32,
    page: Vec<u8>,
}

fn minting(service: Service) -> Settings {
    Settings::new(service).needs_clock(false)
}

impl Device {
    fn new(settings: Settings) -> Self {
        Self::with(settings, &[], 0)
    }

    fn with(settings: Settings, page: &[u8], now: u32) -> Self {
        Self {
            session: Session::new(settings, page, now, 7),
            now,
            page: page.to_vec(),
        }
    }

    /// The power is cut, and comes back.
    fn reboot(&mut self, settings: Settings) {
        *self = Self::with(settings, &self.page.clone(), 0);
    }

    fn start(&mut self) -> Step {
        self.session.start(self.now, MINUTE);
        self.next(Event::Tick)
    }

    fn stop(&mut self) -> Step {
        self.session.stop(self.now, MINUTE);
        self.next(Event::Tick)
    }

    /// The next step that is not about flash, which works.
    fn next(&mut self, event: Event<'_>) -> Step {
        let mut step = self.session.next(event, self.now);
        while let Step::Keep(bytes) = step {
            self.page = bytes.to_vec();
            step = self.session.next(Event::Kept, self.now);
        }
        step
    }

    fn reply(&mut self, reply: Reply<'_>) -> Step {
        self.now = self.now.wrapping_add(40);
        self.next(Event::Answered(reply))
    }

    fn runs(settings: Settings) -> Self {
        let mut device = Self::new(settings);
        sends(device.start(), Ask::Start);
        device.reply(started("A1"));
        assert!(device.session.is_running());
        device
    }

    /// Obeys one wait; how long it was.
    fn wait(&mut self, step: Step) -> (u32, Step) {
        let Step::Wait { ms } = step else {
            panic!("{step:?} is no wait");
        };
        self.now = self.now.wrapping_add(ms);
        (ms, self.next(Event::Tick))
    }
}

#[track_caller]
fn sends(step: Step, expected: Ask) {
    assert!(
        matches!(step, Step::Send { ask, .. } if ask == expected),
        "{step:?} is not {expected:?}"
    );
}

const OK: Reply<'static> = Reply {
    said: Said::Done,
    status: 200,
    retry_after_ms: None,
    date: 0,
    has_reason: false,
    agent_id: b"",
    listed: 0,
    owner: Owner::NotSaid,
};

fn started(agent_id: &str) -> Reply<'_> {
    Reply {
        agent_id: agent_id.as_bytes(),
        ..OK
    }
}

fn listed(agent_id: &str, listed: u8) -> Reply<'_> {
    Reply {
        agent_id: agent_id.as_bytes(),
        listed,
        ..OK
    }
}

fn of(owner: Owner) -> Reply<'static> {
    Reply { owner, ..OK }
}

fn refused(status: u16, has_reason: bool) -> Reply<'static> {
    Reply {
        said: Said::Refused,
        status,
        has_reason,
        ..OK
    }
}

fn wait_asked(status: u16, seconds: u32) -> Reply<'static> {
    Reply {
        retry_after_ms: Some(seconds * 1_000),
        ..refused(status, false)
    }
}

const GONE: Reply<'static> = Reply {
    said: Said::Gone,
    status: 404,
    has_reason: true,
    ..OK
};

const UNUSABLE: Reply<'static> = Reply {
    said: Said::Unusable,
    ..OK
};

#[test]
fn a_whole_conversation() {
    let mut device = Device::new(minting(Service::ConvoAi).token_seconds(3600));
    device.session.start(device.now, MINUTE);
    let step = device.session.next(Event::Tick, device.now);
    assert_eq!(step, Step::Keep(Record::MayRun.to_bytes()));
    let step = device.session.next(Event::Kept, device.now);
    assert_eq!(
        step,
        Step::Send {
            ask: Ask::Start,
            within_ms: 20_000
        }
    );
    let step = device
        .session
        .next(Event::Answered(started("A1")), device.now);
    let record = Record::Runs(Id::new(b"A1").unwrap());
    assert_eq!(step, Step::Keep(record.to_bytes()));
    let step = device.session.next(Event::Kept, device.now);
    // 3/8 of an hour.
    let (ms, step) = device.wait(step);
    assert_eq!(ms, 1_350_000);
    sends(step, Ask::Renew);
    assert_eq!(device.session.agent_id(), "A1");
    let step = device.reply(OK);
    assert_eq!(step, Step::Wait { ms: 1_350_000 - 40 });
    sends(device.stop(), Ask::Stop);
    assert_eq!(device.reply(OK), Step::Done(End::Stopped));
    assert_eq!(device.page, Record::Nothing.to_bytes());
    assert!(!device.session.may_run());
}

#[test]
fn what_becomes_of_a_start() {
    for (what, event, again, may_run) in [
        ("not sent", Event::NotSent, true, false),
        ("429", Event::Answered(refused(429, false)), true, false),
        (
            "429, wait",
            Event::Answered(wait_asked(429, 2)),
            true,
            false,
        ),
        (
            "503, wait",
            Event::Answered(wait_asked(503, 2)),
            true,
            false,
        ),
        (
            "429, long",
            Event::Answered(wait_asked(429, 60)),
            false,
            false,
        ),
        ("untrusted", Event::Untrusted, false, false),
        ("400", Event::Answered(refused(400, true)), false, false),
        ("401", Event::Answered(refused(401, false)), false, false),
        ("302", Event::Answered(refused(302, false)), false, false),
        ("422", Event::Answered(refused(422, true)), false, false),
        (
            "its own 503",
            Event::Answered(refused(503, true)),
            false,
            false,
        ),
        (
            "a gateway's 503",
            Event::Answered(refused(503, false)),
            false,
            true,
        ),
        ("500", Event::Answered(refused(500, true)), false, true),
        ("502", Event::Answered(refused(502, false)), false, true),
        ("504", Event::Answered(wait_asked(504, 2)), false, true),
        ("lost", Event::Lost, false, true),
        ("not usable", Event::Answered(UNUSABLE), false, true),
        ("no id", Event::Answered(OK), false, true),
    ] {
        let mut device = Device::new(minting(Service::ConvoAi));
        sends(device.start(), Ask::Start);
        let step = device.next(event);
        assert_eq!(device.session.may_run(), may_run, "{what}");
        match (again, may_run) {
            (true, _) => sends(device.wait(step).1, Ask::Start),
            (_, true) => sends(device.wait(step).1, Ask::Find),
            _ => assert!(matches!(step, Step::Done(_)), "{what}: {step:?}"),
        }
    }
}

#[test]
fn a_start_is_tried_three_times_at_most() {
    let mut device = Device::new(minting(Service::ConvoAi));
    let mut step = device.start();
    for half in [250, 500] {
        sends(step, Ask::Start);
        let pause = device.next(Event::NotSent);
        let (ms, next) = device.wait(pause);
        assert!((half..=2 * half).contains(&ms), "{ms}");
        step = next;
    }
    sends(step, Ask::Start);
    assert_eq!(device.next(Event::NotSent), Step::Done(End::Unreachable));
    sends(device.start(), Ask::Start);
}

/// The answer of a start is lost; the step after the pause.
fn lost(device: &mut Device) -> Step {
    sends(device.start(), Ask::Start);
    let step = device.next(Event::Lost);
    device.wait(step).1
}

#[test]
fn a_lost_start_is_looked_for_and_taken_over() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(lost(&mut device), Ask::Find);
    assert_eq!(device.session.place(), 0);
    sends(device.reply(listed("A7", 2)), Ask::Whose);
    assert_eq!(device.session.agent_id(), "A7");
    sends(device.reply(of(Owner::Another)), Ask::Find);
    assert_eq!(device.session.place(), 1);
    sends(device.reply(listed("A8", 2)), Ask::Whose);
    // Nobody knows how old its token is.
    sends(device.reply(of(Owner::Ours)), Ask::Renew);
    assert!(device.session.is_running());
    assert_eq!(
        Record::from_bytes(&device.page),
        Record::Runs(Id::new(b"A8").unwrap())
    );
}

#[test]
fn a_lost_start_that_started_nothing_is_repeated() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(lost(&mut device), Ask::Find);
    sends(device.reply(listed("A7", 1)), Ask::Whose);
    sends(device.reply(of(Owner::Another)), Ask::Find);
    sends(device.reply(listed("", 1)), Ask::Start);
}

#[test]
fn a_listing_that_has_changed_is_read_again() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(lost(&mut device), Ask::Find);
    sends(device.reply(listed("A7", 2)), Ask::Whose);
    sends(device.reply(of(Owner::Another)), Ask::Find);
    // A7 has left meanwhile; A8 is at its place now.
    sends(device.reply(listed("", 1)), Ask::Find);
    assert_eq!(device.session.place(), 0);
    sends(device.reply(listed("A8", 1)), Ask::Whose);
    sends(device.reply(GONE), Ask::Find);
    sends(device.reply(listed("", 0)), Ask::Start);
}

#[test]
fn a_lost_start_is_stopped_when_it_is_not_wanted_any_more() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(device.start(), Ask::Start);
    device.session.stop(device.now, MINUTE);
    let step = device.next(Event::Lost);
    sends(device.wait(step).1, Ask::Find);
    sends(device.reply(listed("A1", 1)), Ask::Whose);
    sends(device.reply(of(Owner::Ours)), Ask::Stop);
    assert_eq!(device.reply(OK), Step::Done(End::Stopped));
}

fn conflict(agent_id: &str) -> Reply<'_> {
    Reply {
        said: Said::Conflict,
        status: 409,
        has_reason: true,
        agent_id: agent_id.as_bytes(),
        ..OK
    }
}

/// A start whose name is taken; the step after it.
fn taken(device: &mut Device, agent_id: &str) -> Step {
    sends(device.start(), Ask::Start);
    device.reply(conflict(agent_id))
}

#[test]
fn a_conflict_is_taken_over_when_its_agent_is_in_this_devices_channel() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(taken(&mut device, "A3"), Ask::Find);
    sends(device.reply(listed("A2", 2)), Ask::Find);
    assert_eq!(device.session.place(), 1);
    // Nobody knows how old its token is.
    sends(device.reply(listed("A3", 2)), Ask::Renew);
    assert_eq!(device.session.agent_id(), "A3");
    // Without an id, the agents of the channel are asked for their names.
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(taken(&mut device, ""), Ask::Find);
    sends(device.reply(listed("A2", 1)), Ask::Whose);
    sends(device.reply(of(Owner::Ours)), Ask::Renew);
}

#[test]
fn a_conflict_of_another_channel_is_an_error_and_its_agent_is_left_alone() {
    for agent_id in ["A3", ""] {
        let mut device = Device::new(minting(Service::ConvoAi));
        sends(taken(&mut device, agent_id), Ask::Find);
        // It may have left meanwhile: then the name is free.
        sends(device.reply(listed("", 0)), Ask::Start);
        sends(device.reply(conflict(agent_id)), Ask::Find);
        assert_eq!(device.reply(listed("", 0)), Step::Done(End::Taken));
        assert!(!device.session.may_run());
        assert_eq!(device.stop(), Step::Done(End::Stopped));
    }
}

#[test]
fn an_agent_without_a_name_is_nobodys() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(lost(&mut device), Ask::Find);
    sends(device.reply(listed("A3", 1)), Ask::Whose);
    let step = device.reply(of(Owner::NotSaid));
    assert_eq!(step, Step::Done(End::Nameless));
    assert!(device.session.may_run());
}

#[test]
fn a_stop_goes_on_until_it_is_heard() {
    let mut device = Device::runs(minting(Service::ConvoAi));
    device.session.stop(device.now, 10 * MINUTE);
    let mut step = device.next(Event::Tick);
    for event in [
        Event::Lost,
        Event::NotSent,
        Event::Answered(UNUSABLE),
        Event::Answered(refused(500, true)),
        Event::Answered(refused(503, false)),
        Event::Answered(wait_asked(429, 60)),
        Event::Answered(refused(502, false)),
        Event::Lost,
    ] {
        sends(step, Ask::Stop);
        let pause = device.next(event);
        step = device.wait(pause).1;
        assert!(device.session.may_run());
    }
    sends(step, Ask::Stop);
    assert_eq!(device.reply(GONE), Step::Done(End::Stopped));
    for (reply, is_stopped) in [
        (OK, true),
        (GONE, true),
        (refused(404, true), false),
        (refused(401, true), false),
    ] {
        let mut device = Device::runs(minting(Service::ConvoAi));
        sends(device.stop(), Ask::Stop);
        let end = match is_stopped {
            true => End::Stopped,
            false => End::Refused(reply.status),
        };
        assert_eq!(device.reply(reply), Step::Done(end));
        assert_eq!(device.session.may_run(), !is_stopped);
    }
}

#[test]
fn a_token_is_renewed_before_half_of_its_life_with_tries_to_spare() {
    let mut device = Device::runs(minting(Service::ConvoAi).token_seconds(3600));
    let began = device.now;
    let mut step = device.next(Event::Tick);
    let mut tries = 0;
    loop {
        step = device.wait(step).1;
        if device.now.wrapping_sub(began) > HOUR / 2 {
            break;
        }
        sends(step, Ask::Renew);
        tries += 1;
        step = device.next(Event::NotSent);
    }
    assert!(tries >= 7, "{tries}");
    sends(step, Ask::Renew);
    // Its age counts from the request on.
    device.now += 5_000;
    let step = device.next(Event::Answered(OK));
    assert_eq!(
        step,
        Step::Wait {
            ms: 1_350_000 - 5_000
        }
    );
}

#[test]
fn an_agent_that_has_left_is_noticed() {
    let mut device = Device::runs(minting(Service::ConvoAi).token_seconds(60));
    let step = device.next(Event::Tick);
    sends(device.wait(step).1, Ask::Renew);
    assert_eq!(device.reply(GONE), Step::Done(End::Left));
    assert_eq!(device.page, Record::Nothing.to_bytes());
    sends(device.start(), Ask::Start);
}

#[test]
fn deadlines_hold_whatever_is_answered() {
    for stop in [false, true] {
        let mut device = Device::runs(minting(Service::ConvoAi));
        if !stop {
            device = Device::with(minting(Service::ConvoAi), &[0xFF; 32], 0);
        }
        let began = device.now;
        let mut step = match stop {
            true => device.stop(),
            false => device.start(),
        };
        let end = loop {
            match step {
                Step::Send { within_ms, .. } => {
                    device.now += within_ms;
                    step = device.next(Event::Lost);
                }
                Step::Wait { .. } => step = device.wait(step).1,
                Step::Done(end) => break end,
                Step::Keep(_) => unreachable!("{step:?}"),
            }
        };
        assert!(device.now - began <= MINUTE, "{}", device.now - began);
        assert!(matches!(end, End::Late | End::Unclear), "{end:?}");
        assert!(device.session.may_run());
    }
}

#[test]
fn an_answer_that_does_not_come_is_lost_without_being_told() {
    let mut device = Device::new(minting(Service::ConvoAi));
    sends(device.start(), Ask::Start);
    device.now += 19_999;
    assert_eq!(device.next(Event::Tick), Step::Wait { ms: 1 });
    device.now += 1;
    let step = device.next(Event::Tick);
    sends(device.wait(step).1, Ask::Find);
}

#[test]
fn the_clock_is_set_by_any_date_and_a_refusal_for_it_is_sent_again() {
    let dated = |status, date| Reply {
        date,
        ..refused(status, true)
    };
    let mut device = Device::new(Settings::new(Service::ConvoAi));
    sends(device.start(), Ask::Date);
    assert_eq!(device.session.unix_seconds(), None);
    sends(device.reply(dated(401, 1_700_000_000)), Ask::Start);
    assert_eq!(device.session.unix_seconds(), Some(1_700_000_000));
    device.now += 2_500;
    sends(device.reply(dated(401, 1_700_003_602)), Ask::Start);
    assert_eq!(device.session.unix_seconds(), Some(1_700_003_602));
    // Once: the next refusal is one.
    let step = device.reply(dated(401, 1_700_009_999));
    assert_eq!(step, Step::Done(End::Refused(401)));

    let mut device = Device::new(Settings::new(Service::ConvoAi));
    device.session.set_clock(1_700_000_000, 0);
    sends(device.start(), Ask::Start);
    device.now += 3_999;
    let step = device.reply(dated(401, 1_700_000_005));
    assert_eq!(step, Step::Done(End::Refused(401)));
    assert_eq!(device.session.unix_seconds(), Some(1_700_000_005));

    let mut device = Device::new(Settings::new(Service::ConvoAi));
    sends(device.start(), Ask::Date);
    let step = device.reply(OK);
    assert!(matches!(step, Step::Wait { .. } | Step::Done(End::NoClock)));
}

#[test]
fn the_counter_of_milliseconds_may_wrap_and_go_back_a_little() {
    let settings = minting(Service::ConvoAi).token_seconds(3600);
    let mut device = Device::with(settings, &[], u32::MAX - 100);
    device.session.set_clock(1_700_000_000, device.now);
    sends(device.start(), Ask::Start);
    let step = device.reply(started("A1"));
    let (ms, step) = device.wait(step);
    assert_eq!(ms, 1_350_000 - 40);
    assert!(device.now < 1_350_000);
    sends(step, Ask::Renew);
    // The earliest that it may be, the quartz being what it is.
    assert_eq!(device.session.unix_seconds(), Some(1_700_001_349));
    let step = device.next(Event::Answered(OK));
    device.now -= 50;
    assert_eq!(device.next(Event::Tick), step);
    // For months, day by day.
    let mut renewals = 0;
    let mut step = step;
    for _ in 0..5_000 {
        step = match step {
            Step::Wait { .. } => device.wait(step).1,
            Step::Send { ask, .. } => {
                assert_eq!(ask, Ask::Renew);
                renewals += 1;
                device.next(Event::Answered(OK))
            }
            _ => panic!("{step:?}"),
        };
    }
    assert_eq!(renewals, 2_500);
    let right: u32 = 1_700_001_350 + 2_500 * 1_350;
    let behind = right - device.session.unix_seconds().unwrap();
    // One part in 4,096 is taken for the worst.
    assert!(behind <= 2_501 * 1_350 / 4_096 + 1, "{behind}");
}

#[test]
fn after_a_power_cut_nothing_is_unknown() {
    let settings = minting(Service::ConvoAi);
    // Before the answer of a start.
    let mut device = Device::new(settings);
    sends(device.start(), Ask::Start);
    device.reboot(settings);
    assert!(device.session.may_run());
    sends(device.start(), Ask::Find);
    device.reboot(settings);
    sends(device.stop(), Ask::Find);
    sends(device.reply(listed("A1", 1)), Ask::Whose);
    sends(device.reply(of(Owner::Ours)), Ask::Stop);
    assert_eq!(device.reply(OK), Step::Done(End::Stopped));
    device.reboot(settings);
    assert!(!device.session.may_run());
    // While it runs: its id is known.
    for (reply, ask) in [(of(Owner::Ours), Ask::Renew), (GONE, Ask::Start)] {
        let mut device = Device::runs(settings);
        device.reboot(settings);
        sends(device.start(), Ask::Whose);
        assert_eq!(device.session.agent_id(), "A1");
        sends(device.reply(reply), ask);
    }
    let mut device = Device::runs(settings);
    device.reboot(settings);
    sends(device.stop(), Ask::Stop);
    assert_eq!(device.session.agent_id(), "A1");
    // Before another start its id is not what is kept any more.
    let mut device = Device::runs(settings);
    device.reboot(settings);
    device.start();
    sends(device.reply(GONE), Ask::Start);
    assert_eq!(device.page, Record::MayRun.to_bytes());
}

#[test]
fn what_cannot_be_kept_is_not_started() {
    let mut session = Session::new(minting(Service::ConvoAi), &[], 0, 1);
    session.start(0, MINUTE);
    assert!(matches!(session.next(Event::Tick, 0), Step::Keep(_)));
    assert_eq!(session.next(Event::NotKept, 0), Step::Done(End::NotKept));
    session.start(0, MINUTE);
    assert!(matches!(session.next(Event::Tick, 0), Step::Keep(_)));
    sends(session.next(Event::Kept, 0), Ask::Start);
    // The id is not needed: the agent is found by its name.
    let step = session.next(Event::Answered(started("A1")), 0);
    assert!(matches!(step, Step::Keep(_)));
    let step = session.next(Event::NotKept, 0);
    assert!(matches!(step, Step::Wait { .. }), "{step:?}");
    session.stop(0, MINUTE);
    sends(session.next(Event::Tick, 0), Ask::Stop);
    let step = session.next(Event::Answered(OK), 0);
    assert_eq!(step, Step::Done(End::Stopped));
}

#[test]
fn a_sample_server_cannot_be_asked_so_a_lost_agent_has_to_leave() {
    let settings = Settings::new(Service::Sample).idle_seconds(30);
    let mut device = Device::new(settings);
    sends(device.start(), Ask::Start);
    let step = device.next(Event::Lost);
    let mut waited = 0;
    let mut step = step;
    while matches!(step, Step::Wait { .. }) {
        let (ms, next) = device.wait(step);
        waited += ms;
        step = next;
    }
    assert_eq!(waited, 40_000);
    sends(step, Ask::Start);
    device.reply(started("A1"));
    // After a power cut a new agent is one that runs for sure.
    device.reboot(settings);
    sends(device.start(), Ask::Stop);
    sends(device.reply(GONE), Ask::Start);
    // Nothing was started: nothing is waited for.
    let step = device.reply(refused(400, false));
    assert_eq!(step, Step::Done(End::Refused(400)));
    assert_eq!(device.page, Record::Nothing.to_bytes());
    // A call that is too short for it says so; the next one goes on.
    device.reboot(settings.idle_seconds(80));
    sends(device.start(), Ask::Start);
    let pause = device.next(Event::Lost);
    let step = device.wait(pause).1;
    assert_eq!(device.wait(step).1, Step::Done(End::Late));
    let step = device.start();
    sends(device.wait(step).1, Ask::Start);
}

#[test]
fn a_ten_server_is_pinged_every_ten_seconds() {
    let settings = Settings::new(Service::Ten);
    let mut device = Device::new(settings);
    sends(device.start(), Ask::Start);
    let mut step = device.reply(OK);
    for _ in 0..3 {
        sends(step, Ask::Ping);
        let (ms, next) = {
            let step = device.next(Event::Answered(OK));
            device.wait(step)
        };
        assert_eq!(ms, 10_000);
        step = next;
    }
    let step = device.next(Event::Lost);
    let (ms, step) = device.wait(step);
    assert!((1_250..=2_500).contains(&ms), "{ms}");
    sends(step, Ask::Ping);
    assert_eq!(device.reply(GONE), Step::Done(End::Left));
    // Lost, or running already: its channel is this device's.
    sends(lost(&mut device), Ask::Ping);
    sends(device.reply(GONE), Ask::Start);
    sends(device.reply(conflict("")), Ask::Ping);
    device.reboot(settings);
    sends(device.start(), Ask::Ping);
    device.reboot(settings);
    sends(device.stop(), Ask::Stop);
    let step = device.reply(GONE);
    assert_eq!(step, Step::Done(End::Stopped));
}

#[test]
fn a_stop_that_was_lost_leaves_nothing_taken_for_granted() {
    let mut device = Device::runs(minting(Service::ConvoAi));
    sends(device.stop(), Ask::Stop);
    let step = device.next(Event::Lost);
    assert!(matches!(step, Step::Wait { .. }));
    sends(device.start(), Ask::Whose);
    sends(device.reply(GONE), Ask::Start);
}

#[test]
fn states_are_small_and_say_nothing_secret() {
    assert!(size_of::<Session>() <= 152, "{}", size_of::<Session>());
    assert_eq!(KEPT_LEN, 32);
}
