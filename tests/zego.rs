//! ZEGO tokens as a user sees them: properties, faults, and another AES.
#![cfg(all(feature = "zego", feature = "alloc"))]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use tokenmint::internals::crypto::aes_cbc;
use tokenmint::internals::wire::base64;
#[cfg(feature = "heapless09")]
use tokenmint::output::Heapless;
use tokenmint::output::Owned;
use tokenmint::output::Writer;
use tokenmint::secret::Secret;
use tokenmint::zego::{
    Access, CbcEntropy, Claims04, Expected, GcmEntropy, JSON_MAX, Mode, ParsedPayload, Privilege,
    Privileges, RoomPayload, Sealed03, Sealed04, ServerSecret, Token03, Token04, check_token03,
    check_token04, error_code, generate_token04_at, parse_app_id, workspace_len,
};
use tokenmint::{Error, Field, Limits, TextFault, Verdict};

const SECRET: &str = "fa94dd0f974cf2e293728a526b028271";
const IV: &[u8; 16] = b"0123456789abcdef";
const NONCE: &[u8; 12] = b"0123456789ab";
const NOW: i64 = 1_700_000_000;

fn secret() -> ServerSecret {
    ServerSecret::new(SECRET).unwrap()
}

/// Any text, control characters and other alphabets included.
fn text(len: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = String> {
    vec(
        prop_oneof![
            any::<char>(),
            prop::char::range('\0', '\x1f'),
            Just('"'),
            Just('\\')
        ],
        len,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

fn access() -> impl Strategy<Value = Access> {
    prop_oneof![Just(Access::Deny), Just(Access::Allow)]
}

fn mode() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::Cbc), Just(Mode::Gcm)]
}

fn mint<'o>(
    token: &Token04<'_>,
    mode: Mode,
    nonce: i64,
    issued_at: i64,
    out: &'o mut [u8],
) -> Result<&'o str, Error> {
    match mode {
        Mode::Cbc => token.mint(&secret(), CbcEntropy::new(*IV, nonce), issued_at, out),
        Mode::Gcm => token.mint_gcm(&secret(), GcmEntropy::new(*NONCE, nonce), issued_at, out),
    }
}

fn body_of(token: &str) -> Vec<u8> {
    let mut body = vec![0; workspace_len(token.len())];
    base64::decode(&token.as_bytes()[2..], 2, &mut body)
        .unwrap()
        .to_vec()
}

fn token_of(version: &str, body: &[u8]) -> String {
    let mut text = vec![0; base64::encoded_len(body.len())];
    let mut out = Writer::new(&mut text);
    base64::put(&mut out, body);
    format!("{version}{}", out.finish_str().unwrap())
}

/// A CBC token around any plaintext, built here by the table of the format.
fn sealed_by_hand(expires_at: i64, json: &[u8]) -> String {
    let mut ciphertext = json.to_vec();
    ciphertext.resize(aes_cbc::padded_len(json.len()), 0);
    let key = Secret::new(SECRET.as_bytes().try_into().unwrap());
    aes_cbc::encrypt(&key, IV, &mut ciphertext, json.len()).unwrap();
    let mut body = expires_at.to_be_bytes().to_vec();
    body.extend([0, 16]);
    body.extend(IV);
    body.extend(u16::try_from(ciphertext.len()).unwrap().to_be_bytes());
    body.extend(ciphertext);
    token_of("04", &body)
}

