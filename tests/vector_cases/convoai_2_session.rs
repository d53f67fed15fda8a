//! Sessions: an agent of vendors, steps, answers; requests, results, events.

use std::sync::{Arc, Mutex};

use serde_json::{Map, Value, json};
use tokenmint::Limits;
use tokenmint::client::convoai::types::agents::{Speak, StartAgent, Think, UpdateProperties};
use tokenmint::client::convoai::types::conversation::{
    AdvancedFeatures, FillerWords, Geofence, Interruption, Parameters, Rtc, Sal, TurnDetection,
};
use tokenmint::client::convoai::types::pipeline::GreetingConfigs;
use tokenmint::client::convoai::vendors::{AnyVendor, VendorArea, VendorKind};
use tokenmint::client::convoai::{
    Agent, AgentClient, AsyncAgentClient, ClientConfig, CnRouting, Event, EventKind,
    PREVIEW_HEADER, PREVIEW_URL, SessionOptions, agents,
};
use tokenmint::http::{Error, ErrorKind, Request, RequestOptions};

use super::compare::Compare;
use super::exchange::compare_request;
use super::vendor::with as vendor_with;
use super::world::{World, config};
use super::{App, deviations, members, vendor};
use crate::now::now;
use crate::support::{Case, known};

/// What a step gave.
type Outcome = Result<Value, Error>;

