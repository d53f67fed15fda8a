//! Free composition: any services and privileges in one token.
//!
//! `cargo run --example agora_access_token2`

use tokenmint::Error;
use tokenmint::agora::v007::{
    ParsedToken2, PrivilegeRtc, PrivilegeStreaming, ServiceRtc, ServiceStreaming,
};
use tokenmint::agora::{AccessToken2, Credentials, ExpireIn, Stamp};

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    let credentials = Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )?;
    let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
    let hour = ExpireIn::hours(1);

    // The same type may stand twice: this user may join two channels.
    let first = ServiceRtc::new("lobby", 7).add_privilege(PrivilegeRtc::JoinChannel, hour);
    let second = ServiceRtc::new("stage", 7).add_privilege(PrivilegeRtc::JoinChannel, hour);
    let streaming =
        ServiceStreaming::new("stage", 7).add_privilege(PrivilegeStreaming::PublishMixStream, hour);
    let mut buffer = [0; 1024];
    let token = AccessToken2::new(&credentials, stamp, hour)
        .add_service(streaming)?
        .add_service(first)?
        .add_service(second)?
        .build(&mut buffer)?;
    println!("{token}");

    let mut workspace = [0; 1024];
    let parsed = ParsedToken2::parse(token, &mut workspace)?;
    parsed.verify(credentials.certificate())?;
    let channels = parsed.services().filter_map(|service| service.channel());
    assert!(channels.eq(["lobby", "stage", "stage"]));
    Ok(())
}
