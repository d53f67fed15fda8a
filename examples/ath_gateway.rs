//! The handshake with a gateway: discover, register, authorize, exchange,
//! call, revoke.
//!
//! ```text
//! tokenmint ath keygen --out agent.pem --public jwk
//! ATH_URL=http://127.0.0.1:3000 ATH_AGENT_ID=https://agent.example.com/.well-known/agent.json \
//!     ATH_KEY_FILE=agent.pem cargo run --example ath_gateway --features ath-client,ureq3
//! ```

use tokenmint::client::ath::{
    AuthorizeRequest, ClientConfig, Developer, Error, GatewayClient, Key, Polling,
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
    let user = run(&config, "github", &["read:user"], |url| {
        println!("open {url}");
    })?;
    println!("{user}");
    Ok(())
}

/// Walks the handshake and asks the provider who the user is. `browser` takes
/// the user to a page.
///
/// # Errors
///
/// Whatever ends it early; [`Error::reaction`] says what to do.
pub fn run(
    config: &ClientConfig,
    provider: &str,
    scopes: &[&str],
    browser: impl Fn(&str),
) -> Result<String, Error> {
    let client = GatewayClient::new(config)?;
    let gateway = client.discover()?;
    for warning in gateway.warnings() {
        eprintln!("warning: {warning}");
    }

    let listener = RedirectListener::bind(0)?;
    let registration = client.register(
        &RegisterRequest::new(Developer::new("Example", "example.com"))
            .provider(provider, scopes)
            .purpose("shows who the user is")
            .redirect_uri(&listener.redirect_uri()),
    )?;
    // Less than was asked for is normal.
    let approved = registration.approval(provider);
    let approved: Vec<&str> = approved
        .iter()
        .flat_map(|approval| &approval.approved_scopes)
        .map(String::as_str)
        .collect();

    // The browser and the gateway are asked at the same time: that of the
    // standalone gateway never comes back.
    let request = AuthorizeRequest::new(provider, &approved);
    let polling = Polling::DEFAULT.redirects(&listener);
    let token = client.ensure_token(&request, polling, |page| {
        for warning in page.warnings() {
            eprintln!("warning: {warning}");
        }
        browser(&page.authorization_url);
    })?;
    println!("for {}", token.effective_scopes.join(", "));

    let answer = client.proxy(provider, "GET", "/userinfo", None)?;
    client.revoke()?;
    Ok(answer
        .content
        .as_json()
        .map(ToString::to_string)
        .unwrap_or_default())
}