fn open<'w>(token: &str, workspace: &'w mut Vec<u8>) -> Result<Claims04<'w>, Error> {
    workspace.resize(workspace_len(token.len()), 0);
    Sealed04::parse(token, workspace)?.open(&secret())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_minted_is_read(
        app_id in 1..=u32::MAX,
        user_id in text(1..40),
        payload in text(0..80),
        seconds in 1..i64::from(u32::MAX),
        issued_at in 1..i64::from(u32::MAX),
        nonce in any::<i64>(),
        mode in mode(),
    ) {
        let token = Token04::new(app_id, &user_id, seconds)
            .payload(&payload)
            .limits(Limits::Wire);
        let mut out = vec![0; Token04::capacity_in(mode, user_id.len(), payload.len())];
        let minted = mint(&token, mode, nonce, issued_at, &mut out).unwrap();
        prop_assert_eq!(token.len(mode, issued_at, nonce), Ok(minted.len()));

        let mut workspace = Vec::new();
        let claims = open(minted, &mut workspace).unwrap();
        prop_assert_eq!(claims.app_id(), i64::from(app_id));
        prop_assert!(claims.user_id().eq_str(&user_id));
        prop_assert_eq!(claims.nonce(), nonce);
        prop_assert_eq!(claims.issued_at(), issued_at);
        prop_assert_eq!(claims.expires_at(), issued_at + seconds);
        let read: String = claims.payload().into_iter().flat_map(|text| text.chars()).collect();
        prop_assert_eq!(read, payload.as_str());
        prop_assert_eq!(claims.check(&Expected::of(app_id, &user_id, issued_at)).ok(), Ok(()));
        let late = claims.check(&Expected::of(app_id, &user_id, issued_at + seconds));
        prop_assert_eq!(late.ok(), Err(Error::Expired));

        // What serde_json makes of the JSON.
        let json: serde_json::Value = serde_json::from_str(claims.as_json()).unwrap();
        let expected = serde_json::json!({
            "app_id": app_id, "user_id": user_id, "nonce": nonce, "ctime": issued_at,
            "expire": issued_at + seconds, "payload": payload,
        });
        prop_assert_eq!(json.to_string(), expected.to_string());
    }

    #[test]
    fn a_typed_payload_is_its_text(
        room_id in text(0..20),
        streams in proptest::option::of(vec(text(0..8), 0..4)),
        login in access(),
        publish in access(),
        which in 0..3,
        mode in mode(),
    ) {
        let privileges = match which {
            0 => Privileges::login(login),
            1 => Privileges::publish(publish),
            _ => Privileges::both(login, publish),
        };
        let ids: Vec<&str> = streams.iter().flatten().map(String::as_str).collect();
        let mut payload = RoomPayload::new(&room_id, privileges);
        if streams.is_some() {
            payload = payload.streams(&ids);
        }
        let mut text = [0; 2048];
        let text = payload.write(&mut text).unwrap();
        let token = Token04::new(1, "user", 3600);
        let (mut a, mut b) = ([0; 8192], [0; 8192]);
        let streamed = mint(&token.room(payload), mode, 1, NOW, &mut a).unwrap();
        prop_assert_eq!(
            Ok(streamed),
            mint(&token.payload(text), mode, 1, NOW, &mut b)
        );
        let capacity = Token04::room_capacity_in(
            mode,
            "user".len(),
            room_id.len(),
            ids.len(),
            ids.iter().map(|id| id.len()).sum(),
        );
        prop_assert!(streamed.len() <= capacity);

        let parsed = ParsedPayload::parse(text).unwrap();
        prop_assert!(parsed.room_id().unwrap().eq_str(&room_id));
        let value = |access| i64::from(access == Access::Allow);
        let found = [Privilege::Login, Privilege::Publish].map(|key| parsed.privilege(key));
        let expected = [
            (which != 1).then(|| value(login)),
            (which != 0).then(|| value(publish)),
        ];
        prop_assert_eq!(found, expected);
        prop_assert!(parsed.streams().zip(&ids).all(|(a, b)| a.eq_str(b)));
        prop_assert_eq!(parsed.streams().count(), ids.len());
    }

    #[test]
    fn token03_comes_back(
        room_id in text(1..20),
        user_id in text(1..20),
        login in access(),
        publish in access(),
        nonce in any::<i64>(),
    ) {
        let token = Token03::new(7, &room_id, &user_id, login, publish, 60);
        let minted = token.mint(&secret(), CbcEntropy::new(*IV, nonce), NOW, Owned).unwrap();
        prop_assert_eq!(token.len(NOW, nonce), Ok(minted.len()));
        prop_assert!(minted.len() <= Token03::capacity(room_id.len(), user_id.len()));
        let mut workspace = vec![0; workspace_len(minted.len())];
        let claims = Sealed03::parse(&minted, &mut workspace).unwrap().open(&secret()).unwrap();
        let expected = Expected::of(7, &user_id, NOW).room(&room_id).without_privileges();
        prop_assert_eq!(claims.check(&expected).ok(), Ok(()));
        let granted = login == Access::Allow;
        prop_assert_eq!(claims.check(&Expected::of(7, &user_id, NOW).room(&room_id)).ok().is_ok(), granted);
        let both = granted && publish == Access::Allow;
        prop_assert_eq!(claims.check(&expected.publisher()).ok().is_ok(), both);
        let other = claims.check(&expected.room("another room"));
        prop_assert_eq!(other.ok(), Err(Error::ChannelMismatch));
        let value = |access| Some(i64::from(access == Access::Allow));
        prop_assert_eq!(claims.privilege(Privilege::Login), value(login));
        prop_assert_eq!(claims.privilege(Privilege::Publish), value(publish));
        prop_assert_eq!(claims.nonce(), nonce);
        prop_assert_eq!(claims.app_id(), 7);
        prop_assert_eq!((claims.expires_at(), claims.clear_expires_at()), (NOW + 60, NOW + 60));
    }

    #[test]
    fn one_byte_too_few_says_how_many(
        user_id in text(1..20),
        payload in text(0..20),
        mode in mode(),
        slack in 0..40_usize,
    ) {
        let token = Token04::new(1, &user_id, 1).payload(&payload);
        let needed = token.len(mode, NOW, 5).unwrap();
        let mut memory = vec![0xA5; needed + slack];
        for len in [needed - 1, 0] {
            let result = mint(&token, mode, 5, NOW, &mut memory[..len]);
            prop_assert_eq!(result, Err(Error::BufferTooSmall { needed }));
            prop_assert!(memory[len..].iter().all(|byte| *byte == 0xA5), "the canary");
        }
        let exact = mint(&token, mode, 5, NOW, &mut memory[..needed]).unwrap().to_string();
        prop_assert!(memory[needed..].iter().all(|byte| *byte == 0xA5), "the canary");
        let roomy = mint(&token, mode, 5, NOW, &mut memory).unwrap();
        prop_assert_eq!(roomy, exact);
    }

    #[test]
    fn gcm_shows_every_changed_bit(at in any::<Index>(), bit in 0..8) {
        let mut out = [0; 512];
        let token = Token04::new(1, "user", 3600).payload("x");
        let minted = mint(&token, Mode::Gcm, 1, NOW, &mut out).unwrap();
        let mut body = body_of(minted);
        let at = at.index(body.len());
        body[at] ^= 1_u8 << bit;
        let mut workspace = Vec::new();
        let error = open(&token_of("04", &body), &mut workspace).unwrap_err();
        let last = body.len() - 1;
        match at {
            0..8 => prop_assert_eq!(error, Error::ExpiryMismatch),
            10..22 => prop_assert_eq!(error, Error::DecryptFailed),
            24.. if at < last => prop_assert_eq!(error, Error::DecryptFailed),
            // Lengths and mode: whatever it is then, it is none of ours.
            _ => {}
        }
    }

    #[test]
    fn any_text_is_a_value_or_an_error(
        token in prop_oneof![
            text(0..40),
            "04[A-Za-z0-9+/]{0,120}={0,2}",
            vec(any::<u8>(), 0..120).prop_map(|body| token_of("04", &body)),
            vec(any::<u8>(), 0..120).prop_map(|body| token_of("03", &body)),
            vec(any::<u8>(), 0..120).prop_map(|json| sealed_by_hand(5, &json)),
        ],
        short in 0..100_usize,
    ) {
        let mut workspace = vec![0; workspace_len(token.len())];
        for parsed in [
            Sealed04::parse(&token, &mut workspace).and_then(|sealed| sealed.open(&secret()).map(|_| ())),
            Sealed03::parse(&token, &mut workspace).and_then(|sealed| sealed.open(&secret()).map(|_| ())),
        ] {
            prop_assert!(parsed.is_err());
        }
        let short = short.min(workspace.len());
        let _ = Sealed04::parse(&token, &mut workspace[..short]);
    }

    #[test]
    fn damaged_cbc_tokens_are_values_or_errors(
        at in any::<Index>(),
        bit in 0..8,
        cut in any::<Index>(),
    ) {
        let mut out = [0; 512];
        let minted = mint(&Token04::new(1, "user", 3600), Mode::Cbc, 1, NOW, &mut out).unwrap();
        let mut body = body_of(minted);
        let at = at.index(body.len());
        body[at] ^= 1_u8 << bit;
        let mut workspace = Vec::new();
        let _ = open(&token_of("04", &body), &mut workspace);
        body.truncate(cut.index(body.len()));
        prop_assert!(open(&token_of("04", &body), &mut workspace).is_err());
    }

    /// ring gives five bytes of the AES of any block (it protects QUIC headers
    /// with them), so every block of CBC can be held against it.
    #[test]
    fn cbc_is_that_of_ring(key in any::<[u8; 32]>(), iv in any::<[u8; 16]>(), plain in vec(any::<u8>(), 0..100)) {
        let aes = ring::aead::quic::HeaderProtectionKey::new(&ring::aead::quic::AES_256, &key).unwrap();
        let mut buffer = plain.clone();
        let padding = 16 - plain.len() % 16;
        buffer.resize(plain.len() + padding, padding as u8);
        let padded = buffer.clone();
        aes_cbc::encrypt(&Secret::new(key), &iv, &mut buffer, plain.len()).unwrap();
        let mut last = iv;
        for (plain, cipher) in padded.chunks(16).zip(buffer.chunks(16)) {
            let block: Vec<u8> = plain.iter().zip(last).map(|(a, b)| a ^ b).collect();
            prop_assert_eq!(&aes.new_mask(&block).unwrap()[..], &cipher[..5]);
            last = cipher.try_into().unwrap();
        }
        let back = aes_cbc::decrypt(&Secret::new(key), &iv, &mut buffer).unwrap();
        prop_assert_eq!(&*back, &plain[..]);
    }

    #[test]
    fn gcm_is_that_of_ring(nonce in any::<[u8; 12]>(), user_id in text(1..40)) {
        use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
        let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, SECRET.as_bytes()).unwrap());
        let minted = Token04::new(1, &user_id, 3600)
            .mint_gcm(&secret(), GcmEntropy::new(nonce, 1), NOW, Owned)
            .unwrap();
        let mut body = body_of(&minted);
        prop_assert_eq!(&body[10..22], &nonce);
        let end = body.len() - 1;
        prop_assert_eq!(body[end], 1);
        let json = key
            .open_in_place(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut body[24..end])
            .unwrap();
        let json: serde_json::Value = serde_json::from_slice(json).unwrap();
        prop_assert_eq!(json["user_id"].as_str(), Some(user_id.as_str()));
    }
}

