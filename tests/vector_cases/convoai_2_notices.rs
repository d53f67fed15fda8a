//! Signatures of notifications.

use serde_json::Value;
use tokenmint::agora::notification::{
    OLD_SIGNATURE_HEADER, SIGNATURE_HEADER, sign, verify, verify_old,
};
use tokenmint::client::convoai::notification::{Receiver, Signatures};
use tokenmint::internals::wire::base64;

use super::members;
use crate::support::{Case, known};

/// The raw body; the text and its base64 have to be the same.
fn body(input: Case<'_>) -> Vec<u8> {
    let id = input.id;
    let body = input.text("body").as_bytes().to_vec();
    if let Some(encoded) = input.find("body_base64") {
        let encoded = encoded.value.as_str().expect(id);
        let mut buffer = vec![0; encoded.len()];
        let decoded = base64::decode(encoded.as_bytes(), 0, &mut buffer).expect(id);
        assert_eq!(decoded, body, "{id}");
    }
    body
}

pub fn signature(case: Case<'_>) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    known(id, input.value, &["secret", "body", "body_base64"]);
    known(
        id,
        expected.value,
        &[SIGNATURE_HEADER, OLD_SIGNATURE_HEADER],
    );
    let (secret, body) = (input.text("secret"), body(input));
    if secret.is_empty() {
        // Anybody could sign with it.
        assert!(sign(secret, &body).is_err(), "{id}");
        return;
    }
    let recorded = expected.text(SIGNATURE_HEADER);
    assert_eq!(sign(secret, &body).expect(id), recorded.as_bytes(), "{id}");
    verify(secret, &body, recorded).expect(id);
    verify_old(secret, &body, expected.text(OLD_SIGNATURE_HEADER)).expect(id);
}

pub fn verify_case(case: Case<'_>) {
    let id = case.id;
    members(case);
    let (input, expected) = (case.get("input"), case.get("expected"));
    known(
        id,
        input.value,
        &["secret", "headers", "body", "body_base64"],
    );
    known(id, expected.value, &["valid"]);
    let headers = input.get("headers").value.as_object().expect(id);
    // Names of headers have no case.
    let header = |name: &str| {
        let mut headers = headers.iter();
        let found = headers.find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.and_then(|(_, value)| value.as_str())
    };
    let known_names = [SIGNATURE_HEADER, OLD_SIGNATURE_HEADER];
    let is_known = |name: &String| known_names.iter().any(|it| it.eq_ignore_ascii_case(name));
    assert!(headers.keys().all(is_known), "{id}: {headers:?}");
    let signatures = Signatures::of(header(SIGNATURE_HEADER), header(OLD_SIGNATURE_HEADER));
    if input.text("secret").is_empty() {
        assert!(Receiver::new("").is_err(), "{id}");
        return;
    }
    let receiver = Receiver::new(input.text("secret")).expect(id);
    let result = receiver
        .accept_old_signature(true)
        .receive(&body(input), signatures);
    let valid = expected.get("valid").value.as_bool().expect(id);
    assert_eq!(result.is_ok(), valid, "{id}: {result:?}");
    if let Ok(received) = result {
        let body: Value = serde_json::from_str(input.text("body")).expect(id);
        assert_eq!(body["noticeId"], received.notification.notice_id, "{id}");
    }
}
