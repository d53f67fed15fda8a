//! Presets that are inferred from models without a key.

use serde_json::{Map, Value};
use tokenmint::client::convoai::types::agents::StartAgent;

use super::compare::Compare;
use super::members;
use crate::support::{Case, known};

const PARTS: [&str; 3] = ["asr", "llm", "tts"];

pub fn run(case: Case<'_>) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    known(id, input.value, &["preset", "asr", "llm", "tts"]);
    known(id, expected.value, &["preset", "asr", "llm", "tts"]);
    let mut body = Map::new();
    let preset = match &input.value["preset"] {
        Value::Array(names) => {
            let names = names.iter().map(|name| name.as_str().expect(id));
            Value::from(names.collect::<Vec<_>>().join(","))
        }
        other => other.clone(),
    };
    body.insert("preset".to_string(), preset);
    let parts = PARTS.map(|name| (name.to_string(), input.value[name].clone()));
    body.insert("properties".to_string(), Map::from_iter(parts).into());
    let found = StartAgent::from_map(body).infer_presets().to_map();
    let compare = Compare {
        id,
        certificate: None,
    };
    compare.value("preset", &expected.value["preset"], found.get("preset"));
    for name in PARTS {
        let found = found["properties"].get(name);
        let found = found.filter(|part| part.as_object().is_none_or(|part| !part.is_empty()));
        let recorded = &expected.value[name];
        // An object that is emptied may be left out.
        let recorded = match recorded.as_object() {
            Some(part) if part.is_empty() => &Value::Null,
            _ => recorded,
        };
        compare.value(name, recorded, found);
    }
}
