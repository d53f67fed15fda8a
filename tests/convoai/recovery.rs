//! What may run after a failure: found, taken over, replaced or stopped.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tokenmint::client::convoai::types::agents::{Speak, UpdateProperties};
use tokenmint::client::convoai::{
    Agent, AgentSession, Area, Event, EventKind, OnConflict, SessionOptions, SessionStatus,
};
use tokenmint::http::{ErrorKind, Request, Response, TransportError};

use crate::fake::{Fake, answer, config, lost, not_sent, now, ok, token};
use crate::sessions::{agent, options, started};

type Answer = Result<Response, TransportError>;

/// The last parts of the paths.
fn calls(fake: &Fake) -> Vec<String> {
    let last = |request: &Request| {
        let target = request.target().rsplit('/').next().unwrap_or_default();
        target.to_owned()
    };
    fake.requests().iter().map(last).collect()
}

fn session(fake: &Fake, options: SessionOptions) -> AgentSession {
    agent().create_session(&fake.blocking(&config(Area::Us)), options)
}

fn conflict(agent_id: &str) -> Answer {
    answer(
        409,
        &json!({"reason": "TaskConflict", "agent_id": agent_id}),
    )
}

fn listed(ids: &[&str]) -> Answer {
    let list: Vec<Value> = ids.iter().map(|id| json!({"agent_id": id})).collect();
    ok(json!({"data": {"list": list}}))
}

fn named(name: &str) -> Answer {
    ok(json!({"name": name, "channel": "room", "turns": []}))
}

#[test]
fn a_stop_whose_answer_was_lost_succeeds() {
    for first in [lost, || answer(500, &json!({})), || answer(429, &json!({}))] {
        let gone = answer(404, &json!({"reason": "TaskNotFound"}));
        let fake = Fake::answers(vec![started(), first(), gone]);
        let session = session(&fake, options());
        session.start().unwrap();
        session.stop().unwrap();
        assert_eq!(session.status(), SessionStatus::Stopped);
        assert_eq!(calls(&fake), ["join", "leave", "leave"]);
    }
    // Without a session too, where "not found" is an error at first.
    for (first, stopped) in [(lost as fn() -> Answer, true), (not_sent, false)] {
        let fake = Fake::answers(vec![first(), answer(404, &json!({}))]);
        let client = fake.blocking(&config(Area::Us));
        assert_eq!(client.agents().stop("A1").is_ok(), stopped);
    }
}

/// Makes a call; whether it succeeded.
type Call<'a> = dyn Fn(&Fake) -> bool + 'a;

#[test]
fn what_changes_nothing_is_repeated_and_the_rest_is_not() {
    let token = UpdateProperties::new().token("T");
    let more = token.clone().with("llm", json!({}));
    let client = |fake: &Fake| fake.blocking(&config(Area::Us));
    let cases: [(&str, &Call, bool); 6] = [
        (
            "interrupt",
            &|fake| client(fake).agents().interrupt("A").is_ok(),
            true,
        ),
        (
            "stop",
            &|fake| client(fake).agents().stop("A").is_ok(),
            true,
        ),
        (
            "token",
            &|fake| client(fake).agents().update("A", &token).is_ok(),
            true,
        ),
        (
            "update",
            &|fake| client(fake).agents().update("A", &more).is_ok(),
            false,
        ),
        (
            "speak",
            &|fake| {
                client(fake)
                    .agents()
                    .speak("A", &Speak::text_of("t"))
                    .is_ok()
            },
            false,
        ),
        (
            "hangup",
            &|fake| client(fake).telephony().hangup("A").is_ok(),
            false,
        ),
    ];
    for (what, call, repeated) in cases {
        for failure in [lost, || answer(500, &json!({}))] {
            let fake = Fake::answers(vec![failure(), ok(json!({}))]);
            assert_eq!(call(&fake), repeated, "{what}");
        }
        let fake = Fake::answers(vec![answer(429, &json!({})), ok(json!({}))]);
        assert!(call(&fake), "{what}: 429 says that nothing was done");
    }
}

