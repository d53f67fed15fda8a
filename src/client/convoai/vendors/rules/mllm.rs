//! Rules of models that hear and speak by themselves.

use serde_json::Value;

use super::{Built, Checked, complete_servers, not_blank};

const GEMINI_LIVE: &str = "models/gemini-3.8-live";
const GEMINI_THINKING: &str = "models/gemini-3.8-live-extended-thinking";
const GEMINI_URL: &str = "https://generativelanguage.googleapis.com";

/// What holds for every such model.
pub(in super::super) fn mllm(built: &mut Built<'_>) -> Checked {
    complete_servers(built);
    let servers = built.at("mcp_servers").and_then(Value::as_array);
    let is_other = |server: &Value| server.get("transport") != Some(&"streamable_http".into());
    if servers.is_some_and(|servers| servers.iter().any(is_other)) {
        return built.refuse("mcp_servers", "has a transport that is not streamable_http");
    }
    Ok(())
}

/// The address is sent even when it is empty.
pub(in super::super) fn vertex_live(built: &mut Built<'_>) -> Checked {
    if built.at("url").is_none() {
        built.place("url", "");
    }
    mllm(built)
}

pub(in super::super) fn gemini_live(built: &mut Built<'_>) -> Checked {
    not_blank(built, &["api_key"])?;
    let trimmed = |name| built.text(name).map(str::trim).unwrap_or_default();
    let key: Value = trimmed("api_key").into();
    let model = match trimmed("model") {
        "" => GEMINI_LIVE,
        model => model,
    };
    let known = model == GEMINI_LIVE || model == GEMINI_THINKING;
    let thinks = model == GEMINI_THINKING;
    let model: Value = model.into();
    built.place("api_key", key);
    built.place("params.model", model);
    if !known {
        built.take("params.language_codes");
    }
    if !thinks {
        built.take("params.thinking_level");
    }
    if built.option("voice").is_none() && known {
        built.place("params.voice", "Puck");
    }
    if built.at("url").is_none() {
        built.place("url", if known { GEMINI_URL } else { "" });
    }
    mllm(built)
}
