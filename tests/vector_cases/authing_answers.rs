//! What was recorded of results and requests against what came out.

use serde_json::{Map, Value, json};
use tokenmint::http::{Error, ErrorKind, Request};

use crate::same::same;
use crate::support::known;

/// What no one compares: the library's name, and what transports add.
const OWN_HEADERS: [&str; 9] = [
    "x-authing-sdk-version",
    "user-agent",
    "accept",
    "accept-encoding",
    "accept-language",
    "connection",
    "content-length",
    "host",
    "date",
];

pub fn compare_result(id: &str, step: &Value, result: Result<Value, Error>) {
    let local = |error: &Error| assert!(error.kind().is_local(), "{id}: {error:?}");
    let marker = Value::from("<error>");
    match (step.get("error"), result) {
        (None, Err(error)) if step["result"] == marker => local(&error),
        (None, Ok(value)) => {
            let recorded = step.get("result").expect(id);
            same(id, "result", recorded, Some(&value), &|_, _, _| false);
        }
        // A failing answer: the body that its error carries is the result.
        (None, Err(error)) => {
            let body = error.body_json();
            let body = body.unwrap_or_else(|| panic!("{id}: {error:?}"));
            same(id, "result", &step["result"], Some(&body), &|_, _, _| false);
        }
        (Some(recorded), Err(error)) if *recorded == marker => local(&error),
        (Some(recorded), Err(error)) => compare_error(id, recorded, &error),
        (Some(_), Ok(value)) => panic!("{id}: no error but {value}"),
    }
}

fn compare_error(id: &str, recorded: &Value, error: &Error) {
    known(id, recorded, &["type", "message", "kind", "status"]);
    let Some(kind) = recorded.get("kind") else {
        // Refused by whom, and in which words, is each library's own.
        assert!(recorded["type"].is_string(), "{id}: {recorded}");
        return;
    };
    match kind.as_str().expect(id) {
        "decode" => assert_eq!(error.kind(), ErrorKind::Answer, "{id}"),
        "transport" => {
            let kinds = [
                ErrorKind::Resolve,
                ErrorKind::Connect,
                ErrorKind::Tls,
                ErrorKind::Timeout,
                ErrorKind::Deadline,
                ErrorKind::Interrupted,
                ErrorKind::Protocol,
                ErrorKind::Transport,
            ];
            assert!(kinds.contains(&error.kind()), "{id}: {error:?}");
        }
        other => panic!("{id}: unknown kind {other:?}"),
    }
    let status = error.status().map(Value::from);
    same(
        id,
        "status",
        &recorded["status"],
        status.as_ref(),
        &|_, _, _| false,
    );
}

pub fn compare_request(id: &str, recorded: &Value, request: &Request) {
    let members = [
        "method",
        "path",
        "query",
        "headers",
        "body",
        "content_length_header",
    ];
    known(id, recorded, &members);
    let target = request.url.splitn(4, '/').nth(3).expect(id);
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (target, None),
    };
    let compared = |headers: &mut Map<String, Value>| {
        headers.retain(|name, _| !OWN_HEADERS.contains(&name.to_lowercase().as_str()));
    };
    let mut headers: Map<String, Value> = request
        .headers
        .iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    compared(&mut headers);
    let mut expected = recorded.clone();
    expected
        .as_object_mut()
        .expect(id)
        .remove("content_length_header");
    compared(expected["headers"].as_object_mut().expect(id));
    let is_json = headers
        .get("content-type")
        .is_some_and(|value| value == "application/json");
    if let (true, Some(text)) = (is_json, expected["body"].as_str()) {
        expected["body"] = serde_json::from_str(text).expect(id);
    }
    let body = request.body.as_ref().map(|body| {
        let text = core::str::from_utf8(body.as_bytes()).expect(id);
        if !is_json {
            return Value::from(text);
        }
        let value: Value = serde_json::from_str(text).expect(id);
        assert_eq!(value.to_string(), text, "{id}: JSON is compact");
        value
    });
    let found = json!({
        "method": request.method.as_str(),
        "path": format!("/{path}"),
        "query": query,
        "headers": headers,
        "body": body,
    });
    same(id, "request", &expected, Some(&found), &|_, _, _| false);
}
