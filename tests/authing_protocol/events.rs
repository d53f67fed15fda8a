//! Event streams against a server that drops, refuses, keeps silent, and says
//! too much.

use std::thread;
use std::time::Duration;

use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, ManagementClient, ManagementClientOptions,
};
use tokenmint::http::{ErrorKind, Tls};

use crate::server::{Act, Received, Script, Server, answer};
use crate::stream::{Subscriber, TOKEN, quick};
use crate::tls::tls_wrap;
use crate::websocket::{EMPTY_FRAME, bytes, close, open, ping, text};

const MOMENT: Duration = Duration::from_millis(150);

fn ws(server: &Server) -> String {
    server.url().replace("http://", "ws://")
}

/// Runs a test for every kind of client, each with a server of its own.
fn each(
    script: impl Fn(usize, &Received) -> Script + Clone + Send + Sync + 'static,
    test: impl Fn(&Server, &Subscriber),
) {
    for kind in 0..4 {
        let server = Server::start(script.clone());
        let mut subscribers = Subscriber::all(&ws(&server));
        test(&server, &subscribers.swap_remove(kind));
    }
}

fn heads(server: &Server) -> Vec<Received> {
    let mut received = server.received();
    received.retain(|received| !received.head.is_empty());
    received
}

#[test]
fn texts_come_in_order_and_all_else_is_passed_over() {
    let script = |_: usize, received: &Received| {
        let acts = [text("one"), bytes(b"\xff"), ping(), text("二"), text("")];
        open(received, acts.into_iter().chain([Act::AwaitEnd]))
    };
    each(script, |server, subscriber| {
        let mut stream = subscriber.subscribe("a b", &quick()).unwrap();
        assert_eq!(stream.event(), "one");
        assert_eq!(stream.event(), "二");
        assert_eq!(stream.event(), "");
        assert_eq!(stream.next_within(MOMENT).unwrap(), None);
        assert_eq!(stream.reconnections(), 0);
        let (target, authorization) = subscriber.proof("UAT%2F%2B%3Dfirst");
        let request = &heads(server)[0];
        assert_eq!(request.line(), ("GET", target.as_str()));
        assert_eq!(request.header("authorization").as_deref(), authorization);
        let shown = stream.debug();
        assert!(!shown.contains("UAT") && !shown.contains("bzfg"), "{shown}");
        drop(stream);
        server.await_ended(1);
    });
}

#[test]
fn a_lost_connection_is_opened_again_with_the_proof_of_the_moment() {
    let script = |n: usize, received: &Received| match n {
        0 => open(received, [text("first")]),
        1 => open(received, [text("second"), close()]),
        _ => open(received, [text("third"), Act::AwaitEnd]),
    };
    each(script, |server, subscriber| {
        let mut stream = subscriber.subscribe("a b", &quick()).unwrap();
        assert_eq!(stream.event(), "first");
        subscriber.set_access_token("next");
        assert_eq!(stream.event(), "second");
        assert_eq!(stream.event(), "third");
        assert_eq!(stream.reconnections(), 2);
        let heads = heads(server);
        let tokens = ["UAT%2F%2B%3Dfirst", "next", "next"];
        assert_eq!(heads.len(), tokens.len());
        for (request, token) in heads.iter().zip(tokens) {
            let (target, authorization) = subscriber.proof(token);
            assert_eq!(request.line(), ("GET", target.as_str()));
            assert_eq!(request.header("authorization").as_deref(), authorization);
        }
    });
}

#[test]
fn a_refusal_at_first_is_an_error_at_once() {
    for (status, kind) in [
        (401, ErrorKind::Status),
        (503, ErrorKind::Status),
        (302, ErrorKind::Redirect),
        (200, ErrorKind::Answer),
    ] {
        let script = move |_: usize, _: &Received| Script::send(answer(status, "", "{}"));
        each(script, |server, subscriber| {
            let error = subscriber.subscribe("a", &quick()).err().expect("refused");
            assert_eq!(error.kind(), kind, "{status}");
            assert_eq!(error.status(), Some(status));
            assert_eq!(error.endpoint(), Some("sub_event"));
            assert_eq!(server.connections(), 1);
            let text = format!("{error} {error:?}");
            assert!(!text.contains("UAT") && !text.contains("ak-0"), "{text}");
        });
    }
}

