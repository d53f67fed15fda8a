//! What old keys and tokens are good for: of 001 to 005 and of signaling, every
//! question that can be asked.

#![allow(missing_docs, deprecated)]

use tokenmint::agora::legacy::{
    self, KeyInputs, ParsedKey, ParsedKey5, ParsedSignalingToken, generate_signaling_token,
};
use tokenmint::agora::{
    AppCertificate, AppId, Credentials, Expected, ExpireAt, Report, Role, Stamp, notification,
};
use tokenmint::output::Owned;
use tokenmint::{Error, Verdict};

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const NOW: u32 = 1_700_000_000;
const END: u32 = NOW + 60;

use Verdict::{Fails, Holds, NotAsked, Undecided};

fn certificate(text: &str) -> AppCertificate {
    AppCertificate::new(text).expect("digits")
}

/// For channel `room`, by what it is called.
fn key(name: &str, uid: u32) -> String {
    let credentials = Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials");
    let stamp = Stamp::new(NOW, 7).expect("a stamp");
    let inputs = KeyInputs {
        credentials: &credentials,
        stamp,
        channel: "room",
        uid,
        expires_at: ExpireAt::unix(END),
    };
    let made = match name {
        "001" => legacy::generate(&credentials, stamp, "room", Owned),
        "002" => legacy::generate2(&inputs, Owned),
        "003" => legacy::generate3(&inputs, Owned),
        "004" => legacy::generate_media_channel_key(&inputs, Owned),
        "004 recording" => legacy::generate_recording_key(&inputs, Owned),
        "004 sharing" => legacy::generate_public_sharing_key(&inputs, Owned),
        "005" => legacy::generate_media_channel_key5(&inputs, Owned),
        "005 recording" => legacy::generate_recording_key5(&inputs, Owned),
        "005 sharing" => legacy::generate_public_sharing_key5(&inputs, Owned),
        _ => legacy::generate_in_channel_permission_key(&inputs, legacy::NO_UPLOAD, Owned),
    };
    made.expect("a key")
}

fn check(key: &str, expected: &Expected<'_>) -> Report {
    if let Ok(parsed) = ParsedKey::parse(key) {
        return parsed.check(expected);
    }
    let mut workspace = vec![0; key.len()];
    let parsed = ParsedKey5::parse(key, &mut workspace).expect("parsed");
    parsed.check(expected)
}

/// Those that are for joining.
const JOINING: [&str; 5] = ["001", "002", "003", "004", "005"];
const OTHERS: [&str; 5] = [
    "004 recording",
    "004 sharing",
    "005 recording",
    "005 sharing",
    "005 permission",
];

#[test]
fn a_key_is_of_one_app_and_has_its_time() {
    let [own, other] = [APP_ID, CERTIFICATE].map(|text| AppId::new(text).expect("digits"));
    for name in JOINING {
        let key = key(name, 7);
        let asked = |expected: Expected<'_>| check(&key, &expected);
        let apps = [&own, &other].map(|id| asked(Expected::default().app_id(id)).app_id);
        assert_eq!(apps, [Holds, Fails(Error::AppIdMismatch)], "{name}");
        let last = match name {
            // It has no end.
            "001" => Holds,
            _ => Fails(Error::Expired),
        };
        for (now, verdict) in [
            (NOW - 1, Fails(Error::NotYetValid)),
            (NOW, Holds),
            (END - 1, Holds),
            (END, last),
            (u32::MAX, last),
        ] {
            assert_eq!(
                asked(Expected::default().now(now)).time,
                verdict,
                "{name} {now}"
            );
        }
        let nothing = asked(Expected::default());
        assert!(
            nothing.answers().iter().all(|(_, it)| *it == NotAsked),
            "{name}"
        );
    }
}

/// Signature, channel and user of a key for uid 7, or for any.
#[test]
fn names_that_are_signed_are_proven_by_the_signature_alone() {
    let certificate = certificate(CERTIFICATE);
    let base = Expected::default().certificate(&certificate);
    let bad = Fails(Error::BadSignature);
    for name in JOINING {
        // 001 has no user; 002 and 003 have one in the key, 004 and 005 sign it.
        let (of_no_user, signs_user) = (name == "001", matches!(name, "004" | "005"));
        let for_7 = key(name, 7);
        let asked = |expected: Expected<'_>| {
            let report = check(&for_7, &expected);
            (report.signature, report.channel, report.user)
        };
        let (room, hall) = (base.channel("room"), base.channel("hall"));
        assert_eq!(asked(base), (Undecided, NotAsked, NotAsked), "{name}");
        assert_eq!(asked(room.account(7)), (Holds, Holds, Holds), "{name}");
        assert_eq!(asked(room.account("7")), (Holds, Holds, Holds), "{name}");
        let user = if signs_user { Undecided } else { Holds };
        assert_eq!(asked(hall.account(7)), (bad, Undecided, user), "{name}");
        let alone = if signs_user { Undecided } else { Holds };
        assert_eq!(asked(room), (alone, alone, NotAsked), "{name}");
        for other in ["8", "007", "x"] {
            let expected = match (of_no_user, signs_user) {
                (true, _) => (Holds, Holds, Holds),
                (_, true) => (bad, Undecided, Undecided),
                _ => (Holds, Holds, Fails(Error::UserMismatch)),
            };
            assert_eq!(asked(room.account(other)), expected, "{name} {other}");
        }

        let for_any = key(name, 0);
        for expected in [room.account(7), room.account("x"), room.account("")] {
            let report = check(&for_any, &expected);
            let found = (report.signature, report.channel, report.user);
            assert_eq!(found, (Holds, Holds, Holds), "{name} {expected:?}");
        }
        assert_eq!(check(&for_any, &room).signature, Holds, "{name}");
        let wrong = self::certificate(APP_ID);
        let report = check(&for_any, &room.certificate(&wrong));
        // It may be for a user that was not given.
        let signature = if signs_user { Undecided } else { bad };
        assert_eq!(report.signature, signature, "{name}");
    }
}

