//! A network that answers by path and remembers.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::client::authing::{
    AuthenticationClientOptions, ManagementAuth, ManagementClientOptions,
};
use tokenmint::http::{
    AsyncClient, Client, Environment, Headers, Request, Response, RetryPolicy, TransportError,
    TransportErrorKind,
};

/// Seconds at which every test begins.
pub const START: u64 = 1_700_000_000;

#[derive(Clone)]
pub struct Net(Arc<State>);

type Answering = dyn Fn(&Request) -> Option<(u16, String)> + Send + Sync;

struct State {
    requests: Mutex<Vec<Request>>,
    clock: Mutex<Duration>,
    answer: Box<Answering>,
    /// How long each answer takes.
    delay: Duration,
}

impl Net {
    /// A network whose answers take no time; nothing is a broken connection.
    pub fn new(answer: impl Fn(&Request) -> Option<(u16, String)> + Send + Sync + 'static) -> Self {
        Self::slow(Duration::ZERO, answer)
    }

    pub fn slow(
        delay: Duration,
        answer: impl Fn(&Request) -> Option<(u16, String)> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(State {
            requests: Mutex::default(),
            clock: Mutex::new(Duration::from_secs(START)),
            answer: Box::new(answer),
            delay,
        }))
    }

    /// Answers everything with success and this content.
    pub fn saying(data: Value) -> Self {
        Self::new(move |_| ok(&data))
    }

    pub fn pass(&self, seconds: u64) {
        *self.0.clock.lock().unwrap() += Duration::from_secs(seconds);
    }

    /// What a clock before 1970 says.
    pub fn before_1970(&self) {
        *self.0.clock.lock().unwrap() = Duration::ZERO;
    }

    pub fn requests(&self) -> MutexGuard<'_, Vec<Request>> {
        self.0.requests.lock().unwrap()
    }

    /// How many requests went to this path.
    pub fn count(&self, path: &str) -> usize {
        let requests = self.requests();
        requests
            .iter()
            .filter(|it| it.target().ends_with(path))
            .count()
    }

    fn take(&self, request: Request) -> Result<Response, TransportError> {
        let answer = (self.0.answer)(&request);
        self.requests().push(request);
        let (status, body) =
            answer.ok_or_else(|| TransportError::maybe_sent(TransportErrorKind::Interrupted))?;
        Ok(Response::new(status, Headers::new(), body.into_bytes()))
    }

    pub fn blocking(&self) -> Client {
        let net = self.clone();
        let client = Client::new(move |request| {
            std::thread::sleep(net.0.delay);
            net.take(request)
        });
        client.with_environment(self.clone())
    }

    pub fn asynchronous(&self) -> AsyncClient {
        let net = self.clone();
        let client = AsyncClient::new(move |request| {
            let net = net.clone();
            async move {
                tokio::time::sleep(net.0.delay).await;
                net.take(request)
            }
        });
        client.with_environment(self.clone())
    }
}

impl Environment for Net {
    fn unix_time(&self) -> Duration {
        *self.0.clock.lock().unwrap()
    }
}

pub fn ok(data: &Value) -> Option<(u16, String)> {
    let body = json!({"statusCode": 200, "message": "", "data": data});
    Some((200, body.to_string()))
}

/// An answer to a request for a token, told apart by its number.
pub fn token(number: usize, expires_in: u64) -> Option<(u16, String)> {
    ok(&json!({"access_token": format!("token.{number}.x"), "expires_in": expires_in}))
}

pub fn user() -> AuthenticationClientOptions {
    AuthenticationClientOptions::new("app-1")
        .app_secret("app-secret-1")
        .app_host("https://authing.test")
        .retry(RetryPolicy::NEVER)
}

pub fn pool() -> ManagementClientOptions {
    ManagementClientOptions::new("ak-1", "sk-secret-1")
        .host("https://authing.test")
        .retry(RetryPolicy::NEVER)
}

pub fn pool_with_token() -> ManagementClientOptions {
    pool().auth(ManagementAuth::Bearer)
}