#[test]
fn a_refusal_later_is_the_end_and_a_busy_server_is_not() {
    let script = |n: usize, received: &Received| match n {
        0 => open(received, [text("first")]),
        1 | 2 => Script::send(answer(503, "", "")),
        3 => open(received, [text("second")]),
        _ => Script::send(answer(401, "", "")),
    };
    each(script, |server, subscriber| {
        let mut stream = subscriber.subscribe("a", &quick()).unwrap();
        assert_eq!(stream.event(), "first");
        assert_eq!(stream.event(), "second");
        let error = stream.next().expect("an error").unwrap_err();
        assert_eq!(error.status(), Some(401));
        assert!(stream.is_closed());
        assert!(stream.next().is_none());
        assert_eq!(server.connections(), 5);
    });
}

#[test]
fn a_server_that_drops_every_connection_is_given_up() {
    let script = |_: usize, received: &Received| open(received, []);
    each(script, |server, subscriber| {
        let mut stream = subscriber.subscribe("a", &quick()).unwrap();
        let error = stream.next().expect("an error").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Protocol, "{error:?}");
        // One that stood at first, three failures in a row, and the last.
        assert_eq!(server.connections(), 4);
        assert!(stream.is_closed());
    });
}

#[test]
fn a_server_that_answers_late_or_something_else() {
    let options = quick().response_timeout(MOMENT).connect_timeout(MOMENT);
    let silent = |_: usize, _: &Received| Script::acts([Act::AwaitEnd]);
    each(silent, |_, subscriber| {
        let error = subscriber.subscribe("a", &options).err().expect("late");
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
    });
    // A byte now and then does not make it last.
    let slow = |_: usize, _: &Received| {
        let drip = || [Act::Send(b"H".to_vec()), Act::Pause(MOMENT / 3)];
        Script::acts((0..50).flat_map(|_| drip()))
    };
    each(slow, |_, subscriber| {
        assert!(subscriber.subscribe("a", &options).is_err());
    });
    let junk = |_: usize, _: &Received| Script::send("SSH-2.0-x\r\n\r\n");
    each(junk, |_, subscriber| {
        let error = subscriber.subscribe("a", &options).err().expect("junk");
        assert_eq!(error.kind(), ErrorKind::Protocol, "{error:?}");
    });
}

#[test]
fn pings_are_answered_and_silence_is_broken() {
    let script = |n: usize, received: &Received| match n {
        // The answer to a ping of the server, a ping of the client that is
        // answered late enough for one more, and then no answer.
        0 => open(
            received,
            [
                ping(),
                Act::Read(EMPTY_FRAME),
                text("first"),
                Act::Read(EMPTY_FRAME),
                Act::AwaitEnd,
            ],
        ),
        _ => open(received, [text("second"), Act::AwaitEnd]),
    };
    each(script, |server, subscriber| {
        let options = quick().idle(MOMENT);
        let mut stream = subscriber.subscribe("a", &options).unwrap();
        assert_eq!(stream.event(), "first");
        assert_eq!(stream.event(), "second");
        assert_eq!(stream.reconnections(), 1);
        let frames: Vec<u8> = server
            .received()
            .iter()
            .filter(|received| received.head.is_empty())
            .map(|received| received.body[0])
            .collect();
        assert_eq!(frames, [0x8a, 0x89], "a pong, then a ping");
    });
}

#[test]
fn a_message_beyond_the_limit_is_the_end() {
    let script = |_: usize, received: &Received| {
        let fits = "a".repeat(1000);
        open(received, [text(&fits), text(&(fits.clone() + "a"))])
    };
    each(script, |server, subscriber| {
        let options = quick().max_message(1000);
        let mut stream = subscriber.subscribe("a", &options).unwrap();
        assert_eq!(stream.event().len(), 1000);
        let error = stream.next().expect("an error").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
        assert!(stream.next().is_none());
        assert_eq!(server.connections(), 1);
    });
}

