//! From the inputs of a case to a token, through the public builders.

use tokenmint::agora::v007::{
    Issuer, Permission, Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn,
    ServiceFpa, ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt, TimeKey,
};
use tokenmint::agora::{
    AccessToken, Account, ApaasTokenBuilder, AppId, ChatTokenBuilder2, ConvoAiTokenBuilder,
    Credentials, EducationTokenBuilder2, ExpireAt, ExpireIn, FpaTokenBuilder, Role,
    RtcTokenBuilder, RtcTokenBuilder2, RtmTokenBuilder, RtmTokenBuilder2, Stamp, SttTokenBuilder,
};
use tokenmint::internals::crypto::hmac_sha256::hmac_sha256;
use tokenmint::output::Owned;
use tokenmint::platform::{Crypto, CryptoFailed};
use tokenmint::zlib::Compression;
use tokenmint::{Error, Limits};

use crate::support::Case;

/// A 007 token of the case's builder.
pub fn v007(case: Case<'_>, compression: impl Compression) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let stamp = Stamp::new(u32_of(inputs, "issue_ts"), u32_of(inputs, "salt"))?;
    let issuer = Issuer::new(&credentials(inputs)?, stamp)
        .limits(Limits::Wire)
        .compression(compression);
    built(case, issuer)
}

/// As a device mints it that has no certificate, and HMAC of its own: the server
/// gives it the bytes of a key.
pub fn v007_from_time_key(case: Case<'_>, compression: impl Compression) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let (issued_at, salt) = (u32_of(inputs, "issue_ts"), u32_of(inputs, "salt"));
    let credentials = credentials(inputs)?;
    let given = *TimeKey::new(&credentials, issued_at)?.expose();
    let key = TimeKey::from_bytes(issued_at, &given)?;
    let app_id = credentials.app_id();
    let (limits, mut device) = (Limits::Wire, Device(0));
    let issuer = Issuer::from_time_key(app_id, &key, salt, limits, compression, &mut device)?;
    let token = built(case, issuer)?;
    assert_eq!(
        device.0, 2,
        "{}: the key of the salt, the signature",
        case.id
    );
    Ok(token)
}

/// As a device mints it that has HMAC of its own.
pub fn v007_with_crypto(case: Case<'_>, compression: impl Compression) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let stamp = Stamp::new(u32_of(inputs, "issue_ts"), u32_of(inputs, "salt"))?;
    let credentials = credentials(inputs)?;
    let (limits, mut device) = (Limits::Wire, Device(0));
    let issuer = Issuer::with_crypto(&credentials, stamp, limits, compression, &mut device)?;
    let token = built(case, issuer)?;
    assert_eq!(device.0, 3, "{}: both keys, the signature", case.id);
    Ok(token)
}

/// What a platform has, and how often it was asked.
#[derive(Default)]
pub struct Device(pub u32);

impl Crypto for Device {
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; 32],
    ) -> Result<(), CryptoFailed> {
        self.0 += 1;
        *mac = *hmac_sha256(key, &parts.concat()).expose();
        Ok(())
    }
}

