//! The texts of `situations.json`: which token is in them, and what happened to
//! it.

use serde_json::Value;
use tokenmint::agora::Account;
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::doctor::paste::{self, Recovery};
use tokenmint::doctor::{Cause, Question};

use crate::support::Case;

/// What [`paste`] answers for: damage to the text, packaging, and what is no
/// token.
const LAST: Cause = Cause::ZegoKitToken;

pub fn run(file: &Value) {
    let cases = Case::list(file);
    assert!(!cases.is_empty(), "no cases");
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    let mut faults = Vec::new();
    for case in &cases {
        let cause = case.get("expected").text("cause");
        *counts.entry(cause).or_default() += 1;
        if let Err(fault) = judge(case) {
            faults.push(format!("{}: {fault}", case.id));
        }
    }
    for (cause, count) in counts {
        println!("{cause}: {count}");
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn judge(case: &Case<'_>) -> Result<(), String> {
    let token = case.text("token");
    let recovery = recover(case);
    let causes: Vec<_> = recovery.causes().map(Cause::id).collect();
    let expected = case.get("expected");
    let cause = expected.text("cause");
    let known = Cause::ALL.iter().find(|known| known.id() == cause);
    let known = *known.ok_or(format!("unknown cause {cause}"))?;
    if known == Cause::None || known > LAST {
        return (recovery.is_intact() && recovery.token.as_deref() == Some(token))
            .then_some(())
            .ok_or(format!("a token as it stands, and not {recovery:?}"));
    }
    let mut accepted = vec![cause];
    if let Some(others) = expected.value.get("cause_also_accepted") {
        let others = others.as_array().expect("a list");
        accepted.extend(others.iter().map(|other| other.as_str().expect("an id")));
    }
    let first = causes.first().copied().unwrap_or("");
    if !accepted.contains(&first) {
        return Err(format!("{cause} expected, and not {causes:?}"));
    }
    if causes.len() > 1 && accepted.len() == 1 {
        return Err(format!("{cause} alone expected, and not {causes:?}"));
    }
    let Some(original) = expected.value.get("recovered_token") else {
        return Ok(());
    };
    let original = original.as_str().expect("a token");
    let recovered = recovery.token.as_deref();
    let right = match expected.text("recovery") {
        "required" => recovered == Some(original),
        "possible" => recovered.is_none_or(|recovered| recovered == original),
        "content" => recovered.map(content) == Some(content(original)),
        other => return Err(format!("unknown recovery {other}")),
    };
    right
        .then_some(())
        .ok_or(format!("recovered {recovered:?}"))
}

fn content(token: &str) -> Option<Vec<u8>> {
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).ok()?;
    Some(parsed.content().to_vec())
}

fn recover(case: &Case<'_>) -> Recovery {
    let asked = case.get("question").value;
    let text = |name: &str| asked.get(name).and_then(Value::as_str);
    let mut question = Question::at(1_700_000_000);
    question.app_id = text("app_id");
    question.secret = text("certificate").or(text("secret"));
    question.channel = text("channel");
    let uid = asked.get("uid").and_then(Value::as_u64);
    let uid = uid
        .and_then(|uid| u32::try_from(uid).ok())
        .map(Account::Uid);
    question.user = uid.or(text("account").map(Account::Name));
    paste::recover(case.text("token"), &question)
}
