//! `convoai-2.json`: what SDK 2.12.0 sends, refuses and infers.
//!
//! A case with `corrected` is run as corrected. Where the reference has a defect
//! that no correction mends, [`deviations`] says what is asserted in its stead.

use serde_json::Value;

use crate::convoai::{App, compare, exchange, world};
use crate::support::{Case, counted, expect_sections, known};

#[path = "convoai_2_deviations.rs"]
mod deviations;
#[path = "convoai_2_notices.rs"]
mod notices;
#[path = "convoai_2_presets.rs"]
mod presets;
#[path = "convoai_2_session.rs"]
mod session;
#[path = "convoai_2_small.rs"]
mod small;
#[path = "convoai_2_vendor.rs"]
mod vendor;

const SECTIONS: [&str; 14] = [
    "about",
    "notification_recipe",
    "vendors",
    "vendor_refusals",
    "presets",
    "sessions",
    "domain_pool",
    "client_config",
    "tokens",
    "expires_in",
    "uid_rules",
    "names",
    "notification_signatures",
    "notification_verify",
];

pub fn run(file: &Value) {
    expect_sections(file, &SECTIONS);
    let about = &file["about"];
    let text = |name: &str| about[name].as_str().expect("a text").to_string();
    let app = App {
        id: text("app_id"),
        certificate: text("app_certificate"),
    };
    let failed = [
        counted(file, "vendors", |case| vendor::run(case, &app)),
        counted(file, "vendor_refusals", vendor::run_refusals),
        counted(file, "presets", presets::run),
        counted(file, "sessions", |case| session::run(case, &app)),
        counted(file, "domain_pool", |case| small::domain_pool(case, &app)),
        counted(file, "client_config", |case| {
            small::client_config(case, &app);
        }),
        counted(file, "tokens", small::token),
        counted(file, "expires_in", small::expires_in),
        counted(file, "uid_rules", |case| small::uid_rule(case, &app)),
        counted(file, "names", |case| small::name(case, &app)),
        counted(file, "notification_signatures", notices::signature),
        counted(file, "notification_verify", notices::verify_case),
    ];
    let failed: usize = failed.iter().sum();
    assert_eq!(failed, 0, "cases that failed");
}

/// What of the second has passed on the recorder's clock.
const NANOS: u32 = 123_456_789;

/// A world with the recorder's clock.
fn world<'a>(id: &str, answers: impl IntoIterator<Item = &'a Value>) -> world::World {
    let world = world::World::answering(id, answers);
    world.pass(std::time::Duration::from_nanos(NANOS.into()));
    world
}

/// Members that say something about a case and are not compared.
const TOLD: [&str; 7] = [
    "id",
    "group",
    "note",
    "defects",
    "refused_because",
    "recommended",
    "input",
];

/// Fails on members of a case that nothing reads.
fn members(case: Case<'_>) {
    let all: Vec<&str> = TOLD.iter().copied().chain(["expected"]).collect();
    known(case.id, case.value, &all);
}
