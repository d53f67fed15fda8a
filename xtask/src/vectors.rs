//! What the test vectors say.

use serde_json::Value;

use crate::{Result, tool};

/// The token of a case, by service and id: `zego/pub-001`.
pub(crate) fn token(case: &str) -> Result<String> {
    let missing = || format!("tests/vectors have no case {case}");
    let (service, id) = case.split_once('/').ok_or_else(missing)?;
    let text = tool::read(format!("tests/vectors/{service}.json"))?;
    let vectors: Value = serde_json::from_str(&text)
        .map_err(|error| format!("tests/vectors/{service}.json: {error}"))?;
    let (list, key, token) = match service {
        "agora" => ("/cases", "id", "/token"),
        "zego" => ("/vectors", "id", "/output/token"),
        "authing" => (
            "/signature/request_signing_node_sdk",
            "id",
            "/authorization",
        ),
        "convoai" => ("/client_config", "id", "/result/authorization"),
        "ath" => ("/known_answers/jwts", "name", "/jwt"),
        _ => return Err(missing()),
    };
    vectors
        .pointer(list)
        .and_then(Value::as_array)
        .and_then(|cases| cases.iter().find(|case| case[key] == id))
        .and_then(|case| case.pointer(token))
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(missing)
}
