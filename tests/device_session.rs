//! What holds for a device's session whatever happens to it, in any order.

#![cfg(all(feature = "device", feature = "std"))]
#![allow(missing_docs)]

use proptest::prelude::*;
use tokenmint::agora::AppId;
use tokenmint::device::session::{
    Ask, Event, KEPT_LEN, Owner, Reply, Service, Session, Settings, Step,
};
use tokenmint::device::{Area, Authorization, Project, Said, Server, StopAgent};

/// One thing that happens.
#[derive(Debug, Clone)]
enum Happens {
    Event(What),
    /// An answer that fits a request, more often than by chance.
    Fits(u8),
    Start(u32),
    Stop(u32),
    Clock(u32),
    /// Milliseconds pass; the counter may go back.
    Passes(u32),
    /// Power is cut; so many bytes of what was being written are in flash.
    Cut(usize),
}

#[derive(Debug, Clone)]
enum What {
    Tick,
    Kept,
    NotKept,
    NotSent,
    Untrusted,
    Lost,
    Answered(Answered),
}

#[derive(Debug, Clone)]
struct Answered {
    said: Said,
    status: u16,
    retry_after_ms: Option<u32>,
    date: u32,
    has_reason: bool,
    agent_id: String,
    listed: u8,
    owner: Owner,
}

impl Answered {
    fn names_an_agent(&self) -> bool {
        let fits = 1..=40;
        self.said == Said::Done && fits.contains(&self.agent_id.len())
    }

    fn reply(&self) -> Reply<'_> {
        Reply {
            said: self.said,
            status: self.status,
            retry_after_ms: self.retry_after_ms,
            date: self.date,
            has_reason: self.has_reason,
            agent_id: self.agent_id.as_bytes(),
            listed: self.listed,
            owner: self.owner,
        }
    }
}

prop_compose! {
    fn answered()(
        said in prop_oneof![
            Just(Said::Done), Just(Said::Gone), Just(Said::Conflict), Just(Said::Refused),
            Just(Said::Unusable), Just(Said::Lost),
        ],
        status in prop_oneof![
            Just(200_u16), Just(404), Just(409), Just(401), Just(429), Just(500), Just(503),
            any::<u16>(),
        ],
        wait in proptest::option::of(prop_oneof![0..40_000_u32, any::<u32>()]),
        date in prop_oneof![Just(0_u32), 1_700_000_000..1_700_090_000_u32, any::<u32>()],
        has_reason in any::<bool>(),
        agent_id in prop_oneof![Just(String::new()), "A[0-9]", ".{0,50}"],
        listed in prop_oneof![0..3_u8, any::<u8>()],
        owner in prop_oneof![Just(Owner::Ours), Just(Owner::Another), Just(Owner::NotSaid)],
    ) -> Answered {
        Answered { said, status, retry_after_ms: wait, date, has_reason, agent_id, listed, owner }
    }
}

fn happens() -> impl Strategy<Value = Happens> {
    let what = prop_oneof![
        Just(What::Tick),
        Just(What::Kept),
        Just(What::NotKept),
        Just(What::NotSent),
        Just(What::Untrusted),
        Just(What::Lost),
        answered().prop_map(What::Answered),
    ];
    prop_oneof![
        4 => what.prop_map(Happens::Event),
        8 => any::<u8>().prop_map(Happens::Fits),
        1 => any::<u32>().prop_map(Happens::Start),
        1 => any::<u32>().prop_map(Happens::Stop),
        1 => any::<u32>().prop_map(Happens::Clock),
        3 => prop_oneof![0..60_000_u32, any::<u32>()].prop_map(Happens::Passes),
        1 => (0..=KEPT_LEN).prop_map(Happens::Cut),
    ]
}

