//! What the values of the HTTP layer say about themselves, and what a call makes
//! of them: nothing here opens a connection.

use std::collections::HashSet;
use std::error::Error as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use tokenmint::http::{
    AuthKind, BaseUrl, Body, BodyKind, Client, Endpoint, Environment, Error, ErrorKind, Exchange,
    Headers, Members, Method, Operation, PathError, Proxy, Query, RelativePath, Request,
    RequestOptions, Response, Service, Settings, System, Tls, TransportError, TransportErrorKind,
};

use crate::caller::{GET, POST, TestCall};

const KINDS: [ErrorKind; 29] = [
    ErrorKind::Credentials,
    ErrorKind::EmptyCertificate,
    ErrorKind::BadCertificate,
    ErrorKind::BadUrl,
    ErrorKind::BadHeader,
    ErrorKind::EmptyPathParameter,
    ErrorKind::DotSegment,
    ErrorKind::ControlCharacter,
    ErrorKind::InvalidInput,
    ErrorKind::Lifetime,
    ErrorKind::Token,
    ErrorKind::State,
    ErrorKind::File,
    ErrorKind::Resolve,
    ErrorKind::Connect,
    ErrorKind::Tls,
    ErrorKind::Timeout,
    ErrorKind::Deadline,
    ErrorKind::Interrupted,
    ErrorKind::Protocol,
    ErrorKind::BodyTooLarge,
    ErrorKind::Encoding,
    ErrorKind::Transport,
    ErrorKind::Status,
    ErrorKind::Redirect,
    ErrorKind::Answer,
    ErrorKind::Refused,
    ErrorKind::RepeatedCursor,
    ErrorKind::TokenRefused,
];

fn url() -> BaseUrl {
    BaseUrl::new("https://service.example/api").expect("a URL")
}

#[test]
fn only_refusals_of_this_side_are_local() {
    let (local, remote) = KINDS.split_at(13);
    assert!(local.iter().all(|kind| kind.is_local()));
    for kind in remote {
        assert!(!kind.is_local(), "{kind:?}");
    }
}

#[test]
fn each_kind_of_error_has_a_text_of_its_own() {
    let texts: HashSet<String> = KINDS.map(|kind| Error::new(kind).to_string()).into();
    assert_eq!(texts.len(), KINDS.len());
    assert!(texts.iter().all(|text| text.len() > 5));
    let error = Error::with_message(ErrorKind::Tls, "of the other").with_source("why");
    let shown = format!("{error:?}");
    for part in ["Error", "Tls", "of the other", "why"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn an_answer_without_use_is_an_error_of_its_status() {
    for (status, kind, unreadable) in [
        (199, ErrorKind::Status, ErrorKind::Answer),
        (200, ErrorKind::Answer, ErrorKind::Answer),
        (299, ErrorKind::Answer, ErrorKind::Answer),
        (300, ErrorKind::Redirect, ErrorKind::Redirect),
        (399, ErrorKind::Redirect, ErrorKind::Redirect),
        (400, ErrorKind::Status, ErrorKind::Answer),
        (500, ErrorKind::Status, ErrorKind::Answer),
    ] {
        let answer = || Response::new(status, Headers::new(), Vec::new());
        assert_eq!(Error::from_response(answer()).kind(), kind, "{status}");
        assert_eq!(Error::unreadable(answer()).kind(), unreadable, "{status}");
    }
}

#[test]
fn an_error_has_the_answer_it_is_of() {
    let mut headers = Headers::new();
    headers.set("x-request-id", "r-1").unwrap();
    let answer = Response::new(404, headers.clone(), b"{\"a\":[1]}".to_vec());
    let error = Error::from_response(answer);
    assert_eq!(error.status(), Some(404));
    assert_eq!(error.headers(), Some(&headers));
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.body(), Some(&b"{\"a\":[1]}"[..]));
    assert_eq!(error.body_json(), Some(json!({"a": [1]})));
    let without = Error::new(ErrorKind::Timeout);
    assert_eq!(without.headers(), None);
    assert_eq!(without.body_json(), None);
}

#[test]
fn what_a_service_says_is_shown_where_it_is_an_identifier() {
    let longest = "a".repeat(64);
    let too_long = "a".repeat(65);
    for (code, is_shown) in [
        ("Task_Not-Found.1:2", true),
        (longest.as_str(), true),
        (too_long.as_str(), false),
        ("a b", false),
        ("a\"b", false),
        ("\u{e9}", false),
    ] {
        let error = Error::new(ErrorKind::Refused)
            .with_service_error(Some(code.to_string()), Some("the words".to_string()))
            .with_request_id(Some(code.to_string()));
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.detail(), Some("the words"));
        assert_eq!(error.request_id(), Some(code));
        let text = error.to_string();
        assert_eq!(text.contains(&format!("code {code}")), is_shown, "{text}");
        assert_eq!(
            text.contains(&format!("request {code}")),
            is_shown,
            "{text}"
        );
        assert!(!text.contains("words"), "{text}");
    }
    let nothing = Error::new(ErrorKind::Refused).with_service_error(Some(String::new()), None);
    assert_eq!(nothing.code(), None);
}

