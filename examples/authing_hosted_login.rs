//! Signs a user in at Authing's own page: where to send the user, and what to
//! do when the user comes back.
//!
//! ```text
//! AUTHING_APP_ID=... AUTHING_APP_SECRET=... AUTHING_APP_HOST=https://example.authing.cn \
//! REDIRECT_URI=https://app.example.com/callback \
//! cargo run --example authing_hosted_login --features authing-client,ureq3
//! ```

use std::io::{BufRead, stdin};

use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, BuildAuthorizeUrl, BuildLogoutUrl, Claims,
    PendingLogin,
};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let var = |name: &str| std::env::var(name);
    let options = AuthenticationClientOptions::new(&var("AUTHING_APP_ID")?)
        .app_secret(&var("AUTHING_APP_SECRET")?)
        .app_host(&var("AUTHING_APP_HOST")?)
        .redirect_uri(&var("REDIRECT_URI")?);
    let client = AuthenticationClient::new(&options)?;
    let (url, session) = begin(&client)?;
    println!("open {url}\nand enter the address that you are sent to");
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    let (claims, logout_url) = callback(&client, &session, line.trim())?;
    println!("signed in: {:?}", claims.subject());
    println!("to sign out: {logout_url}");
    Ok(())
}

/// Where to send the user, and what to keep in the session of this user.
///
/// # Errors
///
/// When the options lack something, or there is no randomness.
pub fn begin(client: &AuthenticationClient) -> Result<(String, String), Failure> {
    let request = BuildAuthorizeUrl::new().scope("openid profile offline_access");
    let pending = client.begin(&request)?;
    Ok((pending.url().to_owned(), pending.to_session().to_string()))
}

/// Who signed in, and where to send the user to sign out.
///
/// # Errors
///
/// Whatever keeps the user from being signed in: a callback that belongs to
/// another session, a code that is no good, a token that does not verify.
pub fn callback(
    client: &AuthenticationClient,
    session: &str,
    callback_url: &str,
) -> Result<(Claims, String), Failure> {
    let pending = PendingLogin::from_session(session)?;
    let signed_in = client.finish(&pending, callback_url)?;

    // The tokens belong to this user: so does the client that carries one.
    let user = client.for_another_user();
    user.set_access_token(signed_in.tokens.access_token()?);
    let id_token = signed_in.tokens.id_token().ok_or("no ID token")?;
    let request = BuildLogoutUrl::new()
        .id_token(id_token)
        .redirect_uri("https://app.example.com/bye");
    Ok((signed_in.claims, client.build_logout_url(&request)?))
}
