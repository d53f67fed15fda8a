//! The project that journeys are made in, and what its users share.

use std::sync::OnceLock;

use tokenmint::client::convoai::vendors::llm::OpenAiLlm;
use tokenmint::client::convoai::vendors::tts::ElevenLabsTts;
use tokenmint::client::convoai::{Agent, Area, ClientConfig};
use tokenmint::http::{Error, Timeouts};

use super::answers::ErrorBody;
use super::hosts::US;
use super::service::ConvoAi;
use crate::watch::{ANSWER, TOTAL};

pub(super) const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
const LLM_KEY: &str = "llm-key-c0ffee";
const TTS_KEY: &str = "tts-key-c0ffee";

/// What else must not be seen anywhere.
pub(super) const SECRETS: [&str; 2] = [LLM_KEY, TTS_KEY];

/// The first domain of the area.
pub(super) const FIRST_DOMAIN: &str = "agora.io";

/// Where requests may go.
pub(super) const ORIGINS: &[&str] = US;

pub(super) fn service(odd: bool) -> Result<ConvoAi, tokenmint::Error> {
    let mut service = ConvoAi::new(APP_ID, CERTIFICATE)?;
    if odd {
        service.error_body = ErrorBody::Older;
    }
    Ok(service)
}

pub(super) fn config() -> ClientConfig {
    ClientConfig::new(Area::Us, APP_ID)
        .app_certificate(CERTIFICATE)
        .timeouts_each(Timeouts::of(ANSWER).total(TOTAL))
}

/// The agent of all sessions.
pub(super) fn agent() -> Result<&'static Agent, Error> {
    static AGENT: OnceLock<Agent> = OnceLock::new();
    if let Some(agent) = AGENT.get() {
        return Ok(agent);
    }
    let agent = Agent::new()
        .with_instructions("You are helpful.")
        .with_llm(
            &OpenAiLlm::new("gpt-4o")
                .api_key(LLM_KEY)
                .base_url("https://llm.example.com/v1/chat"),
        )?
        .with_tts(&ElevenLabsTts::new(
            TTS_KEY,
            "model",
            "voice",
            "wss://tts.example.com/v1",
        ))?;
    Ok(AGENT.get_or_init(|| agent))
}
