//! Recorded calls: requests, results, waits; blocking and async.

use std::time::Duration;

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::types::agents::{
    Agent, AgentFilter, Speak, StartAgent, UpdateProperties,
};
use tokenmint::client::convoai::types::phone_numbers::{AddNumber, UpdateNumber};
use tokenmint::client::convoai::types::telephony::{CallFilter, StartCall};
use tokenmint::client::convoai::{
    AgentClient, AsyncAgentClient, AuthMode, Operation, Page, Subject, agents, phone_numbers,
    telephony,
};
use tokenmint::http::{Error, Request, RequestOptions};
use tokenmint::internals::wire::percent::{Style, decode};

use super::compare::Compare;
use super::session;
use super::world::{World, config};
use super::{App, known};
use crate::now::now;
use crate::support::Case;

const MEMBERS: [&str; 13] = [
    "id",
    "group",
    "client",
    "call",
    "exchanges",
    "result",
    "sleeps_s",
    "jitter_random",
    "unused_responses",
    "note",
    "events",
    "warnings",
    "async",
];

pub fn run(case: Case<'_>, app: &App) {
    known(case.id, case.value, &MEMBERS);
    let exchanges = case.get("exchanges").value.as_array().expect(case.id);
    let certificate = case.get("client").find("app_certificate");
    let compare = Compare {
        id: case.id,
        certificate: certificate.and_then(|value| value.value.as_str()),
    };
    for asynchronous in [false, true] {
        let world = World::new(case.id, exchanges);
        play(case, app, &world, asynchronous, &compare);
        let requests = world.requests();
        assert_eq!(requests.len(), exchanges.len(), "{}: requests", case.id);
        for (exchange, request) in exchanges.iter().zip(&requests) {
            let builder = case.value.pointer("/call/agent/builder");
            let recorded = match builder.and_then(Value::as_str) {
                Some(builder) => session::superseded(&exchange["request"], builder),
                None => exchange["request"].clone(),
            };
            compare_request(&compare, &recorded, request);
        }
        let waits: Vec<Value> = world
            .waits()
            .iter()
            .map(|wait| json!(wait.as_secs_f64()))
            .collect();
        compare.value("sleeps_s", case.get("sleeps_s").value, Some(&waits.into()));
        // Answers beyond those recorded would have been asked for.
        let unused = case.get("unused_responses").value.as_u64();
        assert!(unused.is_some(), "{}: unused_responses", case.id);
    }
}

fn play(case: Case<'_>, app: &App, world: &World, asynchronous: bool, compare: &Compare<'_>) {
    let call = case.get("call");
    let config = config(case.get("client"), app).expect(case.id);
    if call.find("agent").is_some() {
        let recorded = session::Recorded::new(case);
        if asynchronous {
            let client = world.asynchronous(&config).expect(case.id);
            now(recorded.play_async(&client, compare));
        } else {
            let client = world.blocking(&config).expect(case.id);
            recorded.play(&client, compare);
        }
        return;
    }
    let result = if asynchronous {
        Player::Async(world.asynchronous(&config).expect(case.id)).call(call)
    } else {
        Player::Blocking(world.blocking(&config).expect(case.id)).call(call)
    };
    compare.result(case.get("result").value, result);
}

/// Either client.
pub enum Player {
    Blocking(AgentClient),
    Async(AsyncAgentClient),
}

macro_rules! either {
    ($player:expr, $client:ident => $body:expr) => {
        match $player {
            Player::Blocking($client) => $body,
            Player::Async($client) => $body,
        }
    };
}

impl Player {
    fn send<T>(&self, operation: &Operation<T>) -> Result<T, Error> {
        match self {
            Self::Blocking(client) => client.send(operation),
            Self::Async(client) => now(client.send(operation)),
        }
    }

    fn call(&self, call: Case<'_>) -> Result<Value, Error> {
        match call.find("steps") {
            Some(_) => {
                known(call.id, call.value, &["steps"]);
                for step in call.items("steps") {
                    self.step(call.id, step.value.as_str().expect(call.id));
                }
                Ok(either!(self, client => client.current_url()).into())
            }
            None => {
                known(
                    call.id,
                    call.value,
                    &["target", "args", "kwargs", "consume"],
                );
                self.target(&Arguments::new(call))
            }
        }
    }