#[test]
fn certificates_are_verified() {
    for kind in 0..4 {
        let (authority, wrap) = tls_wrap("localhost");
        let server = Server::wrapped(wrap, |_, received| {
            open(received, [text("one"), Act::AwaitEnd])
        });
        let host = format!("wss://localhost:{}", server.port);
        let subscriber = Subscriber::all(&host).swap_remove(kind);
        let unknown = subscriber.subscribe("a", &quick()).err().expect("refused");
        assert_eq!(unknown.kind(), ErrorKind::Tls, "{unknown:?}");
        assert!(server.received().is_empty(), "the token was sent");
        let named = Tls::new().private_authority(authority.as_bytes()).unwrap();
        for tls in [named, Tls::new().accept_invalid_certificates()] {
            let mut stream = subscriber.subscribe("a", &quick().tls(tls)).unwrap();
            assert_eq!(stream.event(), "one");
        }
    }
}

#[test]
fn nobody_there_and_nothing_to_subscribe_by() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    for subscriber in Subscriber::all(&format!("ws://127.0.0.1:{port}")) {
        let error = subscriber.subscribe("a", &quick()).err().expect("nobody");
        assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
        let error = subscriber.subscribe("", &quick()).err().expect("no code");
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error:?}");
    }
    for subscriber in Subscriber::all("ws://nobody.invalid") {
        let error = subscriber.subscribe("a", &quick()).err().expect("no TLS");
        assert_eq!(error.kind(), ErrorKind::BadUrl, "{error:?}");
    }
    for subscriber in Subscriber::all("wss://nobody.invalid") {
        let error = subscriber.subscribe("a", &quick()).err().expect("nobody");
        assert_eq!(error.kind(), ErrorKind::Resolve, "{error:?}");
    }
    for subscriber in Subscriber::all("https://127.0.0.1") {
        let error = subscriber.subscribe("a", &quick()).err().expect("no ws");
        assert_eq!(error.kind(), ErrorKind::BadUrl, "{error:?}");
    }
    let client = AuthenticationClient::new(&AuthenticationClientOptions::new("app")).unwrap();
    let error = client.sub_event("a").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.to_string().contains("access_token"), "{error}");
}

#[test]
fn a_blocking_stream_ends_from_another_thread() {
    let server = Server::start(|_, received| open(received, [Act::AwaitEnd]));
    let options = AuthenticationClientOptions::new("app")
        .access_token(TOKEN)
        .websocket_host(&ws(&server));
    let client = AuthenticationClient::new(&options).unwrap();
    let mut events = client.sub_event("a").unwrap();
    let handle = events.handle();
    let closer = thread::spawn(move || {
        thread::sleep(MOMENT);
        handle.close();
        handle.close();
    });
    assert!(events.next().is_none());
    assert!(events.is_closed());
    closer.join().unwrap();
    server.await_ended(1);
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_blocking_stream_ends_while_it_waits_to_connect_again() {
    let server = Server::start(|_, received| open(received, []));
    let options = AuthenticationClientOptions::new("app")
        .access_token(TOKEN)
        .websocket_host(&ws(&server));
    let client = AuthenticationClient::new(&options).unwrap();
    let mut slow = quick();
    let late = Duration::from_secs(600);
    let policy = tokenmint::http::RetryPolicy::DEFAULT;
    slow = slow.retry(policy.base_delay(late).max_delay(late));
    let mut events = client.sub_event_with("a", &slow).unwrap();
    assert_eq!(events.next_within(MOMENT).unwrap(), None);
    assert!(!events.is_closed());
    let handle = events.handle();
    let closer = thread::spawn(move || {
        thread::sleep(MOMENT);
        handle.close();
    });
    assert!(events.next().is_none());
    closer.join().unwrap();
}

#[test]
fn a_deployment_of_ones_own_never_subscribes_in_the_public_cloud() {
    let user = AuthenticationClientOptions::new("app").access_token(TOKEN);
    let pool = ManagementClientOptions::new("ak-000001", "sk-secret-000001");
    for host in [
        "https://authing.example.com",
        "https://authing.cn.example.com",
        "https://notauthing.cn",
    ] {
        let user = AuthenticationClient::new(&user.clone().app_host(host)).unwrap();
        let pool = ManagementClient::new(&pool.clone().host(host)).unwrap();
        for error in [user.sub_event("code"), pool.sub_event("code")].map(Result::unwrap_err) {
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{host}");
            assert!(error.to_string().contains("`websocket_host`"), "{error}");
        }
    }
}
