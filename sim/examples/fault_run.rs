//! A thousand sessions on a bad network, each by somebody who calls everything
//! once: what is doubled, what fails, what is left running.
//!
//! ```text
//! cargo run -p tokenmint-sim --example fault_run
//! ```
//!
//! A quarter of all exchanges go wrong, in one of nineteen ways; which and how
//! follows from the number of the session.

use std::error::Error;

use tokenmint::client::convoai::vendors::{llm::OpenAiLlm, tts::ElevenLabsTts};
use tokenmint::client::convoai::{Agent, AgentClient, Area, ClientConfig, SessionOptions};
use tokenmint::http::{Client, ErrorKind};
use tokenmint_sim::Shared;
use tokenmint_sim::convoai::{self, ConvoAi};
use tokenmint_sim::fault::{Fault, Faults};
use tokenmint_sim::network::Network;
use tokenmint_sim::random::Random;
use tokenmint_sim::world::World;

const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
const SESSIONS: u64 = 1_000;

/// Exchanges of a session that faults are drawn for.
const EXCHANGES: usize = 60;

/// What came of all sessions.
#[derive(Debug, Default)]
struct Tally {
    starts_failed: u32,
    starts_doubled: u32,
    started_unknown: u32,
    stops: u32,
    stops_failed: u32,
    cannot_stop: u32,
    left_running: u32,
    left_for_good: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let agent = Agent::new()
        .with_llm(
            &OpenAiLlm::new("gpt-4o")
                .api_key("llm-key")
                .base_url("https://llm.example.com/v1"),
        )?
        .with_tts(&ElevenLabsTts::new(
            "tts-key",
            "model",
            "voice",
            "wss://tts.example.com",
        ))?;
    let mut tally = Tally::default();
    for seed in 1..=SESSIONS {
        session(seed, &agent, &mut tally)?;
    }
    println!("{SESSIONS} sessions, one call of start and of stop each");
    for (what, count) in [
        ("starts that failed", tally.starts_failed),
        ("  of them with an agent that runs", tally.started_unknown),
        ("  of them without a way to stop it", tally.cannot_stop),
        ("starts that made two agents", tally.starts_doubled),
        ("stops", tally.stops),
        ("stops that failed", tally.stops_failed),
        ("agents left running", tally.left_running),
        (
            "  of them that no other call of stop ends",
            tally.left_for_good,
        ),
    ] {
        println!("{count:>6}  {what}");
    }
    Ok(())
}

fn session(seed: u64, agent: &Agent, tally: &mut Tally) -> Result<(), Box<dyn Error>> {
    let world = World::new(faults(seed), seed);
    let service = Shared::new(ConvoAi::new(APP_ID, CERTIFICATE)?);
    let network = Network::new(&world).with(convoai::US, &service);
    let http = Client::new(network).with_environment(world);
    let config = ClientConfig::new(Area::Us, APP_ID).app_certificate(CERTIFICATE);
    let client = AgentClient::with_http(&config, http)?;
    let options = SessionOptions::new("lobby", "1001", &["100"]).name("agent");
    let session = agent.create_session(&client, options);
    let running = || service.lock().running().count();

    let started = session.start().is_ok();
    tally.starts_failed += u32::from(!started);
    tally.starts_doubled += u32::from(running() > 1);
    let is_unknown = !started && running() > 0;
    tally.started_unknown += u32::from(is_unknown);
    match session.stop() {
        Err(error) if error.kind() == ErrorKind::State => {
            tally.cannot_stop += u32::from(running() > 0);
        }
        result => {
            tally.stops += 1;
            tally.stops_failed += u32::from(result.is_err());
        }
    }
    tally.left_running += u32::from(running() > 0);
    for _ in 0..EXCHANGES {
        // Whether it succeeds is seen at the service.
        let _ = session.stop();
    }
    tally.left_for_good += u32::from(running() > 0);
    Ok(())
}

/// One exchange in four goes wrong, and no host for good.
fn faults(seed: u64) -> Faults {
    let mut random = Random::new(seed);
    let once = |fault: &&Fault| {
        !fault.is_for_good()
            && !fault.is_of_power()
            && !matches!(
                fault,
                Fault::ClockAhead | Fault::ClockBehind | Fault::MachineSleeps
            )
    };
    let possible: Vec<Fault> = Fault::ALL.iter().filter(once).copied().collect();
    let drawn = (0..EXCHANGES).filter_map(|at| {
        let fault = possible[random.below(possible.len())];
        (random.below(4) == 0).then_some((at, fault))
    });
    Faults::new(drawn.collect())
}
