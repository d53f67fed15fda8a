//! Clock, randomness, network and configuration of a recorded case.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokenmint::Error as TokenError;
use tokenmint::client::convoai::{
    AgentClient, Area, AsyncAgentClient, ClientConfig, CnRouting, Resolver,
};
use tokenmint::http::{
    AsyncClient, BoxFuture, Client, Environment, Error, ErrorKind, Headers, Request, Response,
    TransportError, TransportErrorKind,
};

use super::App;
use crate::support::Case;

pub const CLOCK: u32 = 1_700_000_000;
pub const SALT: u32 = 12_345_678;

/// Plays answers and remembers everything.
#[derive(Clone, Default)]
pub struct World(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    answers: std::collections::VecDeque<Result<Response, TransportError>>,
    variables: Vec<(String, String)>,
    requests: Vec<Request>,
    waits: Vec<Duration>,
    passed: Duration,
}

impl World {
    pub fn new(id: &str, exchanges: &[Value]) -> Self {
        let answers = exchanges.iter().map(|exchange| {
            crate::support::known(id, exchange, &["request", "response"]);
            &exchange["response"]
        });
        Self::answering(id, answers)
    }

    pub fn answering<'a>(id: &str, answers: impl IntoIterator<Item = &'a Value>) -> Self {
        let world = Self::default();
        for answer in answers {
            let answer = response(id, answer);
            world.lock().answers.push_back(answer);
        }
        world
    }

    pub fn set_variable(&self, name: &str, value: &str) {
        let variable = (name.to_string(), value.to_string());
        self.lock().variables.push(variable);
    }

    pub fn requests(&self) -> Vec<Request> {
        self.lock().requests.clone()
    }

    pub fn waits(&self) -> Vec<Duration> {
        self.lock().waits.clone()
    }

    pub fn pass(&self, duration: Duration) {
        self.lock().passed += duration;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().expect("no panic")
    }

    fn answer(&self, request: Request) -> Result<Response, TransportError> {
        let mut state = self.lock();
        state.requests.push(request);
        let answer = state.answers.pop_front();
        // One request too many fails the comparison of requests.
        let missing = || TransportError::maybe_sent(TransportErrorKind::BodyTooLarge);
        answer.ok_or_else(missing)?
    }

    pub fn blocking(&self, config: &ClientConfig) -> Result<AgentClient, Error> {
        let world = self.clone();
        let http = Client::new(move |request| world.answer(request));
        AgentClient::with_http(config, http.with_environment(self.clone()))
    }

    pub fn asynchronous(&self, config: &ClientConfig) -> Result<AsyncAgentClient, Error> {
        let world = self.clone();
        let http = AsyncClient::new(move |request| {
            let world = world.clone();
            async move { world.answer(request) }
        });
        AsyncAgentClient::with_http(config, http.with_environment(self.clone()))
    }
}

impl Environment for World {
    fn unix_time(&self) -> Duration {
        Duration::from_secs(CLOCK.into()) + self.lock().passed
    }

    fn monotonic(&self) -> Duration {
        self.lock().passed
    }

    /// Nothing of the surroundings of the test.
    fn variable(&self, name: &str) -> Option<String> {
        let state = self.lock();
        let mut variables = state.variables.iter();
        let found = variables.find(|(other, _)| other == name);
        found.map(|(_, value)| value.clone())
    }

    fn salt(&self) -> Result<u32, TokenError> {
        Ok(SALT)
    }

    fn sleep(&self, duration: Duration) {
        self.lock().waits.push(duration);
    }

    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration);
        Box::pin(std::future::ready(()))
    }
}

fn response(id: &str, recorded: &Value) -> Result<Response, TransportError> {
    let members = ["status", "headers", "body", "body_raw", "text", "drop"];
    crate::support::known(id, recorded, &members);
    if recorded["drop"] == true {
        return Err(TransportError::maybe_sent(TransportErrorKind::Interrupted));
    }
    let mut headers = Headers::new();
    for (name, value) in recorded["headers"].as_object().into_iter().flatten() {
        headers.add_received(name, value.as_str().expect(id).as_bytes());
    }
    let raw = recorded.get("body_raw").or(recorded.get("text"));
    let body = match (recorded.get("body"), raw) {
        (Some(body), None) => serde_json::to_vec(body).expect(id),
        (None, Some(raw)) => raw.as_str().expect(id).as_bytes().to_vec(),
        (None, None) => Vec::new(),
        other => panic!("{id}: unexpected body {other:?}"),
    };
    let status = u16::try_from(recorded["status"].as_u64().expect(id)).expect(id);
    Ok(Response::new(status, headers, body))
}

/// The configuration that constructor arguments mean. SDK 1.0.3 knows one host in
/// mainland China; 2.12.0 knows more.
pub fn config(case: Case<'_>, app: &App) -> Result<ClientConfig, Error> {
    let id = case.id;
    let members = [
        "area",
        "app_id",
        "app_certificate",
        "customer_id",
        "customer_secret",
        "auth_token",
        "headers",
        "timeout",
    ];
    crate::support::known(id, case.value, &members);
    let area = match case.get("area").value {
        Value::String(name) => Area::from_name(name),
        Value::Number(number) => {
            let number = number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok());
            number.and_then(Area::from_number)
        }
        other => panic!("{id}: unexpected area {other}"),
    };
    // What a typed call cannot even say is refused input.
    let area = area.ok_or_else(|| Error::new(ErrorKind::InvalidInput))?;
    let text = |name: &str| case.find(name).map(|value| value.value.as_str().expect(id));
    let mut config = ClientConfig::new(area, text("app_id").unwrap_or(&app.id))
        .cn_routing(CnRouting::OneHost)
        .app_certificate(text("app_certificate").unwrap_or(&app.certificate));
    if let Some(value) = text("customer_id") {
        config = config.customer_id(value);
    }
    if let Some(value) = text("customer_secret") {
        config = config.customer_secret(value);
    }
    if let Some(value) = text("auth_token") {
        config = config.auth_token(value);
    }
    if let Some(timeout) = case.find("timeout") {
        let timeout = timeout.value.as_f64().expect(id);
        config = config.timeout(Duration::from_secs_f64(timeout));
    }
    if let Some(headers) = case.find("headers") {
        for (name, value) in headers.value.as_object().expect(id) {
            config = config.header(name, value.as_str().expect(id))?;
        }
    }
    Ok(config)
}

/// A resolver that gives what it is told and remembers what it was asked.
#[derive(Clone, Default)]
pub struct Names(Arc<Mutex<(Option<String>, Option<Value>)>>);

impl Names {
    pub fn say(&self, answer: Option<&str>) {
        *self.0.lock().expect("no panic") = (answer.map(ToString::to_string), None);
    }

    pub fn asked(&self) -> Option<Value> {
        self.0.lock().expect("no panic").1.take()
    }
}

impl Resolver for Names {
    fn first(&self, region: &str, domains: &[&str]) -> Option<String> {
        let mut state = self.0.lock().expect("no panic");
        assert!(state.1.is_none(), "asked twice");
        state.1 = Some(serde_json::json!({"prefix": region, "domains": domains}));
        state.0.clone()
    }
}
