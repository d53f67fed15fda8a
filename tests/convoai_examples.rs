//! Every example of the Conversational AI client, run against a server on the
//! loopback interface: the flows of its authentication page.

#![cfg(all(feature = "convoai", feature = "ureq3", feature = "reqwest013"))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[allow(dead_code)]
#[path = "../examples/convoai_app_credentials.rs"]
mod app_credentials;
#[allow(dead_code)]
#[path = "../examples/convoai_app_credentials_async.rs"]
mod app_credentials_async;
#[allow(dead_code)]
#[path = "../examples/convoai_basic.rs"]
mod basic;
#[allow(dead_code)]
#[path = "../examples/convoai_manual_tokens.rs"]
mod manual_tokens;
#[allow(dead_code)]
#[path = "../examples/convoai_notifications.rs"]
mod notifications;
#[path = "support/server.rs"]
mod server;
#[allow(dead_code)]
#[path = "../examples/convoai_session.rs"]
mod session;
#[allow(dead_code)]
#[path = "../examples/convoai_token.rs"]
mod token;

use serde_json::{Value, json};
use server::{Received, Script, Server, answer};
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::client::convoai::{Area, ClientConfig};

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const CERTIFICATE: &str = "fedcba9876543210fedcba9876543210";

/// A service that answers as the real one describes.
fn service() -> Server {
    Server::start(|_, request| {
        let (method, target) = request.line();
        let path = target.split('?').next().unwrap_or("");
        let first = !target.contains("cursor");
        let body = match (method, path.rsplit('/').next().unwrap_or("")) {
            ("GET", "agents") => json!({
                "data": {"list": [{"agent_id": "A1", "status": "RUNNING"}]},
                "meta": {"cursor": if first { "A1" } else { "" }},
            }),
            ("GET", "phone-numbers") => json!([{"phone_number": "+15550100"}]),
            ("GET", "history") => json!({"contents": [{"role": "user", "content": "hi"}]}),
            ("GET", "A1") => json!({"agent_id": "A1", "status": "RUNNING"}),
            ("POST", "join" | "speak") => json!({"agent_id": "A1"}),
            ("POST", "leave") if path.contains("A1") => json!({}),
            _ => return Script::send(answer(404, "", "{\"reason\":\"TaskNotFound\"}")),
        };
        Script::send(answer(200, "", &body.to_string()))
    })
}

fn app(server: &Server) -> ClientConfig {
    ClientConfig::new(Area::Us, APP_ID)
        .app_certificate(CERTIFICATE)
        .base_url(&server.url())
}

fn authorization(request: &Received) -> String {
    request.header("authorization").expect("an authorization")
}

/// The seconds that a minted token lasts.
fn lifetime(token: &str) -> u32 {
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("a token");
    assert_eq!(parsed.app_id(), APP_ID);
    parsed.expire().as_seconds()
}

fn minted(request: &Received) -> u32 {
    let value = authorization(request);
    lifetime(value.strip_prefix("agora token=").expect("a token"))
}

#[test]
fn with_app_credentials() {
    let server = service();
    assert_eq!(app_credentials::run(&app(&server)).unwrap(), 2);
    let received = server.received();
    assert_eq!(received.len(), 2, "two pages");
    assert!(received.iter().all(|request| minted(request) == 86_400));
    assert_ne!(authorization(&received[0]), authorization(&received[1]));
}

#[test]
fn with_app_credentials_async() {
    let server = service();
    let ids: Vec<_> = (0..20).map(|n| format!("A{n}")).collect();
    let stopped = tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(app_credentials_async::run(app(&server), &ids));
    assert_eq!(stopped.unwrap(), 20);
    assert_eq!(
        server.received().iter().map(minted).sum::<u32>(),
        20 * 86_400
    );
}

#[test]
fn with_basic() {
    let server = service();
    let config = ClientConfig::new(Area::Us, APP_ID)
        .basic("Aladdin", "open sesame")
        .base_url(&server.url());
    assert_eq!(basic::run(&config).unwrap(), ["+15550100"]);
    // RFC 7617 has this answer.
    let expected = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
    assert_eq!(authorization(&server.received()[0]), expected);
}

#[test]
fn with_a_token() {
    let server = service();
    for given in ["007abc", "agora token=007abc"] {
        let config = ClientConfig::new(Area::Us, APP_ID)
            .auth_token(given)
            .base_url(&server.url());
        assert_eq!(token::run(&config, "A1").unwrap(), "RUNNING");
        assert_eq!(token::run(&config, "A2").unwrap(), "gone");
    }
    for request in server.received() {
        assert_eq!(authorization(&request), "agora token=007abc");
    }
}

#[test]
fn with_tokens_by_hand() {
    let server = service();
    let started = manual_tokens::run(APP_ID, CERTIFICATE, Some(&server.url()));
    assert_eq!(started.unwrap(), "A1");
    let request = &server.received()[0];
    assert_eq!(minted(request), 1800);
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    let join = body["properties"]["token"].as_str().unwrap();
    assert_eq!(lifetime(join), 1800);
}

#[test]
fn with_a_session_of_twelve_hours() {
    let server = service();
    let agent = session::agent("https://llm.example.com", "k", "k").unwrap();
    session::run(&app(&server), &agent).unwrap();
    let received = server.received();
    let paths: Vec<_> = received
        .iter()
        .map(|request| request.line().1.rsplit('/').next().unwrap().to_string())
        .collect();
    assert_eq!(paths, ["join", "speak", "history", "leave"]);
    assert!(received.iter().all(|request| minted(request) == 43_200));
    let body: Value = serde_json::from_slice(&received[0].body).unwrap();
    let join = body["properties"]["token"].as_str().unwrap();
    assert_eq!(lifetime(join), 43_200);
}

#[test]
fn notifications_are_answered_by_their_signatures() {
    use tokenmint::agora::notification::{SIGNATURE_HEADER, sign};
    use tokenmint::client::convoai::notification::Receiver;

    let runtime = tokio::runtime::Runtime::new().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = listener.unwrap();
    let address = listener.local_addr().unwrap();
    let server = notifications::server(Receiver::new("secret").unwrap());
    runtime.spawn(async move { axum::serve(listener, server).await });

    let post = |headers: &str, body: &str| {
        use std::io::{Read as _, Write as _};
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let length = body.len();
        let head = "POST /notifications HTTP/1.1\r\nhost: x\r\nconnection: close\r\n";
        write!(
            stream,
            "{head}content-length: {length}\r\n{headers}\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split(' ').nth(1).unwrap().to_string()
    };
    let signed = |body: &str| {
        let signature = sign("secret", body.as_bytes()).unwrap();
        let signature = String::from_utf8(signature.to_vec()).unwrap();
        format!("{SIGNATURE_HEADER}: {signature}\r\n")
    };
    let body = r#"{"noticeId":"n","productId":17,"eventType":101,"payload":{"agent_id":"A1"}}"#;
    assert_eq!(post(&signed(body), body), "200");
    assert_eq!(
        post(&signed(body), body),
        "200",
        "a duplicate is not sent again"
    );
    assert_eq!(post(&signed("{}"), body), "401");
    assert_eq!(post("", body), "401");
    assert_eq!(post(&signed("{}"), "{}"), "400");
}
