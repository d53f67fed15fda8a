//! A token for a user with a text account.
//!
//! `cargo run --example agora_build_token_with_user_account`

use tokenmint::Error;
use tokenmint::agora::v007::{ParsedToken2, RTC_CAPACITY};
use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Stamp};

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    let credentials = Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )?;
    let stamp = Stamp::new(1_700_000_000, 12_345_678)?;

    let mut buffer = [0; RTC_CAPACITY];
    let token = RtcTokenBuilder2::new(&credentials, stamp).build_token_with_user_account(
        "lobby",
        "alice",
        Role::Subscriber,
        ExpireIn::hours(24),
        ExpireIn::WITH_TOKEN,
        &mut buffer,
    )?;
    println!("{token}");

    let mut workspace = [0; RTC_CAPACITY];
    let parsed = ParsedToken2::parse(token, &mut workspace)?;
    parsed.verify(credentials.certificate())?;
    assert_eq!(parsed.peek().account, Some("alice"));
    Ok(())
}
