//! The handshake with a service that speaks ATH itself.
//!
//! ```text
//! ATH_URL=http://127.0.0.1:3000 ATH_AGENT_ID=https://agent.example.com/.well-known/agent.json \
//!     ATH_KEY_FILE=agent.pem cargo run --example ath_native --features ath-client,ureq3
//! ```

use serde_json::json;
use tokenmint::client::ath::{
    AuthorizeRequest, ClientConfig, Developer, Error, Key, NativeClient, Polling, RegisterRequest,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let key = Key::from_pem(std::fs::read(var("ATH_KEY_FILE")?)?)?;
    let mut config = ClientConfig::new(&var("ATH_URL")?, &var("ATH_AGENT_ID")?, key);
    // The standalone gateway asks for the session of one of its users.
    if let Ok(session) = var("ATH_USER_TOKEN") {
        config = config.header("x-ath-user-token", &session)?;
    }
    let count = run(&config, |url| println!("open {url}"))?;
    println!("{count} messages");
    Ok(())
}

/// Counts the messages of a user, and sends one.
///
/// # Errors
///
/// Whatever ends it early.
pub fn run(config: &ClientConfig, browser: impl FnOnce(&str)) -> Result<usize, Error> {
    let client = NativeClient::new(config)?;
    let service = client.discover()?;
    // The id of the service takes the place of a provider's.
    let app_id = service.app_id.as_str();
    let scopes = ["mail:read", "mail:send"];
    client.register(
        &RegisterRequest::new(Developer::new("Example", "example.com"))
            .provider(app_id, &scopes)
            .purpose("counts messages"),
    )?;
    let authorization = client.authorize(&AuthorizeRequest::new(app_id, &scopes))?;
    browser(&authorization.authorization_url);
    client.exchange_when_ready(&authorization.ath_session_id, Polling::DEFAULT)?;

    let messages = client.api("GET", "/v1/messages", None)?;
    let count = messages.content.as_json().and_then(|list| list.as_array());
    let message = json!({"to": "a@example.com"});
    client.api("POST", "/v1/messages", Some(&message))?;
    client.revoke()?;
    Ok(count.map_or(0, Vec::len))
}
