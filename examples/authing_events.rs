//! Prints the events of a user pool as they come.
//!
//! ```text
//! AUTHING_ACCESS_KEY_ID=... AUTHING_ACCESS_KEY_SECRET=... \
//! cargo run --example authing_events --features authing-client,authing-events,ureq3
//! ```

use tokenmint::client::authing::{ManagementClient, ManagementClientOptions};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let (id, secret) = (
        var("AUTHING_ACCESS_KEY_ID")?,
        var("AUTHING_ACCESS_KEY_SECRET")?,
    );
    let options = ManagementClientOptions::new(&id, &secret);
    run(&options, |event| {
        println!("{event}");
        true
    })?;
    Ok(())
}

/// Hands events to `callback` until it has enough.
///
/// # Errors
///
/// When the service refuses the subscription, or cannot be reached any more.
pub fn run(
    options: &ManagementClientOptions,
    mut callback: impl FnMut(&str) -> bool,
) -> Result<(), Error> {
    let client = ManagementClient::new(options)?;
    for event in client.sub_event("authing.user.created")? {
        if !callback(&event?) {
            break;
        }
    }
    Ok(())
}
