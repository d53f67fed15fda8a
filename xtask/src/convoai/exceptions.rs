//! What the table cannot say.

use super::table::{Class, Row};

/// The rule of a class, a function in `vendors/rules/`.
pub(super) fn rule(class: &Class) -> Option<&'static str> {
    let name = match (class.name.as_str(), class.area.as_str()) {
        ("AresSTT" | "FengmingSTT", _) => "keywords_apart",
        ("DeepgramSTT", _) => "deepgram_stt",
        ("OpenAISTT", _) => "openai_stt",
        ("GeminiSTT", _) => "gemini_stt",
        ("SpeechmaticsSTT", _) => "speechmatics",
        ("OpenAI" | "AliyunLLM" | "BytedanceLLM" | "DeepSeekLLM" | "TencentLLM", _) => {
            "managed_llm"
        }
        ("AzureOpenAI", _) => "azure_llm",
        ("Gemini", _) => "gemini_llm",
        ("VertexAILLM", _) => "vertex_llm",
        ("CartesiaTTS", _) => "cartesia",
        ("MiniMaxTTS", "global") => "minimax",
        ("MiniMaxTTS", _) => "minimax_cn",
        ("OpenAITTS", _) => "openai_tts",
        ("RimeTTS", _) => "rime",
        ("GenericTTS", _) => "generic_tts",
        ("GeminiTTS", _) => "gemini_tts",
        ("MurfTTS" | "SarvamTTS", _) => "late_rate",
        ("HumeAITTS" | "FishAudioTTS" | "AmazonTTS" | "MistralTTS" | "TypecastTTS", _) => {
            return None;
        }
        ("OpenAIGPTLive", _) => "gpt_live",
        ("GeminiLive", _) => "gemini_live",
        ("VertexAI", _) => "vertex_live",
        ("AkoolAvatar", _) => "akool",
        ("LiveAvatarAvatar", _) => "live_avatar",
        ("HeyGenAvatar", _) => "hey_gen",
        ("SpatiusAvatar", _) => "spatius",
        _ => match class.kind.as_str() {
            "llm" => "llm",
            "tts" => "rate",
            "mllm" => "mllm",
            _ => return None,
        },
    };
    Some(name)
}

/// Options that users of the type have to give, though the official class takes
/// none of them and refuses what it then makes.
pub(super) fn is_needed(class: &Class, row: &Row) -> bool {
    let of_cn_model = class.kind == "llm" && class.area == "cn";
    row.required == "yes"
        || row.required == "at start"
        || of_cn_model && matches!(row.name.as_str(), "api_key" | "base_url")
        || class.name == "SpeechmaticsSTT" && row.name == "key"
}

/// Whether `params` is sent when it is empty; otherwise the kind says it.
pub(super) fn empty_params(class: &Class) -> bool {
    matches!(class.name.as_str(), "AmazonBedrock" | "XaiGrok")
}

/// Another name that the official class takes.
pub(super) fn alias(class: &Class, row: &Row) -> Option<&'static str> {
    match (class.name.as_str(), row.name.as_str()) {
        ("SenseTimeAvatar", "app_id") => Some("appId"),
        ("SenseTimeAvatar", "scene_list") => Some("sceneList"),
        _ => None,
    }
}

/// Options that the members of `params` overrule.
pub(super) fn is_first(class: &Class, row: &Row) -> bool {
    row.name == "model" && (class.kind == "llm" || class.name == "OpenAIRealtime")
}

/// Where an option goes, when a rule of the class sends it: nowhere by itself.
pub(super) fn is_sent_by_rule(class: &Class, row: &Row) -> bool {
    matches!(
        (class.name.as_str(), row.name.as_str()),
        (
            "AzureOpenAI",
            "endpoint" | "deployment_name" | "api_version"
        ) | ("SpeechmaticsSTT", "api_key")
            | ("GeminiSTT", "language_codes")
            | ("OpenAIGPTLive", "instructions" | "url")
    )
}

