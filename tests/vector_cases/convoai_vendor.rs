//! Vendors by their class names, with the options of SDK 1.0.3.
//!
//! The classes of 2.12.0 supersede them. Each case is run with its options under
//! their new names, and what 2.12.0 sends in another way is put in its place:
//!
//! | classes | 1.0.3 | 2.12.0 |
//! |---|---|---|
//! | LLM | option `url`; a key may be missing; neither style nor modalities | `base_url`; a key is required; `style` and `input_modalities` are sent |
//! | STT | `language` beside `params`, with a default; in some also inside | only inside, when given; outside it comes from turn detection |
//! | XfyunBigModelSTT | `language_name` defaults to `cn` | no default |
//! | MiniMaxTTS | an object `voice_setting`; `url` with a default | an option each; no `url` |
//! | MicrosoftTTS | four sample rates | any, in mainland China |
//! | SensetimeAvatar | no `enable`; speech of 16,000 samples | `enable: true`; any speech |

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::vendors::{AnyVendor, Vendor, VendorArea, VendorKind};
use tokenmint::http::Error;

use super::{compare, known};
use crate::support::Case;

/// The vendor of an official class with the options of 1.0.3.
pub fn make(id: &str, class: &str, options: Map<String, Value>) -> Result<AnyVendor, Error> {
    let options = renamed(class, options);
    // A model of one's own is in the global catalogue alone.
    AnyVendor::from_class(kind(id, class), VendorArea::Cn, class, options)
}

fn kind(id: &str, class: &str) -> VendorKind {
    match class {
        _ if class.ends_with("LLM") => VendorKind::Llm,
        _ if class.ends_with("STT") => VendorKind::Stt,
        _ if class.ends_with("TTS") => VendorKind::Tts,
        _ if class.ends_with("Avatar") => VendorKind::Avatar,
        other => panic!("{id}: unknown class {other:?}"),
    }
}

fn renamed(class: &str, mut options: Map<String, Value>) -> Map<String, Value> {
    if class.ends_with("LLM")
        && let Some(url) = options.remove("url")
    {
        options.insert("base_url".to_string(), url);
    }
    if class == "MiniMaxTTS"
        && let Some(Value::Object(voice)) = options.remove("voice_setting")
    {
        options.extend(voice);
    }
    if ["FengmingSTT", "TencentSTT"].contains(&class) {
        options.remove("language");
    }
    options
}

/// What 2.12.0 makes of the recorded result.
fn superseded(id: &str, class: &str, input: &Value, recorded: &Value) -> Value {
    let keyless = class.ends_with("LLM") && input.get("api_key").is_none();
    if keyless {
        return json!({"error": {"type": "ValidationError"}});
    }
    if class == "MicrosoftTTS" && recorded.get("error").is_some() {
        let params = input.clone();
        let rate = input["sample_rate"].clone();
        return json!({"config": {"vendor": "microsoft", "params": params}, "sample_rate": rate});
    }
    let mut result = recorded.clone();
    let Some(config) = result.get_mut("config") else {
        return result;
    };
    match kind(id, class) {
        VendorKind::Llm => {
            config["style"] = "openai".into();
            if config["input_modalities"].is_null() {
                config["input_modalities"] = json!(["text"]);
            }
        }
        VendorKind::Stt => {
            config.as_object_mut().expect(id).remove("language");
            let params = config["params"].as_object_mut().expect(id);
            params.retain(|name, _| input.get(name).is_some());
            if params.is_empty() {
                // Of these alone it is left out.
                assert_eq!(class, "FengmingSTT", "{id}");
                config.as_object_mut().expect(id).remove("params");
            }
        }
        VendorKind::Tts if class == "MiniMaxTTS" => {
            config["params"].as_object_mut().expect(id).remove("url");
        }
        VendorKind::Avatar => {
            config["enable"] = true.into();
            result["required_sample_rate"] = Value::Null;
        }
        _ => {}
    }
    result
}

pub fn run(case: Case<'_>) {
    let id = case.id;
    known(id, case.value, &["class", "input", "result"]);
    let (class, input) = (case.text("class"), case.get("input").value);
    let options = input.as_object().expect(id).clone();
    let result = make(id, class, options).and_then(|vendor| Ok((vendor.kind(), vendor.config()?)));
    let result = result.map(|(kind, found)| match kind {
        VendorKind::Tts => json!({"config": found.config, "sample_rate": found.sample_rate}),
        VendorKind::Avatar => {
            json!({"config": found.config, "required_sample_rate": found.sample_rate})
        }
        _ => json!({"config": found.config}),
    });
    let mut case_now = case.value.clone();
    case_now["result"] = superseded(id, class, input, case.get("result").value);
    let case = Case {
        id,
        value: &case_now,
    };
    compare::result_without_traffic(case, result);
}
