//! Vendors by class: their part as built and as sent, and what they refuse.

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::Agent;
use tokenmint::client::convoai::vendors::{AnyVendor, Vendor, VendorArea, VendorKind};
use tokenmint::http::Error;

use super::compare::Compare;
use super::session::Body;
use super::{App, deviations, members};
use crate::support::{Case, known};

pub fn kind(id: &str, kind: &str) -> VendorKind {
    match kind {
        "stt" => VendorKind::Stt,
        "llm" => VendorKind::Llm,
        "tts" => VendorKind::Tts,
        "mllm" => VendorKind::Mllm,
        "avatar" => VendorKind::Avatar,
        other => panic!("{id}: unknown kind {other:?}"),
    }
}

pub fn area(id: &str, area: &str) -> VendorArea {
    match area {
        "global" => VendorArea::Global,
        "cn" => VendorArea::Cn,
        "both" => VendorArea::Both,
        "preview" => VendorArea::Preview,
        other => panic!("{id}: unknown area {other:?}"),
    }
}

/// The vendor of a case with these options.
fn make(input: Case<'_>, options: &Map<String, Value>) -> Result<AnyVendor, Error> {
    let id = input.id;
    AnyVendor::from_class(
        kind(id, input.text("kind")),
        area(id, input.text("area")),
        input.text("class"),
        options.clone(),
    )
}

pub fn with(agent: Agent, vendor: &AnyVendor) -> Result<Agent, Error> {
    match vendor.kind() {
        VendorKind::Stt => agent.with_stt(vendor),
        VendorKind::Llm => agent.with_llm(vendor),
        VendorKind::Tts => agent.with_tts(vendor),
        VendorKind::Mllm => agent.with_mllm(vendor),
        VendorKind::Avatar => agent.with_avatar(vendor),
    }
}

pub fn run(case: Case<'_>, app: &App) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    known(id, input.value, &["kind", "area", "class", "options"]);
    let told = [
        "config",
        "at_start",
        "tts_sample_rate",
        "required_sample_rate",
        "warnings",
        "error",
    ];
    known(id, expected.value, &told);
    let compare = Compare {
        id,
        certificate: Some(&app.certificate),
    };
    let options = input.get("options").value.as_object().expect(id);
    let vendor = make(input, options);
    let built = vendor
        .as_ref()
        .map_err(|_| ())
        .and_then(|vendor| vendor.config().map_err(|_| ()));
    let Some(config) = expected.find("config") else {
        assert!(
            expected.find("error").is_some(),
            "{id}: neither config nor error"
        );
        assert!(built.is_err(), "{id}: not refused: {built:?}");
        return;
    };
    let built = built
        .unwrap_or_else(|()| panic!("{id}: refused: {:?}", vendor.as_ref().map(Vendor::config)));
    compare.value("config", config.value, Some(&built.config.clone().into()));
    let rate = built.sample_rate.map_or(Value::Null, Value::from);
    for name in ["tts_sample_rate", "required_sample_rate"] {
        if let Some(recorded) = expected.value.get(name) {
            // The reference says 0 for no rule.
            let none = name == "required_sample_rate" && *recorded == 0;
            let recorded = if none { &Value::Null } else { recorded };
            compare.value(name, recorded, Some(&rate));
        }
    }
    let warnings = expected
        .find("warnings")
        .map_or(0, |list| list.value.as_array().expect(id).len());
    let own = deviations::own_warnings(&built.warnings);
    assert_eq!(
        built.warnings.len() - own,
        warnings,
        "{id}: {:?}",
        built.warnings
    );
    if let Some(at_start) = expected.find("at_start") {
        run_at_start(input, at_start, &vendor.expect(id), app, &compare);
    }
}

/// What a whole session sends of the vendor.
fn run_at_start(
    input: Case<'_>,
    expected: Case<'_>,
    vendor: &AnyVendor,
    app: &App,
    compare: &Compare<'_>,
) {
    let id = input.id;
    known(
        id,
        expected.value,
        &["sent", "error", "host", "feature_header"],
    );
    let in_cn = input.text("area") == "cn";
    let result = Body::of_vendor(id, vendor, in_cn, app);
    let Some(sent) = expected.find("sent") else {
        let error = result.expect_err(id);
        compare.error(expected.get("error").value, &error);
        return;
    };
    let body = result.unwrap_or_else(|error| panic!("{id}: {error:?}"));
    let member = match vendor.kind() {
        VendorKind::Stt => "asr",
        VendorKind::Llm => "llm",
        VendorKind::Tts => "tts",
        VendorKind::Mllm => "mllm",
        VendorKind::Avatar => "avatar",
    };
    let mut recorded = sent.value.clone();
    if vendor.kind() == VendorKind::Stt {
        let language = deviations::language(input.get("options").value, in_cn);
        recorded["language"] = language.into();
    }
    let properties = body.properties();
    let found = properties.get(member);
    compare.value("sent", &recorded, found);
    if let Some(host) = expected.find("host") {
        assert_eq!(host.value, body.host(), "{id}");
    }
    if let Some(header) = expected.find("feature_header") {
        let found = body.request.headers.get("agora-feature");
        assert_eq!(header.value.as_str(), found, "{id}");
    }
}

/// Each change alone has to be refused.
pub fn run_refusals(case: Case<'_>) {
    let id = case.id;
    members(case);
    let input = case.get("input");
    known(
        id,
        input.value,
        &["kind", "area", "class", "options", "changes"],
    );
    let options = input.get("options").value.as_object().expect(id);
    make(input, options)
        .and_then(|vendor| vendor.config())
        .unwrap_or_else(|error| panic!("{id}: unchanged: {error:?}"));
    let errors = case.get("expected").items("errors");
    let changes = input.items("changes");
    assert_eq!(errors.len(), changes.len(), "{id}");
    for (change, recorded) in changes.iter().zip(errors) {
        known(id, change.value, &["set", "remove"]);
        let mut options = options.clone();
        if let Some(name) = change.find("remove") {
            options.remove(name.value.as_str().expect(id)).expect(id);
        }
        if let Some(set) = change.find("set") {
            options.extend(set.value.as_object().expect(id).clone());
        }
        let refused = make(input, &options).and_then(|vendor| vendor.config());
        let refused = refused.err();
        let error = refused.unwrap_or_else(|| panic!("{id}: not refused: {}", change.value));
        assert!(error.kind().is_local(), "{id}: {error:?}");
        // The message names what the reference names.
        let path = recorded
            .value
            .pointer("/at/0/path")
            .unwrap_or(&json!(""))
            .clone();
        let path = path.as_str().expect(id);
        assert!(
            error.to_string().contains(path),
            "{id}: {path} is not in {error}"
        );
    }
}
