//! Notifications: what is accepted, what is said about it, and what came before.

use serde_json::{Value, json};
use tokenmint::agora::notification::sign;
use tokenmint::client::convoai::notification::{Event, Notification, Receiver, Signatures};
use tokenmint::http::ErrorKind;

const SECRET: &str = "s3cr3t-1";

fn notice(event_type: i64, payload: &Value) -> Vec<u8> {
    let body = json!({
        "noticeId": format!("n{event_type}"),
        "productId": 17,
        "eventType": event_type,
        "notifyMs": 1_700_000_000_123_i64,
        "sid": "S1",
        "payload": payload,
        "later": {"kept": true},
    });
    serde_json::to_vec(&body).unwrap()
}

fn signed(body: &[u8]) -> String {
    String::from_utf8(sign(SECRET, body).unwrap().to_vec()).unwrap()
}

#[test]
fn a_notice_that_is_sent_again_is_a_duplicate() {
    let receiver = Receiver::new(SECRET).unwrap();
    let body = notice(101, &json!({"agent_id": "A1", "channel": "room"}));
    let receive = || {
        receiver
            .receive(&body, Signatures::v2(&signed(&body)))
            .unwrap()
    };
    assert!(!receive().is_duplicate);
    assert!(receive().is_duplicate);
    receiver.forget("n101");
    assert!(!receive().is_duplicate, "it could not be dealt with");
    // What is forged is not remembered.
    let other = notice(102, &json!({}));
    let forged = receiver.receive(&other, Signatures::v2(&signed(&body)));
    assert_eq!(forged.unwrap_err().kind(), ErrorKind::TokenRefused);
    let right = receiver.receive(&other, Signatures::v2(&signed(&other)));
    assert!(!right.unwrap().is_duplicate);
}

#[test]
fn the_old_signature_counts_when_it_is_allowed_and_alone() {
    let body = b"{\"noticeId\":\"1\",\"productId\":1,\"eventType\":10}";
    // Of `printf %s '..' | openssl dgst -sha1 -hmac s3cr3t-1`.
    let old = "def17f74914b56ad27ffccf921f11cff8a70ce8e";
    let receiver = Receiver::new(SECRET).unwrap();
    let alone = Signatures::of(None, Some(old));
    let refused = receiver.receive(body, alone).unwrap_err();
    assert!(
        refused.to_string().contains("Agora-Signature-V2"),
        "{refused}"
    );
    let lenient = Receiver::new(SECRET).unwrap().accept_old_signature(true);
    lenient.receive(body, alone).unwrap();
    let wrong = "0".repeat(64);
    let beside = Signatures::of(Some(&wrong), Some(old));
    assert!(
        lenient.receive(body, beside).is_err(),
        "the new one decides"
    );
}

#[test]
fn events_are_typed_and_unknown_ones_kept() {
    let event = |event_type, payload: Value| {
        let notification = Notification::from_body(&notice(event_type, &payload)).unwrap();
        assert_eq!(notification.extra["later"], json!({"kept": true}));
        assert_eq!(notification.sid.as_deref(), Some("S1"));
        notification.event()
    };
    let Event::AgentLeft(left) = event(102, json!({"agent_id": "A1", "why": "idle"})) else {
        panic!("102 is an agent that left");
    };
    assert_eq!(left.agent_id.as_deref(), Some("A1"));
    assert_eq!(left.extra["why"], "idle");
    let said = json!({"contents": [{"role": "user", "content": "hi", "speech_start_ms": 5}]});
    let Event::AgentHistory(history) = event(103, said) else {
        panic!("103 is what was said");
    };
    let line = &history.contents.unwrap()[0];
    assert_eq!(
        (line.content.as_deref(), line.speech_start_ms),
        (Some("hi"), Some(5))
    );
    assert!(matches!(event(101, json!({})), Event::AgentJoined(_)));
    assert!(matches!(event(110, json!({})), Event::AgentError(_)));
    assert!(matches!(event(111, json!({})), Event::AgentMetrics(_)));
    assert!(matches!(event(112, json!({})), Event::TurnsFinished(_)));
    assert!(matches!(event(201, json!({})), Event::InboundCallState(_)));
    assert!(matches!(event(202, json!({})), Event::OutboundCallState(_)));
    let Event::Other {
        event_type,
        payload,
        ..
    } = event(999, json!({"new": 1}))
    else {
        panic!("999 is not known");
    };
    assert_eq!((event_type, &payload["new"]), (999, &json!(1)));
}

#[test]
fn numbers_of_other_products_mean_other_things() {
    let rtc = br#"{"noticeId":"1","productId":1,"eventType":103,"payload":{"uid":7}}"#;
    let event = Notification::from_body(rtc).unwrap().event();
    assert!(
        matches!(
            event,
            Event::Other {
                product_id: 1,
                event_type: 103,
                ..
            }
        ),
        "{event:?}"
    );
}

#[test]
fn bodies_that_are_no_notices_are_refused() {
    let bodies: [&[u8]; 6] = [
        b"",
        b"[]",
        b"{}",
        br#"{"noticeId":"","productId":17,"eventType":101}"#,
        br#"{"noticeId":"n","eventType":101}"#,
        br#"{"noticeId":"n","productId":17,"eventType":"joined"}"#,
    ];
    for body in bodies {
        let error = Notification::from_body(body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
    }
    let empty = Receiver::new("").unwrap_err();
    assert_eq!(empty.kind(), ErrorKind::Credentials);
    let receiver = Receiver::new(SECRET).unwrap();
    assert!(!format!("{receiver:?}").contains(SECRET));
}
