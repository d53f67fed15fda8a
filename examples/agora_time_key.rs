//! A device that mints its own tokens without the app certificate: a server that
//! has it gives the device the key of one second.
//!
//! ```text
//! cargo run --example agora_time_key
//! ```
//!
//! `examples/c/time_key_token.c` is the device in C.

use tokenmint::agora::v007::{Minter, ParsedToken2, RTC_CAPACITY, TimeKey};
use tokenmint::agora::{AppCertificate, AppId, Credentials, ExpireIn, Role, RtcTokenBuilder2};
use tokenmint::secret::Secret;

// The sample project of the official guide.
const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";

/// What the server sends to a device that has shown who it is, over TLS.
struct Grant {
    issued_at: u32,
    key: Secret<{ TimeKey::LEN }>,
}

/// The server: it has the certificate and a clock. An hour later it gives the key
/// of another second, so that what a thief takes from a device is soon worth nothing.
fn server(now: u32) -> Result<Grant, tokenmint::Error> {
    let credentials = Credentials::new(APP_ID, CERTIFICATE)?;
    let key = TimeKey::new(&credentials, now)?;
    Ok(Grant {
        issued_at: key.issued_at(),
        key: Secret::new(*key.expose()),
    })
}

/// The device: no certificate, no clock. Lifetimes count from the issue time.
fn device(grant: &Grant, salt: u32) -> Result<String, tokenmint::Error> {
    let key = TimeKey::from_bytes(grant.issued_at, grant.key.expose())?;
    let minter = Minter::from_time_key(AppId::new(APP_ID)?, key);
    let mut buffer = [0; RTC_CAPACITY];
    let hours = ExpireIn::hours(2);
    RtcTokenBuilder2::with_issuer(minter.salt(salt))
        .build_token_with_uid("lobby", 7, Role::Publisher, hours, hours, &mut buffer)
        .map(str::to_owned)
}

/// Two tokens of one key, checked with the certificate as the service does.
///
/// # Errors
///
/// Whatever keeps them from being minted or from holding.
pub fn main() -> Result<(), tokenmint::Error> {
    let grant = server(1_700_000_000)?;
    for salt in [1, 2] {
        let token = device(&grant, salt)?;
        let mut workspace = Vec::new();
        let parsed = ParsedToken2::parse_in(&token, &mut workspace)?;
        parsed.verify(&AppCertificate::new(CERTIFICATE)?)?;
        assert_eq!(parsed.expires_at(), 1_700_000_000 + 7_200);
        println!("{token}");
    }
    Ok(())
}
