//! The other side of a recorded conversation: clock, network, implementor.
//!
//! With both adapters the answers come from a server on the loopback
//! interface; without, from closures.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::Value;
use tokenmint::http::{AsyncClient, BoxFuture, Client, Environment, Request};

#[cfg_attr(
    all(feature = "ureq3", feature = "reqwest013"),
    path = "ath_replay_loopback.rs"
)]
#[cfg_attr(
    not(all(feature = "ureq3", feature = "reqwest013")),
    path = "ath_replay_closures.rs"
)]
mod network;

use network::Network;

/// When the conversations take place: any time.
const CLOCK: Duration = Duration::from_secs(1_795_242_722);

/// A request as it was sent.
#[derive(Debug)]
pub struct Seen {
    pub method: String,
    /// Path and query.
    pub target: String,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Seen {
    /// What an adapter would send.
    pub fn of(request: &Request) -> Self {
        let (_, rest) = request.url.split_once("://").expect("a URL");
        let target = rest.find('/').map_or("/", |at| &rest[at..]);
        let headers = request.headers.iter();
        Self {
            method: request.method.to_string(),
            target: target.to_string(),
            headers: headers
                .map(|(name, value)| (name.to_string(), value.to_string()))
                .collect(),
            body: request
                .body
                .as_ref()
                .map_or_else(Vec::new, |body| body.as_bytes().to_vec()),
        }
    }
}

/// What becomes of the next request.
#[derive(Debug, Clone)]
pub enum Planned {
    Answer {
        status: u16,
        headers: Vec<(String, String)>,
        body: String,
    },
    /// No answer, and the connection stays open.
    Silence,
    /// No connection.
    Refused,
    /// The connection is closed without an answer.
    HangUp,
}

/// What is planned and what was seen.
#[derive(Clone, Default)]
pub struct Script(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    planned: VecDeque<Planned>,
    seen: Vec<Seen>,
    passed: Duration,
}

impl Script {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no panic")
    }

    /// Remembers a request, and says what becomes of it.
    fn next(&self, seen: Seen) -> Planned {
        let mut state = self.lock();
        state.seen.push(seen);
        // One too many is found when requests are counted.
        state.planned.pop_front().unwrap_or(Planned::HangUp)
    }
}

impl Environment for Script {
    fn unix_time(&self) -> Duration {
        CLOCK + self.lock().passed
    }

    fn monotonic(&self) -> Duration {
        self.lock().passed
    }

    fn sleep(&self, duration: Duration) {
        panic!("nothing is repeated, and {duration:?} was waited");
    }

    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        panic!("nothing is repeated, and {duration:?} was waited");
    }
}

/// One conversation.
pub struct Replay {
    script: Script,
    network: Network,
}

impl Replay {
    pub const NETWORK: &str = network::NAME;

    pub fn start() -> Self {
        let script = Script::default();
        Self {
            network: Network::new(script.clone()),
            script,
        }
    }

    /// The case with this server in the place of the recorded one.
    pub fn instead_of(&self, recorded_url: &str, case: &Value) -> Value {
        let authority = recorded_url.split('/').nth(2).expect("a host");
        let mut origin = recorded_url
            .split('/')
            .next()
            .expect("a scheme")
            .to_string();
        origin.push_str("//");
        origin.push_str(authority);
        if !origin.starts_with("http://127.0.0.1:") {
            return case.clone();
        }
        let here = self.network.origin();
        let text = case.to_string();
        let mut parts = text.split(&origin);
        let mut changed = parts.next().unwrap_or_default().to_string();
        for part in parts {
            // Another port may begin with the same digits.
            let same = !part.starts_with(|next: char| next.is_ascii_digit());
            changed.push_str(if same { &here } else { &origin });
            changed.push_str(part);
        }
        serde_json::from_str(&changed).expect("the same JSON")
    }

    pub fn blocking(&self) -> Client {
        self.network
            .blocking()
            .with_environment(self.script.clone())
    }

    pub fn asynchronous(&self) -> AsyncClient {
        self.network
            .asynchronous()
            .with_environment(self.script.clone())
    }

    pub fn plan(&self, id: &str, exchanges: &[Value]) {
        let planned = exchanges.iter().map(|exchange| planned(id, exchange));
        self.script.lock().planned = planned.collect();
    }

    pub fn take_requests(&self) -> Vec<Seen> {
        std::mem::take(&mut self.script.lock().seen)
    }

    pub fn advance(&self, seconds: f64) {
        self.script.lock().passed += Duration::from_secs_f64(seconds);
    }

    pub fn now(&self) -> Duration {
        self.script.unix_time()
    }
}

fn planned(id: &str, exchange: &Value) -> Planned {
    let response = &exchange["response"];
    if response.is_null() {
        return match exchange["transport_error"].as_str().expect(id) {
            "ReadTimeout" => Planned::Silence,
            "ConnectError" | "ConnectTimeout" => Planned::Refused,
            "ReadError" | "RemoteProtocolError" => Planned::HangUp,
            other => panic!("{id}: unknown transport error {other:?}"),
        };
    }
    crate::support::known(id, response, &["status", "headers", "body_raw"]);
    let headers = response["headers"].as_object().expect(id);
    let headers = headers
        .iter()
        .map(|(name, value)| (name.clone(), value.as_str().expect(id).to_string()))
        .collect();
    Planned::Answer {
        status: u16::try_from(response["status"].as_u64().expect(id)).expect(id),
        headers,
        body: response["body_raw"]
            .as_str()
            .unwrap_or_default()
            .to_string(),
    }
}
