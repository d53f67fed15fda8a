//! What an agent costs when the answer to its start is lost, and how its owner
//! gets rid of it.
//!
//! ```text
//! cargo run -p tokenmint-sim --example lost_answer
//! ```

use std::error::Error;
use std::time::Duration;

use tokenmint::client::convoai::vendors::{llm::OpenAiLlm, tts::ElevenLabsTts};
use tokenmint::client::convoai::{
    Agent, AgentClient, AgentSession, Area, ClientConfig, SessionOptions,
};
use tokenmint::http;
use tokenmint_sim::convoai::{self, ConvoAi};
use tokenmint_sim::{Fault, On, Simulation};

const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";

/// The code under test: somebody hangs up when the agent does not come.
fn call(session: &AgentSession) -> Result<(), http::Error> {
    let Err(error) = session.start() else {
        return session.stop();
    };
    println!("the start failed: {error}");
    // Looks for the agent that may run all the same.
    session.stop()
}

fn main() -> Result<(), Box<dyn Error>> {
    let simulation = Simulation::new();
    let service = simulation.add(convoai::US, ConvoAi::new(APP_ID, CERTIFICATE)?);
    simulation.fault(On::path("join"), Fault::AnswerLost);

    let config = ClientConfig::new(Area::Us, APP_ID).app_certificate(CERTIFICATE);
    let client = AgentClient::with_http(&config, simulation.client())?;
    let agent = Agent::new()
        .with_llm(&OpenAiLlm::new("gpt-4o-mini"))?
        .with_tts(&ElevenLabsTts::new(
            "tts-key",
            "model",
            "voice",
            "wss://tts.example.com",
        ))?;
    let session = agent.create_session(&client, SessionOptions::new("lobby", "1001", &["100"]));
    simulation.call("call", || call(&session))?;

    simulation.advance(Duration::from_secs(3600));
    let service = service.lock();
    print!("{}", simulation.story());
    println!(
        "an hour later {} agents run; they cost {} seconds",
        service.running().count(),
        service.bill(simulation.now()).as_secs_f64()
    );
    simulation.check()?;
    Ok(())
}
