//! Why a token is refused.

use core::fmt;

use crate::http::{Error, ErrorKind};

/// The rule that a token breaks. No variant has a part of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenError {
    /// More than 64 KiB.
    TooLarge,
    /// Not three parts of base64url, or a part is not a JSON object.
    Malformed,
    /// The header names extensions that have to be understood (`crit`).
    Critical,
    /// An access token where an ID token is wanted.
    Type,
    /// The algorithm is not one of those that were allowed; `none` never is.
    Algorithm,
    /// The header has no `kid`.
    NoKeyId,
    /// No key has this `kid`.
    UnknownKeyId,
    /// The key has fewer than 2048 bits.
    WeakKey,
    /// The key with this `kid` cannot be read, or has more than 8192 bits.
    UnusableKey,
    /// The signature does not match.
    Signature,
    /// A claim that has to be there is not.
    Missing(&'static str),
    /// A claim or header member has another type than its own.
    WrongType(&'static str),
    /// Another issuer.
    Issuer,
    /// For another application.
    Audience,
    /// Issued to another application (`azp`).
    AuthorizedParty,
    /// Past its `exp`.
    Expired,
    /// Before its `nbf`.
    NotYetValid,
    /// Its `iat` is in the future: the clocks differ.
    IssuedInFuture,
    /// From another sign-in.
    Nonce,
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Missing(name) => return write!(f, "claim `{name}` is missing"),
            Self::WrongType(name) => return write!(f, "`{name}` is of another type"),
            Self::TooLarge => "token is larger than 64 KiB",
            Self::Malformed => "token is not three parts of base64url with JSON objects",
            Self::Critical => "header has `crit`, which is not understood",
            Self::Type => "this is an access token, not an ID token",
            Self::Algorithm => "algorithm is not allowed",
            Self::NoKeyId => "header has no `kid`",
            Self::UnknownKeyId => "no key has this `kid`",
            Self::WeakKey => "key has fewer than 2048 bits",
            Self::UnusableKey => "key cannot be used",
            Self::Signature => "signature does not match",
            Self::Issuer => "issuer is another one",
            Self::Audience => "token is for another application",
            Self::AuthorizedParty => "token was issued to another application",
            Self::Expired => "token has expired",
            Self::NotYetValid => "token is not valid yet",
            Self::IssuedInFuture => "token was issued in the future: compare the clocks",
            Self::Nonce => "nonce is that of another sign-in",
        };
        f.write_str(text)
    }
}

impl core::error::Error for TokenError {}

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        Self::new(ErrorKind::TokenRefused).with_source(error)
    }
}
