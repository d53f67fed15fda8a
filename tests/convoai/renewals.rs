//! New join tokens: by half of their life, after a long sleep, through faults.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use serde_json::json;
use tokenmint::client::convoai::types::agents::Speak;
use tokenmint::client::convoai::{AgentSession, Area, EventKind, SessionOptions, SessionStatus};
use tokenmint::http::{Request, Timeouts};

use crate::fake::{Fake, answer, config, decode, lost, now, ok, token};
use crate::sessions::{agent, options, started, watch};

fn session(fake: &Fake, options: SessionOptions) -> AgentSession {
    agent().create_session(&fake.blocking(&config(Area::Us)), options)
}

fn is_update(request: &Request) -> bool {
    request.url.ends_with("/update")
}

/// Stops the session at the third renewal.
fn stop_after_three(session: &AgentSession) {
    let (stopper, renewals) = (session.clone(), Mutex::new(0));
    session.on(EventKind::TokenRenewed, move |_| {
        let mut count = renewals.lock().unwrap();
        *count += 1;
        if *count == 3 {
            stopper.stop().unwrap();
        }
    });
}

#[test]
fn a_call_renews_the_token_when_half_of_its_life_is_over() {
    let fake = Fake::rule(|_| started());
    let session = session(&fake, options().expires_in(3600));
    let seen = watch(&session);
    session.start().unwrap();
    fake.pass(1799);
    session.interrupt().unwrap();
    assert_eq!(fake.requests().len(), 2, "too early");
    fake.pass(1);
    session.interrupt().unwrap();
    assert!(is_update(&fake.requests()[2]));
    let renewed = fake.bodies()[2]["properties"]["token"].clone();
    let renewed = decode(renewed.as_str().unwrap());
    assert_eq!((renewed.expire, renewed.account.as_str()), (3600, "1001"));
    assert_eq!(
        *seen.lock().unwrap(),
        [EventKind::Started, EventKind::TokenRenewed]
    );
    session.interrupt().unwrap();
    assert_eq!(fake.requests().len(), 5, "renewed once");
    assert_eq!(
        session.token_ends(),
        Some(Duration::from_secs(1_700_005_400))
    );

    let fake = Fake::rule(|_| started());
    let off = agent().create_session(
        &fake.blocking(&config(Area::Us)),
        options().expires_in(3600).renew_tokens(false),
    );
    off.start().unwrap();
    fake.pass(3599);
    off.interrupt().unwrap();
    assert_eq!(fake.requests().len(), 2, "it was turned off");
}

#[test]
fn renewals_run_until_the_session_is_over() {
    let fake = Fake::rule(|_| started());
    let session = session(&fake, options().expires_in(3600));
    session.start().unwrap();
    stop_after_three(&session);
    session.run_renewals().unwrap();
    let waited: Duration = fake.waits().iter().sum();
    assert_eq!(waited, Duration::from_secs(3 * 1800));
    let longest = fake.waits().into_iter().max().unwrap();
    assert!(
        longest <= Duration::from_secs(10),
        "a machine that slept is noticed"
    );
}

/// Three of four attempts fail; the token of an hour is never near its end.
#[test]
fn renewals_ride_out_faults() {
    let attempts = Arc::new(Mutex::new(0));
    let count = attempts.clone();
    let fake = Fake::rule(move |request| {
        if !is_update(request) {
            return started();
        }
        let mut count = count.lock().unwrap();
        *count += 1;
        match *count % 4 {
            0 => started(),
            1 => answer(403, &json!({})),
            2 => answer(503, &json!({})),
            _ => lost(),
        }
    });
    let client = fake.blocking(&config(Area::Us).max_retries(0));
    let session = agent().create_session(&client, options().expires_in(3600));
    let seen = watch(&session);
    session.start().unwrap();
    stop_after_three(&session);
    session.run_renewals().unwrap();
    let events = seen.lock().unwrap();
    let number = |kind| events.iter().filter(|seen| **seen == kind).count();
    assert_eq!(number(EventKind::RenewalFailed), 9);
    assert_eq!(number(EventKind::TokenRenewed), 3);
}

