//! Speech recognition: `asr` of a start body. In mainland China.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Stt:

    /// `Fengming`: speech recognition.
    ///
    /// Vendor `fengming` on the wire.
    #[doc(alias = "FengmingSTT")]
    FengmingStt = Class::new(VendorKind::Stt, "FengmingSTT", VendorArea::Cn)
        .vendor("fengming")
        .rule(rules::keywords_apart);
    new {
    }
    set {
        /// Sent as `asr.keywords`.
        keywords: Texts "keywords";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Tencent`: speech recognition.
    ///
    /// Vendor `tencent` on the wire.
    #[doc(alias = "TencentSTT")]
    TencentStt = Class::new(VendorKind::Stt, "TencentSTT", VendorArea::Cn)
        .vendor("tencent");
    new {
        key: Text "params.key".required();
        app_id: Text "params.app_id".required();
        secret: Text "params.secret".required();
        engine_model_type: Text "params.engine_model_type".required();
        voice_id: Text "params.voice_id".required();
    }
    set {
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `Microsoft`: speech recognition.
    ///
    /// Vendor `microsoft` on the wire.
    #[doc(alias = "MicrosoftSTT")]
    MicrosoftStt = Class::new(VendorKind::Stt, "MicrosoftSTT", VendorArea::Cn)
        .vendor("microsoft");
    new {
        key: Text "params.key".required();
        region: Text "params.region".required();
        language: Text "params.language".required();
    }
    set {
        /// Sent as `asr.params.phrase_list`.
        phrase_list: Texts "params.phrase_list";
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// `iFLYTEK`: speech recognition.
    ///
    /// Vendor `xfyun` on the wire.
    #[doc(alias = "XfyunSTT")]
    XfyunStt = Class::new(VendorKind::Stt, "XfyunSTT", VendorArea::Cn)
        .vendor("xfyun");
    new {
        api_key: Text "params.api_key".at_start();
        app_id: Text "params.app_id".at_start();
        api_secret: Text "params.api_secret".at_start();
        language: Text "params.language".at_start();
    }
    set {
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// iFLYTEK's big model: speech recognition.
    ///
    /// Vendor `xfyun_bigmodel` on the wire.
    #[doc(alias = "XfyunBigModelSTT")]
    XfyunBigModelStt = Class::new(VendorKind::Stt, "XfyunBigModelSTT", VendorArea::Cn)
        .vendor("xfyun_bigmodel");
    new {
        api_key: Text "params.api_key".at_start();
        app_id: Text "params.app_id".at_start();
        api_secret: Text "params.api_secret".at_start();
        language_name: Text "params.language_name".at_start();
        language: Text "params.language".at_start();
    }
    set {
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }

    /// iFLYTEK for dialects: speech recognition.
    ///
    /// Vendor `xfyun_dialect` on the wire.
    #[doc(alias = "XfyunDialectSTT")]
    XfyunDialectStt = Class::new(VendorKind::Stt, "XfyunDialectSTT", VendorArea::Cn)
        .vendor("xfyun_dialect");
    new {
        app_id: Text "params.app_id".at_start();
        access_key_id: Text "params.access_key_id".at_start();
        access_key_secret: Text "params.access_key_secret".at_start();
        language: Text "params.language".at_start();
    }
    set {
        /// Further members of `asr.params`.
        additional_params: Object "params.*";
    }
}
