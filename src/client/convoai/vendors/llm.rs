//! Language models: `llm` of a start body.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Llm:

    /// `OpenAI`: language model.
    ///
    /// With `api_key`, `base_url` is required. Without, the service brings the model, as a preset: `gpt-4o-mini`, `gpt-4.1-mini`, `gpt-5-nano` or `gpt-5-mini`.
    #[doc(alias = "OpenAI")]
    OpenAiLlm = Class::new(VendorKind::Llm, "OpenAI", VendorArea::Global)
        .style("openai")
        .rule(rules::managed_llm);
    new {
        model: Text "params.model".required().first();
    }
    set {
        /// Sent as `llm.api_key`.
        api_key: Text "api_key";
        /// Sent as `llm.url`. Default: `https://api.openai.com/v1/chat/completions` (api_key absent).
        base_url: Text "url";
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
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `AzureOpenAI`: language model.
    ///
    /// Vendor `azure` on the wire.
    #[doc(alias = "AzureOpenAI")]
    AzureOpenAiLlm = Class::new(VendorKind::Llm, "AzureOpenAI", VendorArea::Global)
        .style("openai")
        .rule(rules::azure_llm);
    new {
        api_key: Text "api_key".required();
        model: Text "params.model".required().first();
        endpoint: Text "".required();
        deployment_name: Text "".required();
    }
    set {
        /// Sent as `llm.url`. Default: `2024-08-01-preview`.
        api_version: Text "";
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
        /// Sent as `llm.vendor`. Default: `azure`.
        vendor: Text "vendor".default(Default::Text("azure"));
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `Anthropic`: language model.
    #[doc(alias = "Anthropic")]
    AnthropicLlm = Class::new(VendorKind::Llm, "Anthropic", VendorArea::Global)
        .style("anthropic")
        .rule(rules::llm);
    new {
        api_key: Text "api_key".required();
        model: Text "params.model".required().first();
        url: Text "url".required();
        max_tokens: Integer "params.max_tokens".required().check(Check::Above(0.0));
        headers: Object "headers".required();
    }
    set {
        /// Sent as `llm.params.temperature`. 0 to 1.
        temperature: Number "params.temperature".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
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
        /// Sent as `llm.output_modalities`.
        output_modalities: Texts "output_modalities";
        /// Sent as `llm.greeting_configs`.
        greeting_configs: Object "greeting_configs";
        /// Sent as `llm.template_variables`.
        template_variables: Object "template_variables";
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `Gemini`: language model.
    ///
    /// The key is written into the generated `url`. With a `url` of your own it is not sent: a warning says so.
    #[doc(alias = "Gemini")]
    GeminiLlm = Class::new(VendorKind::Llm, "Gemini", VendorArea::Global)
        .style("gemini")
        .rule(rules::gemini_llm);
    new {
        api_key: Text "".required();
        model: Text "params.model".required().first();
    }
    set {
        /// Sent as `llm.url`.
        url: Text "url";
        /// Sent as `llm.params.temperature`. 0 to 2.
        temperature: Number "params.temperature".check(Check::Within(0.0, 2.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.top_k`. Above 0.
        top_k: Integer "params.top_k".check(Check::Above(0.0));
        /// Sent as `llm.params.max_output_tokens`. Above 0.
        max_output_tokens: Integer "params.max_output_tokens".check(Check::Above(0.0));
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
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `Groq`: language model.
    #[doc(alias = "Groq")]
    GroqLlm = Class::new(VendorKind::Llm, "Groq", VendorArea::Global)
        .style("openai")
        .rule(rules::llm);
    new {
        api_key: Text "api_key".required();
        model: Text "params.model".required().first();
        base_url: Text "url".required();
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
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `VertexAI`: language model.
    #[doc(alias = "VertexAILLM")]
    VertexAiLlm = Class::new(VendorKind::Llm, "VertexAILLM", VendorArea::Global)
        .style("gemini")
        .rule(rules::vertex_llm);
    new {
        api_key: Text "api_key".required();
        project_id: Text "".required();
        location: Text "".required();
        model: Text "params.model".required().first();
    }
    set {
        /// Sent as `llm.url`.
        url: Text "url";
        /// Sent as `llm.params.temperature`. 0 to 2.
        temperature: Number "params.temperature".check(Check::Within(0.0, 2.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.top_k`. Above 0.
        top_k: Integer "params.top_k".check(Check::Above(0.0));
        /// Sent as `llm.params.max_output_tokens`. Above 0.
        max_output_tokens: Integer "params.max_output_tokens".check(Check::Above(0.0));
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
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `AmazonBedrock`: language model.
    #[doc(alias = "AmazonBedrock")]
    AmazonBedrockLlm = Class::new(VendorKind::Llm, "AmazonBedrock", VendorArea::Global)
        .style("bedrock")
        .empty_params()
        .rule(rules::llm);
    new {
        access_key: Text "access_key".required();
        secret_key: Text "secret_key".required();
        region: Text "region".required();
        model: Text "model".required().first();
    }
    set {
        /// Sent as `llm.params.max_tokens`. Above 0.
        max_tokens: Integer "params.max_tokens".check(Check::Above(0.0));
        /// Sent as `llm.url`.
        url: Text "url";
        /// Sent as `llm.params.temperature`. 0 to 1.
        temperature: Number "params.temperature".check(Check::Within(0.0, 1.0));
        /// Sent as `llm.params.top_p`. 0 to 1.
        top_p: Number "params.top_p".check(Check::Within(0.0, 1.0));
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
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// `Dify`: language model.
    #[doc(alias = "Dify")]
    DifyLlm = Class::new(VendorKind::Llm, "Dify", VendorArea::Global)
        .style("dify")
        .rule(rules::llm);
    new {
        api_key: Text "api_key".required();
        url: Text "url".required();
        model: Text "params.model".required().first();
    }
    set {
        /// Sent as `llm.params.user`.
        user: Text "params.user";
        /// Sent as `llm.params.conversation_id`.
        conversation_id: Text "params.conversation_id";
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
        /// Sent as `llm.vendor`.
        vendor: Text "vendor";
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }

    /// A model of your own: language model.
    ///
    /// Vendor `custom` on the wire.
    #[doc(alias = "CustomLLM")]
    CustomLlm = Class::new(VendorKind::Llm, "CustomLLM", VendorArea::Global)
        .style("openai")
        .rule(rules::llm);
    new {
        api_key: Text "api_key".required();
        model: Text "params.model".required().first();
        base_url: Text "url".required();
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
        /// Sent as `llm.vendor`. Default: `custom`.
        vendor: Text "vendor".default(Default::Text("custom"));
        /// Sent as `llm.mcp_servers`. A server without `transport` gets `streamable_http`.
        mcp_servers: McpServers "mcp_servers";
        /// Sent as `llm.tools`.
        tools: Tools "tools";
        /// Sent as `llm.max_history`. Above 0.
        max_history: Integer "max_history".check(Check::Above(0.0));
    }
}