/// An answer as services give them, to what was asked last.
fn fitting(ask: Ask, dice: u8) -> Answered {
    let ok = Answered {
        said: Said::Done,
        status: 200,
        retry_after_ms: None,
        date: 1_700_000_000,
        has_reason: false,
        agent_id: String::new(),
        listed: 0,
        owner: Owner::NotSaid,
    };
    let a1 = Answered {
        agent_id: "A1".into(),
        ..ok.clone()
    };
    let gone = Answered {
        said: Said::Gone,
        status: 404,
        ..ok.clone()
    };
    match (ask, dice % 4) {
        (Ask::Start, 0) => Answered {
            said: Said::Conflict,
            status: 409,
            ..a1
        },
        (Ask::Start, _) => a1,
        (Ask::Find, 0 | 1) => Answered { listed: 1, ..a1 },
        (Ask::Whose, 0) => Answered {
            owner: Owner::Another,
            ..ok
        },
        (Ask::Whose, 1 | 2) => Answered {
            owner: Owner::Ours,
            ..ok
        },
        (Ask::Whose | Ask::Renew | Ask::Ping | Ask::Stop, 3) => gone,
        _ => ok,
    }
}

/// Somebody who writes down what may run, in the plainest way: yes from a start
/// that was not refused until something says no.
#[derive(Debug)]
struct Witness {
    service: Service,
    may_run: bool,
    /// The id that [`Ask::Whose`] is about comes from a listing.
    is_listed: bool,
    /// When a lost agent of a sample server has left.
    leaves_at: Option<u64>,
}

impl Witness {
    fn hears(&mut self, ask: Ask, place: u8, what: &What) {
        let is_refused =
            |said: &Answered| matches!(said.said, Said::Refused | Said::Gone | Said::Conflict);
        let is_certain = match what {
            What::NotSent | What::Untrusted => true,
            What::Answered(said) if is_refused(said) => {
                matches!(said.status, 300..=499)
                    || said.status == 503 && (said.retry_after_ms.is_some() || said.has_reason)
            }
            _ => false,
        };
        // Of Conversational AI and TEN a conflict is one.
        let is_conflict = matches!(what, What::Answered(said) if said.said == Said::Conflict)
            && self.service != Service::Sample;
        if ask == Ask::Start {
            self.may_run |= !is_certain && !is_conflict;
        }
        let What::Answered(answered) = what else {
            return;
        };
        match (ask, answered.said) {
            (Ask::Start, Said::Conflict) if self.service == Service::Ten => self.may_run = true,
            (Ask::Find, Said::Done) => {
                self.is_listed = place < answered.listed;
                if !self.is_listed {
                    self.may_run = false;
                }
            }
            (Ask::Whose, Said::Gone) if !self.is_listed => self.may_run = false,
            (Ask::Whose, Said::Done) if answered.owner == Owner::Ours => {
                self.may_run = true;
                self.is_listed = false;
            }
            (Ask::Stop, Said::Done | Said::Gone) | (Ask::Renew | Ask::Ping, Said::Gone) => {
                self.may_run = false;
            }
            (Ask::Ping, Said::Done) => self.may_run = true,
            _ => {}
        }
    }
}

