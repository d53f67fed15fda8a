//! What users do, as short programs on the public API of the client. Each is
//! written once and runs with the blocking and with the async client.

mod face;
mod programs;
mod user;

use std::time::Duration;

use tokenmint::agora::{AppCertificate, AppId};
use tokenmint::client::convoai::vendors::{llm::AliyunLlm, tts::StepFunTts};
use tokenmint::client::convoai::{Agent, Area, ClientConfig};
use tokenmint::http::{Error, Timeouts};

use crate::convoai::{ConvoAi, ErrorBody};
use crate::executor;
use crate::fault::Faults;
use crate::invariant::{self, Invariant};
use crate::world::World;

pub use face::Face;
pub use programs::Journey;

use face::Client;
use programs::Scene;

pub(crate) const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
const LLM_KEY: &str = "llm-key-c0ffee";
const TTS_KEY: &str = "tts-key-c0ffee";

/// What must not be seen anywhere. (Tokens neither; they are known by how they
/// begin.)
pub(crate) const SECRETS: [&str; 3] = [CERTIFICATE, LLM_KEY, TTS_KEY];

/// The deadline of each call; less than two answers that are too slow take.
pub(crate) const TOTAL: Duration = Duration::from_secs(30);

/// The limit for one answer.
const ANSWER: Duration = Duration::from_secs(20);

/// Runs a journey to its end in a new world and looks at what is left.
///
/// # Errors
///
/// What a client cannot be made of: a defect of this package.
pub fn run(journey: Journey, face: Face, faults: Faults, seed: u64) -> Result<World, String> {
    let world = world(faults, seed).map_err(|error| error.to_string())?;
    let wrong = |error: Error| error.to_string();
    let timeouts = Timeouts::of(ANSWER).total(TOTAL);
    let config = ClientConfig::new(Area::Us, APP_ID)
        .app_certificate(CERTIFICATE)
        .timeouts_each(timeouts)
        .resolver(world.clone());
    let client = Client::new(face, &config, &world).map_err(wrong)?;
    let agent = agent().map_err(wrong)?;
    let scene = Scene::new(&world, &client, &agent);
    let tasks = journey.tasks(&scene);
    let sessions = tasks.len();
    world.lock().current = vec![None; sessions];
    if let Err(why) = executor::run(&world, tasks) {
        world.lock().violated(Invariant::Ends, why);
    }
    invariant::look_for_secrets(
        &mut world.lock(),
        &format!("{client:?} {agent:?} {config:?}"),
    );
    invariant::look_at_end(&world, sessions);
    Ok(world)
}

fn world(faults: Faults, seed: u64) -> Result<World, tokenmint::Error> {
    let (app_id, certificate) = (AppId::new(APP_ID)?, AppCertificate::new(CERTIFICATE)?);
    let mut service = ConvoAi::new(app_id, certificate, None);
    if seed % 2 == 1 {
        service.error_body = ErrorBody::Older;
    }
    Ok(World::new(service, faults, seed))
}

fn agent() -> Result<Agent, Error> {
    Agent::new()
        .with_instructions("You are helpful.")
        .with_llm(&AliyunLlm::new("https://llm.example.com/v1/chat").api_key(LLM_KEY))?
        .with_tts(&StepFunTts::new(TTS_KEY, "model", "voice"))
}
