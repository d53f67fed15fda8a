//! A session whose tokens last twelve hours.
//!
//! ```text
//! AGORA_APP_ID=... AGORA_APP_CERTIFICATE=... LLM_URL=... LLM_KEY=... TTS_KEY=... \
//!     cargo run --example convoai_session --features convoai,ureq3
//! ```

use tokenmint::client::convoai::types::agents::{Speak, SpeakPriority};
use tokenmint::client::convoai::vendors::llm::OpenAiLlm;
use tokenmint::client::convoai::vendors::stt::DeepgramStt;
use tokenmint::client::convoai::vendors::tts::ElevenLabsTts;
use tokenmint::client::convoai::{
    Agent, AgentClient, Area, ClientConfig, Event, EventKind, SessionOptions, expires_in_hours,
};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let config = ClientConfig::new(Area::Us, &var("AGORA_APP_ID")?)
        .app_certificate(&var("AGORA_APP_CERTIFICATE")?);
    let agent = agent(&var("LLM_URL")?, &var("LLM_KEY")?, &var("TTS_KEY")?)?;
    run(&config, &agent)?;
    Ok(())
}

/// An agent that answers by voice.
///
/// # Errors
///
/// For an option out of its range.
pub fn agent(llm_url: &str, llm_key: &str, tts_key: &str) -> Result<Agent, Error> {
    Agent::new()
        .with_name("support")
        .with_instructions("You are helpful and brief.")
        .with_greeting("Hello, what can I do for you?")
        // Without a key the service brings the model, as the preset of its name.
        .with_stt(&DeepgramStt::new().model("nova-3").language("en-US"))?
        .with_llm(&OpenAiLlm::new("gpt-4o").api_key(llm_key).base_url(llm_url))?
        .with_tts(&ElevenLabsTts::new(
            tts_key,
            "eleven_flash_v2_5",
            "21m00Tcm4TlvDq8ikWAM",
            "wss://api.elevenlabs.io/v1",
        ))
}

/// Starts the agent, has it say something, and stops it.
///
/// # Errors
///
/// Whatever goes wrong; the agent is stopped then as well, also one whose start
/// was never answered.
pub fn run(config: &ClientConfig, agent: &Agent) -> Result<(), Error> {
    let client = AgentClient::new(config)?;
    let options = SessionOptions::new("lobby", "1001", &["100"])
        .expires_in(expires_in_hours(12)?)
        .idle_timeout(120);
    let session = agent.create_session(&client, options);
    session.on(EventKind::Started, |event| {
        if let Event::Started { agent_id } = event {
            println!("agent {agent_id} is in the channel");
        }
    });
    session.on(EventKind::RenewalFailed, |event| {
        if let Event::RenewalFailed(error) = event {
            eprintln!("no new join token: {error}");
        }
    });
    if let Err(error) = session.start() {
        if error.may_have_happened() {
            session.stop()?;
        }
        return Err(error);
    }
    let said = session.say(&Speak::text_of("One moment.").priority(SpeakPriority::Interrupt));
    let history = session.history();
    session.stop()?;
    said?;
    let lines = history?.contents.unwrap_or_default();
    println!("{} things were said", lines.len());
    Ok(())
}
