//! One function a use of a secret.

use std::hint::black_box;

use tokenmint::agora::v006::ParsedToken;
use tokenmint::agora::RtcTokenBuilder2;
use tokenmint::agora::v007::{Issuer, Minter, ParsedToken2};
use tokenmint::agora::{Account, AppCertificate, Credentials, ExpireAt, ExpireIn, Role, RtcTokenBuilder, Stamp, legacy};
#[cfg(feature = "hosts")]
use tokenmint::ath::RingSigningKey;
use tokenmint::ath::SigningKey;
use tokenmint::authing::{AccessKey, Request};
use tokenmint::internals::crypto::compact;
use tokenmint::internals::crypto::hmac_sha1::HmacSha1;
use tokenmint::internals::crypto::hmac_sha256::{HmacSha256, hmac_sha256};
use tokenmint::internals::crypto::{aes_cbc, aes_gcm};
use tokenmint::output::Output;
use tokenmint::secret::Secret;
use tokenmint::pkce::Verifier;
use tokenmint::zlib::{Compression, Fixed};
use tokenmint::zego::{CbcEntropy, GcmEntropy, ServerSecret, Token04};
use tokenmint::Error;

use crate::memcheck::{public, secret};

pub type Case = (&'static str, fn());

pub const CASES: &[Case] = &[
    ("leak", leak),
    ("agora 007 mint", agora_007_mint),
    ("agora 007 mint, shared", agora_007_minter),
    ("agora 007 verify", agora_007_verify),
    ("agora 006 mint", agora_006_mint),
    ("agora 006 verify", agora_006_verify),
    ("agora 004 mint", agora_004_mint),
    ("agora notification verify", agora_notification_verify),
    ("zego mint, CBC", zego_mint_cbc),
    ("zego mint, GCM", zego_mint_gcm),
    ("AES-CBC decrypt", cbc_decrypt),
    ("AES-GCM decrypt", gcm_decrypt),
    ("authing sign", authing_sign),
    ("authing verify", authing_verify),
    ("HMAC", hmac),
    ("HMAC of devices", compact_hmac),
    ("PKCE", pkce),
    ("ES256 sign", es256_sign),
    #[cfg(feature = "hosts")]
    ("ES256 sign by ring", es256_sign_by_ring),
];

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
const SERVER_SECRET: &str = "fa94dd0f974cf2e293728a526b028271";

/// An output for texts that are public as soon as they are there.
struct Public<'b>(&'b mut [u8]);

impl Output for Public<'_> {
    type Text = usize;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<usize, Error> {
        let buffer = &mut self.0[..capacity];
        let len = write(buffer);
        public(buffer);
        len
    }
}

/// A compression for contents that are public as soon as they are signed.
#[derive(Clone)]
struct Signed;

impl Compression for Signed {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        public(content);
        Fixed.compress(content, out)
    }
}

/// The comparison that this is all about: proves that a leak is seen.
fn leak() {
    let key = [7_u8; 32];
    secret(&key);
    let guess = black_box([7_u8; 32]);
    // Byte by byte, since a comparison of slices may go by words.
    let same = black_box(&key).iter().zip(&guess).position(|(a, b)| a != b);
    black_box(same);
}

/// What a check comes to is public; how it came to it is not.
fn verdict<T>(verdict: T) -> T {
    public(&verdict);
    verdict
}

fn stamp() -> Stamp {
    Stamp::new(1_700_000_000, 12_345_678).expect("not 0")
}

/// The certificate is checked at the door, before it is marked: whether it has
/// the form of one is no secret.
fn credentials() -> Credentials {
    let credentials = Credentials::new(APP_ID, CERTIFICATE).expect("sample credentials");
    secret(credentials.certificate());
    credentials
}

fn mint_007(out: &mut [u8]) -> usize {
    let credentials = credentials();
    let issuer = Issuer::new(&credentials, stamp());
    let hour = ExpireIn::hours(1);
    RtcTokenBuilder2::with_issuer(issuer.compression(Signed))
        .build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, Public(out))
        .expect("a token")
}

