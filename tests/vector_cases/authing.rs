//! Recorded Authing requests: signatures and event streams.
//!
//! A case with `corrected` is patched first, inputs included; one with
//! `not_applicable` is printed and counted apart. Numbers, lists and objects
//! become text as JavaScript writes them, because that is what was signed.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use tokenmint::authing::{
    AccessKey, Header, Param, Request, Value, authentication_events_target,
    management_events_target,
};
use tokenmint::internals::wire::percent::{self, Style};
use tokenmint::output::Owned;
use tokenmint::{Error, Field};

use crate::support::object;
use crate::tally::Tally;

/// Runs every section that the credential core covers.
pub fn run(file: &Json) {
    let secrets = secrets_by_id(file);
    for (section, content) in object("file", file) {
        match section.as_str() {
            "about" => {}
            "signature" => run_signature(content),
            "websocket" => run_websocket(content, &secrets),
            "authorize_and_logout_urls"
            | "token_endpoints"
            | "authentication_v3"
            | "management"
            | "oidc_tokens"
            | "transport_arguments" => println!("{section}: belongs to the client"),
            _ => panic!("{section}: unknown section"),
        }
    }
}

fn run_signature(lists: &Json) {
    for (list, cases) in object("signature", lists) {
        let check = match list.as_str() {
            "request_signing_node_sdk" | "request_signing_go_sdk" => check_signing,
            "request_signing_recorded_node_sdk" => check_recorded,
            "websocket_python_sdk" => check_websocket_signature,
            _ => panic!("signature.{list}: unknown section"),
        };
        let cases = cases
            .as_array()
            .unwrap_or_else(|| panic!("signature.{list}: not a list"));
        let mut tally = Tally::new(format!("signature.{list}"));
        for (at, case) in cases.iter().enumerate() {
            let id = case["id"].as_str().map_or(format!("#{at}"), str::to_owned);
            tally.case(&id, case, |id, _, case| check(id, case));
        }
        tally.finish();
    }
}

/// A request with its parameters and headers listed one by one.
fn check_signing(id: &str, case: &Json) {
    let params = arguments(object(id, &case["params"]));
    let key = access_key(case, "access_key_id", "access_key_secret", id);
    let signer = Signer {
        id,
        key: &key,
        method: text(case, "method", id),
        path: text(case, "path", id),
        params,
        headers: &case["headers"],
    };
    signer.check(
        Some(text(case, "string_to_sign", id)),
        case.get("signature").map(|_| text(case, "signature", id)),
        text(case, "authorization", id),
    );
}

/// A request as it came over the wire.
fn check_recorded(id: &str, case: &Json) {
    let key = access_key(&case["options"], "accessKeyId", "accessKeySecret", id);
    let requests = case["requests"]
        .as_array()
        .unwrap_or_else(|| panic!("{id}: no requests"));
    assert!(!requests.is_empty(), "{id}: no requests");
    for request in requests {
        let method = text(request, "method", id);
        let params = match method {
            "GET" => {
                let query = request["query"].as_str().unwrap_or("");
                arguments(&query_fields(id, query, &case["arg"]))
            }
            "DELETE" => Vec::new(),
            _ => arguments(&body_fields(id, &request["body"])),
        };
        let signer = Signer {
            id,
            key: &key,
            method,
            path: text(request, "path", id),
            params,
            headers: &request["headers"],
        };
        signer.check(
            request
                .get("string_to_sign")
                .map(|_| text(request, "string_to_sign", id)),
            None,
            text(&request["headers"], "authorization", id),
        );
    }
}

/// The decoded arguments of a query; `k[]` is a list. The call's own argument
/// tells the types that a query does not have.
pub fn query_fields(id: &str, query: &str, arg: &Json) -> Map<String, Json> {
    let mut fields = Map::new();
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(id, name), decoded(id, value));
        match name.strip_suffix("[]") {
            Some(name) => lists.entry(name.to_owned()).or_default().push(value),
            None => {
                fields.insert(name, value.into());
            }
        }
    }
    for (name, values) in lists {
        let typed = arg[&name]
            .as_array()
            .filter(|typed| typed.iter().map(js_text).eq(values.iter().cloned()));
        let list = match typed {
            Some(typed) => Json::Array(typed.clone()),
            None => Json::from(values),
        };
        fields.insert(name, list);
    }
    fields
}

