//! ES256 against another implementation, key files of another program, and
//! properties.

#![allow(missing_docs)]
#![cfg(feature = "ath")]

use proptest::prelude::*;
use tokenmint::Error;
use tokenmint::ath::{PublicKey, SigningKey};
use tokenmint::internals::wire::der;
use tokenmint::internals::wire::jws::Jws;
use tokenmint::internals::wire::pem;

#[path = "vector_cases/support.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "only the hexadecimal reader is used"
)]
mod support;

use support::unhex;

/// The key of RFC 6979, appendix A.2.5, in the forms that OpenSSL 3.0 writes.
mod openssl {
    pub(super) const D: &str = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    pub(super) const POINT: &str = concat!(
        "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    );
    pub(super) const SEC1: &str = concat!(
        "30770201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
        "a00a06082a8648ce3d030107a144034200",
        "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    );
    /// `ec -no_public`.
    pub(super) const SEC1_NO_PUBLIC: &str = concat!(
        "30310201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
        "a00a06082a8648ce3d030107",
    );
    /// `ec -conv_form compressed`.
    pub(super) const SEC1_COMPRESSED: &str = concat!(
        "30570201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
        "a00a06082a8648ce3d030107a124032200",
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
    );
    /// `ec -param_enc explicit`: the curve in numbers instead of its name.
    pub(super) const SEC1_EXPLICIT: &str = concat!(
        "308201680201010420c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
        "a081fa3081f7020101302c06072a8648ce3d0101022100ffffffff00000001000000000000000000000000",
        "ffffffffffffffffffffffff305b0420ffffffff00000001000000000000000000000000ffffffffffffff",
        "fffffffffc04205ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b031500c4",
        "9d360886e704936a6678e1139d26b7819f7e900441046b17d1f2e12c4247f8bce6e563a440f277037d812d",
        "eb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
        "022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101a144034200",
        "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    );
    /// `pkcs8 -topk8 -nocrypt`.
    pub(super) const PKCS8: &str = concat!(
        "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420",
        "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721a144034200",
        "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
    );
    /// `ec -pubout -conv_form compressed`.
    pub(super) const SPKI_COMPRESSED: &str = concat!(
        "3039301306072a8648ce3d020106082a8648ce3d030107032200",
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
    );
    /// `ec -aes128` (password `x`).
    pub(super) const SEC1_ENCRYPTED_PEM: &str = "\
-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,3C578C8E651B44E0576BAB9A965861D6

AvbB9Eoh9hvaK2NSGo93V1r6FpHhTCCzuL5IeMuntr+i9KZ+dpsOUEe/1KbAJZW/
0W5qjlMJetxtVuX236M4MDtPoqzK1eJAxxM/Agu3RFMFTdi4Ueth+jwAU9zwYCy2
9iAKz5JlJ/MTaiICBGI6KGZl+8ziRuaPhGdrEPQA0r0=
-----END EC PRIVATE KEY-----
";
    /// `pkcs8 -topk8` (password `x`).
    pub(super) const PKCS8_ENCRYPTED_PEM: &str = "\
-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg+Kgam3ttALQICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEBILVvqaupZNHFFbu5rHJu8EgZA2
2GrSLPSRl6HuNt3yF7hWTobRgbPOExXyHS8goNtuQAcpE5msddPWKk2y7rP0emO0
kFIGdn88Qzq5KYsBl6GMvFm5fzNobtEVe/QuzdO3Hdge0JB4c6nTTzc2xmjbM71W
ra7AC1zilRO2WOj180YeIi/k/jMcGb7F15aIoorw7hyIcc7TGx/AkjdEfXAQgVo=
-----END ENCRYPTED PRIVATE KEY-----
";
    /// `ecparam -name prime256v1 -genkey`: parameters come first.
    pub(super) const ECPARAM_PEM: &str = "\
-----BEGIN EC PARAMETERS-----
BggqhkjOPQMBBw==
-----END EC PARAMETERS-----
-----BEGIN EC PRIVATE KEY-----
MHcCAQEEILinSIzMlu3JNVlegLN73XPFBcXvLpsHZgpJ0oxZ1qZZoAoGCCqGSM49
AwEHoUQDQgAEO90Oxo+cdyxVe/sjiBhqBx+YY5wY8PTsKHElUuyomY+JJNRIUh+M
m5F1m0nQAgazljvJ04TnJsWOxm6JXKSbtw==
-----END EC PRIVATE KEY-----
";
}

fn rfc_key() -> SigningKey {
    SigningKey::from_bytes(&unhex(openssl::D).try_into().unwrap()).unwrap()
}

/// `content` in elements of a constructed or primitive type.
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    match content.len() {
        len @ ..=0x7f => bytes.push(len as u8),
        len => bytes.extend([0x81, u8::try_from(len).unwrap()]),
    }
    bytes.extend(content);
    bytes
}

/// PKCS #8 with this version, algorithm, SEC 1 content and rest.
fn pkcs8(version: u8, algorithm: &[u8], sec1: &[u8], rest: &[&[u8]]) -> Vec<u8> {
    let fields = [
        element(0x02, &[version]),
        element(0x30, algorithm),
        element(0x04, sec1),
        rest.concat(),
    ];
    element(0x30, &fields.concat())
}

const ALGORITHM: &str = "06072a8648ce3d020106082a8648ce3d030107";

#[test]
fn private_keys_of_other_programs_are_read() {
    let (algorithm, d, point) = (unhex(ALGORITHM), unhex(openssl::D), unhex(openssl::POINT));
    // RFC 5915 without both optional fields.
    let bare = element(0x30, &[element(0x02, &[1]), element(0x04, &d)].concat());
    // KeyUsage, as Windows adds it.
    let attributes = unhex("a00d300b0603551d0f310403020080");
    let beside = element(0x81, &[&[0], &point[..]].concat());

    let expected = rfc_key();
    for (name, bytes) in [
        ("PKCS #8", unhex(openssl::PKCS8)),
        ("bare inside", pkcs8(0, &algorithm, &bare, &[])),
        (
            "parameters inside",
            pkcs8(0, &algorithm, &unhex(openssl::SEC1), &[]),
        ),
        ("attributes", pkcs8(0, &algorithm, &bare, &[&attributes])),
        ("point beside", pkcs8(1, &algorithm, &bare, &[&beside])),
        (
            "attributes and point",
            pkcs8(1, &algorithm, &bare, &[&attributes, &beside]),
        ),
    ] {
        let key = SigningKey::from_pkcs8_der(&bytes).expect(name);
        assert_eq!(key.to_bytes().expose(), expected.to_bytes().expose());
    }
    for (name, bytes) in [
        ("SEC 1", unhex(openssl::SEC1)),
        ("without point", unhex(openssl::SEC1_NO_PUBLIC)),
        ("compressed", unhex(openssl::SEC1_COMPRESSED)),
        ("bare", bare),
    ] {
        let key = SigningKey::from_sec1_der(&bytes).expect(name);
        assert_eq!(key.to_bytes().expose(), expected.to_bytes().expose());
    }
    let key = PublicKey::from_spki_der(&unhex(openssl::SPKI_COMPRESSED));
    assert_eq!(key, Ok(expected.public_key()));
    assert!(SigningKey::from_pem(openssl::ECPARAM_PEM).is_ok());
}

#[test]
fn private_keys_that_cannot_be_used_are_refused() {
    let (algorithm, sec1) = (unhex(ALGORITHM), unhex(openssl::SEC1));
    let p384 = unhex("06072a8648ce3d020106052b81040022");
    let rsa = unhex("06092a864886f70d0101010500");
    let ed25519 = unhex("06032b6570");
    let sec1_with = |d: &[u8], rest: &[u8]| {
        let fields = [element(0x02, &[1]), element(0x04, d), rest.to_vec()];
        element(0x30, &fields.concat())
    };
    let d = unhex(openssl::D);
    let other_point = SigningKey::from_bytes(&[7; 32])
        .unwrap()
        .public_key()
        .to_point();
    let other = [&[0], &other_point[..]].concat();

    for (name, bytes, error) in [
        (
            "P-384",
            pkcs8(0, &p384, &sec1, &[]),
            Error::UnsupportedAlgorithm,
        ),
        (
            "RSA",
            pkcs8(0, &rsa, &sec1, &[]),
            Error::UnsupportedAlgorithm,
        ),
        (
            "Ed25519",
            pkcs8(0, &ed25519, &sec1, &[]),
            Error::UnsupportedAlgorithm,
        ),
        (
            "other curve inside",
            pkcs8(
                0,
                &algorithm,
                &sec1_with(&d, &unhex("a00706052b81040022")),
                &[],
            ),
            Error::UnsupportedAlgorithm,
        ),
        (
            "scalar 0",
            pkcs8(0, &algorithm, &sec1_with(&[0; 32], &[]), &[]),
            Error::BadKey,
        ),
        (
            "scalar of 31 octets",
            pkcs8(0, &algorithm, &sec1_with(&d[1..], &[]), &[]),
            Error::BadKey,
        ),
        (
            "point of another key inside",
            pkcs8(
                0,
                &algorithm,
                &sec1_with(&d, &element(0xa1, &element(0x03, &other))),
                &[],
            ),
            Error::BadKey,
        ),
        (
            "point of another key beside",
            pkcs8(
                1,
                &algorithm,
                &sec1_with(&d, &[]),
                &[&element(0x81, &other)],
            ),
            Error::BadKey,
        ),
        (
            "point beside in version 0",
            pkcs8(
                0,
                &algorithm,
                &sec1_with(&d, &[]),
                &[&element(0x81, &other)],
            ),
            Error::TrailingData { at: 68 },
        ),
        (
            "version 2",
            pkcs8(2, &algorithm, &sec1, &[]),
            Error::Malformed { at: 3 },
        ),
        (
            "encrypted",
            element(0x30, &element(0x30, &[])),
            Error::EncryptedKey,
        ),
        ("SEC 1", sec1.clone(), Error::Malformed { at: 5 }),
    ] {
        assert_eq!(
            SigningKey::from_pkcs8_der(&bytes).unwrap_err(),
            error,
            "{name}"
        );
    }
    assert_eq!(
        SigningKey::from_sec1_der(&unhex(openssl::SEC1_EXPLICIT)).unwrap_err(),
        Error::UnsupportedAlgorithm
    );
    for encrypted in [openssl::SEC1_ENCRYPTED_PEM, openssl::PKCS8_ENCRYPTED_PEM] {
        assert_eq!(
            SigningKey::from_pem(encrypted).unwrap_err(),
            Error::EncryptedKey
        );
    }
}

/// How a file begins says what it is; a key that is there and cannot be used is
/// not taken for another form.
#[test]
fn keys_in_files_are_told_apart() {
    let public = rfc_key().public_key();
    let jwk = concat!(
        " \n{\"kty\":\"EC\",\"crv\":\"P-256\",",
        "\"x\":\"YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y\",",
        "\"y\":\"eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk\"}",
    );
    let pem = format!("A note.\n{}", openssl::ECPARAM_PEM);
    let spki = unhex(openssl::SPKI_COMPRESSED);
    assert_eq!(PublicKey::from_file(jwk.as_bytes()), Ok(public));
    assert_eq!(PublicKey::from_file(&spki), Ok(public));
    for der in [openssl::PKCS8, openssl::SEC1] {
        let key = SigningKey::from_file(&unhex(der)).unwrap();
        assert_eq!(key.public_key(), public);
    }
    let key = SigningKey::from_file(pem.as_bytes()).unwrap();
    assert_eq!(
        key.public_key(),
        SigningKey::from_pem(&pem).unwrap().public_key()
    );
    let rsa = pkcs8(0, &unhex("06092a864886f70d0101010500"), &[], &[]);
    for (der, error) in [
        (element(0x30, &element(0x30, &[])), Error::EncryptedKey),
        (rsa, Error::UnsupportedAlgorithm),
    ] {
        assert_eq!(SigningKey::from_der(&der).unwrap_err(), error);
        assert_eq!(SigningKey::from_file(&der).unwrap_err(), error);
    }
}

#[test]
fn every_cut_of_a_key_is_refused() {
    let (pkcs8, sec1) = (unhex(openssl::PKCS8), unhex(openssl::SEC1));
    for len in 0..pkcs8.len() {
        assert!(SigningKey::from_pkcs8_der(&pkcs8[..len]).is_err(), "{len}");
    }
    for len in 0..sec1.len() {
        assert!(SigningKey::from_sec1_der(&sec1[..len]).is_err(), "{len}");
    }
    let longer = [&pkcs8[..], &[0]].concat();
    assert_eq!(
        SigningKey::from_pkcs8_der(&longer).unwrap_err(),
        Error::TrailingData { at: 138 }
    );
}

#[test]
fn written_keys_are_as_long_as_said_and_read_back() {
    let key = SigningKey::from_bytes(&[9; 32]).unwrap();
    let public = key.public_key();
    let mut buffer = [0; 512];
    let same = |read: Result<SigningKey, Error>| {
        assert_eq!(read.unwrap().to_bytes().expose(), key.to_bytes().expose());
    };

    let bytes = key.write_pkcs8_der(&mut buffer).unwrap();
    assert_eq!(bytes.len(), SigningKey::PKCS8_DER_LEN);
    same(SigningKey::from_pkcs8_der(bytes));
    let bytes = key.write_sec1_der(&mut buffer).unwrap();
    assert_eq!(bytes.len(), SigningKey::SEC1_DER_LEN);
    same(SigningKey::from_sec1_der(bytes));
    let text = key.write_pkcs8_pem(&mut buffer).unwrap();
    assert_eq!(text.len(), SigningKey::PKCS8_PEM_LEN);
    same(SigningKey::from_pem(text.replace('\n', "\r\n")));
    let text = key.write_sec1_pem(&mut buffer).unwrap();
    assert_eq!(text.len(), SigningKey::SEC1_PEM_LEN);
    same(SigningKey::from_pem(text));

    let bytes = public.write_spki_der(&mut buffer).unwrap();
    assert_eq!(bytes.len(), PublicKey::SPKI_DER_LEN);
    assert_eq!(PublicKey::from_spki_der(bytes), Ok(public));
    let text = public.write_spki_pem(&mut buffer).unwrap();
    assert_eq!(text.len(), PublicKey::SPKI_PEM_LEN);
    assert_eq!(PublicKey::from_pem(text), Ok(public));

    let needed = SigningKey::PKCS8_PEM_LEN;
    assert_eq!(
        key.write_pkcs8_pem(&mut buffer[..needed - 1]),
        Err(Error::BufferTooSmall { needed })
    );
}

/// Another implementation verifies what is signed here and the other way round.
#[cfg(not(miri))]
mod against_ring {
    use super::*;
    use ring::rand::SystemRandom;
    use ring::signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair,
        UnparsedPublicKey,
    };

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn both_ways(d in any::<[u8; 32]>(), message in prop::collection::vec(any::<u8>(), 0..300)) {
            let Ok(key) = SigningKey::from_bytes(&d) else {
                return Ok(());
            };
            let point = key.public_key().to_point();
            let ours = key.sign(&[&message]).unwrap();
            let theirs = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
            prop_assert!(theirs.verify(&message, &ours).is_ok());

            let mut buffer = [0; SigningKey::PKCS8_DER_LEN];
            let exported = key.write_pkcs8_der(&mut buffer).unwrap();
            let random = SystemRandom::new();
            let pair =
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, exported, &random).unwrap();
            prop_assert_eq!(pair.public_key().as_ref(), &point);
            let signature = pair.sign(&random, &message).unwrap();
            let signature = signature.as_ref().try_into().unwrap();
            prop_assert_eq!(key.public_key().verify(&[&message], signature), Ok(()));
        }
    }

    #[test]
    fn keys_that_it_generates_are_read() {
        let random = SystemRandom::new();
        for _ in 0..16 {
            let file =
                EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
            let pair =
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, file.as_ref(), &random)
                    .unwrap();
            let key = SigningKey::from_pkcs8_der(file.as_ref()).unwrap();
            assert_eq!(key.public_key().to_point(), pair.public_key().as_ref());
        }
    }
}

