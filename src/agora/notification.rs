//! Signatures of notifications: who posted them, and that nothing was changed.
//!
//! Agora posts what happens (agents that join or leave, calls, channel events)
//! to an address of yours as JSON, signed with the secret that the console
//! shows beside that address.
//!
//! | header | value |
//! |---|---|
//! | `Agora-Signature-V2` | HMAC-SHA256 of the body, 64 hexadecimal digits in lower case |
//! | `Agora-Signature` | HMAC-SHA1 of the body, 40 digits; of old, sent beside the other |
//!
//! The key is the secret as it is, in UTF-8. The **raw** body is signed: white
//! space and the order of members count, so check it before anything parses it.
//!
//! ```
//! use tokenmint::agora::notification::verify;
//!
//! let body = br#"{"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}"#;
//! let signature = "de96da5acf03b0021ac3b4fa2225e7ae6f3533a30d50bb02c08ea4fa748bda24";
//! verify("secret", body, signature)?;
//! assert!(verify("secret", b"{}", signature).is_err());
//! # Ok::<(), tokenmint::Error>(())
//! ```
//!
//! Events as types, and duplicates by their id, are in
//! `client::convoai::notification` (feature `convoai`).
//!
//! Source: docs.agora.io, "Receive notifications", signature verification.

use crate::crypto::compare;
use crate::crypto::hmac_sha256::hmac_sha256;
use crate::wire::hex::{self, Case};
use crate::{Error, Field};

/// The header of [`verify`].
pub const SIGNATURE_HEADER: &str = "Agora-Signature-V2";

/// The header of `verify_old`.
pub const OLD_SIGNATURE_HEADER: &str = "Agora-Signature";

/// Bytes of a signature: HMAC-SHA256 in hexadecimal digits.
pub const SIGNATURE_LEN: usize = 64;

/// Checks the value of [`SIGNATURE_HEADER`] for a raw body, in constant time.
///
/// It says nothing about freshness: a notification that is sent again has the
/// same `noticeId`.
///
/// # Errors
///
/// * [`Error::Empty`] for a secret that is empty.
/// * [`Error::BadSignature`] for any other signature, also one in upper case.
pub fn verify(secret: &str, body: &[u8], signature: &str) -> Result<(), Error> {
    same(hmac_sha256(key(secret)?, body).expose(), signature)
}

/// The value of [`SIGNATURE_HEADER`] for a body: for doubles of the service in
/// tests.
///
/// # Errors
///
/// [`Error::Empty`] for a secret that is empty.
pub fn sign(secret: &str, body: &[u8]) -> Result<[u8; SIGNATURE_LEN], Error> {
    let mut signature = [0; SIGNATURE_LEN];
    let digest = hmac_sha256(key(secret)?, body);
    hex::encode(digest.expose(), Case::Lower, &mut signature);
    Ok(signature)
}

/// Checks the value of [`OLD_SIGNATURE_HEADER`] for a raw body, in constant
/// time. Only for a sender that does not send the new header: where that is
/// there, it alone decides.
///
/// # Errors
///
/// As [`verify`].
#[cfg(any(feature = "convoai", feature = "legacy"))]
pub fn verify_old(secret: &str, body: &[u8], signature: &str) -> Result<(), Error> {
    use crate::crypto::hmac_sha1::hmac_sha1;
    same(hmac_sha1(key(secret)?, body).expose(), signature)
}

fn key(secret: &str) -> Result<&[u8], Error> {
    match secret {
        "" => Err(Error::Empty {
            field: Field::Secret,
        }),
        secret => Ok(secret.as_bytes()),
    }
}

/// The digits of what was received are looked at, those of what is right never.
fn same<const LEN: usize>(expected: &[u8; LEN], signature: &str) -> Result<(), Error> {
    let signature = signature.as_bytes();
    let lower = !signature.iter().any(u8::is_ascii_uppercase);
    match hex::decode::<LEN>(signature) {
        Some(received) if lower && compare::equal(expected, &received) => Ok(()),
        _ => Err(Error::BadSignature),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the public documentation.
    const BODY: &[u8] = br#"{"eventMs":1560408533119,"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}"#;

    #[test]
    fn an_empty_secret_signs_nothing() {
        let empty = Error::Empty {
            field: Field::Secret,
        };
        assert_eq!(sign("", BODY), Err(empty));
        assert_eq!(verify("", BODY, ""), Err(empty));
    }

    #[test]
    fn every_changed_digit_is_noticed() {
        let signature = sign("secret", BODY).unwrap();
        let text = core::str::from_utf8(&signature).unwrap();
        assert_eq!(verify("secret", BODY, text), Ok(()));
        for at in 0..SIGNATURE_LEN {
            let mut changed = signature;
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            let text = core::str::from_utf8(&changed).unwrap();
            assert_eq!(verify("secret", BODY, text), Err(Error::BadSignature));
        }
        assert_eq!(verify("secret", BODY, &text[1..]), Err(Error::BadSignature));
        assert_eq!(verify("Secret", BODY, text), Err(Error::BadSignature));
    }
}
