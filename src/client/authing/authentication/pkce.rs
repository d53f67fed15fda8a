//! Proof keys under the names that the official SDKs give them: what they call
//! a code challenge is the verifier, and what they call its digest is the
//! challenge.

use core::str::FromStr;
use std::string::{String, ToString};

use zeroize::Zeroizing;

use crate::client::authing::operation::refused;
use crate::crypto::sha256::sha256;
use crate::http::{Environment, Error};
use crate::wire::base64;
use crate::wire::pkce::{CHALLENGE_LEN, MAX_LEN, Verifier};

pub(super) use crate::wire::pkce::MIN_LEN;

/// How a challenge is made of a verifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum CodeChallengeMethod {
    /// `S256`: the hash.
    #[default]
    S256,
    /// `plain`: the verifier itself, which then protects nothing on the way.
    Plain,
}

impl CodeChallengeMethod {
    /// The value of `code_challenge_method`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::S256 => "S256",
            Self::Plain => "plain",
        }
    }
}

impl FromStr for CodeChallengeMethod {
    type Err = Error;

    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
    /// any other text.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "S256" => Ok(Self::S256),
            "plain" => Ok(Self::Plain),
            _ => Err(refused("`code_challenge_method` is `S256` or `plain`")),
        }
    }
}

/// A random verifier of `length` characters.
pub(super) fn generate_code_challenge(
    length: usize,
    environment: &dyn Environment,
) -> Result<Verifier, Error> {
    if !(MIN_LEN..=MAX_LEN).contains(&length) {
        return Err(refused("`length` is 43 to 128 characters (RFC 7636)"));
    }
    let mut octets = Zeroizing::new([0; 96]);
    environment.fill(&mut *octets)?;
    // Every character holds six bits of them.
    let mut text = Zeroizing::new([0; base64::url_encoded_len(96)]);
    let text = base64::encode_url(&*octets, &mut *text)?;
    Ok(Verifier::new(text.get(..length).unwrap_or(text))?)
}

/// The challenge of a verifier. As in the SDKs, a verifier is any text of at
/// least 43 characters.
pub(super) fn generate_code_challenge_digest(
    code_challenge: &str,
    method: CodeChallengeMethod,
) -> Result<String, Error> {
    if code_challenge.chars().count() < MIN_LEN {
        return Err(refused(
            "`code_challenge` has fewer than 43 characters (RFC 7636)",
        ));
    }
    match method {
        CodeChallengeMethod::Plain => Ok(code_challenge.to_string()),
        CodeChallengeMethod::S256 => {
            let mut text = [0; CHALLENGE_LEN];
            let hash = sha256(&[code_challenge.as_bytes()]);
            Ok(base64::encode_url(&hash, &mut text)?.to_string())
        }
    }
}
