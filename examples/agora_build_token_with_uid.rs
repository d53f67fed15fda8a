//! A token for a numeric user, in a buffer on the stack.
//!
//! `cargo run --example agora_build_token_with_uid`

use tokenmint::Error;
use tokenmint::agora::v007::{ParsedToken2, RTC_CAPACITY};
use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Stamp};

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    // The sample project of the official guide; yours comes from a safe place.
    let credentials = Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )?;
    // On a server: `Stamp::from_os()?`. A device brings its own clock and salt.
    let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
    let hour = ExpireIn::hours(1);

    let mut buffer = [0; RTC_CAPACITY];
    let token = RtcTokenBuilder2::new(&credentials, stamp).build_token_with_uid(
        "lobby",
        2_882_341_273,
        Role::Publisher,
        hour,
        hour,
        &mut buffer,
    )?;
    println!("{token}");

    let mut workspace = [0; RTC_CAPACITY];
    let parsed = ParsedToken2::parse(token, &mut workspace)?;
    parsed.verify(credentials.certificate())?;
    assert_eq!(parsed.peek().account, Some("2882341273"));
    Ok(())
}
