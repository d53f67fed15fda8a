//! Cryptography that a caller hands in: what is made with it equals the vectors,
//! what it fails at is an error, and nothing of it is left to pass for a token.

use tokenmint::agora::v007::{Issuer, ParsedToken2, RTC_CAPACITY, TimeKey};
use tokenmint::agora::{
    AppCertificate, AppId, Credentials, Expected, ExpireAt, ExpireIn, Role, RtcTokenBuilder,
    RtcTokenBuilder2, Stamp,
};
use tokenmint::ath::{self, Attestation, Audience, ParsedAttestation, SigningKey};
use tokenmint::authing::{Signature, authorization_of};
use tokenmint::internals::crypto::{
    aes_cbc, aes_gcm, compact, hmac_sha256::hmac_sha256, sha256::sha256,
};
use tokenmint::internals::wire::hex;
use tokenmint::platform::{Crypto, CryptoFailed, Software};
use tokenmint::zego::{CbcEntropy, GcmEntropy, Sealed04, ServerSecret, Token04};
use tokenmint::zlib::Stored;
use tokenmint::{Error, Limits, Verdict};

/// How a platform behaves.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// As it should, with a key that it holds where there is none.
    Sound(&'static [u8]),
    /// It writes, and says that it failed.
    Fails,
    /// It says that all is well, and writes nothing.
    Idle,
    /// It says that all is well, and leaves the last 16 bytes as they were.
    Short,
}

use Way::{Fails, Idle, Short, Sound};

const FAULTS: [Way; 3] = [Fails, Idle, Short];

struct Platform(Way);

impl Platform {
    /// A faulty output; `None` where it has to be the right one.
    fn fault(&self, out: &mut [u8]) -> Option<Result<(), CryptoFailed>> {
        let written = match self.0 {
            Sound(_) => return None,
            Fails => out.len(),
            Idle => 0,
            Short => out.len() - 16,
        };
        out[..written].fill(0xA5);
        Some(if self.0 == Fails {
            Err(CryptoFailed)
        } else {
            Ok(())
        })
    }

    fn key<'k>(&self, key: &'k [u8]) -> &'k [u8] {
        match self.0 {
            Sound(held) if key.is_empty() => held,
            _ => key,
        }
    }
}

impl Crypto for Platform {
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; 32],
    ) -> Result<(), CryptoFailed> {
        self.fault(mac).unwrap_or_else(|| {
            *mac = *hmac_sha256(self.key(key), &parts.concat()).expose();
            Ok(())
        })
    }

    fn aes256_cbc_encrypt(
        &mut self,
        key: &[u8],
        iv: &[u8; 16],
        blocks: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        self.fault(blocks).unwrap_or_else(|| {
            let key = self.key(key).try_into().map_err(|_| CryptoFailed)?;
            aes_cbc::encrypt_blocks(key, iv, blocks);
            Ok(())
        })
    }

    fn aes256_cbc_decrypt(
        &mut self,
        key: &[u8],
        iv: &[u8; 16],
        blocks: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        self.fault(blocks).unwrap_or_else(|| {
            let key = self.key(key).try_into().map_err(|_| CryptoFailed)?;
            aes_cbc::decrypt_blocks(key, iv, blocks);
            Ok(())
        })
    }

    fn aes256_gcm_encrypt(
        &mut self,
        key: &[u8],
        nonce: &[u8; 12],
        sealed: &mut [u8],
    ) -> Result<(), CryptoFailed> {
        self.fault(sealed).unwrap_or_else(|| {
            let key = self.key(key).try_into().map_err(|_| CryptoFailed)?;
            let (text, tag) = sealed.split_last_chunk_mut().ok_or(CryptoFailed)?;
            aes_gcm::encrypt_apart(key, nonce, text, tag).map_err(|_| CryptoFailed)
        })
    }

    fn sha256(&mut self, message: &[u8], digest: &mut [u8; 32]) -> Result<(), CryptoFailed> {
        self.fault(digest).unwrap_or_else(|| {
            *digest = sha256(&[message]);
            Ok(())
        })
    }

    fn es256_verify(
        &mut self,
        point: &[u8],
        digest: &[u8; 32],
        signature: &[u8; 64],
    ) -> Result<(), Error> {
        match self.0 {
            Sound(_) => ath::PublicKey::from_point(point)?.verify_prehash(digest, signature),
            _ => Err(Error::CryptoFailed),
        }
    }
}

const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";

fn credentials() -> Credentials {
    Credentials::new(APP_ID, CERTIFICATE).unwrap()
}

