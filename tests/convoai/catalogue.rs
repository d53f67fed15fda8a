//! The vendors and presets against their tables, line by line.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::presets;
use tokenmint::client::convoai::types::agents::StartAgent;
use tokenmint::client::convoai::vendors::{AnyVendor, Vendor, VendorArea, VendorKind};

const VENDORS: &str = include_str!("../../src/client/convoai/vendors.tsv");
const PRESETS: &str = include_str!("../../src/client/convoai/presets.tsv");

/// One option, as the table has it.
struct Row {
    kind: &'static str,
    class: &'static str,
    area: &'static str,
    option: &'static str,
    path: &'static str,
    of_type: &'static str,
    required: &'static str,
    constraint: &'static str,
}

fn rows() -> Vec<Row> {
    let rows = VENDORS.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), 12, "{line}");
        Row {
            kind: fields[0],
            class: fields[1],
            area: fields[4],
            option: fields[5],
            path: fields[6],
            of_type: fields[7],
            required: fields[8],
            constraint: fields[10],
        }
    });
    rows.collect()
}

impl Row {
    fn name(&self) -> String {
        format!("{} {} {}", self.area, self.class, self.option)
    }

    /// A value that the table allows.
    fn sample(&self) -> Value {
        match (self.class, self.option) {
            ("OpenAIGPTLive", "headers") => return "{\"x\": 1}".into(),
            ("OpenAIGPTLive", "url") => return "wss://live.example.com/v2".into(),
            ("OpenAIGPTLive", "base_url") => return "wss://own.example.com".into(),
            (_, "quality") => return "high".into(),
            _ => {}
        }
        match self.of_type {
            "str" if self.option.contains("url") => "https://own.example.com/v1".into(),
            "str" => format!("{}-1", self.option).into(),
            "int" => 4.into(),
            "float" if self.constraint.contains("<=1.0") => 0.25.into(),
            "float" => 1.25.into(),
            "bool" => false.into(),
            "[str]" => json!(["a", "b"]),
            "[int]" => json!([1, 2]),
            "map" => json!({"only": 1}),
            "[map]" => json!([{"only": 1}]),
            "[map(mcp server)]" => json!([{"name": "n", "transport": "streamable_http"}]),
            "[map(inline tool)]" => json!([{"type": "function"}]),
            "map(mllm turn detection)" => json!({"mode": "server_vad"}),
            "any" => json!({"mode": "server_vad"}),
            choices => {
                let list = choices.strip_prefix("enum(").expect(choices);
                let first = list.split([',', ')']).next().expect(choices);
                let number = first.parse::<i64>().map(Value::from);
                number.unwrap_or_else(|_| first.into())
            }
        }
    }

    /// Where the value is sent, as a JSON pointer below the part.
    fn pointer(&self) -> Option<String> {
        if self.path.starts_with('(') {
            return None;
        }
        let path = self.path.split([' ', ',']).next()?;
        let (_, below) = path.split_once('.')?;
        let below = below
            .strip_suffix(".*")
            .map_or(below.to_string(), |object| format!("{object}.only"));
        Some(format!("/{}", below.replace('.', "/")))
    }

    fn vendor(&self, options: &Map<String, Value>) -> Value {
        let kind = match self.kind {
            "stt" => VendorKind::Stt,
            "llm" => VendorKind::Llm,
            "tts" => VendorKind::Tts,
            "mllm" => VendorKind::Mllm,
            "avatar" => VendorKind::Avatar,
            other => panic!("{other}"),
        };
        let area = match self.area {
            "cn" => VendorArea::Cn,
            _ => VendorArea::Global,
        };
        let vendor = AnyVendor::from_class(kind, area, self.class, options.clone());
        let vendor = vendor.unwrap_or_else(|error| panic!("{}: {error}", self.name()));
        let config = vendor
            .config()
            .unwrap_or_else(|error| panic!("{}: {error}", self.name()));
        config.config.into()
    }
}

