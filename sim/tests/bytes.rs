//! What clients send does not depend on how the maps of `serde_json` are ordered.
//!
//! Its feature `preserve_order` is off where this package is built alone, and on
//! where another package of the same build asks for it: the same bytes are
//! expected in both.

use std::sync::{Arc, Mutex};

use serde_json::json;
use tokenmint::client::authing::authentication::GetLoginHistory;
use tokenmint::client::authing::management::CreateRole;
use tokenmint::client::authing::{
    ApiRequest as _, AuthenticationClient, AuthenticationClientOptions, ManagementClient,
    ManagementClientOptions,
};
use tokenmint::client::convoai::types::agents::{Properties, StartAgent};
use tokenmint::client::convoai::{AgentClient, Area, ClientConfig};
use tokenmint::http::{Client, Headers, Request, Response};

/// A client's way out, and what went it.
fn wire(answer: &'static str) -> (Client, impl Fn() -> (String, String)) {
    let sent: Arc<Mutex<Vec<Request>>> = Arc::default();
    let kept = Arc::clone(&sent);
    let client = Client::new(move |request: Request| {
        kept.lock().unwrap().push(request);
        Ok(Response::new(200, Headers::new(), answer.into()))
    });
    let last = move || {
        let request = sent.lock().unwrap().pop().unwrap();
        let body = request.body.map(|body| body.as_bytes().to_vec());
        let body = String::from_utf8(body.unwrap_or_default()).unwrap();
        (request.url, body)
    };
    (client, last)
}

#[test]
fn members_of_an_agents_body_are_in_alphabetical_order() {
    let (http, last) = wire(r#"{"agent_id": "A1"}"#);
    let config = ClientConfig::new(Area::Us, "970ca35de60c44645bbae8a215061b33").auth_token("t");
    let client = AgentClient::with_http(&config, http).unwrap();
    let properties = Properties::new().token("t").channel("lobby").with(
        "llm",
        json!({"url": "u", "params": {"z": 1, "a": [{"y": 2, "b": 3}]}}),
    );
    let mut body = StartAgent::named("support", properties.to_map());
    body.extra.insert("a_new_member".into(), json!(null));
    client.agents().start(&body).unwrap();
    assert_eq!(
        last().1,
        "{\"a_new_member\":null,\"name\":\"support\",\"properties\":{\"channel\":\"lobby\",\
         \"llm\":{\"params\":{\"a\":[{\"b\":3,\"y\":2}],\"z\":1},\"url\":\"u\"},\"token\":\"t\"}}"
    );
}

/// The query is the one that was recorded of the official SDK for Python.
#[test]
fn parameters_of_authing_are_in_the_order_of_the_table() {
    let (http, last) = wire(r#"{"statusCode": 200}"#);
    let options = AuthenticationClientOptions::new("64f0c0ffee0000000000a001");
    let client = AuthenticationClient::with_http(&options, http).unwrap();
    let request = GetLoginHistory::new().page(1).limit(10).success(true);
    let request = request.start(1_650_000_000_000);
    client.get_login_history(&request).unwrap();
    let (url, _) = last();
    let (_, query) = url.split_once('?').unwrap();
    assert_eq!(query, "success=true&start=1650000000000&page=1&limit=10");

    let (http, last) = wire(r#"{"statusCode": 200}"#);
    let options = ManagementClientOptions::new("ak-000001", "sk-secret-000001");
    let client = ManagementClient::with_http(&options, http).unwrap();
    let role = CreateRole::new("admin").description("d").with("z", 1);
    client.create_role(&role.with("b", 2)).unwrap();
    assert_eq!(
        last().1,
        r#"{"code":"admin","description":"d","z":1,"b":2}"#
    );
}