#[test]
fn faulty_hmac_gives_no_007_token() {
    let stamp = Stamp::new(1_700_000_000, 1).unwrap();
    let limits = Limits::Documented;
    let key = TimeKey::new(&credentials(), 1_700_000_000).unwrap();
    let app_id = AppId::new(APP_ID).unwrap();
    for way in FAULTS {
        let made = TimeKey::with_crypto(&credentials(), 1_700_000_000, &mut Platform(way));
        assert_eq!(made.err(), Some(Error::CryptoFailed));
        let issuer = Issuer::with_crypto(&credentials(), stamp, limits, Stored, Platform(way));
        assert_eq!(issuer.err(), Some(Error::CryptoFailed));
        let issuer = Issuer::from_time_key(&app_id, &key, 1, limits, Stored, Platform(way));
        assert_eq!(issuer.err(), Some(Error::CryptoFailed));
    }
}

/// Sound until the token itself is signed.
struct Tiring(u32);

impl Crypto for Tiring {
    fn hmac_sha256(
        &mut self,
        key: &[u8],
        parts: &[&[u8]],
        mac: &mut [u8; 32],
    ) -> Result<(), CryptoFailed> {
        self.0 = self.0.checked_sub(1).ok_or(CryptoFailed)?;
        Platform(Sound(b"")).hmac_sha256(key, parts, mac)
    }
}

#[test]
fn hmac_that_fails_at_the_signature_gives_no_token() {
    let stamp = Stamp::new(1_700_000_000, 1).unwrap();
    let hour = ExpireIn::hours(1);
    for (calls, result) in [(2, Some(Error::CryptoFailed)), (3, None)] {
        let limits = Limits::Documented;
        let issuer = Issuer::with_crypto(&credentials(), stamp, limits, Stored, Tiring(calls));
        let mut out = [0; RTC_CAPACITY];
        let token = RtcTokenBuilder2::with_issuer(issuer.unwrap()).build_token_with_uid(
            "lobby",
            7,
            Role::Publisher,
            hour,
            hour,
            &mut out,
        );
        assert_eq!(token.err(), result, "{calls}");
    }
}

#[test]
fn faulty_hmac_is_no_yes_of_a_check() {
    let stamp = Stamp::new(1_700_000_000, 1).unwrap();
    let (hour, mut out) = (ExpireIn::hours(1), [0; RTC_CAPACITY]);
    let token = RtcTokenBuilder2::new(&credentials(), stamp)
        .build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, &mut out)
        .unwrap();
    let mut workspace = [0; RTC_CAPACITY];
    let parsed = ParsedToken2::parse(token, &mut workspace).unwrap();
    let certificate = AppCertificate::new(CERTIFICATE).unwrap();
    let mut expected = Expected::default();
    expected.certificate = Some(&certificate);
    let sound = parsed.check_with(&expected, &mut Platform(Sound(b"")));
    assert_eq!(sound.signature, Verdict::Holds);
    for way in FAULTS {
        let report = parsed.check_with(&expected, &mut Platform(way));
        assert_eq!(report.signature, Verdict::Fails(Error::CryptoFailed));
        assert_eq!(report.ok(), Err(Error::CryptoFailed));
    }
}

/// "v1-uid-publisher" of `agora.json`.
#[test]
fn a_006_token_of_a_held_certificate() {
    let app_id = AppId::new(APP_ID).unwrap();
    let builder = RtcTokenBuilder::with_app_id(&app_id, None, Stamp::new(1, 1).unwrap())
        .token_expires_at(ExpireAt::unix(1_111_111));
    let channel = "7d72365eb983485397e3e3f9d460bdda";
    let end = ExpireAt::unix(1_446_455_471);
    let build = |crypto: &mut Platform, out: &mut [u8]| {
        let user = 2_882_341_273.into();
        builder
            .build_with(crypto, channel, user, Role::Publisher, end, out)
            .map(str::to_owned)
    };
    let token = build(&mut Platform(Sound(CERTIFICATE.as_bytes())), &mut [0; 200]);
    assert_eq!(
        token.as_deref(),
        Ok(concat!(
            "006970CA35de60c44645bbae8a215061b33IACMv3I+fsRSejxy6luEwzA/1t/zbEHWfJCJ5m8ssFP/",
            "fLdIfRBXoFHlIgABAAAAR/QQAAQAAQCvKDdWAgCvKDdWAwCvKDdWBACvKDdW",
        ))
    );
    for way in FAULTS {
        assert_eq!(
            build(&mut Platform(way), &mut [0; 200]),
            Err(Error::CryptoFailed)
        );
    }
    // Our own code holds none.
    let mut out = [0; 200];
    let own = builder.build_token_with_uid(channel, 7, Role::Publisher, end, &mut out);
    assert!(matches!(own, Err(Error::BadCertificate { .. })), "{own:?}");
}

