//! What came before 006, read and checked.

use tokenmint::agora::legacy::{ParsedKey, ParsedKey5, ParsedSignalingToken};
use tokenmint::agora::{AppCertificate, AppId, Expected, Report};
use tokenmint::{Error, Verdict};

use super::support::Case;

const OTHER_CERTIFICATE: &str = "00000000000000000000000000000000";

/// The key answers for its own inputs, and for no others.
pub fn run(case: Case<'_>, token: &str) {
    let id = case.id;
    let inputs = case.get("inputs");
    let certificate = AppCertificate::new(inputs.text("app_certificate")).expect(id);
    let app_id = AppId::new(inputs.text("app_id")).expect(id);
    let expected = Expected::default()
        .certificate(&certificate)
        .app_id(&app_id);
    let mut workspace = vec![0; token.len()];
    match case.text("format") {
        "signaling-1" => {
            let parsed = ParsedSignalingToken::parse(token).expect(id);
            signaling(case, expected, &|expected| parsed.check(expected));
        }
        "005" => {
            let parsed = ParsedKey5::parse(token, &mut workspace).expect(id);
            key(case, expected, &|expected| parsed.check(expected));
        }
        _ => {
            let parsed = ParsedKey::parse(token).expect(id);
            key(case, expected, &|expected| parsed.check(expected));
        }
    }
}

fn signaling(case: Case<'_>, expected: Expected<'_>, check: &dyn Fn(&Expected<'_>) -> Report) {
    let id = case.id;
    let inputs = case.get("inputs");
    let end = u32::try_from(inputs.number("expired_ts")).expect(id);
    let asked = expected
        .account(inputs.text("account"))
        .privileges(&[(2, 1)])
        .now(end - 1);
    assert_eq!(check(&asked).ok(), Ok(()), "{id}");
    assert_eq!(
        check(&asked.now(end)).time,
        Verdict::Fails(Error::Expired),
        "{id}"
    );
    let nobody = check(&expected);
    assert_eq!(nobody.signature, Verdict::Undecided, "{id}");
    let other = check(&asked.account("somebody else"));
    assert_eq!(other.signature, Verdict::Fails(Error::BadSignature), "{id}");
    assert_eq!(other.user, Verdict::Undecided, "{id}");
    let channel = check(&asked.channel("lobby"));
    assert_eq!(channel.ok(), Err(Error::ChannelMismatch), "{id}");
    is_not_of_another_project(id, asked, check);
}

fn key(case: Case<'_>, expected: Expected<'_>, check: &dyn Fn(&Expected<'_>) -> Report) {
    let id = case.id;
    let inputs = case.get("inputs");
    let number = |name: &str| u32::try_from(inputs.number(name)).expect(id);
    let issued_at = number("unix_ts");
    let uid = inputs.find("uid").map_or(0, |_| number("uid"));
    // The official fixtures end a second before they begin.
    let end = inputs.find("expired_ts").map(|_| number("expired_ts"));
    let asked = expected
        .channel(inputs.text("channel"))
        .account(uid)
        .without_privileges();
    let report = check(&asked);
    assert_eq!(report.ok(), Ok(()), "{id}");
    let held = [report.signature, report.app_id, report.channel, report.user];
    assert_eq!(held, [Verdict::Holds; 4], "{id}");

    let times = [
        (issued_at - 1, Verdict::Fails(Error::NotYetValid)),
        (
            issued_at,
            match end {
                Some(end) if end <= issued_at => Verdict::Fails(Error::Expired),
                _ => Verdict::Holds,
            },
        ),
    ];
    for (now, verdict) in times {
        assert_eq!(check(&asked.now(now)).time, verdict, "{id}");
    }
    // What the service of a key is for.
    let service = inputs.find("service").map(|_| inputs.text("service"));
    let joins = matches!(service, None | Some("ACS"));
    let mut join = asked;
    join.wanted = Expected::default().wanted;
    let privilege = if joins {
        Verdict::Holds
    } else {
        Verdict::Fails(Error::NotAuthorized)
    };
    assert_eq!(check(&join).privilege, privilege, "{id}");
    let publish = check(&join.privileges(&[(1, 3)])).privilege;
    assert!(!matches!(publish, Verdict::Holds), "{id}");

    let elsewhere = check(&asked.channel("another channel"));
    assert_eq!(elsewhere.ok(), Err(Error::BadSignature), "{id}");
    assert_eq!(elsewhere.channel, Verdict::Undecided, "{id}");
    if uid != 0 {
        assert!(check(&asked.account(uid ^ 1)).ok().is_err(), "{id}");
        assert!(check(&asked.account("alice")).ok().is_err(), "{id}");
    }
    let mut unnamed = asked;
    unnamed.channel = None;
    assert_eq!(check(&unnamed).signature, Verdict::Undecided, "{id}");
    is_not_of_another_project(id, asked, check);
}

fn is_not_of_another_project(
    id: &str,
    asked: Expected<'_>,
    check: &dyn Fn(&Expected<'_>) -> Report,
) {
    let certificate = AppCertificate::new(OTHER_CERTIFICATE).expect("digits");
    let signature = check(&asked.certificate(&certificate)).signature;
    assert_eq!(signature, Verdict::Fails(Error::BadSignature), "{id}");
    let app_id = AppId::new(OTHER_CERTIFICATE).expect("digits");
    let found = check(&asked.app_id(&app_id)).app_id;
    assert_eq!(found, Verdict::Fails(Error::AppIdMismatch), "{id}");
}
