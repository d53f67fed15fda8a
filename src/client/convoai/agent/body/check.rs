//! What the service's own model of a start refuses, as far as a typed agent can
//! say it.

use std::format;
use std::string::String;

use serde_json::{Map, Value};

use super::super::invalid;
use crate::http::Error;

/// Members that their parent has to have.
const REQUIRED: [(&str, &str); 2] = [
    ("/geofence", "area"),
    ("/turn_detection/config/start_of_speech", "mode"),
];

/// Texts that may be nothing else.
const CLOSED: [(&str, &str); 4] = [
    ("/turn_detection/mode", "default"),
    ("/filler_words/trigger/mode", "fixed_time"),
    (
        "/filler_words/content/generated_config/fallback_strategy",
        "static",
    ),
    ("/tts/params/response_format", "pcm"),
];

/// Refuses what the service would.
pub(super) fn closed(properties: &Map<String, Value>) -> Result<(), Error> {
    let at = |path: &str| {
        let mut names = path.split('/').skip(1);
        let first = properties.get(names.next()?)?;
        names.try_fold(first, |value, name| value.get(name))
    };
    for (parent, name) in REQUIRED {
        if at(parent).is_some_and(|value| value.get(name).is_none()) {
            return Err(invalid(&format!("`{}.{name}` is required", dotted(parent))));
        }
    }
    for (path, only) in CLOSED {
        // A vendor of the user's may have another member of this name.
        let of_others =
            path.starts_with("/tts/") && at("/tts/vendor") != Some(&"generic_http".into());
        if !of_others && at(path).is_some_and(|value| value != only) {
            return Err(invalid(&format!("`{}` has to be {only}", dotted(path))));
        }
    }
    for part in ["llm", "mllm"] {
        let tools = properties.get(part).and_then(|part| part.get("tools"));
        let tools = tools.and_then(Value::as_array);
        for tool in tools.into_iter().flatten() {
            if tool.get("type") != Some(&"function".into()) {
                return Err(invalid("the type of a tool has to be function"));
            }
            let mode = tool.pointer("/execution/mode");
            if mode.is_some_and(|mode| mode != "sync" && mode != "async") {
                return Err(invalid(
                    "the execution mode of a tool has to be sync or async",
                ));
            }
            let schema = tool.pointer("/function/parameters/type");
            if schema.is_some_and(|schema| schema != "object") {
                return Err(invalid("the parameters of a tool have to be an object"));
            }
        }
    }
    let servers = at("/mllm/mcp_servers").and_then(Value::as_array);
    for server in servers.into_iter().flatten() {
        for name in ["name", "endpoint"] {
            if server.get(name).is_none() {
                let message = format!("`{name}` of a server of tools is required");
                return Err(invalid(&message));
            }
        }
    }
    Ok(())
}

fn dotted(path: &str) -> String {
    path.trim_start_matches('/').replace('/', ".")
}
