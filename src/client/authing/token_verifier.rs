//! ID tokens and access tokens, checked without asking the server.
//!
//! | checked | rule |
//! |---|---|
//! | form | three parts of canonical base64url, JSON objects, at most 64 KiB |
//! | `crit` | absent: no extension is understood |
//! | `alg` | `RS256`, or `HS256` where [`TokenVerifier::hs256`] allowed it; the key follows from the algorithm, so neither can stand in for the other |
//! | `kid` | with RS256: equal to that of one key of the set |
//! | signature | RS256 with at least 2048 bits, or HS256 with the app secret |
//! | `iss` | equal to the issuer, `{app_host}/oidc` |
//! | `aud` | the app id, or a list with it |
//! | `exp` | present, later than now |
//! | `nbf`, `iat` | not later than now, where present |
//! | `azp`, `nonce` | ID tokens: `azp` is the app id where present; `nonce` equals the one of the sign-in |
//!
//! A claim of another type than its own (`exp` as text) is refused, never
//! skipped. The signature is looked at before any claim.
//!
//! The signature primitive is `ring`'s, which TLS brings along anyway. A general
//! JWT crate would put a second set of cryptographic crates behind one global
//! provider, which panics when a program enables two of them; and what is left
//! of its work, the table above, is what this service needs its own rules for.

use core::fmt;
use core::time::Duration;
use std::string::{String, ToString};
use std::vec;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Jwks, TokenError};
use crate::crypto::compare;
use crate::crypto::hmac_sha256::HmacSha256;
use crate::wire::jws::Jws;

/// What the tokens of an application have to be.
///
/// ```
/// use core::time::Duration;
/// use tokenmint::client::authing::{Jwks, TokenError, TokenVerifier};
///
/// let verifier = TokenVerifier::new("https://example.authing.cn/oidc", "64f0c0ffee");
/// let keys = Jwks::parse(br#"{"keys": []}"#)?;
/// let now = Duration::from_secs(1_700_000_000);
/// let unsigned = "eyJhbGciOiJub25lIn0.e30.";
/// assert_eq!(
///     verifier.verify_id_token(unsigned, &keys, Some("n-1"), now),
///     Err(TokenError::Algorithm)
/// );
/// # Ok::<(), tokenmint::client::authing::JwksError>(())
/// ```
#[derive(Debug, Clone)]
pub struct TokenVerifier {
    issuer: String,
    app_id: String,
    hs256: Option<HmacSha256>,
    clock_tolerance: u64,
}

impl TokenVerifier {
    /// The most characters of a token.
    pub const MAX_LEN: usize = 64 << 10;

    /// Tokens of `issuer` (`{app_host}/oidc`) for `app_id`, signed with RS256.
    #[must_use]
    pub fn new(issuer: &str, app_id: &str) -> Self {
        Self {
            issuer: issuer.to_string(),
            app_id: app_id.to_string(),
            hs256: None,
            clock_tolerance: 0,
        }
    }

    pub(super) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Takes tokens signed with HS256 and the app secret, too: for an
    /// application whose ID tokens are set to HS256.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`](crate::Error::Empty) for an empty secret.
    pub fn hs256(mut self, app_secret: &str) -> Result<Self, crate::Error> {
        if app_secret.is_empty() {
            return Err(crate::Error::Empty {
                field: crate::Field::Secret,
            });
        }
        self.hs256 = Some(HmacSha256::new(app_secret.as_bytes()));
        Ok(self)
    }

    /// How far the clocks of both sides may differ, in whole seconds. By
    /// default not at all.
    #[must_use]
    pub const fn clock_tolerance(mut self, tolerance: Duration) -> Self {
        self.clock_tolerance = tolerance.as_secs();
        self
    }

