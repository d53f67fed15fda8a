//! A token whose privileges end one after the other: the user may join for a
//! day and publish for an hour.
//!
//! `cargo run --example agora_build_token_with_uid_and_privilege`

use tokenmint::Error;
use tokenmint::agora::v007::{ParsedToken2, PrivilegeRtc, RTC_CAPACITY};
use tokenmint::agora::{Credentials, ExpireIn, RtcTokenBuilder2, Stamp};

/// Mints, prints and checks.
pub fn main() -> Result<(), Error> {
    let credentials = Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )?;
    let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
    let (day, hour) = (ExpireIn::hours(24), ExpireIn::hours(1));

    let mut buffer = [0; RTC_CAPACITY];
    let join_audio_video_data = [day, hour, hour, hour];
    let token = RtcTokenBuilder2::new(&credentials, stamp).build_token_with_uid_and_privilege(
        "lobby",
        7,
        day,
        join_audio_video_data,
        &mut buffer,
    )?;
    println!("{token}");

    let mut workspace = [0; RTC_CAPACITY];
    let parsed = ParsedToken2::parse(token, &mut workspace)?;
    parsed.verify(credentials.certificate())?;
    let rtc = parsed.services().next().ok_or(Error::NoServices)?;
    let audio = rtc.privileges.get(PrivilegeRtc::PublishAudioStream);
    assert_eq!(audio, Some(hour));
    Ok(())
}
