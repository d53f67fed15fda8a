//! The public keys of an application, for tokens signed with RS256.
//!
//! `GET {app_host}/oidc/.well-known/jwks.json` gives `{"keys": [...]}`:
//!
//! | member of a key | has to be | otherwise the key is |
//! |---|---|---|
//! | `kty` | `RSA` | passed over |
//! | `use`, `alg` | `sig`, `RS256`, or absent | passed over |
//! | `key_ops` | a list with `verify`, or absent | passed over |
//! | `kid` | text | passed over: nothing can ask for it |
//! | `n` | base64url of 2048 to 8192 bits | kept, and refused when asked for |
//! | `e` | base64url of an exponent | kept, and refused when asked for |
//! | `d` | absent: a private key that was published is nobody's any more | kept, and refused when asked for |
//!
//! Two usable keys of one `kid` make the whole set unusable, unless they are the
//! same to the letter: which of them is meant would be a guess. Source of truth:
//! RFC 7517.

use core::fmt;
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

use serde_json::{Map, Value};

use super::TokenError;
use crate::crypto::rs256;
use crate::wire::base64;

/// Keys by their `kid`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Jwks(Vec<(String, Result<RsaKey, TokenError>)>);

/// Big-endian, without leading zeros.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct RsaKey {
    modulus: Vec<u8>,
    exponent: Vec<u8>,
}

impl Jwks {
    /// The most bytes of a set as text.
    pub const MAX_LEN: usize = 256 << 10;
    /// The most keys of a set, of whatever kind.
    pub const MAX_KEYS: usize = 100;

    /// A set without keys: for tokens signed with the app secret alone.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Vec::new())
    }

    /// Reads a set.
    ///
    /// # Errors
    ///
    /// [`JwksError`]: the set as a whole is not usable.
    pub fn parse(text: &[u8]) -> Result<Self, JwksError> {
        if text.len() > Self::MAX_LEN {
            return Err(JwksError::TooLarge);
        }
        let set: Value = serde_json::from_slice(text).map_err(|_| JwksError::Malformed)?;
        Self::from_value(&set)
    }

    /// Reads a set that has been parsed.
    ///
    /// # Errors
    ///
    /// As [`Self::parse`].
    pub fn from_value(set: &Value) -> Result<Self, JwksError> {
        let entries = set.get("keys").and_then(Value::as_array);
        let entries = entries.ok_or(JwksError::Malformed)?;
        if entries.len() > Self::MAX_KEYS {
            return Err(JwksError::TooManyKeys);
        }
        let mut keys: Vec<(&str, &Map<String, Value>)> = Vec::new();
        for entry in entries {
            let entry = entry.as_object().ok_or(JwksError::Malformed)?;
            let Some(kid) = key_id_of_signature_key(entry) else {
                continue;
            };
            match keys.iter().find(|(known, _)| *known == kid) {
                None => keys.push((kid, entry)),
                Some((_, same)) if *same == entry => {}
                Some(_) => return Err(JwksError::DuplicateKeyId),
            }
        }
        let keys = keys.into_iter();
        Ok(Self(
            keys.map(|(kid, entry)| (kid.to_string(), RsaKey::read(entry)))
                .collect(),
        ))
    }

    /// The `kid` of every key that can be asked for.
    pub fn key_ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(kid, _)| kid.as_str())
    }

    /// Whether there is a key with this `kid`.
    #[must_use]
    pub fn contains(&self, kid: &str) -> bool {
        self.key_ids().any(|known| known == kid)
    }

    pub(super) fn find(&self, kid: &str) -> Result<&RsaKey, TokenError> {
        let (_, key) = self
            .0
            .iter()
            .find(|(known, _)| known == kid)
            .ok_or(TokenError::UnknownKeyId)?;
        key.as_ref().map_err(|error| *error)
    }
}

/// The `kid` of an RSA key that may check RS256 signatures.
fn key_id_of_signature_key(entry: &Map<String, Value>) -> Option<&str> {
    let text = |name| entry.get(name).and_then(Value::as_str);
    let is = |name, wanted| entry.get(name).is_none_or(|value| value == wanted);
    let may_verify = entry.get("key_ops").is_none_or(|operations| {
        let operations = operations.as_array().map(Vec::as_slice);
        operations.is_some_and(|operations| operations.iter().any(|one| one == "verify"))
    });
    let usable = text("kty") == Some("RSA") && is("use", "sig") && is("alg", "RS256") && may_verify;
    text("kid").filter(|_| usable)
}

impl RsaKey {
    fn read(entry: &Map<String, Value>) -> Result<Self, TokenError> {
        if entry.contains_key("d") {
            return Err(TokenError::UnusableKey);
        }
        let modulus = number(entry, "n").ok_or(TokenError::UnusableKey)?;
        let exponent = number(entry, "e").ok_or(TokenError::UnusableKey)?;
        let bits = modulus.len().saturating_mul(8);
        if bits < rs256::MODULUS_MIN_BITS {
            return Err(TokenError::WeakKey);
        }
        if bits > rs256::MODULUS_MAX_BITS {
            return Err(TokenError::UnusableKey);
        }
        Ok(Self { modulus, exponent })
    }

    pub(super) fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), TokenError> {
        rs256::verify(&self.modulus, &self.exponent, message, signature)
            .map_err(|_| TokenError::Signature)
    }
}

/// A number, without the leading zeros that some issuers leave on it.
fn number(entry: &Map<String, Value>, name: &str) -> Option<Vec<u8>> {
    let text = entry.get(name)?.as_str()?.as_bytes();
    let mut octets = vec![0; base64::decoded_capacity(text.len())];
    let octets = base64::decode_url(text, 0, &mut octets).ok()?;
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    octets.get(zeros..).map(<[u8]>::to_vec)
}

