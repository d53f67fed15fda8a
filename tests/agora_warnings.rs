//! Which likely mistakes are named, and that a good token has none.

#![cfg(feature = "agora")]
#![allow(missing_docs)]

use tokenmint::Limits;
use tokenmint::agora::v007::{
    Issuer, ParsedToken2, PrivilegeApaas, PrivilegeRtc, PrivilegeRtm, Service, ServiceApaas,
    ServiceRtc, ServiceRtm, workspace_len,
};
use tokenmint::agora::{
    AccessToken, Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2,
    RtmTokenBuilder, Stamp, Warning, v006,
};
use tokenmint::output::Owned;

const NOW: u32 = 1_700_000_000;
const HOUR: ExpireIn = ExpireIn::hours(1);
const END: ExpireAt = ExpireAt::unix(NOW + 3600);

fn credentials() -> Credentials {
    Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )
    .expect("sample credentials")
}

fn stamp() -> Stamp {
    Stamp::new(NOW, 7).expect("a stamp")
}

fn of_007(token: &str) -> Vec<Warning> {
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("parsed");
    let mut found = Vec::new();
    parsed.warnings(Some(NOW), |warning| found.push(warning));
    found
}

fn of_006(token: &str) -> Vec<Warning> {
    let mut workspace = vec![0; token.len()];
    let parsed = v006::ParsedToken::parse(token, &mut workspace).expect("parsed");
    let mut found = Vec::new();
    parsed.warnings(Some(NOW), |warning| found.push(warning));
    found
}

fn names(warnings: &[Warning]) -> Vec<&'static str> {
    warnings.iter().map(Warning::name).collect()
}

/// Of a 007 token with one service.
fn of<'a>(service: impl Into<Service<'a>>) -> Vec<Warning> {
    let token = Issuer::new(&credentials(), stamp())
        .limits(Limits::Wire)
        .mint(HOUR, &[service.into()], Owned)
        .expect("minted");
    of_007(&token)
}

fn joins<'a>(channel: &'a str, account: &'a str) -> ServiceRtc<'a> {
    ServiceRtc::new(channel, account).add_privilege(PrivilegeRtc::JoinChannel, HOUR)
}

#[test]
fn a_good_token_has_none() {
    for account in [
        "7",
        "4294967295",
        "alice",
        "a-1",
        "1.2.3-b",
        "nullius",
        // No numbers.
        "5.",
        ".5",
        "e",
    ] {
        assert_eq!(of(joins("lobby", account)), [], "{account}");
    }
    // The longest that are documented.
    assert_eq!(of(joins(&"c".repeat(64), &"a".repeat(255))), []);
    // The official PHP library writes the privileges as 1, 3, 2, 4: `s-none-3`
    // of the situations.
    let php = "00690a3b972e606e20d2abefcaccf153eaaIABE2aVtheqQmxcs+NPzK3QBJNtwO/JeAg/iX9Df5XiFf\
               pP15N7SqfWeIgDnKQAAbupzZwQAAQD2n3JnAwD2n3JnAgD2n3JnBAD2n3Jn";
    let mut workspace = [0; v006::TOKEN_CAPACITY];
    let parsed = v006::ParsedToken::parse(php, &mut workspace).expect("parsed");
    assert!(!parsed.privileges().map(|(number, _)| number).is_sorted());
    parsed.warnings(Some(1_735_564_072), |warning| panic!("{warning}"));
    let rtm = RtmTokenBuilder::new(&credentials(), stamp()).build_token("alice", END, Owned);
    assert_eq!(of_006(&rtm.expect("minted")), []);
}

