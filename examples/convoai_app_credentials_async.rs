//! App credentials with the async client: many calls at once.
//!
//! ```text
//! AGORA_APP_ID=... AGORA_APP_CERTIFICATE=... \
//!     cargo run --example convoai_app_credentials_async --features convoai,reqwest013
//! ```

use tokenmint::client::convoai::{Area, AsyncAgentClient, ClientConfig};
use tokenmint::http::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app_id = std::env::var("AGORA_APP_ID")?;
    let certificate = std::env::var("AGORA_APP_CERTIFICATE")?;
    let config = ClientConfig::new(Area::Eu, &app_id).app_certificate(&certificate);
    let ids: Vec<_> = std::env::args().skip(1).collect();
    println!("{} agents stopped", run(config, &ids).await?);
    Ok(())
}

/// Stops agents, all at once; those that are gone already count.
///
/// # Errors
///
/// Of the first agent that could not be stopped.
pub async fn run(config: ClientConfig, agent_ids: &[String]) -> Result<usize, Error> {
    let client = AsyncAgentClient::new(&config)?;
    let mut stops = Vec::new();
    for id in agent_ids {
        let (client, id) = (client.clone(), id.clone());
        stops.push(tokio::spawn(async move { client.stop_agent(&id).await }));
    }
    let mut stopped = 0;
    for stop in stops {
        stop.await.expect("a stop does not panic")?;
        stopped += 1;
    }
    Ok(stopped)
}
