//! No secret in a `Debug` text or an error of this client.

use std::error::Error as _;
use std::fmt::Debug;

use serde_json::{Value, json};
use tokenmint::client::convoai::types::agents::{
    Properties, StartAgent, UpdateLlm, UpdateProperties,
};
use tokenmint::client::convoai::types::conversation::{Rtc, Sal};
use tokenmint::client::convoai::types::phone_numbers::{AddNumber, OutboundConfig, PhoneNumber};
use tokenmint::client::convoai::types::pipeline::{Llm, McpServer, Mllm};
use tokenmint::client::convoai::types::telephony::{Sip, StartCall};
use tokenmint::client::convoai::vendors::Vendor;
use tokenmint::client::convoai::vendors::cn::avatar::SenseTimeAvatar;
use tokenmint::client::convoai::vendors::cn::llm::AliyunLlm;
use tokenmint::client::convoai::vendors::cn::stt::MicrosoftStt;
use tokenmint::client::convoai::vendors::cn::tts::{MiniMaxTts, TencentTts};
use tokenmint::client::convoai::{Agent, Area, ClientConfig, SessionOptions, agents};
use tokenmint::http::RequestOptions;

use crate::fake::{APP_ID, CERTIFICATE, Fake, answer};

/// The mark of everything secret below.
const MARK: &str = "S3CRET";

fn assert_silent(shown: &dyn Debug) {
    for text in [format!("{shown:?}"), format!("{shown:#?}")] {
        assert!(
            !text.contains(MARK) && !text.contains(CERTIFICATE),
            "{text}"
        );
        // Basic credentials as they would be on the wire.
        assert!(!text.contains("UzNDUkVU"), "{text}");
    }
}

fn object(value: Value) -> serde_json::Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn agent() -> Agent {
    let secret = |n: u32| format!("{MARK}{n}");
    let llm =
        AliyunLlm::new(secret(1), "m", format!("https://u:{MARK}@llm")).extra("token", secret(2));
    let tts = MiniMaxTts::new(secret(3), "m").voice_id(MARK);
    let stt = MicrosoftStt::new(secret(4), "r", "zh-CN");
    let avatar = SenseTimeAvatar::new("1", MARK).agora_token(MARK);
    assert_silent(&llm);
    assert_silent(&tts);
    assert_silent(&tts.config());
    assert_silent(&stt);
    assert_silent(&avatar);
    assert_silent(&avatar.config());
    assert_silent(&TencentTts::new("a", MARK, MARK, 1));
    Agent::new()
        .with_rtc(Rtc::new().encryption_key(MARK).encryption_salt(MARK))
        .with_sal(Sal::new().sample_urls([("a".into(), MARK.into())]))
        .with_llm(&llm)
        .and_then(|agent| agent.with_tts(&tts))
        .and_then(|agent| agent.with_stt(&stt))
        .and_then(|agent| agent.with_avatar(&avatar))
        .unwrap()
}

#[test]
fn types_with_secrets_show_none() {
    let llm = Llm::new()
        .url(MARK)
        .api_key(MARK)
        .access_key(MARK)
        .secret_key(MARK)
        .params(object(json!({"key": MARK})))
        .headers([("authorization".into(), MARK.into())])
        .mcp_servers(vec![McpServer::new().headers([("x".into(), MARK.into())])])
        .with("credentials", MARK);
    let properties = Properties::joining("c", MARK, "1", &["2"])
        .llm(llm)
        .mllm(Mllm::new().api_key(MARK))
        .with("more", json!({"password": MARK}));
    let start = StartAgent::named("n", properties.clone());
    assert_silent(&start);
    assert_silent(&agents::start(&start));
    assert_silent(
        &UpdateProperties::new()
            .token(MARK)
            .llm(UpdateLlm::new().params(object(json!({"api_key": MARK})))),
    );
    let sip = Sip::new().rtc_token(MARK);
    assert_silent(&StartCall::new().sip(sip).properties(properties));
    let out = OutboundConfig::new().address(format!("u:{MARK}@sip"));
    assert_silent(&AddNumber::new().outbound_config(out));
    let number = object(json!({"outbound_config": {"address": MARK}}));
    assert_silent(&PhoneNumber::from_map(number));
    assert_silent(
        &RequestOptions::new()
            .body_field("a", MARK.into())
            .query("a", MARK),
    );
}

#[test]
fn clients_sessions_and_errors_show_none() {
    // The service repeats what it got, in every place that an error looks at.
    let fake = Fake::rule(|request| {
        let sent = request.headers.get("authorization").unwrap_or_default();
        let body = request.body.as_ref().map(|body| body.as_bytes().to_vec());
        let body = String::from_utf8(body.unwrap_or_default()).unwrap();
        let echo = json!({"reason": sent, "detail": body, "message": sent});
        let mut response = answer(400, &echo)?;
        response
            .headers
            .add_received("x-request-id", sent.as_bytes());
        Ok(response)
    });
    let plain = || ClientConfig::new(Area::Us, APP_ID);
    for config in [
        plain().app_certificate(CERTIFICATE),
        plain().app_certificate(CERTIFICATE).basic(MARK, MARK),
        plain()
            .app_certificate(CERTIFICATE)
            .auth_token(MARK)
            .header("x-key", MARK)
            .unwrap(),
    ] {
        assert_silent(&config);
        let client = fake.blocking(&config);
        assert_silent(&client);
        assert_silent(&fake.asynchronous(&config));
        let agent = agent();
        assert_silent(&agent);
        let options = SessionOptions::new("c", "1", &["2"]);
        for options in [options.clone(), options.token(MARK)] {
            assert_silent(&options);
            let session = agent.create_session(&client, options);
            let error = session.start().unwrap_err();
            assert_silent(&session);
            let sent = fake.requests();
            let token = sent
                .last()
                .unwrap()
                .headers
                .get("authorization")
                .unwrap()
                .to_string();
            let texts = format!(
                "{error} {error:?} {:?}",
                error.source().map(ToString::to_string)
            );
            assert!(!texts.contains(&token) && !texts.contains(MARK), "{texts}");
            assert!(!texts.contains("007"), "{texts}");
            for request in sent {
                assert_silent(&request);
            }
        }
    }
}
