//! Answers that are late, broken, too large, or lead elsewhere.

use std::time::{Duration, Instant};

use tokenmint::http::{ErrorKind, Settings};

use crate::caller::{ADAPTERS, GET, POST, TestCall};
use crate::server::{Act, Script, Server, answer};

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n";

fn fails_as(server: &Server, prepare: impl Fn(TestCall) -> TestCall, kind: ErrorKind) {
    for adapter in ADAPTERS {
        let call = prepare(TestCall::new(GET, &server.url()).once());
        let error = adapter.ask(&call).expect_err("no answer");
        assert_eq!(error.kind(), kind, "{adapter:?}: {error:?}");
        assert_eq!(error.endpoint(), Some("test.get"));
    }
}

#[test]
fn slow_headers() {
    let server = Server::start(|_, _| {
        let drip = HEAD.bytes().flat_map(|byte| {
            [
                Act::Send(vec![byte]),
                Act::Pause(Duration::from_millis(100)),
            ]
        });
        Script::acts(drip)
    });
    fails_as(&server, |call| call.timeout(300), ErrorKind::Timeout);
}

#[test]
fn no_headers_at_all() {
    let server = Server::start(|_, _| Script::acts([Act::AwaitEnd]));
    fails_as(&server, |call| call.timeout(200), ErrorKind::Timeout);
}

#[test]
fn slow_body() {
    let server = Server::start(|_, _| {
        let mut acts = vec![Act::Send(HEAD.into())];
        for _ in 0..10 {
            acts.push(Act::Pause(Duration::from_millis(150)));
            acts.push(Act::Send(b"x".to_vec()));
        }
        Script::acts(acts)
    });
    fails_as(&server, |call| call.timeout(400), ErrorKind::Timeout);
}

#[test]
fn the_deadline_covers_all_attempts() {
    let server = Server::start(|_, _| Script::acts([Act::AwaitEnd]));
    for adapter in ADAPTERS {
        let mut call = TestCall::new(GET, &server.url());
        call.settings.timeouts.total = Duration::from_millis(300);
        call.settings.retry.max_retries = 1000;
        call.settings.retry.base_delay = Duration::ZERO;
        let error = adapter.ask(&call).expect_err("no answer");
        assert_eq!(error.kind(), ErrorKind::Deadline, "{adapter:?}: {error:?}");
    }
}

#[test]
fn truncated_body() {
    let server = Server::constant([HEAD.as_bytes(), b"12345"].concat());
    fails_as(&server, |call| call, ErrorKind::Interrupted);
}

#[test]
fn truncated_chunks() {
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nabc";
    let server = Server::constant(head.into());
    fails_as(&server, |call| call, ErrorKind::Interrupted);
}

#[test]
fn oversize_bodies_of_every_framing() {
    let x = "x".repeat(1001);
    let framings = [
        answer(200, "", &x),
        format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{x}").into_bytes(),
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3e9\r\n{x}\r\n0\r\n\r\n")
            .into_bytes(),
        b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\nabc".to_vec(),
    ];
    for framing in framings {
        let server = Server::constant(framing);
        let limit = |mut call: TestCall| {
            call.settings.max_body = 1000;
            call
        };
        fails_as(&server, limit, ErrorKind::BodyTooLarge);
    }
}

#[test]
fn a_body_without_end_is_not_read_to_its_end() {
    let server = Server::start(|_, _| {
        let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let chunk = format!("ffff\r\n{}\r\n", "x".repeat(0xffff));
        let chunks = vec![Act::Send(chunk.into_bytes()); 4];
        let mut acts = vec![Act::Send(head.into())];
        acts.extend(chunks);
        acts.push(Act::AwaitEnd);
        Script::acts(acts)
    });
    // Whoever wants it all waits until the time is up.
    let limit = |call: TestCall| {
        let mut call = call.timeout(5000);
        call.settings.max_body = 1000;
        call
    };
    fails_as(&server, limit, ErrorKind::BodyTooLarge);
}

#[test]
fn a_body_of_exactly_the_limit_is_fine() {
    let server = Server::constant(answer(200, "", &"x".repeat(1000)));
    for adapter in ADAPTERS {
        let mut call = TestCall::new(GET, &server.url()).once();
        call.settings.max_body = 1000;
        assert_eq!(adapter.ask(&call).unwrap().body.len(), 1000, "{adapter:?}");
    }
    assert_eq!(Settings::new().max_body, 8 << 20);
}

#[test]
fn a_reset_in_the_body_is_repaired_for_get_alone() {
    for adapter in ADAPTERS {
        for (endpoint, attempts) in [(GET, 3), (POST, 1)] {
            let server = Server::deaf(|_| {
                Script::acts([
                    Act::Send([HEAD.as_bytes(), b"123"].concat()),
                    Act::Pause(Duration::from_millis(50)),
                    Act::Reset,
                ])
            });
            let call = TestCall::new(endpoint, &server.url());
            let error = adapter.ask(&call).expect_err("no answer");
            assert_eq!(
                error.kind(),
                ErrorKind::Interrupted,
                "{adapter:?}: {error:?}"
            );
            assert_eq!(call.attempts(), attempts, "{adapter:?} {endpoint:?}");
        }
    }
}

