//! Tokens by hand: one to join a channel with, one for the REST interface.
//!
//! ```text
//! AGORA_APP_ID=... AGORA_APP_CERTIFICATE=... \
//!     cargo run --example convoai_manual_tokens --features convoai,ureq3
//! ```

use tokenmint::client::convoai::types::agents::{Properties, StartAgent};
use tokenmint::client::convoai::{
    AgentClient, Area, ClientConfig, ConvoAiTokenOptions, RtcTokenOptions, expires_in_minutes,
    generate_convo_ai_token, generate_rtc_token,
};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    println!("{}", run(&app_id, &certificate, None)?);
    Ok(())
}

/// Starts an agent from a pipeline of the console; gives its id.
///
/// # Errors
///
/// Whatever keeps it from starting.
pub fn run(app_id: &str, certificate: &str, base_url: Option<&str>) -> Result<String, Error> {
    let half_an_hour = expires_in_minutes(30)?.seconds();
    let join_token = generate_rtc_token(
        app_id,
        certificate,
        "lobby",
        1001,
        RtcTokenOptions::new().expiry_seconds(half_an_hour),
    )?;
    let rest_token = generate_convo_ai_token(
        app_id,
        certificate,
        "lobby",
        "1001",
        ConvoAiTokenOptions::new().token_expire(half_an_hour),
    )?;
    let mut config = ClientConfig::new(Area::Us, app_id).auth_token(&rest_token);
    if let Some(base_url) = base_url {
        config = config.base_url(base_url);
    }
    let client = AgentClient::new(&config)?;
    let properties = Properties::joining("lobby", &join_token, "1001", &["100"]);
    let body = StartAgent::named("by-hand", properties).pipeline_id("pipeline");
    let started = client.agents().start(&body)?;
    Ok(started.agent_id.unwrap_or_default())
}
