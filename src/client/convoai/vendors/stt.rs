//! Speech recognition: `asr` = `{vendor, language, params}`.
//!
//! | type | language when none is given | also inside `params` |
//! |---|---|---|
//! | [`FengmingSTT`] | `zh-CN` | no |
//! | [`TencentSTT`] | `zh-CN` | no |
//! | [`MicrosoftSTT`] | `zh-CN` | yes |
//! | [`XfyunSTT`] | `zh_cn` | yes |
//! | [`XfyunBigModelSTT`] | `mix` | yes |
//! | [`XfyunDialectSTT`] | `zh-CN` | yes |
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
    FengmingSTT {
        required {}
        optional { language: String, additional_params: Map<String, Value> }
    }

    /// Tencent.
    TencentSTT {
        required { key: String, app_id: String, secret: String }
        optional {
            engine_model_type: String,
            voice_id: String,
            language: String,
            additional_params: Map<String, Value>,
        }
    }

    /// Microsoft.
    MicrosoftSTT {
        required { key: String, region: String }
        optional {
            phrase_list: Vec<String>,
            language: String,
            additional_params: Map<String, Value>,
        }
    }

    /// iFLYTEK.
    XfyunSTT {
        required { api_key: String, app_id: String, api_secret: String }
        optional { language: String, additional_params: Map<String, Value> }
    }

    /// iFLYTEK's big model.
    XfyunBigModelSTT {
        required { api_key: String, app_id: String, api_secret: String }
        optional {
            language_name: String,
            language: String,
            additional_params: Map<String, Value>,
        }
    }

    /// iFLYTEK for dialects.
    XfyunDialectSTT {
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
    FengmingSTT = "fengming", "zh-CN", false;
    TencentSTT = "tencent", "zh-CN", false;
    MicrosoftSTT = "microsoft", "zh-CN", true;
    XfyunSTT = "xfyun", "zh_cn", true;
    XfyunBigModelSTT = "xfyun_bigmodel", "mix", true;
    XfyunDialectSTT = "xfyun_dialect", "zh-CN", true;
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
