//! What a token may be used for: channel, user and privileges of one service.

#![cfg(feature = "agora")]
#![allow(missing_docs)]

use tokenmint::agora::v007::{
    ParsedToken2, PrivilegeChat, PrivilegeFcdn, PrivilegeRtc, PrivilegeRtm, PrivilegeStreaming,
    Service, ServiceApaas, ServiceChat, ServiceFcdn, ServiceFpa, ServiceRtc, ServiceRtm,
    ServiceRtm2, ServiceStreaming, workspace_len,
};
use tokenmint::agora::{
    AccessToken, AccessToken2, Account, Credentials, EducationTokenBuilder2, Expected, ExpireAt,
    ExpireIn, Report, Role, RtcTokenBuilder, RtmTokenBuilder, Stamp, v006,
};
use tokenmint::output::Owned;
use tokenmint::{Error, Verdict};

const NOW: u32 = 1_700_000_000;
const HOUR: ExpireIn = ExpireIn::hours(1);

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

/// A 007 token with these services, asked.
fn ask<const N: usize>(services: [Service<'_>; N], expected: Expected<'_>) -> Report {
    let credentials = credentials();
    let mut token = AccessToken2::new(&credentials, stamp(), HOUR);
    for service in services {
        token = token.add_service(service).expect("a service");
    }
    let token = token.build(Owned).expect("minted");
    check_007(&token, &expected)
}

fn check_007(token: &str, expected: &Expected<'_>) -> Report {
    let credentials = credentials();
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("parsed");
    let report = parsed.check(&expected.certificate(credentials.certificate()));
    assert_eq!(report.signature, Verdict::Holds);
    report
}

fn check_006(token: &str, expected: &Expected<'_>) -> Report {
    let mut workspace = vec![0; token.len()];
    let parsed = v006::ParsedToken::parse(token, &mut workspace).expect("parsed");
    parsed.check(expected)
}

fn joins<'a>(channel: &'a str, account: impl Into<Account<'a>>) -> Service<'a> {
    ServiceRtc::new(channel, account)
        .add_privilege(PrivilegeRtc::JoinChannel, HOUR)
        .into()
}

fn publishes<'a>(channel: &'a str, account: impl Into<Account<'a>>) -> Service<'a> {
    let mut service = ServiceRtc::new(channel, account);
    for privilege in [
        PrivilegeRtc::JoinChannel,
        PrivilegeRtc::PublishAudioStream,
        PrivilegeRtc::PublishVideoStream,
        PrivilegeRtc::PublishDataStream,
    ] {
        service = service.add_privilege(privilege, HOUR);
    }
    service.into()
}

fn rtm(user: &str) -> Service<'_> {
    ServiceRtm::new(user)
        .add_privilege(PrivilegeRtm::Login, HOUR)
        .into()
}

fn chat_app() -> Service<'static> {
    ServiceChat::app()
        .add_privilege(PrivilegeChat::App, HOUR)
        .into()
}

fn in_room<'a>(account: impl Into<Account<'a>>) -> Expected<'a> {
    Expected::default().channel("room").account(account)
}

const fn fails(error: Error) -> Verdict {
    Verdict::Fails(error)
}

#[test]
fn another_service_lends_nothing_to_a_channel() {
    // A chat application is for any user, the channel is for 7.
    let report = ask([joins("room", 7), chat_app()], in_room(8));
    assert_eq!(report.ok(), Err(Error::UserMismatch));
    assert_eq!(report.service, Some(0));
    // The account logs in to RTM, and does not join.
    let report = ask(
        [publishes("room", 7), rtm("alice")],
        in_room("alice").role(Role::Publisher),
    );
    assert_eq!(report.ok(), Err(Error::UserMismatch));
    // The uid joins, and does not log in to RTM.
    let login = Expected::default().account(7).privileges(&[(2, 1)]);
    let report = ask([publishes("room", 7), rtm("alice")], login);
    assert_eq!(report.ok(), Err(Error::UserMismatch));
    assert_eq!(report.service, Some(1));
    // Both together hold where both users are the same one.
    let both = in_room("7").privileges(&[(1, 3), (2, 1)]);
    let report = ask([publishes("room", 7), rtm("7")], both);
    assert_eq!(report.ok(), Ok(()));
}

