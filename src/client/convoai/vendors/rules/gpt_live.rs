//! The rule of GPT Live, which differs from all others.

use std::borrow::ToOwned;
use std::format;
use std::string::String;

use serde_json::{Map, Value};

use super::tts::{has_host, parts};
use super::{Built, Checked, mllm, not_blank};

/// Members that `session_params` may not have: they have options.
const OWN: [&str; 5] = ["model", "delegation", "audio", "instructions", "input"];

pub(in super::super) fn gpt_live(built: &mut Built<'_>) -> Checked {
    not_blank(built, &["api_key"])?;
    if built.option("input_audio_transcription").is_some()
        || built.at("params.input_audio_transcription").is_some()
    {
        return built.refuse("input_audio_transcription", "is not known to this model");
    }
    let dropped = built.take("params.turn_detection").is_some();
    if dropped || built.option("turn_detection").is_some() {
        built.warn("`turn_detection` is not sent: this model detects turns itself");
    }
    if let Some(instructions) = built.option("instructions").cloned()
        && built.option("prompt").is_none()
    {
        built.place("params.prompt", instructions);
    }
    if let Some(headers) = built.at("params.headers") {
        let headers = headers
            .as_str()
            .map(serde_json::from_str::<Map<String, Value>>);
        if !matches!(headers, Some(Ok(_))) {
            return built.refuse("headers", "has to be the text of a JSON object");
        }
    }
    if let Some(session) = built.at("params.session_params") {
        let members = session.as_object();
        if members.is_none_or(|members| OWN.iter().any(|name| members.contains_key(*name))) {
            let why = format!("has to be an object without {}", OWN.join(", "));
            return built.refuse("session_params", &why);
        }
    }
    let url = url(built);
    if !has_host(&url, &["wss", "ws"]) {
        return built.refuse("url", "has to begin with wss:// or ws:// and a host");
    }
    built.place("url", url);
    mllm(built)
}

/// The address, completed where it is `OpenAI`'s own.
fn url(built: &Built<'_>) -> String {
    let url = built.text("url").map_or_else(
        || {
            let host = built.text("base_url").unwrap_or("wss://api.openai.com");
            let path = built.text("path").unwrap_or("/v1/live/sessions");
            format!(
                "{}/{}",
                host.trim_end_matches('/'),
                path.trim_start_matches('/')
            )
        },
        ToOwned::to_owned,
    );
    match parts(&url) {
        Some((_, host, "/v1/live")) if host.eq_ignore_ascii_case("api.openai.com") => {
            format!("{url}/sessions")
        }
        _ => url,
    }
}
