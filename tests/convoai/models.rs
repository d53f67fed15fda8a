//! What an agent is made of: which models go together, where their texts go,
//! and what the user is told of the rest.

use serde_json::{Value, json};
use tokenmint::client::convoai::types::agents::StartAgent;
use tokenmint::client::convoai::types::conversation::{
    AdvancedFeatures, AudioCodec, Parameters, Transcript, TurnDetection,
};
use tokenmint::client::convoai::types::pipeline::Llm;
use tokenmint::client::convoai::vendors::avatar::{AkoolAvatar, GenericAvatar};
use tokenmint::client::convoai::vendors::cn::stt::{FengmingStt, XfyunStt};
use tokenmint::client::convoai::vendors::llm::{CustomLlm, GeminiLlm, OpenAiLlm};
use tokenmint::client::convoai::vendors::mllm::OpenAiRealtime;
use tokenmint::client::convoai::vendors::stt::DeepgramStt;
use tokenmint::client::convoai::vendors::tts::{
    ElevenLabsTts, GeminiTts, MicrosoftTts, MurfTts, OpenAiTts,
};
use tokenmint::client::convoai::vendors::{AnyVendor, Options, Vendor, VendorArea, VendorKind};
use tokenmint::client::convoai::{Agent, Area, SessionOptions};
use tokenmint::http::{Error, ErrorKind};

use crate::fake::{APP_ID, Fake, config, decode};
use crate::sessions::{agent, options, started};

/// The properties that an agent is started with, and the warnings.
fn start_in(
    area: Area,
    agent: &Agent,
    options: SessionOptions,
) -> Result<(Value, Vec<String>), Error> {
    let fake = Fake::rule(|_| started());
    let session = agent.create_session(&fake.blocking(&config(area)), options);
    session.start()?;
    Ok((fake.bodies()[0].clone(), session.warnings()))
}

fn start(agent: &Agent) -> Result<(Value, Vec<String>), Error> {
    let (body, warnings) = start_in(Area::Us, agent, options())?;
    Ok((body["properties"].clone(), warnings))
}

fn refused(agent: &Agent, why: &str) {
    let error = start(agent).expect_err(why);
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{why}: {error}");
}

fn realtime() -> OpenAiRealtime {
    OpenAiRealtime::new("sk").model("gpt-realtime")
}

#[test]
fn agents_without_models_are_refused() {
    refused(&Agent::new(), "nothing");
    let llm = CustomLlm::new("k", "m", "https://u");
    refused(&Agent::new().with_llm(&llm).unwrap(), "no speech");
    let deaf = Agent::new().with_mllm(&realtime()).unwrap();
    let avatar = AkoolAvatar::new("k");
    refused(&deaf.with_avatar(&avatar).unwrap(), "a face");
    let (body, _) = start_in(
        Area::Us,
        &Agent::new().with_preset("p").with_pipeline_id("l"),
        options(),
    )
    .unwrap();
    assert_eq!(
        (&body["preset"], &body["pipeline_id"]),
        (&json!("p"), &json!("l"))
    );
}

