//! Asking until the user has finished.

use std::time::Duration;

use serde_json::json;
use tokenmint::client::ath::{Authorization, ErrorCode, Polling, Reaction, RedirectResult};
use tokenmint::http::{Response, TransportError};

use crate::fake::{
    Fake, SECRET, TOKEN, answer, authorization, authorized, config, exchanged, lost, not_sent, now,
    ok,
};

fn unfinished() -> Result<Response, TransportError> {
    answer(
        400,
        &json!({"code": "SESSION_NOT_FOUND", "message": "Authorization not completed"}),
    )
}

fn seconds(waits: &[f64]) -> Vec<Duration> {
    waits.iter().copied().map(Duration::from_secs_f64).collect()
}

#[test]
fn waits_grow_and_every_question_is_new() {
    for asynchronous in [false, true] {
        let slow = answer(429, &json!({}));
        let fake = Fake::answers(vec![
            unfinished(),
            unfinished(),
            slow,
            unfinished(),
            ok(exchanged()),
        ]);
        let polling = Polling::DEFAULT.waits(Duration::from_secs(1), Duration::from_secs(3));
        let token = if asynchronous {
            let client = fake.async_gateway(&config());
            client.set_credentials("ath_1", SECRET);
            now(client.exchange_when_ready("ath_sess_1", polling))
        } else {
            let client = fake.gateway(&config());
            client.set_credentials("ath_1", SECRET);
            client.exchange_when_ready("ath_sess_1", polling)
        };
        assert_eq!(token.unwrap().provider_id, "github");
        assert_eq!(fake.waits(), seconds(&[1.0, 1.5, 2.25, 3.0]));
        let mut attestations: Vec<_> = fake
            .bodies()
            .iter()
            .map(|body| body["agent_attestation"].to_string())
            .collect();
        attestations.sort();
        attestations.dedup();
        assert_eq!(attestations.len(), 5, "one for each");
        assert!(
            fake.bodies()
                .iter()
                .all(|body| body["code"] == "oauth-completed")
        );
        assert!(
            fake.bodies()
                .iter()
                .all(|body| body["ath_session_id"] == "ath_sess_1")
        );
    }
}

#[test]
fn it_ends_with_the_time() {
    let fake = Fake::rule(|_| unfinished());
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let polling = Polling::DEFAULT.total(Duration::from_secs(10));
    let error = client.exchange_when_ready("s", polling).unwrap_err();
    assert_eq!(*error.code(), ErrorCode::SessionNotFound);
    // The next one would be at 8.125 s + 5.0625 s.
    assert_eq!(fake.waits(), seconds(&[1.0, 1.5, 2.25, 3.375]));
}

#[test]
fn other_errors_end_it_at_once() {
    for (status, code) in [
        (403, "USER_DENIED"),
        (401, "AGENT_NOT_REGISTERED"),
        (400, "SESSION_EXPIRED"),
    ] {
        let fake = Fake::answers(vec![answer(status, &json!({"code": code}))]);
        let client = fake.gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let error = client
            .exchange_when_ready("s", Polling::DEFAULT)
            .unwrap_err();
        assert_eq!(error.code().as_str(), code);
        assert!(fake.waits().is_empty());
    }
    let fake = Fake::answers(vec![]);
    let error = fake
        .gateway(&config())
        .exchange_when_ready("s", Polling::DEFAULT);
    assert_eq!(*error.unwrap_err().code(), ErrorCode::NotRegistered);
}

#[test]
fn faults_do_not_end_it_unless_they_do_not_end() {
    let busy = |status| answer(status, &json!({}));
    let fake = Fake::answers(vec![
        busy(503),
        not_sent(),
        unfinished(),
        lost(),
        busy(502),
        busy(500),
        ok(exchanged()),
    ]);
    let client = fake.gateway(&config().max_retries(0));
    client.set_credentials("ath_1", SECRET);
    let polling = Polling::DEFAULT.failures(3);
    client.exchange_when_ready("s", polling).unwrap();
    assert_eq!(fake.waits().len(), 6);

    let fake = Fake::rule(|_| not_sent());
    let client = fake.gateway(&config().max_retries(0));
    client.set_credentials("ath_1", SECRET);
    let error = client.exchange_when_ready("s", polling).unwrap_err();
    assert_eq!(error.reaction(), Reaction::TryLater);
    assert_eq!(fake.requests().len(), 4, "one, and three more");

    // And what no waiting mends ends it at once.
    for (status, code) in [(501, "UNKNOWN"), (403, "FORBIDDEN"), (302, "UNKNOWN")] {
        let fake = Fake::answers(vec![answer(status, &json!({"code": code}))]);
        let client = fake.gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let error = client.exchange_when_ready("s", polling).unwrap_err();
        assert_eq!(error.reaction(), Reaction::Fix, "{status}");
    }
}

