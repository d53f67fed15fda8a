//! The longest text that can be valid is read; a longer one is refused before
//! anything is made of it. What a token repeats is told a bounded number of
//! times.

#![allow(missing_docs)]

use tokenmint::agora::legacy::{KeyInputs, ParsedKey5, ParsedSignalingToken, SIGNALING_CAPACITY};
use tokenmint::agora::v007::ParsedToken2;
use tokenmint::agora::{Credentials, ExpireAt, Stamp, Warning, v006};
use tokenmint::ath::{ParsedAttestation, PublicKey, SigningKey};
use tokenmint::output::Owned;
use tokenmint::zego::{
    Expected, GcmEntropy, Sealed03, Sealed04, ServerSecret, Token04, workspace_len,
};
use tokenmint::{Error, Limits};

#[path = "support/hostile.rs"]
mod hostile;

use hostile::{APP_ID, NOW, content_007, distinct, token_006};

fn credentials() -> Credentials {
    Credentials::new(APP_ID, "5CFd2fd1755d40ecb72977518be15d3b").expect("sample credentials")
}

/// Two privileges in turn.
fn repeated(at: usize) -> u16 {
    u16::from(at.is_multiple_of(2))
}

#[allow(clippy::needless_pass_by_value)]
fn is_too_large<T>(result: Result<T, Error>, what: &str) {
    match result {
        Err(Error::TooLarge { .. }) => {}
        Err(other) => panic!("{what}: {other:?}"),
        Ok(_) => panic!("{what} is read"),
    }
}

#[test]
fn token_006_of_10920_privileges_is_the_longest() {
    let longest = token_006(10_920, repeated);
    assert_eq!(longest.len(), v006::token_capacity(10_920));
    let mut workspace = vec![0; longest.len()];
    let parsed = v006::ParsedToken::parse(&longest, &mut workspace).expect("the longest");
    assert_eq!(parsed.privileges().count(), 10_920);
    // No workspace: refused before it is asked for.
    let longer = v006::ParsedToken::parse(&format!("{longest}AAAA"), &mut []).map(drop);
    is_too_large(longer, "006");
}

#[test]
fn a_005_key_with_a_permission_of_65535_bytes_is_the_longest() {
    let credentials = credentials();
    let inputs = KeyInputs {
        credentials: &credentials,
        stamp: Stamp::new(NOW, 7).expect("a stamp"),
        channel: "c",
        uid: 1,
        expires_at: ExpireAt::unix(NOW),
    };
    let permission = "x".repeat(65_535);
    #[allow(deprecated)]
    let longest =
        tokenmint::agora::legacy::generate_in_channel_permission_key(&inputs, &permission, Owned)
            .expect("a key");
    let mut workspace = vec![0; longest.len()];
    let parsed = ParsedKey5::parse(&longest, &mut workspace).expect("the longest");
    assert_eq!(parsed.permission.map(str::len), Some(65_535));
    let longer = ParsedKey5::parse(&format!("{longest}AAAA"), &mut []).map(drop);
    is_too_large(longer, "005");
}

#[test]
fn a_signaling_token_is_never_longer_than_its_capacity() {
    let longest = format!("1:{APP_ID}:{}:{}", u32::MAX, "0".repeat(32));
    assert_eq!(longest.len(), SIGNALING_CAPACITY);
    assert!(ParsedSignalingToken::parse(&longest).is_ok());
    let longer = longest.replacen(APP_ID, &format!("{APP_ID}0"), 1);
    is_too_large(ParsedSignalingToken::parse(&longer), "signaling");
}

