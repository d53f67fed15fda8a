//! The models of an agent: ears, mind, voice, face.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::conversation::{Eagerness, TurnDetectionType};
use crate::client::convoai::object::{objects, open_enums};

open_enums! {
    /// Who recognizes speech; the service takes `ares`, in mainland China `fengming`.
    AsrVendor {
        Amazon = "amazon",
        Ares = "ares",
        Assemblyai = "assemblyai",
        Deepgram = "deepgram",
        Fengming = "fengming",
        Gemini = "gemini",
        Google = "google",
        Microsoft = "microsoft",
        Openai = "openai",
        Sarvam = "sarvam",
        Smallestai = "smallestai",
        Speechmatics = "speechmatics",
        Tencent = "tencent",
        Xai = "xai",
        Xfyun = "xfyun",
        XfyunBigmodel = "xfyun_bigmodel",
        XfyunDialect = "xfyun_dialect",
    }

    /// Who speaks.
    TtsVendor {
        Amazon = "amazon",
        Bytedance = "bytedance",
        BytedanceDuplex = "bytedance_duplex",
        Cartesia = "cartesia",
        Cosyvoice = "cosyvoice",
        Deepgram = "deepgram",
        Elevenlabs = "elevenlabs",
        Fishaudio = "fishaudio",
        Gemini = "gemini",
        GenericHttp = "generic_http",
        Google = "google",
        Gradium = "gradium",
        Humeai = "humeai",
        Microsoft = "microsoft",
        Minimax = "minimax",
        Mistral = "mistral",
        Murf = "murf",
        Openai = "openai",
        Rime = "rime",
        Sarvam = "sarvam",
        Smallestai = "smallestai",
        Stepfun = "stepfun",
        Tencent = "tencent",
        Typecast = "typecast",
        Xai = "xai",
    }

    /// The language a language model is talked to in.
    LlmStyle {
        Openai = "openai",
        Gemini = "gemini",
        Anthropic = "anthropic",
        Dify = "dify",
        Bedrock = "bedrock",
    }

    /// When the greeting is said.
    GreetingMode {
        SingleEvery = "single_every",
        SingleFirst = "single_first",
    }

    /// Whose model hears and speaks by itself.
    MllmVendor {
        Azure = "azure",
        Gemini = "gemini",
        Openai = "openai",
        OpenaiGptLive = "openai_gpt_live",
        QwenOmni = "qwen_omni",
        Vertexai = "vertexai",
        Xai = "xai",
    }

    /// Who moves the avatar.
    AvatarVendor {
        Akool = "akool",
        Anam = "anam",
        Generic = "generic",
        Heygen = "heygen",
        Liveavatar = "liveavatar",
        Sensetime = "sensetime",
        Spatius = "spatius",
    }
}

