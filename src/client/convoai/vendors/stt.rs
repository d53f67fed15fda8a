//! Speech recognition: `asr` = `{vendor, language, params}`.
//!
//! | type | language when none is given | also inside `params` |
//! |---|---|---|
//! | [`FengmingStt`] | `zh-CN` | no |
//! | [`TencentStt`] | `zh-CN` | no |
//! | [`MicrosoftStt`] | `zh-CN` | yes |
//! | [`XfyunStt`] | `zh_cn` | yes |
//! | [`XfyunBigModelStt`] | `mix` | yes |
//! | [`XfyunDialectStt`] | `zh-CN` | yes |
//!
//! `additional_params` and then unknown options go to `params` last.

use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::{Options, given, vendors};
use crate::http::Error;

/// Something that can be the `asr` of an agent.
pub trait SttVendor {
    /// The `asr` of a start body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// an option out of its range.
    fn config(&self) -> Result<Options, Error>;
}

vendors! {
    /// Fengming, which the service has itself.
    #[doc(alias = "FengmingSTT")]
    FengmingStt {
        required {}
        optional { language: String, additional_params: Map<String, Value> }
    }

    /// Tencent.
    #[doc(alias = "TencentSTT")]
    TencentStt {
        required { key: String, app_id: String, secret: String }
        optional {
            engine_model_type: String,
            voice_id: String,
            language: String,
            additional_params: Map<String, Value>,
        }
    }

    /// Microsoft.
    #[doc(alias = "MicrosoftSTT")]
    MicrosoftStt {
        required { key: String, region: String }
        optional {
            phrase_list: Vec<String>,
            language: String,
            additional_params: Map<String, Value>,
        }
    }

    /// iFLYTEK.
    #[doc(alias = "XfyunSTT")]
    XfyunStt {
        required { api_key: String, app_id: String, api_secret: String }
        optional { language: String, additional_params: Map<String, Value> }
    }

    /// iFLYTEK's big model.
    #[doc(alias = "XfyunBigModelSTT")]
    XfyunBigModelStt {
        required { api_key: String, app_id: String, api_secret: String }
        optional {
            language_name: String,
            language: String,
            additional_params: Map<String, Value>,
        }
    }

    /// iFLYTEK for dialects.
    #[doc(alias = "XfyunDialectSTT")]
    XfyunDialectStt {
        required { app_id: String, access_key_id: String, access_key_secret: String }
        optional { language: String, additional_params: Map<String, Value> }
    }
}

macro_rules! recognizers {
    ($( $name:ident = $vendor:literal, $language:literal, $inside:literal; )*) => { $(
        impl SttVendor for $name {
            fn config(&self) -> Result<Options, Error> {
                let vendor = Recognizer {
                    vendor: $vendor,
                    language: $language,
                    inside: $inside,
                    known: Self::KNOWN,
                };
                Ok(vendor.config(&self.options))
            }
        }
    )* };
}

recognizers! {
    FengmingStt = "fengming", "zh-CN", false;
    TencentStt = "tencent", "zh-CN", false;
    MicrosoftStt = "microsoft", "zh-CN", true;
    XfyunStt = "xfyun", "zh_cn", true;
    XfyunBigModelStt = "xfyun_bigmodel", "mix", true;
    XfyunDialectStt = "xfyun_dialect", "zh-CN", true;
}

struct Recognizer {
    vendor: &'static str,
    language: &'static str,
    inside: bool,
    known: &'static [&'static str],
}

impl Recognizer {
    fn config(&self, options: &Options) -> Options {
        let language = options.get("language").cloned();
        let language = language.unwrap_or_else(|| self.language.into());
        let mut params = Options::new();
        if self.known.contains(&"language_name") {
            params.insert("language_name".into(), "cn".into());
        }
        let is_known = |name: &String| self.known.contains(&name.as_str());
        let of_params = |name: &String| name != "language" && name != "additional_params";
        params.extend(given(options).filter(|(name, _)| is_known(name) && of_params(name)));
        if self.inside && !language.is_null() {
            params.insert("language".into(), language.clone());
        }
        if let Some(Value::Object(more)) = options.get("additional_params") {
            params.extend(more.clone());
        }
        params.extend(given(options).filter(|(name, _)| !is_known(name)));
        let mut config = Options::new();
        config.insert("vendor".into(), self.vendor.into());
        config.insert("language".into(), language);
        config.insert("params".into(), params.into());
        config
    }
}
