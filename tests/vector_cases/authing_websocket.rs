//! Recorded event streams, played to both clients of their kind by a server on
//! the loopback interface.

use std::collections::BTreeMap;

use serde_json::Value;
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClient,
    AuthenticationClientOptions, ManagementClient, ManagementClientOptions,
};
use tokenmint::http::{AsyncClient, Client, Error, Request, Response, TransportError};

use crate::authing::secrets_by_id;
use crate::now::now;
use crate::server::{Act, Server};
use crate::support::{known, object};
use crate::tally::Tally;
use crate::websocket::{open, text};

const MEMBERS: [&str; 7] = [
    "request_line",
    "headers",
    "callback_messages",
    "error",
    "stdout",
    "note",
    "corrected",
];

pub fn run(groups: &Value, file: &Value) {
    let secrets = secrets_by_id(file);
    for (group, cases) in object("websocket", groups) {
        let mut tally = Tally::new(format!("websocket.{group}, clients"));
        for (name, case) in object(group, cases) {
            tally.case(name, case, |id, recorded, case| {
                known(id, case, &MEMBERS);
                // Nothing is ever printed: the tests would show it.
                let printed = case["stdout"].as_str().unwrap_or_default();
                assert_eq!(printed, "", "{id}");
                if case["error"].is_null() {
                    connection(id, recorded, case, &secrets);
                } else {
                    refusal(id, name);
                }
            });
        }
        tally.finish();
    }
}

/// What to subscribe by.
enum Kind {
    User { access_token: String },
    Pool { id: String, secret: String },
}

/// Subscribes with both clients; gives all that came from each.
fn subscribe(kind: &Kind, host: &str, code: &str, count: usize) -> [Result<Vec<String>, Error>; 2] {
    let http = || Client::new(|request: Request| none(&request));
    let async_http = || AsyncClient::new(|request: Request| async move { none(&request) });
    match kind {
        Kind::User { access_token } => {
            let options = AuthenticationClientOptions::new("app")
                .access_token(access_token)
                .websocket_host(host);
            let client = AuthenticationClient::with_http(&options, http()).unwrap();
            let other = AsyncAuthenticationClient::with_http(&options, async_http()).unwrap();
            [
                client
                    .sub_event(code)
                    .and_then(|events| events.take(count).collect()),
                now(async {
                    let mut events = other.sub_event(code).await?;
                    take(&mut events, count).await
                }),
            ]
        }
        Kind::Pool { id, secret } => {
            let options = ManagementClientOptions::new(id, secret).websocket_host(host);
            let client = ManagementClient::with_http(&options, http()).unwrap();
            let other = AsyncManagementClient::with_http(&options, async_http()).unwrap();
            [
                client
                    .sub_event(code)
                    .and_then(|events| events.take(count).collect()),
                now(async {
                    let mut events = other.sub_event(code).await?;
                    take(&mut events, count).await
                }),
            ]
        }
    }
}

async fn take(
    events: &mut tokenmint::client::authing::events::AsyncEvents,
    count: usize,
) -> Result<Vec<String>, Error> {
    let mut all = Vec::new();
    while all.len() < count {
        all.push(events.next().await.expect("an event")?);
    }
    Ok(all)
}

fn none(request: &Request) -> Result<Response, TransportError> {
    panic!("{} was asked for", request.target());
}

fn connection(id: &str, recorded: &Value, case: &Value, secrets: &BTreeMap<String, String>) {
    let line = recorded["request_line"].as_str().expect(id);
    let target = line.strip_prefix("GET ").expect(id);
    let target = target.strip_suffix(" HTTP/1.1").expect(id);
    let (_, query) = target.split_once("?code=").expect(id);
    let authorization = case["headers"]["authorization"].as_str();
    let (code, kind) = match (query.split_once("&token="), authorization) {
        (Some((code, token)), None) => {
            let access_token = token.to_owned();
            (code, Kind::User { access_token })
        }
        (None, Some(value)) => {
            let (key_id, _) = value
                .strip_prefix("authing ")
                .and_then(|rest| rest.rsplit_once(':'))
                .expect(id);
            let secret = secrets.get(key_id).expect(id).clone();
            let key_id = key_id.to_owned();
            (query, Kind::Pool { id: key_id, secret })
        }
        other => panic!("{id}: nothing, or too much, authorizes this: {other:?}"),
    };
    let messages: Vec<String> = case["callback_messages"]
        .as_array()
        .expect(id)
        .iter()
        .map(|message| message.as_str().expect(id).to_owned())
        .collect();
    let said = messages.clone();
    let server = Server::start(move |_, received| {
        let texts: Vec<Act> = said.iter().map(|message| text(message)).collect();
        open(received, texts.into_iter().chain([Act::AwaitEnd]))
    });
    let host = server.url().replace("http://", "ws://");
    for result in subscribe(&kind, &host, code, messages.len()) {
        assert_eq!(result.expect(id), messages, "{id}");
    }
    let received = server.received();
    assert_eq!(received.len(), 2, "{id}");
    for request in received {
        let line = request.head.lines().next();
        assert_eq!(line, case["request_line"].as_str(), "{id}");
        let header = request.header("authorization");
        assert_eq!(header.as_deref(), authorization, "{id}");
    }
}

/// The argument that is missing is in the name.
fn refusal(id: &str, name: &str) {
    let user = |access_token: &str| Kind::User {
        access_token: access_token.to_owned(),
    };
    let pool = Kind::Pool {
        id: "ak".to_owned(),
        secret: "sk".to_owned(),
    };
    let cases = if name.contains("no_token") {
        vec![(user(""), "code")]
    } else if name.contains("empty_code") {
        vec![(user("token"), ""), (pool, "")]
    } else {
        panic!("{id}: a refusal that is not foreseen");
    };
    for (kind, code) in cases {
        for result in subscribe(&kind, "ws://127.0.0.1:9", code, 1) {
            let error = result.expect_err(id);
            assert!(error.kind().is_local(), "{id}: {error:?}");
        }
    }
}
