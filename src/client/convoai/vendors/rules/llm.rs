//! Rules of language models.

use std::format;
use std::string::String;

use serde_json::{Value, json};

use super::{Built, Checked, complete_servers, needs_key};
use crate::client::convoai::presets;

/// What holds for every language model.
pub(in super::super) fn llm(built: &mut Built<'_>) -> Checked {
    let modalities = built.at("input_modalities").and_then(Value::as_array);
    if modalities.is_none_or(std::vec::Vec::is_empty) {
        built.place("input_modalities", json!(["text"]));
    }
    let model = built.option("model").and_then(Value::as_str);
    if model.is_some_and(str::is_empty) {
        return built.refuse("model", "is empty");
    }
    complete_servers(built);
    Ok(())
}

/// With a key an address is needed; without one the service brings the model,
/// and neither address nor vendor may be given.
pub(in super::super) fn managed_llm(built: &mut Built<'_>) -> Checked {
    needs_key(built, "api_key", &presets::OPENAI_MODELS)?;
    let with_key = built.text("api_key").is_some();
    if with_key && built.text("base_url").is_none() {
        return built.refuse("base_url", "is required with `api_key`");
    }
    if !with_key {
        let without = "is only for a model with `api_key`";
        if built.option("base_url").is_some() {
            return built.refuse("base_url", without);
        }
        if built.at("vendor").is_some() {
            return built.refuse("api_key", "is required");
        }
        built.place("url", presets::OPENAI_URL);
    }
    llm(built)
}

pub(in super::super) fn azure_llm(built: &mut Built<'_>) -> Checked {
    let part = |name| built.text(name).unwrap_or_default();
    let version = built.text("api_version").unwrap_or("2024-08-01-preview");
    let url = format!(
        "{}/openai/deployments/{}/chat/completions?api-version={version}",
        part("endpoint"),
        part("deployment_name"),
    );
    built.place("url", url);
    llm(built)
}

/// Google takes its key in the address that is made here.
pub(in super::super) fn gemini_llm(built: &mut Built<'_>) -> Checked {
    let part = |name| built.text(name).unwrap_or_default();
    if built.text("url").is_some() {
        built.warn(
            "with a `url` of your own the key is not sent: write it into the url or \
             `headers`, or send it with `extra(\"api_key\", ..)`",
        );
    } else {
        let url = format!(
            "https://generativelanguage.googleapis.com/v1beta/models/{}:streamGenerateContent?alt=sse&key={}",
            part("model"),
            part("api_key"),
        );
        built.place("url", url);
    }
    llm(built)
}

pub(in super::super) fn vertex_llm(built: &mut Built<'_>) -> Checked {
    if built.text("url").is_none() {
        let url = vertex_url(built);
        built.place("url", url);
    }
    llm(built)
}

fn vertex_url(built: &Built<'_>) -> String {
    let part = |name| built.text(name).unwrap_or_default();
    let location = part("location");
    format!(
        "https://{location}-aiplatform.googleapis.com/v1/projects/{}/locations/{location}\
         /publishers/google/models/{}:streamGenerateContent?alt=sse",
        part("project_id"),
        part("model"),
    )
}
