//! What the test vectors say.

use serde_json::Value;

use crate::{Result, tool};

/// Where the cases of a service are, what names them, and their tokens.
const PLACES: &[(&str, &str, &str, &str)] = &[
    ("agora", "/cases", "id", "/token"),
    ("zego", "/vectors", "id", "/output/token"),
    (
        "authing",
        "/signature/request_signing_node_sdk",
        "id",
        "/authorization",
    ),
    ("convoai", "/client_config", "id", "/result/authorization"),
    ("ath", "/known_answers/jwts", "name", "/jwt"),
];

/// The token of a case, by service and id: `zego/pub-001`.
pub(crate) fn token(name: &str) -> Result<String> {
    let (_, _, _, token) = place(name)?;
    case(name)?
        .pointer(token)
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| missing(name))
}

/// The case itself.
pub(crate) fn case(name: &str) -> Result<Value> {
    let (service, list, key, _) = place(name)?;
    let id = name.split_once('/').map(|(_, id)| id);
    file(service)?
        .pointer(list)
        .and_then(Value::as_array)
        .and_then(|cases| cases.iter().find(|case| case[*key].as_str() == id))
        .cloned()
        .ok_or_else(|| missing(name))
}

/// The private key, hexadecimal digits, that `case` of ATH names.
pub(crate) fn private_key(case: &Value) -> Result<String> {
    let key = case["key"].as_str().unwrap_or_default();
    file("ath")?["known_answers"][key]["d_hex"]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| format!("tests/vectors/ath.json has no key {key}"))
}

fn place(name: &str) -> Result<&'static (&'static str, &'static str, &'static str, &'static str)> {
    PLACES
        .iter()
        .find(|(service, ..)| name.split('/').next() == Some(service))
        .ok_or_else(|| missing(name))
}

fn file(service: &str) -> Result<Value> {
    let path = format!("tests/vectors/{service}.json");
    serde_json::from_str(&tool::read(&path)?).map_err(|error| format!("{path}: {error}"))
}

fn missing(name: &str) -> String {
    format!("tests/vectors have no case {name}")
}
