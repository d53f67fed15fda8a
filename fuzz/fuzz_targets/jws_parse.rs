//! JWS, attestations and identity documents on any bytes, and any bytes as
//! header and claims.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tokenmint::ath::{
    Audience, Claims, Expected, ParsedAttestation, PublicKey, SigningKey, identity_key,
    workspace_len,
};
use tokenmint::internals::wire::base64;
use tokenmint::internals::wire::jws::{Jws, SIGNATURE_TEXT_LEN};

static PUBLIC: LazyLock<PublicKey> = LazyLock::new(|| {
    SigningKey::from_bytes(&[7; 32])
        .expect("a key")
        .public_key()
});

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        token(text);
    }
    for id in ["https://a/.well-known/agent.json", ""] {
        if let Ok(key) = identity_key(data, id) {
            assert!(PublicKey::from_point(&key.to_point()).is_ok());
        }
    }
    // Claims, then header and claims, behind base64.
    let (header, claims) = match data.iter().position(|byte| *byte == 0) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => (&br#"{"alg":"ES256"}"#[..], data),
    };
    let signature = "A".repeat(SIGNATURE_TEXT_LEN);
    token(&format!("{}.{}.{signature}", url(header), url(claims)));
});

fn url(bytes: &[u8]) -> String {
    let mut out = vec![0; base64::url_encoded_len(bytes.len())];
    base64::encode_url(bytes, &mut out)
        .expect("room enough")
        .to_owned()
}

fn token(text: &str) {
    if let Ok(jws) = Jws::parse(text, text.len()) {
        let mut out = vec![0; Jws::workspace_len(text.len())];
        let header = jws
            .header(&mut out)
            .expect("checked by the parser")
            .to_vec();
        let claims = jws
            .claims(&mut out)
            .expect("checked by the parser")
            .to_vec();
        let signature = text.rsplit('.').next().expect("three parts");
        assert_eq!(
            format!("{}.{}.{signature}", url(&header), url(&claims)),
            text
        );
        // Nothing here is signed.
        assert!(jws.verify_es256(&PUBLIC).is_err());
    }
    for len in [0, text.len() / 2, workspace_len(text.len())] {
        let mut workspace = vec![0; len];
        if let Ok(parsed) = ParsedAttestation::parse(text, &mut workspace) {
            read(parsed.claims());
            let audience = Audience::of_base("https://gateway");
            let subject = "https://a/.well-known/agent.json";
            let expected = Expected::of(&PUBLIC, audience, subject, 1_700_000_000);
            assert!(parsed.check(&expected).ok().is_err());
        }
    }
}

fn read(claims: &Claims<'_>) {
    for text in [
        claims.issuer,
        claims.subject,
        claims.audience,
        claims.token_id,
    ] {
        assert_eq!(text.unescaped_len(), text.to_string().len());
        assert!(text.unescaped_len() > 0);
    }
    assert!(claims.capabilities().count() <= 8_192);
}