fn agora_007_mint() {
    mint_007(&mut [0; 900]);
}

fn agora_007_minter() {
    let minter = Minter::new(&credentials(), 1_700_000_000).expect("not 0");
    let hour = ExpireIn::hours(1);
    let issuer = minter.salt(7);
    RtcTokenBuilder2::with_issuer(issuer.compression(Signed))
        .build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, Public(&mut [0; 900]))
        .expect("a token");
}

fn agora_007_verify() {
    let mut token = [0; 900];
    let len = mint_007(&mut token);
    let token = std::str::from_utf8(&token[..len]).expect("text");
    let mut workspace = [0; 900];
    let parsed = ParsedToken2::parse(token, &mut workspace).expect("its own token");
    assert_eq!(verdict(parsed.verify(credentials().certificate())), Ok(()));
    let other = AppCertificate::new(SERVER_SECRET).expect("32 digits");
    secret(&other);
    assert_eq!(verdict(parsed.verify(&other)), Err(Error::BadSignature));
}

fn mint_006(out: &mut [u8]) -> usize {
    RtcTokenBuilder::new(&credentials(), stamp())
        .build_token_with_uid("lobby", 7, Role::Publisher, ExpireAt::NEVER, Public(out))
        .expect("a token")
}

fn agora_006_mint() {
    mint_006(&mut [0; 200]);
}

fn agora_006_verify() {
    let mut token = [0; 200];
    let len = mint_006(&mut token);
    let token = std::str::from_utf8(&token[..len]).expect("text");
    let mut workspace = [0; 200];
    let parsed = ParsedToken::parse(token, &mut workspace).expect("its own token");
    let verified = parsed.verify(credentials().certificate(), "lobby", Account::Uid(7));
    assert_eq!(verdict(verified), Ok(()));
}

#[allow(deprecated)] // Its certificate is a secret as well.
fn agora_004_mint() {
    let inputs = legacy::KeyInputs {
        credentials: &credentials(),
        stamp: stamp(),
        channel: "lobby",
        uid: 7,
        expires_at: ExpireAt::NEVER,
    };
    legacy::generate_media_channel_key(&inputs, Public(&mut [0; 200])).expect("a key");
}

fn server_secret() -> ServerSecret {
    let server_secret = ServerSecret::new(SERVER_SECRET).expect("32 characters");
    secret(&server_secret);
    server_secret
}

fn zego_mint_cbc() {
    let entropy = CbcEntropy::new([1; 16], 4);
    Token04::new(1, "alice", 3_600)
        .mint(&server_secret(), entropy, 1_700_000_000, Public(&mut [0; 400]))
        .expect("a token");
}

fn zego_mint_gcm() {
    let entropy = GcmEntropy::new([1; 12], 4);
    Token04::new(1, "alice", 3_600)
        .mint_gcm(&server_secret(), entropy, 1_700_000_000, Public(&mut [0; 400]))
        .expect("a token");
}

fn key() -> Secret<32> {
    let key = Secret::new([7; 32]);
    secret(&key);
    key
}

fn cbc_decrypt() {
    let mut content = [b'x'; 48];
    aes_cbc::encrypt(&key(), &[1; 16], &mut content, 40).expect("room for the padding");
    public(&content);
    let len = aes_cbc::decrypt(&key(), &[1; 16], &mut content).map(|plain| plain.len());
    public(&content);
    assert_eq!(verdict(len), Ok(40));
    // Damaged: the padding is wrong, and nothing else may tell where.
    let mut content = [b'x'; 48];
    let plain = aes_cbc::decrypt(&key(), &[1; 16], &mut content).map(|plain| plain.len());
    verdict(plain).expect_err("no padding");
}

