//! Recorded calls one after the other: results and requests.

use serde_json::Value;

use super::answers::{compare_request, compare_result};
use super::player::Player;
use super::world::{CLOCK, World};
use crate::support::{known, object};

const MEMBERS: [&str; 9] = [
    "id",
    "note",
    "client",
    "options",
    "prng_seed",
    "responses",
    "steps",
    "constructor_error",
    "corrected",
];

const STEP: [&str; 6] = ["call", "kwargs", "clock", "result", "error", "requests"];

pub fn run(id: &str, case: &Value) {
    known(id, case, &MEMBERS);
    for asynchronous in [false, true] {
        play(id, case, asynchronous);
    }
}

fn play(id: &str, case: &Value, asynchronous: bool) {
    let world = World::new(id, &case["responses"]);
    let made = Player::new(id, &case["client"], &case["options"], &world, asynchronous);
    let refused = case
        .get("constructor_error")
        .is_some_and(|error| error != "<absent>");
    assert!(
        !refused || made.is_err(),
        "{id}: the client was to be refused"
    );
    let steps = case["steps"].as_array().expect(id);
    if refused || steps.is_empty() {
        assert_eq!(made.is_err(), refused, "{id}: {:?}", made.err());
        return;
    }
    for (at, step) in steps.iter().enumerate() {
        let id = &format!("{id}, step {at}");
        known(id, step, &STEP);
        world.set_clock(
            step.get("clock")
                .map_or(CLOCK, |clock| clock.as_u64().expect(id)),
        );
        let result = match &made {
            Ok(player) => player.call(
                id,
                step["call"].as_str().expect(id),
                object(id, &step["kwargs"]),
            ),
            // An option that cannot even be said refuses each call.
            Err(error) => Err(tokenmint::http::Error::new(error.kind())),
        };
        compare_result(id, step, result);
        let recorded = step["requests"].as_array().expect(id);
        let requests = world.take_requests();
        assert_eq!(requests.len(), recorded.len(), "{id}: requests");
        for (recorded, request) in recorded.iter().zip(&requests) {
            compare_request(id, recorded, request);
        }
    }
}