#[test]
fn another_channel_lends_nothing_either() {
    let services = || [joins("lobby", 8), publishes("room", 7)];
    assert_eq!(ask(services(), in_room(7)).ok(), Ok(()));
    assert_eq!(ask(services(), in_room(7)).service, Some(1));
    assert_eq!(ask(services(), in_room(8)).ok(), Err(Error::UserMismatch));
    let publisher = in_room(8).role(Role::Publisher);
    let report = ask([publishes("lobby", 8), joins("room", 8)], publisher);
    assert_eq!(report.privilege, fails(Error::NotAuthorized));
    assert_eq!(report.service, Some(1));
    // One mistake is enough: only the channel is wrong.
    let report = ask(services(), Expected::to_join("stage", 7, Role::Publisher));
    assert_eq!(report.channel, fails(Error::ChannelMismatch));
    assert_eq!([report.user, report.privilege], [Verdict::Holds; 2]);
}

#[test]
fn the_service_that_comes_closest_is_the_one_that_is_judged() {
    let services = [
        joins("room", 9),
        ServiceRtc::new("room", 7).into(),
        publishes("room", 7),
    ];
    let report = ask(services, in_room(7));
    assert_eq!((report.ok(), report.service), (Ok(()), Some(2)));
    let short =
        ServiceRtc::new("room", 7).add_privilege(PrivilegeRtc::JoinChannel, ExpireIn::seconds(60));
    let services = [ServiceRtc::new("room", 7).into(), short.into()];
    let report = ask(services, in_room(7).now(NOW + 60));
    assert_eq!(report.privilege, fails(Error::Expired));
    assert_eq!(report.service, Some(1));
}

#[test]
fn joining_is_asked_unless_it_is_left_out() {
    let service = || ServiceRtc::new("room", 7);
    for (services, privilege) in [
        ([service().into()], fails(Error::NotAuthorized)),
        (
            [service()
                .add_privilege(PrivilegeRtc::PublishAudioStream, HOUR)
                .into()],
            fails(Error::NotAuthorized),
        ),
        (
            [service()
                .add_privilege(PrivilegeRtc::JoinChannel, ExpireIn::seconds(9))
                .into()],
            fails(Error::Expired),
        ),
        (
            [service()
                .add_privilege(PrivilegeRtc::JoinChannel, ExpireIn::WITH_TOKEN)
                .into()],
            Verdict::Holds,
        ),
    ] {
        let expected = in_room(7).now(NOW + 9);
        let report = ask(services.clone(), expected);
        assert_eq!(report.privilege, privilege, "{services:?}");
        let report = ask(services, expected.without_privileges());
        assert_eq!((report.ok(), report.privilege), (Ok(()), Verdict::NotAsked));
    }
    let publish = in_room(7).privileges(&[(1, 2)]);
    let service = service().add_privilege(PrivilegeRtc::PublishAudioStream, HOUR);
    assert_eq!(
        ask([service.into()], publish).ok(),
        Err(Error::NotAuthorized)
    );
    // No channel, nothing to join.
    let nobody = ask([joins("room", 7)], Expected::default());
    assert_eq!(nobody.privilege, Verdict::NotAsked);
}

#[test]
fn joining_has_a_number_in_each_service() {
    let classroom = EducationTokenBuilder2::new(&credentials(), stamp())
        .build_room_user_token("room", "alice", 1, HOUR, Owned)
        .expect("minted");
    assert_eq!(check_007(&classroom, &in_room("alice")).ok(), Ok(()));
    let report = check_007(&classroom, &in_room("bob"));
    assert_eq!(report.ok(), Err(Error::UserMismatch));
    let publisher = in_room("alice").role(Role::Publisher);
    let report = check_007(&classroom, &publisher);
    assert_eq!(report.ok(), Err(Error::NotAuthorized));
    // What the Node library writes.
    let empty = ServiceApaas::new("room", "alice", 1);
    let report = ask([empty.into()], in_room("alice"));
    assert_eq!(report.ok(), Err(Error::NotAuthorized));
    // Nobody joins a stream or a CDN; what they grant can be asked.
    let streaming = || {
        ServiceStreaming::new("room", 7)
            .add_privilege(PrivilegeStreaming::PublishMixStream, HOUR)
            .into()
    };
    let fcdn = ServiceFcdn::new("room", 7).add_privilege(PrivilegeFcdn::Publish, HOUR);
    for service in [streaming(), fcdn.into()] {
        assert_eq!(ask([service], in_room(7)).ok(), Err(Error::NotAuthorized));
    }
    let mix = in_room(7).privileges(&[(3, 1)]);
    assert_eq!(ask([streaming()], mix).ok(), Ok(()));
    assert_eq!(
        ask([streaming()], mix.account(8)).ok(),
        Err(Error::UserMismatch)
    );
}