fn built<C: Compression, M: Crypto>(case: Case<'_>, issuer: Issuer<C, M>) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let builder = case.text("builder");
    if builder.starts_with("AccessToken2") {
        let services = case.find("services").unwrap_or(inputs).value;
        let list = match services.as_array() {
            Some(_) => case.items("services"),
            None => inputs.items("services"),
        };
        let services: Vec<_> = list.into_iter().map(service).collect();
        return { issuer }.mint(lifetime(inputs, "expire")?, &services, Owned);
    }
    let channel = inputs.find("channel").map(|_| channel(inputs));
    let channel = channel.as_deref().unwrap_or("");
    let (class, function) = builder.split_once('.').expect("class and function");
    match (class, function) {
        ("RtcTokenBuilder2", _) => rtc(
            case,
            function,
            RtcTokenBuilder2::with_issuer(issuer),
            channel,
        ),
        ("RtmTokenBuilder2", "build_token") => RtmTokenBuilder2::with_issuer(issuer).build_token(
            account(inputs, "user_id")?,
            lifetime(inputs, "expire")?,
            Owned,
        ),
        ("RtmTokenBuilder2", "build_token_with_permissions") => {
            RtmTokenBuilder2::with_issuer(issuer).build_token_with_permissions(
                account(inputs, "user_id")?,
                permissions(inputs),
                lifetime(inputs, "expire")?,
                Owned,
            )
        }
        ("ChatTokenBuilder2", "build_user_token") => ChatTokenBuilder2::with_issuer(issuer)
            .build_user_token(inputs.text("user_id"), lifetime(inputs, "expire")?, Owned),
        ("ChatTokenBuilder2", "build_app_token") => ChatTokenBuilder2::with_issuer(issuer)
            .build_app_token(lifetime(inputs, "expire")?, Owned),
        ("EducationTokenBuilder2", _) => {
            education(case, function, EducationTokenBuilder2::with_issuer(issuer))
        }
        ("ApaasTokenBuilder", _) => {
            education(case, function, ApaasTokenBuilder::with_issuer(issuer))
        }
        ("FpaTokenBuilder", "build_token") => {
            FpaTokenBuilder::with_issuer(issuer).build_token(Owned)
        }
        ("ConvoAITokenBuilder", "buildToken") => ConvoAiTokenBuilder::with_issuer(issuer)
            .build_token(
                channel,
                inputs.text("rtc_account"),
                role(inputs, "rtc_role"),
                lifetime(inputs, "rtc_token_expire")?,
                four_lifetimes(inputs)?,
                inputs.text("rtm_user_id"),
                lifetime(inputs, "rtm_token_expire")?,
                Owned,
            ),
        ("SttTokenBuilder", "buildToken") => SttTokenBuilder::with_issuer(issuer).build_token(
            channel,
            inputs.text("rtc_account"),
            role(inputs, "rtc_role"),
            lifetime(inputs, "rtc_token_expire")?,
            four_lifetimes(inputs)?,
            inputs.text("rtm_user_id"),
            lifetime(inputs, "rtm_token_expire")?,
            Owned,
        ),
        _ => panic!("{}: unknown builder {builder:?}", case.id),
    }
}

fn rtc<C: Compression, M: Crypto>(
    case: Case<'_>,
    function: &str,
    mut builder: RtcTokenBuilder2<C, M>,
    channel: &str,
) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let privilege_expire = || lifetime(inputs, "privilege_expire");
    match function {
        "build_token_with_uid" => {
            let uid = uid(inputs)?;
            let role = role(inputs, "role");
            let expire = lifetime(inputs, "token_expire")?;
            builder.build_token_with_uid(channel, uid, role, expire, privilege_expire()?, Owned)
        }
        "build_token_with_user_account" => builder.build_token_with_user_account(
            channel,
            inputs.text("account"),
            role(inputs, "role"),
            lifetime(inputs, "token_expire")?,
            privilege_expire()?,
            Owned,
        ),
        "build_token_with_uid_and_privilege" => builder.build_token_with_uid_and_privilege(
            channel,
            uid(inputs)?,
            lifetime(inputs, "token_expire")?,
            four_lifetimes(inputs)?,
            Owned,
        ),
        "build_token_with_user_account_and_privilege" => builder
            .build_token_with_user_account_and_privilege(
                channel,
                inputs.text("account"),
                lifetime(inputs, "token_expire")?,
                four_lifetimes(inputs)?,
                Owned,
            ),
        "build_token_with_rtm" => builder.build_token_with_rtm(
            channel,
            inputs.text("account"),
            role(inputs, "role"),
            lifetime(inputs, "token_expire")?,
            privilege_expire()?,
            Owned,
        ),
        "build_token_with_rtm2" => builder.build_token_with_rtm2(
            channel,
            inputs.text("rtc_account"),
            role(inputs, "rtc_role"),
            lifetime(inputs, "rtc_token_expire")?,
            four_lifetimes(inputs)?,
            inputs.text("rtm_user_id"),
            lifetime(inputs, "rtm_token_expire")?,
            Owned,
        ),
        other => panic!("{}: unknown function {other:?}", case.id),
    }
}