/// Nothing but control characters, numbers as long as they get: capacities hold,
/// and are no larger than they have to be.
#[test]
fn capacities_are_those_of_the_worst_input() {
    let worst = "\u{1}".repeat(64);
    let ids = ["\u{1}\u{2}"; 20];
    let nearly = i64::MAX - 1;
    let room = RoomPayload::new(&worst, Privileges::both(Access::Allow, Access::Deny));
    let token = Token04::new(u32::MAX, &worst, 1);
    for mode in [Mode::Cbc, Mode::Gcm] {
        for (token, capacity) in [
            (
                token.payload(&worst),
                Token04::capacity_in(mode, worst.len(), worst.len()),
            ),
            (
                token.room(room.streams(&ids)),
                Token04::room_capacity_in(mode, worst.len(), worst.len(), 20, 40),
            ),
            (
                token.room(room),
                Token04::room_capacity_in(mode, worst.len(), worst.len(), 0, 0),
            ),
        ] {
            let len = token.len(mode, nearly, i64::MIN).unwrap();
            let spare = match mode {
                Mode::Cbc => 24,
                Mode::Gcm => 8,
            };
            assert!((len..=len + spare).contains(&capacity), "{len} {capacity}");
        }
    }
    assert_eq!(
        Token04::capacity(7, 9),
        Token04::capacity_in(Mode::Cbc, 7, 9)
    );
    let token = Token03::new(u32::MAX, &worst, &worst, Access::Allow, Access::Deny, 1);
    let len = token.len(nearly, i64::MIN).unwrap();
    assert!((len..=len + 24).contains(&Token03::capacity(64, 64)));
}

