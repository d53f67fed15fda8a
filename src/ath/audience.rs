//! Whom an attestation is for.
//!
//! | request | `aud` |
//! |---|---|
//! | register, authorize | the base URL without slashes at its end |
//! | exchange a token | the same and `/ath/token` |
//!
//! No other request carries an attestation.

use core::fmt;

use crate::wire::json::Text;

/// The path that the audience of a token request ends with.
const TOKEN_PATH: &str = "/ath/token";

/// The audience of an attestation, kept as base and path, so that no buffer
/// joins them.
///
/// ```
/// use tokenmint::ath::Audience;
///
/// let base = "https://gateway.example.com/";
/// assert_eq!(Audience::of_base(base).to_string(), "https://gateway.example.com");
/// assert_eq!(
///     Audience::of_token_endpoint(base).to_string(),
///     "https://gateway.example.com/ath/token"
/// );
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Audience<'a> {
    base: &'a str,
    path: &'static str,
}

impl<'a> Audience<'a> {
    /// For register and authorize, from the base URL of gateway or service.
    #[must_use]
    pub fn of_base(base: &'a str) -> Self {
        Self {
            base: base.trim_end_matches('/'),
            path: "",
        }
    }

    /// For the token exchange, from the base URL of gateway or service.
    #[must_use]
    pub fn of_token_endpoint(base: &'a str) -> Self {
        Self {
            base: base.trim_end_matches('/'),
            path: TOKEN_PATH,
        }
    }

    /// Exactly this text.
    #[must_use]
    pub const fn exact(text: &'a str) -> Self {
        Self {
            base: text,
            path: "",
        }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.base.len().saturating_add(self.path.len())
    }

    /// Whether it is the empty text.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.base.is_empty() && self.path.is_empty()
    }

    /// The two parts.
    pub(super) const fn parts(&self) -> [&'a str; 2] {
        [self.base, self.path]
    }

    /// Whether a claim says the same.
    pub(super) fn is(&self, claim: Text<'_>) -> bool {
        claim.eq_joined(&self.parts())
    }
}

impl fmt::Display for Audience<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.base)?;
        f.write_str(self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_at_the_end_do_not_count() {
        for base in ["https://gw", "https://gw/", "https://gw///"] {
            assert_eq!(Audience::of_base(base).parts(), ["https://gw", ""]);
            assert_eq!(
                Audience::of_token_endpoint(base).parts(),
                ["https://gw", "/ath/token"]
            );
        }
        let path = Audience::of_token_endpoint("https://gw/a/");
        assert_eq!(path.parts(), ["https://gw/a", "/ath/token"]);
        assert_eq!(path.len(), 22);
        assert_eq!(Audience::exact("https://gw/").parts(), ["https://gw/", ""]);
    }
}
