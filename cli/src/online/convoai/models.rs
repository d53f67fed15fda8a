//! What the properties of an agent have to have, looked at before anything is
//! sent.

use serde_json::{Map, Value};

use crate::failure::Failure;

/// A text that has to be there.
pub(super) fn text_of(
    properties: &Map<String, Value>,
    name: &str,
    option: &str,
) -> Result<String, Failure> {
    match properties.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
        None => Err(Failure::usage(format!("there is no {name}: use {option}"))),
        Some(_) => Err(Failure::usage(format!(
            "{name} in the properties' file has to be a text with content"
        ))),
    }
}

/// Whether an agent can be made of this; `elsewhere` when a preset or pipeline
/// has the models.
pub(super) fn complete(properties: &Map<String, Value>, elsewhere: bool) -> Result<(), Failure> {
    let has = |name: &str| properties.get(name).is_some_and(Value::is_object);
    if properties.get("properties").is_some_and(Value::is_object) {
        return Err(Failure::usage(
            "the properties' file has a whole start body: give what is in its member `properties`, \
             the name with --name",
        ));
    }
    if elsewhere || has("mllm") || (has("llm") && has("tts")) {
        return Ok(());
    }
    let missing = match (has("llm"), has("tts")) {
        (false, false) => "llm and tts",
        (false, true) => "llm",
        _ => "tts",
    };
    Err(Failure::usage(format!(
        "the agent has no {missing}: give models in the file of --properties, or name them with \
         --preset or --pipeline-id"
    )))
}
