//! Basic authentication: customer id and customer secret.
//!
//! ```text
//! AGORA_APP_ID=... AGORA_CUSTOMER_ID=... AGORA_CUSTOMER_SECRET=... \
//!     cargo run --example convoai_basic --features convoai,ureq3
//! ```

use std::time::Duration;

use tokenmint::client::convoai::{AgentClient, Area, ClientConfig};
use tokenmint::http::{Error, RequestOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let var = |name: &str| std::env::var(name);
    let config = ClientConfig::new(Area::Us, &var("AGORA_APP_ID")?)
        .basic(&var("AGORA_CUSTOMER_ID")?, &var("AGORA_CUSTOMER_SECRET")?);
    for number in run(&config)? {
        println!("{number}");
    }
    Ok(())
}

/// The telephone numbers of the account.
///
/// # Errors
///
/// Whatever keeps them from being listed.
pub fn run(config: &ClientConfig) -> Result<Vec<String>, Error> {
    let client = AgentClient::new(config)?;
    let patient = RequestOptions::new().timeout(Duration::from_secs(20));
    let numbers = client.phone_numbers().with_options(patient).list()?;
    Ok(numbers
        .into_iter()
        .filter_map(|number| number.phone_number)
        .collect())
}
