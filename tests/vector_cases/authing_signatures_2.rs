//! `authing-signatures-2.json` through the management clients, blocking and
//! async: what they send and sign of recorded arguments.
//!
//! | `right.action` | then |
//! |---|---|
//! | `as-recorded` | target, body and authorization are the recorded ones |
//! | `send` | they are those of `right` |
//! | `avoid` | they are those of `right`, or the call is refused |
//! | `refuse` | the call is refused, or the arguments are no JSON |

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Map, Value};
use tokenmint::authing::DateFormat;
use tokenmint::client::authing::{
    ApiRequest, AsyncManagementClient, Management, ManagementClient, ManagementClientOptions,
    Operation, Row,
};
use tokenmint::http::{
    AuthKind, BodyKind, Endpoint, Error, ErrorKind, Method, Request, RequestOptions,
};
use tokenmint::internals::wire::percent::{Style, decode};

use crate::authing_client::world::World;
use crate::now::now;
use crate::support::{known, unhex};

const MEMBERS: [&str; 17] = [
    "id",
    "group",
    "method",
    "path",
    "input",
    "access_key_id",
    "access_key_secret",
    "options",
    "nonce",
    "date",
    "signed_headers",
    "wire",
    "string_to_sign",
    "authorization",
    "server",
    "right",
    "hazard",
];

