//! A token that was made elsewhere, for a program without the certificate.
//!
//! ```text
//! AGORA_APP_ID=... AGORA_TOKEN=007... \
//!     cargo run --example convoai_token --features convoai,ureq3 -- AGENT_ID
//! ```

use tokenmint::client::convoai::{AgentClient, Area, ClientConfig};
use tokenmint::http::{Error, ErrorKind};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // With or without `agora token=` in front of it.
    let config = ClientConfig::new(Area::Ap, &std::env::var("AGORA_APP_ID")?)
        .auth_token(&std::env::var("AGORA_TOKEN")?);
    let agent_id = std::env::args().nth(1).ok_or("which agent?")?;
    println!("{}", run(&config, &agent_id)?);
    Ok(())
}

/// What an agent does.
///
/// # Errors
///
/// Whatever keeps that from being known; an agent that is not there is none.
pub fn run(config: &ClientConfig, agent_id: &str) -> Result<String, Error> {
    let client = AgentClient::new(config)?;
    match client.agents().get(agent_id) {
        Ok(agent) => Ok(agent
            .status
            .map_or("unknown".to_string(), |status| status.as_str().to_string())),
        Err(error) if error.kind() == ErrorKind::Status && error.status() == Some(404) => {
            Ok("gone".to_string())
        }
        Err(error) => Err(error),
    }
}