/// "pub-001" of `zego.json`.
const CBC: &str = "04AAAAAGVT/xAAEDM2NzEwNjY0ZDYxYjkyOTUAcEp/Vn5S5I7IWmIOB/PZ9ygTXZDautt3qtsJ+\
     JUyH2wQEfhbkeUJ3ePtwptjhXjrKUhboaVxgaRNMVesTsqA1mzyMaTGSXmpB4t9wyRabJEFeVB2g1XKIJDWO3ZnfPQve1\
     c0KwLQDlBT84tr1/wGGNQ=";
/// "pub-047" of it.
const GCM: &str = "04AAAAAGVT/xAADPIbDvidjuXa9rps1AB0dMSpstVH9wubDU/1PShZqzUt+3XIN5PYA4K5GS/\
     XxIsvu3GNw+Bwes1cH1gfXuOKhauI+LUYolMSFOkBb0wg7KmKRPGGmSovGJ2rJ3g1czHaZs3jx8eAqQeLH71cT8fYCNJ\
     uvpOXOWnUAhgxtyKs6o91xxUB";
const GCM_NONCE: [u8; 12] = [
    0xf2, 0x1b, 0x0e, 0xf8, 0x9d, 0x8e, 0xe5, 0xda, 0xf6, 0xba, 0x6c, 0xd4,
];

#[test]
fn zego_tokens_of_a_held_secret() {
    let cbc = |way, out: &mut [u8]| {
        let entropy = CbcEntropy::new(*b"36710664d61b9295", 34_430_347);
        Token04::new(2_913_569_222, "demo", 3600)
            .mint_with(Platform(way), None, entropy, 1_700_000_000, out)
            .map(str::to_owned)
    };
    let gcm = |way, out: &mut [u8]| {
        let entropy = GcmEntropy::new(GCM_NONCE, 1_809_075_584);
        Token04::new(1, "demo", 3600)
            .mint_gcm_with(Platform(way), None, entropy, 1_700_000_000, out)
            .map(str::to_owned)
    };
    let held = Sound(b"b0d996aecc46ad51600ea853bb378c18");
    assert_eq!(cbc(held, &mut [0; 512]).as_deref(), Ok(CBC));
    let held = Sound(b"fa94dd0f974cf2e293728a526b028271");
    assert_eq!(gcm(held, &mut [0; 512]).as_deref(), Ok(GCM));
    for way in FAULTS {
        for mint in [cbc as fn(_, &mut [u8]) -> _, gcm] {
            let mut out = [0x55; 512];
            assert_eq!(mint(way, &mut out), Err(Error::CryptoFailed));
            // Of the JSON nothing can be read.
            let json = br#""user_id""#;
            assert!(!out.windows(json.len()).any(|part| part == json));
        }
    }
}

#[test]
fn zego_tokens_are_opened_by_the_platform() {
    let mut workspace = [0; 256];
    let sealed = Sealed04::parse(CBC, &mut workspace).unwrap();
    let held = Sound(b"b0d996aecc46ad51600ea853bb378c18");
    let claims = sealed.open_with(&mut Platform(held), None).unwrap();
    assert!(claims.user_id().eq_str("demo"));
    let secret = ServerSecret::new("b0d996aecc46ad51600ea853bb378c18").unwrap();
    for (way, error) in [
        (Fails, Error::CryptoFailed),
        (Idle, Error::DecryptFailed),
        (Short, Error::DecryptFailed),
    ] {
        let sealed = Sealed04::parse(CBC, &mut workspace).unwrap();
        let opened = sealed.open_with(&mut Platform(way), Some(&secret));
        assert_eq!(opened.err(), Some(error));
    }
}

