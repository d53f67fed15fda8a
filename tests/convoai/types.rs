//! Types that lose nothing, and answers that are not what was declared.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tokenmint::client::convoai::Area;
use tokenmint::client::convoai::types::agents::{
    AgentStatus, Speak, StartAgent, StartedAgent, Think, Turns, UpdateProperties,
};
use tokenmint::client::convoai::types::phone_numbers::{NumberConfig, PhoneNumber, UpdateNumber};
use tokenmint::http::{ErrorKind, Headers, Response};

use crate::fake::{Fake, answer, config};

fn map(value: Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

/// JSON whose names are often those of fields.
fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[0-9]{1,3}".prop_map(Value::from),
        "[a-z]{0,5}".prop_map(Value::from),
    ];
    let name = prop::sample::select(vec![
        "name",
        "properties",
        "llm",
        "tts",
        "asr",
        "turn_detection",
        "config",
        "vad_config",
        "url",
        "vendor",
        "params",
        "idle_timeout",
        "labels",
        "type",
        "remote_rtc_uids",
        "turns",
        "mcp_servers",
        "extra",
        "phone_number",
        "inbound",
        "associated_pipeline",
        "unknown",
    ]);
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone().prop_map(String::from), inner), 0..6)
                .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn reading_and_writing_gives_the_same_object(value in json_value()) {
        if let Value::Object(object) = value {
            prop_assert_eq!(StartAgent::from_map(object.clone()).to_map(), object.clone());
            prop_assert_eq!(PhoneNumber::from_map(object.clone()).to_map(), object.clone());
            prop_assert_eq!(Turns::from_map(object.clone()).to_map(), object);
        }
    }
}

#[test]
fn numbers_are_read_in_every_form_and_written_as_they_came() {
    for (value, read) in [
        (json!(7), Some(7)),
        (json!(7.0), Some(7)),
        (json!("7"), Some(7)),
        (json!(7.5), None),
        (json!("x"), None),
        (json!(null), None),
        (json!([7]), None),
    ] {
        let object = map(json!({"create_ts": value, "status": "NEW", "more": {"a": 1}}));
        let started = StartedAgent::from_map(object.clone());
        assert_eq!(started.create_ts, read, "{value}");
        assert_eq!(started.status, Some(AgentStatus::Other("NEW".into())));
        assert_eq!(started.extra["more"], json!({"a": 1}));
        assert_eq!(started.to_map(), object, "{value}");
    }
}

#[test]
fn texts_numbers_and_lists_are_read_in_every_form() {
    let object = map(json!({
        "agent_id": 17, "total_turn_count": "3",
        "pagination": {"page_index": "1", "total_pages": 1.0, "is_last_page": "true"},
        "turns": [null, {"turn_id": "4", "start": {"start_at": "1700000000000.5"}, "end": null}],
    }));
    let turns = Turns::from_map(object.clone());
    assert_eq!(turns.agent_id.as_deref(), Some("17"));
    assert_eq!(turns.total_turn_count, Some(3));
    let pagination = turns.pagination.as_ref().unwrap();
    assert_eq!(
        (
            pagination.page_index,
            pagination.total_pages,
            pagination.is_last_page
        ),
        (Some(1), Some(1), Some(true))
    );
    let all = turns.turns.as_ref().unwrap();
    assert_eq!(
        (all.len(), all[0].turn_id, &all[0].end),
        (1, Some(4), &None)
    );
    let start = all[0].start.as_ref().unwrap();
    assert_eq!(start.start_at, Some(1_700_000_000_000.5));
    assert_eq!(turns.to_map(), object, "and written as they came");
}