#[test]
fn the_errors_of_paths_methods_and_transports_say_what_is_wrong() {
    for (error, kind, word) in [
        (
            PathError::Empty("id"),
            ErrorKind::EmptyPathParameter,
            "empty",
        ),
        (PathError::DotSegment("id"), ErrorKind::DotSegment, "dot"),
        (
            PathError::ControlCharacter("id"),
            ErrorKind::ControlCharacter,
            "control",
        ),
    ] {
        let text = error.to_string();
        assert!(text.contains("`id`") && text.contains(word), "{text}");
        let error = Error::from(error);
        assert_eq!(error.kind(), kind);
        assert_eq!(error.source().map(ToString::to_string), Some(text));
    }
    let count = PathError::Count.to_string();
    assert!(count.contains("number of parameters"), "{count}");
    assert_eq!(
        Error::from(PathError::Count).kind(),
        ErrorKind::InvalidInput
    );

    let unknown = "CONNECT".parse::<Method>().unwrap_err();
    let text = unknown.to_string();
    for method in Method::ALL {
        assert!(text.contains(method.as_str()), "{text}");
        assert_eq!(method.to_string(), method.as_str());
        assert_eq!(method.to_string().parse(), Ok(method));
    }
    let error = Error::from(unknown);
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.to_string().contains(&text), "{error}");

    let error = TransportError::not_sent(TransportErrorKind::Connect).with_source("refused");
    assert!(error.to_string().contains("Connect"), "{error}");
    let shown = format!("{error:?}");
    assert!(
        shown.contains("Connect") && shown.contains("false"),
        "{shown}"
    );
    let source = error.source().map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("refused"));
}

#[test]
fn the_kind_of_a_transport_error_is_kept() {
    for (of, kind) in [
        (TransportErrorKind::Resolve, ErrorKind::Resolve),
        (TransportErrorKind::Connect, ErrorKind::Connect),
        (TransportErrorKind::Tls, ErrorKind::Tls),
        (TransportErrorKind::Timeout, ErrorKind::Timeout),
        (TransportErrorKind::Interrupted, ErrorKind::Interrupted),
        (TransportErrorKind::Protocol, ErrorKind::Protocol),
        (TransportErrorKind::BodyTooLarge, ErrorKind::BodyTooLarge),
        (TransportErrorKind::Request, ErrorKind::Transport),
        (TransportErrorKind::Other, ErrorKind::Transport),
    ] {
        let sent = Error::from(TransportError::maybe_sent(of));
        assert_eq!(sent.kind(), kind);
        assert!(sent.may_have_happened(), "{of:?}");
        assert!(!Error::from(TransportError::not_sent(of)).may_have_happened());
    }
}

/// RFC 9110, section 9.2.2, but for PUT, which services do not keep to.
#[test]
fn methods_that_may_be_repeated() {
    for method in Method::ALL {
        let expected = !matches!(method, Method::Post | Method::Put | Method::Patch);
        assert_eq!(method.is_repeatable(), expected, "{method}");
    }
}

