//! The models of an agent: ears, mind, voice, face.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use crate::client::convoai::object::{objects, open_enums};

open_enums! {
    /// Who recognizes speech; without one the service takes `fengming`.
    AsrVendor {
        Fengming = "fengming",
        Tencent = "tencent",
        Microsoft = "microsoft",
        Xfyun = "xfyun",
        XfyunBigModel = "xfyun_bigmodel",
        XfyunDialect = "xfyun_dialect",
    }

    /// Who speaks.
    TtsVendor {
        Minimax = "minimax",
        Tencent = "tencent",
        Bytedance = "bytedance",
        Microsoft = "microsoft",
        Cosyvoice = "cosyvoice",
        BytedanceDuplex = "bytedance_duplex",
        Stepfun = "stepfun",
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

    /// Who hears and speaks by itself.
    MllmVendor {
        Openai = "openai",
        Vertexai = "vertexai",
    }

    /// Who moves a picture.
    AvatarVendor {
        Akool = "akool",
        Heygen = "heygen",
        Sensetime = "sensetime",
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
    }

    /// Speech.
    Tts {
        /// By whom. Required.
        vendor: TtsVendor,
        /// As the vendor wants it. Required.
        params: Map<String, Value>,
        /// Kinds of text that are not spoken.
        skip_patterns: Vec<i64>,
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
        /// Tools in the model's own form.
        tools: Vec<Map<String, Value>>,
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
    }

    /// When the greeting is said.
    GreetingConfigs {
        /// To everyone or to the first.
        mode: GreetingMode,
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
        /// Tools in the model's own form.
        tools: Vec<Map<String, Value>>,
        /// By whom.
        vendor: MllmVendor,
        /// `openai`.
        style: String,
    }

    /// A moving picture.
    Avatar {
        /// Whether it is on.
        enable: bool,
        /// By whom.
        vendor: AvatarVendor,
        /// As the vendor wants it.
        params: Map<String, Value>,
    }
}
