//! A thousand calls at once.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use tokenmint::http::{AsyncClient, Client, ReqwestTransport, UreqTransport};

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

/// A server that keeps connections, and how many there have been.
fn keeping() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            count.fetch_add(1, Ordering::SeqCst);
            thread::spawn(move || {
                let mut lines = BufReader::new(&stream).lines();
                // A GET has no body: an empty line ends it.
                while let Some(Ok(line)) = lines.next() {
                    let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
                    if line.is_empty() && (&stream).write_all(answer).is_err() {
                        return;
                    }
                }
            });
        }
    });
    (url, connections)
}

#[test]
fn a_hundred_threads_find_their_connections_again() {
    const THREADS: usize = 100;
    let (url, connections) = keeping();
    let client = Client::new(UreqTransport::new(&connection()).unwrap());
    let round = Barrier::new(THREADS);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for _ in 0..10 {
                    // All at once, so that each needs one of its own.
                    round.wait();
                    let call = TestCall::new(GET, &url).once();
                    assert_eq!(client.run(&call, &call).unwrap().status, 200);
                }
            });
        }
    });
    let opened = connections.load(Ordering::SeqCst);
    assert!(
        opened <= THREADS,
        "{opened} connections for {THREADS} threads"
    );
}
