//! Models that hear and speak by themselves: `mllm` of a start body.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Mllm:

    /// `OpenAIRealtime`: a model that hears and speaks by itself.
    ///
    /// Vendor `openai` on the wire.
    #[doc(alias = "OpenAIRealtime")]
    OpenAiRealtime = Class::new(VendorKind::Mllm, "OpenAIRealtime", VendorArea::Global)
        .vendor("openai")
        .rule(rules::mllm);
    new {
        api_key: Text "api_key".required();
    }
    set {
        /// Sent as `mllm.params.model`.
        model: Text "params.model".first();
        /// Sent as `mllm.params.voice`.
        voice: Text "params.voice";
        /// Sent as `mllm.params.instructions`.
        instructions: Text "params.instructions";
        /// Sent as `mllm.params.input_audio_transcription`.
        input_audio_transcription: Object "params.input_audio_transcription";
        /// Sent as `mllm.url`. Default: `wss://api.openai.com/v1/realtime`.
        url: Text "url".default(Default::Text("wss://api.openai.com/v1/realtime"));
        /// Sent as `mllm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `mllm.input_modalities`.
        input_modalities: Texts "input_modalities";
        /// Sent as `mllm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `mllm.messages`.
        messages: Objects "messages";
        /// Further members of `mllm.params`.
        params: Object "params.*";
        /// Sent as `mllm.turn_detection`.
        turn_detection: MllmTurns "turn_detection";
        /// Sent as `mllm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `mllm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `mllm.tools`.
        tools: Tools "tools";
    }

    /// `OpenAIGPTLive`: a model that hears and speaks by itself.
    ///
    /// Vendor `openai_gpt_live` on the wire.
    ///
    /// Detects turns itself: turn detection is not sent, with a warning. `headers` is the text of a JSON object.
    #[doc(alias = "OpenAIGPTLive")]
    OpenAiGptLive = Class::new(VendorKind::Mllm, "OpenAIGPTLive", VendorArea::Global)
        .vendor("openai_gpt_live")
        .rule(rules::gpt_live);
    new {
        api_key: Text "api_key".required().check(Check::NotEmpty);
    }
    set {
        /// Sent as `mllm.url`. Default: `base_url + path`.
        url: Text "";
        /// Sent as `mllm.params.prompt`.
        instructions: Text "";
        /// Sent as `mllm.greeting_message`.
        greeting: Text "greeting_message";
        /// Sent as `mllm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `mllm.input_modalities`.
        input_modalities: Texts "input_modalities";
        /// Sent as `mllm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `mllm.messages`.
        messages: Objects "messages";
        /// Sent as `mllm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `mllm.tools`.
        tools: Tools "tools";
        /// Further members of `mllm.params`.
        params: Object "params.*";
        /// Always refused.
        input_audio_transcription: Object "";
        /// Dropped with a warning.
        turn_detection: Any "";
        /// Sent as `mllm.params.model`. Default: `gpt-live-1`.
        model: Text "params.model".default(Default::Text("gpt-live-1"));
        /// Sent as `mllm.params.voice`.
        voice: Text "params.voice";
        /// Sent as `mllm.params.prompt`.
        prompt: Text "params.prompt";
        /// Sent as `mllm.params.base_url` and `mllm.url`.
        base_url: Text "params.base_url";
        /// Sent as `mllm.params.path` and `mllm.url`.
        path: Text "params.path";
        /// Sent as `mllm.params.alpha_selector`.
        alpha_selector: Text "params.alpha_selector";
        /// Sent as `mllm.params.headers`.
        headers: Text "params.headers";
        /// Sent as `mllm.params.output_idle_end_ms`.
        output_idle_end_ms: Integer "params.output_idle_end_ms";
        /// Sent as `mllm.params.input_idle_end_ms`.
        input_idle_end_ms: Integer "params.input_idle_end_ms";
        /// Sent as `mllm.params.output_silence_peak`.
        output_silence_peak: Integer "params.output_silence_peak";
        /// Sent as `mllm.params.output_sample_rate`.
        output_sample_rate: Integer "params.output_sample_rate";
        /// Sent as `mllm.params.output_buffer_ms`.
        output_buffer_ms: Integer "params.output_buffer_ms";
        /// Sent as `mllm.params.input_batch_ms`.
        input_batch_ms: Integer "params.input_batch_ms";
        /// Sent as `mllm.params.tool_enabled`.
        tool_enabled: Flag "params.tool_enabled";
        /// Sent as `mllm.params.delegation`. One of client, responses.
        delegation: Text "params.delegation".check(Check::Choice(&["client", "responses"]));
        /// Sent as `mllm.params.responses_model`.
        responses_model: Text "params.responses_model";
        /// Sent as `mllm.params.interrupt_on_user_turn`.
        interrupt_on_user_turn: Flag "params.interrupt_on_user_turn";
        /// Sent as `mllm.params.session_params`.
        session_params: Object "params.session_params";
    }

    /// `AzureOpenAIRealtime`: a model that hears and speaks by itself.
    ///
    /// Vendor `azure` on the wire.
    #[doc(alias = "AzureOpenAIRealtime")]
    AzureOpenAiRealtime = Class::new(VendorKind::Mllm, "AzureOpenAIRealtime", VendorArea::Global)
        .vendor("azure")
        .rule(rules::mllm);
    new {
        api_key: Text "api_key".required();
        url: Text "url".required();
        turn_detection: MllmTurns "turn_detection".required();
    }
    set {
        /// Sent as `mllm.params.model`.
        model: Text "params.model";
        /// Sent as `mllm.params.voice`.
        voice: Text "params.voice";
        /// Sent as `mllm.params.instructions`.
        instructions: Text "params.instructions";
        /// Sent as `mllm.params.input_audio_transcription`.
        input_audio_transcription: Object "params.input_audio_transcription";
        /// Sent as `mllm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
        /// Sent as `mllm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `mllm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `mllm.messages`.
        messages: Objects "messages";
        /// Further members of `mllm.params`.
        params: Object "params.*";
        /// Sent as `mllm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `mllm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `mllm.tools`.
        tools: Tools "tools";
    }

    /// `GeminiLive`: a model that hears and speaks by itself.
    ///
    /// Vendor `gemini` on the wire.
    ///
    /// `language_codes` is for the 3.8 models alone, `thinking_level` for the one that thinks longer; with others they are not sent.
    GeminiLive = Class::new(VendorKind::Mllm, "GeminiLive", VendorArea::Global)
        .vendor("gemini")
        .rule(rules::gemini_live);
    new {
        api_key: Text "api_key".required();
    }
    set {
        /// Sent as `mllm.params.model`. Default: `models/gemini-3.8-live`.
        model: Text "params.model";
        /// Sent as `mllm.params.thinking_level`. One of low, medium, high.
        thinking_level: Text "params.thinking_level".check(Check::Choice(&["low", "medium", "high"]));
        /// Sent as `mllm.params.language_codes`.
        language_codes: Texts "params.language_codes";
        /// Sent as `mllm.url`.
        url: Text "url";
        /// Sent as `mllm.params.instructions`.
        instructions: Text "params.instructions";
        /// Sent as `mllm.params.voice`. Default: `Puck` (3.8 models).
        voice: Text "params.voice";
        /// Sent as `mllm.params.affective_dialog`.
        affective_dialog: Flag "params.affective_dialog";
        /// Sent as `mllm.params.proactive_audio`.
        proactive_audio: Flag "params.proactive_audio";
        /// Sent as `mllm.params.transcribe_agent`.
        transcribe_agent: Flag "params.transcribe_agent";
        /// Sent as `mllm.params.transcribe_user`.
        transcribe_user: Flag "params.transcribe_user";
        /// Sent as `mllm.params.http_options`.
        http_options: Object "params.http_options";
        /// Sent as `mllm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `mllm.input_modalities`.
        input_modalities: Texts "input_modalities";
        /// Sent as `mllm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `mllm.messages`.
        messages: Objects "messages";
        /// Further members of `mllm.params`.
        additional_params: Object "params.*";
        /// Sent as `mllm.turn_detection`.
        turn_detection: MllmTurns "turn_detection";
        /// Sent as `mllm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `mllm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `mllm.tools`.
        tools: Tools "tools";
    }

    /// `VertexAI`: a model that hears and speaks by itself.
    ///
    /// Vendor `vertexai` on the wire.
    #[doc(alias = "VertexAI")]
    VertexAi = Class::new(VendorKind::Mllm, "VertexAI", VendorArea::Global)
        .vendor("vertexai")
        .rule(rules::vertex_live);
    new {
        model: Text "params.model".required();
        project_id: Text "params.project_id".required();
        location: Text "params.location".required();
        adc_credentials_string: Text "params.adc_credentials_string".required();
    }
    set {
        /// Sent as `mllm.url`.
        url: Text "url";
        /// Sent as `mllm.params.instructions`.
        instructions: Text "params.instructions";
        /// Sent as `mllm.params.voice`.
        voice: Text "params.voice";
        /// Sent as `mllm.params.affective_dialog`.
        affective_dialog: Flag "params.affective_dialog";
        /// Sent as `mllm.params.proactive_audio`.
        proactive_audio: Flag "params.proactive_audio";
        /// Sent as `mllm.params.transcribe_agent`.
        transcribe_agent: Flag "params.transcribe_agent";
        /// Sent as `mllm.params.transcribe_user`.
        transcribe_user: Flag "params.transcribe_user";
        /// Sent as `mllm.params.http_options`.
        http_options: Object "params.http_options";
        /// Sent as `mllm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `mllm.input_modalities`.
        input_modalities: Texts "input_modalities";
        /// Sent as `mllm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `mllm.messages`.
        messages: Objects "messages";
        /// Further members of `mllm.params`.
        additional_params: Object "params.*";
        /// Sent as `mllm.turn_detection`.
        turn_detection: MllmTurns "turn_detection";
        /// Sent as `mllm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `mllm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `mllm.tools`.
        tools: Tools "tools";
    }

    /// `XaiGrok`: a model that hears and speaks by itself.
    ///
    /// Vendor `xai` on the wire.
    XaiGrok = Class::new(VendorKind::Mllm, "XaiGrok", VendorArea::Global)
        .vendor("xai")
        .empty_params()
        .rule(rules::mllm);
    new {
        api_key: Text "api_key".required();
    }
    set {
        /// Sent as `mllm.url`. Default: `wss://api.x.ai/v1/realtime`.
        url: Text "url".default(Default::Text("wss://api.x.ai/v1/realtime"));
        /// Sent as `mllm.params.voice`.
        voice: Text "params.voice";
        /// Sent as `mllm.params.language`.
        language: Text "params.language";
        /// Sent as `mllm.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `mllm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `mllm.input_modalities`.
        input_modalities: Texts "input_modalities";
        /// Sent as `mllm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `mllm.messages`.
        messages: Objects "messages";
        /// Further members of `mllm.params`.
        params: Object "params.*";
        /// Sent as `mllm.turn_detection`.
        turn_detection: MllmTurns "turn_detection";
        /// Sent as `mllm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `mllm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `mllm.tools`.
        tools: Tools "tools";
    }
}