#[test]
fn accounts_that_are_hardly_meant_are_named() {
    for (account, name) in [
        ("undefined", "account-is-no-value"),
        ("null", "account-is-no-value"),
        ("None", "account-is-no-value"),
        ("NaN", "account-is-no-value"),
        ("1.5", "account-is-fraction"),
        ("1e21", "account-is-fraction"),
        ("1.0e+21", "account-is-fraction"),
        ("-0.5", "account-is-fraction"),
        ("-1", "account-is-negative"),
        ("-1412567329", "account-is-negative"),
        ("4294967296", "account-above-32-bits"),
        ("0", "account-is-text-zero"),
        ("", "any-user"),
    ] {
        assert_eq!(names(&of(joins("lobby", account))), [name], "{account}");
    }
    let object = of(joins("lobby", "[object Object]"));
    assert_eq!(names(&object), ["account-is-no-value"]);
    // A user id of signaling is text: a telephone number is one as well.
    let login = |user| ServiceRtm::new(user).add_privilege(PrivilegeRtm::Login, HOUR);
    assert_eq!(of(login("8613800138000")), []);
    assert_eq!(names(&of(login("undefined"))), ["account-is-no-value"]);
    for (account, name) in [
        ("null", "account-is-no-value"),
        ("0", "account-is-text-zero"),
    ] {
        let rtc = RtcTokenBuilder::new(&credentials(), stamp())
            .build_token_with_account("lobby", account, Role::Publisher, END, Owned)
            .expect("minted");
        assert_eq!(names(&of_006(&rtc)), [name]);
        let rtm = RtmTokenBuilder::new(&credentials(), stamp())
            .build_token(account, END, Owned)
            .expect("minted");
        assert_eq!(names(&of_006(&rtm)), [name]);
    }
}

#[test]
fn a_service_with_a_channel_that_nobody_may_join_is_named() {
    let publish =
        ServiceRtc::new("lobby", "7").add_privilege(PrivilegeRtc::PublishAudioStream, HOUR);
    assert_eq!(of(publish), [Warning::NoJoinPrivilege { service: 1 }]);
    assert_eq!(
        of(ServiceRtc::new("lobby", "7")),
        [Warning::NoPrivileges { service: 1 }]
    );
    // A classroom token without a room is for no room.
    let user = ServiceApaas::new("", "alice", ServiceApaas::NO_ROLE)
        .add_privilege(PrivilegeApaas::User, HOUR);
    assert_eq!(of(user), []);
    let token = AccessToken::new(&credentials(), stamp(), "lobby", "alice")
        .expect("a token")
        .build(&[(2, END)], Owned)
        .expect("minted");
    assert_eq!(names(&of_006(&token)), ["no-join-privilege"]);
}

#[test]
fn one_fact_is_one_warning() {
    let build = |expire| {
        RtcTokenBuilder2::new(&credentials(), stamp())
            .limits(Limits::Wire)
            .build_token_with_uid("lobby", 7, Role::Publisher, HOUR, expire, Owned)
            .expect("minted")
    };
    let found = of_007(&build(ExpireIn::WITH_TOKEN));
    assert_eq!(
        found,
        [Warning::PrivilegeWithoutLimit {
            service: 1,
            privilege: 1,
            count: 4
        }]
    );
    assert_eq!(
        found[0].to_string(),
        "service 1 privilege 1 and 3 others: no limit but that of the token"
    );
    assert_eq!(
        names(&of_007(&build(ExpireIn::hours(2)))),
        ["privilege-outlives-token"]
    );
    assert_eq!(
        names(&of_007(&build(ExpireIn::seconds(NOW + 3600)))),
        ["privilege-looks-absolute"]
    );
    let relative = RtcTokenBuilder::new(&credentials(), stamp())
        .build_token_with_uid("lobby", 7, Role::Publisher, ExpireAt::unix(3600), Owned)
        .expect("minted");
    assert_eq!(
        of_006(&relative),
        [Warning::DeadlineLooksRelative {
            privilege: 1,
            count: 4,
            seconds: 3600
        }]
    );
}

#[test]
fn a_name_that_is_not_documented_says_what_is_wrong_with_it() {
    for (channel, message) in [
        (
            "sal\u{e9}",
            "service 1: the channel has the character U+00E9 at byte 3, outside the documented set",
        ),
        (
            "a\u{1b}[31m",
            "service 1: the channel has the character U+001B at byte 1, outside the documented set",
        ),
    ] {
        let found = of(joins(channel, "7"));
        assert_eq!(names(&found), ["undocumented-name"]);
        assert_eq!(found[0].to_string(), message);
    }
    let found = of(joins(&"c".repeat(65), "7"));
    assert_eq!(
        found[0].to_string(),
        "service 1: the channel has 65 bytes, at most 64 are documented"
    );
}