/// `p256`, `ring` and what this build verifies messages with say the same of every
/// signature, whatever is wrong with it.
#[cfg(not(miri))]
mod verdicts {
    use super::*;
    use p256::ecdsa::{RecoveryId, Signature, VerifyingKey};
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
    use tokenmint::internals::crypto::sha256::sha256;
    use tokenmint::internals::wire::base64;

    const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    /// The one verdict of all three.
    fn holds(key: &PublicKey, message: &[u8], signature: &[u8]) -> bool {
        let theirs = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key.to_point());
        let theirs = theirs.verify(message, signature).is_ok();
        let Ok(signature) = signature.try_into() else {
            assert!(!theirs);
            return false;
        };
        let refused = Err(Error::BadSignature);
        let verdict = if theirs { Ok(()) } else { refused };
        let by_digest = key.verify_prehash(&sha256(&[message]), signature);
        assert_eq!(by_digest, verdict, "p256: {signature:02x?}");
        let by_message = key.verify(&[message], signature);
        assert_eq!(by_message, verdict, "this build: {signature:02x?}");
        let (start, end) = message.split_at(message.len() / 2);
        let by_parts = key.verify(&[start, end], signature);
        assert_eq!(by_parts, verdict, "in parts: {signature:02x?}");
        theirs
    }

    fn order() -> [u8; 32] {
        unhex(ORDER).try_into().unwrap()
    }

    /// `left - right`, modulo 2^256.
    fn minus(left: [u8; 32], right: &[u8]) -> [u8; 32] {
        let mut difference = left;
        let mut borrow = false;
        for (to, from) in difference.iter_mut().zip(right).rev() {
            let (step, under) = to.overflowing_sub(*from);
            let (step, again) = step.overflowing_sub(u8::from(borrow));
            (*to, borrow) = (step, under || again);
        }
        difference
    }

    fn number(last: u8) -> [u8; 32] {
        let mut number = [0; 32];
        number[31] = last;
        number
    }

    fn joined(r: &[u8], s: &[u8]) -> Vec<u8> {
        [r, s].concat()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn of_signatures_with_something_wrong(
            key in any_key(),
            message in prop::collection::vec(any::<u8>(), 0..200),
            place in any::<prop::sample::Index>(),
            bit in 0..8_u32,
            noise in any::<[u8; 32]>(),
        ) {
            let public = key.public_key();
            let good = key.sign(&[&message]).unwrap();
            let (r, s) = good.split_at(32);
            prop_assert!(holds(&public, &message, &good));
            // The other s of the same r: ES256 has no rule about the lower one.
            prop_assert!(holds(&public, &message, &joined(r, &minus(order(), s))));

            let edges = [
                [0; 32],
                number(1),
                minus(order(), &number(1)),
                order(),
                minus(order(), &minus([0; 32], &number(1))),
                [0xff; 32],
                // r + n and s + n, where they fit into 256 bits, or wrapped.
                minus(r.try_into().unwrap(), &minus([0; 32], &order())),
                minus(s.try_into().unwrap(), &minus([0; 32], &order())),
                noise,
            ];
            for edge in edges {
                prop_assert!(!holds(&public, &message, &joined(&edge, s)));
                prop_assert!(!holds(&public, &message, &joined(r, &edge)));
                prop_assert!(!holds(&public, &message, &joined(&edge, &edge)));
            }
            prop_assert!(!holds(&public, &message, &joined(s, r)));
            let mut flipped = good;
            flipped[place.index(64)] ^= 1 << bit;
            prop_assert!(!holds(&public, &message, &flipped));
            for len in [0, 1, 32, 63] {
                prop_assert!(!holds(&public, &message, &good[..len]));
            }
            prop_assert!(!holds(&public, &message, &[&good[..], &[0]].concat()));
            prop_assert!(!holds(&public, &message, &[&[0], &good[..]].concat()));
            prop_assert!(!holds(&public, &[&message[..], b"x"].concat(), &good));
            let other = SigningKey::from_bytes(&[3; 32]).unwrap().public_key();
            prop_assert!(!holds(&other, &message, &good));
        }
    }

    /// r is the x of a point modulo n, and a few x are above n: a verifier that
    /// compares without the modulus refuses them.
    #[test]
    fn of_an_r_whose_point_is_above_the_order() {
        let message = b"a point above the order";
        let mut found = 0;
        for low in 1..=60 {
            let signature = joined(&number(low), &[0x5a; 32]);
            let parsed = Signature::from_slice(&signature).unwrap();
            let reduced = RecoveryId::new(false, true);
            let digest = sha256(&[message]);
            // About every second x is that of a point.
            let Ok(key) = VerifyingKey::recover_from_prehash(&digest, &parsed, reduced) else {
                continue;
            };
            let key = PublicKey::from_point(key.to_sec1_point(false).as_bytes()).unwrap();
            assert!(holds(&key, message, &signature), "{low}");
            assert!(!holds(&key, b"another", &signature), "{low}");
            found += 1;
        }
        assert!(found > 10, "{found}");
    }

    #[test]
    fn of_attestations_of_another_length() {
        let key = rfc_key();
        let signed = "e30.e30";
        let good = key.sign(&[signed.as_bytes()]).unwrap();
        for (len, verdict) in [
            (63, Err(Error::BadSignature)),
            (64, Ok(())),
            (65, Err(Error::BadSignature)),
        ] {
            let mut octets = [0; 65];
            octets[..64].copy_from_slice(&good);
            let mut text = [0; 88];
            let signature = base64::encode_url(&octets[..len], &mut text).unwrap();
            let token = format!("{signed}.{signature}");
            let jws = Jws::parse(&token, 200).unwrap();
            assert_eq!(jws.verify_es256(&key.public_key()), verdict, "{len}");
            let software = &mut tokenmint::platform::Software;
            let by_software = jws.verify_es256_with(software, &key.public_key().to_point());
            assert_eq!(by_software, verdict, "{len}");
        }
    }
}

