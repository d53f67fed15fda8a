//! Presets: models that the service brings, with its own keys.
//!
//! `presets.tsv` is the table. A model without a key whose name a preset has is
//! taken out of the body and named in `preset` instead.
//!
//! | part | model | preset |
//! |---|---|---|
//! | `asr` of `deepgram` | `nova-2`, `nova-3` | [`DEEPGRAM_NOVA_2`], [`DEEPGRAM_NOVA_3`] |
//! | `llm` of `openai` | `gpt-4o-mini`, `gpt-4.1-mini`, `gpt-5-nano`, `gpt-5-mini` | [`OPENAI_GPT_4O_MINI`], .. |
//! | `tts` of `openai` | `tts-1`, or none | [`OPENAI_TTS_1`] |
//! | `tts` of `minimax` | `speech-2.6-turbo`, `speech-2.8-turbo` | [`MINIMAX_SPEECH_2_6_TURBO`], .. |

use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::types::agents::StartAgent;

/// Deepgram's `nova-2`.
pub const DEEPGRAM_NOVA_2: &str = "deepgram_nova_2";
/// Deepgram's `nova-3`.
pub const DEEPGRAM_NOVA_3: &str = "deepgram_nova_3";
/// `OpenAI`'s `gpt-4o-mini`.
pub const OPENAI_GPT_4O_MINI: &str = "openai_gpt_4o_mini";
/// `OpenAI`'s `gpt-4.1-mini`.
pub const OPENAI_GPT_4_1_MINI: &str = "openai_gpt_4_1_mini";
/// `OpenAI`'s `gpt-5-nano`.
pub const OPENAI_GPT_5_NANO: &str = "openai_gpt_5_nano";
/// `OpenAI`'s `gpt-5-mini`.
pub const OPENAI_GPT_5_MINI: &str = "openai_gpt_5_mini";
/// `MiniMax`'s `speech-2.6-turbo`.
pub const MINIMAX_SPEECH_2_6_TURBO: &str = "minimax_speech_2_6_turbo";
/// `MiniMax`'s `speech-2.8-turbo`.
pub const MINIMAX_SPEECH_2_8_TURBO: &str = "minimax_speech_2_8_turbo";
/// `OpenAI`'s `tts-1`.
pub const OPENAI_TTS_1: &str = "openai_tts_1";

pub(super) const DEEPGRAM_MODELS: [&str; 2] = ["nova-2", "nova-3"];
pub(super) const OPENAI_MODELS: [&str; 4] =
    ["gpt-4o-mini", "gpt-4.1-mini", "gpt-5-nano", "gpt-5-mini"];
pub(super) const OPENAI_TTS_MODELS: [&str; 1] = ["tts-1"];
pub(super) const MINIMAX_MODELS: [&str; 4] = [
    "speech-2.6-turbo",
    "speech_2_6_turbo",
    "speech-2.8-turbo",
    "speech_2_8_turbo",
];
pub(super) const OPENAI_URL: &str = "https://api.openai.com/v1/chat/completions";

const ASR: [&str; 2] = [DEEPGRAM_NOVA_2, DEEPGRAM_NOVA_3];
const LLM: [&str; 4] = [
    OPENAI_GPT_4O_MINI,
    OPENAI_GPT_4_1_MINI,
    OPENAI_GPT_5_NANO,
    OPENAI_GPT_5_MINI,
];
const TTS: [&str; 3] = [
    MINIMAX_SPEECH_2_6_TURBO,
    MINIMAX_SPEECH_2_8_TURBO,
    OPENAI_TTS_1,
];
const OF_MINIMAX: [&str; 4] = [
    MINIMAX_SPEECH_2_6_TURBO,
    MINIMAX_SPEECH_2_6_TURBO,
    MINIMAX_SPEECH_2_8_TURBO,
    MINIMAX_SPEECH_2_8_TURBO,
];

/// Whether a model is one of these, white space around it and case aside.
pub(super) fn is_model(model: &str, models: &[&str]) -> bool {
    preset_of(model, models, models).is_some()
}

fn preset_of<'a>(model: &str, models: &[&str], presets: &[&'a str]) -> Option<&'a str> {
    let model = model.trim();
    let mut pairs = models.iter().zip(presets);
    let found = pairs.find(|(name, _)| name.eq_ignore_ascii_case(model));
    found.map(|(_, preset)| *preset)
}

/// What is known of the presets of one start.
#[derive(Debug, Default)]
pub(super) struct Presets {
    names: Vec<String>,
}

/// The parts that a preset can bring.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) asr: Option<Map<String, Value>>,
    pub(super) llm: Option<Map<String, Value>>,
    pub(super) tts: Option<Map<String, Value>>,
}

/// Where speech without a key keeps the model that its preset is inferred
/// from, as in the official SDK. It is never sent.
pub(super) const MODEL_HINT: &str = "_minimax_preset_model";

impl Presets {
    /// Those of a text with commas; empty names are left out.
    pub(super) fn named(text: &str) -> Self {
        let names = text.split(',').map(str::trim);
        let names = names.filter(|name| !name.is_empty());
        Self {
            names: names.map(ToString::to_string).collect(),
        }
    }

    fn has(&self, of: &[&str]) -> bool {
        self.names.iter().any(|name| of.contains(&name.as_str()))
    }