fn education<C: Compression, M: Crypto>(
    case: Case<'_>,
    function: &str,
    mut builder: EducationTokenBuilder2<C, M>,
) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let expire = lifetime(inputs, "expire")?;
    match function {
        "build_room_user_token" => builder.build_room_user_token(
            inputs.text("room_uuid"),
            inputs.text("user_uuid"),
            classroom_role(inputs),
            expire,
            Owned,
        ),
        "build_user_token" => builder.build_user_token(inputs.text("user_uuid"), expire, Owned),
        "build_app_token" => builder.build_app_token(expire, Owned),
        other => panic!("{}: unknown function {other:?}", case.id),
    }
}

/// A 006 token of the case's builder.
pub fn v006(case: Case<'_>) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let credentials = credentials(inputs)?;
    let ts = deadline(inputs, "ts")?;
    // The token's own deadline is set, so the issue time plays no part.
    let stamp = Stamp::new(1, u32_of(inputs, "salt"))?;
    let rtc = RtcTokenBuilder::new(&credentials, stamp)
        .limits(Limits::Wire)
        .token_expires_at(ts);
    match case.text("builder") {
        "RtcTokenBuilder.buildTokenWithUid" => rtc.build_token_with_uid(
            &channel(inputs),
            uid(inputs)?,
            role(inputs, "role"),
            deadline(inputs, "privilege_expired_ts")?,
            Owned,
        ),
        "RtcTokenBuilder.buildTokenWithAccount" | "RtcTokenBuilder.buildTokenWithUserAccount" => {
            rtc.build_token_with_account(
                &channel(inputs),
                inputs.text("account"),
                role(inputs, "role"),
                deadline(inputs, "privilege_expired_ts")?,
                Owned,
            )
        }
        "RtmTokenBuilder.buildToken" => RtmTokenBuilder::new(&credentials, stamp)
            .limits(Limits::Wire)
            .token_expires_at(ts)
            .build_token(
                inputs.text("account"),
                deadline(inputs, "privilege_expired_ts")?,
                Owned,
            ),
        "AccessToken" => {
            let privileges: Vec<_> = privilege_pairs(inputs)
                .into_iter()
                .map(|(number, seconds)| (number, ExpireAt::unix(seconds.as_seconds())))
                .collect();
            let account = match inputs.find("account") {
                Some(_) => Account::Name(inputs.text("account")),
                None => Account::Uid(uid(inputs)?),
            };
            AccessToken::new(&credentials, stamp, &channel(inputs), account)?
                .limits(Limits::Wire)
                .token_expires_at(ts)
                .build(&privileges, Owned)
        }
        other => panic!("{}: unknown builder {other:?}", case.id),
    }
}

/// As a device mints it whose platform holds the certificate.
pub fn v006_with_crypto(case: Case<'_>) -> Result<String, Error> {
    let inputs = case.get("inputs");
    let app_id = &AppId::new(inputs.text("app_id"))?;
    let crypto = &mut Store(inputs.text("app_certificate").as_bytes());
    let ts = deadline(inputs, "ts")?;
    let stamp = Stamp::new(1, u32_of(inputs, "salt"))?;
    let user = || match inputs.find("account") {
        Some(_) => Ok(Account::Name(inputs.text("account"))),
        None => uid(inputs).map(Account::Uid),
    };
    match case.text("builder") {
        "RtmTokenBuilder.buildToken" => RtmTokenBuilder::with_app_id(app_id, None, stamp)
            .limits(Limits::Wire)
            .token_expires_at(ts)
            .build_with(
                crypto,
                inputs.text("account"),
                deadline(inputs, "privilege_expired_ts")?,
                Owned,
            ),
        "AccessToken" => {
            let privileges: Vec<_> = privilege_pairs(inputs)
                .into_iter()
                .map(|(number, seconds)| (number, ExpireAt::unix(seconds.as_seconds())))
                .collect();
            AccessToken::with_app_id(app_id, None, stamp, &channel(inputs), user()?)?
                .limits(Limits::Wire)
                .token_expires_at(ts)
                .build_with(crypto, &privileges, Owned)
        }
        _ => RtcTokenBuilder::with_app_id(app_id, None, stamp)
            .limits(Limits::Wire)
            .token_expires_at(ts)
            .build_with(
                crypto,
                &channel(inputs),
                user()?,
                role(inputs, "role"),
                deadline(inputs, "privilege_expired_ts")?,
                Owned,
            ),
    }
}

