//! Every example of the Authing clients, run against a server on the loopback
//! interface.

#![cfg(all(feature = "authing-client", feature = "ureq3", feature = "reqwest013"))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[allow(dead_code)]
#[path = "../examples/authing_create_role.rs"]
mod create_role;
#[allow(dead_code)]
#[path = "../examples/authing_list_users.rs"]
mod list_users;
#[allow(dead_code)]
#[path = "../examples/authing_private_deployment.rs"]
mod private_deployment;
#[path = "support/server.rs"]
mod server;
#[allow(dead_code)]
#[path = "../examples/authing_sign_in.rs"]
mod sign_in;

use serde_json::{Value, json};
use server::{Received, Script, Server, answer};
use tokenmint::client::authing::{AuthenticationClientOptions, ManagementClientOptions};
use tokenmint::http::Tls;

/// A service that answers as the real one describes.
fn service() -> Server {
    Server::start(|_, request| {
        let body = match request.line() {
            ("POST", "/api/v3/signin") => json!({
                "statusCode": 200, "data": {"access_token": "user-token", "token_type": "Bearer"},
            }),
            ("POST", "/api/v3/update-profile") => json!({
                "statusCode": 200, "data": {"userId": "u1", "nickname": "Nick"},
            }),
            ("POST", "/api/v3/list-users") => json!({
                "statusCode": 200,
                "data": {"totalCount": 2, "list": [{"userId": "u1"}, {"userId": "u2"}]},
            }),
            ("POST", "/api/v3/create-role") => json!({
                "statusCode": 409, "message": "exists", "requestId": "req-1",
            }),
            // The service answers this one without an envelope.
            ("GET", "/api/v3/system") => json!({"version": {"server": "v3"}}),
            _ => json!({"statusCode": 404, "message": "no such endpoint"}),
        };
        Script::send(answer(200, "", &body.to_string()))
    })
}

fn body(request: &Received) -> Value {
    serde_json::from_slice(&request.body).expect("JSON")
}

fn pool(server: &Server) -> ManagementClientOptions {
    ManagementClientOptions::new("ak-1", "sk-1").host(&server.url())
}

#[test]
fn signing_in() {
    let server = service();
    let options = AuthenticationClientOptions::new("app-1")
        .app_secret("secret-1")
        .app_host(&server.url());
    let profile = sign_in::run(&options, "test@example.com", "passw0rd").unwrap();
    assert_eq!(profile["nickname"], "Nick");
    let received = server.received();
    assert_eq!(
        body(&received[0]),
        json!({
            "connection": "PASSWORD",
            "passwordPayload": {"email": "test@example.com", "password": "passw0rd"},
            "options": {"scope": "openid profile offline_access"},
            "client_id": "app-1",
            "client_secret": "secret-1",
        })
    );
    assert_eq!(received[0].header("authorization"), None);
    assert_eq!(
        received[1].header("authorization").as_deref(),
        Some("user-token")
    );
    assert_eq!(
        received[1].header("x-authing-app-id").as_deref(),
        Some("app-1")
    );
    assert_eq!(body(&received[1]), json!({"nickname": "Nick"}));
}

#[test]
fn listing_users() {
    let server = service();
    assert_eq!(list_users::run(&pool(&server)).unwrap(), ["u1", "u2"]);
    let received = server.received();
    assert_eq!(
        body(&received[0]),
        json!({"options": {"pagination": {"page": 1, "limit": 10}}})
    );
    let authorization = received[0].header("authorization").unwrap();
    assert!(
        authorization.starts_with("authing ak-1:"),
        "{authorization}"
    );
}

#[test]
fn creating_a_role() {
    let server = service();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let said = runtime.block_on(create_role::run(&pool(&server))).unwrap();
    assert_eq!(said, "is there already");
    let sent = body(&server.received()[0]);
    assert_eq!(
        sent,
        json!({"code": "admin", "description": "Administrators"})
    );
}

#[test]
fn a_private_deployment() {
    let server = service();
    let version = private_deployment::run(&server.url(), Tls::new()).unwrap();
    assert_eq!(version, "v3");
    let lang = server.received()[0].header("x-authing-lang");
    assert_eq!(lang.as_deref(), Some("en-US"));
}
