//! What holds of every diagnosis, and the searches behind it.

#![cfg(feature = "doctor")]
#![allow(missing_docs)]

use proptest::prelude::*;
use tokenmint::agora::{
    Account, Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2, Stamp,
};
use tokenmint::doctor::{
    Cause, Conclusion, Diagnosis, Fault, Privilege, Question, Version, diagnose, uids_behind,
};
use tokenmint::internals::wire::crc32::crc32;
use tokenmint::zego::{CbcEntropy, ServerSecret, Token04};

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const NOW: u32 = 1_700_000_000;

fn stamp() -> Stamp {
    Stamp::new(NOW - 60, 7).expect("not 0")
}

fn credentials() -> Credentials {
    Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials")
}

fn token_007(channel: &str, account: &str) -> String {
    let hour = ExpireIn::hours(1);
    RtcTokenBuilder2::new(&credentials(), stamp())
        .limits(tokenmint::Limits::Wire)
        .build_token_with_user_account(
            channel,
            account,
            Role::Publisher,
            hour,
            hour,
            tokenmint::output::Owned,
        )
        .expect("a token")
}

fn token_006(channel: &str, account: Account<'_>) -> String {
    let credentials = credentials();
    let builder = RtcTokenBuilder::new(&credentials, stamp());
    let (role, end) = (Role::Publisher, ExpireAt::unix(NOW + 3600));
    let out = tokenmint::output::Owned;
    match account {
        Account::Uid(uid) => builder.build_token_with_uid(channel, uid, role, end, out),
        Account::Name(name) => builder.build_token_with_account(channel, name, role, end, out),
    }
    .expect("a token")
}

fn token_04(secret: &str) -> String {
    let secret = ServerSecret::new(secret).expect("32 characters");
    Token04::new(1, "demo", 3600)
        .mint(
            &secret,
            CbcEntropy::new(*b"0123456789abcdef", 1),
            i64::from(NOW - 60),
            tokenmint::output::Owned,
        )
        .expect("a token")
}

fn question<'a>(channel: &'a str, user: Account<'a>) -> Question<'a> {
    let mut question = Question::at(NOW);
    question.app_id = Some(APP_ID);
    question.secret = Some(CERTIFICATE);
    question.channel = Some(channel);
    question.user = Some(user);
    question
}

/// What must be so of every diagnosis.
fn sound(diagnosis: &Diagnosis, question: &Question<'_>) {
    assert_eq!(
        diagnosis.verdict == Conclusion::Holds,
        diagnosis.failing.is_empty(),
        "{diagnosis:?}"
    );
    assert!(diagnosis.failing.is_sorted(), "{diagnosis:?}");
    assert_eq!(
        diagnosis.causes.contains(&Cause::None),
        diagnosis.causes == [Cause::None],
        "{diagnosis:?}"
    );
    let texts = || diagnosis.advice.iter().chain(&diagnosis.not_checked);
    let secret = question.secret.unwrap_or("").trim();
    for text in texts() {
        assert!(!text.contains(char::is_control), "{text:?}");
        let shown = secret.len() >= 8 && text.contains(secret);
        assert!(!shown, "{text:?} has the secret");
    }
}

/// Texts that a token, or a part of one, may be.
fn pastes() -> impl Strategy<Value = String> {
    let tokens = vec![
        token_007("lobby", "7"),
        token_006("lobby", Account::Uid(7)),
        token_04("fa94dd0f974cf2e293728a526b028271"),
    ];
    let changed = (
        proptest::sample::select(tokens),
        any::<proptest::sample::Index>(),
        any::<char>(),
    );
    prop_oneof![
        any::<String>(),
        "(007|006|04|03|005|1:)[A-Za-z0-9+/=]{0,200}",
        changed.prop_map(|(token, at, new)| {
            let at = at.index(token.len());
            token
                .chars()
                .enumerate()
                .map(|(n, c)| if n == at { new } else { c })
                .collect()
        }),
    ]
}

