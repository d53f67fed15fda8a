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
