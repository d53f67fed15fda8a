//! Asking until the user has finished.

use std::time::Duration;

use serde_json::json;
use tokenmint::client::ath::{ErrorCode, Polling};
use tokenmint::http::{Response, TransportError};

use crate::fake::{Fake, SECRET, answer, config, exchanged, now, ok};

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
