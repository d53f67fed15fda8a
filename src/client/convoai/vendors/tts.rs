//! Speech: `tts` of a start body.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Tts:

    /// `Microsoft`: speech.
    ///
    /// Vendor `microsoft` on the wire.
    #[doc(alias = "MicrosoftTTS")]
    MicrosoftTts = Class::new(VendorKind::Tts, "MicrosoftTTS", VendorArea::Global)
        .vendor("microsoft")
        .rule(rules::rate);
    new {
        key: Text "params.key".required();
        region: Text "params.region".required();
        voice_name: Text "params.voice_name".required();
    }
    set {
        /// Sent as `tts.params.sample_rate`. One of 8000, 16000, 24000, 48000.
        sample_rate: Integer "params.sample_rate".check(Check::Rates(&[8000, 16000, 24000, 48000]));
        /// Sent as `tts.params.speed`.
        speed: Number "params.speed";
        /// Sent as `tts.params.volume`.
        volume: Number "params.volume";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `ElevenLabs`: speech.
    ///
    /// Vendor `elevenlabs` on the wire.
    #[doc(alias = "ElevenLabsTTS")]
    ElevenLabsTts = Class::new(VendorKind::Tts, "ElevenLabsTTS", VendorArea::Global)
        .vendor("elevenlabs")
        .rule(rules::rate);
    new {
        key: Text "params.key".required();
        model_id: Text "params.model_id".required();
        voice_id: Text "params.voice_id".required();
        base_url: Text "params.base_url".required();
    }
    set {
        /// Sent as `tts.params.sample_rate`. One of 16000, 22050, 24000, 44100.
        sample_rate: Integer "params.sample_rate".check(Check::Rates(&[16000, 22050, 24000, 44100]));
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
        /// Sent as `tts.params.optimize_streaming_latency`. 0 to 4.
        optimize_streaming_latency: Integer "params.optimize_streaming_latency".check(Check::Within(0.0, 4.0));
        /// Sent as `tts.params.stability`. 0 to 1.
        stability: Number "params.stability".check(Check::Within(0.0, 1.0));
        /// Sent as `tts.params.similarity_boost`. 0 to 1.
        similarity_boost: Number "params.similarity_boost".check(Check::Within(0.0, 1.0));
        /// Sent as `tts.params.style`. 0 to 1.
        style: Number "params.style".check(Check::Within(0.0, 1.0));
        /// Sent as `tts.params.use_speaker_boost`.
        use_speaker_boost: Flag "params.use_speaker_boost";
    }

    /// `MiniMax`: speech.
    ///
    /// Vendor `minimax` on the wire.
    ///
    /// Either `voice_id` or `timber_weights` is required, and with `key` also `group_id`. Without `key` the service brings the model, as a preset: `speech-2.6-turbo` or `speech-2.8-turbo`.
    #[doc(alias = "MiniMaxTTS")]
    MiniMaxTts = Class::new(VendorKind::Tts, "MiniMaxTTS", VendorArea::Global)
        .vendor("minimax")
        .rule(rules::minimax);
    new {
        model: Text "params.model".required();
    }
    set {
        /// Sent as `tts.params.key`.
        key: Text "params.key";
        /// Sent as `tts.params.group_id`.
        group_id: Text "params.group_id";
        /// Sent as `tts.params.voice_setting.voice_id`.
        voice_id: Text "params.voice_setting.voice_id";
        /// Sent as `tts.params.voice_setting.speed`.
        speed: Number "params.voice_setting.speed";
        /// Sent as `tts.params.voice_setting.vol`.
        vol: Number "params.voice_setting.vol";
        /// Sent as `tts.params.voice_setting.pitch`.
        pitch: Number "params.voice_setting.pitch";
        /// Sent as `tts.params.voice_setting.emotion`.
        emotion: Text "params.voice_setting.emotion";
        /// Sent as `tts.params.voice_setting.latex_read`.
        latex_read: Flag "params.voice_setting.latex_read";
        /// Sent as `tts.params.voice_setting.english_normalization`.
        english_normalization: Flag "params.voice_setting.english_normalization";
        /// Sent as `tts.params.timber_weights`.
        timber_weights: Objects "params.timber_weights";
        /// Sent as `tts.params.audio_setting.sample_rate`.
        sample_rate: Integer "params.audio_setting.sample_rate";
        /// Sent as `tts.params.pronunciation_dict`.
        pronunciation_dict: Object "params.pronunciation_dict";
        /// Sent as `tts.params.language_boost`.
        language_boost: Text "params.language_boost";
        /// Sent as `tts.params.url`.
        url: Text "params.url";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Murf`: speech.
    ///
    /// Vendor `murf` on the wire.
    #[doc(alias = "MurfTTS")]
    MurfTts = Class::new(VendorKind::Tts, "MurfTTS", VendorArea::Global)
        .vendor("murf")
        .rule(rules::late_rate);
    new {
        key: Text "params.api_key".required();
    }
    set {
        /// Sent as `tts.params.voiceId`.
        voice_id: Text "params.voiceId";
        /// Sent as `tts.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `tts.params.locale`.
        locale: Text "params.locale";
        /// Sent as `tts.params.rate`.
        rate: Number "params.rate";
        /// Sent as `tts.params.pitch`.
        pitch: Number "params.pitch";
        /// Sent as `tts.params.model`.
        model: Text "params.model";
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Cartesia`: speech.
    ///
    /// Vendor `cartesia` on the wire.
    #[doc(alias = "CartesiaTTS")]
    CartesiaTts = Class::new(VendorKind::Tts, "CartesiaTTS", VendorArea::Global)
        .vendor("cartesia")
        .rule(rules::cartesia);
    new {
        api_key: Text "params.api_key".required();
        voice_id: Text "params.voice.id".required();
        model_id: Text "params.model_id".required();
    }
    set {
        /// Sent as `tts.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `tts.params.language`.
        language: Text "params.language";
        /// Sent as `tts.params.output_format.sample_rate`. One of 8000, 16000, 22050, 24000, 44100, 48000.
        sample_rate: Integer "params.output_format.sample_rate".check(Check::Rates(&[8000, 16000, 22050, 24000, 44100, 48000]));
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `OpenAI`: speech.
    ///
    /// Vendor `openai` on the wire.
    ///
    /// With `api_key`, `model` and `base_url` are required. Without, the service brings `tts-1`, as a preset. Its speech has 24,000 samples a second.
    #[doc(alias = "OpenAITTS")]
    OpenAiTts = Class::new(VendorKind::Tts, "OpenAITTS", VendorArea::Global)
        .vendor("openai")
        .rule(rules::openai_tts);
    new {
        voice: Text "params.voice".required();
    }
    set {
        /// Sent as `tts.params.api_key`.
        api_key: Text "params.api_key";
        /// Sent as `tts.params.model`.
        model: Text "params.model";
        /// Sent as `tts.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `tts.params.instructions`.
        instructions: Text "params.instructions";
        /// Sent as `tts.params.speed`.
        speed: Number "params.speed";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `HumeAI`: speech.
    ///
    /// Vendor `humeai` on the wire.
    #[doc(alias = "HumeAITTS")]
    HumeAiTts = Class::new(VendorKind::Tts, "HumeAITTS", VendorArea::Global)
        .vendor("humeai");
    new {
        key: Text "params.key".required();
        voice_id: Text "params.voice_id".required();
        provider: Text "params.provider".required();
    }
    set {
        /// Sent as `tts.params.config_id`.
        config_id: Text "params.config_id";
        /// Sent as `tts.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `tts.params.speed`.
        speed: Number "params.speed";
        /// Sent as `tts.params.trailing_silence`.
        trailing_silence: Number "params.trailing_silence";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Rime`: speech.
    ///
    /// Vendor `rime` on the wire.
    ///
    /// With `credential_mode` `managed`, `base_url` and `model_id` are required; otherwise `key`, `speaker` and `model_id`.
    #[doc(alias = "RimeTTS")]
    RimeTts = Class::new(VendorKind::Tts, "RimeTTS", VendorArea::Global)
        .vendor("rime")
        .rule(rules::rime);
    new {
    }
    set {
        /// Sent as `tts.params.api_key`.
        key: Text "params.api_key";
        /// Sent as `tts.params.speaker`.
        speaker: Text "params.speaker";
        /// Sent as `tts.params.modelId`.
        model_id: Text "params.modelId";
        /// Sent as `tts.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `tts.credential_mode`. One of managed, byok.
        credential_mode: Text "credential_mode".check(Check::Choice(&["managed", "byok"]));
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `FishAudio`: speech.
    ///
    /// Vendor `fishaudio` on the wire.
    #[doc(alias = "FishAudioTTS")]
    FishAudioTts = Class::new(VendorKind::Tts, "FishAudioTTS", VendorArea::Global)
        .vendor("fishaudio");
    new {
        key: Text "params.api_key".required();
        reference_id: Text "params.reference_id".required();
        backend: Text "params.backend".required();
    }
    set {
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Google`: speech.
    ///
    /// Vendor `google` on the wire.
    #[doc(alias = "GoogleTTS")]
    GoogleTts = Class::new(VendorKind::Tts, "GoogleTTS", VendorArea::Global)
        .vendor("google")
        .rule(rules::rate);
    new {
        key: Text "params.credentials".required();
        voice_name: Text "params.VoiceSelectionParams.name".required();
    }
    set {
        /// Sent as `tts.params.VoiceSelectionParams.language_code`.
        language_code: Text "params.VoiceSelectionParams.language_code";
        /// Sent as `tts.params.AudioConfig.sample_rate_hertz`. One of 8000, 16000, 22050, 24000, 44100, 48000.
        sample_rate_hertz: Integer "params.AudioConfig.sample_rate_hertz".check(Check::Rates(&[8000, 16000, 22050, 24000, 44100, 48000]));
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Amazon`: speech.
    ///
    /// Vendor `amazon` on the wire.
    #[doc(alias = "AmazonTTS")]
    AmazonTts = Class::new(VendorKind::Tts, "AmazonTTS", VendorArea::Global)
        .vendor("amazon");
    new {
        access_key: Text "params.aws_access_key_id".required();
        secret_key: Text "params.aws_secret_access_key".required();
        region: Text "params.region_name".required();
        voice_id: Text "params.voice".required();
        engine: Text "params.engine".required();
    }
    set {
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Sarvam`: speech.
    ///
    /// Vendor `sarvam` on the wire.
    #[doc(alias = "SarvamTTS")]
    SarvamTts = Class::new(VendorKind::Tts, "SarvamTTS", VendorArea::Global)
        .vendor("sarvam")
        .rule(rules::late_rate);
    new {
        key: Text "params.api_subscription_key".required();
        speaker: Text "params.speaker".required();
        target_language_code: Text "params.target_language_code".required();
    }
    set {
        /// Sent as `tts.params.pitch`.
        pitch: Number "params.pitch";
        /// Sent as `tts.params.pace`.
        pace: Number "params.pace";
        /// Sent as `tts.params.loudness`.
        loudness: Number "params.loudness";
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `SmallestAI`: speech.
    ///
    /// Vendor `smallestai` on the wire.
    #[doc(alias = "SmallestAITTS")]
    SmallestAiTts = Class::new(VendorKind::Tts, "SmallestAITTS", VendorArea::Global)
        .vendor("smallestai")
        .rule(rules::rate);
    new {
        api_key: Text "params.api_key".required().check(Check::NotEmpty);
    }
    set {
        /// Sent as `tts.params.url`.
        url: Text "params.url";
        /// Sent as `tts.params.model`.
        model: Text "params.model";
        /// Sent as `tts.params.voice_id`.
        voice_id: Text "params.voice_id";
        /// Sent as `tts.params.sample_rate`. Above 0.
        sample_rate: Integer "params.sample_rate".check(Check::Above(0.0));
        /// Sent as `tts.params.speed`. Above 0.
        speed: Number "params.speed".check(Check::Above(0.0));
        /// Sent as `tts.params.language`.
        language: Text "params.language";
        /// Sent as `tts.params.number_pronunciation_language`.
        number_pronunciation_language: Text "params.number_pronunciation_language";
        /// Sent as `tts.params.math_notation`.
        math_notation: Flag "params.math_notation";
        /// Sent as `tts.params.pronunciation_dicts`.
        pronunciation_dicts: Texts "params.pronunciation_dicts";
        /// Sent as `tts.params.session_id`.
        session_id: Text "params.session_id";
        /// Sent as `tts.params.request_id`.
        request_id: Text "params.request_id";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// An endpoint of your own: speech.
    ///
    /// Vendor `generic_http` on the wire.
    #[doc(alias = "GenericTTS")]
    GenericTts = Class::new(VendorKind::Tts, "GenericTTS", VendorArea::Both)
        .vendor("generic_http")
        .rule(rules::generic_tts);
    new {
        url: Text "url".required();
    }
    set {
        /// Sent as `tts.headers`.
        headers: Object "headers";
        /// Sent as `tts.params.model`.
        model: Text "params.model";
        /// Sent as `tts.params.voice`.
        voice: Text "params.voice";
        /// Sent as `tts.params.api_key`.
        api_key: Text "params.api_key";
        /// Sent as `tts.params.speed`.
        speed: Number "params.speed";
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `tts.params.response_format`.
        response_format: Text "params.response_format";
        /// Sent as `tts.params.instruction`.
        instruction: Text "params.instruction";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Xai`: speech.
    ///
    /// Vendor `xai` on the wire.
    #[doc(alias = "XaiTTS")]
    XaiTts = Class::new(VendorKind::Tts, "XaiTTS", VendorArea::Global)
        .vendor("xai")
        .rule(rules::rate);
    new {
        api_key: Text "params.api_key".required();
        language: Text "params.language".required();
    }
    set {
        /// Sent as `tts.params.voice_id`.
        voice_id: Text "params.voice_id";
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Deepgram`: speech.
    ///
    /// Vendor `deepgram` on the wire.
    #[doc(alias = "DeepgramTTS")]
    DeepgramTts = Class::new(VendorKind::Tts, "DeepgramTTS", VendorArea::Global)
        .vendor("deepgram")
        .rule(rules::rate);
    new {
        api_key: Text "params.api_key".required();
        model: Text "params.model".required();
    }
    set {
        /// Sent as `tts.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Gradium`: speech.
    ///
    /// Vendor `gradium` on the wire.
    #[doc(alias = "GradiumTTS")]
    GradiumTts = Class::new(VendorKind::Tts, "GradiumTTS", VendorArea::Global)
        .vendor("gradium")
        .rule(rules::rate);
    new {
        api_key: Text "params.api_key".required();
    }
    set {
        /// Sent as `tts.params.url`.
        url: Text "params.url";
        /// Sent as `tts.params.model_name`.
        model_name: Text "params.model_name";
        /// Sent as `tts.params.voice_id`.
        voice_id: Text "params.voice_id";
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Mistral`: speech.
    ///
    /// Vendor `mistral` on the wire.
    #[doc(alias = "MistralTTS")]
    MistralTts = Class::new(VendorKind::Tts, "MistralTTS", VendorArea::Global)
        .vendor("mistral");
    new {
        api_key: Text "params.api_key".required();
    }
    set {
        /// Sent as `tts.params.model`.
        model: Text "params.model";
        /// Sent as `tts.params.voice`.
        voice: Text "params.voice";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Typecast`: speech.
    ///
    /// Vendor `typecast` on the wire.
    #[doc(alias = "TypecastTTS")]
    TypecastTts = Class::new(VendorKind::Tts, "TypecastTTS", VendorArea::Global)
        .vendor("typecast");
    new {
        api_key: Text "params.api_key".required();
        voice_id: Text "params.voice_id".required();
        model: Text "params.model".required();
    }
    set {
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Gemini`: speech.
    ///
    /// Vendor `gemini` on the wire.
    ///
    /// A preview, on a host of its own: see [`PREVIEW_URL`](crate::client::convoai::PREVIEW_URL).
    #[doc(alias = "GeminiTTS")]
    GeminiTts = Class::new(VendorKind::Tts, "GeminiTTS", VendorArea::Preview)
        .vendor("gemini")
        .rule(rules::gemini_tts);
    new {
        api_key: Text "params.api_key".required();
    }
    set {
        /// Sent as `tts.params.model`. Default: `gemini-3.8-flash-tts`.
        model: Text "params.model".default(Default::Text("gemini-3.8-flash-tts"));
        /// Sent as `tts.params.voice`. Default: `Puck`.
        voice: Text "params.voice".default(Default::Text("Puck"));
        /// Sent as `tts.params.style`.
        style: Text "params.style";
    }
}
