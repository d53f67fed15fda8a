//! Sessions when things go wrong, and renewal of their join token.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tokenmint::client::convoai::types::agents::{Speak, UpdateProperties};
use tokenmint::client::convoai::types::conversation::AdvancedFeatures;
use tokenmint::client::convoai::types::pipeline::Mllm;
use tokenmint::client::convoai::vendors::avatar::SensetimeAvatar;
use tokenmint::client::convoai::vendors::llm::AliyunLlm;
use tokenmint::client::convoai::vendors::stt::FengmingStt;
use tokenmint::client::convoai::vendors::tts::{MicrosoftTts, StepFunTts};
use tokenmint::client::convoai::{
    Agent, AgentSession, Area, AsyncAgentClient, EventKind, SessionOptions, SessionStatus,
    expires_in_minutes,
};
use tokenmint::http::{AsyncClient, ErrorKind, Headers, Request, Response};

use crate::fake::{Fake, answer, config, decode, lost, now, ok, runtime, token};

fn agent() -> Agent {
    Agent::new()
        .with_name("a")
        .with_llm(&AliyunLlm::new("https://llm.example.com"))
        .and_then(|agent| agent.with_tts(&StepFunTts::new("k", "m", "v")))
        .unwrap()
}

fn options() -> SessionOptions {
    SessionOptions::new("room", "1001", &["100"])
}

fn started() -> Result<Response, tokenmint::http::TransportError> {
    ok(json!({"agent_id": "A1"}))
}

/// The names of all events of a session, in order.
fn watch(session: &AgentSession) -> Arc<Mutex<Vec<EventKind>>> {
    let seen: Arc<Mutex<Vec<EventKind>>> = Arc::default();
    for kind in [
        EventKind::Started,
        EventKind::Stopped,
        EventKind::Error,
        EventKind::Warning,
        EventKind::TokenRenewed,
    ] {
        let seen = seen.clone();
        session.on(kind, move |event| seen.lock().unwrap().push(event.kind()));
    }
    seen
}

#[test]
fn a_failed_stop_can_be_tried_again_and_a_start_waits_for_it() {
    let fake = Fake::answers(vec![
        started(),
        answer(500, &json!({})),
        lost(),
        ok(json!({})),
        started(),
    ]);
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
    let seen = watch(&session);
    session.start().unwrap();
    assert_eq!(session.stop().unwrap_err().status(), Some(500));
    assert_eq!(session.status(), SessionStatus::Error);
    assert_eq!(
        session.start().unwrap_err().kind(),
        ErrorKind::State,
        "the agent still runs"
    );
    assert_eq!(session.stop().unwrap_err().kind(), ErrorKind::Interrupted);
    session.stop().unwrap();
    assert_eq!(session.status(), SessionStatus::Stopped);
    assert_eq!(session.stop().unwrap_err().kind(), ErrorKind::State);
    assert_eq!(session.id().as_deref(), Some("A1"), "the id stays visible");
    session.start().unwrap();
    let expected = [
        EventKind::Started,
        EventKind::Error,
        EventKind::Error,
        EventKind::Stopped,
        EventKind::Started,
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[test]
fn a_start_without_id_is_an_error() {
    for body in [
        json!({}),
        json!({"agent_id": ""}),
        json!({"agent_id": null}),
        json!([]),
    ] {
        let fake = Fake::answers(vec![ok(body.clone())]);
        let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
        let seen = watch(&session);
        let error = session.start().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Answer, "{body}");
        assert_eq!(error.status(), Some(200));
        assert_eq!(session.status(), SessionStatus::Error);
        assert_eq!(*seen.lock().unwrap(), [EventKind::Error]);
        assert_eq!(session.stop().unwrap_err().kind(), ErrorKind::State);
    }
}

#[test]
fn of_many_starts_at_once_one_is_sent() {
    let fake = Fake::rule(|_| {
        std::thread::sleep(Duration::from_millis(50));
        started()
    });
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
    let won = Mutex::new(0);
    std::thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| match session.start() {
                Ok(_) => *won.lock().unwrap() += 1,
                Err(error) => assert_eq!(error.kind(), ErrorKind::State),
            });
        }
    });
    assert_eq!(*won.lock().unwrap(), 1);
    assert_eq!(fake.requests().len(), 1);
}