    /// Checks an ID token at `now` (since 1970). `nonce` is the one that
    /// `build_authorize_url` gave; without one, it is not looked at.
    ///
    /// # Errors
    ///
    /// The first rule of the table that the token breaks.
    pub fn verify_id_token(
        &self,
        token: &str,
        keys: &Jwks,
        nonce: Option<&str>,
        now: Duration,
    ) -> Result<Claims, TokenError> {
        let token = Unverified::parse(token)?;
        if token.is_access_token() {
            return Err(TokenError::Type);
        }
        let claims = self.verify(&token, keys, now)?;
        if optional_text(&claims, "azp")?.is_some_and(|azp| azp != self.app_id) {
            return Err(TokenError::AuthorizedParty);
        }
        if let Some(nonce) = nonce {
            let given = optional_text(&claims, "nonce")?.ok_or(TokenError::Missing("nonce"))?;
            if !compare::equal(given.as_bytes(), nonce.as_bytes()) {
                return Err(TokenError::Nonce);
            }
        }
        Ok(Claims(claims))
    }

    /// Checks an access token at `now` (since 1970).
    ///
    /// # Errors
    ///
    /// The first rule of the table that the token breaks.
    pub fn verify_access_token(
        &self,
        token: &str,
        keys: &Jwks,
        now: Duration,
    ) -> Result<Claims, TokenError> {
        self.verify(&Unverified::parse(token)?, keys, now)
            .map(Claims)
    }

    /// The `kid` of the key that has to be in the set for `token`: none where
    /// the app secret signs.
    ///
    /// # Errors
    ///
    /// As the checks, as far as the header goes.
    pub fn key_id_of(&self, token: &str) -> Result<Option<String>, TokenError> {
        let token = Unverified::parse(token)?;
        match self.algorithm(&token)? {
            Algorithm::Rs256 => token.key_id().map(|kid| Some(kid.to_string())),
            Algorithm::Hs256(_) => Ok(None),
        }
    }

    fn algorithm(&self, token: &Unverified<'_>) -> Result<Algorithm<'_>, TokenError> {
        if token.header.contains_key("crit") {
            return Err(TokenError::Critical);
        }
        match (token.header.get("alg").and_then(Value::as_str), &self.hs256) {
            (Some("RS256"), _) => Ok(Algorithm::Rs256),
            (Some("HS256"), Some(secret)) => Ok(Algorithm::Hs256(secret)),
            _ => Err(TokenError::Algorithm),
        }
    }

    fn verify(
        &self,
        token: &Unverified<'_>,
        keys: &Jwks,
        now: Duration,
    ) -> Result<Map<String, Value>, TokenError> {
        let mut signature = vec![0; Jws::workspace_len(token.len)];
        let signature = token.jws.signature(&mut signature);
        let signature = signature.map_err(|_| TokenError::Malformed)?;
        let message = token.jws.signing_input().as_bytes();
        match self.algorithm(token)? {
            Algorithm::Rs256 => keys.find(token.key_id()?)?.verify(message, signature)?,
            Algorithm::Hs256(secret) => {
                let mut mac = secret.clone();
                mac.update(message);
                if !compare::equal(mac.finish().expose(), signature) {
                    return Err(TokenError::Signature);
                }
            }
        }
        let claims = token.claims()?;
        self.check(&claims, now)?;
        Ok(claims)
    }

    fn check(&self, claims: &Map<String, Value>, now: Duration) -> Result<(), TokenError> {
        let issuer = optional_text(claims, "iss")?.ok_or(TokenError::Missing("iss"))?;
        if issuer != self.issuer {
            return Err(TokenError::Issuer);
        }
        if !audience_has(claims, &self.app_id)? {
            return Err(TokenError::Audience);
        }
        let (now, tolerance) = (seconds(now.as_secs()), seconds(self.clock_tolerance));
        let expires = date(claims, "exp")?.ok_or(TokenError::Missing("exp"))?;
        if now >= expires + tolerance {
            return Err(TokenError::Expired);
        }
        if date(claims, "nbf")?.is_some_and(|from| from > now + tolerance) {
            return Err(TokenError::NotYetValid);
        }
        if date(claims, "iat")?.is_some_and(|issued| issued > now + tolerance) {
            return Err(TokenError::IssuedInFuture);
        }
        Ok(())
    }
}

enum Algorithm<'a> {
    Rs256,
    Hs256(&'a HmacSha256),
}

/// A token whose header has been read.
struct Unverified<'t> {
    jws: Jws<'t>,
    len: usize,
    header: Map<String, Value>,
}

