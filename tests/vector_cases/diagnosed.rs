//! What the doctor says of a situation, and whether it is right.
//!
//! A cause counts as right when the first one named is the expected one or one
//! that the case accepts in its place. A repaired paste may be answered for the
//! token that was recovered.

use serde_json::Value;

use super::support::Case;

/// The answer, from the library or the command.
pub struct Diagnosed {
    pub verdict: String,
    pub failing: Vec<String>,
    pub causes: Vec<String>,
    pub recovered_token: Option<String>,
    pub uid_candidates: Vec<u32>,
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

/// Whether a diagnosis is right.
pub fn judge(case: Case<'_>, diagnosis: &Diagnosed) -> Result<(), String> {
    let expected = case.get("expected");
    let verdict = diagnosis.verdict.as_str();
    let first = diagnosis.failing.first().map(String::as_str);
    let cause = diagnosis.causes.first().map_or("", String::as_str);
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

fn recovered(expected: Case<'_>, diagnosis: &Diagnosed) -> Result<(), String> {
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
    use tokenmint::agora::v007::{ParsedToken2, workspace_len};
    let content = |token: &str| {
        let mut workspace = vec![0; workspace_len(token.len())];
        let parsed = ParsedToken2::parse(token, &mut workspace).ok();
        parsed.map(|parsed| parsed.content().to_vec())
    };
    token == other || (content(token).is_some() && content(token) == content(other))
}

fn uids(expected: Case<'_>, diagnosis: &Diagnosed) -> Result<(), String> {
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
