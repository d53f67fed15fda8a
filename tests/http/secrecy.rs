//! No secret in an error, a `Debug` text or a log line.

use std::error::Error as _;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use tokenmint::http::{Error, Operation};
use tracing::field::{Field, Visit};
use tracing::span;

use crate::caller::{ADAPTERS, BODY_SECRET, GET, POST, SECRET, TestCall};
use crate::server::{Act, Script, Server, answer};

/// Everything that any event says, as text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0.lock().unwrap(), "{field}={value:?} ");
    }
}

impl tracing::Subscriber for Log {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target().starts_with("tokenmint")
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

fn texts(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = write!(text, " {cause} {cause:?}");
        source = cause.source();
    }
    text
}

fn assert_silent(text: &str) {
    for secret in [SECRET, BODY_SECRET, "0ptionS3cret", "qu3ryS3cret"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

#[cfg(feature = "tracing")]
#[test]
fn a_repetition_is_told() {
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    let server = Server::sequence(vec![answer(503, "", ""), answer(200, "", "")]);
    ADAPTERS[0].ask(&TestCall::new(GET, &server.url())).unwrap();
    drop(guard);
    let text = log.0.lock().unwrap().clone();
    for part in ["message=trying again", "status: 503", "attempt=1"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

/// A server that repeats what it gets, in every place, and then misbehaves.
fn parrot(n: usize, head: &str, body: &str) -> Script {
    let line = head.replace(['\r', '\n'], " ");
    let reply = format!("{{\"detail\":\"{line}\",\"echo\":{body}}}");
    let header = format!("x-request-id: {SECRET}0 {line}\r\n");
    match n % 5 {
        0 => Script::send(answer(400, &header, &reply)),
        1 => Script::send(answer(200, &header, "not JSON")),
        2 => Script::send(answer(
            302,
            &format!("{header}location: http://{SECRET}/\r\n"),
            &reply,
        )),
        3 => Script::acts([Act::Send(format!("HTTP/1.1 {SECRET}\r\n\r\n").into_bytes())]),
        _ => Script::send(format!(
            "HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{line}"
        )),
    }
}

#[test]
fn nothing_secret_is_ever_shown() {
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    for adapter in ADAPTERS {
        for endpoint in [GET, POST] {
            let server = Server::start(|n, request| {
                let body = String::from_utf8_lossy(&request.body).into_owned();
                parrot(n, &request.head, if body.is_empty() { "{}" } else { &body })
            });
            for _ in 0..5 {
                let mut call = TestCall::new(endpoint, &server.url()).once();
                call.settings.headers.set("x-key", "0ptionS3cret").unwrap();
                call.options = call.options.query("token", "qu3ryS3cret");
                assert_silent(&format!("{:?}", call.settings));
                assert_silent(&format!("{:?}", call.options));
                let request = call.request(&call).unwrap();
                assert_silent(&format!("{request:?}"));
                call.attempts.store(0, std::sync::atomic::Ordering::SeqCst);
                match adapter.ask(&call) {
                    Ok(response) => {
                        assert_silent(&format!("{response:?}"));
                        let error = response.json::<Vec<u8>>().expect_err("no list");
                        assert_silent(&texts(&error));
                    }
                    Err(error) => assert_silent(&texts(&error)),
                }
            }
            assert_eq!(server.connections(), 5);
        }
    }
    drop(guard);
    let text = log.0.lock().unwrap().clone();
    assert_silent(&text);
    if cfg!(feature = "tracing") {
        for part in [
            "test.get",
            "attempt=0",
            "host=\"127.0.0.1:",
            "message=sending",
            "message=answered",
            "status=302",
            "message=failed",
            "kind=Interrupted",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