fn gcm_decrypt() {
    let mut content = [b'x'; 40];
    let mut tag = aes_gcm::encrypt(&key(), &[1; 12], &mut content).expect("a short text");
    public(&content);
    public(&tag);
    let mut damaged = content;
    let opened = aes_gcm::decrypt(key().expose(), &[1; 12], &mut content, &tag);
    assert_eq!(verdict(opened), Ok(()));
    tag[15] ^= 1;
    let opened = aes_gcm::decrypt(key().expose(), &[1; 12], &mut damaged, &tag);
    verdict(opened).expect_err("another tag");
}

fn access_key() -> AccessKey {
    let text = *b"sk-secret-000001";
    let text = std::str::from_utf8(&text).expect("text");
    secret(text);
    AccessKey::new("ak-000001", text).expect("an access key")
}

const REQUEST: Request<'_> = Request::new("GET", "/api/v3/list-groups");

fn authorization(out: &mut [u8]) -> usize {
    access_key()
        .authorization(&REQUEST, Public(out))
        .expect("a signature")
}

fn agora_notification_verify() {
    use tokenmint::agora::notification::{sign, verify, verify_old};
    let key = "the secret of notifications".to_owned();
    let signature = sign(&key, b"{}").expect("a signature");
    secret(key.as_bytes());
    let text = std::str::from_utf8(&signature).expect("digits");
    assert_eq!(verdict(verify(&key, b"{}", text)), Ok(()));
    assert_eq!(verdict(verify(&key, b"[]", text)), Err(Error::BadSignature));
    let old = &text[..40];
    assert_eq!(verdict(verify_old(&key, b"{}", old)), Err(Error::BadSignature));
}

fn authing_sign() {
    authorization(&mut [0; 200]);
    let signature = access_key().sign(&REQUEST).expect("a signature");
    public(&signature);
}

fn authing_verify() {
    let mut out = [0; 200];
    let len = authorization(&mut out);
    let text = std::str::from_utf8(&out[..len]).expect("text");
    assert_eq!(verdict(access_key().verify(&REQUEST, text)), Ok(()));
    let other = "authing ak-000001:AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    verdict(access_key().verify(&REQUEST, other)).expect_err("another signature");
}

fn hmac() {
    for len in [0, 1, 20, 32, 64, 65, 200] {
        let key = vec![7; len];
        secret(&key[..]);
        let mut mac = HmacSha256::new(&key);
        mac.update(b"message");
        public(&mac.finish());
        let mut mac = HmacSha1::new(&key);
        mac.update(b"message");
        public(&mac.finish());
        let message = vec![3; len];
        secret(&message[..]);
        public(&hmac_sha256(b"key", &message));
    }
}

fn compact_hmac() {
    for len in [0, 1, 20, 32, 64, 65, 200] {
        let bytes = vec![7; len];
        secret(&bytes[..]);
        public(&compact::hmac_sha256(&bytes, b"message"));
        public(&compact::hmac_sha256(b"key", &bytes));
        public(&compact::hmac_sha1(&bytes, b"message"));
    }
}

fn pkce() {
    let octets = [7; 32];
    secret(&octets);
    let verifier = Verifier::from_random(&octets);
    public(&verifier);
    let text = verifier.expose().to_owned();
    let challenge = verifier.challenge();
    let verifier = Verifier::new(&text).expect("its own text");
    secret(verifier.expose());
    public(&challenge);
    assert!(verdict(verifier.matches(challenge.as_str())));
}

fn es256_sign() {
    let d = [7; 32];
    secret(&d);
    let key = SigningKey::from_bytes(&d).expect("a key");
    let signature = key.sign_prehash(&[9; 32]).expect("a signature");
    public(&signature);
}

#[cfg(feature = "hosts")]
fn es256_sign_by_ring() {
    let d = [7; 32];
    secret(&d);
    let key = SigningKey::from_bytes(&d).expect("a key");
    let key = RingSigningKey::new(key).expect("randomness");
    let signature = key.sign(b"sample").expect("a signature");
    public(&signature);
}
