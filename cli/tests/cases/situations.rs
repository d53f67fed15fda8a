//! Every situation, through the command: `doctor` has to find what is wrong and
//! `verify` has to agree with it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnosed::{Diagnosed, judge};
use crate::run::{Ran, Run, tokenmint};
use crate::support::{Case, load};

/// Right and all cases of a cause.
type Counts = BTreeMap<String, (usize, usize)>;

#[test]
fn situations() {
    let file = load("situations");
    let cases = Case::list(&file);
    assert!(!cases.is_empty(), "no situations");
    let mut counts = Counts::new();
    let mut wrong = Vec::new();
    for case in cases {
        let cause = case.get("expected").text("cause").to_owned();
        let count = counts.entry(cause).or_default();
        count.1 += 1;
        match right(case) {
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

fn right(case: Case<'_>) -> Result<(), String> {
    let doctor = asked(case, "doctor", true).run();
    no_secret(case, &doctor)?;
    let answer = doctor.json();
    judge(case, &diagnosed(case, &answer))?;
    let text = asked(case, "doctor", false).run();
    no_secret(case, &text)?;
    if text.stdout.contains(|c: char| c.is_control() && c != '\n') {
        return Err(format!("control characters: {text:?}"));
    }
    let verify = asked(case, "verify", true).run();
    no_secret(case, &verify)?;
    agrees(&answer, &verify)
}

/// `verify` goes on with the token that was recovered.
fn agrees(doctor: &Value, verify: &Ran) -> Result<(), String> {
    let recovered = &doctor["recovered_token"];
    let (verdict, failing) = if recovered.is_null() {
        (&doctor["verdict"], &doctor["failing"])
    } else {
        (
            &doctor["verdict_of_recovered"],
            &doctor["failing_of_recovered"],
        )
    };
    let code = match (verdict.as_str(), failing[0].as_str()) {
        (Some("unreadable"), _) => 3,
        (Some("holds"), None) => 0,
        (Some("fails"), Some(fault)) => match fault {
            "certificate" => 18,
            "version" => 24,
            "signature" => 10,
            "app_id" => 11,
            "issued" => 12,
            "time" => 13,
            "content" => 25,
            "channel" => 14,
            "user" => 15,
            "privilege" => 16,
            "privilege_ended" => 17,
            other => return Err(format!("unknown fault {other}")),
        },
        other => return Err(format!("no verdict: {other:?}")),
    };
    if verify.code == code {
        Ok(())
    } else {
        Err(format!(
            "verify ends with {} in place of {code}",
            verify.code
        ))
    }
}

fn asked(case: Case<'_>, command: &str, as_json: bool) -> Run {
    let question = case.get("question");
    let mut words = vec![command.to_owned(), "-".to_owned()];
    let mut option = |name: &str, value: &str| words.push(format!("--{name}={value}"));
    option("now", &question.number("now").to_string());
    for name in ["channel", "account", "role", "privilege"] {
        if question.find(name).is_some() {
            option(name, question.text(name));
        }
    }
    if let Some(uid) = question.find("uid") {
        option("uid", &uid.value.to_string());
    }
    if question.find("format").is_some() {
        option("accepts", question.text("format"));
    }
    if question.find("app_id").is_some() {
        option("app-id", &app_id(question));
    }
    if command == "doctor" && question.find("sdk_error").is_some() {
        option("sdk-error", question.text("sdk_error"));
    }
    if as_json {
        words.push("--json".to_owned());
    }
    let mut run = tokenmint(words).stdin(case.text("token"));
    for (name, variable) in [
        ("certificate", "AGORA_APP_CERTIFICATE"),
        ("secret", "ZEGO_SERVER_SECRET"),
    ] {
        if question.find(name).is_some() {
            run = run.env(variable, question.text(name));
        }
    }
    run
}

/// Text for Agora, a number for ZEGO.
fn app_id(question: Case<'_>) -> String {
    match question.get("app_id").value {
        Value::String(text) => text.clone(),
        number => number.to_string(),
    }
}

fn no_secret(case: Case<'_>, ran: &Ran) -> Result<(), String> {
    let question = case.get("question");
    for name in ["certificate", "secret"] {
        let Some(secret) = question.find(name).and_then(|it| it.value.as_str()) else {
            continue;
        };
        // What stands in the token itself is no secret of ours to keep.
        let shown = ran.stdout.contains(secret) || ran.stderr.contains(secret);
        if secret.len() >= 8 && shown {
            return Err(format!("the {name} is shown"));
        }
    }
    Ok(())
}

fn diagnosed(case: Case<'_>, answer: &Value) -> Diagnosed {
    let texts = |name: &str| -> Vec<String> {
        let list = answer[name].as_array().expect(case.id);
        let text = |item: &Value| item.as_str().expect(case.id).to_owned();
        list.iter().map(text).collect()
    };
    let uids = answer["uid_candidates"].as_array().expect(case.id);
    let uid = |item: &Value| u32::try_from(item.as_u64().expect(case.id)).expect(case.id);
    Diagnosed {
        verdict: answer["verdict"].as_str().expect(case.id).to_owned(),
        failing: texts("failing"),
        causes: texts("causes"),
        recovered_token: answer["recovered_token"].as_str().map(str::to_owned),
        uid_candidates: uids.iter().map(uid).collect(),
    }
}
