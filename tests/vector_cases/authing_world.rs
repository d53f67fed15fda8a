//! Clock, chance and network of a recorded case.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::Error as TokenError;
use tokenmint::http::{
    AsyncClient, BoxFuture, Client, Environment, Headers, Request, Response, TransportError,
    TransportErrorKind,
};

use crate::support::known;

/// The clock of a step that says nothing else.
pub const CLOCK: u64 = 1_700_000_000;

/// The host that stands for the server; no other can be reached.
const HOST: &str = "authing.test";

/// Plays answers and remembers requests.
#[derive(Clone)]
pub struct World(Arc<Mutex<State>>);

struct State {
    answers: VecDeque<Response>,
    requests: Vec<Request>,
    clock: u64,
    random: Vec<u8>,
}

impl World {
    /// A world that gives these answers, then the one that every list ends
    /// with.
    pub fn new(id: &str, responses: &Value) -> Self {
        let answers = match responses {
            Value::String(text) if text == "default" => VecDeque::new(),
            Value::Array(list) => list.iter().map(|answer| response(id, answer)).collect(),
            other => panic!("{id}: unexpected responses {other}"),
        };
        Self(Arc::new(Mutex::new(State {
            answers,
            requests: Vec::new(),
            clock: CLOCK,
            random: vec![0x5c],
        })))
    }

    pub fn set_clock(&self, seconds: u64) {
        self.lock().clock = seconds;
    }

    /// What the generator gives from now on, again and again.
    pub fn set_random(&self, bytes: &[u8]) {
        self.lock().random = bytes.to_vec();
    }

    /// The requests since the last time.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut self.lock().requests)
    }

    pub fn blocking(&self) -> Client {
        let world = self.clone();
        Client::new(move |request| world.answer(request)).with_environment(self.clone())
    }

    pub fn asynchronous(&self) -> AsyncClient {
        let world = self.clone();
        let client = AsyncClient::new(move |request| {
            let world = world.clone();
            async move { world.answer(request) }
        });
        client.with_environment(self.clone())
    }

    fn answer(&self, request: Request) -> Result<Response, TransportError> {
        let host = request.url.split('/').nth(2);
        if host != Some(HOST) {
            return Err(TransportError::not_sent(TransportErrorKind::Connect));
        }
        let mut state = self.lock();
        state.requests.push(request);
        Ok(state.answers.pop_front().unwrap_or_else(|| {
            let body = json!({"statusCode": 200, "message": "", "data": {"ok": true}});
            response("default", &json!({"status": 200, "body": body}))
        }))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no panic")
    }
}

impl Environment for World {
    fn unix_time(&self) -> Duration {
        Duration::from_secs(self.lock().clock)
    }

    fn fill(&self, bytes: &mut [u8]) -> Result<(), TokenError> {
        let random = self.lock().random.clone();
        for (byte, drawn) in bytes.iter_mut().zip(random.iter().cycle()) {
            *byte = *drawn;
        }
        Ok(())
    }

    fn sleep(&self, _: Duration) {
        panic!("the recorded SDK never tries again");
    }

    fn sleep_async(&self, _: Duration) -> BoxFuture<'static, ()> {
        panic!("the recorded SDK never tries again");
    }
}

fn response(id: &str, recorded: &Value) -> Response {
    known(id, recorded, &["status", "body", "content_type", "headers"]);
    let mut headers = Headers::new();
    let content_type = recorded["content_type"].as_str();
    headers.add_received(
        "content-type",
        content_type.unwrap_or("application/json").as_bytes(),
    );
    for (name, value) in recorded["headers"].as_object().into_iter().flatten() {
        headers.add_received(name, value.as_str().expect(id).as_bytes());
    }
    let body = match &recorded["body"] {
        Value::String(text) => text.as_bytes().to_vec(),
        Value::Null => Vec::new(),
        other => serde_json::to_vec(other).expect(id),
    };
    let status = u16::try_from(recorded["status"].as_u64().expect(id)).expect(id);
    Response::new(status, headers, body)
}
