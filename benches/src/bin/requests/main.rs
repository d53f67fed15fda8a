//! What is measured where clients, and so `ring`, are linked: ES256 by `ring`, and
//! what the HTTP layer and a client of it put on top of the bare call of the
//! same library: the same server on the loopback interface, the same kept
//! connection, the same request and answer, read into JSON.
//!
//! | words | does |
//! |---|---|
//! | `list` | a line a call: its row and its heap operations, separated by tabs |
//! | `serve` | tells the processor time of what standard input asks for |

use std::alloc::System;
use std::process::ExitCode;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Stamp};
use tokenmint::client::convoai::{Area, ClientConfig};
use tokenmint::http::{Connection, Proxy};
use tokenmint::output::Owned;
use tokenmint_benches::{Measured, Row, Timed, serve, stay_on_one_core, works_by_ring};

mod blocking;
mod layer;
mod server;
mod tokio;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const APP_ID: &str = "0123456789abcdef0123456789abcdef";
const CERTIFICATE: &str = "fedcba9876543210fedcba9876543210";
const AGENT: &str = r#"{"agent_id":"A1","status":"RUNNING","start_ts":1700000000}"#;
const TEXT: &str = "one moment";
const SPEAK: &str = r#"{"text":"one moment"}"#;
const BASIC: &str = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";

/// How long a token of a client lasts.
const DAY: ExpireIn = ExpireIn::seconds(86_400);

/// Requests that are under way at once, where they are many.
const MANY: usize = 100;

/// What is wanted of a client beside the bare library.
const GOAL: f64 = 1.2;

/// A call and how it is measured.
struct Call {
    row: Row,
    time: Timed<'static>,
    /// Whether it is one at a time, so that allocations are those of a call.
    alone: bool,
}

fn main() -> ExitCode {
    stay_on_one_core();
    let base = format!("http://127.0.0.1:{}", server::start());
    let mut calls = blocking::calls(&base);
    calls.extend(tokio::calls(&base));
    calls.extend(layer::calls());
    calls.extend(works_by_ring().into_iter().map(|work| Call {
        row: work.row,
        time: work.timed(),
        alone: true,
    }));
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list"] => {
            list(calls);
            true
        }
        ["serve"] => {
            let calls = calls.into_iter().map(|call| call.time);
            serve(&mut calls.collect::<Vec<_>>()).is_ok()
        }
        _ => false,
    };
    if done {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn list(calls: Vec<Call>) {
    for mut call in calls {
        // Connections stand, and what is made once is there.
        (call.time)(2);
        let region = Region::new(ALLOCATOR);
        (call.time)(1);
        let change = region.change();
        let heap = change.allocations + change.reallocations;
        let heap = Some(heap.to_string()).filter(|_| call.alone);
        println!("{}\t{}", call.row, heap.unwrap_or_default());
    }
}

/// The row of a call: what it is measured on is not ours to bound.
fn row(group: &'static str, name: &'static str, floor: Option<&'static str>) -> Row {
    Row {
        measured: Measured::Time,
        time_goal: floor.map(|_| GOAL),
        heap_limit: None,
        ..Row::new(group, name, floor)
    }
}

fn basic() -> ClientConfig {
    ClientConfig::new(Area::Us, APP_ID).basic("Aladdin", "open sesame")
}

fn app_credentials() -> ClientConfig {
    ClientConfig::new(Area::Us, APP_ID).app_certificate(CERTIFICATE)
}

fn connection() -> Connection {
    Connection::new().proxy(Proxy::None)
}

/// What a user of the bare library has to send instead of [`BASIC`] with app
/// credentials: for each request a token like the client's, by the same builder.
fn token(credentials: &Credentials) -> String {
    let stamp = Stamp::from_os().expect("a clock and random bytes");
    let (channel, account, role) = ("get", "A1", Role::Publisher);
    let token = RtcTokenBuilder2::new(credentials, stamp)
        .build_token_with_rtm(channel, account, role, DAY, DAY, Owned)
        .expect("a token");
    format!("agora token={token}")
}

fn credentials() -> Credentials {
    Credentials::new(APP_ID, CERTIFICATE).expect("credentials")
}

fn get_url(base: &str) -> String {
    format!("{base}/v2/projects/{APP_ID}/agents/A1")
}

fn post_url(base: &str) -> String {
    format!("{}/speak", get_url(base))
}