#[test]
fn zego_tokens_around_32751_bytes_are_the_longest() {
    let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271").expect("a secret");
    let (app_id, now) = (1_234_567_890, NOW.into());
    let payload = |len: usize| "x".repeat(len);
    // What the JSON is without payload decides how long that may be.
    let token = |text: &str| {
        Token04::new(app_id, "user", 3600)
            .payload(text)
            .limits(Limits::Wire)
            .mint_gcm(
                &secret,
                GcmEntropy::from_random([7; 12], [7; 4]),
                now,
                Owned,
            )
    };
    let longest = (32_500..32_751)
        .rev()
        .find_map(|len| token(&payload(len)).ok())
        .expect("a token");
    assert_eq!(longest.len(), Token04::GCM_CAPACITY);
    let expected = Expected::of(app_id, "user", i64::from(NOW));
    let mut workspace = vec![0; workspace_len(longest.len())];
    for text in [
        longest.clone(),
        // ZEGO's web kit appends text of its own.
        format!("{longest}#{}", "x".repeat(1 << 20)),
    ] {
        let sealed = Sealed04::parse(&text, &mut workspace).expect("the longest");
        let claims = sealed.open(&secret).expect("opened");
        assert_eq!(claims.check(&expected).ok(), Ok(()));
    }
    for tail in ["AAAA", "AAAA#"] {
        let longer = Sealed04::parse(&format!("{longest}{tail}"), &mut []).map(drop);
        is_too_large(longer, "token04");
    }
    let longer = format!("03{}", "A".repeat(Token04::GCM_CAPACITY - 1));
    is_too_large(Sealed03::parse(&longer, &mut []).map(drop), "token03");
}

#[test]
fn texts_around_a_key_may_have_64_kib() {
    let key = SigningKey::from_bytes(&[7; 32]).expect("a key");
    let pem = key.public_key().write_spki_pem(Owned).expect("written");
    let around = |len: usize| format!("{}{pem}", " ".repeat(len - pem.len()));
    assert_eq!(PublicKey::from_pem(around(64 << 10)), Ok(key.public_key()));
    is_too_large(PublicKey::from_pem(around((64 << 10) + 1)), "a public key");
    is_too_large(
        SigningKey::from_pem(around((64 << 10) + 1)),
        "a private key",
    );
}

#[test]
fn an_attestation_has_at_most_8192_characters() {
    // Not even dots are looked for.
    let longer = ParsedAttestation::parse(&"x".repeat(8193), &mut []).map(drop);
    is_too_large(longer, "an attestation");
}

fn warnings_007(services: usize, privileges: usize) -> Vec<Warning> {
    let content = content_007(services, privileges, repeated);
    let parsed = ParsedToken2::from_content(&content).expect("a content");
    assert_eq!(parsed.services().count(), services);
    let mut warnings = Vec::new();
    parsed.warnings(Some(NOW + 2), |warning| warnings.push(warning));
    warnings
}

#[test]
fn warnings_about_what_repeats_are_bounded() {
    let one = warnings_007(1, 32);
    assert_eq!(warnings_007(1, 43_600), one, "more privileges");
    // One for each privilege that has ended, one for each repeated.
    assert_eq!(one.len(), 32 + 30 + 1, "{one:?}");
    let all = warnings_007(32, 32).len();
    assert_eq!(warnings_007(1000, 32).len(), all, "more services");
    assert_eq!(warnings_007(60_000, 0).len(), warnings_007(32, 0).len());

    let count = |privileges: usize| {
        let token = token_006(privileges, repeated);
        let mut workspace = vec![0; token.len()];
        let parsed = v006::ParsedToken::parse(&token, &mut workspace).expect("a token");
        let mut count = 0;
        parsed.warnings(Some(NOW + 2), |_| count += 1);
        count
    };
    assert_eq!(count(10_920), count(32));
    assert!(count(32) > count(31));
    // Whether they are told apart or not, the last one counts.
    let token = token_006(10_920, distinct);
    let mut workspace = vec![0; token.len()];
    let parsed = v006::ParsedToken::parse(&token, &mut workspace).expect("a token");
    let last = distinct(10_919);
    assert_eq!(parsed.privilege(last), Some(ExpireAt::unix(NOW)));
}
