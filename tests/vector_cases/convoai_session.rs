//! Recorded sessions: an agent in words, steps, events, states.
//!
//! What 2.12.0 sends in another way at a start is put in the place of what 1.0.3
//! sent; the classes of vendors are in the table of `convoai_vendor`.
//!
//! | member | 1.0.3 | 2.12.0 |
//! |---|---|---|
//! | `turn_detection` | only when given | always with the language |
//! | `parameters` | only when given | always with `audio_scenario` |
//! | `llm.greeting_message` | the agent's wins | the vendor's wins |
//! | `asr.params` | `{}` of Fengming | left out |
//! | `tts.params.url` | the default of `MiniMax` | not sent |
//! | `llm.style`, `.input_modalities` | not sent | sent |
//! | a warning | SenseTime's sample rate is not known | none |

use std::sync::{Arc, Mutex};

use serde_json::{Map, Value, json};
use tokenmint::client::convoai::types::agents::{Speak, UpdateProperties};
use tokenmint::client::convoai::vendors::VendorKind;
use tokenmint::client::convoai::{
    Agent, AgentClient, AsyncAgentClient, Event, EventKind, SessionOptions, SessionStatus,
};
use tokenmint::http::Error;

use super::compare::Compare;
use super::known;
use super::literal::{Written, calls};
use super::vendor::make;
use crate::support::Case;

/// What a step gave.
type Outcome = Result<Value, Error>;

pub struct Recorded<'a> {
    case: Case<'a>,
    agent: Agent,
    options: SessionOptions,
    steps: Vec<Written>,
}

/// One thing done, what came of it, and the state afterwards.
struct Done {
    name: String,
    outcome: Outcome,
    status: SessionStatus,
}

