//! The handshake with a service that speaks ATH itself, async; the browser is
//! caught on its way back.
//!
//! ```text
//! ATH_URL=http://127.0.0.1:3000 ATH_AGENT_ID=https://agent.example.com/.well-known/agent.json \
//!     ATH_KEY_FILE=agent.pem cargo run --example ath_native_async --features ath-client,reqwest013
//! ```

use tokenmint::client::ath::{
    AsyncNativeClient, AuthorizeRequest, ClientConfig, Developer, Error, Key, Polling,
    RedirectListener, RegisterRequest,
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
    let subjects = runtime.block_on(run(&config, |url| println!("open {url}")))?;
    println!("{}", subjects.join("\n"));
    Ok(())
}

/// The subjects of a user's messages.
///
/// # Errors
///
/// Whatever ends it early.
pub async fn run(config: &ClientConfig, browser: impl FnOnce(&str)) -> Result<Vec<String>, Error> {
    let client = AsyncNativeClient::new(config)?;
    let service = client.discover().await?;
    let listener = RedirectListener::bind(0)?;
    let scopes = ["mail:read"];
    let request = RegisterRequest::new(Developer::new("Example", "example.com"))
        .provider(&service.app_id, &scopes)
        .purpose("lists subjects")
        .redirect_uri(&listener.redirect_uri());
    client.register(&request).await?;
    let request = AuthorizeRequest::new(&service.app_id, &scopes);
    let authorization = client.authorize(&request).await?;
    browser(&authorization.authorization_url);
    let session = authorization.ath_session_id;
    let polling = Polling::DEFAULT.redirects(&listener);
    client.exchange_when_ready(&session, polling).await?;
    let messages = client.api("GET", "/v1/messages", None).await?;
    client.revoke().await?;
    let list = messages.content.as_json().and_then(|list| list.as_array());
    let subjects = list.into_iter().flatten();
    Ok(subjects
        .filter_map(|message| message["subject"].as_str())
        .map(ToString::to_string)
        .collect())
}