impl<'t> Unverified<'t> {
    fn parse(token: &'t str) -> Result<Self, TokenError> {
        if token.len() > TokenVerifier::MAX_LEN {
            return Err(TokenError::TooLarge);
        }
        let malformed = |_| TokenError::Malformed;
        let jws = Jws::parse(token, TokenVerifier::MAX_LEN).map_err(malformed)?;
        let mut workspace = vec![0; Jws::workspace_len(token.len())];
        let header = object(jws.header(&mut workspace).map_err(malformed)?)?;
        let len = token.len();
        Ok(Self { jws, len, header })
    }

    fn claims(&self) -> Result<Map<String, Value>, TokenError> {
        let mut workspace = vec![0; Jws::workspace_len(self.len)];
        let claims = self.jws.claims(&mut workspace);
        object(claims.map_err(|_| TokenError::Malformed)?)
    }

    fn key_id(&self) -> Result<&str, TokenError> {
        optional_text(&self.header, "kid")?.ok_or(TokenError::NoKeyId)
    }

    /// RFC 9068, section 2.1.
    fn is_access_token(&self) -> bool {
        let kind = self.header.get("typ").and_then(Value::as_str);
        kind.is_some_and(|kind| {
            kind.eq_ignore_ascii_case("at+jwt") || kind.eq_ignore_ascii_case("application/at+jwt")
        })
    }
}

fn object(json: &[u8]) -> Result<Map<String, Value>, TokenError> {
    serde_json::from_slice(json).map_err(|_| TokenError::Malformed)
}

fn optional_text<'a>(
    object: &'a Map<String, Value>,
    name: &'static str,
) -> Result<Option<&'a str>, TokenError> {
    object
        .get(name)
        .map(|value| value.as_str().ok_or(TokenError::WrongType(name)))
        .transpose()
}

/// Seconds since 1970, perhaps with a fraction (RFC 7519, `NumericDate`).
fn date(claims: &Map<String, Value>, name: &'static str) -> Result<Option<f64>, TokenError> {
    claims
        .get(name)
        .map(|value| value.as_f64().ok_or(TokenError::WrongType(name)))
        .transpose()
}

/// Exact for every date below the year 285 million.
#[allow(clippy::cast_precision_loss)]
const fn seconds(seconds: u64) -> f64 {
    seconds as f64
}

fn audience_has(claims: &Map<String, Value>, app_id: &str) -> Result<bool, TokenError> {
    const WRONG: TokenError = TokenError::WrongType("aud");
    match claims.get("aud").ok_or(TokenError::Missing("aud"))? {
        Value::String(audience) => Ok(audience == app_id),
        Value::Array(list) => {
            let mut found = false;
            for audience in list {
                found |= audience.as_str().ok_or(WRONG)? == app_id;
            }
            Ok(found)
        }
        _ => Err(WRONG),
    }
}

/// What a token says, once it has been checked. `Debug` shows the names alone:
/// the values are about a person.
#[derive(Clone, PartialEq)]
pub struct Claims(Map<String, Value>);

impl Claims {
    /// The user id, `sub`.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.get("sub").and_then(Value::as_str)
    }

    /// Any claim.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// All claims.
    #[must_use]
    pub const fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// All claims, as JSON.
    #[must_use]
    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    /// The claims as a type of the caller's.
    ///
    /// # Errors
    ///
    /// What serde says of them.
    pub fn parse<T: DeserializeOwned>(self) -> Result<T, serde_json::Error> {
        serde_json::from_value(self.into_value())
    }
}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Claims")?;
        f.debug_list().entries(self.0.keys()).finish()
    }
}

#[cfg(test)]
mod tests;