#[test]
fn attestations_are_hashed_and_checked_by_the_platform() {
    let mut key = SigningKey::from_bytes(&[7; 32]).unwrap();
    let agent = "https://agent.example.com/.well-known/agent.json";
    let audience = Audience::of_base("https://gateway.example.com");
    let it = Attestation::new(agent, audience, 1_720_000_000, "id");
    let (mut own, mut out) = ([0; 1024], [0; 1024]);
    let own = it.mint(&mut key, &mut own).unwrap();
    let token = it.mint_with(&mut Platform(Sound(b"")), &mut key, &mut out);
    assert_eq!(token.as_deref(), Ok(own));
    for way in FAULTS {
        let mut out = [0; 1024];
        let token = it.mint_with(&mut Platform(way), &mut key, &mut out);
        assert_eq!(token.err(), Some(Error::CryptoFailed));
    }

    let mut workspace = [0; 1024];
    let parsed = ParsedAttestation::parse(own, &mut workspace).unwrap();
    let point = key.public_key().to_point();
    let expected = ath::Expected::default()
        .audience(audience)
        .subject(agent)
        .now(1_720_000_000);
    for (way, point, result) in [
        (Sound(b""), &point[..], Ok(())),
        (Sound(b""), &[4; 65], Err(Error::BadKey)),
        (Fails, &point, Err(Error::CryptoFailed)),
        (Idle, &point, Err(Error::CryptoFailed)),
        (Short, &point, Err(Error::CryptoFailed)),
    ] {
        let report = parsed.check_with(&expected, point, &mut Platform(way));
        assert_eq!(report.ok(), result);
    }
}

/// "get-no-params" of `authing.json`.
#[test]
fn a_keyed_hash_becomes_a_header() {
    let mac = [
        0x95, 0x3d, 0xba, 0xd0, 0x99, 0x83, 0x29, 0x8d, 0x7d, 0x37, 0x87, 0x99, 0x6f, 0xf5, 0x18,
        0x32, 0x87, 0x30, 0x73, 0x87,
    ];
    let mut out = [0; 64];
    assert_eq!(
        authorization_of("ak-000001", &Signature::from_mac(&mac), &mut out),
        Ok("authing ak-000001:lT260JmDKY19N4eZb/UYMocwc4c=")
    );
    for id in ["", "a\nb"] {
        assert!(authorization_of(id, &Signature::from_mac(&mac), &mut out).is_err());
    }
}

fn octets<const N: usize>(digits: &str) -> [u8; N] {
    hex::decode(digits.as_bytes()).expect("digits")
}

/// HMAC of RFC 4231 and RFC 2202 (case 2 of both), AES of SP 800-38A (F.2.5) and of
/// the GCM specification (case 14), FIPS 180-4, RFC 6979 (A.2.5).
fn gives_the_published_answers(mut crypto: impl Crypto) {
    let (key, message) = (&b"Jefe"[..], [&b"what do ya want "[..], b"for nothing?"]);
    let mut mac = [0; 32];
    assert_eq!(crypto.hmac_sha256(key, &message, &mut mac), Ok(()));
    let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assert_eq!(mac, octets(expected));
    assert_eq!(compact::hmac_sha256(key, &message.concat()), mac);
    let expected = octets("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    assert_eq!(compact::hmac_sha1(key, &message.concat()), expected);

    let key: [u8; 32] = octets("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    let iv = octets("000102030405060708090a0b0c0d0e0f");
    let text: [u8; 16] = octets("6bc1bee22e409f96e93d7e117393172a");
    let mut block = text;
    assert_eq!(crypto.aes256_cbc_encrypt(&key, &iv, &mut block), Ok(()));
    assert_eq!(block, octets("f58c4c04d6e5f1ba779eabfb5f7bfbd6"));
    assert_eq!(crypto.aes256_cbc_decrypt(&key, &iv, &mut block), Ok(()));
    assert_eq!(block, text);

    let (key, nonce, mut sealed) = ([0; 32], [0; 12], [0; 32]);
    assert_eq!(crypto.aes256_gcm_encrypt(&key, &nonce, &mut sealed), Ok(()));
    let expected = "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919";
    assert_eq!(sealed, octets(expected));
    assert_eq!(crypto.aes256_gcm_decrypt(&key, &nonce, &mut sealed), Ok(()));
    assert_eq!(sealed[..16], [0; 16]);
    sealed[31] ^= 1;
    let refused = crypto.aes256_gcm_decrypt(&key, &nonce, &mut sealed);
    assert_eq!(refused, Err(CryptoFailed));

    let mut digest = [0; 32];
    assert_eq!(crypto.sha256(b"abc", &mut digest), Ok(()));
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest, octets(expected));

    let point: [u8; 65] = octets(concat!(
        "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    ));
    let signature = octets(concat!(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
        "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    ));
    let digest = sha256(&[b"sample"]);
    assert_eq!(crypto.es256_verify(&point, &digest, &signature), Ok(()));
    let other = crypto.es256_verify(&point, &[7; 32], &signature);
    assert_eq!(other, Err(Error::BadSignature));
}

#[test]
fn own_code_computes_what_is_published_lent_or_not() {
    gives_the_published_answers(Software);
    gives_the_published_answers(&mut Software);
}