    fn step(&self, id: &str, step: &str) {
        match step {
            "phone_numbers.list" => {
                self.send(&phone_numbers::list()).expect(id);
            }
            "next_region()" => either!(self, client => client.next_region()),
            "pool.next_region()" => either!(self, client => client.pool().next_region()),
            other => panic!("{id}: unknown step {other:?}"),
        }
    }

    /// The operation for the app that is its first argument, which is the
    /// client's in all cases but one.
    fn of_app<T>(&self, given: &Arguments<'_>, operation: Operation<T>) -> Operation<T> {
        let app_id = either!(self, client => client.app_id());
        match given.arg(0) == app_id {
            true => operation,
            false => operation.with_app_id(given.arg(0)),
        }
    }

    fn target(&self, given: &Arguments<'_>) -> Result<Value, Error> {
        let options = given.options()?;
        macro_rules! send {
            (of_app: $operation:expr) => {
                send!(self.of_app(given, $operation))
            };
            ($operation:expr) => {{
                let operation = $operation.with_options(options);
                given.assert_all_used();
                let value = self.send(&operation)?;
                Ok(serde_json::to_value(&value).expect(given.id))
            }};
        }
        match given.target {
            "agents.start" => send!(of_app: agents::start(&given.start())),
            "agents.with_raw_response.start" => {
                let operation = self
                    .of_app(given, agents::start(&given.start()))
                    .with_options(options);
                let answer = match self {
                    Self::Blocking(client) => client.send_raw(&operation),
                    Self::Async(client) => now(client.send_raw(&operation)),
                }?;
                Ok(
                    json!({"data": answer.value, "x_request_id": answer.headers.get("x-request-id")}),
                )
            }
            "agents.get" => send!(of_app: agents::get(given.arg(1))),
            "agents.get_history" => send!(of_app: agents::get_history(given.arg(1))),
            "agents.stop" => send!(of_app: agents::stop(given.arg(1))),
            "agents.interrupt" => send!(of_app: agents::interrupt(given.arg(1))),
            "agents.speak" => {
                let body = Speak::from_map(given.object());
                send!(of_app: agents::speak(given.arg(1), &body))
            }
            "agents.update" => {
                let properties = given.object().get("properties").cloned();
                let properties = properties.unwrap_or_else(|| json!({}));
                let properties = properties.as_object().expect(given.id).clone();
                let properties = UpdateProperties::from_map(properties);
                send!(of_app: agents::update(given.arg(1), &properties))
            }
            "agents.list" => self.list(given, options),
            "telephony.list" => {
                let filter = given.call_filter();
                given.assert_all_used();
                let operation = self.of_app(given, telephony::list(&filter));
                let page = self.send(&operation)?;
                Ok(page.answer.into())
            }
            "telephony.call" => {
                send!(of_app: telephony::call(&StartCall::from_map(given.object())))
            }
            "telephony.get" => send!(of_app: telephony::get(given.arg(1))),
            "telephony.hangup" => send!(of_app: telephony::hangup(given.arg(1))),
            "phone_numbers.list" => send!(phone_numbers::list()),
            "phone_numbers.add" => {
                send!(phone_numbers::add(&AddNumber::from_map(given.object())))
            }
            "phone_numbers.get" => send!(phone_numbers::get(given.arg(0))),
            "phone_numbers.update" => {
                let body = UpdateNumber::from_map(given.object());
                send!(phone_numbers::update(given.arg(0), &body))
            }
            "phone_numbers.delete" => send!(phone_numbers::delete(given.arg(0))),
            "stop_agent" => {
                given.assert_all_used();
                // SDK 2.12.0 has another account in the token.
                let subject = Subject::new("stop").account(given.arg(0));
                let stop = agents::ensure_stopped(given.arg(0)).with_subject(subject);
                self.send(&stop)?;
                Ok(Value::Null)
            }
            other => panic!("{}: unknown target {other:?}", given.id),
        }
    }