#[test]
fn what_is_not_http() {
    let server = Server::constant(b"SSH-2.0-OpenSSH_9.6\r\n\r\n".to_vec());
    for adapter in ADAPTERS {
        let call = TestCall::new(GET, &server.url()).once();
        let error = adapter.ask(&call).expect_err("no answer");
        let kinds = [ErrorKind::Protocol, ErrorKind::Interrupted];
        assert!(kinds.contains(&error.kind()), "{adapter:?}: {error:?}");
    }
}

#[test]
fn headers_without_end() {
    let server = Server::start(|_, _| {
        let lines =
            "x-a: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(20_000);
        Script::send(format!("HTTP/1.1 200 OK\r\n{lines}"))
    });
    for adapter in ADAPTERS {
        let call = TestCall::new(GET, &server.url()).once();
        assert!(adapter.ask(&call).is_err(), "{adapter:?}");
    }
}

#[test]
fn a_redirect_is_an_answer_of_its_own_kind() {
    let elsewhere = Server::constant(answer(200, "", "{}"));
    for status in [301, 302, 303, 307, 308] {
        let location = format!("location: {}/\r\n", elsewhere.url());
        let server = Server::constant(answer(status, &location, ""));
        for adapter in ADAPTERS {
            for endpoint in [GET, POST] {
                let call = TestCall::new(endpoint, &server.url());
                let response = adapter.ask(&call).unwrap();
                assert_eq!(response.status, status, "{adapter:?}");
                let error = response.json::<serde_json::Value>().unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Redirect);
            }
        }
    }
    assert_eq!(elsewhere.connections(), 0, "a redirect was followed");
}

#[test]
fn a_gzip_bomb_is_never_inflated() {
    // Four times the limit, in a thousandth of that.
    let bomb = gzip(&vec![0; 4 * Settings::MAX_BODY]);
    let len = bomb.len();
    assert!(len < 100_000);
    let head =
        format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {len}\r\n\r\n");
    let server = Server::constant([head.as_bytes(), &bomb].concat());
    fails_as(&server, |call| call, ErrorKind::Encoding);
    for request in server.received() {
        let accepted = request.header("accept-encoding");
        assert_eq!(accepted.as_deref(), Some("identity"));
    }
}

fn gzip(content: &[u8]) -> Vec<u8> {
    // SAFETY: a pure function of a length.
    let mut len = unsafe { libz_sys::compressBound(content.len() as _) };
    let mut zlib = vec![0; usize::try_from(len).expect("a buffer")];
    // SAFETY: both pointers are valid for the lengths given with them.
    let status = unsafe {
        libz_sys::compress2(
            zlib.as_mut_ptr(),
            &raw mut len,
            content.as_ptr(),
            content.len() as _,
            9,
        )
    };
    assert_eq!(status, libz_sys::Z_OK, "zlib failed");
    let len = usize::try_from(len).expect("a buffer");
    // Between two bytes of header and four of checksum is what gzip wraps.
    let mut gzip = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
    gzip.extend_from_slice(&zlib[2..len - 4]);
    // SAFETY: the pointer is valid for the length given with it.
    let crc = unsafe { libz_sys::crc32(0, content.as_ptr(), content.len() as _) };
    gzip.extend_from_slice(&u32::try_from(crc).expect("32 bits").to_le_bytes());
    gzip.extend_from_slice(&u32::try_from(content.len()).expect("32 bits").to_le_bytes());
    gzip
}

#[test]
fn more_values_than_memory_should_hold_are_too_much() {
    let list = |count: usize| format!("{{\"data\":{{\"list\":[{}{{}}]}}}}", "{},".repeat(count));
    for (count, allowed) in [(60_000, true), (2_790_000, false)] {
        let server = Server::constant(answer(200, "", &list(count)));
        for adapter in ADAPTERS {
            let result = adapter.ask(&TestCall::new(GET, &server.url()).once());
            let kind = result.map(|_| ()).map_err(|error| error.kind());
            let expected = if allowed {
                Ok(())
            } else {
                Err(ErrorKind::BodyTooLarge)
            };
            assert_eq!(kind, expected, "{adapter:?} {count}");
        }
    }
    // Callers can raise it.
    let server = Server::constant(answer(200, "", &list(100_000)));
    let mut call = TestCall::new(GET, &server.url());
    call.settings.max_body = 64 << 20;
    assert!(ADAPTERS[0].ask(&call).is_ok());
}

#[test]
fn a_time_limit_means_the_same_for_both_adapters() {
    for adapter in ADAPTERS {
        let server = Server::start(|_, _| Script::acts([Act::AwaitEnd]));
        let call = TestCall::new(GET, &server.url()).timeout(600).once();
        let begun = Instant::now();
        let error = adapter.ask(&call).expect_err("it never answers");
        let took = begun.elapsed();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{adapter:?}");
        let limits = Duration::from_millis(590)..Duration::from_millis(1050);
        assert!(limits.contains(&took), "{adapter:?}: {took:?}");
    }
}
