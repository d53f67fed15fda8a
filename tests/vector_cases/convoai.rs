//! `convoai.json`: recorded exchanges, configurations, lifetimes, tokens,
//! vendors and hosts. Where a case is corrected, the corrected case is run.

use serde_json::Value;
use tokenmint::Limits;
use tokenmint::agora::{Role, Stamp};
use tokenmint::client::convoai::{
    ConvoAiTokenOptions, RtcTokenOptions, expires_in_hours, expires_in_minutes,
    generate_convo_ai_token, generate_rtc_token,
};
use tokenmint::http::Error;

use crate::support::{Case, expect_sections, known, section};

#[path = "convoai_compare.rs"]
pub mod compare;
#[path = "convoai_exchange.rs"]
pub mod exchange;
#[path = "convoai_hosts.rs"]
pub mod hosts;
#[path = "convoai_literal.rs"]
mod literal;
#[path = "convoai_session.rs"]
mod session;
#[path = "convoai_vendor.rs"]
mod vendor;
#[path = "convoai_world.rs"]
pub mod world;

const SECTIONS: [&str; 7] = [
    "about",
    "exchanges",
    "client_config",
    "expires_in",
    "tokens",
    "vendors",
    "domain_pool",
];

pub fn run(file: &Value) {
    expect_sections(file, &SECTIONS);
    let first = &file["exchanges"][0]["client"];
    let app = App {
        id: first["app_id"].as_str().expect("an app id").to_string(),
        certificate: first["app_certificate"]
            .as_str()
            .expect("a certificate")
            .to_string(),
    };
    section(file, "exchanges", |case| exchange::run(case, &app));
    section(file, "client_config", |case| {
        exchange::run_config(case, &app);
    });
    section(file, "expires_in", run_expires_in);
    section(file, "tokens", run_token);
    section(file, "vendors", vendor::run);
    section(file, "domain_pool", |case| hosts::run(case, &app));
}

/// The app that inputs without one mean.
pub struct App {
    pub id: String,
    pub certificate: String,
}

fn run_expires_in(case: Case<'_>) {
    known(case.id, case.value, &["fn", "input", "result", "warned"]);
    let input = case.get("input").value.as_f64().expect(case.id);
    let result = match case.text("fn") {
        "expires_in_hours" => expires_in_hours(input),
        "expires_in_minutes" => expires_in_minutes(input),
        other => panic!("{}: unknown function {other:?}", case.id),
    };
    let warned = result.as_ref().is_ok_and(|lifetime| lifetime.was_capped());
    assert_eq!(warned, case.get("warned").value.as_bool().expect(case.id));
    let result = result.map(|lifetime| serde_json::json!({"seconds": lifetime.seconds()}));
    compare::result_without_traffic(case, result);
}

fn run_token(case: Case<'_>) {
    let id = case.id;
    let members = [
        "id",
        "fn",
        "input",
        "clock",
        "salt",
        "token_as_emitted",
        "decoded",
        "limits",
    ];
    known(id, case.value, &members);
    let minted = mint(case);
    let decoded = case.get("decoded").value;
    if *decoded == "<error>" {
        assert_eq!(case.get("token_as_emitted").value, "<absent>", "{id}");
        let error = minted.expect_err("minting is refused");
        assert!(error.kind().is_local(), "{id}: {error:?}");
        return;
    }
    let certificate = case.get("input").text("app_certificate");
    for token in [minted.expect(id).as_str(), case.text("token_as_emitted")] {
        compare::token(id, decoded, token, Some(certificate));
    }
}

pub fn mint(case: Case<'_>) -> Result<String, Error> {
    let id = case.id;
    let input = case.get("input");
    let number = |name: &str| {
        input
            .find(name)
            .map(|value| u32::try_from(value.value.as_u64().expect(id)).expect(id))
    };
    let [clock, salt] = ["clock", "salt"].map(|name| u32::try_from(case.number(name)).expect(id));
    let stamp = Some(Stamp::new(clock, salt).expect(id));
    let limits = match case.find("limits").map(|limits| limits.value.as_str()) {
        None => Limits::Documented,
        Some(Some("wire")) => Limits::Wire,
        other => panic!("{id}: unknown limits {other:?}"),
    };
    let (app_id, certificate) = (input.text("app_id"), input.text("app_certificate"));
    match case.text("fn") {
        "generate_rtc_token" => {
            let members = [
                "app_id",
                "app_certificate",
                "channel",
                "uid",
                "role",
                "expiry_seconds",
            ];
            known(id, input.value, &members);
            let mut options = RtcTokenOptions::new().limits(limits);
            options.stamp = stamp;
            options.role = number("role").map_or(options.role, Role::from_number_lossy);
            options.expiry_seconds = number("expiry_seconds").unwrap_or(options.expiry_seconds);
            let uid = number("uid").expect(id);
            generate_rtc_token(app_id, certificate, input.text("channel"), uid, options)
        }
        "generate_convo_ai_token" => {
            let members = [
                "app_id",
                "app_certificate",
                "channel_name",
                "account",
                "token_expire",
                "privilege_expire",
            ];
            known(id, input.value, &members);
            let mut options = ConvoAiTokenOptions::new().limits(limits);
            options.stamp = stamp;
            options.token_expire = number("token_expire").unwrap_or(options.token_expire);
            options.privilege_expire = number("privilege_expire").unwrap_or(0);
            let (channel, account) = (input.text("channel_name"), input.text("account"));
            generate_convo_ai_token(app_id, certificate, channel, account, options)
        }
        other => panic!("{id}: unknown function {other:?}"),
    }
}
