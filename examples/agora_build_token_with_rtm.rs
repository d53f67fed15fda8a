//! One token for real-time audio and video and for signaling.
//!
//! `cargo run --example agora_build_token_with_rtm`

use tokenmint::Error;
use tokenmint::agora::v007::{ParsedToken2, ServiceType};
use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Stamp};

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    let credentials = Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )?;
    let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
    let hour = ExpireIn::hours(1);

    let mut buffer = [0; 1024];
    let token = RtcTokenBuilder2::new(&credentials, stamp).build_token_with_rtm(
        "lobby",
        "alice",
        Role::Publisher,
        hour,
        hour,
        &mut buffer,
    )?;
    println!("{token}");

    let mut workspace = [0; 1024];
    let parsed = ParsedToken2::parse(token, &mut workspace)?;
    parsed.verify(credentials.certificate())?;
    let types = [ServiceType::Rtc, ServiceType::Rtm];
    assert!(
        parsed
            .services()
            .map(|service| service.service_type)
            .eq(types)
    );
    Ok(())
}
