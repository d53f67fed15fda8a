//! Vendors by their class names, with the options of SDK 1.0.3.
//!
//! The classes of 2.12.0 supersede those of 1.0.3; [`SUPERSEDED`] says in what.

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::vendors::{AnyVendor, Vendor, VendorArea, VendorKind};
use tokenmint::http::Error;

use super::{compare, known};
use crate::support::Case;

/// What 2.12.0 does in another way, and what is compared all the same.
///
/// | class | 1.0.3 | 2.12.0 |
/// |---|---|---|
pub const SUPERSEDED: [(&str, &str); 0] = [];

/// The vendor of an official class with these options.
pub fn make(id: &str, class: &str, options: Map<String, Value>) -> Result<AnyVendor, Error> {
    let kind = match class {
        _ if class.ends_with("LLM") => VendorKind::Llm,
        _ if class.ends_with("STT") => VendorKind::Stt,
        _ if class.ends_with("TTS") => VendorKind::Tts,
        _ if class.ends_with("Avatar") => VendorKind::Avatar,
        other => panic!("{id}: unknown class {other:?}"),
    };
    AnyVendor::from_class(kind, VendorArea::Cn, class, options)
}

pub fn run(case: Case<'_>) {
    let id = case.id;
    known(id, case.value, &["class", "input", "result"]);
    let options = case.get("input").value.as_object().expect(id).clone();
    let result = make(id, case.text("class"), options).and_then(|vendor| vendor.config());
    let result = result.map(|found| json!({"config": found.config}));
    compare::result_without_traffic(case, result);
}
