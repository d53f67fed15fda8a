//! The clients of a deployment of one's own, behind an authority of one's own.
//!
//! ```text
//! AUTHING_HOST=https://authing.example.com AUTHING_CA_FILE=authority.pem \
//!     cargo run --example authing_private_deployment --features authing-client,ureq3
//! ```

use tokenmint::client::authing::authentication::GetSystemInfo;
use tokenmint::client::authing::{AuthenticationClient, AuthenticationClientOptions};
use tokenmint::http::{Connection, Error, Tls};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let authority = std::fs::read(std::env::var("AUTHING_CA_FILE")?)?;
    let tls = Tls::new().private_authority(&authority)?;
    println!("{}", run(&std::env::var("AUTHING_HOST")?, tls)?);
    Ok(())
}

/// The version of the server.
///
/// Better than `reject_unauthorized(false)`, with which whoever is on the way
/// can read passwords.
///
/// # Errors
///
/// Whatever keeps the service from answering.
pub fn run(host: &str, tls: Tls) -> Result<String, Error> {
    let options = AuthenticationClientOptions::new("64f0c0ffee0000000000a001")
        .app_host(host)
        .websocket_host(&host.replace("http", "ws"))
        .lang("en-US");
    let client = AuthenticationClient::connecting(&options, &Connection::new().tls(tls))?;
    let system = client
        .get_system_info(&GetSystemInfo::new())?
        .into_result()?;
    Ok(system["version"]["server"]
        .as_str()
        .unwrap_or_default()
        .into())
}