fn decoded(id: &str, text: &str) -> String {
    let mut out = vec![0; text.len()];
    let bytes = percent::decode(text.as_bytes(), Style::Form, &mut out)
        .unwrap_or_else(|error| panic!("{id}: {error}"));
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// The top-level fields of a body.
pub fn body_fields(id: &str, body: &Json) -> Map<String, Json> {
    match body {
        Json::Null => Map::new(),
        Json::String(text) => {
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{id}: {error}"))
        }
        other => object(id, other).clone(),
    }
}

fn arguments(fields: &Map<String, Json>) -> Vec<(String, Argument)> {
    fields
        .iter()
        .map(|(name, value)| (name.clone(), Argument::of(value)))
        .collect()
}

fn check_websocket_signature(id: &str, case: &Json) {
    let key = access_key(case, "access_key_id", "access_key_secret", id);
    let expected = text(case, "authorization", id);
    assert_eq!(
        key.events_authorization(Owned).as_deref(),
        Ok(expected),
        "{id}"
    );
    let request = Request::new("websocket", "");
    assert_eq!(
        request.string_to_sign(Owned).as_deref(),
        Ok(text(case, "string_to_sign", id)),
        "{id}"
    );
    assert_eq!(key.verify(&request, expected), Ok(()), "{id}");
}

fn run_websocket(groups: &Json, secrets: &BTreeMap<String, String>) {
    for (group, cases) in object("websocket", groups) {
        let mut tally = Tally::new(format!("websocket.{group}"));
        for (name, case) in object(group, cases) {
            tally.case(name, case, |id, recorded, case| {
                if case["error"].is_null() {
                    check_connection(id, recorded, case, secrets);
                } else {
                    check_refusal(id, name);
                }
            });
        }
        tally.finish();
    }
}

/// The request line and, for the management stream, its `authorization`. Code
/// and token are read from the line as recorded, where they stand in clear.
fn check_connection(id: &str, recorded: &Json, case: &Json, secrets: &BTreeMap<String, String>) {
    let (path, query) = target(id, recorded)
        .split_once('?')
        .unwrap_or_else(|| panic!("{id}: no query"));
    let query = query
        .strip_prefix("code=")
        .unwrap_or_else(|| panic!("{id}: no code"));
    let written = match query.split_once("&token=") {
        Some((code, token)) => authentication_events_target(path, code, token, Owned),
        None => management_events_target(path, query, Owned),
    };
    assert_eq!(written.as_deref(), Ok(target(id, case)), "{id}");

    let Some(expected) = case["headers"].get("authorization").and_then(Json::as_str) else {
        assert!(query.contains("&token="), "{id}: nothing authorizes this");
        return;
    };
    let key_id = expected
        .strip_prefix("authing ")
        .and_then(|rest| rest.rsplit_once(':'))
        .unwrap_or_else(|| panic!("{id}: {expected:?}"))
        .0;
    let secret = secrets
        .get(key_id)
        .unwrap_or_else(|| panic!("{id}: the file has no secret of {key_id:?}"));
    let key = AccessKey::new(key_id, secret).unwrap_or_else(|error| panic!("{id}: {error}"));
    assert_eq!(
        key.events_authorization(Owned).as_deref(),
        Ok(expected),
        "{id}"
    );
}

fn target<'a>(id: &str, case: &'a Json) -> &'a str {
    text(case, "request_line", id)
        .strip_prefix("GET ")
        .and_then(|line| line.strip_suffix(" HTTP/1.1"))
        .unwrap_or_else(|| panic!("{id}: no GET"))
}

fn check_refusal(id: &str, name: &str) {
    let empty = |field| Err(Error::Empty { field });
    if name.contains("no_token") {
        assert_eq!(
            authentication_events_target("/x", "code", "", Owned),
            empty(Field::Secret),
            "{id}"
        );
    } else if name.contains("empty_code") {
        assert_eq!(
            management_events_target("/x", "", Owned),
            empty(Field::Query),
            "{id}"
        );
        assert_eq!(
            authentication_events_target("/x", "", "token", Owned),
            empty(Field::Query),
            "{id}"
        );
    } else {
        panic!("{id}: a refusal that is not foreseen");
    }
}

