//! token04 and token03 on any text, and any bytes as what was encrypted.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tokenmint::internals::crypto::{aes_cbc, aes_gcm};
use tokenmint::internals::wire::base64;
use tokenmint::secret::Secret;
use tokenmint::zego::{
    Expected, ParsedPayload, Privilege, Sealed03, Sealed04, ServerSecret, workspace_len,
};
use tokenmint_fuzz::SERVER_SECRET;

fuzz_target!(|data: &[u8]| {
    let secret = ServerSecret::new(SERVER_SECRET).expect("32 characters");
    if let Ok(text) = std::str::from_utf8(data) {
        open(text, &secret);
        if let Ok(payload) = ParsedPayload::parse(text) {
            read(&payload);
        }
    }
    for token in [
        around_cbc("04", data),
        around_cbc("03", data),
        around_gcm(data),
    ] {
        open(&token, &secret);
    }
});

fn read(payload: &ParsedPayload<'_>) {
    let _ = payload.room_id().map(|id| id.to_string());
    let _ = [Privilege::Login, Privilege::Publish].map(|it| payload.privilege(it));
    for stream in payload.streams() {
        assert_eq!(stream.unescaped_len(), stream.to_string().len());
    }
}

fn open(token: &str, secret: &ServerSecret) {
    for len in [0, token.len() / 2, workspace_len(token.len())] {
        let mut workspace = vec![0; len];
        if let Ok(sealed) = Sealed04::parse(token, &mut workspace) {
            let (mode, clear) = (sealed.mode(), sealed.expires_at());
            assert!(sealed.ciphertext_len() <= token.len());
            let _ = mode;
            if let Ok(claims) = sealed.decrypt(secret) {
                assert_eq!(claims.clear_expires_at(), clear);
                let same: serde_json::Value = serde_json::from_str(claims.as_json()).expect("JSON");
                assert_eq!(same["user_id"], claims.user_id().to_string());
                assert_eq!(same["app_id"], claims.app_id());
                let report = claims.check(&Expected::of(1, "demo", 1_700_000_000));
                assert_eq!(report.expiry.fails(), clear != claims.expires_at());
                if let Some(payload) = claims.payload() {
                    let text = payload.to_string();
                    if let Ok(payload) = ParsedPayload::parse(&text) {
                        read(&payload);
                    }
                }
            }
        }
        let mut workspace = vec![0; len];
        if let Ok(sealed) = Sealed03::parse(token, &mut workspace)
            && let Ok(claims) = sealed.open(secret)
        {
            assert_eq!(claims.clear_expires_at(), claims.expires_at());
            assert!(claims.check(&Expected::of(0, "", 0).room("")).ok().is_err());
        }
    }
}

fn key() -> Secret<32> {
    Secret::new(SERVER_SECRET.as_bytes().try_into().expect("32 bytes"))
}

fn token(version: &str, body: &[u8]) -> String {
    let mut text = vec![0; base64::encoded_len(body.len())];
    let mut out = tokenmint::output::Writer::new(&mut text);
    base64::put(&mut out, body);
    format!("{version}{}", out.finish_str().expect("room enough"))
}

/// The expiry that the JSON says, so that the clear one agrees more often.
const EXPIRES_AT: i64 = 1_700_003_600;

fn around_cbc(version: &str, json: &[u8]) -> String {
    let iv = [0x11; 16];
    let mut content = json.to_vec();
    content.resize(aes_cbc::padded_len(json.len()), 0);
    aes_cbc::encrypt(&key(), &iv, &mut content, json.len()).expect("room for the padding");
    let mut body = EXPIRES_AT.to_be_bytes().to_vec();
    body.extend(16_u16.to_be_bytes());
    body.extend(iv);
    body.extend((content.len() as u16).to_be_bytes());
    body.extend(content);
    token(version, &body)
}

fn around_gcm(json: &[u8]) -> String {
    let nonce = [0x22; 12];
    let mut content = json.to_vec();
    let tag = aes_gcm::encrypt(&key(), &nonce, &mut content).expect("a short text");
    content.extend(tag);
    let mut body = EXPIRES_AT.to_be_bytes().to_vec();
    body.extend(12_u16.to_be_bytes());
    body.extend(nonce);
    body.extend((content.len() as u16).to_be_bytes());
    body.extend(content);
    body.push(1);
    token("04", &body)
}
