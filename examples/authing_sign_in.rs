//! Signs a user in with email and password, then changes the profile.
//!
//! ```text
//! AUTHING_APP_ID=... AUTHING_APP_SECRET=... AUTHING_APP_HOST=https://example.authing.cn \
//! EMAIL=... PASSWORD=... cargo run --example authing_sign_in --features authing-client,ureq3
//! ```

use serde_json::Value;
use tokenmint::client::authing::authentication::{SignInByEmailPassword, UpdateProfile};
use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, SignInOptions,
};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let options = AuthenticationClientOptions::new(&var("AUTHING_APP_ID")?)
        .app_secret(&var("AUTHING_APP_SECRET")?)
        .app_host(&var("AUTHING_APP_HOST")?);
    let profile = run(&options, &var("EMAIL")?, &var("PASSWORD")?)?;
    println!("{profile}");
    Ok(())
}

/// The profile after the change.
///
/// # Errors
///
/// Whatever keeps the user from being signed in.
pub fn run(
    options: &AuthenticationClientOptions,
    email: &str,
    password: &str,
) -> Result<Value, Error> {
    let client = AuthenticationClient::new(options)?;
    let request = SignInByEmailPassword::new(email, password)
        .options(SignInOptions::new().scope("openid profile offline_access"));
    let tokens = client.sign_in_by_email_password(&request)?.into_result()?;

    client.set_access_token(tokens["access_token"].as_str().unwrap_or_default());
    let profile = client.update_profile(&UpdateProfile::new().nickname("Nick"))?;
    Ok(profile.into_result()?)
}
