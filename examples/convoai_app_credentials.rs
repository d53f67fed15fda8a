//! App credentials: every request carries a fresh token.
//!
//! ```text
//! AGORA_APP_ID=... AGORA_APP_CERTIFICATE=... \
//!     cargo run --example convoai_app_credentials --features convoai,ureq3
//! ```

use tokenmint::client::convoai::types::agents::AgentFilter;
use tokenmint::client::convoai::{AgentClient, Area, ClientConfig};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let running = run(&ClientConfig::new(Area::Us, &app_id).app_certificate(&certificate))?;
    println!("{running} agents are running");
    Ok(())
}

/// Counts the running agents, over all pages.
///
/// # Errors
///
/// Whatever keeps them from being listed.
pub fn run(config: &ClientConfig) -> Result<usize, Error> {
    let client = AgentClient::new(config)?;
    let running = AgentFilter::new().state("2");
    let mut count = 0;
    for agent in client.agents().list_all(&running) {
        println!("{:?}", agent?);
        count += 1;
    }
    Ok(count)
}