#[test]
fn inputs_are_refused_in_the_official_order() {
    let bad_time = Error::ValueOutOfRange {
        field: Field::ExpireIn,
        min: 1,
        max: i64::MAX as u64,
    };
    for (app_id, user_id, secret, seconds, error, code) in [
        (
            0,
            "",
            "",
            0,
            Error::BadAppId {
                fault: TextFault::Zero,
            },
            1,
        ),
        (
            1,
            "",
            "",
            0,
            Error::Empty {
                field: Field::UserId,
            },
            3,
        ),
        (
            1,
            "u",
            "",
            0,
            Error::BadSecret {
                expected: 32,
                fault: TextFault::Length { chars: 0 },
            },
            5,
        ),
        (1, "u", SECRET, 0, bad_time, 6),
        (1, "u", SECRET, i64::MIN, bad_time, 6),
    ] {
        let found =
            check_token04(app_id, user_id, secret, seconds, Limits::Documented).unwrap_err();
        assert_eq!((found, error_code(&found)), (error, code));
        let found = check_token03(app_id, "room", user_id, secret, seconds, Limits::Documented)
            .unwrap_err();
        assert_eq!((found, error_code(&found)), (error, code));
        let entropy = CbcEntropy::new(*IV, 1);
        let info = generate_token04_at(app_id, user_id, secret, seconds, "", NOW, entropy);
        assert_eq!((info.error_code, &*info.token), (code, ""));
    }
    let found = check_token03(1, "", "", "", 0, Limits::Documented).unwrap_err();
    assert_eq!(found, Error::Empty { field: Field::Room });
    // The mint itself, whose secret is checked by its type.
    for (app_id, user_id, seconds, code) in [(0, "", 0, 1), (1, "", 0, 3), (1, "u", 0, 6)] {
        for mode in [Mode::Cbc, Mode::Gcm] {
            let token = Token04::new(app_id, user_id, seconds);
            let error = mint(&token, mode, 1, NOW, &mut [0; 512]).unwrap_err();
            assert_eq!(error_code(&error), code);
        }
    }
}