#[test]
fn renewals_end_with_an_error_when_the_token_has_ended() {
    let fake = Fake::rule(|request| match is_update(request) {
        true => answer(403, &json!({})),
        false => started(),
    });
    let client = fake.asynchronous(&config(Area::Us));
    let session = agent().create_async_session(&client, options().expires_in(600));
    let failures = Arc::new(Mutex::new(0));
    let count = failures.clone();
    session.on(EventKind::RenewalFailed, move |_| {
        *count.lock().unwrap() += 1;
    });
    let error = now(async {
        session.start().await.unwrap();
        session.run_renewals().await.unwrap_err()
    });
    assert_eq!(error.status(), Some(403));
    let waited: Duration = fake.waits().iter().sum();
    assert_eq!(waited, Duration::from_secs(600), "until the token's end");
    assert_eq!(
        *failures.lock().unwrap(),
        31,
        "every ten seconds of the second half"
    );
    assert_eq!(session.status(), SessionStatus::Running);
}

#[test]
fn a_renewal_that_fails_is_an_event_and_the_call_is_made() {
    let fake = Fake::answers(vec![
        started(),
        answer(403, &json!({})),
        started(),
        started(),
        answer(403, &json!({})),
        started(),
    ]);
    let session = session(&fake, options().expires_in(60));
    let seen = watch(&session);
    session.start().unwrap();
    fake.pass(30);
    session.say(&Speak::text_of("hi")).unwrap();
    session.say(&Speak::text_of("hi")).unwrap();
    fake.pass(10);
    session.say(&Speak::text_of("hi")).unwrap();
    let failed = EventKind::RenewalFailed;
    assert_eq!(*seen.lock().unwrap(), [EventKind::Started, failed, failed]);
    let updates: Vec<bool> = fake.requests().iter().map(is_update).collect();
    assert_eq!(
        updates,
        [false, true, false, false, true, false],
        "with a pause of ten seconds"
    );
}

/// Forty seconds for a renewal that hangs and the call behind it.
#[test]
fn a_call_and_its_renewal_have_one_deadline() {
    let limits: Arc<Mutex<Vec<Duration>>> = Arc::default();
    let seen = limits.clone();
    let fake = Fake::rule(move |request| {
        seen.lock().unwrap().push(request.timeouts.total);
        started()
    });
    let timeouts = Timeouts::of(Duration::from_secs(20)).total(Duration::from_secs(40));
    let client = fake.blocking(&config(Area::Us).timeouts_each(timeouts));
    let session = agent().create_session(&client, options().expires_in(60));
    session.start().unwrap();
    fake.pass(30);
    session.say(&Speak::text_of("hi")).unwrap();
    let seconds: Vec<u64> = limits
        .lock()
        .unwrap()
        .iter()
        .map(Duration::as_secs)
        .collect();
    assert_eq!(
        seconds,
        [40, 20, 40],
        "no time passed, so the call has all of it"
    );
}

/// Nobody knows what token an agent has that another program started.
#[test]
fn the_token_of_an_agent_that_was_taken_over_is_renewed_at_once() {
    let conflict = answer(409, &json!({"taskId": "A0"}));
    let list = ok(json!({"data": {"list": [{"agent_id": "A0"}]}}));
    let fake = Fake::answers(vec![lost(), conflict, list, started(), started()]);
    let session = session(&fake, options());
    session.start().unwrap_err();
    session.start().unwrap();
    session.interrupt().unwrap();
    assert!(is_update(&fake.requests()[3]));
    assert_eq!(token(&fake.requests()[3]).channel, "room");
}

/// An answer about an agent that arrives when the session has another says
/// nothing about the other.
#[test]
fn a_late_answer_about_an_earlier_agent_is_not_about_the_next() {
    let late: Arc<OnceLock<AgentSession>> = Arc::default();
    let shared = Arc::clone(&late);
    let starts = AtomicUsize::new(0);
    let fake = Fake::rule(move |request| {
        if request.url.ends_with("/join") {
            let number = starts.fetch_add(1, Ordering::SeqCst) + 1;
            return ok(json!({"agent_id": format!("A{number}")}));
        }
        if request.url.contains("/A1/update") {
            let session = shared.get().unwrap();
            session.stop().unwrap();
            session.start().unwrap();
            return answer(404, &json!({"reason": "TaskNotFound", "detail": "gone"}));
        }
        ok(json!({}))
    });
    let session = session(&fake, options().expires_in(3600));
    session.start().unwrap();
    late.set(session.clone()).unwrap();
    let ends = session.token_ends();
    fake.pass(60);
    assert_eq!(session.renew_token().unwrap_err().status(), Some(404));
    assert_eq!(session.id().as_deref(), Some("A2"));
    assert_eq!(session.status(), SessionStatus::Running);
    assert_eq!(
        session.token_ends(),
        ends.map(|ends| ends + Duration::from_secs(60))
    );
}
