//! What a test of a user sees of a simulation.

use std::time::Duration;

use tokenmint::client::convoai::vendors::{llm::OpenAiLlm, tts::OpenAiTts};
use tokenmint::client::convoai::{
    Agent, AgentClient, Area, AsyncAgentClient, ClientConfig, SessionOptions,
};
use tokenmint::http::{Error, ErrorKind};
use tokenmint_sim::convoai::{self, ConvoAi};
use tokenmint_sim::{Fault, Invariant, On, Shared, Simulation};

const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";

fn scene() -> (Simulation, Shared<ConvoAi>) {
    let simulation = Simulation::new();
    let double = ConvoAi::new(APP_ID, CERTIFICATE).unwrap();
    let service = simulation.add(convoai::EU, double);
    (simulation, service)
}

fn config() -> ClientConfig {
    ClientConfig::new(Area::Eu, APP_ID).app_certificate(CERTIFICATE)
}

fn agent() -> Agent {
    let llm = OpenAiLlm::new("gpt-4o-mini");
    let agent = Agent::new().with_llm(&llm).unwrap();
    agent.with_tts(&OpenAiTts::new("alloy")).unwrap()
}

fn options(name: &str) -> SessionOptions {
    SessionOptions::new("lobby", "1001", &["100"]).name(name)
}

fn violated(simulation: &Simulation) -> Vec<Invariant> {
    let broken = simulation.check().err();
    let violations = broken.map(|broken| broken.violations).unwrap_or_default();
    violations.iter().map(|found| found.invariant).collect()
}

#[test]
fn a_fault_is_in_the_story_and_the_agent_that_it_left_runs() {
    let (simulation, service) = scene();
    simulation.fault(On::path("join"), Fault::AnswerLost);
    let client = AgentClient::with_http(&config(), simulation.client()).unwrap();
    let session = agent().create_session(&client, options("a"));
    let error = simulation.call("start", || session.start()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(service.lock().running().count(), 1);
    let story = simulation.story();
    for part in [
        "call 0: start",
        "[answer-lost] (started A1)",
        "= agents.start",
    ] {
        assert!(story.contains(part), "{part} is not in\n{story}");
    }
    let first = &simulation.exchanges()[0];
    assert_eq!(first.fault, Some(Fault::AnswerLost));
    assert!(!first.delivered);
    simulation.advance(Duration::from_secs(600));
    let bill = service.lock().bill(simulation.now());
    assert!(bill >= Duration::from_secs(600), "{bill:?}");
    assert_eq!(violated(&simulation), []);
}

#[test]
fn async_code_runs_on_the_same_time() {
    let (simulation, service) = scene();
    simulation.fault(On::any(), Fault::SlowAnswer);
    let http = simulation.async_client();
    let client = AsyncAgentClient::with_http(&config(), http).unwrap();
    let session = agent().create_async_session(&client, options("a"));
    let before = simulation.now();
    let start = simulation.call_async("start", session.start());
    let error = simulation.block_on(start).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(simulation.now() - before >= Duration::from_secs(10));
    assert_eq!(service.lock().running().count(), 1);
}

#[test]
#[should_panic(expected = "waits for nothing")]
fn a_future_that_never_ends_is_seen() {
    Simulation::new().block_on(std::future::pending::<()>());
}

#[test]
fn two_starts_in_one_call_are_a_violation_and_two_calls_are_not() {
    let (simulation, _) = scene();
    let client = AgentClient::with_http(&config(), simulation.client()).unwrap();
    let start = |name: &str| agent().create_session(&client, options(name)).start();
    simulation.call("one", || start("a")).unwrap();
    simulation.call("two", || start("b")).unwrap();
    start("c").unwrap();
    start("d").unwrap();
    assert_eq!(violated(&simulation), []);
    let both = || start("e").and_then(|_| start("f"));
    simulation.call("both", both).unwrap();
    assert_eq!(violated(&simulation), [Invariant::NotTwice]);
    let broken = simulation.check().unwrap_err();
    assert!(format!("{broken:?}").contains("call 2: both"), "{broken}");
}

#[test]
fn requests_to_nowhere_and_secrets_in_texts_are_violations() {
    let (simulation, _) = scene();
    let config = ClientConfig::new(Area::Us, APP_ID).app_certificate(CERTIFICATE);
    let client = AgentClient::with_http(&config, simulation.client()).unwrap();
    client.stop_agent("A1").unwrap_err();
    assert!(violated(&simulation).contains(&Invariant::Origin));

    let (simulation, _) = scene();
    simulation.look_at("nothing to see");
    assert_eq!(violated(&simulation), []);
    simulation.look_at(&format!("certificate={CERTIFICATE}"));
    assert_eq!(violated(&simulation), [Invariant::Secret]);

    let (simulation, _) = scene();
    simulation.hide("hunter2");
    let result: Result<(), Error> = simulation.call("log in", || {
        Err(Error::with_message(ErrorKind::State, "hunter2 is wrong"))
    });
    result.unwrap_err();
    assert_eq!(violated(&simulation), [Invariant::Secret]);
}