/// Events, by name and with their data.
type Events = Arc<Mutex<Vec<(&'static str, Outcome)>>>;

macro_rules! play {
    ($recorded:ident, $session:ident, [$($wait:tt)*]) => {{
        let mut done: Vec<Done> = Vec::new();
        for step in &$recorded.steps {
            let outcome: Outcome = match step.name.as_str() {
                "start" => $session.start()$($wait)*.map(Value::from),
                "stop" => $session.stop()$($wait)*.map(|()| Value::Null),
                "say" => $session.say(&$recorded.speak(step))$($wait)*.map(|said| json!(said)),
                "interrupt" => $session.interrupt()$($wait)*.map(|said| json!(said)),
                "update" => {
                    let properties = $recorded.update(step);
                    $session.update(&properties)$($wait)*.map(|updated| json!(updated))
                }
                "get_history" => $session.history()$($wait)*.map(|history| json!(history)),
                "get_info" => $session.info()$($wait)*.map(|info| json!(info)),
                other => panic!("{}: unknown step {other:?}", $recorded.case.id),
            };
            done.push(Done { name: step.name.clone(), outcome, status: $session.status() });
        }
        done
    }};
}

/// A recorded start as 2.12.0 sends it. `builder` is the agent in words.
pub fn superseded(request: &Value, builder: &str) -> Value {
    let mut request = request.clone();
    let Some(properties) = request.pointer_mut("/body/properties") else {
        return request;
    };
    if properties["tts"].is_null() {
        return request; // Not a start.
    }
    let language = properties["asr"]["language"].clone();
    properties["turn_detection"] = json!({"language": language});
    properties["parameters"] = json!({"audio_scenario": "default"});
    properties["llm"]["style"] = "openai".into();
    properties["llm"]["input_modalities"] = json!(["text"]);
    let vendors = builder.split_once("greeting_message='");
    if let Some((text, _)) = vendors.and_then(|(_, rest)| rest.split_once('\'')) {
        properties["llm"]["greeting_message"] = text.into();
    }
    if properties["asr"]["params"] == json!({}) {
        properties["asr"]["params"] = Value::Null;
    }
    properties["tts"]["params"]["url"] = Value::Null;
    request
}

impl<'a> Recorded<'a> {
    pub fn new(case: Case<'a>) -> Self {
        let call = case.get("call");
        known(case.id, call.value, &["agent", "create_session", "steps"]);
        known(case.id, call.get("agent").value, &["builder"]);
        let created = call.get("create_session");
        let mut recorded = Self {
            case,
            agent: Agent::new(),
            options: options(created),
            steps: steps(call),
        };
        recorded.agent = recorded.build(call.get("agent").text("builder"));
        if created.value.get("name").is_some_and(Value::is_null) {
            // "no session name and no agent name"
            recorded.agent = recorded.without_name();
        }
        recorded
    }

    pub fn play(&self, client: &AgentClient, compare: &Compare<'_>) {
        let session = self.agent.create_session(client, self.options.clone());
        let events = Events::default();
        for kind in [EventKind::Started, EventKind::Stopped, EventKind::Error] {
            let events = events.clone();
            session.on(kind, move |event| note(&events, event));
        }
        assert_eq!(session.status(), SessionStatus::Idle);
        let done = play!(self, session, []);
        self.compare(
            compare,
            &done,
            session.id().as_deref(),
            &events,
            session.warnings().len(),
        );
    }

    pub async fn play_async(&self, client: &AsyncAgentClient, compare: &Compare<'_>) {
        let session = self
            .agent
            .create_async_session(client, self.options.clone());
        let events = Events::default();
        for kind in [EventKind::Started, EventKind::Stopped, EventKind::Error] {
            let events = events.clone();
            session.on(kind, move |event| note(&events, event));
        }
        assert_eq!(session.status(), SessionStatus::Idle);
        let done = play!(self, session, [.await]);
        self.compare(
            compare,
            &done,
            session.id().as_deref(),
            &events,
            session.warnings().len(),
        );
    }

    fn compare(
        &self,
        compare: &Compare<'_>,
        done: &[Done],
        id: Option<&str>,
        events: &Events,
        warnings: usize,
    ) {
        let case = self.case;
        let recorded = case.get("result").value.get("ok");
        let recorded = recorded.unwrap_or_else(|| panic!("{}: no result", case.id));
        match recorded.as_object() {
            None => outcome(compare, recorded, named(case.id, done, "start", true)),
            Some(members) => {
                for (name, recorded) in members {
                    member(compare, name, recorded, members, done, id);
                }
            }
        }
        if let Some(list) = case.find("events") {
            let events = events.lock().expect("no panic");
            let list = list.value.as_array().expect(case.id);
            assert_eq!(list.len(), events.len(), "{}: events", case.id);
            for (recorded, (name, data)) in list.iter().zip(events.iter()) {
                known(case.id, recorded, &["event", "data"]);
                assert_eq!(recorded["event"], *name, "{}", case.id);
                outcome(compare, &recorded["data"], data);
            }
        }
        let list = case.find("warnings");
        let expected = list.map_or(0, |list| list.value.as_array().expect(case.id).len());
        // 2.12.0 asks nothing of the sample rate of SenseTime.
        let rate = usize::from(case.value.to_string().contains("SensetimeAvatar"));
        let expected = expected.saturating_sub(rate);
        assert_eq!(warnings, expected, "{}: warnings", case.id);
    }

    /// The agent in words. Two places are not written out: the URL of the
    /// model and the scenes of the avatar; the recorded body has them.
    fn build(&self, text: &str) -> Agent {
        let id = self.case.id;
        let body = self
            .case
            .value
            .pointer("/exchanges/0/request/body/properties");
        let mut agent = Agent::new();
        for mut written in calls(text) {
            if written.name == "Agent" {
                assert!(written.args.is_empty(), "{id}");
                for (name, value) in &written.kwargs {
                    let value = value.as_str().expect(id);
                    agent = match name.as_str() {
                        "name" => agent.with_name(value),
                        "instructions" => agent.with_instructions(value),
                        "greeting" => agent.with_greeting(value),
                        other => panic!("{id}: unknown argument {other:?}"),
                    };
                }
                continue;
            }
            for arg in &written.args {
                assert_eq!(arg, "url", "{id}: unknown argument");
                let url = body.and_then(|body| body["llm"].get("url")).cloned();
                let url = url.unwrap_or_else(|| "https://llm.example.com".into());
                written.kwargs.insert("url".to_string(), url);
            }
            for value in written
                .kwargs
                .values_mut()
                .filter(|value| *value == "[...]")
            {
                *value = body.expect(id)["avatar"]["params"]["sceneList"].clone();
            }
            let vendor = make(id, &written.name, written.kwargs).expect(id);
            agent = match vendor.kind() {
                VendorKind::Llm => agent.with_llm(&vendor),
                VendorKind::Tts => agent.with_tts(&vendor),
                VendorKind::Stt => agent.with_stt(&vendor),
                VendorKind::Mllm => agent.with_mllm(&vendor),
                VendorKind::Avatar => agent.with_avatar(&vendor),
            }
            .expect(id);
        }
        agent
    }

    fn without_name(&self) -> Agent {
        let text = self.case.get("call").get("agent").text("builder");
        let name = format!("name='{}', ", self.agent.name().expect("a name"));
        self.build(&text.replace(&name, ""))
    }

    fn speak(&self, step: &Written) -> Speak {
        let mut body = step.kwargs.clone();
        for (name, value) in ["text", "priority"].iter().zip(&step.args) {
            body.insert((*name).to_string(), value.clone());
        }
        assert!(step.args.len() <= 2, "{}", self.case.id);
        Speak::from_map(body)
    }

    fn update(&self, step: &Written) -> UpdateProperties {
        assert!(step.kwargs.is_empty(), "{}", self.case.id);
        let body = step.args.first().and_then(Value::as_object).cloned();
        UpdateProperties::from_map(body.unwrap_or_default())
    }
}

fn note(events: &Events, event: &Event<'_>) {
    let (name, data) = match event {
        Event::Started { agent_id } => ("started", Ok(json!({"agent_id": agent_id}))),
        Event::Stopped { agent_id } => ("stopped", Ok(json!({"agent_id": agent_id}))),
        Event::Error(error) => ("error", Err(copy(error))),
        other => panic!("an event nobody asked for: {other:?}"),
    };
    events.lock().expect("no panic").push((name, data));
}

/// An error with all that is compared; errors themselves are not copied.
fn copy(error: &Error) -> Error {
    let response = error.status().zip(error.headers()).zip(error.body());
    match response {
        Some(((status, headers), body)) => Error::from_response(tokenmint::http::Response::new(
            status,
            headers.clone(),
            body.to_vec(),
        )),
        None => Error::new(error.kind()),
    }
}

fn options(created: Case<'_>) -> SessionOptions {
    let id = created.id;
    let members = [
        "channel",
        "agent_uid",
        "remote_uids",
        "name",
        "idle_timeout",
        "expires_in",
        "token",
        "enable_string_uid",
    ];
    known(id, created.value, &members);
    let remote = created.items("remote_uids");
    let remote: Vec<&str> = remote
        .iter()
        .map(|uid| uid.value.as_str().expect(id))
        .collect();
    let mut options =
        SessionOptions::new(created.text("channel"), created.text("agent_uid"), &remote);
    if let Some(name) = created.find("name") {
        options = options.name(name.value.as_str().expect(id));
    }
    if let Some(token) = created.find("token") {
        options = options.token(token.value.as_str().expect(id));
    }
    if let Some(seconds) = created.find("idle_timeout") {
        options = options.idle_timeout(seconds.value.as_i64().expect(id));
    }
    if let Some(seconds) = created.find("expires_in") {
        options = options.expires_in(seconds.value.as_f64().expect(id));
    }
    if let Some(enable) = created.find("enable_string_uid") {
        options = options.enable_string_uid(enable.value.as_bool().expect(id));
    }
    options
}

/// The steps without what is said about their outcome.
fn steps(call: Case<'_>) -> Vec<Written> {
    let mut steps = Vec::new();
    for step in call.items("steps") {
        let text = step.value.as_str().expect(call.id);
        let text = text.split_once(" -> ").map_or(text, |(step, _)| step);
        match text {
            "every method while idle" => {
                for text in [
                    "stop",
                    "say('x')",
                    "interrupt",
                    "update({llm: {params: {a: b}}})",
                ] {
                    steps.extend(calls(text));
                }
                steps.extend(["get_history", "get_info"].map(calls).into_iter().flatten());
            }
            "start again" => steps.extend(calls("start")),
            text => steps.extend(calls(text)),
        }
    }
    steps
}

/// The first or last outcome of a step.
fn named<'d>(id: &str, done: &'d [Done], name: &str, first: bool) -> &'d Outcome {
    let mut found = done.iter().filter(|done| done.name == name);
    let found = if first {
        found.next()
    } else {
        found.next_back()
    };
    &found
        .unwrap_or_else(|| panic!("{id}: no step {name:?}"))
        .outcome
}