/// The signer that is chosen: other signatures each time, all of them good.
#[cfg(all(feature = "ring017", not(miri)))]
mod by_ring {
    use super::*;
    use tokenmint::ath::{
        Attestation, Audience, Es256Signer, Expected, ParsedAttestation, RingSigningKey,
    };
    use tokenmint::internals::crypto::sha256::sha256;
    use tokenmint::output::Owned;

    #[test]
    fn signatures_differ_and_are_good() {
        let key = RingSigningKey::new(rfc_key()).unwrap();
        let public = rfc_key().public_key();
        assert_eq!(key.public_key(), public);
        let message = b"sample";
        let mut seen = vec![rfc_key().sign(&[message]).unwrap()];
        for _ in 0..32 {
            let signature = key.sign(message).unwrap();
            let verified = public.verify_prehash(&sha256(&[message]), &signature);
            assert_eq!(verified, Ok(()));
            assert!(!seen.contains(&signature));
            seen.push(signature);
        }
    }

    #[test]
    fn attestations_are_signed_by_it_wherever_a_signer_is_taken() {
        let agent = "https://agent.example.com/.well-known/agent.json";
        let audience = Audience::of_base("https://gateway.example.com");
        let attestation = Attestation::new(agent, audience, 1_720_000_000, "one");
        let mut key = RingSigningKey::new(rfc_key()).unwrap();
        let public = key.public_key();
        let software = attestation.mint(&mut rfc_key(), Owned).unwrap();
        let tokens = [
            attestation.mint(&mut key, Owned).unwrap(),
            attestation.mint(&mut &key, Owned).unwrap(),
            attestation
                .mint(&mut key as &mut dyn Es256Signer, Owned)
                .unwrap(),
        ];
        for (at, token) in tokens.iter().enumerate() {
            // The same but for the signature, which is another one each time.
            let signed = |token: &str| token.rsplit_once('.').unwrap().0.to_owned();
            assert_eq!(signed(token), signed(&software));
            assert_ne!(*token, software);
            assert!(!tokens[..at].contains(token));
            let mut workspace = [0; 600];
            let parsed = ParsedAttestation::parse(token, &mut workspace).unwrap();
            let expected = Expected::of(&public, audience, agent, 1_720_000_000);
            assert_eq!(parsed.check(&expected).ok(), Ok(()));
        }
    }