/// A flag that is sent as text.
pub(super) fn is_text_flag(class: &Class, row: &Row) -> bool {
    class.name == "SmallestAISTT" && row.kind == "bool"
}

/// Defaults that a rule writes, because they depend on other options.
pub(super) fn default_by_rule(class: &Class, row: &Row) -> bool {
    matches!(
        (class.name.as_str(), row.name.as_str()),
        ("OpenAISTT", "model") | ("GeminiLive", "model" | "voice") | ("OpenAIGPTLive", "url")
    ) || row.name == "input_modalities"
        || row.name == "base_url"
        || row.name == "api_version"
}

/// A check that a rule does in its stead.
pub(super) fn check_by_rule(class: &Class, row: &Row) -> bool {
    class.name == "GeminiSTT" && row.name == "mode"
}

/// What a user should know of a class: of its rule, in plain words.
pub(super) fn note(class: &Class) -> Option<&'static str> {
    Some(match (class.name.as_str(), class.area.as_str()) {
        ("DeepgramSTT", _) => {
            "Without `api_key` the service brings the model: `nova-2` or `nova-3`, as a preset."
        }
        ("OpenAISTT", _) => {
            "Model, prompt and language may each come from `input_audio_transcription` instead; \
             prompt and language have no default."
        }
        ("GeminiSTT", _) => {
            "`word_timestamp` goes neither with `custom_vocabulary` nor with the mode `SMART`, \
             and `diarization` not with that mode."
        }
        ("SpeechmaticsSTT", _) => "`api_key` is the old name of `key`.",
        ("OpenAI", _) => {
            "With `api_key`, `base_url` is required. Without, the service brings the model, as a \
             preset: `gpt-4o-mini`, `gpt-4.1-mini`, `gpt-5-nano` or `gpt-5-mini`."
        }
        ("Gemini", _) => {
            "The key is written into the generated `url`. With a `url` of your own it is not \
             sent: a warning says so."
        }
        ("OpenAITTS", _) => {
            "With `api_key`, `model` and `base_url` are required. Without, the service brings \
             `tts-1`, as a preset. Its speech has 24,000 samples a second."
        }
        ("MiniMaxTTS", "global") => {
            "Either `voice_id` or `timber_weights` is required, and with `key` also `group_id`. \
             Without `key` the service brings the model, as a preset: `speech-2.6-turbo` or \
             `speech-2.8-turbo`."
        }
        ("MiniMaxTTS", _) => "Either `voice_id` or `timber_weights` is required.",
        ("RimeTTS", _) => {
            "With `credential_mode` `managed`, `base_url` and `model_id` are required; otherwise \
             `key`, `speaker` and `model_id`."
        }
        ("GeminiTTS", _) => {
            "A preview, on a host of its own: see \
             [`PREVIEW_URL`](crate::client::convoai::PREVIEW_URL)."
        }
        ("OpenAIGPTLive", _) => {
            "Detects turns itself: turn detection is not sent, with a warning. `headers` is the \
             text of a JSON object."
        }
        ("GeminiLive", _) => {
            "`language_codes` is for the 3.8 models alone, `thinking_level` for the one that \
             thinks longer; with others they are not sent."
        }
        ("AkoolAvatar", _) => "Needs speech with 16,000 samples a second.",
        ("LiveAvatarAvatar", _) => {
            "Needs speech with 24,000 samples a second. Without `agora_token` a session makes one."
        }
        ("HeyGenAvatar", _) => {
            "Deprecated, with a warning: use `LiveAvatarAvatar`. Needs speech with 24,000 samples \
             a second."
        }
        ("GenericAvatar", _) => {
            "For Tavus, Protoface, LemonSlice and others. A session fills in app id, channel and \
             token."
        }
        ("SpatiusAvatar", _) => {
            "The speech must have its `sample_rate`, where that is given. Without `agora_token` \
             a session makes one."
        }
        ("SenseTimeAvatar", _) => "Without `agora_token` a session makes one.",
        _ => return None,
    })
}
