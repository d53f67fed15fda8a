//! What verifies was not changed: tokens with changed text, changed content
//! under a valid form, another key or another request never pass.

#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::agora::v006::ParsedToken;
use tokenmint::agora::v007::{self, ParsedToken2};
use tokenmint::agora::{
    Account, AppCertificate, Expected, ExpireAt, ExpireIn, Role, RtcTokenBuilder, RtcTokenBuilder2,
    Stamp,
};
use tokenmint::ath::{self, Attestation, Audience, ParsedAttestation, PublicKey, SigningKey};
use tokenmint::authing::{AccessKey, Request, Value};
use tokenmint::internals::wire::base64;
use tokenmint::output::Owned;
use tokenmint::zego::{self, GcmEntropy, Sealed04, ServerSecret, Token04};
use tokenmint::zlib::{Compression, Exact, compressed_capacity};
use tokenmint_fuzz::{APP_ID, Bytes, CERTIFICATE, SERVER_SECRET, credentials};

#[derive(Debug, Arbitrary)]
struct Input {
    which: u8,
    edits: Vec<Edit>,
}

#[derive(Debug, Arbitrary)]
enum Edit {
    Flip(u16, u8),
    Set(u16, u8),
    Remove(u16, u8),
    Insert(u16, Bytes<16>),
    Swap(u16, u16),
    Cut(u16),
}

fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for edit in edits {
        if out.is_empty() {
            break;
        }
        let place = |at: &u16| usize::from(*at) % out.len();
        match edit {
            Edit::Flip(at, bit) => {
                let at = place(at);
                out[at] ^= 1 << (bit % 8);
            }
            Edit::Set(at, byte) => {
                let at = place(at);
                out[at] = *byte;
            }
            Edit::Remove(at, len) => {
                let at = place(at);
                let end = (at + usize::from(*len)).min(out.len());
                out.drain(at..end);
            }
            Edit::Insert(at, bytes) => {
                let at = place(at);
                out.splice(at..at, bytes.0.iter().copied());
            }
            Edit::Swap(a, b) => {
                let (a, b) = (place(a), place(b));
                out.swap(a, b);
            }
            Edit::Cut(at) => {
                let at = place(at);
                out.truncate(at);
            }
        }
    }
    out
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

static TOKEN_007: LazyLock<(String, Vec<u8>)> = LazyLock::new(|| {
    let hour = ExpireIn::hours(1);
    let token = RtcTokenBuilder2::new(&credentials(), stamp())
        .build_token_with_rtm("lobby", "alice", Role::Publisher, hour, hour, Owned)
        .expect("a token");
    let content = content_007(&token).expect("its own token");
    (token, content)
});

static TOKEN_006: LazyLock<(String, Vec<u8>)> = LazyLock::new(|| {
    let token = RtcTokenBuilder::new(&credentials(), stamp())
        .build_token_with_uid("lobby", 7, Role::Publisher, ExpireAt::NEVER, Owned)
        .expect("a token");
    let mut workspace = vec![0; token.len()];
    let parsed = ParsedToken::parse(&token, &mut workspace).expect("its own token");
    let content = parsed.content().to_vec();
    (token, content)
});

static GCM: LazyLock<String> = LazyLock::new(|| {
    Token04::new(1, "alice", 3_600)
        .payload("{}")
        .mint_gcm(&secret(), GcmEntropy::new([3; 12], 4), 1_700_000_000, Owned)
        .expect("a token")
});

static ATH: LazyLock<(String, PublicKey)> = LazyLock::new(|| {
    let mut key = SigningKey::from_bytes(&[7; 32]).expect("a key");
    let token = Attestation::new(AGENT, audience(), 1_700_000_000, "id")
        .mint(&mut key, Owned)
        .expect("a token");
    let public = key.public_key();
    (token, public)
});

const AGENT: &str = "https://a/.well-known/agent.json";

fn audience() -> Audience<'static> {
    Audience::of_base("https://gateway")
}

fn stamp() -> Stamp {
    Stamp::new(1_700_000_000, 12_345_678).expect("not 0")
}

fn secret() -> ServerSecret {
    ServerSecret::new(SERVER_SECRET).expect("32 characters")
}

fn content_007(token: &str) -> Option<Vec<u8>> {
    let mut workspace = vec![0; v007::workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).ok()?;
    parsed
        .verify(credentials().certificate())
        .ok()
        .map(|()| parsed.content().to_vec())
}

