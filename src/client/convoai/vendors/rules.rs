//! What the options of one class ask of each other: the column `class_rule` of
//! `vendors.tsv`.

use crate::client::convoai::presets;
use crate::http::Error;

use super::build::Built;

mod avatar;
mod gpt_live;
mod llm;
mod mllm;
mod stt;
mod tts;

pub(super) use avatar::{akool, hey_gen, live_avatar, spatius};
pub(super) use gpt_live::gpt_live;
pub(super) use llm::{azure_llm, gemini_llm, llm, managed_llm, vertex_llm};
pub(super) use mllm::{gemini_live, mllm, vertex_live};
pub(super) use stt::{deepgram_stt, gemini_stt, keywords_apart, openai_stt, speechmatics};
pub(super) use tts::{
    cartesia, gemini_tts, generic_tts, late_rate, minimax, minimax_cn, openai_tts, rate, rime,
};

type Checked = Result<(), Error>;

/// No rule.
pub(super) const fn none(_: &mut Built<'_>) -> Checked {
    Ok(())
}

/// Refuses a class without its own key unless its model is one that the service
/// brings.
fn needs_key(built: &Built<'_>, key: &str, models: &[&str]) -> Checked {
    let model = built.text("model").unwrap_or_default();
    if built.text(key).is_some() || presets::is_model(model, models) {
        return Ok(());
    }
    let why = std::format!(
        "is required, but for the models that the service brings: {}",
        models.join(", ")
    );
    built.refuse(key, &why)
}

/// Refuses options that are empty or missing.
fn not_empty(built: &Built<'_>, names: &[&str]) -> Checked {
    for name in names {
        if built.text(name).is_none() {
            return built.refuse(name, "is required");
        }
    }
    Ok(())
}

/// Refuses options that are blank; those left out have their defaults.
fn not_blank(built: &Built<'_>, names: &[&str]) -> Checked {
    for name in names {
        let value = built.option(name).and_then(serde_json::Value::as_str);
        if value.is_some_and(|text| text.trim().is_empty()) {
            return built.refuse(name, "is blank");
        }
    }
    Ok(())
}

/// A server of tools is reached by streamable HTTP unless it says otherwise.
fn complete_servers(built: &mut Built<'_>) {
    let servers = built.part.config.get_mut("mcp_servers");
    let servers = servers.and_then(serde_json::Value::as_array_mut);
    for server in servers.into_iter().flatten() {
        if let Some(server) = server.as_object_mut() {
            server
                .entry("transport")
                .or_insert_with(|| "streamable_http".into());
        }
    }
}