#[test]
fn a_start_given_up_is_a_failed_start() {
    let http = AsyncClient::new(|_: Request| std::future::pending());
    let client = AsyncAgentClient::with_http(&config(Area::Us), http).unwrap();
    let session = agent().create_async_session(&client, options());
    let errors = Arc::new(Mutex::new(0));
    let count = errors.clone();
    session.on(EventKind::Error, move |_| *count.lock().unwrap() += 1);
    runtime().block_on(async {
        let late = tokio::time::timeout(Duration::from_millis(50), session.start()).await;
        assert!(late.is_err(), "nobody answers");
    });
    assert_eq!(session.status(), SessionStatus::Error);
    assert_eq!(*errors.lock().unwrap(), 1);
}

/// The page of a proxy in between is not the word of the service: an agent that
/// still runs would be forgotten.
#[test]
fn a_stop_answered_with_a_page_has_not_happened() {
    let page = |body: &str| {
        let mut headers = Headers::new();
        headers.add_received("content-type", b"text/html");
        Ok(Response::new(200, headers, body.as_bytes().to_vec()))
    };
    for body in ["<html><body>Sign in</body></html>", "[]", "ok", "{"] {
        let fake = Fake::answers(vec![started(), page(body), ok(json!({}))]);
        let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
        session.start().unwrap();
        let error = session.stop().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Answer, "{body:?}");
        assert_eq!(session.status(), SessionStatus::Error, "{body:?}");
        session.stop().expect(body);
    }
    for body in ["", " \r\n", "{}", "{\"agent_id\": \"A1\"}"] {
        let fake = Fake::answers(vec![started(), page(body)]);
        let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
        session.start().unwrap();
        session.stop().expect(body);
    }
}

#[test]
fn a_stop_given_up_can_be_tried_again() {
    let stops = Arc::new(Mutex::new(0));
    let http = AsyncClient::new(move |request: Request| {
        let hang = request.url.ends_with("/leave") && {
            let mut stops = stops.lock().unwrap();
            *stops += 1;
            *stops == 1
        };
        async move {
            if hang {
                std::future::pending::<()>().await;
            }
            started()
        }
    });
    let client = AsyncAgentClient::with_http(&config(Area::Us), http).unwrap();
    let session = agent().create_async_session(&client, options());
    runtime().block_on(async {
        session.start().await.unwrap();
        let late = tokio::time::timeout(Duration::from_millis(50), session.stop()).await;
        assert!(late.is_err(), "nobody answers");
        assert_eq!(session.status(), SessionStatus::Error);
        session.stop().await.unwrap();
    });
    assert_eq!(session.status(), SessionStatus::Stopped);
}

#[test]
fn expires_in_governs_all_tokens_of_a_session() {
    let fake = Fake::rule(|_| started());
    let options = options().expires_in(expires_in_minutes(30).unwrap());
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options);
    session.start().unwrap();
    session.say(&Speak::text_of("hi")).unwrap();
    session.stop().unwrap();
    for request in fake.requests() {
        let token = token(&request);
        assert_eq!(token.expire, 1800);
        assert_eq!(
            (token.channel.as_str(), token.account.as_str()),
            ("room", "1001")
        );
    }
    let join = fake.bodies()[0]["properties"]["token"].clone();
    assert_eq!(decode(join.as_str().unwrap()).expire, 1800);
}

#[test]
fn a_lifetime_above_a_day_is_cut_with_a_warning() {
    let fake = Fake::rule(|_| started());
    let session = agent().create_session(
        &fake.blocking(&config(Area::Us)),
        options().expires_in(90_000),
    );
    let seen = watch(&session);
    session.start().unwrap();
    assert_eq!(token(&fake.requests()[0]).expire, 86_400);
    assert_eq!(session.warnings().len(), 1);
    assert_eq!(
        *seen.lock().unwrap(),
        [EventKind::Warning, EventKind::Started]
    );
}