#[test]
fn a_body_has_a_content_type() {
    for (kind, expected) in [
        (BodyKind::None, None),
        (BodyKind::Json, Some("application/json")),
        (BodyKind::Form, Some("application/x-www-form-urlencoded")),
    ] {
        assert_eq!(kind.content_type(), expected);
        let endpoint = Endpoint::new("x.y", Method::Post, "y").body(kind);
        let request =
            Request::to(&endpoint, &url()).build(&Settings::new(), &RequestOptions::new());
        assert_eq!(request.unwrap().headers.get("content-type"), expected);
    }
}

#[test]
fn a_request_shows_what_is_no_secret() {
    let base = url();
    assert_eq!(base.as_str(), "https://service.example/api");
    assert_eq!(base.to_string(), base.as_str());
    assert!(format!("{base:?}").contains(base.as_str()));
    let builder = Request::to(&POST, &base).parameters(&["7"]);
    let shown = format!("{builder:?}");
    assert!(
        shown.contains("test.post") && shown.contains("service.example"),
        "{shown}"
    );
    let query = Query::new().with("q", "Secret");
    let shown = format!("{query:?}");
    assert!(shown.contains("Query") && shown.contains('8'), "{shown}");
    let body = Body::raw(b"Secret".to_vec());
    let shown = format!("{body:?}");
    assert!(shown.contains("6 bytes"), "{shown}");
    let mut options = RequestOptions::new().query("o", "Secret").max_retries(41);
    options = options.header("accept", "text/x-trace").unwrap();
    let shown = format!("{options:?}");
    assert!(
        shown.contains("41") && shown.contains("text/x-trace"),
        "{shown}"
    );
    let request = builder
        .query(query)
        .body(body)
        .build(&Settings::new(), &options);
    let shown = format!("{:?}", request.unwrap());
    for part in [
        "Post",
        "https://service.example/api/things/7",
        "text/x-trace",
        "6 bytes",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    assert!(!shown.contains("Secret"), "{shown}");
    let path = RelativePath::new("/a?t=Secret").unwrap();
    assert_eq!(path.as_str(), "a?t=Secret");
    let shown = format!("{path:?}");
    assert!(shown.contains("10 characters"), "{shown}");
    for (proxy, expected) in [
        (Proxy::Environment, "Environment"),
        (Proxy::None, "None"),
        (Proxy::url("http://u:Secret@p").unwrap(), "redacted"),
    ] {
        let shown = format!("{proxy:?}");
        assert!(
            shown.contains(expected) && !shown.contains("Secret"),
            "{shown}"
        );
    }
    assert!(!Tls::new().accepts_invalid_certificates());
    assert!(
        Tls::new()
            .accept_invalid_certificates()
            .accepts_invalid_certificates()
    );
}

#[test]
fn paths_that_begin_like_a_url() {
    for (path, refused) in [
        ("https://a.example", true),
        ("a+b-c.1://x", true),
        // No scheme (RFC 3986, section 3.1).
        ("1://x", false),
        ("+a://x", false),
        ("a_b://x", false),
        ("a?u=b://c", false),
        ("://x", false),
    ] {
        assert_eq!(RelativePath::new(path).is_err(), refused, "{path}");
    }
}

#[test]
fn headers_are_counted_and_shown_by_name() {
    let mut headers = Headers::new();
    assert!(headers.is_empty());
    assert_eq!(headers.len(), 0);
    headers.set("Accept", "text/plain").unwrap();
    headers.set("X-Key", "Secret").unwrap();
    headers.set("x-third", "Secret").unwrap();
    assert!(!headers.is_empty());
    assert_eq!(headers.len(), 3);
    let shown = format!("{headers:?}");
    for part in ["accept", "text/plain", "x-key", "x-third", "redacted"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    assert!(!shown.contains("Secret"), "{shown}");
}

#[test]
fn members_keep_their_order_and_their_names() {
    let mut members = Members::new();
    assert!(members.is_empty());
    assert_eq!(members.len(), 0);
    members.insert("z", json!(1));
    members.insert("a", json!("Secret"));
    members.extend([("m".to_string(), json!(3)), ("z".to_string(), json!(4))]);
    assert!(!members.is_empty());
    assert_eq!(members.len(), 3);
    assert_eq!(members.get("z"), Some(&json!(4)));
    assert_eq!(members.get("m"), Some(&json!(3)));
    assert_eq!(members.get("b"), None);
    *members.get_mut("m").expect("a member") = json!(5);
    assert!(members.get_mut("b").is_none());
    let names: Vec<_> = members.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["z", "a", "m"]);
    assert_eq!(
        Body::json(&members).unwrap().as_bytes(),
        br#"{"z":4,"a":"Secret","m":5}"#
    );
    let shown = format!("{members:?}");
    assert!(
        shown.contains("\"a\"") && !shown.contains("Secret"),
        "{shown}"
    );
    let pairs = [("y", 1), ("x", 2)].map(|(name, value)| (name.to_string(), json!(value)));
    let collected: Members = pairs.into_iter().collect();
    assert_eq!(
        Body::json(&collected).unwrap().as_bytes(),
        br#"{"y":1,"x":2}"#
    );
}

#[test]
fn queries_are_joined_and_take_json() {
    let a = || Query::new().with("a", "1");
    assert_eq!(a().and(&Query::new().with("b", "2")).as_str(), "a=1&b=2");
    assert_eq!(a().and(&Query::new()).as_str(), "a=1");
    assert_eq!(Query::new().and(&a()).as_str(), "a=1");
    let mut query = a();
    query.extend(&Query::new());
    assert_eq!(query.as_str(), "a=1");
    query.extend(&Query::new().with("b", "2"));
    assert_eq!(query.as_str(), "a=1&b=2");
    let mut query = Query::new();
    query.extend(&a());
    assert_eq!(query.as_str(), "a=1");
    assert_eq!(Query::new().with_some("a", None).as_str(), "");
    assert_eq!(Query::new().with_some("a", Some("1")).as_str(), "a=1");
    let mut query = Query::new();
    assert!(query.is_empty());
    query.push_value("l", &json!([true, false, null, 1.5, "x y"]));
    query.push_value("o", &json!({"a": {"b": 2}, "c": []}));
    assert_eq!(
        query.as_str(),
        "l=true&l=false&l=1.5&l=x+y&o%5Ba%5D%5Bb%5D=2"
    );
    assert!(!query.is_empty());
}

#[test]
fn what_one_call_changes_is_in_its_request() {
    let options = RequestOptions::new();
    assert!(!options.adds_query());
    assert_eq!(options.json_body(&Map::new()).unwrap(), None);
    let options = options.query_value("l", &json!([1, 2]));
    assert!(options.adds_query());
    let options = options.query("m", "3");
    let request = Request::to(&GET, &url())
        .parameters(&["7"])
        .query(Query::new().with("q", "0"))
        .build(&Settings::new(), &options)
        .unwrap();
    assert_eq!(
        request.url,
        "https://service.example/api/things/7?q=0&l=1&l=2&m=3"
    );
    assert_eq!(request.target(), "https://service.example/api/things/7");

    let options = RequestOptions::new()
        .body_field("b", json!(2))
        .body_field("a", json!(1));
    let mut body: Map<String, Value> = Map::new();
    body.insert("z".to_string(), json!({"y": 0, "x": [{"n": 1, "m": 2}]}));
    body.insert("a".to_string(), json!(0));
    let written = options.json_body(&body).unwrap().expect("a body");
    assert_eq!(
        written.as_bytes(),
        br#"{"a":1,"b":2,"z":{"x":[{"m":2,"n":1}],"y":0}}"#
    );
    let mut members: Members = [("a".to_string(), json!(0))].into_iter().collect();
    options.add_body_fields(&mut members);
    assert_eq!(
        Body::json(&members).unwrap().as_bytes(),
        br#"{"a":1,"b":2}"#
    );
    let form = Body::form(&Query::new().with("a", "b c"));
    assert_eq!(form.as_bytes(), b"a=b+c");
}

#[test]
fn an_answer_is_read_as_json_where_it_is_a_success() {
    let answer = |status, body: &str| Response::new(status, Headers::new(), body.into());
    assert_eq!(answer(200, "[1,2]").json::<Vec<u8>>().unwrap(), [1, 2]);
    assert!(answer(299, "[]").json::<Vec<u8>>().unwrap().is_empty());
    for (status, body, kind) in [
        (200, "[1", ErrorKind::Answer),
        (199, "[1]", ErrorKind::Status),
        (300, "[1]", ErrorKind::Redirect),
        (404, "[1]", ErrorKind::Status),
    ] {
        let error = answer(status, body).json::<Vec<u8>>().unwrap_err();
        assert_eq!(error.kind(), kind, "{status} {body}");
    }
    assert_eq!(answer(200, "text").text(), "text");
    let shown = format!("{:?}", answer(299, "Secret"));
    assert!(
        shown.contains("299") && shown.contains("body_len: 6"),
        "{shown}"
    );
    assert!(!shown.contains("Secret"), "{shown}");
}

#[test]
fn the_system_has_time_and_randomness() {
    let jitters: HashSet<u32> = (0..8).map(|_| System.jitter()).collect();
    assert!(jitters.len() > 2, "{jitters:?}");
    let salts: HashSet<u32> = (0..8).map(|_| System.salt().unwrap()).collect();
    assert!(salts.len() > 2, "{salts:?}");
    assert!(salts.iter().all(|salt| (1..=99_999_999).contains(salt)));
    let mut bytes = [0; 32];
    System.fill(&mut bytes).unwrap();
    assert_ne!(bytes, [0; 32]);
    // Later than this was written, and before 2100.
    let since_1970 = 1_764_547_200..4_102_444_800;
    assert!(since_1970.contains(&System.unix_time().as_secs()));
    let begun = (Instant::now(), System.monotonic());
    System.sleep(Duration::from_millis(20));
    assert!(begun.0.elapsed() >= Duration::from_millis(20));
    let passed = System.monotonic() - begun.1;
    assert!(passed >= Duration::from_millis(20), "{passed:?}");
    assert_eq!(System.variable("TOKENMINT_TEST_OF_NOTHING"), None);
    let path = std::env::var("PATH").expect("a path");
    assert_eq!(System.variable("PATH").as_deref(), Some(path.trim()));
}

/// Gives answers and failures in turn; waits for nothing.
fn client(answers: Vec<Result<Response, TransportError>>) -> (Client, std::sync::Arc<AtomicU32>) {
    let asked = std::sync::Arc::new(AtomicU32::new(0));
    let count = std::sync::Arc::clone(&asked);
    let answers = Mutex::new(answers.into_iter());
    let client = Client::new(move |_: Request| {
        count.fetch_add(1, Ordering::SeqCst);
        answers.lock().unwrap().next().expect("an answer is left")
    });
    (client.with_environment(Still::default()), asked)
}

/// Time stands, but for what is slept.
#[derive(Default)]
struct Still(Mutex<Duration>);

impl Environment for Still {
    fn monotonic(&self) -> Duration {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) {
        *self.0.lock().unwrap() += duration;
    }
}

fn lost() -> Result<Response, TransportError> {
    Err(TransportError::maybe_sent(TransportErrorKind::Interrupted))
}

fn refused() -> Result<Response, TransportError> {
    Err(TransportError::not_sent(TransportErrorKind::Connect))
}

#[test]
fn what_one_attempt_may_have_done_is_not_forgotten_with_the_next() {
    for (answers, may_have_happened) in [
        (vec![refused(), refused(), refused()], false),
        (vec![lost(), refused(), refused()], true),
        (vec![refused(), refused(), lost()], true),
        (vec![refused(), lost(), lost()], true),
    ] {
        let (client, _) = client(answers);
        let call = TestCall::new(GET, "http://localhost");
        let error = client.run(&call, &call).unwrap_err();
        assert_eq!(error.may_have_happened(), may_have_happened, "{error:?}");
    }
}

#[test]
fn what_a_late_attempt_may_have_done_is_not_forgotten_with_the_deadline() {
    for (answer, may_have_happened) in [
        (TransportError::maybe_sent as fn(_) -> _, true),
        (TransportError::not_sent, false),
    ] {
        let clock = std::sync::Arc::new(Still::default());
        let passing = std::sync::Arc::clone(&clock);
        let client = Client::new(move |request: Request| {
            passing.sleep(request.timeouts.total);
            Err(answer(TransportErrorKind::Timeout))
        });
        let client = client.with_environment(Shared(clock));
        let call = TestCall::new(POST, "http://localhost");
        let error = client.run(&call, &call).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Deadline);
        assert_eq!(error.may_have_happened(), may_have_happened, "{error:?}");
        assert!(error.source().is_some());
    }
}

