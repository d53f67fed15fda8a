//! Which credentials are taken, and what is minted from them.

use serde_json::json;
use tokenmint::client::convoai::types::agents::{AgentFilter, Properties, StartAgent};
use tokenmint::client::convoai::types::phone_numbers::AddNumber;
use tokenmint::client::convoai::{
    AgentClient, Area, AuthMode, ClientConfig, ConvoAiTokenOptions, RtcTokenOptions,
    generate_convo_ai_token, generate_rtc_token,
};
use tokenmint::http::{Client, Error, ErrorKind, Request, TransportError, TransportErrorKind};

use crate::clock::assert_clock_is_out_of_range;
use crate::fake::{APP_ID, CERTIFICATE, Fake, answer, config, decode, ok, token};

fn make(config: &ClientConfig) -> Result<AgentClient, Error> {
    let unused = |_: Request| Err(TransportError::not_sent(TransportErrorKind::Other));
    AgentClient::with_http(config, Client::new(unused))
}

#[test]
fn incomplete_and_contradictory_credentials_are_refused() {
    let bare = || ClientConfig::new(Area::Us, APP_ID);
    let full = || bare().app_certificate(CERTIFICATE);
    for (name, config, kind) in [
        ("nothing", bare(), ErrorKind::Credentials),
        (
            "empty certificate",
            bare().app_certificate(""),
            ErrorKind::EmptyCertificate,
        ),
        (
            "empty certificate beside Basic",
            bare().app_certificate("").basic("i", "s"),
            ErrorKind::EmptyCertificate,
        ),
        (
            "short certificate",
            bare().app_certificate("fedc"),
            ErrorKind::Credentials,
        ),
        (
            "no hexadecimal",
            bare().app_certificate("zz").basic("i", "s"),
            ErrorKind::Credentials,
        ),
        (
            "lone secret",
            full().customer_secret("s"),
            ErrorKind::Credentials,
        ),
        ("lone id", full().customer_id("i"), ErrorKind::Credentials),
        (
            "lone id beside a token",
            full().customer_id("i").auth_token("t"),
            ErrorKind::Credentials,
        ),
        (
            "Basic beside a token",
            full().basic("i", "s").auth_token("t"),
            ErrorKind::Credentials,
        ),
        ("empty id", full().basic("", "s"), ErrorKind::Credentials),
        (
            "empty secret",
            full().basic("i", ""),
            ErrorKind::Credentials,
        ),
        (
            "colon in the id",
            full().basic("i:j", "s"),
            ErrorKind::Credentials,
        ),
        ("empty token", full().auth_token(""), ErrorKind::Credentials),
        (
            "prefix alone",
            full().auth_token("agora token="),
            ErrorKind::Credentials,
        ),
        (
            "empty app id",
            ClientConfig::new(Area::Us, "").app_certificate(CERTIFICATE),
            ErrorKind::Credentials,
        ),
        (
            "app id of another form",
            ClientConfig::new(Area::Us, "x").auth_token("t"),
            ErrorKind::Credentials,
        ),
        (
            "bad base URL",
            full().base_url("gateway"),
            ErrorKind::BadUrl,
        ),
    ] {
        let error = make(&config).expect_err(name);
        assert_eq!(error.kind(), kind, "{name}: {error:?}");
        assert!(!format!("{error:?}").contains("fedc"), "{name}");
    }
    for (config, mode) in [
        (full(), AuthMode::AppCredentials),
        (bare().basic("i", "s"), AuthMode::Basic),
        (full().basic("i", "s"), AuthMode::Basic),
        (bare().auth_token("t"), AuthMode::Token),
        (bare().auth_token("agora token=t"), AuthMode::Token),
    ] {
        assert_eq!(make(&config).unwrap().auth_mode(), mode);
    }
}

#[test]
fn an_error_of_credentials_says_why() {
    let with_id = |id: &str| ClientConfig::new(Area::Us, id).app_certificate(CERTIFICATE);
    let with_certificate = |it: &str| ClientConfig::new(Area::Us, APP_ID).app_certificate(it);
    for (config, words) in [
        (
            with_id(&format!("{APP_ID} ")),
            "white space after its 32 characters",
        ),
        (
            with_id(&format!("{APP_ID}\n")),
            "a line end after its 32 characters",
        ),
        (with_id("your app id"), "placeholder"),
        (with_id("<AGORA_APP_ID>"), "placeholder"),
        (with_id("0123"), "it has 4 characters"),
        (with_certificate("YOUR_APP_CERTIFICATE"), "placeholder"),
        (with_certificate(&format!("\"{CERTIFICATE}\"")), "a quote"),
        (with_certificate(APP_ID), "is the app id"),
    ] {
        let error = make(&config).unwrap_err();
        let text = error.to_string();
        assert!(text.contains(words), "{words:?} is not in {text:?}");
        let is_plain = !words.contains("placeholder");
        assert_eq!(text.contains("placeholder"), !is_plain, "{text}");
        assert!(!text.contains(CERTIFICATE), "{text}");
    }
    let options = ConvoAiTokenOptions::new();
    let error = generate_convo_ai_token(APP_ID, "fedc", "room", "1", options).unwrap_err();
    assert!(error.to_string().contains("4 characters"), "{error}");
}