/// Options that a class asks for beside those that the table calls required.
fn also_needed(class: &str, area: &str) -> &'static [&'static str] {
    match (class, area) {
        ("DeepgramSTT", _) => &["api_key"],
        ("OpenAISTT", _) => &["prompt", "language"],
        ("SpeechmaticsSTT", _) => &["key"],
        ("OpenAI" | "AliyunLLM" | "BytedanceLLM" | "DeepSeekLLM" | "TencentLLM", _) => {
            &["api_key", "base_url"]
        }
        ("MiniMaxTTS", "global") => &["key", "group_id", "voice_id"],
        ("MiniMaxTTS", _) => &["voice_id"],
        ("OpenAITTS", _) => &["api_key", "model", "base_url"],
        ("RimeTTS", _) => &["key", "speaker", "model_id"],
        _ => &[],
    }
}

/// Options that a rule sends in a form of its own.
fn by_rule(row: &Row) -> bool {
    matches!(
        (row.class, row.option),
        // Parts of an address.
        ("AzureOpenAI", "endpoint" | "deployment_name" | "api_version")
            // In place of the voice that the others need.
            | ("MiniMaxTTS", "timber_weights")
            // Another name of an option that the others need.
            | ("SpeechmaticsSTT", "api_key")
            // Of other models than the default.
            | ("GeminiLive", "thinking_level")
            // Of another mode than the sample.
            | ("RimeTTS", "credential_mode")
    )
}

#[test]
fn each_option_is_sent_where_the_table_says() {
    let rows = rows();
    let mut classes: BTreeMap<_, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        classes
            .entry((row.kind, row.class, row.area))
            .or_default()
            .push(row);
    }
    let (mut sent, mut elsewhere) = (0, Vec::new());
    for ((_, class, area), rows) in &classes {
        let needed = also_needed(class, area);
        let is_needed = |row: &Row| row.required == "yes" || needed.contains(&row.option);
        let base: Map<String, Value> = rows
            .iter()
            .filter(|row| is_needed(row))
            .map(|row| (row.option.to_string(), row.sample()))
            .collect();
        for row in rows {
            let mut options = base.clone();
            options.insert(row.option.to_string(), row.sample());
            let Some(pointer) = row.pointer().filter(|_| !by_rule(row)) else {
                elsewhere.push(row.name());
                continue;
            };
            let with = row.vendor(&options);
            let expected = match row.sample() {
                // SmallestAI's recognition takes texts.
                Value::Bool(_) if row.class == "SmallestAISTT" => "false".into(),
                Value::Object(_) if row.path.contains(".*") => 1.into(),
                sample => sample,
            };
            assert_eq!(
                with.pointer(&pointer),
                Some(&expected),
                "{}: {with}",
                row.name()
            );
            if !is_needed(row) {
                let without = row.vendor(&base);
                assert_ne!(without.pointer(&pointer), Some(&expected), "{}", row.name());
            }
            sent += 1;
        }
    }
    assert_eq!(classes.len(), 72);
    assert_eq!(sent + elsewhere.len(), 775);
    // Not sent, or in an address: their rules have tests of their own.
    assert_eq!(
        elsewhere,
        [
            "global AzureOpenAI endpoint",
            "global AzureOpenAI deployment_name",
            "global AzureOpenAI api_version",
            "global Gemini api_key",
            "global VertexAILLM project_id",
            "global VertexAILLM location",
            "global GeminiLive thinking_level",
            "global OpenAIGPTLive input_audio_transcription",
            "global OpenAIGPTLive turn_detection",
            "global SpeechmaticsSTT api_key",
            "cn MiniMaxTTS timber_weights",
            "global MiniMaxTTS timber_weights",
            "global RimeTTS credential_mode",
        ]
    );
}

