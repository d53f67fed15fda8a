//! The handshake with a gateway, async; credentials are kept in a file, and
//! the session is asked for until the user has finished.
//!
//! ```text
//! ATH_URL=http://127.0.0.1:3000 ATH_AGENT_ID=https://agent.example.com/.well-known/agent.json \
//!     ATH_KEY_FILE=agent.pem cargo run --example ath_gateway_async --features ath-client,reqwest013
//! ```

use std::path::Path;

use tokenmint::client::ath::{
    AsyncGatewayClient, AuthorizeRequest, ClientConfig, Developer, Error, Key, Polling,
    RegisterRequest,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let key = Key::from_pem(std::fs::read(var("ATH_KEY_FILE")?)?)?;
    let config = ClientConfig::new(&var("ATH_URL")?, &var("ATH_AGENT_ID")?, key);
    let runtime = tokio::runtime::Runtime::new()?;
    let scopes = runtime.block_on(run(&config, Path::new("credentials.json"), |url| {
        println!("open {url}");
    }))?;
    println!("the token was good for {}", scopes.join(", "));
    Ok(())
}

/// Registers once, then asks a user for consent.
///
/// # Errors
///
/// Whatever ends it early.
pub async fn run(
    config: &ClientConfig,
    credentials: &Path,
    browser: impl FnOnce(&str),
) -> Result<Vec<String>, Error> {
    let client = AsyncGatewayClient::new(config)?;
    if credentials.exists() {
        for warning in client.load_credentials(credentials)? {
            eprintln!("warning: {warning}");
        }
    } else {
        let request = RegisterRequest::new(Developer::new("Example", "example.com"))
            .provider("github", &["repo"])
            .purpose("counts repositories");
        client.register(&request).await?;
        client.save_credentials(credentials)?;
    }
    let request = AuthorizeRequest::new("github", &["repo"]);
    let authorization = client.authorize(&request).await?;
    browser(&authorization.authorization_url);
    let session = authorization.ath_session_id;
    let token = client
        .exchange_when_ready(&session, Polling::DEFAULT)
        .await?;
    client.proxy("github", "GET", "/api/repos", None).await?;
    client.revoke().await?;
    Ok(token.effective_scopes)
}