#[test]
fn a_user_alone_is_asked_of_every_service_that_names_one() {
    let alice = Expected::default().account("alice");
    let report = ask([joins("room", 7), rtm("alice")], alice);
    assert_eq!(
        (report.user, report.service),
        (fails(Error::UserMismatch), Some(0))
    );
    for services in [
        [joins("room", "alice"), rtm("alice")],
        [joins("room", 0), rtm("alice")],
    ] {
        assert_eq!(ask(services, alice).ok(), Ok(()));
    }
    let fpa = ServiceFpa::new();
    assert_eq!(ask([fpa.into()], alice).ok(), Err(Error::UserMismatch));
}

#[test]
fn what_a_token_does_not_have_it_does_not_grant() {
    let login = Expected::default().account("alice").privileges(&[(8, 1)]);
    let report = ask([joins("room", 7), rtm("alice")], login);
    assert_eq!(report.privilege, fails(Error::NotAuthorized));
    assert_eq!(report.user, Verdict::Holds);
    let rtm2 = ServiceRtm2::new("alice", &[]).add_privilege(PrivilegeRtm::Login, HOUR);
    assert_eq!(ask([rtm2.into()], login).ok(), Ok(()));
}

fn rtc_006(uid: u32, end: u32) -> String {
    RtcTokenBuilder::new(&credentials(), stamp())
        .build_token_with_uid("room", uid, Role::Publisher, ExpireAt::unix(end), Owned)
        .expect("minted")
}

#[test]
fn a_006_signature_is_undecided_until_its_names_are_known() {
    let credentials = credentials();
    let signed = Expected::default().certificate(credentials.certificate());
    let token = rtc_006(7, NOW + 60);
    for (expected, signature, ok) in [
        (signed, Verdict::Undecided, Err(Error::Undecided)),
        (
            signed.channel("room"),
            Verdict::Undecided,
            Err(Error::Undecided),
        ),
        (signed.account(7), Verdict::Undecided, Err(Error::Undecided)),
        (
            signed.channel("else").account(7),
            Verdict::Undecided,
            Err(Error::ChannelMismatch),
        ),
        (
            signed.channel("room").account(8),
            Verdict::Undecided,
            Err(Error::UserMismatch),
        ),
        (signed.channel("room").account(7), Verdict::Holds, Ok(())),
    ] {
        let report = check_006(&token, &expected);
        assert_eq!(
            (report.signature, report.ok()),
            (signature, ok),
            "{expected:?}"
        );
    }
    // Anybody may use it, so the account that is signed is known: none.
    let any = rtc_006(0, NOW + 60);
    for expected in [signed.channel("room"), signed.channel("room").account("x")] {
        assert_eq!(check_006(&any, &expected).ok(), Ok(()));
    }
}

#[test]
fn an_rtm_token_of_006_is_for_its_user_and_for_no_channel() {
    let credentials = credentials();
    let token = RtmTokenBuilder::new(&credentials, stamp())
        .build_token("alice", ExpireAt::unix(NOW + 60), Owned)
        .expect("minted");
    let signed = Expected::default()
        .certificate(credentials.certificate())
        .now(NOW);
    let alice = signed.account("alice").privileges(&[(2, 1)]);
    assert_eq!(check_006(&token, &alice).ok(), Ok(()));
    let ended = alice.now(NOW + 60);
    assert_eq!(check_006(&token, &ended).ok(), Err(Error::Expired));
    let report = check_006(&token, &alice.account("bob"));
    assert_eq!(report.ok(), Err(Error::UserMismatch));
    for channel in ["room", "alice"] {
        let report = check_006(&token, &signed.account("alice").channel(channel));
        assert_eq!(report.channel, fails(Error::ChannelMismatch));
        assert_eq!(report.privilege, fails(Error::NotAuthorized));
    }
}

