//! What the HTTP libraries write to `log`, of a request with a secret in every
//! place: exactly what `docs/hardening.md` says. What is written to `tracing` by
//! this library is in `secrecy.rs`.

use std::cell::RefCell;
use std::collections::BTreeSet;

use log::{LevelFilter, Log, Metadata, Record};
use tokenmint::http::{
    AsyncClient, Client, Connection, Proxy, RequestOptions, ReqwestTransport, UreqTransport,
};

use crate::caller::{Adapter, BODY_SECRET, POST, SECRET, TestCall};
use crate::server::{Act, Script, Server, answer};

/// Where a secret is, and what it looks like there.
const SECRETS: [(&str, &str); 10] = [
    ("authorization", SECRET),
    ("header", "Tr4ceHe4der"),
    ("path", "Tr4cePath"),
    ("query", "Tr4ceQuery"),
    ("body", BODY_SECRET),
    ("answer", "Tr4ceAnsw3r"),
    ("header of the answer", "Tr4ceC00kie"),
    ("location", "Tr4ceL0cation"),
    ("proxy", "Tr4cePr0xy"),
    // As a header has it: `user:Tr4cePr0xy`.
    ("proxy", "dXNlcjpUcjRjZVByMHh5"),
];

thread_local! {
    /// What this thread has logged, where it is watched.
    static LOGGED: RefCell<Option<String>> = const { RefCell::new(None) };
}

struct Watch;

impl Log for Watch {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        LOGGED.with_borrow(Option::is_some)
    }

    fn log(&self, record: &Record<'_>) {
        // Writing it asks what is enabled.
        let text = record.args().to_string();
        let text = match record.target().starts_with("ureq_proto") {
            true => unhexed(&text),
            false => format!("\n{text}\n"),
        };
        LOGGED.with_borrow_mut(|logged| {
            if let Some(logged) = logged {
                logged.push_str(&text);
            }
        });
    }

    fn flush(&self) {}
}

/// The bytes of a row of two digits each, which the library splits long texts
/// into.
fn unhexed(row: &str) -> String {
    let digits: Vec<u8> = row
        .chars()
        .take(40)
        .filter_map(|digit| u8::try_from(digit.to_digit(16)?).ok())
        .collect();
    let bytes = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]);
    bytes.map(char::from).collect()
}

/// The places of the secrets that one request writes.
fn logged(adapter: Adapter, connection: &Connection, call: &TestCall) -> BTreeSet<&'static str> {
    LOGGED.set(Some(String::new()));
    match adapter {
        Adapter::Ureq => {
            let client = Client::new(UreqTransport::new(connection).unwrap());
            client.run(call, call).expect("an answer");
        }
        Adapter::Reqwest => {
            // On this thread.
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            let client = AsyncClient::new(ReqwestTransport::new(connection).unwrap());
            runtime.block_on(client.run(call, call)).expect("an answer");
        }
    }
    let text = LOGGED.take().expect("watched");
    assert!(text.contains("127.0.0.1"), "{adapter:?} writes nothing");
    let found = SECRETS.iter().filter(|(_, secret)| text.contains(secret));
    found.map(|(place, _)| *place).collect()
}

#[test]
fn each_level_has_what_the_documentation_says() {
    log::set_logger(&Watch).expect("the first logger");
    let headers = "set-cookie: Tr4ceC00kie\r\nlocation: /Tr4ceL0cation\r\n";
    let server = Server::start(move |_, request| {
        let mut acts = vec![Act::Send(answer(200, headers, "Tr4ceAnsw3r"))];
        if request.line().0 == "CONNECT" {
            acts.insert(0, Act::Send(b"HTTP/1.1 200 OK\r\n\r\n".to_vec()));
            acts.push(Act::AwaitEnd);
        }
        Script::acts(acts)
    });
    let proxy = format!("http://user:Tr4cePr0xy@127.0.0.1:{}", server.port);
    let direct = || (Proxy::None, server.url());
    let proxied = || {
        let proxy = Proxy::url(&proxy).expect("a proxy");
        (proxy, "http://service.example".to_string())
    };
    // All that is sent and received, but for the body of the request.
    let raw = [
        "answer",
        "authorization",
        "header",
        "header of the answer",
        "location",
        "path",
        "query",
    ];
    for (level, adapter, (proxy, url), expected) in [
        (LevelFilter::Debug, Adapter::Ureq, direct(), &[][..]),
        (LevelFilter::Debug, Adapter::Ureq, proxied(), &[]),
        (LevelFilter::Debug, Adapter::Reqwest, direct(), &[]),
        (LevelFilter::Debug, Adapter::Reqwest, proxied(), &[]),
        (LevelFilter::Trace, Adapter::Ureq, direct(), &raw),
        (LevelFilter::Trace, Adapter::Ureq, proxied(), &raw),
        (LevelFilter::Trace, Adapter::Reqwest, direct(), &[]),
        (LevelFilter::Trace, Adapter::Reqwest, proxied(), &[]),
    ] {
        log::set_max_level(level);
        let mut call = TestCall::new(POST, &url).once();
        call.id = "Tr4cePath".to_string();
        call.settings.headers.set("x-key", "Tr4ceHe4der").unwrap();
        call.options = RequestOptions::new().query("token", "Tr4ceQuery");
        let connection = Connection::new().proxy(proxy);
        let found = logged(adapter, &connection, &call);
        let expected = expected.iter().copied().collect();
        assert_eq!(found, expected, "{adapter:?} at {level} to {url}");
    }
}