fn texts() -> impl Strategy<Value = Option<String>> {
    let known = [
        APP_ID,
        CERTIFICATE,
        "lobby",
        "7",
        "",
        "0",
        "-1",
        "fa94dd0f974cf2e293728a526b028271",
    ];
    proptest::option::of(prop_oneof![
        proptest::sample::select(known.to_vec()).prop_map(String::from),
        any::<String>(),
        "\\PC{0,40}",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_paste_and_no_question_breaks_a_diagnosis(
        paste in pastes(),
        names in [texts(), texts(), texts(), texts(), texts()],
        now in any::<u32>(),
        role in proptest::option::of(proptest::sample::select(
            vec![Role::Publisher, Role::Subscriber, Role::Attendee, Role::Admin])),
        privileges in proptest::collection::vec((0..12_u16, 0..5_u16), 0..3),
        accepts in proptest::option::of(proptest::sample::select(
            vec![Version::V007, Version::V006, Version::V04, Version::V03])),
        without_privilege in any::<bool>(),
    ) {
        let [app_id, secret, channel, user, sdk_error] = &names;
        let privileges: Vec<_> = privileges
            .into_iter()
            .map(|(service, number)| Privilege { service, number })
            .collect();
        let mut question = Question::at(now);
        question.app_id = app_id.as_deref();
        question.secret = secret.as_deref();
        question.channel = channel.as_deref();
        question.user = user.as_deref().map(Account::Name);
        question.role = role;
        question.privileges = &privileges;
        question.accepts = accepts;
        question.without_privilege = without_privilege;
        question.sdk_error = sdk_error.as_deref();
        sound(&diagnose(&paste, &question), &question);
    }

    #[test]
    fn the_uid_behind_a_checksum_is_found_and_proven(uid in 1..=u32::MAX, other in any::<u32>()) {
        let token = token_006("lobby", Account::Uid(uid));
        let question = question("lobby", Account::Uid(other));
        let diagnosis = diagnose(&token, &question);
        sound(&diagnosis, &question);
        if other == uid {
            prop_assert_eq!(diagnosis.causes, [Cause::None]);
        } else if diagnosis.causes == [Cause::UserMismatch] {
            prop_assert_eq!(diagnosis.failing, [Fault::User]);
            prop_assert_eq!(diagnosis.uid, Some(uid));
            prop_assert!(diagnosis.uid_candidates.contains(&uid));
        }
    }

    #[test]
    fn what_is_found_has_the_checksum(crc in any::<u32>()) {
        for uid in uids_behind(crc) {
            prop_assert_eq!(crc32(uid.to_string().as_bytes()), crc);
        }
    }
}

#[test]
fn long_names_are_not_deformed_for_ever() {
    let long = "a b%".repeat(16_000);
    for token in [token_007(&long, "7"), token_006("lobby", Account::Uid(7))] {
        let question = question(&long[1..], Account::Name(&long));
        let diagnosis = diagnose(&token, &question);
        sound(&diagnosis, &question);
        assert_eq!(
            diagnosis.causes,
            [Cause::ChannelMismatch, Cause::UserMismatch]
        );
        let said: usize = diagnosis.advice.iter().map(String::len).sum();
        assert!(said < 4096, "{said} bytes of advice");
    }
}

#[test]
fn a_token_that_was_changed_is_not_said_to_have_a_wrong_key() {
    let secret = "fa94dd0f974cf2e293728a526b028271";
    let mut token = token_04(secret);
    // The end in clear is the first eight bytes.
    token.replace_range(10..12, "zz");
    let mut question = Question::at(NOW);
    question.secret = Some(secret);
    let diagnosis = diagnose(&token, &question);
    sound(&diagnosis, &question);
    assert_eq!(
        diagnosis.failing.first(),
        Some(&Fault::Signature),
        "{diagnosis:?}"
    );
    assert!(
        !diagnosis.causes.contains(&Cause::WrongKey),
        "{diagnosis:?}"
    );
    assert!(!diagnosis.advice.is_empty());
}

/// What a token is asked for of two services is judged for each by itself.
#[test]
fn privileges_of_another_service_are_of_the_wrong_service() {
    let token = token_007("lobby", "7");
    let login = [Privilege {
        service: 2,
        number: 1,
    }];
    let mut question = question("lobby", Account::Uid(7));
    question.privileges = &login;
    let diagnosis = diagnose(&token, &question);
    assert_eq!(diagnosis.failing, [Fault::Privilege]);
    assert_eq!(diagnosis.causes, [Cause::WrongService]);
}

#[test]
fn a_certificate_in_the_place_of_the_app_id_is_not_shown() {
    let mut question = question("lobby", Account::Uid(7));
    question.app_id = Some(CERTIFICATE);
    question.secret = Some(APP_ID);
    let diagnosis = diagnose(&token_007("lobby", "7"), &question);
    sound(&diagnosis, &question);
    assert_eq!(diagnosis.causes, [Cause::AppIdCertificateSwapped]);
}
