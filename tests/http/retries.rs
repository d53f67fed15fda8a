//! Which answers are asked for again, when, and with what.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokenmint::http::{
    Client, Environment, ErrorKind, Headers, Outcome, Request, Response, Timeouts,
};

use crate::caller::{ADAPTERS, DELETE, GET, POST, SECRET, TestCall, connection};
use crate::server::{Server, answer};

fn ok() -> Vec<u8> {
    answer(200, "", "{}")
}

fn busy(status: u16, headers: &str) -> Vec<u8> {
    answer(status, headers, "{\"n\":1}")
}

#[test]
fn retry_after_in_every_form() {
    for (headers, wait) in [
        ("retry-after: 7\r\n", 7000),
        ("Retry-After: Tue, 14 Nov 2023 22:13:32 GMT\r\n", 12_000),
        ("Retry-After: Tue, 14 Nov 2023 22:13:00 GMT\r\n", 0),
        ("retry-after-ms: 1500\r\nretry-after: 9\r\n", 1500),
    ] {
        for adapter in ADAPTERS {
            for endpoint in [GET, DELETE, POST] {
                let server = Server::sequence(vec![busy(429, headers), ok()]);
                let call = TestCall::new(endpoint, &server.url());
                let (result, waits) = adapter.run(&connection(), &call);
                assert_eq!(result.unwrap().status, 200, "{adapter:?} {headers}");
                assert_eq!(
                    waits,
                    [Duration::from_millis(wait)],
                    "{adapter:?} {headers}"
                );
            }
        }
    }
}

/// A clock that a test moves.
#[derive(Clone, Default)]
struct Clock(Arc<Mutex<Duration>>);

impl Clock {
    fn pass(&self, seconds: u64) {
        *self.0.lock().unwrap() += Duration::from_secs(seconds);
    }
}

impl Environment for Clock {
    fn monotonic(&self) -> Duration {
        *self.0.lock().unwrap()
    }

    fn sleep(&self, duration: Duration) {
        *self.0.lock().unwrap() += duration;
    }
}

#[test]
fn each_attempt_has_what_is_left_to_the_deadline() {
    let clock = Clock::default();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (passing, seeing) = (clock.clone(), seen.clone());
    let client = Client::new(move |request: Request| {
        let Timeouts {
            connect,
            response,
            total,
            ..
        } = request.timeouts;
        seeing
            .lock()
            .unwrap()
            .push([connect, response, total].map(|limit| limit.as_secs()));
        passing.pass(40);
        let mut headers = Headers::new();
        headers.set("retry-after", "5").expect("a header");
        Ok(Response::new(503, headers, Vec::new()))
    });
    let mut call = TestCall::new(GET, "http://service.example");
    call.settings.timeouts.total = Duration::from_secs(97);
    call.settings.retry.max_retries = 9;
    let answer = client.with_environment(clock).run(&call, &call).unwrap();
    assert_eq!(answer.status, 503, "no time for a fourth attempt");
    assert_eq!(
        *seen.lock().unwrap(),
        [[10, 60, 97], [10, 52, 52], [7, 7, 7]]
    );
}

#[test]
fn a_long_retry_after_ends_it() {
    for adapter in ADAPTERS {
        let server = Server::sequence(vec![busy(503, "retry-after: 31\r\n"), ok()]);
        let call = TestCall::new(GET, &server.url());
        let (result, waits) = adapter.run(&connection(), &call);
        assert_eq!(result.unwrap().status, 503, "{adapter:?}");
        assert!(waits.is_empty());
        assert_eq!(server.connections(), 1);
    }
}

#[test]
fn a_burst_of_errors_is_survived_by_get_and_delete() {
    for adapter in ADAPTERS {
        for (endpoint, status, attempts) in [(GET, 200, 3), (DELETE, 200, 3), (POST, 500, 1)] {
            let server = Server::sequence(vec![busy(500, ""), busy(502, ""), ok()]);
            let call = TestCall::new(endpoint, &server.url());
            let (result, waits) = adapter.run(&connection(), &call);
            assert_eq!(result.unwrap().status, status, "{adapter:?} {endpoint:?}");
            assert_eq!(call.attempts(), attempts);
            assert_eq!(waits.len() + 1, server.connections());
        }
    }
}

#[test]
fn every_attempt_has_fresh_credentials() {
    for adapter in ADAPTERS {
        let server = Server::constant(busy(503, ""));
        let call = TestCall::new(GET, &server.url());
        assert_eq!(adapter.ask(&call).unwrap().status, 503);
        let sent: Vec<_> = server
            .received()
            .iter()
            .map(|request| request.header("authorization").unwrap())
            .collect();
        let expected = [0, 1, 2].map(|n| format!("Bearer {SECRET}{n}"));
        assert_eq!(sent, expected, "{adapter:?}");
    }
}

#[test]
fn what_was_not_sent_is_sent_again_whatever_the_method() {
    // A port that nobody listens on.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port")
        .port();
    for adapter in ADAPTERS {
        for endpoint in [GET, POST] {
            let call = TestCall::new(endpoint, &format!("http://127.0.0.1:{port}"));
            let error = adapter.ask(&call).expect_err("nobody is there");
            assert_eq!(error.kind(), ErrorKind::Connect, "{adapter:?}: {error:?}");
            assert_eq!(call.attempts(), 3);
            let failures = call.failures.lock().unwrap();
            assert!(
                failures
                    .iter()
                    .all(|f| f.outcome == Outcome::NotSent && f.allows_other_host())
            );
        }
    }
}

#[test]
fn a_name_without_address() {
    for adapter in ADAPTERS {
        let call = TestCall::new(GET, "http://nowhere.invalid").once();
        let error = adapter.ask(&call).expect_err("no such name");
        assert_eq!(error.kind(), ErrorKind::Resolve, "{adapter:?}: {error:?}");
    }
}

#[test]
fn options_of_one_call_win() {
    for adapter in ADAPTERS {
        let server = Server::constant(busy(503, ""));
        let mut call = TestCall::new(GET, &server.url());
        call.settings.headers.set("X-Both", "client").unwrap();
        call.settings
            .headers
            .set("Authorization", "ignored")
            .unwrap();
        call.options = call
            .options
            .max_retries(4)
            .header("x-BOTH", "call")
            .unwrap()
            .query("more", "a b");
        assert_eq!(adapter.ask(&call).unwrap().status, 503);
        assert_eq!(call.attempts(), 5, "{adapter:?}");
        let request = &server.received()[0];
        assert_eq!(request.header("x-both").as_deref(), Some("call"));
        assert!(
            request
                .header("authorization")
                .unwrap()
                .starts_with("Bearer ")
        );
        assert_eq!(request.line(), ("GET", "/things/1?q=1&more=a+b"));
    }
}