#[test]
fn what_belongs_to_three_models_has_no_place_in_one_and_is_said() {
    let one = agent()
        .with_greeting("Hello")
        .with_failure_message("Sorry")
        .with_instructions("Be brief")
        .with_max_history(4)
        .with_mllm(&realtime())
        .unwrap();
    let (properties, warnings) = start(&one).unwrap();
    assert_eq!(
        properties["mllm"],
        json!({
            "enable": true,
            "vendor": "openai",
            "api_key": "sk",
            "url": "wss://api.openai.com/v1/realtime",
            "params": {"model": "gpt-realtime"},
            "greeting_message": "Hello",
            "failure_message": "Sorry",
        })
    );
    for member in ["llm", "tts", "asr", "turn_detection", "advanced_features"] {
        assert_eq!(properties.get(member), None, "{member}");
    }
    let said = warnings.join("\n");
    for word in ["instructions", "history length", "llm, tts and stt"] {
        assert!(said.contains(word), "{word} is not in {said}");
    }
    assert_eq!(warnings.len(), 3, "{said}");
    let own = realtime().greeting_message("Hi").instructions("Be kind");
    let (properties, warnings) =
        start(&Agent::new().with_greeting("Hello").with_mllm(&own).unwrap()).unwrap();
    assert_eq!(
        properties["mllm"]["greeting_message"], "Hi",
        "the vendor's wins"
    );
    assert_eq!(properties["mllm"]["params"]["instructions"], "Be kind");
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn the_retired_switch_is_sent_where_it_is_asked_for() {
    let features = AdvancedFeatures::new().enable_mllm(true).enable_rtm(true);
    let one = Agent::new()
        .with_advanced_features(features)
        .with_mllm(&realtime())
        .unwrap();
    let (properties, _) = start(&one).unwrap();
    assert_eq!(properties["advanced_features"], json!({"enable_rtm": true}));
    let (properties, _) = start(&one.with_retired_mllm_switch()).unwrap();
    let both = json!({"enable_rtm": true, "enable_mllm": true});
    assert_eq!(properties["advanced_features"], both);
    assert_eq!(properties["mllm"]["enable"], true);
}

#[test]
fn a_body_of_ones_own_gets_the_switch_too() {
    let body = |properties: Value| {
        let properties = properties.as_object().unwrap().clone();
        StartAgent::named("n", properties).with_mllm_switch()
    };
    let (fixed, warnings) = body(json!({
        "mllm": {"vendor": "openai"},
        "advanced_features": {"enable_mllm": true},
    }));
    let properties = &fixed.to_map()["properties"];
    assert_eq!(
        properties["mllm"],
        json!({"enable": true, "vendor": "openai"})
    );
    assert_eq!(properties.get("advanced_features"), None);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    let (_, warnings) = body(json!({"mllm": {}, "llm": {"greeting_message": "g"}, "tts": {}}));
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    let (fixed, warnings) = body(json!({"mllm": {"enable": false}, "llm": {}, "tts": {}}));
    assert_eq!(fixed.to_map()["properties"]["mllm"]["enable"], false);
    assert_eq!(warnings, [""; 0]);
    let (_, warnings) = body(json!({"llm": {}, "advanced_features": {"enable_mllm": true}}));
    assert_eq!(warnings.len(), 1, "{warnings:?}");
}

#[test]
fn the_avatar_and_the_speech_have_to_fit_in_either_order() {
    let avatar = AkoolAvatar::new("k");
    let speech = |rate: i64| MicrosoftTts::new("k", "r", "v").sample_rate(rate);
    for refused in [
        agent()
            .with_tts(&speech(24_000))
            .and_then(|a| a.with_avatar(&avatar)),
        agent()
            .with_avatar(&avatar)
            .and_then(|a| a.with_tts(&speech(24_000))),
    ] {
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::InvalidInput);
    }
    let fits = agent()
        .with_avatar(&avatar)
        .and_then(|a| a.with_tts(&speech(16_000)))
        .unwrap();
    assert_eq!(start(&fits).unwrap().1, [""; 0]);
    let unknown = agent().with_avatar(&avatar).unwrap();
    let (_, warnings) = start(&unknown).unwrap();
    assert!(warnings[0].contains("16000"), "{warnings:?}");
    // Its rate counts when the session starts.
    let late = MurfTts::new("k").sample_rate(24_000);
    refused(&unknown.with_tts(&late).unwrap(), "24,000 samples");
}

