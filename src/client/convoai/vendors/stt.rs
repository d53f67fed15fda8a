//! Speech recognition: `asr` of a start body.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Stt:

    /// `Ares`: speech recognition.
    ///
    /// Vendor `ares` on the wire.
    #[doc(alias = "AresSTT")]
    AresStt = Class::new(VendorKind::Stt, "AresSTT", VendorArea::Global)
        .vendor("ares")
        .rule(rules::keywords_apart);
    new {
    }
    set {
        /// Sent as `asr.keywords`.
        keywords: Texts "keywords";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Deepgram`: speech recognition.
    ///
    /// Vendor `deepgram` on the wire.
    ///
    /// Without `api_key` the service brings the model: `nova-2` or `nova-3`, as a preset.
    #[doc(alias = "DeepgramSTT")]
    DeepgramStt = Class::new(VendorKind::Stt, "DeepgramSTT", VendorArea::Global)
        .vendor("deepgram")
        .rule(rules::deepgram_stt);
    new {
    }
    set {
        /// Sent as `asr.params.key`.
        api_key: Text "params.key";
        /// Sent as `asr.params.model`.
        model: Text "params.model";
        /// Sent as `asr.params.language`.
        language: Text "params.language";
        /// Sent as `asr.params.keyterm`.
        keyterm: Text "params.keyterm";
        /// Sent as `asr.params.smart_format`.
        smart_format: Flag "params.smart_format";
        /// Sent as `asr.params.punctuation`.
        punctuation: Flag "params.punctuation";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Microsoft`: speech recognition.
    ///
    /// Vendor `microsoft` on the wire.
    #[doc(alias = "MicrosoftSTT")]
    MicrosoftStt = Class::new(VendorKind::Stt, "MicrosoftSTT", VendorArea::Global)
        .vendor("microsoft");
    new {
        key: Text "params.key".required();
        region: Text "params.region".required();
        language: Text "params.language".required();
    }
    set {
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `OpenAI`: speech recognition.
    ///
    /// Vendor `openai` on the wire.
    ///
    /// Model, prompt and language may each come from `input_audio_transcription` instead; prompt and language have no default.
    #[doc(alias = "OpenAISTT")]
    OpenAiStt = Class::new(VendorKind::Stt, "OpenAISTT", VendorArea::Global)
        .vendor("openai")
        .rule(rules::openai_stt);
    new {
        api_key: Text "params.api_key".required();
    }
    set {
        /// Sent as `asr.params.input_audio_transcription.model`. Default: `gpt-4o-mini-transcribe`.
        model: Text "params.input_audio_transcription.model";
        /// Sent as `asr.params.input_audio_transcription.language`.
        language: Text "params.input_audio_transcription.language";
        /// Sent as `asr.params.input_audio_transcription.prompt`.
        prompt: Text "params.input_audio_transcription.prompt";
        /// Further members of `asr.params.input_audio_transcription`.
        input_audio_transcription: Object "params.input_audio_transcription.*";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Gemini`: speech recognition.
    ///
    /// Vendor `gemini` on the wire.
    ///
    /// `word_timestamp` goes neither with `custom_vocabulary` nor with the mode `SMART`, and `diarization` not with that mode.
    #[doc(alias = "GeminiSTT")]
    GeminiStt = Class::new(VendorKind::Stt, "GeminiSTT", VendorArea::Global)
        .vendor("gemini")
        .rule(rules::gemini_stt);
    new {
        api_key: Text "params.api_key".required().check(Check::NotEmpty);
    }
    set {
        /// Sent as `asr.params.model`. Default: `gemini-3.5-transcribe-live`.
        model: Text "params.model".default(Default::Text("gemini-3.5-transcribe-live"));
        /// Sent as `asr.params.language`.
        language: Text "params.language";
        /// Sent as `asr.params.language_hints`.
        language_hints: Texts "params.language_hints";
        /// Sent as `asr.params.language_hints`.
        language_codes: Texts "";
        /// Sent as `asr.params.custom_vocabulary`.
        custom_vocabulary: Texts "params.custom_vocabulary";
        /// Sent as `asr.params.word_timestamp`.
        word_timestamp: Flag "params.word_timestamp";
        /// Sent as `asr.params.mode`. One of SMART, VERBATIM.
        mode: Text "params.mode";
        /// Sent as `asr.params.diarization`.
        diarization: Flag "params.diarization";
        /// Sent as `asr.params.sample_rate`. Default: `16000`.
        sample_rate: Integer "params.sample_rate".default(Default::Integer(16000));
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Google`: speech recognition.
    ///
    /// Vendor `google` on the wire.
    #[doc(alias = "GoogleSTT")]
    GoogleStt = Class::new(VendorKind::Stt, "GoogleSTT", VendorArea::Global)
        .vendor("google");
    new {
        project_id: Text "params.project_id".required();
        location: Text "params.location".required();
        adc_credentials_string: Text "params.adc_credentials_string".required();
        language: Text "params.language".required();
    }
    set {
        /// Sent as `asr.params.model`.
        model: Text "params.model";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Amazon`: speech recognition.
    ///
    /// Vendor `amazon` on the wire.
    #[doc(alias = "AmazonSTT")]
    AmazonStt = Class::new(VendorKind::Stt, "AmazonSTT", VendorArea::Global)
        .vendor("amazon");
    new {
        access_key: Text "params.access_key_id".required();
        secret_key: Text "params.secret_access_key".required();
        region: Text "params.region".required();
        language: Text "params.language_code".required();
    }
    set {
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `AssemblyAI`: speech recognition.
    ///
    /// Vendor `assemblyai` on the wire.
    #[doc(alias = "AssemblyAISTT")]
    AssemblyAiStt = Class::new(VendorKind::Stt, "AssemblyAISTT", VendorArea::Global)
        .vendor("assemblyai");
    new {
        api_key: Text "params.api_key".required();
        language: Text "params.language".required();
    }
    set {
        /// Sent as `asr.params.ws_url`.
        ws_url: Text "params.ws_url";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Speechmatics`: speech recognition.
    ///
    /// Vendor `speechmatics` on the wire.
    ///
    /// `api_key` is the old name of `key`.
    #[doc(alias = "SpeechmaticsSTT")]
    SpeechmaticsStt = Class::new(VendorKind::Stt, "SpeechmaticsSTT", VendorArea::Global)
        .vendor("speechmatics")
        .rule(rules::speechmatics);
    new {
        key: Text "params.key";
        language: Text "params.language".required();
    }
    set {
        /// Sent as `asr.params.key`.
        api_key: Text "";
        /// Sent as `asr.params.model`.
        model: Text "params.model";
        /// Sent as `asr.params.uri`.
        uri: Text "params.uri";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Sarvam`: speech recognition.
    ///
    /// Vendor `sarvam` on the wire.
    #[doc(alias = "SarvamSTT")]
    SarvamStt = Class::new(VendorKind::Stt, "SarvamSTT", VendorArea::Global)
        .vendor("sarvam");
    new {
        api_key: Text "params.api_key".required();
        language: Text "params.language".required();
    }
    set {
        /// Sent as `asr.params.model`.
        model: Text "params.model";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `SmallestAI`: speech recognition.
    ///
    /// Vendor `smallestai` on the wire.
    #[doc(alias = "SmallestAISTT")]
    SmallestAiStt = Class::new(VendorKind::Stt, "SmallestAISTT", VendorArea::Global)
        .vendor("smallestai");
    new {
        api_key: Text "params.api_key".required().check(Check::NotEmpty);
    }
    set {
        /// Sent as `asr.params.language`.
        language: Text "params.language";
        /// Sent as `asr.params.url`.
        url: Text "params.url";
        /// Sent as `asr.params.sample_rate`. Above 0.
        sample_rate: Integer "params.sample_rate".check(Check::Above(0.0));
        /// Sent as `asr.params.encoding`.
        encoding: Text "params.encoding";
        /// Sent as `asr.params.word_timestamps`.
        word_timestamps: TextFlag "params.word_timestamps";
        /// Sent as `asr.params.sentence_timestamps`.
        sentence_timestamps: TextFlag "params.sentence_timestamps";
        /// Sent as `asr.params.diarize`.
        diarize: TextFlag "params.diarize";
        /// Sent as `asr.params.vad_events`.
        vad_events: TextFlag "params.vad_events";
        /// Sent as `asr.params.endpointing`.
        endpointing: TextFlag "params.endpointing";
        /// Sent as `asr.params.eou_timeout_ms`. At least 0.
        eou_timeout_ms: Integer "params.eou_timeout_ms".check(Check::AtLeast(0.0));
        /// Sent as `asr.params.format`.
        format: TextFlag "params.format";
        /// Sent as `asr.params.finalize_on_words`.
        finalize_on_words: TextFlag "params.finalize_on_words";
        /// Sent as `asr.params.max_words`.
        max_words: Text "params.max_words";
        /// Sent as `asr.params.punctuate`.
        punctuate: TextFlag "params.punctuate";
        /// Sent as `asr.params.capitalize`.
        capitalize: TextFlag "params.capitalize";
        /// Sent as `asr.params.itn_normalize`.
        itn_normalize: TextFlag "params.itn_normalize";
        /// Sent as `asr.params.full_transcript`.
        full_transcript: TextFlag "params.full_transcript";
        /// Sent as `asr.params.keywords`.
        keywords: Text "params.keywords";
        /// Sent as `asr.params.redact_pii`.
        redact_pii: TextFlag "params.redact_pii";
        /// Sent as `asr.params.redact_pci`.
        redact_pci: TextFlag "params.redact_pci";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Xai`: speech recognition.
    ///
    /// Vendor `xai` on the wire.
    #[doc(alias = "XaiSTT")]
    XaiStt = Class::new(VendorKind::Stt, "XaiSTT", VendorArea::Global)
        .vendor("xai");
    new {
        api_key: Text "params.api_key".required();
    }
    set {
        /// Sent as `asr.params.base_url`.
        base_url: Text "params.base_url";
        /// Sent as `asr.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `asr.params.language`.
        language: Text "params.language";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }
}