/// What the service has done is done, whatever the answer to it looks like.
#[test]
fn an_answer_without_a_body_is_one_where_nothing_is_needed_of_it() {
    let empty = || Ok(Response::new(200, Headers::new(), Vec::new()));
    let client = Fake::rule(move |_| empty()).blocking(&config(Area::Us));
    let agents = client.agents();
    agents.interrupt("A1").unwrap();
    agents.speak("A1", &Speak::text_of("hi")).unwrap();
    agents.think("A1", &Think::new().text("hi")).unwrap();
    agents
        .update("A1", &UpdateProperties::new().token("T"))
        .unwrap();
    agents.stop("A1").unwrap();
    client.telephony().hangup("A1").unwrap();
    for needed in [
        agents.get("A1").err(),
        agents.start(&StartAgent::new()).err(),
    ] {
        assert_eq!(needed.map(|error| error.kind()), Some(ErrorKind::Answer));
    }
}

#[test]
fn null_on_purpose_and_left_out_are_two_things() {
    let clear = UpdateNumber::new().clear(NumberConfig::Outbound);
    assert_eq!(
        Value::from(clear.to_map()),
        json!({"outbound_config": null})
    );
    assert!(UpdateNumber::new().to_map().is_empty());
}

#[test]
fn both_forms_of_a_refusal_and_those_of_gateways() {
    for (body, code, detail) in [
        (
            json!({"reason": "TaskConflict", "detail": "d"}),
            Some("TaskConflict"),
            Some("d"),
        ),
        (
            json!({"error_type": "bad", "description": "d"}),
            Some("bad"),
            Some("d"),
        ),
        (
            json!({"message": "no", "statusCode": 401, "taskId": "t"}),
            None,
            Some("no"),
        ),
        (json!({"reason": 7}), None, None),
        (json!([1]), None, None),
        (json!("text"), None, None),
    ] {
        let mut response = answer(409, &body).unwrap();
        response.headers.set("X-Request-Id", "r-1").unwrap();
        let client = Fake::rule(move |_| Ok(response.clone())).blocking(&config(Area::Us));
        let error = client.agents().get("A1").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status(), Some(409));
        assert_eq!((error.code(), error.detail()), (code, detail), "{body}");
        assert_eq!(error.request_id(), Some("r-1"));
        assert_eq!(error.body_json(), Some(body));
        let text = error.to_string();
        assert!(text.starts_with("agents.get: ") && text.contains("409") && text.contains("r-1"));
        assert_eq!(
            text.contains("TaskConflict"),
            code == Some("TaskConflict"),
            "{text}"
        );
    }
}

#[test]
fn answers_of_another_shape_are_errors_not_panics() {
    for body in [
        "",
        "OK",
        "[]",
        "7",
        "null",
        "\"x\"",
        "{",
        "{\"agent_id\":",
        "\u{feff}{}",
    ] {
        let response = Response::new(200, Headers::new(), body.as_bytes().to_vec());
        let client = Fake::rule(move |_| Ok(response.clone())).blocking(&config(Area::Us));
        let error = client.agents().get("A1").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Answer, "{body:?}");
        assert_eq!(error.status(), Some(200));
        assert_eq!(error.body(), Some(body.as_bytes()));
        // Where the answer has no content, none is as good as an object.
        for result in [
            client.agents().stop("A1"),
            client.phone_numbers().delete("+1"),
            client.telephony().hangup("A1").map(drop),
        ] {
            assert_eq!(result.is_ok(), body.is_empty(), "{body:?}");
        }
    }
    // Depth is the parser's to bound.
    let deep = "[".repeat(100_000);
    let client = Fake::rule(move |_| {
        let headers = Headers::new();
        Ok(Response::new(200, headers, deep.clone().into_bytes()))
    });
    let error = client.blocking(&config(Area::Us)).agents().get("A1");
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Answer);
}

/// A start body with every member that the official SDKs describe.
fn whole_start() -> Value {
    serde_json::from_str(include_str!("start_body.json")).expect("JSON")
}

#[test]
fn every_documented_member_has_a_field() {
    let start = StartAgent::from_map(map(whole_start()));
    assert_eq!(Value::from(start.to_map()), whole_start());
    // `Debug` shows `extra` where a member found no field.
    let shown = format!("{start:#?}");
    assert!(!shown.contains("extra"), "{shown}");
    let other = map(json!({"properties": {"parameters": {"opt_in": true}}}));
    assert!(format!("{:?}", StartAgent::from_map(other)).contains("extra"));
}
