//! A network and a clock of a test's own.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::Value;
use tokenmint::http::{
    AsyncClient, BoxFuture, Client, Environment, Headers, Request, Response, TransportError,
    TransportErrorKind,
};

pub fn answer(status: u16, body: &Value) -> Result<Response, TransportError> {
    Ok(Response::new(
        status,
        Headers::new(),
        body.to_string().into_bytes(),
    ))
}

pub fn ok(body: Value) -> Result<Response, TransportError> {
    answer(200, &body)
}

pub fn not_sent() -> Result<Response, TransportError> {
    Err(TransportError::not_sent(TransportErrorKind::Connect))
}

pub fn lost() -> Result<Response, TransportError> {
    Err(TransportError::maybe_sent(TransportErrorKind::Interrupted))
}

type Rule = dyn Fn(&Request) -> Result<Response, TransportError> + Send + Sync;

#[derive(Clone)]
pub struct Fake {
    rule: Arc<Rule>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    requests: Vec<Request>,
    now: Duration,
    waits: Vec<Duration>,
    base_url: Option<String>,
}

impl Fake {
    /// Answers every request by a rule.
    pub fn rule(
        rule: impl Fn(&Request) -> Result<Response, TransportError> + Send + Sync + 'static,
    ) -> Self {
        let state = State {
            now: Duration::from_secs(1_700_000_000),
            ..State::default()
        };
        Self {
            rule: Arc::new(rule),
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Gives answers in turn.
    pub fn answers(answers: Vec<Result<Response, TransportError>>) -> Self {
        let answers = Mutex::new(VecDeque::from(answers));
        Self::rule(move |_| {
            let next = answers.lock().unwrap().pop_front();
            next.expect("one request too many")
        })
    }

    pub fn http(&self) -> Client {
        let fake = self.clone();
        Client::new(move |request| fake.send(request)).with_environment(self.clone())
    }

    pub fn async_http(&self) -> AsyncClient {
        let fake = self.clone();
        let http = AsyncClient::new(move |request| {
            let fake = fake.clone();
            async move { fake.send(request) }
        });
        http.with_environment(self.clone())
    }

    pub fn requests(&self) -> Vec<Request> {
        self.lock().requests.clone()
    }

    pub fn hosts(&self) -> Vec<String> {
        let host = |request: &Request| request.url.split('/').nth(2).unwrap_or("").to_string();
        self.requests().iter().map(host).collect()
    }

    pub fn bodies(&self) -> Vec<Value> {
        let body = |request: &Request| {
            let body = request.body.as_ref().map(tokenmint::http::Body::as_bytes);
            body.map_or(Value::Null, |body| serde_json::from_slice(body).unwrap())
        };
        self.requests().iter().map(body).collect()
    }

    pub fn pass(&self, seconds: u64) {
        self.lock().now += Duration::from_secs(seconds);
    }

    /// What a clock before 1970 says.
    pub fn before_1970(&self) {
        self.lock().now = Duration::ZERO;
    }

    /// Sets the one environment variable that there is.
    pub fn base_url_variable(&self, value: &str) {
        self.lock().base_url = Some(value.to_string());
    }

    pub fn waits(&self) -> Vec<Duration> {
        self.lock().waits.clone()
    }

    fn send(&self, request: Request) -> Result<Response, TransportError> {
        let result = (self.rule)(&request);
        self.lock().requests.push(request);
        result
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}

impl Environment for Fake {
    fn unix_time(&self) -> Duration {
        self.lock().now
    }

    fn monotonic(&self) -> Duration {
        self.lock().now
    }

    fn variable(&self, name: &str) -> Option<String> {
        assert_eq!(name, "AGORA_AGENTS_API_BASE_URL");
        self.lock().base_url.clone()
    }

    /// Waiting passes the time.
    fn sleep(&self, duration: Duration) {
        let mut state = self.lock();
        state.now += duration;
        state.waits.push(duration);
    }

    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration);
        Box::pin(std::future::ready(()))
    }
}

pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
}

pub fn now<T>(future: impl Future<Output = T>) -> T {
    runtime().block_on(future)
}
