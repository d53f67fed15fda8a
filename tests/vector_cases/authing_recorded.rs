//! Signed requests as another SDK sent them, sent again by the clients.

use serde_json::Value;
use tokenmint::authing::DateFormat;
use tokenmint::client::authing::{
    ApiRequest, AsyncManagementClient, Management, ManagementClient, ManagementClientOptions,
    Operation, Row,
};
use tokenmint::http::{AuthKind, BodyKind, Endpoint, Method, RequestOptions};

use super::world::World;
use crate::authing::{body_fields, query_fields};
use crate::now::now;
use crate::support::{known, object, unhex};

const MEMBERS: [&str; 7] = ["id", "note", "call", "arg", "options", "requests", "result"];

pub fn run(id: &str, case: &Value) {
    known(id, case, &MEMBERS);
    let given = &case["options"];
    let text = |name: &str| given[name].as_str();
    known(
        id,
        given,
        &["accessKeyId", "accessKeySecret", "tenantId", "lang", "host"],
    );
    let mut options = ManagementClientOptions::new(
        text("accessKeyId").expect(id),
        text("accessKeySecret").expect(id),
    )
    .host("http://authing.test")
    .allow_plain_http(true)
    .date_format(DateFormat::Rfc1123);
    if let Some(tenant) = text("tenantId") {
        options = options.tenant_id(tenant);
    }
    if let Some(lang) = text("lang") {
        options = options.lang(lang);
    }
    let requests = case["requests"].as_array().expect(id);
    assert!(!requests.is_empty(), "{id}: no requests");
    for request in requests {
        let operation = operation(id, request, &case["arg"]);
        for asynchronous in [false, true] {
            let world = World::new(id, &"default".into());
            let nonce = request["headers"]["x-authing-signature-nonce"].as_str();
            world.set_random(&unhex(nonce.expect(id)));
            let answer = if asynchronous {
                let client = AsyncManagementClient::with_http(&options, world.asynchronous());
                now(client.expect(id).send(&operation))
            } else {
                let client = ManagementClient::with_http(&options, world.blocking());
                client.expect(id).send(&operation)
            };
            assert!(answer.expect(id).is_success(), "{id}");
            let sent = world.take_requests();
            assert_eq!(sent.len(), 1, "{id}");
            for name in [
                "authorization",
                "date",
                "x-authing-lang",
                "x-authing-app-id",
            ] {
                let recorded = request["headers"][name].as_str();
                assert_eq!(sent[0].headers.get(name), recorded, "{id}: {name}");
            }
        }
    }
}

/// The recorded request as a call: its verb, its path, and what was signed.
fn operation(id: &str, request: &Value, arg: &Value) -> Operation<Management> {
    let text = |name: &str| request[name].as_str().expect(id);
    let (method, body) = match text("method") {
        "GET" => (Method::Get, BodyKind::None),
        "POST" => (Method::Post, BodyKind::Json),
        "DELETE" => (Method::Delete, BodyKind::None),
        other => panic!("{id}: unknown method {other:?}"),
    };
    let path = text("path").strip_prefix('/').expect(id).to_owned();
    // A row lasts as long as the program; these are few.
    let row = Box::leak(Box::new(Row::new(
        Endpoint::new("recorded", method, path.leak())
            .body(body)
            .auth(AuthKind::Client),
        &[],
    )));
    let fields = match method {
        Method::Get => query_fields(id, request["query"].as_str().unwrap_or_default(), arg),
        Method::Delete => object(id, arg).clone(),
        _ => body_fields(id, &request["body"]),
    };
    let mut options = RequestOptions::new();
    // The library says its own name unless it is told another.
    if let Some(name) = request["headers"]["x-authing-sdk-version"].as_str() {
        options = options.header("x-authing-sdk-version", name).expect(id);
    }
    let mut operation = Operation::new(row);
    for (name, value) in fields {
        // Only what is asked for in so many words is sent as null.
        if value.is_null() {
            options = options.body_field(&name, value);
        } else {
            operation = operation.with(&name, value);
        }
    }
    operation.with_options(options)
}