struct Shared(std::sync::Arc<Still>);

impl Environment for Shared {
    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }

    fn sleep(&self, duration: Duration) {
        self.0.sleep(duration);
    }
}

/// A service that leaves everything as it is by default, and an operation that
/// may judge encodings.
struct Plain {
    settings: Settings,
    options: RequestOptions,
    judges: bool,
}

impl Plain {
    fn new(judges: bool) -> Self {
        Self {
            settings: Settings::new(),
            options: RequestOptions::new(),
            judges,
        }
    }
}

impl Service for Plain {
    type Error = Error;

    fn settings(&self) -> &Settings {
        &self.settings
    }
}

impl Operation for Plain {
    type Service = Self;
    type Output = Response;

    fn endpoint(&self) -> &Endpoint {
        const PLAIN: Endpoint = Endpoint::new("plain.get", Method::Get, "x").auth(AuthKind::None);
        &PLAIN
    }

    fn options<'a>(&'a self, _: &'a Self) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, _: &Self) -> Result<Request, Error> {
        Request::to(self.endpoint(), &url()).build(&self.settings, &self.options)
    }

    fn judges_encoding(&self) -> bool {
        self.judges
    }

    fn finish(&self, _: &Self, response: Response) -> Result<Response, Error> {
        Ok(response)
    }
}

