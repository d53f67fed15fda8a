//! A thousand calls at once.

use std::collections::HashSet;
use std::sync::Arc;

use tokenmint::http::{AsyncClient, ReqwestTransport};

use crate::caller::{GET, TestCall, connection, runtime};
use crate::server::{Script, Server, answer};

#[test]
fn a_thousand_calls_lose_nothing() {
    let server = Server::start(|n, request| {
        // Every tenth connection fails, so that repetitions happen as well.
        let id = request
            .line()
            .1
            .split(['/', '?'])
            .nth(2)
            .unwrap_or("")
            .to_string();
        if n % 10 == 0 && n < 1000 {
            return Script::send(answer(503, "retry-after: 0\r\n", ""));
        }
        Script::send(answer(200, "", &id))
    });
    let answers = runtime().block_on(async {
        let client = AsyncClient::new(ReqwestTransport::new(&connection()).unwrap());
        let url = Arc::new(server.url());
        let mut calls = Vec::new();
        for n in 0..1000 {
            let (client, url) = (client.clone(), url.clone());
            calls.push(tokio::spawn(async move {
                let mut call = TestCall::new(GET, &url);
                call.id = format!("n{n}");
                call.settings.retry.max_retries = 5;
                client.run(&call, &call).await.map(|answer| answer.text())
            }));
        }
        let mut answers = Vec::new();
        for call in calls {
            answers.push(call.await.expect("no panic").expect("an answer"));
        }
        answers
    });
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(*answer, format!("n{n}"));
    }
    assert_eq!(answers.iter().collect::<HashSet<_>>().len(), 1000);
}