objects! {
    /// Speech recognition.
    Asr {
        /// The language.
        language: String,
        /// By whom.
        vendor: AsrVendor,
        /// As the vendor wants it.
        params: Map<String, Value>,
        /// Words to expect, of `ares` and `fengming`.
        keywords: Vec<String>,
    }

    /// Speech.
    Tts {
        /// By whom. Required.
        vendor: TtsVendor,
        /// As the vendor wants it. Required.
        params: Map<String, Value>,
        /// Kinds of text that are not spoken.
        skip_patterns: Vec<i64>,
        /// Where it is, of `generic_http`.
        url: String,
        /// Headers for it, of `generic_http`.
        headers: BTreeMap<String, String>,
        /// Whose key is used: `managed` or `byok`.
        credential_mode: String,
    }

    /// A language model.
    Llm {
        /// Where it is. Required.
        url: String,
        /// Its key.
        api_key: String,
        /// Instructions.
        system_messages: Vec<Map<String, Value>>,
        /// As the model wants it.
        params: Map<String, Value>,
        /// How many turns it is told; the service defaults to 32.
        max_history: i64,
        /// `text`, perhaps `image`.
        input_modalities: Vec<String>,
        /// `text`, perhaps `audio`.
        output_modalities: Vec<String>,
        /// Said first.
        greeting_message: String,
        /// Said when the model fails.
        failure_message: String,
        /// By whom.
        vendor: String,
        /// In which language it is talked to.
        style: LlmStyle,
        /// When the greeting is said.
        greeting_configs: GreetingConfigs,
        /// Values for placeholders in messages.
        template_variables: BTreeMap<String, String>,
        /// Tools.
        mcp_servers: Vec<McpServer>,
        /// Headers for the model.
        headers: BTreeMap<String, String>,
        /// Functions that the model can call.
        tools: Vec<Tool>,
        /// The model's name.
        model: String,
        /// Access key of a cloud.
        access_key: String,
        /// Its secret.
        secret_key: String,
        /// Its region.
        region: String,
        /// Whether an empty answer is passed over.
        ignore_empty: bool,
        /// A recording in place of the spoken greeting.
        greeting_audio_url: String,
        /// Tools of the service's own: `_publish_message` sends the device a
        /// message in the channel.
        predefined_tools: Vec<String>,
    }

    /// When the greeting is said.
    GreetingConfigs {
        /// To everyone or to the first.
        mode: GreetingMode,
        /// How long to wait for a recorded greeting, in milliseconds.
        audio_download_timeout_ms: i64,
        /// Samples a second of a recorded greeting.
        audio_pcm_sample_rate: i64,
        /// What becomes of speech during a greeting that cannot be interrupted.
        uninterruptible_asr_policy: String,
    }

    /// A function that a model can call.
    Tool {
        /// `function`. Required.
        r#type: String,
        /// What the model is told of it.
        function: ToolFunction,
        /// Where it is called.
        server: ToolServer,
        /// How it is called.
        execution: ToolExecution,
    }

    /// What a model is told of a function.
    ToolFunction {
        /// Its name. Required.
        name: String,
        /// What it is for.
        description: String,
        /// A JSON schema of type `object`.
        parameters: Map<String, Value>,
    }

    /// Where a function is called.
    ToolServer {
        /// The URL. Required.
        url: String,
        /// The HTTP method.
        method: String,
        /// Headers for it.
        headers: BTreeMap<String, String>,
        /// Further members of the body.
        body: Map<String, Value>,
        /// How long to wait for it, in milliseconds.
        timeout_ms: i64,
    }

    /// How a function is called.
    ToolExecution {
        /// `sync` or `async`.
        mode: String,
    }

    /// A server of tools.
    McpServer {
        /// Letters and digits, at most 48. Required.
        name: String,
        /// Where it is. Required.
        endpoint: String,
        /// `streamable_http`.
        transport: String,
        /// Headers for it.
        headers: BTreeMap<String, String>,
        /// Which tools may be used; `*` for all.
        allowed_tools: Vec<String>,
        /// How long to wait for it, in milliseconds.
        timeout_ms: i64,
    }

    /// A model that hears and speaks by itself.
    Mllm {
        /// Whether it is used.
        enable: bool,
        /// Where it is.
        url: String,
        /// Its key.
        api_key: String,
        /// Messages before the conversation.
        messages: Vec<Map<String, Value>>,
        /// As the model wants it.
        params: Map<String, Value>,
        /// `audio`, perhaps `text`.
        input_modalities: Vec<String>,
        /// `audio`, perhaps `text`.
        output_modalities: Vec<String>,
        /// Said first.
        greeting_message: String,
        /// Said when the model fails.
        failure_message: String,
        /// How many turns it is told.
        max_history: i64,
        /// Functions that the model can call.
        tools: Vec<Tool>,
        /// By whom.
        vendor: MllmVendor,
        /// `openai`; of 1.0.3 alone.
        style: String,
        /// Servers of tools.
        mcp_servers: Vec<McpServer>,
        /// When a turn begins and ends.
        turn_detection: MllmTurnDetection,
        /// A project of Google Cloud.
        project_id: String,
        /// Its region.
        location: String,
        /// Its credentials, the text of a JSON object.
        adc_credentials_string: String,
    }

    /// When a turn begins and ends for a model that hears by itself.
    MllmTurnDetection {
        /// `agora_vad`, `server_vad` or `semantic_vad`.
        mode: TurnDetectionType,
        /// By voice activity, at the service.
        agora_vad_config: MllmVad,
        /// By voice activity, at the vendor.
        server_vad_config: MllmVad,
        /// By meaning, at the vendor.
        semantic_vad_config: MllmSemanticVad,
    }

    /// Turns by voice activity.
    MllmVad {
        /// From where on sound is speech, 0 to 1.
        threshold: f64,
        /// So many milliseconds before speech belong to it.
        prefix_padding_ms: i64,
        /// Silence of so many milliseconds ends a turn.
        silence_duration_ms: i64,
    }

    /// Turns by meaning.
    MllmSemanticVad {
        /// How soon the model answers.
        eagerness: Eagerness,
    }

    /// An avatar.
    Avatar {
        /// Whether it is on.
        enable: bool,
        /// By whom.
        vendor: AvatarVendor,
        /// As the vendor wants it.
        params: Map<String, Value>,
    }
}