#[test]
fn a_host_that_is_not_trusted_is_not_asked_again_where_there_is_no_other() {
    let untrusted = || Err(TransportError::not_sent(TransportErrorKind::Tls));
    let (client, asked) = client(vec![untrusted(), untrusted(), untrusted()]);
    let plain = Plain::new(false);
    let error = client.run(&plain, &plain).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[test]
fn a_compressed_answer_is_for_those_who_judge_it() {
    for (encoding, judges, passes) in [
        ("identity", false, true),
        ("", false, true),
        ("gzip", false, false),
        ("gzip", true, true),
    ] {
        let mut headers = Headers::new();
        headers.set("content-encoding", encoding).unwrap();
        let (client, _) = client(vec![Ok(Response::new(200, headers, Vec::new()))]);
        let plain = Plain::new(judges);
        let kind = client.run(&plain, &plain).map_err(|error| error.kind());
        let expected = if passes {
            Ok(200)
        } else {
            Err(ErrorKind::Encoding)
        };
        assert_eq!(
            kind.map(|answer| answer.status),
            expected,
            "{encoding} {judges}"
        );
    }
}

#[test]
fn a_call_under_way_shows_where_it_is() {
    let plain = Plain::new(false);
    let mut exchange = Exchange::new(&plain, &plain, &System);
    let shown = format!("{exchange:?}");
    assert!(
        shown.contains("plain.get") && shown.contains("attempt: 0"),
        "{shown}"
    );
    let _ = exchange.step();
    exchange.received(lost());
    let shown = format!("{exchange:?}");
    assert!(shown.contains("attempt: 1"), "{shown}");
}