#[test]
fn privileges_of_006_are_one_space() {
    let token = rtc_006(7, NOW + 60);
    let asked = in_room(7).now(NOW);
    for (privileges, ok) in [
        (&[(1, 1)][..], Ok(())),
        (&[(1, 2), (1, 4)], Ok(())),
        (&[(1, 5)], Err(Error::NotAuthorized)),
        (&[(2, 1)], Err(Error::NotAuthorized)),
        (&[(5, 1)], Err(Error::NotAuthorized)),
    ] {
        let report = check_006(&token, &asked.privileges(privileges));
        assert_eq!(report.ok(), ok, "{privileges:?}");
    }
    let publisher = asked.role(Role::Publisher);
    assert_eq!(check_006(&token, &publisher).ok(), Ok(()));
    assert_eq!(
        check_006(&token, &publisher.now(NOW + 60)).ok(),
        Err(Error::Expired)
    );
    // A role joins, whether a channel is named or not.
    let login = AccessToken::new(&credentials(), stamp(), "room", 7)
        .expect("a token")
        .build(&[(1000, ExpireAt::unix(NOW + 60))], Owned)
        .expect("minted");
    for (role, token, ok) in [
        (Role::Subscriber, &token, Ok(())),
        (Role::Subscriber, &login, Err(Error::NotAuthorized)),
    ] {
        let report = check_006(token, &Expected::default().role(role).now(NOW));
        assert_eq!(report.ok(), ok, "{role:?}");
    }
    // A lifetime in place of a deadline lies in 1970, and 0 is no deadline.
    assert_eq!(
        check_006(&rtc_006(7, 3600), &asked).ok(),
        Err(Error::Expired)
    );
    assert_eq!(check_006(&rtc_006(7, 0), &publisher).ok(), Ok(()));
    let both = AccessToken::new(&credentials(), stamp(), "room", 7)
        .expect("a token")
        .build(
            &[
                (1, ExpireAt::unix(NOW + 60)),
                (1000, ExpireAt::unix(NOW + 60)),
            ],
            Owned,
        )
        .expect("minted");
    let both_asked = asked.privileges(&[(2, 1)]);
    assert_eq!(check_006(&both, &both_asked).ok(), Ok(()));
}

#[test]
fn a_007_token_is_good_from_its_second_to_its_end() {
    for (now, verdict) in [
        (NOW - 1, Verdict::Fails(Error::NotYetValid)),
        (NOW, Verdict::Holds),
        (NOW + 3599, Verdict::Holds),
        (NOW + 3600, Verdict::Fails(Error::Expired)),
    ] {
        let report = ask([joins("lobby", 7)], Expected::default().now(now));
        assert_eq!(report.time, verdict, "{now}");
    }
}

#[test]
fn every_service_that_is_named_has_to_be_there() {
    let both = [(1, 1), (2, 1)];
    let expected = Expected::default().privileges(&both);
    let report = ask([joins("lobby", 7), rtm("7")], expected);
    assert_eq!(report.privilege, Verdict::Holds);
    let report = ask([joins("lobby", 7)], expected);
    assert_eq!(report.privilege, Verdict::Fails(Error::NotAuthorized));
    // Of two that lack the same it is the first.
    let lacking = [
        ServiceRtc::new("lobby", 7).into(),
        ServiceRtm::new("7").into(),
    ];
    assert_eq!(ask(lacking, expected).service, Some(0));
    let equal = [joins("lobby", 7), joins("lobby", 7)];
    let report = ask(equal, Expected::to_join("lobby", 7, Role::Subscriber));
    assert_eq!((report.ok(), report.service), (Ok(()), Some(0)));
}