#[test]
fn a_second_start_takes_over_what_a_lost_one_started() {
    for asynchronous in [false, true] {
        let fake = Fake::answers(vec![lost(), conflict("A7"), listed(&["A6", "A7"])]);
        let config = config(Area::Us);
        let (id, status) = if asynchronous {
            let session = agent().create_async_session(&fake.asynchronous(&config), options());
            let id = now(async {
                session.start().await.unwrap_err();
                session.start().await.unwrap()
            });
            (id, session.status())
        } else {
            let session = session(&fake, options());
            let error = session.start().unwrap_err();
            assert!(error.may_have_happened());
            (session.start().unwrap(), session.status())
        };
        assert_eq!((id.as_str(), status), ("A7", SessionStatus::Running));
        let listing = &fake.requests()[2];
        // Seven days back; the service shows two hours unless it is asked.
        for part in ["channel=room", "from_time=1699395200", "state=1%2C2"] {
            assert!(listing.url.contains(part), "{}", listing.url);
        }
        assert_eq!(token(listing).account, "1001");
    }
}

/// Of the same name, but not proven to be of this session.
#[test]
fn what_is_not_the_sessions_is_left_alone() {
    // No start of it was lost.
    for before in [not_sent(), answer(400, &json!({})), answer(422, &json!({}))] {
        let kept = before.is_err();
        let mut answers = vec![before];
        if kept {
            answers.extend([not_sent(), not_sent()]);
        }
        answers.push(conflict("A7"));
        let fake = Fake::answers(answers);
        let session = session(&fake, options());
        assert!(!session.start().unwrap_err().may_have_happened());
        let error = session.start().unwrap_err();
        assert_eq!(error.running_agent_id().as_deref(), Some("A7"));
        let error = session.stop().expect_err("nothing of its own runs");
        assert_eq!(error.kind(), ErrorKind::State);
        assert!(!calls(&fake).contains(&"leave".to_owned()));
    }
    // It is in another channel.
    let fake = Fake::answers(vec![lost(), conflict("A7"), listed(&["A6"])]);
    let session = session(&fake, options());
    session.start().unwrap_err();
    assert_eq!(session.start().unwrap_err().status(), Some(409));
    assert_eq!(session.status(), SessionStatus::Error);
}

#[test]
fn the_policies_for_a_name_that_is_taken() {
    let run = |policy, answers: Vec<Answer>| {
        let fake = Fake::answers(answers);
        let session = session(&fake, options().on_conflict(policy));
        let result = session.start().map_err(|error| error.status());
        (result, calls(&fake))
    };
    let fail = run(OnConflict::Fail, vec![conflict("A0")]);
    assert_eq!(fail, (Err(Some(409)), vec!["join".to_owned()]));

    let adopt = run(OnConflict::Adopt, vec![conflict("A0"), listed(&["A0"])]);
    assert_eq!(adopt.0.as_deref(), Ok("A0"));
    let elsewhere = run(OnConflict::Adopt, vec![conflict("A0"), listed(&[])]);
    assert_eq!(elsewhere.0, Err(Some(409)));
    // The answer does not say which: the name is looked at.
    let nameless = || answer(409, &json!({"reason": "TaskConflict"}));
    let looked = vec![nameless(), listed(&["A1", "A2"]), named("b"), named("a")];
    assert_eq!(run(OnConflict::Adopt, looked).0.as_deref(), Ok("A2"));

    let replaced = vec![conflict("A0"), ok(json!({})), started()];
    let (result, sent) = run(OnConflict::Replace, replaced);
    assert_eq!(result.as_deref(), Ok("A1"));
    assert_eq!(sent, ["join", "leave", "join"]);
    // Its name is free a moment later.
    let leaving = vec![conflict("A0"), ok(json!({})), conflict("A0"), started()];
    assert_eq!(run(OnConflict::Replace, leaving).0.as_deref(), Ok("A1"));
}

#[test]
fn after_any_failed_start_what_may_run_can_be_stopped() {
    let turned = || answer(500, &json!({}));
    let page = || {
        Ok(Response::new(
            200,
            tokenmint::http::Headers::new(),
            b"<html>".to_vec(),
        ))
    };
    for failure in [lost, turned, page] {
        let fake = Fake::answers(vec![
            failure(),
            listed(&["A1", "A2", "A3"]),
            named("b"),
            answer(404, &json!({})),
            named("a"),
            ok(json!({})),
        ]);
        let session = session(&fake, options());
        let stopped = Arc::new(Mutex::new(Vec::new()));
        let seen = stopped.clone();
        session.on(EventKind::Stopped, move |event| {
            if let Event::Stopped { agent_id } = event {
                seen.lock().unwrap().push((*agent_id).to_owned());
            }
        });
        session.start().unwrap_err();
        session.stop().unwrap();
        assert_eq!(session.status(), SessionStatus::Stopped);
        assert_eq!(*stopped.lock().unwrap(), ["A3"]);
        let last = fake.requests().pop().unwrap();
        assert!(last.url.ends_with("/agents/A3/leave"), "{}", last.url);
        session.stop().expect("it is over");
    }
    // Nothing was started: nothing is asked.
    let could_not = json!({"reason": "ResourceAllocationFailed"});
    for refused in [answer(400, &json!({})), answer(503, &could_not)] {
        let fake = Fake::answers(vec![refused]);
        let session = session(&fake, options());
        session.start().unwrap_err();
        assert_eq!(session.stop().unwrap_err().kind(), ErrorKind::State);
        assert_eq!(fake.requests().len(), 1);
    }
}

