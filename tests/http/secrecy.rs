//! No secret in an error, a `Debug` text or a log line.

use std::cell::RefCell;
use std::error::Error as _;
use std::fmt::{Debug, Write};
use std::sync::Once;

use tokenmint::http::{Error, Operation};
use tracing::field::{Field, Visit};
use tracing::span;

use crate::caller::{ADAPTERS, BODY_SECRET, GET, POST, SECRET, TestCall};
use crate::server::{Act, Script, Server, answer};

thread_local! {
    /// Everything that any event of this thread says, where it is watched.
    static LOGGED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// For all threads: an event that a thread without a subscriber meets first would
/// stay off for those with one.
struct Watch;

impl Visit for Watch {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        LOGGED.with_borrow_mut(|logged| {
            if let Some(logged) = logged {
                let _ = write!(logged, "{field}={value:?} ");
            }
        });
    }
}

impl tracing::Subscriber for Watch {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target().starts_with("tokenmint")
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut Watch);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(Watch).expect("the first subscriber");
    });
    LOGGED.set(Some(String::new()));
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
    watch();
    let server = Server::sequence(vec![answer(503, "", ""), answer(200, "", "")]);
    ADAPTERS[0].ask(&TestCall::new(GET, &server.url())).unwrap();
    let text = LOGGED.take().expect("watched");
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
    watch();
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
    let text = LOGGED.take().expect("watched");
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