#[test]
fn options_with_a_rule_go_where_it_says() {
    let config = |kind, class, options: Value| {
        let options = options.as_object().unwrap().clone();
        let vendor = AnyVendor::from_class(kind, VendorArea::Global, class, options)?;
        vendor.config()
    };
    let of = |kind, class, options| config(kind, class, options).unwrap().config;
    let azure = json!({
        "api_key": "k", "model": "m", "endpoint": "https://r.example.com",
        "deployment_name": "d", "api_version": "v9",
    });
    let url = "https://r.example.com/openai/deployments/d/chat/completions?api-version=v9";
    assert_eq!(of(VendorKind::Llm, "AzureOpenAI", azure)["url"], url);
    let vertex = json!({"api_key": "k", "project_id": "p", "location": "l", "model": "m"});
    let url = "https://l-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/m:streamGenerateContent?alt=sse";
    assert_eq!(of(VendorKind::Llm, "VertexAILLM", vertex)["url"], url);
    let gemini = of(
        VendorKind::Llm,
        "Gemini",
        json!({"api_key": "k", "model": "m"}),
    );
    assert!(
        gemini["url"]
            .as_str()
            .unwrap()
            .ends_with("models/m:streamGenerateContent?alt=sse&key=k")
    );
    let old = of(
        VendorKind::Stt,
        "SpeechmaticsSTT",
        json!({"api_key": "k", "language": "en"}),
    );
    assert_eq!(old["params"]["key"], "k");
    let weights = json!([{"voice_id": "a", "weight": 1}]);
    let minimax = json!({"key": "k", "group_id": "g", "model": "m", "timber_weights": weights});
    assert_eq!(
        of(VendorKind::Tts, "MiniMaxTTS", minimax)["params"]["timber_weights"],
        weights
    );
    let rime = json!({"credential_mode": "managed", "base_url": "https://u", "model_id": "m"});
    assert_eq!(
        of(VendorKind::Tts, "RimeTTS", rime)["credential_mode"],
        "managed"
    );
    let thinking = "models/gemini-3.8-live-extended-thinking";
    let live = json!({"api_key": "k", "model": thinking, "thinking_level": "low"});
    assert_eq!(
        of(VendorKind::Mllm, "GeminiLive", live)["params"]["thinking_level"],
        "low"
    );
    let dropped = json!({"api_key": "k", "turn_detection": {"mode": "server_vad"}});
    let dropped = config(VendorKind::Mllm, "OpenAIGPTLive", dropped).unwrap();
    assert_eq!(
        (dropped.config.get("turn_detection"), dropped.warnings.len()),
        (None, 1)
    );
    let refused = json!({"api_key": "k", "input_audio_transcription": {"model": "m"}});
    config(VendorKind::Mllm, "OpenAIGPTLive", refused).unwrap_err();
}

#[test]
fn presets_are_inferred_as_the_table_says() {
    let all = [
        presets::DEEPGRAM_NOVA_2,
        presets::DEEPGRAM_NOVA_3,
        presets::OPENAI_GPT_4O_MINI,
        presets::OPENAI_GPT_4_1_MINI,
        presets::OPENAI_GPT_5_NANO,
        presets::OPENAI_GPT_5_MINI,
        presets::MINIMAX_SPEECH_2_6_TURBO,
        presets::MINIMAX_SPEECH_2_8_TURBO,
        presets::OPENAI_TTS_1,
    ];
    let (mut constants, mut inferred) = (Vec::new(), 0);
    for line in PRESETS.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [part, rule, category, value, ..] = fields[..] else {
            panic!("{line}");
        };
        match part {
            "constant" => constants.push(value),
            "inference" => {
                inferred += 1;
                assert_eq!(preset_of(rule, category).as_deref(), Some(value), "{rule}");
            }
            "combination" | "key_less_vendor" => {}
            other => panic!("unknown part {other:?}"),
        }
    }
    assert_eq!(constants, all);
    assert_eq!(inferred, 11);
}

/// The preset of a part with the model that a rule names.
fn preset_of(rule: &str, category: &str) -> Option<String> {
    let after = |word: &str| {
        let (_, rest) = rule.split_once(word)?;
        rest.split([' ', ',']).next()
    };
    let mut part = Map::new();
    if let Some(vendor) = after("vendor ") {
        part.insert("vendor".into(), vendor.into());
    }
    let model = after("model ").expect(rule);
    part.insert("params".into(), json!({"model": model, "other": 1}));
    let mut body = Map::new();
    body.insert("properties".into(), json!({category: part}));
    let inferred = StartAgent::from_map(body).infer_presets();
    let kept = inferred.to_map()["properties"][category]["params"].clone();
    assert_eq!(kept, json!({"other": 1}), "{rule}");
    inferred.preset
}