fn member(
    compare: &Compare<'_>,
    name: &str,
    recorded: &Value,
    all: &Map<String, Value>,
    done: &[Done],
    agent_id: Option<&str>,
) {
    let id = compare.id;
    let status = |status: SessionStatus| assert_eq!(recorded, status.as_str(), "{id}: {name}");
    let last = done.last().expect("steps").status;
    let first = done.first().expect("steps").status;
    match name {
        "status0" => status(SessionStatus::Idle),
        "status1" => status(first),
        "status" if all.contains_key("status_end") => status(first),
        "status" | "status2" | "status_end" => status(last),
        "id" => assert_eq!(recorded.as_str(), agent_id, "{id}"),
        "start" | "first" | "error" => outcome(compare, recorded, named(id, done, "start", true)),
        "restart" | "start_twice" => outcome(compare, recorded, named(id, done, "start", false)),
        "history" => outcome(compare, recorded, named(id, done, "get_history", true)),
        "info" => outcome(compare, recorded, named(id, done, "get_info", true)),
        "stop_in_error" => outcome(compare, recorded, named(id, done, "stop", true)),
        "stop" | "say" | "interrupt" | "update" | "get_history" | "get_info" => {
            outcome(compare, recorded, named(id, done, name, true));
        }
        other => panic!("{id}: unknown result {other:?}"),
    }
}

fn outcome(compare: &Compare<'_>, recorded: &Value, outcome: &Outcome) {
    match outcome {
        Ok(value) => compare.value("outcome", recorded, Some(value)),
        Err(error) => compare.error(recorded, error),
    }
}