/// A platform whose key does not leave it.
struct Store<'k>(&'k [u8]);

impl Crypto for Store<'_> {
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; 32],
    ) -> Result<(), CryptoFailed> {
        assert!(key.is_empty());
        *mac = *hmac_sha256(self.0, &parts.concat()).expose();
        Ok(())
    }
}

/// A key of 001 to 005, or a signaling token.
#[cfg(feature = "legacy")]
#[allow(deprecated)]
pub fn legacy(case: Case<'_>) -> Result<String, Error> {
    use tokenmint::agora::legacy::{
        KeyInputs, generate, generate_in_channel_permission_key, generate_media_channel_key,
        generate_media_channel_key5, generate_public_sharing_key, generate_public_sharing_key5,
        generate_recording_key, generate_recording_key5, generate_signaling_token, generate2,
        generate3,
    };
    let inputs = case.get("inputs");
    let credentials = credentials(inputs)?;
    let builder = case.text("builder");
    if builder == "SignalingToken.generateSignalingToken" {
        let end = deadline(inputs, "expired_ts")?;
        return generate_signaling_token(&credentials, inputs.text("account"), end, Owned);
    }
    let stamp = Stamp::new(u32_of(inputs, "unix_ts"), u32_of(inputs, "random_int"))?;
    let channel = channel(inputs);
    if builder == "DynamicKey.generate" {
        return generate(&credentials, stamp, &channel, Owned);
    }
    let key = KeyInputs {
        credentials: &credentials,
        stamp,
        channel: &channel,
        uid: uid(inputs)?,
        expires_at: deadline(inputs, "expired_ts")?,
    };
    match builder {
        "DynamicKey2.generate" => generate2(&key, Owned),
        "DynamicKey3.generate" => generate3(&key, Owned),
        "DynamicKey4.generatePublicSharingKey" => generate_public_sharing_key(&key, Owned),
        "DynamicKey4.generateRecordingKey" => generate_recording_key(&key, Owned),
        "DynamicKey4.generateMediaChannelKey" => generate_media_channel_key(&key, Owned),
        "DynamicKey5.generatePublicSharingKey" => generate_public_sharing_key5(&key, Owned),
        "DynamicKey5.generateRecordingKey" => generate_recording_key5(&key, Owned),
        "DynamicKey5.generateMediaChannelKey" => generate_media_channel_key5(&key, Owned),
        "DynamicKey5.generateInChannelPermissionKey" => {
            generate_in_channel_permission_key(&key, inputs.text("permission"), Owned)
        }
        other => panic!("{}: unknown builder {other:?}", case.id),
    }
}

#[cfg(not(feature = "legacy"))]
pub fn legacy(case: Case<'_>) -> Result<String, Error> {
    panic!("{}: run the vectors with feature `legacy`", case.id)
}

/// Numbers and lifetimes, as the case lists them.
pub fn privilege_pairs(of: Case<'_>) -> Vec<(u16, ExpireIn)> {
    of.items("privileges")
        .iter()
        .map(|pair| {
            let number = |at: usize| pair.value[at].as_u64().expect(of.id);
            let key = u16::try_from(number(0)).expect(of.id);
            (key, ExpireIn::try_from(number(1)).expect(of.id))
        })
        .collect()
}