#[test]
fn times_that_do_not_fit_are_refused() {
    let token = Token04::new(1, "u", i64::MAX);
    assert!(matches!(
        token.mint(&secret(), CbcEntropy::new(*IV, 1), NOW, Owned),
        Err(Error::ValueOutOfRange {
            field: Field::ExpireAt,
            ..
        })
    ));
    let info = generate_token04_at(1, "u", SECRET, i64::MAX, "", NOW, CbcEntropy::new(*IV, 1));
    assert_eq!((info.error_code, &*info.token), (-1, ""));
    assert!(!info.error_message.is_empty());
}

#[test]
fn the_length_field_never_wraps() {
    for mode in [Mode::Cbc, Mode::Gcm] {
        let empty = Token04::new(1, "demo", 3600);
        let mut out = vec![0; 100_000];
        let mut workspace = Vec::new();
        let frame = {
            let minted = mint(&empty, mode, 123_456_789, NOW, &mut out).unwrap();
            open(minted, &mut workspace).unwrap().as_json().len()
        };
        let longest = "p".repeat(JSON_MAX - frame);
        let minted = mint(&empty.payload(&longest), mode, 123_456_789, NOW, &mut out).unwrap();
        let max_len = match mode {
            Mode::Cbc => Token04::CAPACITY,
            Mode::Gcm => Token04::GCM_CAPACITY,
        };
        assert_eq!(minted.len(), max_len);
        assert_eq!(
            open(minted, &mut workspace).unwrap().as_json().len(),
            JSON_MAX
        );
        for extra in [1, 32_768, 70_000] {
            let longer = "p".repeat(longest.len() + extra);
            assert_eq!(
                mint(&empty.payload(&longer), mode, 123_456_789, NOW, &mut out),
                Err(Error::ContentTooLarge { max: JSON_MAX })
            );
        }
    }
}

