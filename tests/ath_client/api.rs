//! Calls with a token: where they go, what comes back.

use serde_json::{Value, json};
use tokenmint::client::ath::{ApiAnswer, ApiRequest, Content, Error, ErrorCode};
use tokenmint::http::{ErrorKind, Headers, Method, Response, TransportError};

use crate::fake::{AGENT, Fake, TOKEN, URL, answer, config, ok};

fn with_headers(
    status: u16,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Result<Response, TransportError> {
    let mut all = Headers::new();
    for (name, value) in headers {
        all.set(name, value).unwrap();
    }
    Ok(Response::new(status, all, body.to_vec()))
}

fn json_answer(body: &[u8]) -> Result<Response, TransportError> {
    with_headers(
        200,
        &[("content-type", "application/json; charset=utf-8")],
        body,
    )
}

fn ask(
    answers: Vec<Result<Response, TransportError>>,
    method: &str,
    path: &str,
) -> (Fake, Result<ApiAnswer, Error>) {
    let fake = Fake::answers(answers);
    let client = fake.gateway(&config());
    client.set_token(TOKEN);
    let result = client.proxy("github", method, path, None);
    (fake, result)
}

#[test]
fn no_path_leads_out_of_its_place() {
    for (path, kind) in [
        ("/echo/../../../../health", ErrorKind::DotSegment),
        ("..", ErrorKind::DotSegment),
        ("/%2e%2e/x", ErrorKind::DotSegment),
        ("/.%2E/x", ErrorKind::DotSegment),
        ("/a%2F..%2Fb", ErrorKind::DotSegment),
        ("/a\\..\\b", ErrorKind::DotSegment),
        ("https://elsewhere.example/", ErrorKind::InvalidInput),
        ("http://127.0.0.1/", ErrorKind::InvalidInput),
        ("/a\r\nhost: elsewhere", ErrorKind::ControlCharacter),
    ] {
        let (fake, result) = ask(vec![], "GET", path);
        assert_eq!(result.unwrap_err().kind(), kind, "{path:?}");
        assert!(fake.requests().is_empty(), "{path:?}");
    }
    for (path, expected) in [
        ("/user", "ath/proxy/github/user"),
        ("user", "ath/proxy/github/user"),
        ("", "ath/proxy/github/"),
        (
            "//elsewhere.example/x",
            "ath/proxy/github//elsewhere.example/x",
        ),
        ("/x?q=../..#/../y", "ath/proxy/github/x?q=../.."),
    ] {
        let (fake, result) = ask(vec![ok(json!({}))], "GET", path);
        result.expect(path);
        assert_eq!(fake.paths(), [expected]);
        assert!(
            fake.requests()[0]
                .url
                .starts_with(&format!("{URL}/ath/proxy/"))
        );
    }
}

#[test]
fn no_provider_leads_out_of_its_place() {
    for (provider, kind) in [
        ("../agents", ErrorKind::InvalidInput),
        ("a/b", ErrorKind::InvalidInput),
        ("a?b", ErrorKind::InvalidInput),
        ("a#b", ErrorKind::InvalidInput),
        ("..", ErrorKind::DotSegment),
        ("%2e%2e", ErrorKind::DotSegment),
        ("", ErrorKind::EmptyPathParameter),
        ("a\nb", ErrorKind::ControlCharacter),
    ] {
        let fake = Fake::answers(vec![]);
        let client = fake.gateway(&config());
        client.set_token(TOKEN);
        let error = client.proxy(provider, "GET", "/x", None).unwrap_err();
        assert_eq!(error.kind(), kind, "{provider:?}");
    }
    let fake = Fake::answers(vec![ok(json!({}))]);
    let client = fake.gateway(&config());
    client.set_token(TOKEN);
    client.proxy("my mail", "GET", "/x", None).unwrap();
    assert_eq!(fake.paths(), ["ath/proxy/my%20mail/x"]);
}

#[test]
fn methods_are_known_ones_in_any_letter_case() {
    for method in ["GET", "head", "Options", "POST", "put", "PATCH", "delete"] {
        let (fake, result) = ask(vec![answer(200, &Value::Null)], method, "/x");
        result.expect(method);
        let sent = fake.requests()[0].method;
        assert_eq!(sent.as_str(), method.to_ascii_uppercase());
    }
    for method in ["", "CONNECT", "GET /x HTTP/1.1\r\n"] {
        let (_, result) = ask(vec![], method, "/x");
        assert_eq!(result.unwrap_err().kind(), ErrorKind::InvalidInput);
    }
}

#[test]
fn bodies_are_compact_and_any_value_is_one() {
    for body in [
        json!({}),
        json!(0),
        json!(false),
        json!(""),
        json!(null),
        json!({"n": "\u{e9}"}),
    ] {
        let fake = Fake::answers(vec![ok(json!({}))]);
        let client = fake.gateway(&config());
        client.set_token(TOKEN);
        client.proxy("github", "POST", "/x", Some(&body)).unwrap();
        let request = &fake.requests()[0];
        let sent = request.body.as_ref().unwrap().as_bytes();
        assert_eq!(sent, serde_json::to_vec(&body).unwrap());
        assert_eq!(
            request.headers.get("content-type"),
            Some("application/json")
        );
    }
    let (fake, _) = ask(vec![ok(json!({}))], "POST", "/x");
    let request = &fake.requests()[0];
    assert!(request.body.is_none() && request.headers.get("content-type").is_none());
}

#[test]
fn other_headers_and_bodies_pass_but_the_token_stays() {
    let fake = Fake::answers(vec![ok(json!({}))]);
    let client = fake.gateway(&config().header("x-ath-agent-id", "another").unwrap());
    client.set_token(TOKEN);
    let request = ApiRequest::new(Method::Put, "/file")
        .body("text/plain", b"hello")
        .and_then(|request| request.header("authorization", "Bearer another"))
        .and_then(|request| request.header("x-trace", "1"))
        .unwrap();
    client.proxy_with("github", &request).unwrap();
    let sent = &fake.requests()[0];
    for (name, value) in [
        ("authorization", format!("Bearer {TOKEN}").as_str()),
        ("x-ath-agent-id", AGENT),
        ("x-trace", "1"),
        ("content-type", "text/plain"),
        ("accept-encoding", "identity"),
    ] {
        assert_eq!(sent.headers.get(name), Some(value), "{name}");
    }
    assert_eq!(sent.body.as_ref().unwrap().as_bytes(), b"hello");
}

#[test]
fn content_is_what_it_says_it_is() {
    let text = |content_type: &str, body: &[u8]| {
        with_headers(200, &[("content-type", content_type)], body)
    };
    let cases = [
        ("GET", json_answer(b"[1,2]"), Content::Json(json!([1, 2]))),
        ("GET", json_answer(b"null"), Content::Json(Value::Null)),
        (
            "GET",
            text("text/plain", b"hello"),
            Content::Text("hello".into()),
        ),
        (
            "GET",
            text("text/html", b"<html>"),
            Content::Text("<html>".into()),
        ),
        (
            "GET",
            text("image/png", b"\x89PNG"),
            Content::Bytes(b"\x89PNG".to_vec()),
        ),
        (
            "GET",
            with_headers(200, &[], b""),
            Content::Text(String::new()),
        ),
        ("HEAD", json_answer(b""), Content::Empty),
        (
            "DELETE",
            with_headers(204, &[("content-type", "application/json")], b""),
            Content::Empty,
        ),
        // A gateway that passes the header on with what it has decoded.
        (
            "GET",
            with_headers(
                200,
                &[
                    ("content-encoding", "gzip"),
                    ("content-type", "application/json"),
                ],
                b"{\"a\":1}",
            ),
            Content::Json(json!({"a": 1})),
        ),
    ];
    for (method, given, expected) in cases {
        let (_, result) = ask(vec![given], method, "/x");
        assert!(
            result.as_ref().is_ok_and(|found| found.content == expected),
            "{expected:?} {result:?}"
        );
    }
    let content = Content::Text("{\"login\":\"x\"}".into());
    assert_eq!(content.parse::<Value>().unwrap()["login"], "x");
    assert_eq!(content.parse::<u8>().unwrap_err().kind(), ErrorKind::Answer);
}

#[test]
fn content_that_is_not_what_it_says_is_an_error() {
    for body in [&b"{\"a\":"[..], b"", b"<html>"] {
        let (_, result) = ask(vec![json_answer(body)], "GET", "/x");
        let error = result.unwrap_err();
        assert_eq!(
            (error.code(), error.status()),
            (&ErrorCode::InvalidResponse, Some(200))
        );
        assert_eq!(error.kind(), ErrorKind::Answer);
    }
    let gzip = with_headers(
        200,
        &[("content-encoding", "gzip")],
        &[0x1f, 0x8b, 8, 0, 0xff],
    );
    let (_, result) = ask(vec![gzip], "GET", "/x");
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Encoding);
}

#[test]
fn redirects_are_errors_and_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let moved = with_headers(status, &[("location", "https://elsewhere.example/")], b"");
        let (fake, result) = ask(vec![moved], "GET", "/x");
        let error = result.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Redirect, Some(status))
        );
        assert_eq!(error.message(), format!("Request failed: {status}"));
        assert_eq!(fake.requests().len(), 1);
    }
}

#[test]
fn only_what_may_be_repeated_is() {
    for (method, times) in [
        ("GET", 3),
        ("HEAD", 3),
        ("DELETE", 3),
        ("POST", 1),
        ("PUT", 1),
    ] {
        let fake = Fake::rule(|_| crate::fake::not_sent());
        let client = fake.gateway(&config());
        client.set_token(TOKEN);
        client.proxy("github", method, "/x", None).unwrap_err();
        assert_eq!(fake.requests().len(), times, "{method}");
    }
}
