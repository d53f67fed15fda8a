//! Sessions when things go wrong, and renewal of their join token.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tokenmint::client::convoai::types::agents::{Speak, UpdateProperties};
use tokenmint::client::convoai::vendors::cn::{llm::AliyunLlm, tts::StepFunTts};
use tokenmint::client::convoai::{
    Agent, AgentSession, Area, AsyncAgentClient, EventKind, SessionOptions, SessionStatus,
    expires_in_minutes,
};
use tokenmint::http::{AsyncClient, ErrorKind, Headers, Request, Response};

use crate::fake::{Fake, answer, config, decode, lost, ok, runtime, token};

pub fn agent() -> Agent {
    Agent::new()
        .with_name("a")
        .with_llm(&AliyunLlm::new("k", "m", "https://llm.example.com"))
        .and_then(|agent| agent.with_tts(&StepFunTts::new("k", "m", "v")))
        .unwrap()
}

pub fn options() -> SessionOptions {
    SessionOptions::new("room", "1001", &["100"])
}

pub fn started() -> Result<Response, tokenmint::http::TransportError> {
    ok(json!({"agent_id": "A1"}))
}

/// The names of all events of a session, in order.
pub fn watch(session: &AgentSession) -> Arc<Mutex<Vec<EventKind>>> {
    let seen: Arc<Mutex<Vec<EventKind>>> = Arc::default();
    for kind in [
        EventKind::Started,
        EventKind::Stopped,
        EventKind::Error,
        EventKind::Warning,
        EventKind::TokenRenewed,
        EventKind::RenewalFailed,
        EventKind::Left,
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
    let once = config(Area::Us).max_retries(0);
    let session = agent().create_session(&fake.blocking(&once), options());
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
    session.stop().expect("nothing is left to stop");
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
        let none = json!({"data": {"list": []}});
        let fake = Fake::answers(vec![ok(body.clone()), ok(none)]);
        let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
        let seen = watch(&session);
        let error = session.start().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Answer, "{body}");
        assert_eq!(error.status(), Some(200));
        assert_eq!(session.status(), SessionStatus::Error);
        assert_eq!(*seen.lock().unwrap(), [EventKind::Error]);
        session.stop().expect("nothing runs in the channel");
        assert_eq!(session.status(), SessionStatus::Stopped);
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
fn a_token_that_was_given_is_neither_minted_nor_renewed() {
    let fake = Fake::rule(|_| started());
    let config = tokenmint::client::convoai::ClientConfig::new(Area::Us, crate::fake::APP_ID)
        .basic("id", "secret");
    let given = options().token("GIVEN");
    let session = agent().create_session(&fake.blocking(&config), given);
    session.start().unwrap();
    session.interrupt().unwrap();
    assert_eq!(fake.bodies()[0]["properties"]["token"], "GIVEN");
    assert_eq!(session.token_ends(), None);
    assert_eq!(fake.requests().len(), 2);
    session.run_renewals().unwrap();

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
fn uids_are_checked_before_anything_is_sent() {
    let fake = Fake::rule(|_| started());
    let client = fake.blocking(&config(Area::Us));
    let start = |agent_uid, remote_uid| {
        let seat = SessionOptions::new("room", agent_uid, &[remote_uid]);
        let session = agent().create_session(&client, seat);
        let result = session.start();
        (result, session.warnings().len())
    };
    for (agent_uid, remote_uid) in [("0007", "1"), ("4294967296", "1"), ("1", "1"), ("1", "-1")] {
        let (result, _) = start(agent_uid, remote_uid);
        assert_eq!(
            result.unwrap_err().kind(),
            ErrorKind::InvalidInput,
            "{agent_uid}"
        );
    }
    assert!(fake.requests().is_empty());
    for (agent_uid, flag, warnings) in [("7", None, 0), ("0", None, 1), ("al", Some(true), 1)] {
        let (result, warned) = start(agent_uid, "1");
        result.unwrap();
        assert_eq!(warned, warnings, "{agent_uid}");
        let properties = fake.bodies().pop().unwrap()["properties"].clone();
        let sent = properties
            .get("enable_string_uid")
            .and_then(serde_json::Value::as_bool);
        assert_eq!(sent, flag, "{agent_uid}");
        assert_eq!(token(&fake.requests().pop().unwrap()).account, agent_uid);
    }
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
    let turns = session.all_turns(None).unwrap();
    assert_eq!(turns.turns, Some(Vec::new()));
    let paths: Vec<_> = fake
        .requests()
        .iter()
        .map(|r| r.target().rsplit('/').next().unwrap().to_string())
        .collect();
    assert_eq!(paths, ["join", "update", "think", "turns"]);
}