    #[test]
    fn a_digest_alone_is_signed_deterministically() {
        let mut key = RingSigningKey::new(rfc_key()).unwrap();
        let answer = rfc_key().sign_prehash(&[7; 32]);
        assert_eq!(key.sign_prehash(&[7; 32]), answer);
        assert_eq!((&key).sign_prehash(&[7; 32]), answer);
    }

    #[test]
    fn nothing_of_the_key_is_shown() {
        let key = RingSigningKey::new(rfc_key()).unwrap();
        assert_eq!(format!("{key:?}"), "RingSigningKey(redacted)");
    }
}

fn any_key() -> impl Strategy<Value = SigningKey> {
    any::<[u8; 32]>().prop_filter_map("out of range", |d| SigningKey::from_bytes(&d).ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_flipped_bit_never_verifies(
        key in any_key(),
        message in prop::collection::vec(any::<u8>(), 1..100),
        place in any::<prop::sample::Index>(),
        bit in 0..8_u32,
    ) {
        let signature = key.sign(&[&message]).unwrap();
        let mut changed = signature;
        changed[place.index(64)] ^= 1 << bit;
        prop_assert_eq!(key.public_key().verify(&[&message], &changed), Err(Error::BadSignature));
        let mut changed = message.clone();
        changed[place.index(message.len())] ^= 1 << bit;
        prop_assert_eq!(key.public_key().verify(&[&changed], &signature), Err(Error::BadSignature));
    }

    #[test]
    fn parts_are_one_message(key in any_key(), message in prop::collection::vec(any::<u8>(), 0..200), cut in any::<prop::sample::Index>()) {
        let (start, end) = message.split_at(cut.index(message.len() + 1));
        prop_assert_eq!(key.sign(&[start, b"", end]), key.sign(&[&message]));
    }

    #[test]
    fn another_key_never_verifies(one in any_key(), other in any_key(), message in any::<[u8; 16]>()) {
        prop_assume!(one.public_key() != other.public_key());
        let signature = one.sign(&[&message]).unwrap();
        prop_assert_eq!(other.public_key().verify(&[&message], &signature), Err(Error::BadSignature));
    }

    /// The point in the file tells when the scalar was changed, and the other
    /// way round.
    #[test]
    fn a_changed_key_file_never_gives_another_key(place in any::<prop::sample::Index>(), value in any::<u8>()) {
        let mut file = unhex(openssl::PKCS8);
        let place = place.index(file.len());
        file[place] = value;
        if let Ok(key) = SigningKey::from_pkcs8_der(&file) {
            let same = key.public_key() == rfc_key().public_key();
            prop_assert!(same, "{} {}", place, value);
        }
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = SigningKey::from_pkcs8_der(&bytes);
        let _ = SigningKey::from_sec1_der(&bytes);
        let _ = SigningKey::from_pem(&bytes);
        let _ = SigningKey::from_jwk(&bytes);
        let _ = PublicKey::from_spki_der(&bytes);
        let _ = PublicKey::from_pem(&bytes);
        let _ = PublicKey::from_jwk(&bytes);
        let _ = PublicKey::from_point(&bytes);
        let mut reader = der::Reader::new(&bytes);
        while let Some(tag) = reader.peek() {
            if reader.read(tag).is_err() {
                break;
            }
        }
    }

    #[test]
    fn almost_pem_is_survived(text in "(-{4,6}(BEGIN |END )(C|EC PRIVATE KEY)?-{0,6}\\s?|[A-Za-z0-9+/=]{0,9}|\\PC){0,12}") {
        let mut out = [0; 64];
        if let Ok((label, content)) = pem::decode(text.as_bytes(), &["C"], &mut out) {
            prop_assert_eq!(label, "C");
            prop_assert!(content.len() <= 64);
        }
        let _ = SigningKey::from_pem(&text);
    }

    #[test]
    fn almost_jws_is_survived(text in "[A-Za-z0-9_.=-]{0,80}|\\PC{0,40}") {
        let mut workspace = vec![0; Jws::workspace_len(text.len())];
        if let Ok(jws) = Jws::parse(&text, 80) {
            prop_assert!(jws.header(&mut workspace).is_ok());
            prop_assert!(jws.claims(&mut workspace).is_ok());
            let key = rfc_key().public_key();
            prop_assert_eq!(jws.verify_es256(&key), Err(Error::BadSignature));
        }
    }
}

#[test]
fn a_thumbprint_is_shown_as_its_text() {
    let key = SigningKey::from_bytes(&[7; 32]).expect("a key");
    let thumbprint = key.public_key().thumbprint();
    assert_eq!(thumbprint.as_str().len(), 43);
    assert_eq!(thumbprint.to_string(), thumbprint.as_str());
}
