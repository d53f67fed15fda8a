//! Language models: `llm` of a start body. In mainland China.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Llm:

    /// `Aliyun`: language model.
    ///
    /// Vendor `aliyun` on the wire.
    #[doc(alias = "AliyunLLM")]
    AliyunLlm = Class::new(VendorKind::Llm, "AliyunLLM", VendorArea::Cn)
        .style("openai")
        .rule(rules::managed_llm);
    new {
        api_key: Text "api_key";
        model: Text "params.model".required().first();
        base_url: Text "url";
    }
    set {
        /// Sent as `llm.params.temperature`. 0 to 2.
        temperature: Number "params.temperature".check(Check::Within(0.0, 2.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.max_tokens`. Above 0.
        max_tokens: Integer "params.max_tokens".check(Check::Above(0.0));
        /// Sent as `llm.system_messages`.
        system_messages: Objects "system_messages";
        /// Sent as `llm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `llm.greeting_audio_url`.
        greeting_audio_url: Text "greeting_audio_url";
        /// Sent as `llm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `llm.input_modalities`. Default: `["text"]`.
        input_modalities: Texts "input_modalities";
        /// Further members of `llm.params`.
        params: Object "params.*";
        /// Sent as `llm.headers`.
        headers: Object "headers";
        /// Sent as `llm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `llm.greeting_configs`.
        greeting_configs: Object "greeting_configs";
        /// Sent as `llm.template_variables`.
        template_variables: Object "template_variables";
        /// Sent as `llm.vendor`. Default: `aliyun`.
        vendor: Text "vendor".default(Default::Text("aliyun"));
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `Bytedance`: language model.
    ///
    /// Vendor `bytedance` on the wire.
    #[doc(alias = "BytedanceLLM")]
    BytedanceLlm = Class::new(VendorKind::Llm, "BytedanceLLM", VendorArea::Cn)
        .style("openai")
        .rule(rules::managed_llm);
    new {
        api_key: Text "api_key";
        model: Text "params.model".required().first();
        base_url: Text "url";
    }
    set {
        /// Sent as `llm.params.temperature`. 0 to 2.
        temperature: Number "params.temperature".check(Check::Within(0.0, 2.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.max_tokens`. Above 0.
        max_tokens: Integer "params.max_tokens".check(Check::Above(0.0));
        /// Sent as `llm.system_messages`.
        system_messages: Objects "system_messages";
        /// Sent as `llm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `llm.greeting_audio_url`.
        greeting_audio_url: Text "greeting_audio_url";
        /// Sent as `llm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `llm.input_modalities`. Default: `["text"]`.
        input_modalities: Texts "input_modalities";
        /// Further members of `llm.params`.
        params: Object "params.*";
        /// Sent as `llm.headers`.
        headers: Object "headers";
        /// Sent as `llm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `llm.greeting_configs`.
        greeting_configs: Object "greeting_configs";
        /// Sent as `llm.template_variables`.
        template_variables: Object "template_variables";
        /// Sent as `llm.vendor`. Default: `bytedance`.
        vendor: Text "vendor".default(Default::Text("bytedance"));
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `DeepSeek`: language model.
    ///
    /// Vendor `deepseek` on the wire.
    #[doc(alias = "DeepSeekLLM")]
    DeepSeekLlm = Class::new(VendorKind::Llm, "DeepSeekLLM", VendorArea::Cn)
        .style("openai")
        .rule(rules::managed_llm);
    new {
        api_key: Text "api_key";
        model: Text "params.model".required().first();
        base_url: Text "url";
    }
    set {
        /// Sent as `llm.params.temperature`. 0 to 2.
        temperature: Number "params.temperature".check(Check::Within(0.0, 2.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.max_tokens`. Above 0.
        max_tokens: Integer "params.max_tokens".check(Check::Above(0.0));
        /// Sent as `llm.system_messages`.
        system_messages: Objects "system_messages";
        /// Sent as `llm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `llm.greeting_audio_url`.
        greeting_audio_url: Text "greeting_audio_url";
        /// Sent as `llm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `llm.input_modalities`. Default: `["text"]`.
        input_modalities: Texts "input_modalities";
        /// Further members of `llm.params`.
        params: Object "params.*";
        /// Sent as `llm.headers`.
        headers: Object "headers";
        /// Sent as `llm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `llm.greeting_configs`.
        greeting_configs: Object "greeting_configs";
        /// Sent as `llm.template_variables`.
        template_variables: Object "template_variables";
        /// Sent as `llm.vendor`. Default: `deepseek`.
        vendor: Text "vendor".default(Default::Text("deepseek"));
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `Tencent`: language model.
    ///
    /// Vendor `tencent` on the wire.
    #[doc(alias = "TencentLLM")]
    TencentLlm = Class::new(VendorKind::Llm, "TencentLLM", VendorArea::Cn)
        .style("openai")
        .rule(rules::managed_llm);
    new {
        api_key: Text "api_key";
        model: Text "params.model".required().first();
        base_url: Text "url";
    }
    set {
        /// Sent as `llm.params.temperature`. 0 to 2.
        temperature: Number "params.temperature".check(Check::Within(0.0, 2.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.max_tokens`. Above 0.
        max_tokens: Integer "params.max_tokens".check(Check::Above(0.0));
        /// Sent as `llm.system_messages`.
        system_messages: Objects "system_messages";
        /// Sent as `llm.greeting_message`.
        greeting_message: Text "greeting_message";
        /// Sent as `llm.greeting_audio_url`.
        greeting_audio_url: Text "greeting_audio_url";
        /// Sent as `llm.failure_message`.
        failure_message: Text "failure_message";
        /// Sent as `llm.input_modalities`. Default: `["text"]`.
        input_modalities: Texts "input_modalities";
        /// Further members of `llm.params`.
        params: Object "params.*";
        /// Sent as `llm.headers`.
        headers: Object "headers";
        /// Sent as `llm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `llm.greeting_configs`.
        greeting_configs: Object "greeting_configs";
        /// Sent as `llm.template_variables`.
        template_variables: Object "template_variables";
        /// Sent as `llm.vendor`. Default: `tencent`.
        vendor: Text "vendor".default(Default::Text("tencent"));
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }
}
