//! Every journey holds, and every schedule can be repeated.

use tokenmint_sim::schedule::Schedule;
use tokenmint_sim::story::Story;
use tokenmint_sim::world::World;

fn run(schedule: &Schedule) -> World {
    let world = schedule.run().unwrap();
    let holds = world.lock().violations.is_empty();
    if !holds {
        let world = schedule.tell().unwrap();
        panic!("--replay '{schedule}'\n{}", Story(&world));
    }
    world
}

/// Journeys that are about a refusal, and how many calls it fails.
const REFUSED: &[(&str, usize)] = &[
    ("taken", 1),         // a start whose name is taken
    ("device-taken", 1),  // the same
    ("elsewhere", 1),     // an `api_base` of another origin
    ("token-ends", 1),    // a token that has ended
    ("denied", 1),        // a user who says no
    ("lost-secret", 1),   // a registration that is there already
    ("keeping-fails", 5), // whatever could not be kept
    ("key-rotation", 1),  // an access token that has ended
];

#[test]
fn without_faults_nothing_fails_and_no_gap_is_met() {
    for schedule in Schedule::plain() {
        let world = run(&schedule);
        let state = world.lock();
        // An event stream writes none, and neither does a device.
        let exchanges = state.exchanges.len() as u64;
        assert!(
            state.lines >= exchanges || schedule.journey.has_power_cuts,
            "{schedule}: {} lines",
            state.lines
        );
        assert!(state.gaps.is_empty(), "{schedule}: {:?}", state.gaps);
        let mut refused = REFUSED.iter();
        let refused = refused.find(|(name, _)| *name == schedule.journey.name);
        let calls = state.calls.iter();
        let failed: Vec<&str> = calls
            .filter(|call| call.succeeded != Some(true))
            .map(|call| call.name)
            .collect();
        let expected = refused.map_or(0, |(_, calls)| *calls);
        assert_eq!(failed.len(), expected, "{schedule}: {failed:?}");
    }
}

#[test]
fn every_single_fault_at_every_exchange() {
    for plain in Schedule::plain() {
        let exchanges = run(&plain).lock().exchanges.len();
        assert!(exchanges >= 2, "{plain}");
        for (schedule, _) in plain.with_each_fault(None, 0, exchanges) {
            run(&schedule);
        }
    }
}

#[test]
fn random_schedules() {
    for seed in 1..=2_000 {
        run(&Schedule::random(seed));
    }
}

/// Schedules that violated an invariant once, and what it was.
const KEPT: &[&str] = &[
    // A `Date` with white space after it was not read: the clock was never set.
    "device blocking 0:power-cut 0",
    // A lost agent of a sample server was taken for gone before it had left.
    "device-sample blocking 0:half-body 10021",
    "device-sample blocking 2:broken-body,5:slow-answer,13:redirect 4785",
];

#[test]
fn schedules_that_were_violated_once() {
    for text in KEPT {
        run(&text.parse().unwrap());
    }
}

#[test]
fn a_schedule_tells_the_same_story_each_time_and_survives_its_text() {
    for seed in [1, 2, 3, 4, 5, 6, 7, 8] {
        let schedule = Schedule::random(seed);
        let again: Schedule = schedule.to_string().parse().unwrap();
        assert_eq!(again, schedule);
        let stories =
            [schedule, again].map(|schedule| Story(&schedule.tell().unwrap()).to_string());
        assert_eq!(stories[0], stories[1], "seed {seed}");
    }
}

#[test]
fn texts_that_are_no_schedules() {
    for text in [
        "",
        "one-session async none",
        "one-session async none x",
        "nowhere async none 1",
        "one-session fax none 1",
        "one-session async 3:flood 1",
        "one-session async html 1",
    ] {
        assert!(text.parse::<Schedule>().is_err(), "{text:?}");
    }
}