#[test]
fn the_join_token_is_renewed_before_it_ends_when_asked_for() {
    let fake = Fake::rule(|_| started());
    let options = options()
        .expires_in(3600)
        .renew_before(Duration::from_secs(60));
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options);
    let seen = watch(&session);
    session.start().unwrap();
    session.interrupt().unwrap();
    assert_eq!(fake.requests().len(), 2, "too early");
    fake.pass(3545);
    session.interrupt().unwrap();
    let requests = fake.requests();
    assert!(
        requests[2].url.ends_with("/agents/A1/update"),
        "{}",
        requests[2].url
    );
    let renewed = fake.bodies()[2]["properties"]["token"].clone();
    assert_eq!(decode(renewed.as_str().unwrap()).expire, 3600);
    assert_eq!(
        *seen.lock().unwrap(),
        [EventKind::Started, EventKind::TokenRenewed]
    );
    session.interrupt().unwrap();
    assert_eq!(fake.requests().len(), 5, "renewed once");
}

#[test]
fn renewals_run_until_the_session_is_over() {
    let fake = Fake::rule(|_| started());
    let config = config(Area::Us);
    let session = agent().create_session(&fake.blocking(&config), options().expires_in(3600));
    session.start().unwrap();
    let (stopper, renewals) = (session.clone(), Arc::new(Mutex::new(0)));
    let count = renewals.clone();
    session.on(EventKind::TokenRenewed, move |_| {
        let mut count = count.lock().unwrap();
        *count += 1;
        if *count == 3 {
            stopper.stop().unwrap();
        }
    });
    let begin = fake.waits().len();
    session.run_renewals(Duration::from_secs(600)).unwrap();
    assert_eq!(*renewals.lock().unwrap(), 3);
    let waited: Duration = fake.waits()[begin..].iter().sum();
    assert_eq!(
        waited,
        Duration::from_secs(3 * 3000),
        "ten minutes before each end"
    );

    let fake = Fake::answers(vec![started(), answer(403, &json!({}))]);
    let client = fake.asynchronous(&config);
    let session = agent().create_async_session(&client, options().expires_in(3600));
    let error = now(async {
        session.start().await.unwrap();
        session
            .run_renewals(Duration::from_secs(600))
            .await
            .unwrap_err()
    });
    assert_eq!(error.status(), Some(403));
    assert_eq!(session.status(), SessionStatus::Running);
}

#[test]
fn a_margin_as_long_as_the_lifetime_does_not_renew_without_pause() {
    let fake = Fake::rule(|_| started());
    let margin = Duration::from_secs(99_999);
    let options = options().expires_in(3600).renew_before(margin);
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options);
    session.start().unwrap();
    session.interrupt().unwrap();
    session.interrupt().unwrap();
    assert_eq!(fake.requests().len(), 3, "half of the lifetime is left");
    let (stopper, renewals) = (session.clone(), Arc::new(Mutex::new(0)));
    let count = renewals.clone();
    session.on(EventKind::TokenRenewed, move |_| {
        let mut count = count.lock().unwrap();
        *count += 1;
        if *count == 3 {
            stopper.stop().unwrap();
        }
    });
    session.run_renewals(margin).unwrap();
    let waited: Duration = fake.waits().iter().sum();
    assert_eq!(waited, Duration::from_secs(3 * 1800));
}

#[test]
fn a_renewal_that_fails_does_not_keep_a_call_from_being_made() {
    let fake = Fake::answers(vec![started(), answer(403, &json!({})), started()]);
    let options = options()
        .expires_in(60)
        .renew_before(Duration::from_secs(30));
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options);
    session.start().unwrap();
    fake.pass(30);
    session.say(&Speak::text_of("hi")).unwrap();
    assert_eq!(session.warnings().len(), 1);
}

#[test]
fn a_token_that_was_given_is_neither_minted_nor_renewed() {
    let fake = Fake::rule(|_| started());
    let config = tokenmint::client::convoai::ClientConfig::new(Area::Us, crate::fake::APP_ID)
        .basic("id", "secret");
    let given = options()
        .token("GIVEN")
        .renew_before(Duration::from_secs(99_999));
    let session = agent().create_session(&fake.blocking(&config), given);
    session.start().unwrap();
    session.interrupt().unwrap();
    assert_eq!(fake.bodies()[0]["properties"]["token"], "GIVEN");
    assert_eq!(session.token_ends(), None);
    assert_eq!(fake.requests().len(), 2);
    session.run_renewals(Duration::ZERO).unwrap();

    let session = agent().create_session(&fake.blocking(&config), options());
    let error = session.start().unwrap_err();
    assert_eq!(
        error.kind(),
        ErrorKind::Credentials,
        "no certificate to mint with"
    );
    assert_eq!(session.status(), SessionStatus::Error);
    assert_eq!(fake.requests().len(), 2, "nothing was sent");
}

