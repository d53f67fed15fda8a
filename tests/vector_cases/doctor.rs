//! Situations: tokens with a question, the verdict, what fails and why.

use std::collections::BTreeMap;

use serde_json::Value;
use tokenmint::agora::{Account, Role};
use tokenmint::doctor::{Diagnosis, Privilege, Question, Version, diagnose};

use super::diagnosed::{Diagnosed, judge};
use super::support::{Case, known};

const MEMBERS: &[&str] = &[
    "id", "service", "what", "token", "question", "expected", "made_by", "official",
];
const QUESTION: &[&str] = &[
    "app_id",
    "certificate",
    "secret",
    "channel",
    "uid",
    "account",
    "role",
    "privilege",
    "format",
    "now",
    "sdk_error",
];
const EXPECTED: &[&str] = &[
    "verdict",
    "verdict_also_accepted",
    "verdict_of_recovered",
    "failing",
    "failing_all",
    "failing_also_accepted",
    "failing_of_recovered",
    "cause",
    "also_causes",
    "cause_also_accepted",
    "recovered_token",
    "recovery",
    "uid",
    "uid_candidates",
];

/// Right and all cases of a cause.
type Counts = BTreeMap<String, (usize, usize)>;

pub fn run(file: &Value) {
    let cases = Case::list(file);
    assert!(!cases.is_empty(), "no situations");
    let mut counts = Counts::new();
    let mut wrong = Vec::new();
    for case in cases {
        known(case.id, case.value, MEMBERS);
        let expected = case.get("expected");
        known(case.id, expected.value, EXPECTED);
        let count = counts.entry(expected.text("cause").to_owned()).or_default();
        count.1 += 1;
        match judge(case, &diagnosed(&ask(case))) {
            Ok(()) => count.0 += 1,
            Err(why) => wrong.push(format!("{}: {why}", case.id)),
        }
    }
    for (cause, (right, all)) in &counts {
        println!("{cause}: {right}/{all}");
    }
    let sum = |part: fn(&(usize, usize)) -> usize| counts.values().map(part).sum::<usize>();
    println!("all: {}/{}", sum(|count| count.0), sum(|count| count.1));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn diagnosed(diagnosis: &Diagnosis) -> Diagnosed {
    Diagnosed {
        verdict: diagnosis.verdict.name().to_owned(),
        failing: diagnosis
            .failing
            .iter()
            .map(|it| it.name().to_owned())
            .collect(),
        causes: diagnosis
            .causes
            .iter()
            .map(|it| it.id().to_owned())
            .collect(),
        recovered_token: diagnosis.recovered_token.clone(),
        uid_candidates: diagnosis.uid_candidates.clone(),
    }
}

/// The answer for a case.
fn ask(case: Case<'_>) -> Diagnosis {
    let asked = case.get("question");
    known(case.id, asked.value, QUESTION);
    let text = |name| asked.find(name).map(|_| asked.text(name));
    let app_id = asked.find("app_id").map(|app_id| match app_id.value {
        Value::String(text) => text.clone(),
        number => number.to_string(),
    });
    let uid = asked.find("uid").map(|uid| uid.value.to_string());
    let privileges: Vec<_> = text("privilege").map(privilege).into_iter().collect();
    let mut question = Question::at(u32::try_from(asked.number("now")).expect(case.id));
    question.app_id = app_id.as_deref();
    question.secret = text("certificate").or_else(|| text("secret"));
    question.channel = text("channel");
    question.user = match (&uid, text("account")) {
        (Some(uid), _) => Some(uid.parse().map_or(Account::Name(uid), Account::Uid)),
        (None, account) => account.map(Account::Name),
    };
    question.role = text("role").map(|role| match role {
        "publisher" => Role::Publisher,
        "subscriber" => Role::Subscriber,
        other => panic!("{}: role {other}", case.id),
    });
    question.privileges = &privileges;
    question.accepts = text("format").map(|version| match version {
        "007" => Version::V007,
        "006" => Version::V006,
        "04" => Version::V04,
        "03" => Version::V03,
        other => panic!("{}: version {other}", case.id),
    });
    question.sdk_error = text("sdk_error");
    let diagnosis = diagnose(case.text("token"), &question);
    let secret = question.secret.unwrap_or("");
    let shown = format!("{diagnosis:?}");
    assert!(
        secret.len() < 8 || !shown.contains(secret),
        "{}: the secret is shown",
        case.id
    );
    diagnosis
}

fn privilege(name: &str) -> Privilege {
    let (service, number) = match name {
        "rtc:join" => (1, 1),
        "rtc:publish-audio" => (1, 2),
        "rtc:publish-video" => (1, 3),
        "rtc:publish-data" => (1, 4),
        "rtm:login" => (2, 1),
        "streaming:publish-mix" => (3, 1),
        "streaming:publish-raw" => (3, 2),
        "fpa:login" => (4, 1),
        "chat:user" => (5, 1),
        "chat:app" => (5, 2),
        "fcdn:publish" => (6, 1),
        "fcdn:play" => (6, 2),
        "education:room-user" => (7, 1),
        "education:user" => (7, 2),
        "education:app" => (7, 3),
        "rtm2:login" => (8, 1),
        other => panic!("privilege {other}"),
    };
    Privilege { service, number }
}