#[test]
fn every_direct_call_has_a_token_for_what_it_does() {
    let fake = Fake::rule(|request| {
        let list = json!([]);
        let one = json!({"agent_id": "A1"});
        ok(if request.url.ends_with("phone-numbers") {
            list
        } else {
            one
        })
    });
    let client = fake.blocking(&config(Area::Us));
    let properties = Properties::joining("room", "T", "1001", &["100"]);
    let agents = client.agents();
    agents.start(&StartAgent::named("n", properties)).unwrap();
    agents.get("A1").unwrap();
    agents.stop("A2").unwrap();
    agents.turns("A3", Some(1), None).unwrap();
    agents.list(&AgentFilter::default()).unwrap();
    client.telephony().hangup("A4").unwrap();
    client.phone_numbers().list().unwrap();
    let error = client.phone_numbers().add(&AddNumber::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Answer, "a list is no number");
    client.phone_numbers().get("+15550100").unwrap();
    client.stop_agent("A5").unwrap();
    let expected = [
        ("room", "1001"),
        ("get", "A1"),
        ("stop", "0"),
        ("turns", "A3"),
        ("list", APP_ID),
        ("hangup", "A4"),
        ("list", APP_ID),
        ("add", APP_ID),
        ("get", APP_ID),
        ("stop", "0"),
    ];
    let found: Vec<_> = fake.requests().iter().map(token).collect();
    let found: Vec<_> = found
        .iter()
        .inspect(|token| assert_eq!(token.expire, 86_400))
        .map(|token| (token.channel.as_str(), token.account.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn repetitions_and_pages_have_tokens_of_their_own() {
    let page = |cursor: &str| ok(json!({"data": {"list": []}, "meta": {"cursor": cursor}}));
    let fake = Fake::answers(vec![
        answer(503, &json!({})),
        page("a"),
        page("b"),
        answer(500, &json!({})),
        page(""),
    ]);
    let client = fake.blocking(&config(Area::Cn));
    let all = client.agents().list_all(&AgentFilter::default());
    assert_eq!(all.count(), 0);
    let mut salts: Vec<_> = fake
        .requests()
        .iter()
        .map(|request| token(request).salt)
        .collect();
    assert_eq!(salts.len(), 5);
    salts.sort_unstable();
    salts.dedup();
    assert_eq!(salts.len(), 5, "a token was used twice");
}

#[test]
fn lifetimes_of_tokens_by_hand() {
    let rtc = |seconds| {
        let options = RtcTokenOptions::new().expiry_seconds(seconds);
        generate_rtc_token(APP_ID, CERTIFICATE, "c", 1, options)
    };
    let convo = |token_expire, privilege_expire| {
        let options = ConvoAiTokenOptions::new()
            .token_expire(token_expire)
            .privilege_expire(privilege_expire);
        generate_convo_ai_token(APP_ID, CERTIFICATE, "c", "1", options)
    };
    for refused in [
        rtc(0),
        rtc(86_401),
        convo(0, 0),
        convo(86_401, 0),
        convo(1, 86_401),
    ] {
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Lifetime);
    }
    assert_eq!(decode(&convo(86_400, 86_400).unwrap()).expire, 86_400);
    assert!(rtc(1).is_ok());
    for (id, certificate, kind) in [
        ("", CERTIFICATE, ErrorKind::Credentials),
        (APP_ID, "", ErrorKind::EmptyCertificate),
        (APP_ID, "x", ErrorKind::Credentials),
    ] {
        let error = generate_rtc_token(id, certificate, "c", 1, RtcTokenOptions::default());
        assert_eq!(error.unwrap_err().kind(), kind);
    }
}

#[test]
fn a_clock_before_1970_signs_no_token_and_is_called_out_of_range() {
    let fake = Fake::answers(Vec::new());
    fake.before_1970();
    let client = fake.blocking(&config(Area::Us));
    let error = client.stop_agent("A1").unwrap_err();
    assert_clock_is_out_of_range(&error);
}
