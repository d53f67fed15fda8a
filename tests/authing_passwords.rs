//! Passwords encrypted with a published key: what the owner of the private key
//! reads. The keys were made by OpenSSL 3 and are of no use elsewhere.

#![allow(missing_docs)]

use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::{Pkcs1v15Encrypt, PrivateKey};
use serde_json::json;
use tokenmint::client::authing::PasswordKey;
use tokenmint::http::ErrorKind;
use tokenmint::internals::wire::base64;

/// `SubjectPublicKeyInfo`, 1024 bits.
const PUBLIC: &str = concat!(
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDPAB7F4hVEd62CYrKsw1Ho9RaF",
    "w/mwhfbnOpRZ8YQOy2HmARwSMjmC07oZfci/9FMtgNmA3G0Mch9waioVrJVH8zgn",
    "NvELRne2xwfUumd8yCAbzuCyvfVh1yEUpvSXf7uzfSqUHN/qAYn2mhbjG0EGdrpW",
    "1/jo+D9iBhxhyjEhoQIDAQAB",
);
/// The key as `RSAPublicKey` (PKCS #1).
const PUBLIC_PKCS1: &str = concat!(
    "MIGJAoGBAM8AHsXiFUR3rYJisqzDUej1FoXD+bCF9uc6lFnxhA7LYeYBHBIyOYLT",
    "uhl9yL/0Uy2A2YDcbQxyH3BqKhWslUfzOCc28QtGd7bHB9S6Z3zIIBvO4LK99WHX",
    "IRSm9Jd/u7N9KpQc3+oBifaaFuMbQQZ2ulbX+Oj4P2IGHGHKMSGhAgMBAAE=",
);
/// Its other half, `RSAPrivateKey`.
const PRIVATE: &str = concat!(
    "MIICXAIBAAKBgQDPAB7F4hVEd62CYrKsw1Ho9RaFw/mwhfbnOpRZ8YQOy2HmARwS",
    "MjmC07oZfci/9FMtgNmA3G0Mch9waioVrJVH8zgnNvELRne2xwfUumd8yCAbzuCy",
    "vfVh1yEUpvSXf7uzfSqUHN/qAYn2mhbjG0EGdrpW1/jo+D9iBhxhyjEhoQIDAQAB",
    "AoGBAJnnBvotS46qRFDKvPmCBuZjQqmVuZErKRVmEmKFFKBDSrhNXueQe/3vGVBW",
    "mulM6ILOZ+hM+q7kMsfLxxpyRFHyBb6jZvp4fKI0AeHYiowZVXLYVEZ7+Je9oK+e",
    "CgPWX4KkOmUPcWZ8EAm94TJWjgBrNNJKyQuzdjLstiPHI84BAkEA6YQMqzdrPQjZ",
    "de9YuV4YvMvncMX3rUyuFIa5oLwygKvnF25uk4eY9PYvOf48seizysfG/YbxDgXq",
    "uUbsQBiusQJBAOLufeFClWqU8OD6RoHGgXS+sxThcDI3DVEDFxPUaf74d0aNlH/C",
    "b0L+fGSBLgvzUUSOLHPBrXRWtP8tEfC8vfECQF2gwYeg59GIC9Eaj4N7dAW25+wy",
    "pBULKr02K5WD/+fRhQ3DDHkApFaLovHouyNGP1ht855RjbNmse9pvW4Rt3ECQGWh",
    "2ACVmGNWdxbbH86pP3swmPWGDYB/xVf94U0BOcN2Nb0EVXhudPP1E3LTo/K4MzJX",
    "1jK1j+BloMQTxFAjx5ECQD9uwJUANnwU411OEPjQ1Vw6r4qwXMcjguM8EZ9efFoI",
    "xQb4s8tcrJV4UoB0oU4zX2it/c8fGAtKSmKNtvqSatM=",
);
/// Another one of 512 bits.
const SMALL: &str = concat!(
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAPmeegy8TbC91Rj7NskcI0nP1KY6pw14",
    "qkgsoa9ACL4Oobz7tb5nug8lCrJNmaq/dTpfVcRDYbQSyogw/GxCCtkCAwEAAQ==",
);

fn decode(text: &str) -> Vec<u8> {
    let mut out = vec![0; base64::decoded_capacity(text.len())];
    base64::decode(text.as_bytes(), 0, &mut out)
        .unwrap()
        .to_vec()
}

fn pem(label: &str, text: &str, line_end: &str) -> String {
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    format!(
        "-----BEGIN {label}-----{line_end}{}{line_end}-----END {label}-----{line_end}",
        lines.join(line_end)
    )
}

fn decrypt(text: &str) -> Vec<u8> {
    let key = PrivateKey::from_pkcs1_der(&decode(PRIVATE)).unwrap();
    key.decrypt(Pkcs1v15Encrypt, &decode(text)).unwrap()
}

#[test]
fn every_form_of_the_key_encrypts_and_no_two_texts_are_the_same() {
    let longest = "密".repeat(39);
    for text in [
        pem("PUBLIC KEY", PUBLIC, "\n"),
        pem("PUBLIC KEY", PUBLIC, "\r\n"),
        pem("RSA PUBLIC KEY", PUBLIC_PKCS1, "\n"),
        PUBLIC.to_owned(),
    ] {
        let key = PasswordKey::from_pem(&text).unwrap();
        for password in ["p", "correct horse", &longest] {
            let (one, other) = (
                key.encrypt(password).unwrap(),
                key.encrypt(password).unwrap(),
            );
            assert_ne!(one, other, "the padding is random");
            assert_eq!(one.len(), 172);
            assert_eq!(decrypt(&one), password.as_bytes());
        }
        for password in ["", &(longest.clone() + "a")] {
            let error = key.encrypt(password).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
            assert!(error.to_string().contains("`password` has 1 to 117 bytes"));
        }
    }
}

#[test]
fn the_key_is_found_with_and_without_an_envelope() {
    let system =
        json!({"rsa": {"publicKey": pem("PUBLIC KEY", PUBLIC, "\n")}, "sm2": {"publicKey": "04"}});
    let enveloped = json!({"statusCode": 200, "message": "", "data": system});
    for answer in [&system, &enveloped] {
        let key = PasswordKey::from_system_info(answer).unwrap();
        assert_eq!(decrypt(&key.encrypt("p").unwrap()), b"p");
    }
    for answer in [
        json!({}),
        json!(null),
        json!({"rsa": {"publicKey": ""}}),
        json!({"rsa": {"publicKey": 7}}),
        json!({"data": {"rsa": {"publicKey": "AAAA"}}}),
        json!({"rsa": {"publicKey": SMALL}}),
        json!({"rsa": {"publicKey": "A".repeat(1 << 20)}}),
        json!({"rsa": {"publicKey": "密".repeat(20_000)}}),
    ] {
        let error = PasswordKey::from_system_info(&answer).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Answer, "{answer:.60}");
    }
    assert!(PasswordKey::from_pem(PRIVATE).is_err());
}