/// Libraries that do not check write up to 65,520 bytes of ciphertext; read as
/// signed, their length would be negative.
#[test]
fn long_tokens_of_others_are_read() {
    let frame = r#"{"app_id":1,"user_id":"demo","nonce":1,"ctime":1,"expire":5,"payload":""}"#;
    let payload = "p".repeat(65_519 - frame.len());
    let json = frame.replace(r#""payload":"""#, &format!(r#""payload":"{payload}""#));
    assert_eq!(json.len(), 65_519);
    let token = sealed_by_hand(5, json.as_bytes());
    let mut workspace = Vec::new();
    let claims = open(&token, &mut workspace).unwrap();
    assert!(claims.payload().unwrap().eq_str(&payload));
}

/// Two characters of version, then the base64 text of 8 + 2 + 12 + 2 + 65,535 + 1
/// bytes: all that a length of 16 bits can count, in the mode with the longer frame.
#[test]
fn the_longest_token_is_read_and_no_longer_one() {
    let body = [
        &[0; 8][..],
        &[0, 12],
        &[0; 12],
        &[0xff; 2],
        &vec![7; 65_535],
        &[1],
    ]
    .concat();
    let longest = token_of("04", &body);
    assert_eq!(longest.len(), 87_418);
    let mut workspace = vec![0; workspace_len(longest.len()) + 4];
    let mut parse = |token: &str| Sealed04::parse(token, &mut workspace).map(|it| it.mode());
    assert_eq!(parse(&longest), Ok(Mode::Gcm));
    assert_eq!(parse(&format!("{longest}#tail")), Ok(Mode::Gcm));
    let too_large = Err(Error::TooLarge { max: 87_418 });
    for tail in ["A", "A#", "AAAA"] {
        assert_eq!(parse(&format!("{longest}{tail}")), too_large, "{tail}");
    }
}

#[test]
fn app_ids_are_numbers_of_32_bits_above_zero() {
    for (text, app_id) in [("1", 1), ("0042", 42), ("4294967295", u32::MAX)] {
        assert_eq!(parse_app_id(text), Ok(app_id));
    }
    for (text, fault) in [
        ("0", TextFault::Zero),
        ("4294967296", TextFault::Length { chars: 10 }),
    ] {
        assert_eq!(parse_app_id(text), Err(Error::BadAppId { fault }), "{text}");
    }
    for text in ["", "+1", "-1", "1a", " 1", "1_0", "\u{661}"] {
        let found = parse_app_id(text);
        assert!(
            matches!(found, Err(Error::BadAppId { .. })),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn faults_inside_are_not_told_apart() {
    let mut workspace = Vec::new();
    for json in [
        "",
        "null",
        "[]",
        "not json",
        "\u{fffd}",
        r#"{"app_id":1,"user_id":"u","nonce":1,"ctime":1}"#,
        r#"{"app_id":"1","user_id":"u","nonce":1,"ctime":1,"expire":5}"#,
        r#"{"app_id":1,"user_id":5,"nonce":1,"ctime":1,"expire":5}"#,
        r#"{"app_id":1,"user_id":"u","nonce":1.0,"ctime":1,"expire":5}"#,
        r#"{"app_id":1,"user_id":"u","nonce":1,"ctime":1e0,"expire":5}"#,
        r#"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":5,"payload":{}}"#,
        r#"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":5,"expire":5}"#,
        r#"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":5} x"#,
    ] {
        assert_eq!(
            open(&sealed_by_hand(5, json.as_bytes()), &mut workspace).unwrap_err(),
            Error::DecryptFailed,
            "{json}"
        );
    }
    let token = sealed_by_hand(
        5,
        b"{\"app_id\":1,\"user_id\":\"\xff\",\"nonce\":1,\"ctime\":1,\"expire\":5}",
    );
    assert_eq!(
        open(&token, &mut workspace).unwrap_err(),
        Error::DecryptFailed
    );

    let token = sealed_by_hand(
        5,
        br#"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":5}"#,
    );
    assert!(open(&token, &mut workspace).is_ok());
    let other = ServerSecret::new("00000000000000000000000000000000").unwrap();
    let sealed = Sealed04::parse(&token, &mut workspace).unwrap();
    assert_eq!(sealed.open(&other).unwrap_err(), Error::DecryptFailed);
}

#[test]
fn the_clear_part_says_where() {
    let mut out = [0; 512];
    let minted = mint(&Token04::new(1, "user", 3600), Mode::Cbc, 1, NOW, &mut out).unwrap();
    let body = body_of(minted);
    let len = body.len();
    let changed = |at: usize, byte: u8| {
        let mut body = body.clone();
        body[at] = byte;
        body
    };
    let longer = |extra: &[u8]| [&body, extra].concat();
    for (name, body, error) in [
        ("empty", vec![], Error::Truncated { at: 0 }),
        ("no IV", body[..10].to_vec(), Error::Truncated { at: 10 }),
        ("27 bytes", body[..27].to_vec(), Error::Truncated { at: 26 }),
        ("cut", body[..len - 1].to_vec(), Error::Truncated { at: 28 }),
        ("IV of 15", changed(9, 15), Error::Truncated { at: 27 }),
        (
            "IV of 12",
            {
                let mut body = changed(9, 12);
                body.drain(10..14);
                body
            },
            Error::Malformed { at: 8 },
        ),
        (
            "odd",
            {
                let mut body = changed(27, (len - 29) as u8);
                body.pop();
                body
            },
            Error::Malformed { at: 26 },
        ),
        (
            "no ciphertext",
            [&body[..26], &[0, 0]].concat(),
            Error::Malformed { at: 26 },
        ),
        (
            "GCM of 15",
            [&body[..8], &[0, 12], &[0; 12], &[0, 15], &[0; 15], &[1]].concat(),
            Error::Malformed { at: 22 },
        ),
        ("two more", longer(&[0, 0]), Error::TrailingData { at: len }),
        ("mode 2", longer(&[2]), Error::Malformed { at: len }),
        ("mode 1", longer(&[1]), Error::Malformed { at: 8 }),
    ] {
        let token = token_of("04", &body);
        let mut workspace = vec![0; workspace_len(token.len())];
        assert_eq!(
            Sealed04::parse(&token, &mut workspace).unwrap_err(),
            error,
            "{name}"
        );
    }
    let mut workspace = vec![0; workspace_len(minted.len())];
    for (text, error) in [
        ("", Error::UnsupportedVersion),
        ("4", Error::UnsupportedVersion),
        ("03AAAA", Error::UnsupportedVersion),
        ("04", Error::Truncated { at: 0 }),
        ("04A*==", Error::BadBase64 { at: 3 }),
    ] {
        let found = Sealed04::parse(text, &mut workspace).unwrap_err();
        assert_eq!(found, error, "{text}");
    }
    let needed = workspace_len(minted.len());
    assert_eq!(
        Sealed04::parse(minted, &mut workspace[..needed - 1]).unwrap_err(),
        Error::BufferTooSmall { needed }
    );
}

#[test]
fn what_the_web_kit_appends_is_left_out() {
    let minted = Token04::new(1, "user", 3600)
        .mint(&secret(), CbcEntropy::new(*IV, 1), NOW, Owned)
        .unwrap();
    let mut workspace = Vec::new();
    for tail in ["#", "#eyJ1c2VyIjoxfQ==", "##"] {
        let claims = open(&format!("{minted}{tail}"), &mut workspace).unwrap();
        assert!(claims.user_id().eq_str("user"));
    }
    let token = format!("{minted}A==");
    assert!(matches!(
        open(&token, &mut workspace),
        Err(Error::BadBase64 { .. })
    ));
}

#[test]
fn a_flipped_iv_bit_is_seen_only_by_comparing() {
    let minted = Token04::new(1, "user", 3600)
        .mint(&secret(), CbcEntropy::new(*IV, 1), NOW, Owned)
        .unwrap();
    let mut body = body_of(&minted);
    // `{"app_id":1`: the digit is byte 10 of the JSON.
    body[10 + 10] ^= b'1' ^ b'2';
    let mut workspace = Vec::new();
    let token = token_of("04", &body);
    let claims = open(&token, &mut workspace).unwrap();
    assert_eq!(claims.app_id(), 2);
    let report = claims.check(&Expected::of(1, "user", NOW));
    assert_eq!(report.ok(), Err(Error::AppIdMismatch));
    for verdict in [report.user, report.expiry, report.time] {
        assert_eq!(verdict, Verdict::Holds);
    }
}

#[test]
fn the_text_inside_is_given_whatever_it_is() {
    let secret = secret();
    for text in ["", "no JSON", r#"{"payload":{}}"#] {
        let token = sealed_by_hand(5, text.as_bytes());
        let mut workspace = vec![0; workspace_len(token.len())];
        let sealed = Sealed04::parse(&token, &mut workspace).unwrap();
        assert_eq!(sealed.decrypt_text(&secret), Ok(text));
        let token = token.replacen("04", "03", 1);
        let sealed = Sealed03::parse(&token, &mut workspace).unwrap();
        assert_eq!(sealed.decrypt_text(&secret), Ok(text));
    }
}

#[test]
fn a_token_holds_from_the_second_it_was_made_in() {
    let minted = Token04::new(1, "user", 60)
        .mint(&secret(), CbcEntropy::new(*IV, 1), NOW, Owned)
        .unwrap();
    let mut workspace = Vec::new();
    let claims = open(&minted, &mut workspace).unwrap();
    for (now, result) in [
        (NOW - 1, Err(Error::NotYetValid)),
        (NOW, Ok(())),
        (NOW + 59, Ok(())),
        (NOW + 60, Err(Error::Expired)),
    ] {
        assert_eq!(
            claims.check(&Expected::of(1, "user", now)).ok(),
            result,
            "{now}"
        );
    }
}

#[test]
fn a_changed_clear_expiry_can_still_be_looked_at() {
    let minted = Token04::new(1, "user", 3600)
        .mint(&secret(), CbcEntropy::new(*IV, 1), NOW, Owned)
        .unwrap();
    let mut body = body_of(&minted);
    body[0] = 0x7f;
    let token = token_of("04", &body);
    let mut workspace = Vec::new();
    assert_eq!(
        open(&token, &mut workspace).unwrap_err(),
        Error::ExpiryMismatch
    );
    let sealed = Sealed04::parse(&token, &mut workspace).unwrap();
    let claims = sealed.decrypt(&secret()).unwrap();
    assert_eq!(claims.expires_at(), NOW + 3600);
    let report = claims.check(&Expected::of(1, "user", NOW));
    assert_eq!(report.ok(), Err(Error::ExpiryMismatch));
}

#[test]
fn a_gcm_body_is_no_token03() {
    let minted = Token04::new(1, "user", 3600)
        .mint_gcm(&secret(), GcmEntropy::new(*NONCE, 1), NOW, Owned)
        .unwrap();
    let token = minted.replacen("04", "03", 1);
    let mut workspace = vec![0; workspace_len(token.len())];
    assert_eq!(
        Sealed03::parse(&token, &mut workspace).unwrap_err(),
        Error::Malformed { at: 8 }
    );
}

#[cfg(feature = "std")]
#[test]
fn the_official_face_has_its_own_clock_and_randomness() {
    use tokenmint::zego::{ERROR_CODE_SUCCESS, generate_token04};
    let now = || std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64;
    let before = now();
    let [a, b] = [(); 2].map(|()| generate_token04(1, "user", SECRET, 3600, "p"));
    let after = now();
    assert_ne!(a.token, b.token);
    for info in [a, b] {
        assert_eq!(info.error_code, ERROR_CODE_SUCCESS);
        assert_eq!(info.error_message, "success");
        let mut workspace = Vec::new();
        let claims = open(&info.token, &mut workspace).unwrap();
        assert!((before..=after).contains(&claims.issued_at()));
        assert_eq!(claims.check(&Expected::of(1, "user", after)).ok(), Ok(()));
        assert_eq!(claims.payload().unwrap().to_string(), "p");
    }
    let info = generate_token04(1, "user", SECRET, 0, "");
    assert_eq!((info.error_code, &*info.token), (6, ""));
}

#[test]
fn nothing_secret_is_printed() {
    let secret = secret();
    assert_eq!(format!("{secret:?}"), "ServerSecret(redacted)");
    let entropy = CbcEntropy::new(*IV, 1);
    let info = generate_token04_at(1, "user", SECRET, 3600, "", NOW, entropy);
    let shown = format!("{info:?}");
    assert!(!shown.contains(&info.token), "{shown}");
    assert!(shown.contains("error_message: \"success\""), "{shown}");
}

#[cfg(feature = "heapless09")]
#[test]
fn heapless_strings_are_the_same_or_too_small() {
    let token = Token04::new(1, "user", 3600);
    let [a, b, c] = [(); 3].map(|()| CbcEntropy::new(*IV, 1));
    let expected = token.mint(&secret(), a, NOW, Owned).unwrap();
    let found = token.mint(&secret(), b, NOW, Heapless::<256>).unwrap();
    assert_eq!(found.as_str(), expected);
    assert_eq!(
        token.mint(&secret(), c, NOW, Heapless::<16>),
        Err(Error::BufferTooSmall {
            needed: expected.len()
        })
    );
    let [a, b] = [(); 2].map(|()| GcmEntropy::new(*NONCE, 1));
    let expected = token.mint_gcm(&secret(), a, NOW, Owned).unwrap();
    let found = token.mint_gcm(&secret(), b, NOW, Heapless::<256>).unwrap();
    assert_eq!(found.as_str(), expected);
    let token = Token03::new(1, "room", "user", Access::Allow, Access::Allow, 60);
    let [a, b] = [(); 2].map(|()| CbcEntropy::new(*IV, 1));
    let expected = token.mint(&secret(), a, NOW, Owned).unwrap();
    let found = token.mint(&secret(), b, NOW, Heapless::<256>).unwrap();
    assert_eq!(found.as_str(), expected);
}
