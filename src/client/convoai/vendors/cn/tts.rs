//! Speech: `tts` of a start body. In mainland China.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

pub use crate::client::convoai::vendors::tts::GenericTts;

vendors! {
    Tts:

    /// `MiniMax`: speech.
    ///
    /// Vendor `minimax` on the wire.
    ///
    /// Either `voice_id` or `timber_weights` is required.
    #[doc(alias = "MiniMaxTTS")]
    MiniMaxTts = Class::new(VendorKind::Tts, "MiniMaxTTS", VendorArea::Cn)
        .vendor("minimax")
        .rule(rules::minimax_cn);
    new {
        key: Text "params.key".at_start();
        model: Text "params.model".required();
    }
    set {
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
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Tencent`: speech.
    ///
    /// Vendor `tencent` on the wire.
    #[doc(alias = "TencentTTS")]
    TencentTts = Class::new(VendorKind::Tts, "TencentTTS", VendorArea::Cn)
        .vendor("tencent")
        .rule(rules::rate);
    new {
        app_id: Text "params.app_id".required();
        secret_id: Text "params.secret_id".required();
        secret_key: Text "params.secret_key".required();
        voice_type: Integer "params.voice_type".required();
    }
    set {
        /// Sent as `tts.params.volume`.
        volume: Integer "params.volume";
        /// Sent as `tts.params.speed`.
        speed: Integer "params.speed";
        /// Sent as `tts.params.emotion_category`.
        emotion_category: Text "params.emotion_category";
        /// Sent as `tts.params.emotion_intensity`.
        emotion_intensity: Integer "params.emotion_intensity";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Bytedance`: speech.
    ///
    /// Vendor `bytedance` on the wire.
    #[doc(alias = "BytedanceTTS")]
    BytedanceTts = Class::new(VendorKind::Tts, "BytedanceTTS", VendorArea::Cn)
        .vendor("bytedance")
        .rule(rules::rate);
    new {
        token: Text "params.token".required();
        app_id: Text "params.app_id".required();
        cluster: Text "params.cluster".required();
        voice_type: Text "params.voice_type".required();
    }
    set {
        /// Sent as `tts.params.speed_ratio`.
        speed_ratio: Number "params.speed_ratio";
        /// Sent as `tts.params.volume_ratio`.
        volume_ratio: Number "params.volume_ratio";
        /// Sent as `tts.params.pitch_ratio`.
        pitch_ratio: Number "params.pitch_ratio";
        /// Sent as `tts.params.emotion`.
        emotion: Text "params.emotion";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `Microsoft`: speech.
    ///
    /// Vendor `microsoft` on the wire.
    #[doc(alias = "MicrosoftTTS")]
    MicrosoftTts = Class::new(VendorKind::Tts, "MicrosoftTTS", VendorArea::Cn)
        .vendor("microsoft")
        .rule(rules::rate);
    new {
        key: Text "params.key".required();
        region: Text "params.region".required();
        voice_name: Text "params.voice_name".required();
    }
    set {
        /// Sent as `tts.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `tts.params.speed`.
        speed: Number "params.speed";
        /// Sent as `tts.params.volume`.
        volume: Number "params.volume";
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `CosyVoice`: speech.
    ///
    /// Vendor `cosyvoice` on the wire.
    #[doc(alias = "CosyVoiceTTS")]
    CosyVoiceTts = Class::new(VendorKind::Tts, "CosyVoiceTTS", VendorArea::Cn)
        .vendor("cosyvoice")
        .rule(rules::rate);
    new {
        api_key: Text "params.api_key".at_start();
        model: Text "params.model".at_start();
        sample_rate: Integer "params.sample_rate".at_start();
        voice: Text "params.voice".at_start();
    }
    set {
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `BytedanceDuplex`: speech.
    ///
    /// Vendor `bytedance_duplex` on the wire.
    #[doc(alias = "BytedanceDuplexTTS")]
    BytedanceDuplexTts = Class::new(VendorKind::Tts, "BytedanceDuplexTTS", VendorArea::Cn)
        .vendor("bytedance_duplex")
        .rule(rules::rate);
    new {
        token: Text "params.token".required();
        app_id: Text "params.app_id".required();
        speaker: Text "params.speaker".required();
    }
    set {
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }

    /// `StepFun`: speech.
    ///
    /// Vendor `stepfun` on the wire.
    #[doc(alias = "StepFunTTS")]
    StepFunTts = Class::new(VendorKind::Tts, "StepFunTTS", VendorArea::Cn)
        .vendor("stepfun")
        .rule(rules::rate);
    new {
        api_key: Text "params.api_key".at_start();
        model: Text "params.model".at_start();
        voice_id: Text "params.voice_id".at_start();
    }
    set {
        /// Further members of `tts.params`.
        additional_params: Object "params.*";
        /// Sent as `tts.skip_patterns`.
        skip_patterns: Integers "skip_patterns";
    }
}
