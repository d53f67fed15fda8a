//! Vendors by their class names.

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::vendors::avatar::{AvatarVendor, SensetimeAvatar};
use tokenmint::client::convoai::vendors::llm::{
    AliyunLlm, BytedanceLlm, CustomLlm, DeepSeekLlm, LlmVendor, TencentLlm,
};
use tokenmint::client::convoai::vendors::stt::{
    FengmingStt, MicrosoftStt, SttVendor, TencentStt, XfyunBigModelStt, XfyunDialectStt, XfyunStt,
};
use tokenmint::client::convoai::vendors::tts::{
    BytedanceDuplexTts, BytedanceTts, CosyVoiceTts, MicrosoftTts, MiniMaxTts, StepFunTts,
    TencentTts, TtsVendor,
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
                // The official names have acronyms in capitals.
                $($( class if class.eq_ignore_ascii_case(stringify!($name)) => {
                    Vendor::$kind(Box::new($name::from_options(options)?))
                } )*)*
                other => panic!("{id}: unknown class {other:?}"),
            }
        };
    }
    Ok(classes! {
        Llm: AliyunLlm BytedanceLlm DeepSeekLlm TencentLlm CustomLlm;
        Tts: MiniMaxTts TencentTts BytedanceTts MicrosoftTts CosyVoiceTts BytedanceDuplexTts StepFunTts;
        Stt: FengmingStt TencentStt MicrosoftStt XfyunStt XfyunBigModelStt XfyunDialectStt;
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
