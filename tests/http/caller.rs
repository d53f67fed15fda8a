//! A call without a service, and both adapters behind one function.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokenmint::http::{
    AsyncClient, AuthKind, Authorization, BaseUrl, Body, BodyKind, BoxFuture, Client, Connection,
    Endpoint, Environment, Error, Failure, Method, Operation, Proxy, Query, Request,
    RequestOptions, ReqwestTransport, Response, Service, Settings, Timeouts, UreqTransport,
};

pub const GET: Endpoint = Endpoint::new("test.get", Method::Get, "things/{id}");
pub const DELETE: Endpoint = Endpoint::new("test.delete", Method::Delete, "things/{id}");
pub const POST: Endpoint = Endpoint::new("test.post", Method::Post, "things/{id}")
    .body(BodyKind::Json)
    .auth(AuthKind::Bearer);

pub const SECRET: &str = "Sup3rS3cretT0ken";
pub const BODY_SECRET: &str = "B0dyS3cret";

pub struct TestCall {
    pub endpoint: Endpoint,
    pub base: String,
    pub id: String,
    pub settings: Settings,
    pub options: RequestOptions,
    pub attempts: AtomicU32,
    pub failures: Mutex<Vec<Failure>>,
}

impl TestCall {
    pub fn new(endpoint: Endpoint, base: &str) -> Self {
        let mut settings = Settings::new();
        settings.allow_plain_http = true;
        Self {
            endpoint,
            base: base.to_string(),
            id: "1".to_string(),
            settings,
            options: RequestOptions::new(),
            attempts: AtomicU32::new(0),
            failures: Mutex::default(),
        }
    }

    pub fn once(mut self) -> Self {
        self.settings.retry.max_retries = 0;
        self
    }

    pub fn timeout(mut self, millis: u64) -> Self {
        self.settings.timeouts = Timeouts::of(Duration::from_millis(millis));
        self
    }

    pub fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::SeqCst)
    }
}

impl Service for TestCall {
    type Error = Error;

    fn settings(&self) -> &Settings {
        &self.settings
    }

    fn failed(&self, failure: &Failure) -> bool {
        self.failures.lock().unwrap().push(*failure);
        false
    }
}

impl Operation for TestCall {
    type Service = Self;
    type Output = Response;

    fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    fn options<'a>(&'a self, _service: &'a Self) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, _service: &Self) -> Result<Request, Error> {
        let attempt = self.attempts.fetch_add(1, Ordering::SeqCst);
        let body = (self.endpoint.method == Method::Post)
            .then(|| Body::raw(format!("{{\"key\":\"{BODY_SECRET}\"}}").into_bytes()));
        Request::to(&self.endpoint, &BaseUrl::new(&self.base)?)
            .parameters(&[&self.id])
            .query(Query::new().with("q", "1"))
            .authorization(&Authorization::bearer(&format!("{SECRET}{attempt}"))?)
            .body(body)
            .build(&self.settings, &self.options)
    }

    fn finish(&self, _service: &Self, response: Response) -> Result<Response, Error> {
        Ok(response)
    }
}

/// Waits for nothing and remembers for how long.
#[derive(Default)]
pub struct Recorder {
    pub waits: Mutex<Vec<Duration>>,
}

pub const NOW: u64 = 1_700_000_000;

impl Environment for &'static Recorder {
    fn unix_time(&self) -> Duration {
        Duration::from_secs(NOW)
    }

    fn sleep(&self, duration: Duration) {
        self.waits.lock().unwrap().push(duration);
    }

    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration);
        Box::pin(std::future::ready(()))
    }
}

pub fn connection() -> Connection {
    Connection::new().proxy(Proxy::None)
}

pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime")
}

/// Which adapter.
#[derive(Debug, Clone, Copy)]
pub enum Adapter {
    Ureq,
    Reqwest,
}

pub const ADAPTERS: [Adapter; 2] = [Adapter::Ureq, Adapter::Reqwest];

impl Adapter {
    /// Runs a call; waits are recorded and take no time.
    pub fn run(
        self,
        connection: &Connection,
        call: &TestCall,
    ) -> (Result<Response, Error>, Vec<Duration>) {
        let recorder: &'static Recorder = Box::leak(Box::default());
        let result = match self {
            Self::Ureq => Client::new(UreqTransport::new(connection).unwrap())
                .with_environment(recorder)
                .run(call, call),
            Self::Reqwest => runtime().block_on(
                AsyncClient::new(ReqwestTransport::new(connection).unwrap())
                    .with_environment(recorder)
                    .run(call, call),
            ),
        };
        (result, recorder.waits.lock().unwrap().clone())
    }

    pub fn ask(self, call: &TestCall) -> Result<Response, Error> {
        self.run(&connection(), call).0
    }
}