fn back(error: Option<&str>) -> RedirectResult {
    let query = error.map_or("success=true".into(), |error| format!("error={error}"));
    RedirectResult::from_url(&format!("/callback?session_id=s&{query}")).unwrap()
}

#[test]
fn whichever_comes_first_the_browser_or_the_answer() {
    for asynchronous in [false, true] {
        // The browser after a second: then it is asked at once.
        let fake = Fake::answers(vec![unfinished(), ok(exchanged())]);
        let clock = fake.clone();
        let begun = clock.waits().len();
        let look = move |session: &str| {
            assert_eq!(session, "s");
            (clock.waits().len() >= begun + 10).then(|| back(None))
        };
        let long = Duration::from_secs(60);
        let polling = Polling::DEFAULT.waits(long, long).redirects(&look);
        let token = if asynchronous {
            let client = fake.async_gateway(&config());
            client.set_credentials("ath_1", SECRET);
            now(client.exchange_when_ready("s", polling))
        } else {
            let client = fake.gateway(&config());
            client.set_credentials("ath_1", SECRET);
            client.exchange_when_ready("s", polling)
        };
        token.unwrap();
        let waited: Duration = fake.waits().iter().sum();
        assert_eq!(waited, Duration::from_secs(1));
    }
    // The browser never comes back, as that of the standalone gateway.
    let fake = Fake::answers(vec![unfinished(), unfinished(), ok(exchanged())]);
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let never = |_: &str| None;
    client
        .exchange_when_ready("s", Polling::DEFAULT.redirects(&never))
        .unwrap();
    let waited: Duration = fake.waits().iter().sum();
    assert_eq!(waited, Duration::from_millis(2500));
    // The user says no.
    let fake = Fake::answers(vec![unfinished()]);
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let denied = |_: &str| Some(back(Some("access_denied")));
    let error = client
        .exchange_when_ready("s", Polling::DEFAULT.redirects(&denied))
        .unwrap_err();
    assert_eq!(
        (error.code(), error.status()),
        (&ErrorCode::UserDenied, None)
    );
    assert_eq!(error.message(), "access_denied");
}

#[test]
fn a_token_that_was_lost_is_not_waited_for_once_the_user_is_back() {
    let fake = Fake::answers(vec![lost(), unfinished()]);
    let client = fake.gateway(&config().max_retries(0));
    client.set_credentials("ath_1", SECRET);
    let returned = |_: &str| Some(back(None));
    let error = client
        .exchange_when_ready("s", Polling::DEFAULT.redirects(&returned))
        .unwrap_err();
    assert_eq!(*error.code(), ErrorCode::SessionNotFound);
    assert!(fake.waits().is_empty());
}

#[test]
fn a_good_token_is_ensured() {
    let fake = Fake::rule(|request| match request.url.ends_with("/ath/authorize") {
        true => ok(authorized()),
        false => ok(exchanged()),
    });
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let pages = std::cell::RefCell::new(Vec::new());
    let ensure = |scopes: &[&str]| {
        let request = tokenmint::client::ath::AuthorizeRequest::new("github", scopes);
        let token = client.ensure_token(&request, Polling::DEFAULT, |page: &Authorization| {
            pages.borrow_mut().push(page.ath_session_id.clone());
        });
        let paths = fake.paths();
        (token.unwrap().access_token, paths.len())
    };
    let (token, sent) = ensure(&["repo"]);
    assert_eq!((token.expose(), sent), (TOKEN, 2));
    assert_eq!(*pages.borrow(), ["ath_sess_1"]);
    fake.pass(3600 - 30);
    assert_eq!(ensure(&["repo"]).1, 2, "it still lasts");
    fake.pass(1);
    assert_eq!(ensure(&["repo"]).1, 4, "it would end on the way");
    assert_eq!(ensure(&["repo", "admin"]).1, 6, "another scope");
    // The user gave less than was asked for; asking again gives no more.
    assert_eq!(ensure(&["admin", "repo"]).1, 6);
}

