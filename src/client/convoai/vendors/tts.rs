//! Speech: `tts` = `{vendor, params, skip_patterns?}`.
//!
//! | type | sample rate known from |
//! |---|---|
//! | [`MiniMaxTts`] | `audio_setting.sample_rate` |
//! | [`MicrosoftTts`], [`CosyVoiceTts`] | `sample_rate` |
//! | the others | - |
//!
//! Every option but `skip_patterns` goes to `params`, unknown ones too.

use std::string::String;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::{Options, given, refused, vendors};
use crate::client::convoai::object::Member;
use crate::http::Error;

/// The `tts` of a start body, and what is known about its sound.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TtsConfig {
    /// The object to send.
    pub config: Options,
    /// Samples a second, when that is known.
    pub sample_rate: Option<i64>,
}

impl TtsConfig {
    /// An object to send, with a sample rate when that is known.
    #[must_use]
    pub const fn new(config: Options, sample_rate: Option<i64>) -> Self {
        Self {
            config,
            sample_rate,
        }
    }
}

/// Something that can be the `tts` of an agent.
pub trait TtsVendor {
    /// The `tts` of a start body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// an option out of its range.
    fn config(&self) -> Result<TtsConfig, Error>;
}

vendors! {
    /// MiniMax.
    #[doc(alias = "MiniMaxTTS")]
    MiniMaxTts {
        required { key: String, model: String, voice_setting: Map<String, Value> }
        optional {
            url: String,
            group_id: String,
            audio_setting: Map<String, Value>,
            pronunciation_dict: Map<String, Value>,
            language_boost: String,
            skip_patterns: Vec<i64>,
        }
    }

    /// Tencent.
    #[doc(alias = "TencentTTS")]
    TencentTts {
        required { app_id: String, secret_id: String, secret_key: String, voice_type: i64 }
        optional {
            volume: f64,
            speed: f64,
            emotion_category: String,
            emotion_intensity: i64,
            skip_patterns: Vec<i64>,
        }
    }

    /// ByteDance.
    #[doc(alias = "BytedanceTTS")]
    BytedanceTts {
        required { token: String, app_id: String, voice_type: String }
        optional {
            cluster: String,
            speed_ratio: f64,
            volume_ratio: f64,
            pitch_ratio: f64,
            emotion: String,
            skip_patterns: Vec<i64>,
        }
    }

    /// Microsoft. Its sample rate is 8000, 16000, 24000 or 48000.
    #[doc(alias = "MicrosoftTTS")]
    MicrosoftTts {
        required { key: String, region: String, voice_name: String }
        optional { speed: f64, volume: f64, sample_rate: i64, skip_patterns: Vec<i64> }
    }

    /// CosyVoice.
    #[doc(alias = "CosyVoiceTTS")]
    CosyVoiceTts {
        required { api_key: String, model: String, voice: String }
        optional { sample_rate: i64, skip_patterns: Vec<i64> }
    }

    /// ByteDance, in both directions.
    #[doc(alias = "BytedanceDuplexTTS")]
    BytedanceDuplexTts {
        required { app_id: String, token: String, speaker: String }
        optional { skip_patterns: Vec<i64> }
    }

    /// StepFun.
    #[doc(alias = "StepFunTTS")]
    StepFunTts {
        required { api_key: String, model: String, voice_id: String }
        optional { skip_patterns: Vec<i64> }
    }
}

const MINIMAX_URL: &str = "wss://api.minimax.chat/ws/v1/t2a_v2";
const MICROSOFT_RATES: [i64; 4] = [8000, 16_000, 24_000, 48_000];

impl TtsVendor for MiniMaxTts {
    fn config(&self) -> Result<TtsConfig, Error> {
        let mut options = self.options.clone();
        if options.get("url").is_none_or(Value::is_null) {
            options.insert("url".into(), MINIMAX_URL.into());
        }
        let audio = options.get("audio_setting");
        let rate = audio.and_then(|audio| i64::read(audio.get("sample_rate")?));
        Ok(config("minimax", &options, rate))
    }
}

impl TtsVendor for MicrosoftTts {
    fn config(&self) -> Result<TtsConfig, Error> {
        let rate = rate(&self.options);
        if rate.is_some_and(|rate| !MICROSOFT_RATES.contains(&rate)) {
            return Err(refused("sample_rate", "is not one that Microsoft has"));
        }
        Ok(config("microsoft", &self.options, rate))
    }
}

macro_rules! plain {
    ($( $name:ident = $vendor:literal; )*) => { $(
        impl TtsVendor for $name {
            fn config(&self) -> Result<TtsConfig, Error> {
                let known = Self::KNOWN.contains(&"sample_rate");
                let rate = known.then(|| rate(&self.options)).flatten();
                Ok(config($vendor, &self.options, rate))
            }
        }
    )* };
}

plain! {
    TencentTts = "tencent";
    BytedanceTts = "bytedance";
    CosyVoiceTts = "cosyvoice";
    BytedanceDuplexTts = "bytedance_duplex";
    StepFunTts = "stepfun";
}

fn rate(options: &Options) -> Option<i64> {
    options.get("sample_rate").and_then(i64::read)
}

fn config(vendor: &str, options: &Options, sample_rate: Option<i64>) -> TtsConfig {
    let mut params: Options = given(options).collect();
    let skip_patterns = params.remove("skip_patterns");
    let mut config = Options::new();
    config.insert("vendor".into(), vendor.into());
    config.insert("params".into(), params.into());
    if let Some(skip_patterns) = skip_patterns {
        config.insert("skip_patterns".into(), skip_patterns);
    }
    TtsConfig::new(config, sample_rate)
}

impl core::fmt::Debug for TtsConfig {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TtsConfig")
            .field("sample_rate", &self.sample_rate)
            .finish_non_exhaustive()
    }
}
