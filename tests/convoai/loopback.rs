//! Both clients over real connections.

use tokenmint::client::convoai::{AgentClient, Area, AsyncAgentClient};
use tokenmint::http::{Connection, Proxy};

use crate::fake::{config, runtime};
use crate::server::{Script, Server, answer};

fn echo() -> Server {
    Server::start(|_, request| {
        let id = request
            .line()
            .1
            .rsplit('/')
            .next()
            .unwrap_or("")
            .to_string();
        Script::send(answer(200, "", &format!("{{\"agent_id\":\"{id}\"}}")))
    })
}

#[test]
fn a_thousand_async_calls_lose_nothing() {
    let server = echo();
    let config = config(Area::Us).base_url(&server.url());
    let connection = Connection::new().proxy(Proxy::None);
    let client = AsyncAgentClient::connecting(&config, &connection).unwrap();
    runtime().block_on(async {
        let mut calls = Vec::new();
        for n in 0..1000 {
            let client = client.clone();
            calls.push(tokio::spawn(async move {
                client.agents().get(&format!("A{n}")).await
            }));
        }
        for (n, call) in calls.into_iter().enumerate() {
            let agent = call.await.unwrap().unwrap();
            assert_eq!(agent.agent_id, Some(format!("A{n}")));
        }
    });
    let tokens: std::collections::HashSet<_> = server
        .received()
        .iter()
        .map(|request| request.header("authorization").unwrap())
        .collect();
    assert!(tokens.len() > 990, "{} different tokens", tokens.len());
}

#[test]
fn a_blocking_client_is_shared_by_threads() {
    let server = echo();
    let config = config(Area::Us).base_url(&server.url());
    let connection = Connection::new().proxy(Proxy::None);
    let client = AgentClient::connecting(&config, &connection).unwrap();
    std::thread::scope(|scope| {
        for n in 0..32 {
            let client = &client;
            scope.spawn(move || {
                let agent = client.agents().get(&format!("A{n}")).unwrap();
                assert_eq!(agent.agent_id, Some(format!("A{n}")));
            });
        }
    });
}
