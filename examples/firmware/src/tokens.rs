//! One credential of every kind, into a buffer on the stack or in a static.
//!
//! Issue time and random values are arguments; a device takes them from
//! [`Device`](crate::device::Device).

use tokenmint::Error;
use tokenmint::agora::{
    Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2, Stamp,
};
use tokenmint::ath::{Attestation, Audience, SigningKey};
use tokenmint::authing::{AccessKey, Request};
use tokenmint::zego::{CbcEntropy, GcmEntropy, ServerSecret, Token04};

const CHANNEL: &str = "7d72365eb983485397e3e3f9d460bdda";
const UID: u32 = 2_882_341_273;

/// Where these come from is the most important question of a device: see
/// SECURITY.md.
fn agora() -> Result<Credentials, Error> {
    Credentials::new(
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    )
}

/// Agora, AccessToken2: join and publish in one channel for ten minutes.
///
/// # Errors
///
/// Those of the builder.
pub fn agora_007(stamp: Stamp, out: &mut [u8]) -> Result<&str, Error> {
    let for_ten_minutes = ExpireIn::seconds(600);
    RtcTokenBuilder2::new(&agora()?, stamp).build_token_with_uid(
        CHANNEL,
        UID,
        Role::Publisher,
        for_ten_minutes,
        for_ten_minutes,
        out,
    )
}

/// Agora, AccessToken: the same for older deployments; deadlines are absolute.
///
/// # Errors
///
/// Those of the builder.
pub fn agora_006(stamp: Stamp, out: &mut [u8]) -> Result<&str, Error> {
    RtcTokenBuilder::new(&agora()?, stamp)
        .token_expires_at(ExpireAt::unix(1_111_111))
        .build_token_with_uid(
            CHANNEL,
            UID,
            Role::Publisher,
            ExpireAt::unix(1_446_455_471),
            out,
        )
}

/// ZEGO, token04 with AES-256-CBC.
///
/// # Errors
///
/// Those of the minting.
pub fn zego_cbc(issued_at: i64, entropy: CbcEntropy, out: &mut [u8]) -> Result<&str, Error> {
    let secret = ServerSecret::new("b0d996aecc46ad51600ea853bb378c18")?;
    Token04::new(2_913_569_222, "demo", 3600).mint(&secret, entropy, issued_at, out)
}

/// ZEGO, token04 with AES-256-GCM.
///
/// # Errors
///
/// Those of the minting.
pub fn zego_gcm(issued_at: i64, entropy: GcmEntropy, out: &mut [u8]) -> Result<&str, Error> {
    let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
    Token04::new(1, "demo", 3600).mint_gcm(&secret, entropy, issued_at, out)
}

/// Authing: the `authorization` header of a request.
///
/// # Errors
///
/// Those of the signing.
pub fn authing(out: &mut [u8]) -> Result<&str, Error> {
    let headers = [
        ("date", "Tue, 14 Nov 2023 22:13:20 GMT"),
        ("x-authing-lang", "zh-CN"),
        ("x-authing-sdk-version", "authing-node-sdk:4.0.1"),
        ("x-authing-signature-method", "HMAC-SHA1"),
        (
            "x-authing-signature-nonce",
            "0123456789abcdef0123456789abcdef",
        ),
        ("x-authing-signature-version", "1.0"),
    ];
    let request = Request::get("/api/v3/list-groups", &[]).with_headers(&headers);
    AccessKey::new("ak-000001", "sk-secret-000001")?.authorization(&request, out)
}

/// ATH: an attestation, signed with ES256.
///
/// # Errors
///
/// Those of key and minting.
pub fn ath(issued_at: u64, out: &mut [u8]) -> Result<&str, Error> {
    // A published test key: a device has one of its own, best in a secure
    // element, for which `Es256Signer` is the place.
    let mut key = SigningKey::from_bytes(&[
        0x98, 0x1c, 0x8a, 0x58, 0xca, 0x2a, 0x60, 0x80, 0xd9, 0xc3, 0x82, 0xe1, 0xf0, 0xc2, 0x6c,
        0x62, 0xfe, 0x55, 0x2d, 0xfa, 0xd8, 0xe7, 0xf9, 0xf9, 0x7e, 0x12, 0x32, 0xc4, 0xeb, 0xff,
        0xb3, 0xc9,
    ])?;
    Attestation::new(
        "https://your-agent.com/.well-known/agent.json",
        Audience::exact("https://gateway.example.com"),
        issued_at,
        "Rhbf91Yigabx2IxvcZqR0Saqil7Mojr6",
    )
    .key_id("my-key-2024")
    .mint(&mut key, out)
}