/// The key pairs of the file: recorded connections name only the id.
pub fn secrets_by_id(file: &Json) -> BTreeMap<String, String> {
    let mut secrets = BTreeMap::new();
    let lists = object("signature", &file["signature"]);
    for case in lists.values().filter_map(Json::as_array).flatten() {
        let pair = (&case["access_key_id"], &case["access_key_secret"]);
        if let (Some(id), Some(secret)) = (pair.0.as_str(), pair.1.as_str()) {
            secrets.insert(id.to_owned(), secret.to_owned());
        }
    }
    secrets
}

fn access_key(case: &Json, id_name: &str, secret_name: &str, id: &str) -> AccessKey {
    AccessKey::new(text(case, id_name, id), text(case, secret_name, id))
        .unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// A parameter that owns its text.
enum Argument {
    Null,
    Bool(bool),
    Signed(i64),
    Text(String),
    Json(String),
}

impl Argument {
    fn of(value: &Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Number(number) => match number.as_i64() {
                Some(number) if number.unsigned_abs() < 1 << 53 => Self::Signed(number),
                _ => Self::Json(js_json(value)),
            },
            Json::String(text) => Self::Text(text.clone()),
            Json::Array(_) | Json::Object(_) => Self::Json(js_json(value)),
        }
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Signed(number) => Value::Signed(*number),
            Self::Text(text) => Value::Text(text),
            Self::Json(json) => Value::Json(json),
        }
    }
}

/// `JSON.stringify`.
fn js_json(value: &Json) -> String {
    match value {
        Json::Array(values) => {
            let values: Vec<_> = values.iter().map(js_json).collect();
            format!("[{}]", values.join(","))
        }
        Json::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| format!("{}:{}", Json::from(name.as_str()), js_json(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Json::Number(number) => js_number(number.as_f64().expect("a finite number")),
        other => other.to_string(),
    }
}

/// A value as the text of a query.
fn js_text(value: &Json) -> String {
    value.as_str().map_or_else(|| js_json(value), str::to_owned)
}

/// `Number.prototype.toString`: both languages write the shortest digits that
/// read back, but JavaScript chooses the exponent form by size, with a sign.
fn js_number(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&number.abs()) {
        return number.to_string();
    }
    let text = format!("{number:e}");
    if text.contains("e-") {
        text
    } else {
        text.replace('e', "e+")
    }
}

struct Signer<'a> {
    id: &'a str,
    key: &'a AccessKey,
    method: &'a str,
    path: &'a str,
    params: Vec<(String, Argument)>,
    headers: &'a Json,
}

impl Signer<'_> {
    fn check(&self, string_to_sign: Option<&str>, signature: Option<&str>, authorization: &str) {
        let id = self.id;
        let params: Vec<Param<'_>> = self
            .params
            .iter()
            .map(|(name, value)| (name.as_str(), value.value()))
            .collect();
        let headers: Vec<_> = object(id, self.headers)
            .iter()
            .map(|(name, value)| (name, js_text(value)))
            .collect();
        let headers: Vec<Header<'_>> = headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let request = Request::new(self.method, self.path)
            .with_params(&params)
            .with_headers(&headers);
        if let Some(expected) = string_to_sign {
            let written = request.string_to_sign(Owned);
            assert_eq!(written.as_deref(), Ok(expected), "{id}");
            assert_eq!(request.string_to_sign_len(), Ok(expected.len()), "{id}");
        }
        if let Some(expected) = signature {
            let signed = self.key.sign(&request);
            let signed = signed.as_ref().map(tokenmint::authing::Signature::as_str);
            assert_eq!(signed, Ok(expected), "{id}");
        }
        let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
        let written = self.key.authorization(&request, &mut buffer);
        assert_eq!(written, Ok(authorization), "{id}");
        assert_eq!(self.key.authorization_len(), authorization.len(), "{id}");
        assert_eq!(self.key.verify(&request, authorization), Ok(()), "{id}");
    }
}

fn text<'a>(case: &'a Json, name: &str, id: &str) -> &'a str {
    case[name]
        .as_str()
        .unwrap_or_else(|| panic!("{id}: no text {name}"))
}
