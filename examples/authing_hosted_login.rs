//! Signs a user in at Authing's own page: where to send the user, and what to
//! do when the user comes back with a code.
//!
//! ```text
//! AUTHING_APP_ID=... AUTHING_APP_SECRET=... AUTHING_APP_HOST=https://example.authing.cn \
//! REDIRECT_URI=https://app.example.com/callback \
//! cargo run --example authing_hosted_login --features authing-client,ureq3
//! ```

use std::io::{BufRead, stdin};

use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, BuildAuthorizeUrl, BuildLogoutUrl, Claims,
};

/// What the session of this user keeps until the callback.
#[allow(missing_debug_implementations, reason = "it holds secrets")]
pub struct Session {
    /// Comes back with the code.
    pub state: String,
    /// Comes back in the ID token.
    pub nonce: String,
    /// Proves that the code is redeemed by who asked for it.
    pub code_verifier: String,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let var = |name: &str| std::env::var(name);
    let options = AuthenticationClientOptions::new(&var("AUTHING_APP_ID")?)
        .app_secret(&var("AUTHING_APP_SECRET")?)
        .app_host(&var("AUTHING_APP_HOST")?)
        .redirect_uri(&var("REDIRECT_URI")?);
    let client = AuthenticationClient::new(&options)?;
    let (url, session) = begin(&client)?;
    println!("open {url}\nand enter state and code of the callback, separated by a space");
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    let (state, code) = line.trim().split_once(' ').ok_or("two words")?;
    let (claims, logout_url) = callback(&client, &session, state, code)?;
    println!("signed in: {:?}", claims.subject());
    println!("to sign out: {logout_url}");
    Ok(())
}

/// Where to send the user, and what to keep.
///
/// # Errors
///
/// When the options lack something, or there is no randomness.
pub fn begin(client: &AuthenticationClient) -> Result<(String, Session), Failure> {
    let request = BuildAuthorizeUrl::new()
        .scope("openid profile offline_access")
        .with_pkce();
    let built = client.build_authorize_url(&request)?;
    let session = Session {
        state: built.state.ok_or("no state")?,
        nonce: built.nonce.ok_or("no nonce")?,
        code_verifier: built.code_verifier.ok_or("no verifier")?.expose().into(),
    };
    Ok((built.url, session))
}

/// Who signed in, and where to send the user to sign out.
///
/// # Errors
///
/// Whatever keeps the user from being signed in: a callback that belongs to
/// another session, a code that is no good, a token that does not verify.
pub fn callback(
    client: &AuthenticationClient,
    session: &Session,
    state: &str,
    code: &str,
) -> Result<(Claims, String), Failure> {
    if state != session.state {
        return Err("the callback belongs to another session".into());
    }
    let tokens = client.get_access_token_by_code(code, Some(&session.code_verifier))?;
    let id_token = tokens.id_token().ok_or("no ID token")?;
    let claims = client.verify_id_token(id_token, Some(&session.nonce))?;

    client.set_access_token(tokens.access_token()?);
    let user = client.get_user_info_by_access_token(tokens.access_token()?)?;
    if user["sub"].as_str() != claims.subject() {
        return Err("the user info is about somebody else".into());
    }
    let request = BuildLogoutUrl::new()
        .id_token(id_token)
        .redirect_uri("https://app.example.com/bye");
    Ok((claims, client.build_logout_url(&request)?))
}
