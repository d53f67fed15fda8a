//! Every method of both clients, called against the service's double, which
//! computes the signature again from what arrives.

use std::sync::{Arc, Mutex};

use serde_json::{Map, Value, json};
use tokenmint::client::authing::{
    Api, ApiCode, ApiRequest as _, Authentication, AuthenticationClient,
    AuthenticationClientOptions, Envelope, Kind, Management, ManagementAuth, ManagementClient,
    ManagementClientOptions, Operation, Parameter, Row, Sent,
};
use tokenmint::http::{Body, Client, Headers, Request, Response};
use tokenmint_sim::Simulation;
use tokenmint_sim::authing::{Authing, KEY_ID, KEY_SECRET};
use tokenmint_sim::javascript::{Json, query};

const HOST: &str = "https://pool.authing.example";

/// Texts that a query, a path or JSON could get wrong.
const TEXTS: [&str; 3] = ["a b&c=d", "管 理+员", "\"quoted\\\u{7f}"];

fn rows<A: Api>() -> Vec<&'static Row> {
    let rows = A::rows().iter().copied().flatten().copied();
    rows.filter(|row| row.sent == Sent::Call).collect()
}

/// A value of what a parameter holds; of a list so many items.
fn value(row: &Row, parameter: &Parameter, items: usize) -> Option<Value> {
    let texts = || TEXTS.iter().cycle().take(items).copied();
    let object = json!({"z": 1, "a": ["x", true, {"n": 1.0}], "10": "ten", "9": null});
    Some(match parameter.kind {
        Kind::Text if row.endpoint.parameters().any(|it| it == parameter.wire) => "a/b c".into(),
        Kind::Text => TEXTS[items % TEXTS.len()].into(),
        Kind::Texts => texts().collect(),
        Kind::Integer => 7.into(),
        Kind::Integers => (0..items).collect(),
        Kind::Flag | Kind::FlagInQuery => (items > 0).into(),
        Kind::Object => object,
        Kind::Objects => std::iter::repeat_n(object, items).collect(),
        Kind::List => texts().collect(),
        Kind::Any => object,
        Kind::JsonText => object,
        Kind::Choice(values) => values[items % values.len()].into(),
        Kind::Choices(values) => values.iter().cycle().take(items).copied().collect(),
        _ => return None,
    })
}

fn operation<A: Api>(row: &'static Row, items: usize) -> Operation<A> {
    let mut operation = Operation::new(row);
    for parameter in row.parameters {
        if let Some(value) = value(row, parameter, items) {
            operation = operation.argument(parameter.name, value).unwrap();
        }
    }
    operation
}

fn pool(auth: ManagementAuth) -> ManagementClientOptions {
    ManagementClientOptions::new(KEY_ID, KEY_SECRET)
        .host(HOST)
        .auth(auth)
}

/// Whether the service has taken the proof of a call, whatever it says to it.
fn is_taken(answer: &Envelope) -> bool {
    !matches!(answer.status_code().number(), 401 | 403)
        && !matches!(
            answer.api_code(),
            Some(ApiCode::BadSignature | ApiCode::NotSignedIn)
        )
}

#[test]
fn every_method_of_a_pool_is_signed_as_the_service_reads_it() {
    let rows = rows::<Management>();
    assert_eq!(rows.len(), 508);
    for auth in [ManagementAuth::Signature, ManagementAuth::Bearer] {
        let simulation = Simulation::with_seed(3);
        simulation.add(&[HOST], Authing::new());
        let client = ManagementClient::with_http(&pool(auth), simulation.client()).unwrap();
        for row in &rows {
            for items in [0, 1, 2, 20] {
                let answer = client.send(&operation::<Management>(row, items));
                let answer = answer.unwrap_or_else(|error| panic!("{}: {error}", row.name()));
                assert!(is_taken(&answer), "{} with {items}: {answer:?}", row.name());
            }
        }
    }
}