    pub(super) fn bring_asr(&self) -> bool {
        self.has(&ASR)
    }

    pub(super) fn bring_llm(&self) -> bool {
        self.has(&LLM)
    }

    pub(super) fn bring_tts(&self) -> bool {
        self.has(&TTS)
    }

    /// Adds what the parts mean without saying it, and takes it out of them.
    pub(super) fn infer(&mut self, parts: &mut Parts) {
        let hint = parts.tts.as_mut().and_then(|tts| tts.remove(MODEL_HINT));
        let hint = hint.as_ref().and_then(Value::as_str);
        let inferred = [
            (!self.bring_asr()).then(|| infer_asr(parts)).flatten(),
            (!self.bring_llm()).then(|| infer_llm(parts)).flatten(),
            (!self.bring_tts())
                .then(|| infer_tts(parts, hint))
                .flatten(),
        ];
        let inferred = inferred.into_iter().flatten();
        self.names.extend(inferred.map(ToString::to_string));
    }

    /// The member `preset`, when there is anything to say.
    pub(super) fn text(&self) -> Option<String> {
        (!self.names.is_empty()).then(|| self.names.join(","))
    }
}

impl StartAgent {
    /// Names the presets that the models of this body mean without saying it,
    /// and takes out of the models what the presets bring: those without a key
    /// whose names are in the table above. What [`Agent`](super::Agent) does by
    /// itself, for a body of your own.
    #[must_use]
    pub fn infer_presets(self) -> Self {
        let mut body = self.to_map();
        let explicit = self.preset.unwrap_or_default();
        let mut presets = Presets::named(&explicit);
        if let Some(Value::Object(properties)) = body.get_mut("properties") {
            let mut take = |name: &str| match properties.remove(name) {
                Some(Value::Object(part)) => Some(part),
                _ => None,
            };
            let mut parts = Parts {
                asr: take("asr"),
                llm: take("llm"),
                tts: take("tts"),
            };
            presets.infer(&mut parts);
            for (name, part) in [("asr", parts.asr), ("llm", parts.llm), ("tts", parts.tts)] {
                if let Some(part) = part {
                    properties.insert(name.to_string(), part.into());
                }
            }
        }
        body.remove("preset");
        if let Some(names) = presets.text() {
            body.insert("preset".to_string(), names.into());
        }
        Self::from_map(body)
    }
}

fn infer_asr(parts: &mut Parts) -> Option<&'static str> {
    let asr = parts.asr.as_mut()?;
    if text(asr, "vendor") != Some("deepgram") || has_text(params(asr), "key") {
        return None;
    }
    let model = text(params(asr)?, "model")?;
    let preset = preset_of(model, &DEEPGRAM_MODELS, &ASR)?;
    strip(asr, &["model", "api_key"]);
    Some(preset)
}

fn infer_llm(parts: &mut Parts) -> Option<&'static str> {
    let llm = parts.llm.as_mut()?;
    let own = has_text(Some(llm), "api_key")
        || !matches!(text(llm, "vendor"), None | Some("openai"))
        || !matches!(text(llm, "url"), None | Some(OPENAI_URL));
    if own {
        return None;
    }
    let model = text(params(llm)?, "model")?;
    let preset = preset_of(model, &OPENAI_MODELS, &LLM)?;
    llm.remove("api_key");
    llm.remove("url");
    strip(llm, &["model"]);
    Some(preset)
}

fn infer_tts(parts: &mut Parts, hint: Option<&str>) -> Option<&'static str> {
    let tts = parts.tts.as_mut()?;
    match text(tts, "vendor")? {
        "openai" if !has_text(params(tts), "api_key") => {
            let model = params(tts).and_then(|params| params.get("model"));
            let model = model.filter(|model| !model.is_null());
            let is_preset = model.is_none_or(|model| {
                let model = model.as_str().unwrap_or_default();
                is_model(model, &OPENAI_TTS_MODELS)
            });
            if !is_preset {
                return None;
            }
            strip(tts, &["model", "api_key"]);
            Some(OPENAI_TTS_1)
        }
        "minimax" if !has_text(params(tts), "key") => {
            let named = params(tts).and_then(|params| text(params, "model"));
            let model = named.or(hint)?;
            let preset = preset_of(model, &MINIMAX_MODELS, &OF_MINIMAX)?;
            strip(tts, &["model", "key", "group_id", "url"]);
            Some(preset)
        }
        _ => None,
    }
}

fn params(part: &Map<String, Value>) -> Option<&Map<String, Value>> {
    part.get("params")?.as_object()
}

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name)?.as_str()
}

fn has_text(object: Option<&Map<String, Value>>, name: &str) -> bool {
    let text = object.and_then(|object| text(object, name));
    text.is_some_and(|text| !text.is_empty())
}

/// Takes members out of `params`, and `params` when nothing is left in it.
fn strip(part: &mut Map<String, Value>, names: &[&str]) {
    let params = part.get_mut("params").and_then(Value::as_object_mut);
    if let Some(params) = params {
        for name in names {
            params.remove(*name);
        }
        params.retain(|_, value| !value.is_null());
        if params.is_empty() {
            part.remove("params");
        }
    }
    part.retain(|_, value| !value.is_null());
}