    fn list(&self, given: &Arguments<'_>, options: RequestOptions) -> Result<Value, Error> {
        let operation = agents::list(&given.agent_filter()).with_options(options);
        let operation = self.of_app(given, operation);
        given.assert_all_used();
        match given.consume {
            None => self.send(&operation).map(|page| page.answer.into()),
            Some("iterate all items") => {
                let items: Vec<Agent> = match self {
                    Self::Blocking(client) => {
                        client.send_pages(operation).collect::<Result<_, _>>()?
                    }
                    Self::Async(client) => {
                        let mut pages = client.send_pages(operation);
                        let mut items = Vec::new();
                        while let Some(item) = now(pages.next_item()) {
                            items.push(item?);
                        }
                        items
                    }
                };
                Ok(serde_json::to_value(items).expect(given.id))
            }
            Some("items and has_next") => {
                let (page, has_next): (Option<Page<Agent>>, bool) = match self {
                    Self::Blocking(client) => {
                        let mut pages = client.send_pages(operation);
                        (pages.next_page()?, pages.has_next())
                    }
                    Self::Async(client) => {
                        let mut pages = client.send_pages(operation);
                        (now(pages.next_page())?, pages.has_next())
                    }
                };
                let items = page.expect("a first page").items;
                Ok(json!({"items": items, "has_next": has_next}))
            }
            Some(other) => panic!("{}: unknown way to consume {other:?}", given.id),
        }
    }
}

/// The arguments of a call, with a watch on what is left unused.
struct Arguments<'a> {
    id: &'a str,
    target: &'a str,
    args: Vec<&'a str>,
    kwargs: &'a Map<String, Value>,
    consume: Option<&'a str>,
    used: std::cell::RefCell<Vec<String>>,
}

impl<'a> Arguments<'a> {
    fn new(call: Case<'a>) -> Self {
        let args = call.items("args");
        Self {
            id: call.id,
            target: call.text("target"),
            args: args
                .iter()
                .map(|arg| arg.value.as_str().expect(call.id))
                .collect(),
            kwargs: call.get("kwargs").value.as_object().expect(call.id),
            consume: call
                .find("consume")
                .map(|how| how.value.as_str().expect(call.id)),
            used: std::cell::RefCell::default(),
        }
    }

    fn arg(&self, at: usize) -> &'a str {
        self.args[at]
    }

    fn take(&self, name: &str) -> Option<&'a Value> {
        self.used.borrow_mut().push(name.to_string());
        self.kwargs.get(name)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.take(name)
            .map(|value| value.as_str().expect(self.id).to_string())
    }

    fn assert_all_used(&self) {
        for name in self.kwargs.keys() {
            let used = self.used.borrow().contains(name);
            assert!(used, "{}: {name:?} was not used", self.id);
        }
    }

    /// All arguments by name but the options, as one body.
    fn object(&self) -> Map<String, Value> {
        let mut body = self.kwargs.clone();
        body.remove("request_options");
        self.used.borrow_mut().extend(body.keys().cloned());
        body
    }

    fn start(&self) -> StartAgent {
        StartAgent::from_map(self.object())
    }

    fn agent_filter(&self) -> AgentFilter {
        let number = |name| self.take(name).map(|value| value.as_f64().expect(self.id));
        let mut filter = AgentFilter::new();
        filter.channel = self.text("channel");
        filter.from_time = number("from_time");
        filter.to_time = number("to_time");
        filter.state = self.text("state");
        filter.limit = self.limit();
        filter.cursor = self.text("cursor");
        filter
    }

    fn call_filter(&self) -> CallFilter {
        let number = |name| self.take(name).map(|value| value.as_i64().expect(self.id));
        let mut filter = CallFilter::new();
        filter.number = self.text("number");
        filter.from_time = number("from_time");
        filter.to_time = number("to_time");
        filter.call_type = self.text("type").map(|text| text.as_str().into());
        filter.limit = self.limit();
        filter.cursor = self.text("cursor");
        filter
    }

    fn limit(&self) -> Option<u32> {
        let limit = self.take("limit")?.as_u64().expect(self.id);
        Some(u32::try_from(limit).expect(self.id))
    }

    fn options(&self) -> Result<RequestOptions, Error> {
        let mut options = RequestOptions::new();
        let Some(given) = self.take("request_options") else {
            return Ok(options);
        };
        for (name, value) in given.as_object().expect(self.id) {
            let members = || value.as_object().expect(self.id);
            match name.as_str() {
                "timeout_in_seconds" => {
                    let seconds = value.as_f64().expect(self.id);
                    options = options.timeout(Duration::from_secs_f64(seconds));
                }
                "max_retries" => {
                    let number = value.as_u64().expect(self.id);
                    options = options.max_retries(u32::try_from(number).expect(self.id));
                }
                "additional_headers" => {
                    for (name, value) in members() {
                        options = options.header(name, value.as_str().expect(self.id))?;
                    }
                }
                "additional_query_parameters" => {
                    for (name, value) in members() {
                        options = options.query_value(name, value);
                    }
                }
                "additional_body_parameters" => {
                    for (name, value) in members() {
                        options = options.body_field(name, value.clone());
                    }
                }
                other => panic!("{}: unknown option {other:?}", self.id),
            }
        }
        Ok(options)
    }
}

