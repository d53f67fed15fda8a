//! A limit in time is one: whatever is slow, the call ends soon after it, with
//! both adapters.

use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use tokenmint::http::{
    AsyncClient, Client, ErrorKind, Failure, ReqwestTransport, Timeouts, UreqTransport,
};

use crate::caller::{ADAPTERS, GET, TestCall, connection, runtime};
use crate::server::{Act, Script, Server, answer};

const LIMIT: Duration = Duration::from_millis(600);
/// For a clock that is coarse.
const EARLY: Duration = Duration::from_millis(20);
/// For a machine that is busy.
const LATE: Duration = Duration::from_secs(2);

/// Each byte takes a third of the limit, so no single read is too slow.
fn dripping(bytes: &[u8]) -> Vec<Act> {
    let drip = |byte: &u8| [Act::Send(vec![*byte]), Act::Pause(LIMIT / 3)];
    bytes.iter().flat_map(drip).collect()
}

fn ends_in_time(what: &str, url: &str, was_sent: bool) {
    for adapter in ADAPTERS {
        let call = TestCall::new(GET, url).once();
        let call = TestCall {
            options: call.options.clone().timeout(LIMIT),
            ..call
        };
        let began = Instant::now();
        let (result, _) = adapter.run(&connection(), &call);
        let took = began.elapsed();
        let error = result.expect_err(what);
        assert_eq!(
            error.kind(),
            ErrorKind::Timeout,
            "{what} {adapter:?}: {error:?}"
        );
        assert!(
            (LIMIT - EARLY..LIMIT + LATE).contains(&took),
            "{what} {adapter:?}: {took:?}"
        );
        let failures = call.failures.lock().unwrap();
        let other_host = failures.iter().all(Failure::allows_other_host);
        assert!(other_host || was_sent, "{what} {adapter:?}: {failures:?}");
    }
}

#[test]
fn a_dripping_head_and_a_dripping_body() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n";
    let server = Server::start(move |_, _| Script::acts(dripping(head)));
    ends_in_time("a dripping head", &server.url(), true);
    let server = Server::start(move |_, _| {
        let body = dripping(b"0123456789");
        Script::acts([Act::Send(head.to_vec())].into_iter().chain(body))
    });
    ends_in_time("a dripping body", &server.url(), true);
    let server = Server::start(|_, _| {
        let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let chunks = dripping(b"1\r\nx\r\n1\r\nx\r\n1\r\nx\r\n0\r\n\r\n");
        Script::acts([Act::Send(head.to_vec())].into_iter().chain(chunks))
    });
    ends_in_time("dripping chunks", &server.url(), true);
    let server = Server::start(move |_, _| {
        Script::acts([
            Act::Pause(LIMIT * 2 / 3),
            Act::Send(head.to_vec()),
            Act::Pause(LIMIT * 2 / 3),
            Act::Send(b"0123456789".to_vec()),
        ])
    });
    ends_in_time("a slow head and a slow body", &server.url(), true);
}

#[test]
fn a_connection_that_is_not_accepted() {
    // Of one place: once taken, whoever comes later is let wait by the system.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let mut waiting = Vec::new();
    for _ in 0..10_000 {
        match TcpStream::connect_timeout(&address, Duration::from_millis(100)) {
            Ok(stream) => waiting.push(stream),
            Err(_) => break,
        }
    }
    ends_in_time("a full queue", &format!("http://{address}"), false);
}

#[test]
fn tls_that_does_not_begin_and_tls_that_drips() {
    let server = Server::deaf(|_| Script::acts([Act::AwaitEnd]));
    let silent = format!("https://127.0.0.1:{}", server.port);
    ends_in_time("silent TLS", &silent, false);
    let server = Server::deaf(|_| {
        // The head of a record of TLS, and some of it.
        Script::acts(dripping(&[
            0x16, 0x03, 0x03, 0x40, 0, 0x02, 0, 0x3F, 0xFC, 0x03, 0x03,
        ]))
    });
    let dripping = format!("https://127.0.0.1:{}", server.port);
    ends_in_time("dripping TLS", &dripping, false);
}

#[test]
fn a_body_may_take_longer_than_its_headers() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n";
    let server = Server::start(move |_, _| {
        Script::acts([
            Act::Send(head.to_vec()),
            Act::Pause(LIMIT * 3 / 2),
            Act::Send(b"{}".to_vec()),
        ])
    });
    for adapter in ADAPTERS {
        let mut call = TestCall::new(GET, &server.url()).once();
        call.settings.timeouts = Timeouts::DEFAULT.connect(LIMIT).response(LIMIT);
        let (result, _) = adapter.run(&connection(), &call);
        assert_eq!(result.expect("an answer").body, b"{}", "{adapter:?}");
    }
}

/// A limit that is longer than any clock counts is none.
#[test]
fn the_longest_limit_is_none() {
    let server = Server::start(|_, _| Script::send(answer(200, "", "{}")));
    let patient = connection().connect_timeout(Duration::MAX);
    for adapter in ADAPTERS {
        let mut call = TestCall::new(GET, &server.url()).once();
        call.settings.timeouts = Timeouts::of(Duration::MAX);
        let (result, _) = adapter.run(&patient, &call);
        assert_eq!(result.expect("an answer").body, b"{}", "{adapter:?}");
    }
}

/// What a client was used for before is no limit of the next call: the first has a
/// minute for its headers, the second a third of a second, and minutes for the rest.
#[test]
fn headers_that_do_not_come_end_at_their_own_limit() {
    let server = Server::start(|n, _| match n {
        0 => Script::send(answer(200, "", "{}")),
        _ => Script::acts([Act::AwaitEnd]),
    });
    let call = || TestCall::new(GET, &server.url()).once();
    let impatient = || {
        let mut call = call();
        let limit = Duration::from_millis(300);
        call.settings.timeouts = Timeouts::DEFAULT
            .connect(limit)
            .response(limit)
            .body(Duration::from_secs(120));
        call
    };
    let client = Client::new(UreqTransport::new(&connection()).expect("a transport"));
    let first = call();
    client.run(&first, &first).expect("an answer");
    let second = impatient();
    let error = client.run(&second, &second).expect_err("no answer");
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
    let client = AsyncClient::new(ReqwestTransport::new(&connection()).expect("a transport"));
    let second = impatient();
    let error = runtime().block_on(client.run(&second, &second));
    let error = error.expect_err("no answer");
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
}