fn service(of: Case<'_>) -> Service<'_> {
    let service: Service<'_> = match of.number("service_type") {
        1 => ServiceRtc::new(of.text("channel"), of.text("account")).into(),
        2 => ServiceRtm::new(of.text("user_id")).into(),
        3 => ServiceStreaming::new(of.text("channel"), of.text("account")).into(),
        4 => ServiceFpa::new().into(),
        5 => ServiceChat::new(of.text("user_id")).into(),
        6 => ServiceFcdn::new(of.text("channel"), of.text("account")).into(),
        7 => {
            let (room, user) = (of.text("room_uuid"), of.text("user_uuid"));
            ServiceApaas::new(room, user, classroom_role(of)).into()
        }
        8 => ServiceRtm2::new(of.text("user_id"), permissions(of)).into(),
        9 => ServiceConvoAi::new().into(),
        10 => ServiceStt::new().into(),
        other => panic!("{}: unknown service {other}", of.id),
    };
    service.with_privileges(privilege_pairs(of).leak())
}

fn permissions<'a>(of: Case<'a>) -> &'a [Permission<'a>] {
    of.items("permissions")
        .into_iter()
        .map(|permission| {
            let number = |name| u16::try_from(permission.number(name)).expect(of.id);
            let resources: Vec<&str> = permission
                .items("resources")
                .iter()
                .map(|resource| resource.value.as_str().expect(of.id))
                .collect();
            let (kind, action) = (number("resource_type"), number("permission_type"));
            Permission::new(kind, action, resources.leak())
        })
        .collect::<Vec<_>>()
        .leak()
}

fn credentials(inputs: Case<'_>) -> Result<Credentials, Error> {
    Credentials::new(inputs.text("app_id"), inputs.text("app_certificate"))
}

/// `x*65536` with a note stands for that many letters.
fn channel(inputs: Case<'_>) -> String {
    let channel = inputs.text("channel");
    if inputs.find("channel_note").is_none() {
        return channel.to_owned();
    }
    let (letter, times) = channel.split_once('*').expect(inputs.id);
    letter.repeat(times.parse().expect(inputs.id))
}

fn account<'a>(inputs: Case<'a>, name: &str) -> Result<Account<'a>, Error> {
    match inputs.get(name).value.as_str() {
        Some(text) => Ok(Account::Name(text)),
        None => Account::try_from(inputs.number(name)),
    }
}

fn uid(inputs: Case<'_>) -> Result<u32, Error> {
    match Account::try_from(inputs.number("uid"))? {
        Account::Uid(uid) => Ok(uid),
        Account::Name(_) => unreachable!("a number is a uid"),
    }
}

fn role(inputs: Case<'_>, name: &str) -> Role {
    u32::try_from(inputs.number(name)).map_or(Role::Subscriber, Role::from_number_lossy)
}

fn classroom_role(of: Case<'_>) -> i16 {
    let role = of.get("role").value.as_i64().expect(of.id);
    i16::try_from(role).expect(of.id)
}

fn lifetime(inputs: Case<'_>, name: &str) -> Result<ExpireIn, Error> {
    ExpireIn::try_from(inputs.number(name))
}

fn four_lifetimes(inputs: Case<'_>) -> Result<[ExpireIn; 4], Error> {
    Ok([
        lifetime(inputs, "join_channel_privilege_expire")?,
        lifetime(inputs, "pub_audio_privilege_expire")?,
        lifetime(inputs, "pub_video_privilege_expire")?,
        lifetime(inputs, "pub_data_stream_privilege_expire")?,
    ])
}

fn deadline(inputs: Case<'_>, name: &str) -> Result<ExpireAt, Error> {
    ExpireAt::try_from(inputs.number(name))
}

fn u32_of(inputs: Case<'_>, name: &str) -> u32 {
    u32::try_from(inputs.number(name)).expect(inputs.id)
}
