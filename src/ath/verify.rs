//! Checking attestations, for implementors.

use super::{Audience, PublicKey};
use crate::wire::base64;
use crate::wire::json::{self, Elements, Text, Value};
use crate::wire::jws::Jws;
use crate::{Error, Field};

/// Seconds that the issue time may be off the verifier's clock: the 5 minutes
/// of the specification.
pub const TOLERANCE: u32 = 300;

/// The most characters of an attestation that is read.
pub const TOKEN_MAX: usize = 8192;

/// Bytes of workspace that are enough for an attestation of `token_len`
/// characters.
#[must_use]
pub const fn workspace_len(token_len: usize) -> usize {
    base64::decoded_max(token_len)
}

/// What an attestation must say.
#[derive(Debug, Clone, Copy)]
pub struct Expectation<'a> {
    /// Whom it must be for: the verifier itself.
    pub audience: Audience<'a>,
    /// Whose it must be: the agent id that the request or the registration
    /// names.
    pub subject: &'a str,
    /// The time, Unix seconds.
    pub now: u64,
    /// Seconds that the issue time may be off `now`; usually [`TOLERANCE`].
    pub tolerance: u32,
}

/// What an attestation says.
#[derive(Debug, Clone, Copy)]
pub struct Claims<'w> {
    /// Whose key signs: the URL of the identity document.
    pub issuer: Text<'w>,
    /// Whose attestation it is.
    pub subject: Text<'w>,
    /// Whom it is for.
    pub audience: Text<'w>,
    /// Issue time, Unix seconds.
    pub issued_at: u64,
    /// End, Unix seconds.
    pub expires_at: u64,
    /// The unique id. Remember it until the attestation can no longer be
    /// valid, and refuse it the second time.
    pub token_id: Text<'w>,
    capabilities: &'w str,
}

impl<'w> Claims<'w> {
    /// What the agent says it can do.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities<'w> {
        Capabilities(json::elements(self.capabilities.as_bytes()).ok())
    }

    fn read(json: &'w [u8]) -> Result<Self, Error> {
        let names = &["capabilities", "iss", "sub", "aud", "iat", "exp", "jti"];
        let [capabilities, iss, sub, aud, iat, exp, jti] = json::members(json, names)?;
        Ok(Self {
            issuer: text(iss, "iss")?,
            subject: text(sub, "sub")?,
            audience: text(aud, "aud")?,
            issued_at: time(iat, "iat")?,
            expires_at: time(exp, "exp")?,
            token_id: text(jti, "jti")?,
            capabilities: list(capabilities)?,
        })
    }
}

/// The names in a list of capabilities.
#[derive(Debug, Clone)]
pub struct Capabilities<'w>(Option<Elements<'w>>);

impl<'w> Iterator for Capabilities<'w> {
    type Item = Text<'w>;

    fn next(&mut self) -> Option<Text<'w>> {
        self.0.as_mut()?.next()?.ok()?.as_text()
    }
}

/// Reads an attestation without checking anything it says. For finding the key:
/// fetch the document at `issuer`, then [`verify`].
///
/// # Errors
///
/// [`Error::TooLarge`] above [`TOKEN_MAX`]; [`Error::Malformed`],
/// [`Error::BadBase64`], [`Error::BadJson`] and [`Error::BadMember`] when it is
/// no attestation; [`Error::BufferTooSmall`] when `workspace` is shorter than
/// [`workspace_len`].
pub fn inspect<'w>(token: &str, workspace: &'w mut [u8]) -> Result<Claims<'w>, Error> {
    let jws = Jws::parse(token, TOKEN_MAX)?;
    Claims::read(jws.claims(workspace)?)
}

/// Checks an attestation and gives what it says.
///
/// Whether `token_id` has been seen before is left to the caller, who has the
/// memory for it.
///
/// # Errors
///
/// In this order: those of [`inspect`] about the form of the text;
/// [`Error::UnsupportedAlgorithm`] for everything but ES256, `none` included;
/// [`Error::BadSignature`]; those of [`inspect`] about the claims;
/// [`Error::AudienceMismatch`]; [`Error::UserMismatch`] for another subject;
/// [`Error::Expired`]; [`Error::NotYetValid`] when it was issued more than
/// `tolerance` after `now`, [`Error::ValueOutOfRange`] when more than that
/// before.
pub fn verify<'w>(
    token: &str,
    key: &PublicKey,
    expected: &Expectation<'_>,
    workspace: &'w mut [u8],
) -> Result<Claims<'w>, Error> {
    let jws = Jws::parse(token, TOKEN_MAX)?;
    check_header(jws.header(workspace)?)?;
    jws.verify_es256(key)?;
    let claims = Claims::read(jws.claims(workspace)?)?;
    expected.check(&claims)?;
    Ok(claims)
}

impl Expectation<'_> {
    fn check(&self, claims: &Claims<'_>) -> Result<(), Error> {
        if !self.audience.is(claims.audience) {
            return Err(Error::AudienceMismatch);
        }
        if !claims.subject.eq_str(self.subject) {
            return Err(Error::UserMismatch);
        }
        if claims.expires_at <= self.now {
            return Err(Error::Expired);
        }
        let earliest = self.now.saturating_sub(self.tolerance.into());
        let latest = self.now.saturating_add(self.tolerance.into());
        if claims.issued_at > latest {
            return Err(Error::NotYetValid);
        }
        if claims.issued_at < earliest {
            return Err(Error::ValueOutOfRange {
                field: Field::IssuedAt,
                min: earliest,
                max: latest,
            });
        }
        Ok(())
    }
}

/// The algorithm is fixed, and no extension is known (RFC 7515, section
/// 4.1.11: then `crit` must be refused).
fn check_header(json: &[u8]) -> Result<(), Error> {
    let [alg, crit] = json::members(json, &["alg", "crit"])?;
    if text(alg, "alg")?.eq_str("ES256") && crit.is_none() {
        Ok(())
    } else {
        Err(Error::UnsupportedAlgorithm)
    }
}

/// A text that is not empty.
fn text<'w>(value: Option<Value<'w>>, name: &'static str) -> Result<Text<'w>, Error> {
    value
        .and_then(|value| value.as_text())
        .filter(|text| !text.is_empty())
        .ok_or(Error::BadMember { name })
}

/// A whole number of seconds.
fn time(value: Option<Value<'_>>, name: &'static str) -> Result<u64, Error> {
    value
        .and_then(|value| value.as_i64())
        .and_then(|seconds| u64::try_from(seconds).ok())
        .ok_or(Error::BadMember { name })
}

/// A list of texts; none when the member is missing.
fn list(value: Option<Value<'_>>) -> Result<&str, Error> {
    let bad = Error::BadMember {
        name: "capabilities",
    };
    match value {
        None => Ok("[]"),
        Some(Value::Array(list)) => {
            for element in json::elements(list.as_bytes())? {
                element?.as_text().ok_or(bad)?;
            }
            Ok(list)
        }
        Some(_) => Err(bad),
    }
}