/// Events, by name and with their data.
type Events = Arc<Mutex<Vec<(&'static str, Value)>>>;

/// One thing done, what came of it, and the state afterwards.
struct Done {
    name: String,
    outcome: Outcome,
    status: String,
    requests: usize,
}

pub fn run(case: Case<'_>, app: &App) {
    let id = case.id;
    members(case);
    let input = case.get("input");
    let parts = ["client", "agent", "session", "steps", "responses", "env"];
    known(id, input.value, &parts);
    if deviations::has_no_hex_credentials(input.value) {
        let refused =
            config(input.get("client"), app).and_then(|it| World::default().blocking(&it));
        assert!(refused.expect_err(id).kind().is_local(), "{id}");
        return;
    }
    let expected = deviations::session(case);
    let told = [
        "exchanges",
        "results",
        "events",
        "warnings",
        "unused_responses",
        "exchanges_at_least",
    ];
    known(id, &expected, &told);
    let certificate = input.get("client").find("app_certificate");
    let certificate = certificate.map(|it| it.value.as_str().expect(id));
    let compare = Compare {
        id,
        certificate: Some(certificate.unwrap_or(&app.certificate)),
    };
    for asynchronous in [false, true] {
        let world = super::world(id, &answers(input, &expected));
        for (name, value) in input.value["env"].as_object().into_iter().flatten() {
            world.set_variable(name, value.as_str().expect(id));
        }
        let played = play(input, app, &world, asynchronous);
        let (done, events, warnings) = match played {
            Ok(played) => played,
            Err(error) => {
                // What a typed agent, session or client cannot even say.
                refused_early(&compare, &expected, &error);
                assert!(world.requests().is_empty(), "{id}: something was sent");
                continue;
            }
        };
        compare_results(&compare, &expected["results"], &done);
        compare_exchanges(&compare, &expected, &world.requests());
        if let Some(recorded) = expected.get("events").filter(|it| **it != "<any>") {
            compare_events(&compare, recorded, &events);
        }
        let own = deviations::own_warnings(&warnings);
        let recorded = expected["warnings"].as_u64().unwrap_or(0);
        let found = u64::try_from(warnings.len() - own).expect(id);
        assert_eq!(recorded, found, "{id}: {warnings:?}");
    }
}

/// The answers of the recorder, and its usual one for what goes beyond.
fn answers(input: Case<'_>, expected: &Value) -> Vec<Value> {
    let given = input.value["responses"].as_array().cloned();
    let mut answers = given.unwrap_or_else(|| {
        let exchanges = expected["exchanges"].as_array().into_iter().flatten();
        exchanges.map(|it| it["response"].clone()).collect()
    });
    if input.find("responses").is_none() {
        answers.push(json!({"status": 200, "body": {"agent_id": "A42AC47HY8CH7FR6N5"}}));
    }
    answers
}

/// An error before the session was there: the record has it in its first
/// result, whatever step that is.
fn refused_early(compare: &Compare<'_>, expected: &Value, error: &Error) {
    let id = compare.id;
    let first = &expected["results"][0]["error"];
    assert!(!first.is_null(), "{id}: refused: {error:?}");
    if *first != "<error>" && *first != "<any>" {
        // A missing certificate is the wrong state there and bad input here.
        assert_ne!(first["type"], "ApiError", "{id}: {error:?}");
    }
    assert!(error.kind().is_local(), "{id}: {error:?}");
}

fn compare_results(compare: &Compare<'_>, recorded: &Value, done: &[Done]) {
    let id = compare.id;
    let recorded = recorded.as_array().expect(id);
    assert_eq!(recorded.len(), done.len(), "{id}: steps");
    for (recorded, done) in recorded.iter().zip(done) {
        if *recorded == "<any>" {
            continue;
        }
        known(id, recorded, &["step", "ok", "error", "status", "requests"]);
        assert_eq!(recorded["step"], *done.name, "{id}");
        match (recorded.get("error"), &done.outcome) {
            (Some(any), Err(_)) if *any == "<any>" => {}
            (Some(any), Err(error)) if *any == "<error>" => {
                let allowed = error.kind().is_local() || error.kind() == ErrorKind::Answer;
                assert!(allowed, "{id}: {error:?}");
            }
            (Some(recorded), Err(error)) => same_error(compare, recorded, error),
            (Some(_), Ok(value)) => panic!("{id}: {} gave {value}", done.name),
            (None, Err(error)) => panic!("{id}: {}: {error:?}", done.name),
            (None, Ok(value)) if recorded["ok"].is_null() => {
                let _ = value;
            }
            (None, Ok(value)) => compare.value(&done.name, &recorded["ok"], Some(value)),
        }
        if let Some(status) = recorded["status"].as_str() {
            assert_eq!(status, done.status, "{id}: after {}", done.name);
        }
        if let Some(requests) = recorded["requests"].as_u64() {
            let found = u64::try_from(done.requests).expect(id);
            assert_eq!(requests, found, "{id}: requests of {}", done.name);
        }
    }
}

/// Errors of a state that bad input caused, here as bad input.
fn same_error(compare: &Compare<'_>, recorded: &Value, error: &Error) {
    let kind = error.kind();
    let bad_input = kind.is_local() && kind != ErrorKind::State;
    let agree = match recorded["type"].as_str() {
        // Pages that do not advance.
        Some("RuntimeError" | "ValueError") => bad_input || kind == ErrorKind::RepeatedCursor,
        // An answer of another form is that of a bug there.
        Some("TypeError" | "AttributeError") => bad_input || kind == ErrorKind::Answer,
        _ => false,
    };
    if !agree {
        compare.error(recorded, error);
    }
}

fn compare_exchanges(compare: &Compare<'_>, expected: &Value, requests: &[Request]) {
    let id = compare.id;
    let Some(exchanges) = expected["exchanges"].as_array() else {
        return;
    };
    let more = expected["exchanges_at_least"] == true;
    assert!(
        more || requests.len() == exchanges.len(),
        "{id}: {} requests",
        requests.len()
    );
    for (exchange, request) in exchanges.iter().zip(requests) {
        compare_request(compare, &exchange["request"], request);
    }
}

fn compare_events(compare: &Compare<'_>, recorded: &Value, events: &Events) {
    let id = compare.id;
    let events = events.lock().expect("no panic");
    let recorded = recorded.as_array().expect(id);
    let names: Vec<&str> = events.iter().map(|(name, _)| *name).collect();
    assert_eq!(recorded.len(), events.len(), "{id}: {names:?}");
    for (recorded, (name, data)) in recorded.iter().zip(events.iter()) {
        assert_eq!(recorded[0], *name, "{id}");
        if *name != "error" {
            compare.value("event", &recorded[1], Some(data));
        }
    }
}

macro_rules! steps {
    ($input:ident, $client:ident, $session:ident, $world:ident, [$($wait:tt)*]) => {{
        let id = $input.id;
        let mut done: Vec<Done> = Vec::new();
        for step in steps_of($input) {
            let before = $world.requests().len();
            let name = step["do"].as_str().expect(id).to_string();
            let outcome: Outcome = match name.as_str() {
                "start" => $session.start()$($wait)*.map(Value::from),
                "stop" => $session.stop()$($wait)*.map(|()| Value::Null),
                "interrupt" => $session.interrupt()$($wait)*.map(|it| json!(it)),
                "say" => {
                    let what = Speak::from_map(arguments(&step));
                    $session.say(&what)$($wait)*.map(|it| json!(it))
                }
                "think" => {
                    let what = Think::from_map(arguments(&step));
                    $session.think(&what)$($wait)*.map(|it| json!(it))
                }
                "update" => {
                    let what = step["properties"].as_object().expect(id).clone();
                    let what = UpdateProperties::from_map(what);
                    $session.update(&what)$($wait)*.map(|it| json!(it))
                }
                "get_info" => $session.info()$($wait)*.map(|it| json!(it)),
                "get_history" => $session.history()$($wait)*.map(|it| json!(it)),
                "get_turns" => {
                    let [index, size] = ["page_index", "page_size"].map(|it| number(id, &step[it]));
                    $session.turns(index, size)$($wait)*.map(|it| json!(it))
                }
                "get_all_turns" => {
                    let size = number(id, &step["page_size"]);
                    $session.all_turns(size)$($wait)*.map(|it| json!(it))
                }
                "client.next_region" => {
                    $client.next_region();
                    Ok(Value::Null)
                }
                "client.stop_agent" => {
                    let agent_id = step["agent_id"].as_str().expect(id);
                    $client.stop_agent(agent_id)$($wait)*.map(|()| Value::Null)
                }
                "raw.start" => {
                    let body = StartAgent::from_map(arguments(&step));
                    let operation = agents::start(&body).with_options(options(id, &step));
                    $client.send(&operation)$($wait)*.map(|it| json!(it))
                }
                "raw.get" => {
                    let agent_id = step["agent_id"].as_str().expect(id);
                    let operation = agents::get(agent_id).with_options(options(id, &step));
                    $client.send(&operation)$($wait)*.map(|it| json!(it))
                }
                "raw.get_history" => {
                    let operation = agents::get_history(step["agent_id"].as_str().expect(id));
                    let operation = operation.with_options(options(id, &step));
                    $client.send(&operation)$($wait)*.map(|it| json!(it))
                }
                "raw.get_turns" => {
                    let [index, size] = ["page_index", "page_size"].map(|it| number(id, &step[it]));
                    let agent_id = step["agent_id"].as_str().expect(id);
                    let operation = agents::turns(agent_id, index, size);
                    let operation = operation.with_options(options(id, &step));
                    $client.send(&operation)$($wait)*.map(|it| json!(it))
                }
                "raw.interrupt" => {
                    let operation = agents::interrupt(step["agent_id"].as_str().expect(id));
                    let operation = operation.with_options(options(id, &step));
                    $client.send(&operation)$($wait)*.map(|it| json!(it))
                }
                "raw.speak" | "raw.think" | "raw.update" => {
                    let mut body = arguments(&step);
                    let agent_id = body.remove("agent_id").expect(id);
                    let agent_id = agent_id.as_str().expect(id);
                    if name == "raw.update" {
                        let properties = body.remove("properties").unwrap_or_else(|| json!({}));
                        let properties = properties.as_object().expect(id).clone();
                        let properties = UpdateProperties::from_map(properties);
                        let operation = agents::update(agent_id, &properties);
                        let operation = operation.with_options(options(id, &step));
                        $client.send(&operation)$($wait)*.map(|it| json!(it))
                    } else {
                        let operation = match name.as_str() {
                            "raw.speak" => agents::speak(agent_id, &Speak::from_map(body)),
                            _ => agents::think(agent_id, &Think::from_map(body)),
                        };
                        let operation = operation.with_options(options(id, &step));
                        $client.send(&operation)$($wait)*.map(|it| json!(it))
                    }
                }
                "raw.stop" => {
                    let agent_id = step["agent_id"].as_str().expect(id);
                    let operation = agents::stop(agent_id).with_options(options(id, &step));
                    $client.send(&operation)$($wait)*.map(|()| Value::Null)
                }
                other => panic!("{id}: unknown step {other:?}"),
            };
            done.push(Done {
                name,
                outcome,
                status: $session.status().as_str().to_string(),
                requests: $world.requests().len() - before,
            });
        }
        done
    }};
}

/// What the reference does silently for a preview is said here.
fn preview(config: ClientConfig) -> Result<ClientConfig, Error> {
    config
        .base_url(PREVIEW_URL)
        .header(PREVIEW_HEADER, "gemini-live")
}

type Played = (Vec<Done>, Events, Vec<String>);

fn play(input: Case<'_>, app: &App, world: &World, asynchronous: bool) -> Result<Played, Error> {
    // The reference repeats nothing and changes no host by itself.
    let mut config = config(input.get("client"), app)?
        .cn_routing(CnRouting::EastNorth)
        .limits(Limits::Wire)
        .max_retries(0)
        .failover(false);
    if input.value["agent"]["tts"]["area"] == "preview" {
        config = preview(config)?;
    }
    let agent = agent(input)?;
    let session = session_options(input)?;
    let events = Events::default();
    let kinds = [EventKind::Started, EventKind::Stopped, EventKind::Error];
    if asynchronous {
        let client: AsyncAgentClient = world.asynchronous(&config)?;
        let session = agent.create_async_session(&client, session);
        for kind in kinds {
            let events = events.clone();
            session.on(kind, move |event| note(&events, event));
        }
        let done = now(async { steps!(input, client, session, world, [.await]) });
        return Ok((done, events, session.warnings()));
    }
    let client: AgentClient = world.blocking(&config)?;
    let session = agent.create_session(&client, session);
    for kind in kinds {
        let events = events.clone();
        session.on(kind, move |event| note(&events, event));
    }
    let done = steps!(input, client, session, world, []);
    Ok((done, events, session.warnings()))
}

fn note(events: &Events, event: &Event<'_>) {
    let noted = match event {
        Event::Started { agent_id } => ("started", json!({"agent_id": agent_id})),
        Event::Stopped { agent_id } => ("stopped", json!({"agent_id": agent_id})),
        Event::Error(_) => ("error", Value::Null),
        other => panic!("an event nobody asked for: {other:?}"),
    };
    events.lock().expect("no panic").push(noted);
}

/// The steps as objects; one start when nothing is said.
fn steps_of(input: Case<'_>) -> Vec<Value> {
    let given = input.value["steps"].as_array().cloned();
    let given = given.unwrap_or_else(|| vec!["start".into()]);
    given
        .into_iter()
        .map(|step| match step {
            Value::String(name) => json!({"do": name}),
            step => step,
        })
        .collect()
}

fn arguments(step: &Value) -> Map<String, Value> {
    let mut arguments = step.as_object().cloned().unwrap_or_default();
    arguments.remove("do");
    arguments.remove("request_options");
    arguments
}

fn number(id: &str, value: &Value) -> Option<u32> {
    let number = value.as_u64()?;
    Some(u32::try_from(number).expect(id))
}

fn options(id: &str, step: &Value) -> RequestOptions {
    let mut options = RequestOptions::new();
    let given = step["request_options"].as_object();
    for (name, value) in given.into_iter().flatten() {
        match name.as_str() {
            // D18: the reference counts from 2.
            "max_retries" => {
                let retries = number(id, value).expect(id).saturating_sub(2);
                options = options.max_retries(retries);
            }
            other => panic!("{id}: unknown option {other:?}"),
        }
    }
    options
}

/// The agent: vendors in their order, and the builder's members.
fn agent(input: Case<'_>) -> Result<Agent, Error> {
    let id = input.id;
    let given = input.get("agent");
    let mut agent = Agent::new();
    for (name, value) in given.value.as_object().expect(id) {
        let text = || value.as_str().expect(id);
        let object = || value.as_object().expect(id).clone();
        agent = match name.as_str() {
            "stt" | "llm" | "tts" | "mllm" | "avatar" | "order" => agent,
            "instructions" => agent.with_instructions(text()),
            "greeting" => agent.with_greeting(text()),
            "failure_message" => agent.with_failure_message(text()),
            "pipeline_id" => agent.with_pipeline_id(text()),
            "max_history" => agent.with_max_history(value.as_i64().expect(id)),
            "greeting_configs" => agent.with_greeting_configs(GreetingConfigs::from_map(object())),
            "turn_detection" => agent.with_turn_detection(TurnDetection::from_map(object())),
            "interruption" => agent.with_interruption(Interruption::from_map(object())),
            "advanced_features" => {
                agent.with_advanced_features(AdvancedFeatures::from_map(object()))
            }
            "parameters" => agent.with_parameters(Parameters::from_map(object())),
            "geofence" => agent.with_geofence(Geofence::from_map(object())),
            "sal" => agent.with_sal(Sal::from_map(object())),
            "rtc" => agent.with_rtc(Rtc::from_map(object())),
            "filler_words" => agent.with_filler_words(FillerWords::from_map(object())),
            "labels" => {
                let labels = object();
                let labels = labels.iter();
                let labels =
                    labels.map(|(name, it)| Some((name.clone(), it.as_str()?.to_string())));
                let labels: Option<std::collections::BTreeMap<_, _>> = labels.collect();
                agent.with_labels(labels.ok_or_else(|| Error::new(ErrorKind::InvalidInput))?)
            }
            "with_tools" | "with_audio_scenario" => agent,
            other => panic!("{id}: unknown member {other:?}"),
        };
    }
    // Steps of the builder, after the members that its constructor takes.
    if let Some(enable) = given.find("with_tools") {
        agent = agent.with_tools(enable.value.as_bool().expect(id));
    }
    if let Some(scenario) = given.find("with_audio_scenario") {
        agent = agent.with_audio_scenario(scenario.value.as_str().expect(id));
    }
    let order = given.find("order").map(|order| order.value.clone());
    let order = order.unwrap_or_else(|| json!(["stt", "llm", "tts", "mllm", "avatar"]));
    for kind in order.as_array().expect(id) {
        let kind = kind.as_str().expect(id);
        if let Some(part) = given.find(kind) {
            known(id, part.value, &["class", "area", "options"]);
            let area = part.find("area").map_or(VendorArea::Global, |area| {
                vendor::area(id, area.value.as_str().expect(id))
            });
            let options = part.get("options").value.as_object().expect(id).clone();
            let kind = vendor::kind(id, kind);
            let one = AnyVendor::from_class(kind, area, part.text("class"), options)?;
            agent = vendor_with(agent, &one)?;
        }
    }
    Ok(agent)
}

fn session_options(input: Case<'_>) -> Result<SessionOptions, Error> {
    let id = input.id;
    let given = input.get("session");
    let told = [
        "channel",
        "agent_uid",
        "remote_uids",
        "name",
        "no_name",
        "token",
        "idle_timeout",
        "enable_string_uid",
        "preset",
        "pipeline_id",
        "expires_in",
    ];
    known(id, given.value, &told);
    let text = |name: &str| given.find(name).map(|it| it.value.as_str().expect(id));
    let cannot_say = || Error::new(ErrorKind::InvalidInput);
    let remote = given.find("remote_uids");
    let remote = remote.map_or_else(|| json!(["100"]), |it| it.value.clone());
    let remote = remote.as_array().expect(id).iter().map(Value::as_str);
    let remote: Vec<&str> = remote.collect::<Option<_>>().ok_or_else(cannot_say)?;
    let mut options = SessionOptions::new(
        text("channel").unwrap_or("room-123"),
        text("agent_uid").unwrap_or("1001"),
        &remote,
    );
    if given.find("no_name").is_none() {
        options = options.name(text("name").unwrap_or("agent-1"));
    }
    if let Some(token) = text("token") {
        options = options.token(token);
    }
    if let Some(pipeline_id) = text("pipeline_id") {
        options = options.pipeline_id(pipeline_id);
    }
    if let Some(preset) = given.find("preset") {
        let names = match preset.value {
            Value::Array(names) => {
                let names = names.iter().map(|it| it.as_str().expect(id));
                names.collect::<Vec<_>>().join(",")
            }
            name => name.as_str().expect(id).to_string(),
        };
        options = options.preset(&names);
    }
    if let Some(timeout) = given.find("idle_timeout") {
        // A decimal text is turned into a number there.
        let seconds = timeout.value.as_i64();
        let text = || timeout.value.as_str()?.parse().ok();
        options = options.idle_timeout(seconds.or_else(text).ok_or_else(cannot_say)?);
    }
    if let Some(enable) = given.find("enable_string_uid") {
        options = options.enable_string_uid(enable.value.as_bool().expect(id));
    }
    if let Some(seconds) = given.find("expires_in") {
        options = options.expires_in(seconds.value.as_f64().ok_or_else(cannot_say)?);
    }
    Ok(options)
}

/// The request of a start.
#[derive(Debug)]
pub struct Body {
    pub request: Request,
}

impl Body {
    /// A session with this vendor and what else it needs.
    pub fn of_vendor(id: &str, vendor: &AnyVendor, in_cn: bool, app: &App) -> Result<Self, Error> {
        let mut agent = Agent::new();
        let needs = match vendor.kind() {
            VendorKind::Mllm => &[][..],
            VendorKind::Llm => &[VendorKind::Tts],
            VendorKind::Tts => &[VendorKind::Llm],
            _ => &[VendorKind::Llm, VendorKind::Tts],
        };
        for kind in needs {
            agent = vendor_with(agent, &plain(*kind))?;
        }
        let agent = vendor_with(agent, vendor)?;
        let area = if in_cn { "CN" } else { "US" };
        let client = json!({"area": area});
        let mut config = config(Case { id, value: &client }, app)?;
        if vendor.area() == VendorArea::Preview {
            config = preview(config)?;
        }
        let answer = json!({"status": 200, "body": {"agent_id": "A1"}});
        let world = super::world(id, [&answer]);
        let client = world.blocking(&config)?;
        let options = SessionOptions::new("room-123", "1001", &["100"]).name("agent-1");
        agent.create_session(&client, options).start()?;
        let request = world.requests().remove(0);
        Ok(Self { request })
    }

    pub fn properties(&self) -> Value {
        let body = self.request.body.as_ref().expect("a body");
        let body: Value = serde_json::from_slice(body.as_bytes()).expect("JSON");
        body["properties"].clone()
    }

    pub fn host(&self) -> &str {
        let (_, rest) = self.request.url.split_once("://").expect("a scheme");
        rest.split('/').next().expect("a host")
    }
}

/// A vendor that goes with any other.
fn plain(kind: VendorKind) -> AnyVendor {
    let (class, options) = match kind {
        VendorKind::Llm => (
            "CustomLLM",
            json!({"api_key": "k", "model": "m", "base_url": "https://x"}),
        ),
        _ => (
            "HumeAITTS",
            json!({"key": "k", "voice_id": "v", "provider": "p"}),
        ),
    };
    let options = options.as_object().expect("an object").clone();
    AnyVendor::from_class(kind, VendorArea::Global, class, options).expect("a vendor")
}
