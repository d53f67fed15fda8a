//! Models that hear and speak by themselves: `mllm` of a start body. In mainland China.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Mllm:

    /// `QwenOmni`: a model that hears and speaks by itself.
    ///
    /// Vendor `qwen_omni` on the wire.
    QwenOmni = Class::new(VendorKind::Mllm, "QwenOmni", VendorArea::Cn)
        .vendor("qwen_omni")
        .rule(rules::mllm);
    new {
        api_key: Text "api_key".required();
        url: Text "url".required();
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