fn check(service: Service, story: &[Happens]) -> Result<(), TestCaseError> {
    let settings = Settings::new(service).idle_seconds(60).token_seconds(3600);
    let (mut now, mut clock) = (u32::MAX - 5_000, 0_u64);
    let mut page = Vec::new();
    let mut session = Session::new(settings, &page, now, 1);
    let mut witness = Witness {
        service,
        may_run: false,
        is_listed: false,
        leaves_at: None,
    };
    let mut step = session.next(Event::Tick, now);
    let mut under_way: Option<(Ask, u64)> = None;
    for happens in story {
        let what = match happens {
            Happens::Event(what) => what.clone(),
            Happens::Fits(dice) => match step {
                Step::Keep(_) => What::Kept,
                Step::Send { ask, .. } => What::Answered(fitting(ask, *dice)),
                Step::Wait { ms } => {
                    now = now.wrapping_add(ms);
                    clock += u64::from(ms);
                    What::Tick
                }
                _ => What::Tick,
            },
            Happens::Start(ms) => {
                session.start(now, *ms);
                What::Tick
            }
            Happens::Stop(ms) => {
                session.stop(now, *ms);
                What::Tick
            }
            Happens::Clock(seconds) => {
                session.set_clock(*seconds, now);
                What::Tick
            }
            Happens::Passes(ms) => {
                now = now.wrapping_add(*ms);
                if *ms < 1 << 31 {
                    clock += u64::from(*ms);
                }
                What::Tick
            }
            Happens::Cut(written) => {
                if let Step::Keep(bytes) = step {
                    page.resize(KEPT_LEN, 0xFF);
                    page[..*written].copy_from_slice(&bytes[..*written]);
                }
                if matches!(under_way.take(), Some((Ask::Start, _))) {
                    witness.may_run = true;
                }
                session = Session::new(settings, &page, now, 1);
                prop_assert!(session.may_run() || !witness.may_run, "nobody knows of it");
                witness.is_listed = false;
                if service == Service::Sample && session.agent_id().is_empty() {
                    witness.leaves_at = Some(clock + 70_000);
                }
                step = session.next(Event::Tick, now);
                continue;
            }
        };
        if let (Step::Keep(bytes), What::Kept) = (step, &what) {
            page = bytes.to_vec();
        }
        if witness.leaves_at.is_some_and(|then| then <= clock) {
            witness.may_run = false;
        }
        if let Some((ask, until)) = under_way {
            let is_lost = clock >= until;
            let what = match &what {
                What::Tick | What::Kept | What::NotKept if is_lost => Some(&What::Lost),
                What::Tick | What::Kept | What::NotKept => None,
                what => Some(what),
            };
            if let Some(what) = what {
                witness.hears(ask, session.place(), what);
                if ask == Ask::Start && service == Service::Sample {
                    let is_known = matches!(what, What::Answered(said) if said.names_an_agent());
                    witness.leaves_at = (!is_known).then_some(clock + 70_000);
                }
                under_way = None;
            }
        }
        let event = match &what {
            What::Tick => Event::Tick,
            What::Kept => Event::Kept,
            What::NotKept => Event::NotKept,
            What::NotSent => Event::NotSent,
            What::Untrusted => Event::Untrusted,
            What::Lost => Event::Lost,
            What::Answered(said) => Event::Answered(said.reply()),
        };
        step = session.next(event, now);
        if let Step::Send { ask, within_ms } = step {
            under_way = Some((ask, clock + u64::from(within_ms)));
            if ask == Ask::Start {
                prop_assert!(!witness.may_run, "a second start");
                witness.may_run = false;
            }
        }
        if let Step::Wait { ms } = step {
            prop_assert!(ms <= 3_600_000);
        }
        prop_assert!(session.agent_id().len() <= 40);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_event_panics_and_no_start_is_sent_while_an_agent_may_run(
        service in prop_oneof![
            2 => Just(Service::ConvoAi), 1 => Just(Service::Sample), 1 => Just(Service::Ten),
        ],
        story in proptest::collection::vec(happens(), 0..80),
    ) {
        check(service, &story)?;
    }

    #[test]
    fn any_bytes_of_flash_are_read(page in proptest::collection::vec(any::<u8>(), 0..40)) {
        let session = Session::new(Settings::new(Service::ConvoAi), &page, 0, 0);
        prop_assert_eq!(session.may_run(), !page.is_empty());
    }
}

/// RFC 9110 allows white space around every value.
#[test]
fn a_date_is_read_with_white_space_around_it() {
    let app_id = AppId::new("970ca35de60c44645bbae8a215061b33").unwrap();
    let project = Project::new(Server::of(Area::Us), app_id, Authorization::NONE);
    let stop = StopAgent::new("A1");
    let request = stop.to(&project).unwrap();
    for (before, after) in [("", ""), (" ", " "), (" \t ", "\t  "), ("", "          ")] {
        let mut answer = request.answer();
        let head = format!(
            "HTTP/1.1 401 No\r\nDATE:{before}Tue, 14 Nov 2023 22:13:20 GMT{after}\r\n\
             Content-Length: 0\r\n\r\n"
        );
        for byte in head.as_bytes() {
            answer.read(&[*byte]).unwrap();
        }
        assert_eq!(answer.date(), Some(1_700_000_000), "{before:?} {after:?}");
    }
    let mut answer = request.answer();
    answer
        .read(b"HTTP/1.1 401 No\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT x\r\n")
        .unwrap();
    assert_eq!(answer.date(), None);
}