#[test]
fn a_token_that_another_takes_the_place_of_is_revoked() {
    let given = std::sync::atomic::AtomicUsize::new(0);
    let broken = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let switch = broken.clone();
    let fake = Fake::rule(move |request| match request.url.rsplit('/').next() {
        Some("authorize") => ok(authorized()),
        Some("revoke") if switch.load(std::sync::atomic::Ordering::Relaxed) => not_sent(),
        Some("revoke") => ok(json!({})),
        _ => {
            let number = given.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let mut body = exchanged();
            body["access_token"] = format!("ath_tk_{number}").into();
            ok(body)
        }
    });
    let client = fake.gateway(&config().max_retries(0));
    client.set_credentials("ath_1", SECRET);
    let ensure = || {
        client
            .ensure_token(&authorization(), Polling::DEFAULT, |_| ())
            .unwrap()
            .access_token
    };
    assert_eq!(ensure().expose(), "ath_tk_0");
    fake.pass(3600);
    assert_eq!(
        ensure().expose(),
        "ath_tk_1",
        "although the other cannot be revoked"
    );
    client.proxy("github", "GET", "/x", None).unwrap();
    let sent = fake.requests().pop().unwrap();
    assert_eq!(sent.headers.get("authorization"), Some("Bearer ath_tk_1"));
    broken.store(false, std::sync::atomic::Ordering::Relaxed);
    let before = fake.requests().len();
    client.revoke().unwrap();
    let ended: Vec<_> = fake.bodies()[before..]
        .iter()
        .map(|body| body["token"].as_str().unwrap().to_string())
        .collect();
    assert_eq!(ended.len(), 2);
    assert!(ended.contains(&"ath_tk_0".to_string()) && ended.contains(&"ath_tk_1".to_string()));
}

#[test]
fn ensuring_goes_on_where_it_stopped() {
    // The user has not finished in time; the session goes on.
    let fake = Fake::answers(vec![
        ok(authorized()),
        unfinished(),
        unfinished(),
        ok(exchanged()),
    ]);
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let short = Polling::DEFAULT.total(Duration::from_secs(2));
    let mut pages = 0;
    let error = client.ensure_token(&authorization(), short, |_| pages += 1);
    assert_eq!(*error.unwrap_err().code(), ErrorCode::SessionNotFound);
    client
        .ensure_token(&authorization(), short, |page| {
            assert!(page.authorization_url.starts_with("https://idp."));
            pages += 1;
        })
        .unwrap();
    assert_eq!((pages, fake.paths().len()), (2, 4));
    assert_eq!(
        fake.paths()
            .iter()
            .filter(|path| *path == "ath/authorize")
            .count(),
        1
    );
}

#[test]
fn a_lost_token_is_replaced_within_the_same_call() {
    let second = || {
        let mut body = authorized();
        body["ath_session_id"] = "ath_sess_2".into();
        ok(body)
    };
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let fake = Fake::rule(move |request| {
        let body: serde_json::Value =
            serde_json::from_slice(request.body.as_ref().unwrap().as_bytes()).unwrap();
        let at = asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        match body["ath_session_id"].as_str() {
            None if at == 0 => ok(authorized()),
            None => second(),
            Some("ath_sess_2") => ok(exchanged()),
            Some(_) if at == 1 => lost(),
            Some(_) => unfinished(),
        }
    });
    let client = fake.gateway(&config().max_retries(0));
    client.set_credentials("ath_1", SECRET);
    let mut pages = Vec::new();
    client
        .ensure_token(&authorization(), Polling::DEFAULT, |page| {
            pages.push(page.ath_session_id.clone());
        })
        .unwrap();
    assert_eq!(pages, ["ath_sess_1", "ath_sess_2"]);
    let waited: Duration = fake.waits().iter().sum();
    assert!(waited < Duration::from_secs(90), "{waited:?}");
}

#[test]
fn an_approval_is_awaited_when_that_is_asked_for() {
    let unapproved = || answer(403, &json!({"code": "AGENT_UNAPPROVED", "message": "wait"}));
    let script = || {
        vec![
            unapproved(),
            unapproved(),
            ok(authorized()),
            ok(exchanged()),
        ]
    };
    let fake = Fake::answers(script());
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    client
        .ensure_token(&authorization(), Polling::DEFAULT.approval(true), |_| ())
        .unwrap();
    assert_eq!(fake.waits(), seconds(&[1.0, 1.5]));
    let client = Fake::answers(script()).gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let error = client.ensure_token(&authorization(), Polling::DEFAULT, |_| ());
    assert_eq!(error.unwrap_err().reaction(), Reaction::AwaitApproval);
}