/// Where the service does not say the name, somebody else's agent might be
/// stopped.
#[test]
fn an_agent_without_a_name_is_not_stopped() {
    let fake = Fake::answers(vec![lost(), listed(&["A1"]), ok(json!({"turns": []}))]);
    let session = session(&fake, options());
    session.start().unwrap_err();
    let error = session.stop().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Answer);
    assert!(error.to_string().contains("find_agents"), "{error}");
}

#[test]
fn a_session_without_a_name_keeps_the_one_it_was_given() {
    let fake = Fake::answers(vec![
        lost(),
        conflict("A7"),
        listed(&["A7"]),
        ok(json!({})),
        started(),
    ]);
    let nameless = Agent::new().with_pipeline_id("p");
    let client = fake.blocking(&config(Area::Us));
    let session = nameless.create_session(&client, options());
    session.start().unwrap_err();
    session.start().unwrap();
    session.stop().unwrap();
    session.start().unwrap();
    let bodies = fake.bodies();
    let name = bodies[0]["name"].as_str().unwrap();
    assert!(name.starts_with("agent-1700000000000000000-"), "{name}");
    assert_eq!(
        (&bodies[1]["name"], &bodies[4]["name"]),
        (&name.into(), &name.into())
    );
    let other = nameless.create_session(&client, options().name(""));
    drop(other);
    assert_ne!(
        client.unique_name("agent").unwrap(),
        client.unique_name("agent").unwrap()
    );
}

#[test]
fn an_agent_that_has_left_is_noticed_and_another_can_be_started() {
    let fake = Fake::answers(vec![
        started(),
        answer(404, &json!({"reason": "TaskNotFound"})),
        ok(json!({"agent_id": "A2"})),
    ]);
    let session = session(&fake, options());
    let left = Arc::new(Mutex::new(0));
    let count = left.clone();
    session.on(EventKind::Left, move |_| *count.lock().unwrap() += 1);
    session.start().unwrap();
    session.say(&Speak::text_of("hi")).unwrap_err();
    assert_eq!(
        (session.status(), *left.lock().unwrap()),
        (SessionStatus::Left, 1)
    );
    let error = session.say(&Speak::text_of("hi")).unwrap_err();
    assert!(error.to_string().contains("start another"), "{error}");
    assert_eq!(session.start().unwrap(), "A2");
    // Another "not found" does not say so.
    let fake = Fake::answers(vec![
        started(),
        answer(404, &json!({"reason": "NoSuchRoute"})),
    ]);
    let session = agent().create_session(&fake.blocking(&config(Area::Us)), options());
    session.start().unwrap();
    session.say(&Speak::text_of("hi")).unwrap_err();
    assert_eq!(session.status(), SessionStatus::Running);
}

#[test]
fn a_text_that_is_too_long_is_not_sent() {
    let fake = Fake::answers(vec![ok(json!({}))]);
    let client = fake.blocking(&config(Area::Us));
    let long = "\u{e9}".repeat(257);
    let error = client
        .agents()
        .speak("A1", &Speak::text_of(&long))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.to_string().contains("512 bytes"), "{error}");
    let fits = "\u{e9}".repeat(256);
    client.agents().speak("A1", &Speak::text_of(&fits)).unwrap();
}

#[test]
fn agents_are_found_by_their_channel() {
    let fake = Fake::answers(vec![
        ok(json!({"data": {"list": [{"agent_id": "A1"}]}, "meta": {"cursor": "c"}})),
        listed(&["A2"]),
    ]);
    let found = fake
        .blocking(&config(Area::Us))
        .find_agents("room")
        .unwrap();
    let ids: Vec<_> = found
        .iter()
        .filter_map(|agent| agent.agent_id.as_deref())
        .collect();
    assert_eq!(ids, ["A1", "A2"]);
    assert!(fake.requests()[1].url.contains("cursor=c"));
}
