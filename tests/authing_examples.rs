//! Every example of the Authing clients, run against a server on the loopback
//! interface.

#![cfg(all(feature = "authing-client", feature = "ureq3", feature = "reqwest013"))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[allow(dead_code)]
#[path = "../examples/authing_create_role.rs"]
mod create_role;
#[cfg(feature = "authing-events")]
#[allow(dead_code)]
#[path = "../examples/authing_events.rs"]
mod events;
#[allow(dead_code)]
#[path = "../examples/authing_hosted_login.rs"]
mod hosted_login;
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
#[cfg(feature = "authing-events")]
#[path = "support/websocket.rs"]
mod websocket;

use serde_json::{Value, json};
use server::{Received, Script, Server, answer};
use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, ManagementClientOptions,
};
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

#[test]
fn hosted_login_and_callback() {
    // Key set and ID token are recorded ones.
    let recorded: Value = serde_json::from_str(include_str!("vectors/authing.json")).unwrap();
    let recorded = recorded["oidc_tokens"].clone();
    let keys = recorded["jwks"].to_string();
    let id_token = recorded["vectors"][0]["token"].clone();
    let tokens = json!({"access_token": "AT", "id_token": id_token, "expires_in": 3600});
    let server = Server::start(move |_, request| {
        let body = match request.line() {
            ("POST", "/oidc/token") => tokens.to_string(),
            ("GET", "/oidc/.well-known/jwks.json") => keys.clone(),
            other => panic!("{other:?}"),
        };
        Script::send(answer(200, "", &body))
    });
    let options = AuthenticationClientOptions::new(recorded["app_id"].as_str().unwrap())
        .app_secret("secret-1")
        .app_host(&server.url())
        .issuer(recorded["issuer"].as_str().unwrap())
        .redirect_uri("https://app.example.com/callback");
    let client = AuthenticationClient::new(&options).unwrap();
    let (url, session) = hosted_login::begin(&client).unwrap();
    let kept: Value = serde_json::from_str(&session).unwrap();
    let member = |name: &str| kept[name].as_str().unwrap().to_owned();
    let state = member("state");
    assert!(url.contains(&format!("state={state}")), "{url}");
    assert!(url.contains("&prompt=consent&code_challenge="), "{url}");
    // The recorded token is of the sign-in n-1.
    let session = session.replace(&member("nonce"), "n-1");
    let back = |state: &str| format!("https://app.example.com/callback?state={state}&code=code-1");

    let refused = hosted_login::callback(&client, &session, &back("another"));
    assert!(refused.is_err() && server.received().is_empty());
    let (claims, logout_url) = hosted_login::callback(&client, &session, &back(&state)).unwrap();
    assert_eq!(claims.subject(), Some("user-1"));
    assert!(
        logout_url.contains("/oidc/session/end?id_token_hint="),
        "{logout_url}"
    );
    let received = server.received();
    let form = String::from_utf8(received[0].body.clone()).unwrap();
    let verifier = member("code_verifier");
    assert!(
        form.ends_with(&format!("&code_verifier={verifier}")),
        "{form}"
    );
    assert_eq!(client.access_token(), None, "tokens belong to one user");

    let session = session.replace("n-1", "n-2");
    let refused = hosted_login::callback(&client, &session, &back(&state));
    assert!(refused.is_err(), "the token of another sign-in");
}

#[cfg(feature = "authing-events")]
#[test]
fn events_of_a_user_pool() {
    use server::Act;
    use websocket::{open, text};

    let server =
        Server::start(|_, received| open(received, [text("one"), text("two"), Act::AwaitEnd]));
    let host = server.url().replace("http://", "ws://");
    let mut seen = Vec::new();
    events::run(&pool(&server).websocket_host(&host), |event| {
        seen.push(event.to_owned());
        seen.len() < 2
    })
    .unwrap();
    assert_eq!(seen, ["one", "two"]);
}
