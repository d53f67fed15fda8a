//! The switch of a model that hears and speaks by itself, for bodies that are
//! not made of an [`Agent`](super::Agent).

use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::Value;

use super::types::agents::StartAgent;

/// Models that are not used beside one that hears and speaks.
const BESIDE: [&str; 3] = ["llm", "tts", "asr"];

impl StartAgent {
    /// Sets `mllm.enable` where there is an `mllm` that does not say it, and
    /// takes out `advanced_features.enable_mllm`, the switch of SDK 1.0.3. Gives
    /// what the user should know: which models are not used, and which texts of
    /// theirs have to go to `mllm`.
    #[must_use]
    pub fn with_mllm_switch(self) -> (Self, Vec<String>) {
        let mut warnings = Vec::new();
        let mut body = self.to_map();
        let Some(Value::Object(properties)) = body.get_mut("properties") else {
            return (self, warnings);
        };
        let retired = properties
            .get("advanced_features")
            .is_some_and(|features| features.get("enable_mllm") == Some(&true.into()));
        let Some(Value::Object(mllm)) = properties.get_mut("mllm") else {
            if retired {
                warnings.push(
                    "advanced_features.enable_mllm does nothing without mllm: give the model, \
                     or leave it out"
                        .to_string(),
                );
            }
            return (self, warnings);
        };
        let enabled = mllm.entry("enable").or_insert(Value::Null);
        if enabled.is_null() {
            *enabled = true.into();
        }
        if *enabled != true {
            return (self, warnings);
        }
        if let Some(Value::Object(features)) = properties.get_mut("advanced_features") {
            features.remove("enable_mllm");
            if features.is_empty() {
                properties.remove("advanced_features");
            }
        }
        if retired {
            warnings.push(
                "advanced_features.enable_mllm is of SDK 1.0.3: mllm.enable was sent in its stead"
                    .to_string(),
            );
        }
        if BESIDE.iter().any(|name| properties.contains_key(*name)) {
            warnings.push(
                "llm, tts and asr are not used beside mllm: its greeting_message, \
                 failure_message and params.instructions take the texts"
                    .to_string(),
            );
        }
        (Self::from_map(body), warnings)
    }
}