#[test]
fn an_avatar_gets_what_it_joins_with() {
    let avatar = GenericAvatar::new("k", "https://a.example.com", "a", "2002");
    let (properties, _) = start(&agent().with_avatar(&avatar).unwrap()).unwrap();
    let params = &properties["avatar"]["params"];
    assert_eq!(
        (&params["agora_appid"], &params["agora_channel"]),
        (&json!(APP_ID), &json!("room"))
    );
    let minted = decode(params["agora_token"].as_str().expect("a token"));
    assert_eq!(
        (minted.channel.as_str(), minted.account.as_str()),
        ("room", "2002")
    );
    let (properties, _) = start(&agent().with_avatar(&avatar.enable(false)).unwrap()).unwrap();
    assert_eq!(properties["avatar"]["params"].get("agora_token"), None);
}

#[test]
fn the_language_is_that_of_the_recognition_or_of_the_area() {
    let spoken = |area, agent: &Agent| {
        let (body, _) = start_in(area, agent, options()).unwrap();
        let properties = &body["properties"];
        assert_eq!(
            properties["asr"]["language"],
            properties["turn_detection"]["language"]
        );
        let asr = &properties["asr"];
        [&asr["vendor"], &asr["language"]].map(|text| text.as_str().unwrap().to_string())
    };
    assert_eq!(spoken(Area::Us, &agent()), ["ares", "en-US"]);
    assert_eq!(spoken(Area::Cn, &agent()), ["fengming", "zh-CN"]);
    let fengming = agent().with_stt(&FengmingStt::new()).unwrap();
    assert_eq!(spoken(Area::Cn, &fengming), ["fengming", "zh-CN"]);
    let german = DeepgramStt::new().api_key("k").language("de-DE");
    let german = agent().with_stt(&german).unwrap();
    assert_eq!(spoken(Area::Us, &german), ["deepgram", "de-DE"]);
    let said = german.with_turn_detection(TurnDetection::new().language("ja-JP"));
    assert_eq!(spoken(Area::Us, &said), ["deepgram", "ja-JP"]);
}

#[test]
fn models_without_keys_become_presets() {
    let agent = Agent::new()
        .with_instructions("Be brief")
        .with_stt(&DeepgramStt::new().model("nova-3"))
        .and_then(|agent| agent.with_llm(&OpenAiLlm::new("gpt-4o-mini")))
        .and_then(|agent| agent.with_tts(&OpenAiTts::new("alloy")))
        .unwrap();
    let (body, warnings) = start_in(Area::Us, &agent, options()).unwrap();
    assert_eq!(
        body["preset"],
        "deepgram_nova_3,openai_gpt_4o_mini,openai_tts_1"
    );
    let llm = &body["properties"]["llm"];
    let system = json!([{"role": "system", "content": "Be brief"}]);
    assert_eq!(llm["system_messages"], system, "the preset's model is told");
    assert_eq!(llm.get("params"), None);
    assert_eq!(warnings, [""; 0]);
    let other = OpenAiLlm::new("gpt-4o").config().unwrap_err();
    assert!(other.to_string().contains("api_key"), "{other}");
}

#[test]
fn words_that_no_model_is_told_are_said() {
    let agent = Agent::new().with_instructions("Be brief");
    let (body, warnings) = start_in(Area::Us, &agent, options().pipeline_id("p1")).unwrap();
    assert_eq!(body["properties"].get("llm"), None);
    assert!(warnings[0].contains("with_llm"), "{warnings:?}");
    // A session's preset and pipeline go before the agent's; empty ones do not.
    let agent = Agent::new().with_pipeline_id("of the agent");
    let (body, _) = start_in(Area::Us, &agent, options().pipeline_id("")).unwrap();
    assert_eq!(body["pipeline_id"], "of the agent");
}

#[test]
fn what_the_service_demands_may_come_from_a_preset() {
    let options_of = |json: Value| json.as_object().unwrap().clone();
    let half: Options = options_of(json!({"app_id": "a"}));
    let half = XfyunStt::from_options(half).unwrap();
    let half = agent().with_stt(&half).unwrap();
    let error = start(&half).unwrap_err();
    assert!(error.to_string().contains("asr.params.api_key"), "{error}");
    start(&half.with_preset("deepgram_nova_3")).unwrap();
}

