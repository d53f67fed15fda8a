//! Vendors by their class names.

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::vendors::avatar::{AvatarVendor, SensetimeAvatar};
use tokenmint::client::convoai::vendors::llm::{
    AliyunLLM, BytedanceLLM, CustomLLM, DeepSeekLLM, LlmVendor, TencentLLM,
};
use tokenmint::client::convoai::vendors::stt::{
    FengmingSTT, MicrosoftSTT, SttVendor, TencentSTT, XfyunBigModelSTT, XfyunDialectSTT, XfyunSTT,
};
use tokenmint::client::convoai::vendors::tts::{
    BytedanceDuplexTTS, BytedanceTTS, CosyVoiceTTS, MicrosoftTTS, MiniMaxTTS, StepFunTTS,
    TencentTTS, TtsVendor,
};
use tokenmint::http::Error;

use super::{compare, known};
use crate::support::Case;

pub enum Vendor {
    Llm(Box<dyn LlmVendor>),
    Tts(Box<dyn TtsVendor>),
    Stt(Box<dyn SttVendor>),
    Avatar(Box<dyn AvatarVendor>),
}

/// The vendor of an official class with these options.
pub fn make(id: &str, class: &str, options: Map<String, Value>) -> Result<Vendor, Error> {
    macro_rules! classes {
        ($($kind:ident: $($name:ident)*;)*) => {
            match class {
                $($( stringify!($name) => Vendor::$kind(Box::new($name::from_options(options)?)), )*)*
                other => panic!("{id}: unknown class {other:?}"),
            }
        };
    }
    Ok(classes! {
        Llm: AliyunLLM BytedanceLLM DeepSeekLLM TencentLLM CustomLLM;
        Tts: MiniMaxTTS TencentTTS BytedanceTTS MicrosoftTTS CosyVoiceTTS BytedanceDuplexTTS StepFunTTS;
        Stt: FengmingSTT TencentSTT MicrosoftSTT XfyunSTT XfyunBigModelSTT XfyunDialectSTT;
        Avatar: SensetimeAvatar;
    })
}

pub fn run(case: Case<'_>) {
    let id = case.id;
    known(id, case.value, &["class", "input", "result"]);
    let options = case.get("input").value.as_object().expect(id).clone();
    let result = make(id, case.text("class"), options).and_then(|vendor| {
        Ok(match vendor {
            Vendor::Llm(vendor) => json!({"config": vendor.config()?}),
            Vendor::Stt(vendor) => json!({"config": vendor.config()?}),
            Vendor::Tts(vendor) => {
                let found = vendor.config()?;
                json!({"config": found.config, "sample_rate": found.sample_rate})
            }
            Vendor::Avatar(vendor) => {
                let found = vendor.config()?;
                let rate = found.required_sample_rate;
                json!({"config": found.config, "required_sample_rate": rate})
            }
        })
    });
    compare::result_without_traffic(case, result);
}
