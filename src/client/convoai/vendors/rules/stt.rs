//! Rules of speech recognition.

use serde_json::Value;

use super::{Built, Checked, needs_key};
use crate::client::convoai::presets;

/// Keywords stand beside `params`, which is left out when it is empty.
pub(in super::super) fn keywords_apart(built: &mut Built<'_>) -> Checked {
    if built.at("params.keywords").is_some() {
        return built.refuse("additional_params", "has `keywords`: use that option");
    }
    let params = built.at("params").and_then(Value::as_object);
    if params.is_some_and(serde_json::Map::is_empty) {
        built.take("params");
    }
    Ok(())
}

pub(in super::super) fn deepgram_stt(built: &mut Built<'_>) -> Checked {
    needs_key(built, "api_key", &presets::DEEPGRAM_MODELS)
}

/// The parts of `input_audio_transcription` may come from it or by name.
pub(in super::super) fn openai_stt(built: &mut Built<'_>) -> Checked {
    const MODEL: &str = "params.input_audio_transcription.model";
    if built.at(MODEL).is_none() && built.left_out("model") {
        built.place(MODEL, "gpt-4o-mini-transcribe");
    }
    for name in ["model", "prompt", "language"] {
        let path = std::format!("params.input_audio_transcription.{name}");
        let text = built.at(&path).and_then(Value::as_str);
        if text.is_none_or(str::is_empty) {
            return built.refuse(name, "is required, here or in `input_audio_transcription`");
        }
    }
    Ok(())
}

pub(in super::super) fn gemini_stt(built: &mut Built<'_>) -> Checked {
    if !built.left_out("language_codes") {
        built.warn("`language_codes` is deprecated: use `language_hints`");
    }
    if built.option("language_hints").is_none()
        && let Some(codes) = built.option("language_codes").cloned()
    {
        built.place("params.language_hints", codes);
    }
    let mode = built.text("mode");
    if mode.is_some_and(|mode| !["SMART", "VERBATIM"].contains(&mode)) {
        return built.refuse("mode", "has to be SMART or VERBATIM");
    }
    let vocabulary = built.option("custom_vocabulary").and_then(Value::as_array);
    let vocabulary = vocabulary.is_some_and(|words| !words.is_empty());
    if built.is_set("word_timestamp") && (vocabulary || mode == Some("SMART")) {
        let why = "goes neither with `custom_vocabulary` nor with the mode SMART";
        return built.refuse("word_timestamp", why);
    }
    if built.is_set("diarization") && mode == Some("SMART") {
        return built.refuse("diarization", "does not go with the mode SMART");
    }
    Ok(())
}

/// `api_key` is the old name of `key`, also in `additional_params`.
pub(in super::super) fn speechmatics(built: &mut Built<'_>) -> Checked {
    built.take("params.api_key");
    if !built.left_out("api_key") {
        built.warn("`api_key` is deprecated: use `key`");
    }
    if built.option("key").is_none() {
        match built.option("api_key").cloned() {
            Some(key) => built.place("params.key", key),
            None => return built.refuse("key", "is required"),
        }
    }
    Ok(())
}
