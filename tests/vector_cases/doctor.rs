//! Situations: tokens with a question, the verdict, what fails and why.
//!
//! A cause counts as right when the first one named is the expected one or one
//! that the case accepts in its place. A repaired paste may be answered for the
//! token that was recovered.

use std::collections::BTreeMap;

use serde_json::Value;
use tokenmint::agora::{Account, Role};
use tokenmint::doctor::{Diagnosis, Privilege, Question, Version, diagnose};

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
        match judge(case, &ask(case)) {
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

/// A text, or the texts of a list.
fn texts<'a>(case: Case<'a>, names: &[&str]) -> Vec<&'a str> {
    let mut all = Vec::new();
    for member in names.iter().filter_map(|name| case.find(name)) {
        match member.value {
            Value::String(text) => all.push(text.as_str()),
            Value::Array(list) => all.extend(list.iter().map(|text| text.as_str().expect(case.id))),
            _ => panic!("{}: neither text nor list", case.id),
        }
    }
    all
}

fn judge(case: Case<'_>, diagnosis: &Diagnosis) -> Result<(), String> {
    let expected = case.get("expected");
    let verdict = diagnosis.verdict.name();
    let first = diagnosis.failing.first().map(|fault| fault.name());
    let cause = diagnosis.causes.first().map_or("", |cause| cause.id());
    let says = || format!("{verdict}, {:?}, {:?}", diagnosis.failing, diagnosis.causes);

    let mut verdicts = texts(expected, &["verdict", "verdict_also_accepted"]);
    if diagnosis.recovered_token.is_some() {
        verdicts.extend(texts(expected, &["verdict_of_recovered"]));
    }
    if !verdicts.contains(&verdict) {
        return Err(format!("verdict {verdicts:?}: {}", says()));
    }
    // Of an answer that is accepted as well, what fails is not recorded.
    if verdict == expected.text("verdict") {
        let failing = texts(expected, &["failing", "failing_also_accepted"]);
        let right = first.map_or(failing.is_empty(), |first| failing.contains(&first));
        if !right {
            return Err(format!("failing {failing:?}: {}", says()));
        }
    }
    let causes = texts(expected, &["cause", "cause_also_accepted"]);
    if !causes.contains(&cause) {
        return Err(format!("cause {causes:?}: {}", says()));
    }
    if expected.text("cause") == "none" && diagnosis.causes.len() > 1 {
        return Err(format!("more than none: {}", says()));
    }
    recovered(expected, diagnosis)?;
    uids(expected, diagnosis)
}

fn recovered(expected: Case<'_>, diagnosis: &Diagnosis) -> Result<(), String> {
    let token = diagnosis.recovered_token.as_deref();
    let Some(right) = expected.find("recovered_token") else {
        return Ok(());
    };
    let right = right.value.as_str().expect(expected.id);
    let is_right = match expected.text("recovery") {
        "required" => token == Some(right),
        "possible" => token.is_none_or(|token| token == right),
        "content" => token.is_some_and(|token| same_content(token, right)),
        other => panic!("{}: recovery {other}", expected.id),
    };
    if is_right {
        Ok(())
    } else {
        Err(format!("recovered {token:?} in place of {right:?}"))
    }
}

fn same_content(token: &str, other: &str) -> bool {
    use tokenmint::agora::v007::{ParsedToken2, workspace_for};
    let content = |token: &str| {
        let mut workspace = vec![0; workspace_for(token.len())];
        let parsed = ParsedToken2::parse(token, &mut workspace).ok();
        parsed.map(|parsed| parsed.content().to_vec())
    };
    token == other || (content(token).is_some() && content(token) == content(other))
}

fn uids(expected: Case<'_>, diagnosis: &Diagnosis) -> Result<(), String> {
    let Some(uid) = expected.find("uid") else {
        return Ok(());
    };
    let uid = u32::try_from(uid.value.as_u64().expect(expected.id)).expect(expected.id);
    let all: Vec<u32> = texts(expected, &["uid_candidates"])
        .into_iter()
        .map(|text| text.parse().expect(expected.id))
        .collect();
    assert!(all.contains(&uid), "{}", expected.id);
    if diagnosis.uid_candidates == all {
        Ok(())
    } else {
        Err(format!("uids {all:?}: {:?}", diagnosis.uid_candidates))
    }
}
