//! A future of an async client may move between threads: every one of them, as a
//! runtime with several threads needs it.

#![cfg(all(
    feature = "convoai",
    feature = "ath-client",
    feature = "authing-client"
))]

use serde_json::json;
use tokenmint::ath::SigningKey;
use tokenmint::client::ath::{
    AsyncGatewayClient, AsyncNativeClient, AuthorizeRequest, ClientConfig, Developer, Polling,
    RegisterRequest,
};
use tokenmint::client::authing::management::ListUsers;
use tokenmint::client::authing::{
    ApiRequest, AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClientOptions,
    Management, ManagementClientOptions, authentication::GetProfile,
};
use tokenmint::client::convoai::types::agents::{AgentFilter, Speak};
use tokenmint::client::convoai::{
    Agent, Area, AsyncAgentClient, ClientConfig as ConvoAiConfig, SessionOptions, agents,
};
use tokenmint::http::{AsyncClient, Request, TransportError, TransportErrorKind};

fn http() -> AsyncClient {
    AsyncClient::new(|_: Request| {
        core::future::ready(Err(TransportError::not_sent(TransportErrorKind::Other)))
    })
}

/// Takes what another thread could poll.
fn moves<T: Send>(_: T) {}

#[test]
fn of_conversational_ai() {
    let config = ConvoAiConfig::new(Area::Us, "970ca35de60c44645bbae8a215061b33").auth_token("t");
    let client = AsyncAgentClient::with_http(&config, http()).unwrap();
    moves(client.send(&agents::get("A1")));
    moves(client.agents().get("A1"));
    moves(client.stop_agent("A1"));
    moves(client.select_best_domain());
    let mut pages = client.agents().list_all(&AgentFilter::new());
    moves(pages.next_page());
    moves(pages.next_item());
    let session =
        Agent::new().create_async_session(&client, SessionOptions::new("lobby", "1001", &["100"]));
    moves(session.start());
    moves(session.say(&Speak::text_of("hello")));
    moves(session.all_turns(None));
    moves(session.run_renewals());
    moves(session.stop());
}

#[test]
fn of_ath() {
    let key = SigningKey::from_bytes(&[7; 32]).unwrap();
    let agent = "https://agent.example.com/.well-known/agent.json";
    let config = ClientConfig::new("https://gateway.example.com", agent, key);
    let gateway = AsyncGatewayClient::with_http(&config, http()).unwrap();
    let developer = Developer::new("Example", "example.com");
    moves(gateway.discover());
    moves(gateway.register(&RegisterRequest::new(developer)));
    moves(gateway.agent_status());
    moves(gateway.authorize(&AuthorizeRequest::new("github", &["repo"])));
    moves(gateway.exchange_token("code", "session"));
    moves(gateway.exchange_when_ready("session", Polling::DEFAULT));
    moves(gateway.proxy("github", "GET", "/user", Some(&json!({}))));
    moves(gateway.revoke());
    let native = AsyncNativeClient::with_http(&config, http()).unwrap();
    moves(native.discover());
    moves(native.api("GET", "/x", None));
}

#[test]
fn of_authing() {
    let options = AuthenticationClientOptions::new("64f0c0ffee0000000000a001");
    let user = AsyncAuthenticationClient::with_http(&options, http()).unwrap();
    moves(user.get_profile(&GetProfile::new()));
    moves(user.verify_id_token("t", Some("n")));
    moves(user.introspect_token_offline("t"));
    moves(user.get_access_token_by_code("c", None));
    let options = ManagementClientOptions::new("ak-1", "sk-secret-1");
    let pool = AsyncManagementClient::with_http(&options, http()).unwrap();
    moves(pool.list_users(&ListUsers::new()));
}

/// Also where the type of the request is not known.
#[test]
fn of_any_request() {
    fn send<R: ApiRequest<Api = Management>>(pool: &AsyncManagementClient, request: &R) {
        moves(pool.send(request));
    }
    let options = ManagementClientOptions::new("ak-1", "sk-secret-1");
    let pool = AsyncManagementClient::with_http(&options, http()).unwrap();
    send(&pool, &ListUsers::new());
}