/// A token around any content.
fn pack_007(content: &[u8]) -> String {
    let mut stream = vec![0; compressed_capacity(content.len())];
    let len = Exact.compress(content, &mut stream).expect("room enough");
    format!("007{}", encoded(&stream[..len]))
}

fn encoded(bytes: &[u8]) -> String {
    let mut out = vec![0; base64::encoded_len(bytes.len())];
    let mut writer = tokenmint::output::Writer::new(&mut out);
    base64::put(&mut writer, bytes);
    writer.finish_str().expect("room enough").to_owned()
}

fuzz_target!(|input: Input| {
    let edits = &input.edits;
    match input.which % 8 {
        0 => {
            // The same content may be compressed in another way.
            let changed = text(edited(TOKEN_007.0.as_bytes(), edits));
            if let Some(content) = content_007(&changed) {
                assert_eq!(content, TOKEN_007.1);
            }
        }
        1 => {
            let content = edited(&TOKEN_007.1, edits);
            let verified = content_007(&pack_007(&content));
            assert_eq!(verified.is_some(), content == TOKEN_007.1);
        }
        2 => {
            let certificate = text(edited(CERTIFICATE.as_bytes(), edits));
            if let Ok(other) = AppCertificate::new(&certificate) {
                let parsed = ParsedToken2::from_content(&TOKEN_007.1).expect("a content");
                assert_eq!(parsed.verify(&other).is_ok(), certificate == CERTIFICATE);
            }
        }
        3 => {
            let changed = text(edited(TOKEN_006.0.as_bytes(), edits));
            let mut workspace = vec![0; changed.len()];
            if let Ok(parsed) = ParsedToken::parse(&changed, &mut workspace)
                && parsed
                    .verify(credentials().certificate(), "lobby", Account::Uid(7))
                    .is_ok()
            {
                assert_eq!(changed, TOKEN_006.0);
            }
        }
        4 => {
            // Names are part of what is signed.
            let channel = text(edited(b"lobby", edits));
            let parsed = ParsedToken::from_content(APP_ID, &TOKEN_006.1).expect("sound");
            let credentials = credentials();
            let verified = parsed.verify(credentials.certificate(), &channel, Account::Uid(7));
            assert_eq!(verified.is_ok(), channel == "lobby");
            let expected = Expected::default()
                .certificate(credentials.certificate())
                .channel(&channel)
                .account(7)
                .without_privileges();
            let report = parsed.check(&expected);
            assert_eq!(report.ok().is_ok(), channel == "lobby");
        }
        5 => {
            let changed = text(edited(GCM.as_bytes(), edits));
            let mut workspace = vec![0; zego::workspace_len(changed.len())];
            if let Ok(sealed) = Sealed04::parse(&changed, &mut workspace)
                && let Ok(claims) = sealed.open(&secret())
            {
                // Official readers stop at `#`.
                let before = changed.split('#').next().unwrap_or_default();
                assert_eq!(before, *GCM);
                assert!(claims.user_id().eq_str("alice"));
            }
        }
        6 => {
            let (token, key) = &*ATH;
            let changed = text(edited(token.as_bytes(), edits));
            let expected = ath::Expected::of(key, audience(), AGENT, 1_700_000_000);
            let mut workspace = vec![0; ath::workspace_len(changed.len())];
            let verified = ParsedAttestation::parse(&changed, &mut workspace)
                .is_ok_and(|parsed| parsed.check(&expected).ok().is_ok());
            assert_eq!(verified, changed == *token);
        }
        _ => {
            let key = AccessKey::new("ak", "sk").expect("a key");
            let params = [("page", Value::Unsigned(1)), ("name", Value::Text("a b"))];
            let request = Request::get("/api/v3/list-users", &params);
            let authorization = key.authorization(&request, Owned).expect("a signature");
            let changed = text(edited(authorization.as_bytes(), edits));
            let verified = key.verify(&request, &changed).is_ok();
            assert_eq!(verified, changed == authorization);
            let path = text(edited(b"/api/v3/list-users", edits));
            let other = Request::get(&path, &params);
            let verified = key.verify(&other, &authorization).is_ok();
            assert_eq!(verified, path == "/api/v3/list-users");
        }
    }
});
