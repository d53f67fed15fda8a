//! The handshake with a gateway, async; credentials are kept in a file, and
//! the session is asked for until the user has finished.
//!
//! ```text
//! ATH_URL=http://127.0.0.1:3000 ATH_AGENT_ID=https://agent.example.com/.well-known/agent.json \
//!     ATH_KEY_FILE=agent.pem cargo run --example ath_gateway_async --features ath-client,reqwest013
//! ```

use std::path::Path;

use tokenmint::client::ath::{
    AsyncGatewayClient, AuthorizeRequest, ClientConfig, Developer, Error, FileStore, Key, Polling,
    RegisterRequest,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let key = Key::from_pem(std::fs::read(var("ATH_KEY_FILE")?)?)?;
    let mut config = ClientConfig::new(&var("ATH_URL")?, &var("ATH_AGENT_ID")?, key);
    // The standalone gateway asks for the session of one of its users.
    if let Ok(session) = var("ATH_USER_TOKEN") {
        config = config.header("x-ath-user-token", &session)?;
    }
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
    browser: impl Fn(&str),
) -> Result<Vec<String>, Error> {
    let store = FileStore::new(credentials);
    for warning in store.warnings() {
        eprintln!("warning: {warning}");
    }
    // What the client is given goes into the file by itself.
    let client = AsyncGatewayClient::new(&config.clone().store(store))?;
    if client.client_id().is_none() {
        let request = RegisterRequest::new(Developer::new("Example", "example.com"))
            .provider("github", &["repo"])
            .purpose("counts repositories");
        let registration = client.register(&request).await?;
        // Nobody gives the secret out again.
        for warning in registration.warnings {
            eprintln!("warning: {warning}");
        }
    }
    let request = AuthorizeRequest::new("github", &["repo"]);
    let token = client
        .ensure_token(&request, Polling::DEFAULT, |page| {
            browser(&page.authorization_url);
        })
        .await?;
    client.proxy("github", "GET", "/api/repos", None).await?;
    client.revoke().await?;
    Ok(token.effective_scopes)
}