#[test]
fn a_key_is_for_joining_or_it_is_not() {
    let certificate = certificate(CERTIFICATE);
    let room = Expected::default().channel("room").account(7);
    let signed = room.certificate(&certificate);
    let refused = Fails(Error::NotAuthorized);
    for name in JOINING {
        let key = key(name, 7);
        for (expected, verdict) in [
            (signed, Holds),
            (signed.without_privileges(), NotAsked),
            (signed.role(Role::Subscriber), Holds),
            // Nothing in a key says who publishes.
            (signed.role(Role::Publisher), Undecided),
            (signed.privileges(&[(1, 1)]), Holds),
            (signed.privileges(&[(1, 1), (1, 2)]), Undecided),
            (signed.privileges(&[(2, 1)]), refused),
            (signed.privileges(&[(1, 1), (2, 1)]), refused),
            (room, if name == "004" { Undecided } else { Holds }),
        ] {
            assert_eq!(
                check(&key, &expected).privilege,
                verdict,
                "{name} {expected:?}"
            );
        }
    }
    for name in OTHERS {
        let key = key(name, 7);
        let report = check(&key, &signed);
        assert_eq!(
            (report.signature, report.privilege),
            (Holds, refused),
            "{name}"
        );
        let unsigned = if name.starts_with("004") {
            Undecided
        } else {
            refused
        };
        assert_eq!(check(&key, &room).privilege, unsigned, "{name}");
    }
}

#[test]
fn a_signaling_token_ends_with_an_md5() {
    let start = format!("1:{APP_ID}:{END}:");
    for (hash, is_one) in [
        ("0123456789abcdefABCDEF0123456789", true),
        ("0123456789abcdefABCDEF012345678", false),
        ("0123456789abcdefABCDEF012345678g", false),
    ] {
        let token = format!("{start}{hash}");
        let parsed = ParsedSignalingToken::parse(&token).map(|it| it.expires_at.as_unix());
        let at = start.len();
        let expected = if is_one {
            Ok(END)
        } else {
            Err(Error::Malformed { at })
        };
        assert_eq!(parsed, expected, "{hash}");
    }
}

#[test]
fn a_signaling_token_is_for_a_login() {
    let credentials = Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials");
    let token = generate_signaling_token(&credentials, "alice", ExpireAt::unix(END), Owned);
    let token = token.expect("a token");
    let parsed = ParsedSignalingToken::parse(&token).expect("parsed");
    let certificate = certificate(CERTIFICATE);
    let [own, other] = [APP_ID, CERTIFICATE].map(|text| AppId::new(text).expect("digits"));
    let ask = Expected::default();
    let apps = [&own, &other].map(|id| parsed.check(&ask.app_id(id)).app_id);
    assert_eq!(apps, [Holds, Fails(Error::AppIdMismatch)]);
    let times = [0, END - 1, END].map(|now| parsed.check(&ask.now(now)).time);
    assert_eq!(times, [Holds, Holds, Fails(Error::Expired)]);
    let signed = ask.certificate(&certificate);
    for (expected, signature, user) in [
        (ask, NotAsked, NotAsked),
        (signed, Undecided, NotAsked),
        (ask.account("alice"), NotAsked, Undecided),
        (signed.account("alice"), Holds, Holds),
        (signed.account("bob"), Fails(Error::BadSignature), Undecided),
    ] {
        let report = parsed.check(&expected);
        assert_eq!(
            (report.signature, report.user),
            (signature, user),
            "{expected:?}"
        );
    }
    let refused = Fails(Error::NotAuthorized);
    let login = ask.privileges(&[(2, 1)]);
    for (expected, channel, privilege) in [
        (ask, NotAsked, NotAsked),
        (login, NotAsked, Holds),
        (ask.privileges(&[(2, 1), (1, 1)]), NotAsked, refused),
        (ask.privileges(&[]), NotAsked, NotAsked),
        (ask.role(Role::Subscriber), NotAsked, refused),
        (
            login.channel("room"),
            Fails(Error::ChannelMismatch),
            refused,
        ),
        (
            ask.channel("room").without_privileges(),
            Fails(Error::ChannelMismatch),
            NotAsked,
        ),
    ] {
        let report = parsed.check(&expected);
        assert_eq!(
            (report.channel, report.privilege),
            (channel, privilege),
            "{expected:?}"
        );
    }
}

/// The digests of a body in Agora's documentation.
#[test]
fn notifications_of_both_headers() {
    let body = br#"{"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}"#;
    let old = "5a3bb6a6d9fad2ea9ae3fb707a14c9d7f3136df1";
    let new = "de96da5acf03b0021ac3b4fa2225e7ae6f3533a30d50bb02c08ea4fa748bda24";
    assert_eq!(new.len(), notification::SIGNATURE_LEN);
    assert_eq!(notification::verify("secret", body, new), Ok(()));
    assert_eq!(notification::verify_old("secret", body, old), Ok(()));
    let bad = Err(Error::BadSignature);
    assert_eq!(notification::verify_old("secret", b"{}", old), bad);
    assert_eq!(notification::verify_old("secret", body, new), bad);
    assert_eq!(notification::verify("secret", body, old), bad);
}