pub fn compare_request(compare: &Compare<'_>, recorded: &Value, request: &Request) {
    let id = compare.id;
    let members = [
        "method",
        "scheme",
        "host",
        "path",
        "query",
        "query_pairs",
        "headers",
        "body",
        "timeout_s",
    ];
    known(id, recorded, &members);
    let (scheme, rest) = request.url.split_once("://").expect(id);
    let (host, target) = rest.split_once('/').expect(id);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let text = |text: &[u8]| {
        let mut buffer = vec![0; text.len()];
        let decoded = decode(text, Style::Form, &mut buffer).expect(id);
        String::from_utf8(decoded.to_vec()).expect(id)
    };
    let pairs: Vec<[String; 2]> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').expect(id);
            [text(name.as_bytes()), text(value.as_bytes())]
        })
        .collect();
    // What the library says about itself and to the transport.
    let own = |name: &str, value: &str| {
        matches!(name, "accept" | "accept-encoding")
            || name == "user-agent" && value.starts_with("tokenmint/")
    };
    let headers: Map<String, Value> = request
        .headers
        .iter()
        .filter(|(name, value)| !own(name, value))
        .map(|(name, value)| (name.to_string(), value.into()))
        .collect();
    let mut body: Value = request.body.as_ref().map_or(Value::Null, |body| {
        serde_json::from_slice(body.as_bytes()).expect(id)
    });
    let len = request.body.as_ref().map(|body| body.as_bytes().len());
    let compact = serde_json::to_vec(&body).expect(id).len();
    assert!(
        len.is_none_or(|len| len == compact),
        "{id}: JSON is compact"
    );
    same_default_name(&recorded["body"], &mut body);
    let found = json!({
        "method": request.method.as_str(),
        "scheme": scheme,
        "host": host,
        "path": format!("/{path}"),
        "query": query,
        "query_pairs": pairs,
        "headers": headers,
        "body": body,
        "timeout_s": request.timeouts.response.as_secs_f64(),
    });
    compare.value("request", recorded, Some(&found));
}

/// A name that nobody gave is the time in both SDKs, in seconds or nanoseconds;
/// here it is the nanoseconds and a random number.
pub fn same_default_name(recorded: &Value, found: &mut Value) {
    let of_time = |name: &str| {
        let number = name.strip_prefix("agent-")?;
        let is_time = number.len() >= 10 && number.bytes().all(|byte| byte.is_ascii_digit());
        is_time.then(|| name.to_string())
    };
    let Some(expected) = recorded["name"].as_str().and_then(of_time) else {
        return;
    };
    let name = found["name"].as_str().unwrap_or_default();
    if let Some((time, random)) = name.rsplit_once('-')
        && time.starts_with(&expected)
        && random.len() == 12
    {
        found["name"] = expected.into();
    }
}

/// A configuration, and what a request made with it carries.
pub fn run_config(case: Case<'_>, app: &App) {
    let id = case.id;
    known(id, case.value, &["id", "input", "result"]);
    let compare = Compare {
        id,
        certificate: case
            .get("input")
            .find("app_certificate")
            .map_or(Some(app.certificate.as_str()), |value| value.value.as_str()),
    };
    for asynchronous in [false, true] {
        let answer = json!({"request": null, "response": {"status": 200, "body": []}});
        let world = World::new(id, &[answer]);
        let result = config(case.get("input"), app).and_then(|config| {
            let player = if asynchronous {
                Player::Async(world.asynchronous(&config)?)
            } else {
                Player::Blocking(world.blocking(&config)?)
            };
            player.send(&phone_numbers::list())?;
            let request = &world.requests()[0];
            Ok(json!({
                "auth_mode": match either!(&player, client => client.auth_mode()) {
                    AuthMode::AppCredentials => "app-credentials",
                    AuthMode::Basic => "basic",
                    AuthMode::Token => "token",
                    other => panic!("{id}: unknown mode {other:?}"),
                },
                "authorization": request.headers.get("authorization"),
                "base_url": either!(&player, client => client.current_url()),
                "timeout_s": request.timeouts.response.as_secs_f64(),
            }))
        });
        let refused = result.is_err();
        compare.result(case.get("result").value, result);
        assert!(
            !refused || world.requests().is_empty(),
            "{id}: something was sent"
        );
    }
}