#[test]
fn a_signature_of_another_text_is_refused() {
    let simulation = Simulation::with_seed(3);
    simulation.add(&[HOST], Authing::new());
    let http = simulation.client();
    let options = ManagementClientOptions::new(KEY_ID, "another secret").host(HOST);
    let client = ManagementClient::with_http(&options, http).unwrap();
    for row in rows::<Management>() {
        let answer = client.send(&operation::<Management>(row, 1)).unwrap();
        assert_eq!(
            answer.api_code(),
            Some(ApiCode::BadSignature),
            "{}",
            row.name()
        );
    }
}

/// What arrives at the service, as a server in JavaScript reads it.
fn read(request: &Request) -> Json {
    let raw = request.url.split_once('?').map_or("", |(_, raw)| raw);
    let body = request.body.as_ref().map(Body::as_bytes);
    match body {
        Some(body) => Json::parse(body).expect("JSON"),
        None => query(raw),
    }
}

#[test]
fn every_method_of_a_user_arrives_with_what_it_was_given() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&seen);
    let http = Client::new(move |request: Request| {
        record.lock().unwrap().push(request);
        let body = json!({"statusCode": 200, "data": {}}).to_string();
        Ok(Response::new(200, Headers::new(), body.into_bytes()))
    });
    let options = AuthenticationClientOptions::new("app-1")
        .app_secret("app-secret-1")
        .app_host("https://app.authing.example");
    let client = AuthenticationClient::with_http(&options, http).unwrap();
    let rows = rows::<Authentication>();
    assert_eq!(rows.len(), 138);
    for row in rows {
        for items in [0, 1, 2] {
            let call = operation::<Authentication>(row, items);
            client.send(&call).unwrap();
            let request = seen.lock().unwrap().pop().unwrap();
            assert_eq!(request.method, row.endpoint.method, "{}", row.name());
            let arrived = read(&request);
            for parameter in row.parameters {
                let wire = parameter.wire;
                let in_path = row.endpoint.parameters().any(|it| it == wire);
                let Some(given) = value(row, parameter, items).filter(|_| !in_path) else {
                    continue;
                };
                let mut found = Some(&arrived);
                for name in wire.split('.') {
                    found = found.and_then(|found| found.get(name));
                }
                let expected = expected(&given, parameter.kind, request.body.is_some());
                assert_eq!(
                    found.map(ToString::to_string),
                    expected.map(|expected| expected.to_string()),
                    "{} {wire}",
                    row.name()
                );
            }
        }
    }
}

/// A value as it arrives: in a body as it is, in a query as text.
fn expected(given: &Value, kind: Kind, in_body: bool) -> Option<Json> {
    let json = |value: &Value| Json::parse(value.to_string().as_bytes());
    match (kind, in_body) {
        (Kind::JsonText, _) => Some(Json::Text(given.to_string())),
        (_, true) => json(given),
        (_, false) => Some(Json::Text(
            given
                .as_str()
                .map_or_else(|| given.to_string(), str::to_owned),
        )),
    }
}

#[test]
fn a_query_of_any_form_is_signed_as_the_service_reads_it() {
    use tokenmint::http::{Endpoint, Method};

    static ROW: Row = Row::new(Endpoint::new("by_hand", Method::Get, "api/v9/x"), &[]);
    let simulation = Simulation::with_seed(3);
    simulation.add(&[HOST], Authing::new());
    let options = pool(ManagementAuth::Signature);
    let client = ManagementClient::with_http(&options, simulation.client()).unwrap();
    for arguments in [
        json!({"a": []}),
        json!({"a": ["x"]}),
        json!({"a": ["x", "y"], "b": 1.0, "c": 1e21, "d": true}),
        json!({"a": [1, true, null]}),
        json!({"a": {"b": [{"c": 1}, "d"], "2": "two", "1": "one"}}),
        json!({"a": [["x"], [[]], ["y", "z"]]}),
        json!({"a": {"b": {"c": {"d": {"e": {"f": "deep"}}}}}}),
    ] {
        let mut call = Operation::<Management>::new(&ROW);
        for (name, value) in arguments.as_object().cloned().unwrap_or_else(Map::new) {
            call = call.with(&name, value);
        }
        let answer = client.send(&call).unwrap();
        assert!(is_taken(&answer), "{arguments}: {answer:?}");
    }
}