#[test]
fn a_key_beside_its_preset_is_said() {
    let llm = OpenAiLlm::new("gpt-4o").api_key("k").base_url("https://u");
    let agent = agent()
        .with_llm(&llm)
        .unwrap()
        .with_preset("openai_gpt_4o_mini");
    let (_, warnings) = start(&agent).unwrap();
    assert!(warnings[0].contains("a key is sent"), "{warnings:?}");
    let own = GeminiLlm::new("k", "m").url("https://own.example.com");
    assert!(own.config().unwrap().warnings[0].contains("not sent"));
}

#[test]
fn a_preview_is_named_by_the_client_and_not_switched_to_silently() {
    use tokenmint::client::convoai::{PREVIEW_HEADER, PREVIEW_URL};
    let agent = agent().with_tts(&GeminiTts::new("k")).unwrap();
    let (_, warnings) = start(&agent).unwrap();
    assert!(warnings[0].contains("PREVIEW_URL"), "{warnings:?}");
    let fake = Fake::rule(|_| started());
    let preview = config(Area::Us).base_url(PREVIEW_URL);
    let preview = preview.header(PREVIEW_HEADER, "gemini-live").unwrap();
    let session = agent.create_session(&fake.blocking(&preview), options());
    session.start().unwrap();
    assert_eq!(session.warnings(), [""; 0]);
}

#[test]
fn a_vendor_is_refused_in_the_place_of_another_kind() {
    let tts = ElevenLabsTts::new("k", "m", "v", "wss://t");
    assert_eq!(tts.config().unwrap().config["vendor"], "elevenlabs");
    let options = json!({"key": "k", "model_id": "m", "voice_id": "v", "base_url": "wss://t"});
    let options = options.as_object().unwrap().clone();
    let any = AnyVendor::from_class(
        VendorKind::Tts,
        VendorArea::Global,
        "ElevenLabsTTS",
        options,
    );
    let any = any.unwrap();
    assert_eq!(any.kind(), VendorKind::Tts);
    agent().with_tts(&any).unwrap();
    let error = agent().with_llm(&any).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    let unknown = AnyVendor::from_class(VendorKind::Llm, VendorArea::Cn, "NoLLM", Options::new());
    assert!(unknown.unwrap_err().to_string().contains("NoLLM"));
}

#[test]
fn devices_get_their_codec_and_tools() {
    let transcript = Transcript::new()
        .enable(false)
        .redundant(false)
        .enable_words(false);
    let parameters = Parameters::new()
        .output_audio_codec(AudioCodec::Pcmu)
        .agent_rtc_sdk_params("{\"che.audio.acm_ptime\": 20}")
        .transcript(transcript)
        .data_channel("datastream");
    let llm =
        CustomLlm::new("k", "m", "https://u").extra("predefined_tools", vec!["_publish_message"]);
    let agent = agent().with_llm(&llm).unwrap().with_parameters(parameters);
    let (properties, _) = start(&agent).unwrap();
    assert_eq!(
        properties["parameters"],
        json!({
            "output_audio_codec": "PCMU",
            "agent_rtc_sdk_params": "{\"che.audio.acm_ptime\": 20}",
            "transcript": {"enable": false, "redundant": false, "enable_words": false},
            "data_channel": "datastream",
            "audio_scenario": "default",
        })
    );
    assert_eq!(
        properties["llm"]["predefined_tools"],
        json!(["_publish_message"])
    );
    let typed = Llm::new().predefined_tools(vec!["_publish_message".to_string()]);
    assert_eq!(
        typed.to_map()["predefined_tools"],
        json!(["_publish_message"])
    );
    assert_eq!(
        AudioCodec::from("G711U").as_str(),
        "G711U",
        "of some boards"
    );
}