/// Why a key set is not usable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JwksError {
    /// Its text has more than [`Jwks::MAX_LEN`] bytes.
    TooLarge,
    /// It has more than [`Jwks::MAX_KEYS`] keys.
    TooManyKeys,
    /// It is not `{"keys": [...]}` with an object for every key.
    Malformed,
    /// Two different keys that can check signatures have the same `kid`.
    DuplicateKeyId,
}

impl fmt::Display for JwksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "key set is larger than 256 KiB",
            Self::TooManyKeys => "key set has more than 100 keys",
            Self::Malformed => "key set is not an object with a list `keys` of objects",
            Self::DuplicateKeyId => "key set has two different keys of one `kid`",
        })
    }
}

impl core::error::Error for JwksError {}

impl fmt::Debug for Jwks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.key_ids()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::format;

    fn key(kid: &str, bits: usize) -> Value {
        let octets = vec![0xff; bits / 8];
        let mut text = vec![0; base64::url_encoded_len(octets.len())];
        let n = base64::encode_url(&octets, &mut text).unwrap();
        json!({"kty": "RSA", "kid": kid, "n": n, "e": "AQAB"})
    }

    fn with(mut key: Value, name: &str, value: Value) -> Value {
        key[name] = value;
        key
    }

    #[test]
    fn keys_of_other_kinds_are_passed_over() {
        let set = json!({"keys": [
            {"kty": "EC", "kid": "a", "crv": "P-256", "x": "", "y": ""},
            {"kty": "oct", "kid": "a", "k": "AAAA"},
            with(key("a", 2048), "use", json!("enc")),
            with(key("a", 2048), "key_ops", json!(["encrypt"])),
            with(key("a", 2048), "key_ops", json!("verify")),
            with(key("a", 2048), "alg", json!("PS256")),
            with(key("a", 2048), "alg", json!("HS256")),
            with(key("a", 2048), "alg", json!(null)),
            with(key("a", 2048), "kid", json!(1)),
            {"kty": "RSA", "n": "AQAB", "e": "AQAB"},
            key("a", 2048),
            {},
        ]});
        let set = Jwks::from_value(&set).unwrap();
        assert!(set.key_ids().eq(["a"]));
        assert!(set.find("a").is_ok());
        assert_eq!(set.find("A").err(), Some(TokenError::UnknownKeyId));
        assert_eq!(set.find("").err(), Some(TokenError::UnknownKeyId));
    }

    #[test]
    fn keys_that_cannot_be_used_say_so_when_asked_for() {
        let set = json!({"keys": [
            key("small", 2040), key("least", 2048), key("most", 8192), key("large", 8200),
            with(key("no modulus", 2048), "n", json!(null)),
            with(key("padded", 2048), "e", json!("AQAB==")),
            with(key("private", 2048), "d", json!("AQAB")),
            with(key("verifying", 2048), "key_ops", json!(["verify"])),
            with(key("zeros", 2048), "n", json!("AAAA")),
        ]});
        let set = Jwks::from_value(&set).unwrap();
        for (kid, wanted) in [
            ("small", Some(TokenError::WeakKey)),
            ("least", None),
            ("most", None),
            ("large", Some(TokenError::UnusableKey)),
            ("no modulus", Some(TokenError::UnusableKey)),
            ("padded", Some(TokenError::UnusableKey)),
            ("private", Some(TokenError::UnusableKey)),
            ("verifying", None),
            ("zeros", Some(TokenError::WeakKey)),
        ] {
            assert_eq!(set.find(kid).err(), wanted, "{kid}");
        }
    }

    #[test]
    fn a_key_that_is_there_twice_to_the_letter_is_one_key() {
        let set = json!({"keys": [key("a", 2048), key("b", 2048), key("a", 2048)]});
        let set = Jwks::from_value(&set).unwrap();
        assert!(set.key_ids().eq(["a", "b"]));
        let other = with(key("a", 2048), "x5t", json!("another"));
        let set = json!({"keys": [key("a", 2048), other]});
        assert_eq!(Jwks::from_value(&set), Err(JwksError::DuplicateKeyId));
    }

    #[test]
    fn hostile_sets_are_refused() {
        let many = vec![json!({}); Jwks::MAX_KEYS + 1];
        for (set, error) in [
            (json!({"keys": many}), JwksError::TooManyKeys),
            (
                json!({"keys": [key("a", 2048), key("b", 2048), key("a", 4096)]}),
                JwksError::DuplicateKeyId,
            ),
            (
                json!({"keys": [key("a", 1024), key("a", 2048)]}),
                JwksError::DuplicateKeyId,
            ),
            (json!({"keys": ["a"]}), JwksError::Malformed),
            (json!({"keys": {}}), JwksError::Malformed),
            (json!({}), JwksError::Malformed),
            (json!([]), JwksError::Malformed),
        ] {
            assert_eq!(Jwks::from_value(&set), Err(error), "{error}");
        }
        let large = format!("{{\"keys\": []}}{}", " ".repeat(Jwks::MAX_LEN));
        assert_eq!(Jwks::parse(large.as_bytes()), Err(JwksError::TooLarge));
        let deep = "[".repeat(100_000);
        for text in ["", "{", &deep, "<html>"] {
            let result = Jwks::parse(text.as_bytes());
            assert_eq!(result, Err(JwksError::Malformed), "{text:.20}");
        }
        assert_eq!(Jwks::parse(br#"{"keys": []}"#), Ok(Jwks::empty()));
    }
}