#[test]
fn uid_0_needs_a_token_of_its_own() {
    let fake = Fake::rule(|_| started());
    let client = fake.blocking(&config(Area::Us));
    let zero = SessionOptions::new("room", "0", &["100"]);
    let error = agent()
        .create_session(&client, zero.clone())
        .start()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    agent()
        .create_session(&client, zero.token("T"))
        .start()
        .unwrap();
}

#[test]
fn removed_handlers_are_silent() {
    let fake = Fake::rule(|_| started());
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
    let id = session.on(EventKind::Started, |_| panic!("it was removed"));
    session.off(id);
    session.start().unwrap();
}

#[test]
fn agents_that_cannot_be_are_refused() {
    let fake = Fake::rule(|_| started());
    let client = fake.blocking(&config(Area::Us));
    let start = |agent: &Agent| agent.create_session(&client, options()).start();
    let refused = |agent: &Agent, why: &str| {
        assert_eq!(
            start(agent).expect_err(why).kind(),
            ErrorKind::InvalidInput,
            "{why}"
        );
    };
    let mllm = Mllm::new().url("https://m");
    refused(&Agent::new(), "nothing");
    let mute = Agent::new().with_llm(&AliyunLlm::new("u")).unwrap();
    refused(&mute, "no speech");
    refused(&agent().with_mllm(&mllm).unwrap(), "both kinds of models");
    let features = AdvancedFeatures::new().enable_mllm(true);
    refused(
        &agent().with_advanced_features(features.clone()),
        "both by a switch",
    );
    let deaf = Agent::new().with_mllm(&mllm).unwrap();
    refused(
        &deaf.clone().with_stt(&FengmingStt::new()).unwrap(),
        "recognition",
    );
    let avatar = SensetimeAvatar::new("2", "a", "k", &[]);
    refused(&deaf.clone().with_avatar(&avatar).unwrap(), "a face");
    assert!(fake.requests().is_empty());

    start(&deaf.with_greeting("not sent")).unwrap();
    start(&Agent::new().with_advanced_features(features)).unwrap();
    start(&Agent::new().with_preset("p").with_pipeline_id("l")).unwrap();
    let bodies = fake.bodies();
    assert_eq!(
        bodies[0]["properties"]["advanced_features"]["enable_mllm"],
        true
    );
    assert_eq!(bodies[0]["properties"].get("llm"), None);
    assert_eq!(
        (&bodies[2]["preset"], &bodies[2]["pipeline_id"]),
        (&json!("p"), &json!("l"))
    );
}

#[test]
fn the_avatar_and_the_speech_have_to_fit_in_either_order() {
    let avatar = SensetimeAvatar::new("2002", "a", "k", &[]);
    let speech = |rate| MicrosoftTts::new("k", "r", "v").sample_rate(rate);
    let agent = || agent();
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
    let fitting = agent()
        .with_avatar(&avatar)
        .and_then(|a| a.with_tts(&speech(16_000)));
    let fake = Fake::rule(|_| started());
    let session = fitting
        .unwrap()
        .create_session(&fake.blocking(&config(Area::Us)), options());
    session.start().unwrap();
    assert!(session.warnings().is_empty());
    let minted = fake.bodies()[0]["properties"]["avatar"]["params"]["agora_token"].clone();
    let minted = decode(minted.as_str().expect("a token for the avatar"));
    assert_eq!(
        (minted.channel.as_str(), minted.account.as_str()),
        ("room", "2002")
    );
}

#[test]
fn updates_and_turns_go_to_the_agent_of_the_session() {
    let fake = Fake::rule(|_| started());
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
    session.start().unwrap();
    session
        .update(&UpdateProperties::new().token("T2"))
        .unwrap();
    session
        .think(&tokenmint::client::convoai::types::agents::Think::new().text("t"))
        .unwrap();
    assert!(session.all_turns().unwrap().is_empty());
    let paths: Vec<_> = fake
        .requests()
        .iter()
        .map(|r| r.url.rsplit('/').next().unwrap().to_string())
        .collect();
    assert_eq!(paths, ["join", "update", "think", "turns"]);
}