/// Runs every case.
pub fn run(file: &Value) {
    known("file", file, &["about", "cases"]);
    let cases = file["cases"].as_array().expect("a list of cases");
    assert!(!cases.is_empty(), "no cases");
    let mut counts = [0; 2];
    let mut wrong = Vec::new();
    for case in cases {
        let id = case["id"].as_str().expect("id");
        for asynchronous in [false, true] {
            match std::panic::catch_unwind(|| run_case(id, case, asynchronous)) {
                Ok(refused) => counts[usize::from(refused)] += 1,
                Err(_) => wrong.push(id),
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} wrong: {wrong:?}", wrong.len());
    println!(
        "authing-signatures-2: {} cases, {} signed and {} refused",
        cases.len(),
        counts[0] / 2,
        counts[1] / 2
    );
}

/// Whether the case is one that the client refuses.
fn run_case(id: &str, case: &Value, asynchronous: bool) -> bool {
    let mut members = MEMBERS.to_vec();
    members.extend(["inconsistent", "note"]);
    known(id, case, &members);
    let right = &case["right"];
    let action = right["action"].as_str().expect(id);
    let expected = match action {
        "as-recorded" => case,
        "send" | "avoid" | "refuse" => right,
        other => panic!("{id}: unknown action {other:?}"),
    };
    let not_finite = case["hazard"]
        .as_str()
        .is_some_and(|hazard| hazard.starts_with("Not a finite number"));
    let fields = |name: &str| match &case["input"][name] {
        Value::Null => Some(Map::new()),
        // A number beyond doubles is no JSON to begin with.
        Value::String(text) => match serde_json::from_str(text) {
            Ok(fields) => Some(fields),
            Err(error) => {
                assert!(not_finite, "{id}: {error}");
                None
            }
        },
        other => panic!("{id}: {name} is {other}"),
    };
    let (Some(query), Some(body)) = (fields("query_json"), fields("body_json")) else {
        return true;
    };
    match send(id, case, query, body, asynchronous) {
        Err(error) => {
            assert!(matches!(action, "avoid" | "refuse"), "{id}: {error}");
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{id}");
            true
        }
        Ok(request) => {
            assert_ne!(action, "refuse", "{id}");
            compare(id, case, expected, &request);
            false
        }
    }
}

fn send(
    id: &str,
    case: &Value,
    query: Map<String, Value>,
    body: Map<String, Value>,
    asynchronous: bool,
) -> Result<Request, Error> {
    let text = |name: &str| case[name].as_str().expect(id);
    let headers = &case["signed_headers"];
    let mut options =
        ManagementClientOptions::new(text("access_key_id"), text("access_key_secret"))
            .host("http://authing.test")
            .allow_plain_http(true)
            .date_format(DateFormat::Rfc1123);
    known(id, &case["options"], &["tenantId", "lang"]);
    if let Some(tenant) = case["options"]["tenantId"].as_str() {
        options = options.tenant_id(tenant);
    }
    if let Some(lang) = case["options"]["lang"].as_str() {
        options = options.lang(lang);
    }
    let method: Method = text("method").parse().expect(id);
    let is_read = method == Method::Get || (method == Method::Delete && body.is_empty());
    let path = text("path").strip_prefix('/').expect(id).to_owned();
    // A row lasts as long as the program; these are few.
    let endpoint = Endpoint::new("recorded", method, path.leak())
        .body(if is_read {
            BodyKind::None
        } else {
            BodyKind::Json
        })
        .auth(AuthKind::Client);
    let mut operation = Operation::<Management>::new(Box::leak(Box::new(Row::new(endpoint, &[]))));
    let version = headers["x-authing-sdk-version"].as_str().expect(id);
    let mut request_options = RequestOptions::new()
        .header("x-authing-sdk-version", version)
        .expect(id);
    if let Some(("id", value)) = case["right"]["note"]
        .as_str()
        .and_then(|note| note.split_once(" = "))
    {
        operation = operation.with("id", value.trim_matches('"'));
    }
    for (name, value) in query {
        if is_read {
            operation = operation.with(&name, value);
            continue;
        }
        for item in value.as_array().unwrap_or(&vec![value.clone()]) {
            let name = if value.is_array() {
                format!("{name}[]")
            } else {
                name.clone()
            };
            request_options = request_options.query_value(&name, item);
        }
    }
    for (name, value) in body {
        // Only what is asked for in so many words is sent as null.
        if value.is_null() {
            request_options = request_options.body_field(&name, value);
        } else {
            operation = operation.with(&name, value);
        }
    }
    let operation = operation.with_options(request_options);
    let world = World::new(id, &"default".into());
    let date = httpdate::parse_http_date(text("date")).expect(id);
    let date: Duration = date.duration_since(UNIX_EPOCH).expect(id);
    world.set_clock(date.as_secs());
    world.set_random(&unhex(text("nonce")));
    if asynchronous {
        let client = AsyncManagementClient::with_http(&options, world.asynchronous());
        now(client.expect(id).send(&operation))?;
    } else {
        let client = ManagementClient::with_http(&options, world.blocking());
        client.expect(id).send(&operation)?;
    }
    let mut requests = world.take_requests();
    assert_eq!(requests.len(), 1, "{id}");
    for (name, value) in headers.as_object().expect(id) {
        assert_eq!(
            requests[0].headers.get(name),
            value.as_str(),
            "{id}: {name}"
        );
    }
    Ok(requests.remove(0))
}

fn compare(id: &str, case: &Value, expected: &Value, request: &Request) {
    // A recorded case has the two below `wire`, a corrected one beside it.
    let wire = match expected.get("wire") {
        Some(wire) => wire,
        None => expected,
    };
    let target = wire["request_target"].as_str().expect(id);
    let sent = request.url.strip_prefix("http://authing.test").expect(id);
    assert_eq!(parts(id, sent), parts(id, target), "{id}: {sent}");
    let authorization = request.headers.get("authorization");
    let signed = expected["string_to_sign"].as_str().expect(id);
    assert_eq!(
        authorization,
        expected["authorization"].as_str(),
        "{id}: {}\n{signed}",
        case["group"]
    );
    let body = request.body.as_ref().map(tokenmint::http::Body::as_bytes);
    let body: Option<Value> = body.map(|body| serde_json::from_slice(body).expect(id));
    let recorded: Option<Value> = wire["body"]
        .as_str()
        .map(|body| serde_json::from_str(body).expect(id));
    let none = Value::Object(Map::new());
    let (body, recorded) = (body.unwrap_or(none.clone()), recorded.unwrap_or(none));
    assert!(same(&body, &recorded), "{id}: {body} for {recorded}");
}

/// The path, and the pairs of the query as they decode.
fn parts(id: &str, target: &str) -> (String, Vec<(String, String)>) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let decoded = |text: &str| {
        let mut buffer = vec![0; text.len()];
        let bytes = decode(text.as_bytes(), Style::Form, &mut buffer).expect(id);
        String::from_utf8(bytes.to_vec()).expect(id)
    };
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let mut pairs: Vec<_> = pairs
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect();
    // A server does not care in which order arguments come; what is in one keeps its own.
    let argument = |name: &str| name.split('[').next().map(str::to_owned);
    pairs.sort_by_key(|(name, _)| argument(name));
    (path.to_owned(), pairs)
}

/// Numbers by value, as JavaScript has them.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
        }
        (a, b) => a == b,
    }
}
