//! The doctor on any paste with any question: an answer without the secret and
//! without what a terminal obeys; a token as it stands is left alone.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::agora::{Account, Role};
use tokenmint::doctor::{Form, Privilege, Question, diagnose, paste};

const SECRET: &str = "5CFd2fd1755d40ecb72977518be15d3b";

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    text: &'a str,
    app_id: Option<&'a str>,
    with_secret: bool,
    channel: Option<&'a str>,
    uid: Option<u32>,
    account: Option<&'a str>,
    publisher: Option<bool>,
    privilege: Option<(u16, u16)>,
    now: u32,
    sdk_error: Option<&'a str>,
}

fuzz_target!(|input: Input<'_>| {
    let privileges: Vec<_> = input
        .privilege
        .iter()
        .map(|&(service, number)| Privilege { service, number })
        .collect();
    let mut question = Question::at(input.now);
    question.app_id = input.app_id;
    question.secret = input.with_secret.then_some(SECRET);
    question.channel = input.channel;
    question.user = input
        .uid
        .map(Account::Uid)
        .or(input.account.map(Account::Name));
    question.role = input.publisher.map(|publishes| {
        if publishes {
            Role::Publisher
        } else {
            Role::Subscriber
        }
    });
    question.privileges = &privileges;
    question.sdk_error = input.sdk_error;

    let diagnosis = diagnose(input.text, &question);
    let lines = diagnosis.advice.iter().chain(&diagnosis.not_checked);
    for line in lines {
        assert!(!line.contains(char::is_control), "{line:?}");
        assert!(!input.with_secret || !line.contains(SECRET), "{line:?}");
    }
    let recovery = paste::recover(input.text, &question);
    if let Some(token) = &recovery.token {
        // What was found is a token, and finding it again changes nothing.
        let form = Form::of(token).expect("a known form");
        assert!(form.explain(token, &question).is_ok(), "{token:?}");
        assert!(form.verify(token, &question).is_ok(), "{token:?}");
        let again = paste::recover(token, &question);
        assert_eq!(again.token.as_ref(), Some(token));
        assert!(again.undone.is_empty(), "{again:?}");
    }
});
