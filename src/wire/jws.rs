//! JSON Web Signature, compact serialisation (RFC 7515): taken apart here,
//! made and checked with ES256 in `es256`.
//!
//! ```text
//! b64url(header JSON) . b64url(claims JSON) . b64url(signature)
//! ```
//!
//! base64url without padding; the signature covers the ASCII text before the
//! second dot. Source of truth: <https://www.rfc-editor.org/rfc/rfc7515>.

#[cfg(feature = "ath")]
mod es256;

use crate::Error;
use crate::wire::base64;

#[cfg(feature = "ath")]
pub use es256::{SIGNATURE_TEXT_LEN, encoded_len, sign, signed_len};

/// A JWS whose three parts have been checked for their form: canonical base64url
/// each, nothing before, between and behind. Its signature has not been.
#[derive(Debug, Clone, Copy)]
pub struct Jws<'t> {
    header: &'t str,
    claims: &'t str,
    signature: &'t str,
    signing_input: &'t str,
}

impl<'t> Jws<'t> {
    /// Takes `text` apart.
    ///
    /// # Errors
    ///
    /// [`Error::TooLarge`] above `max` characters, [`Error::Malformed`] unless
    /// there are exactly three parts and the first two have content,
    /// [`Error::BadBase64`] when one is not canonical.
    pub fn parse(text: &'t str, max: usize) -> Result<Self, Error> {
        if text.len() > max {
            return Err(Error::TooLarge { max });
        }
        let at_end = Error::Malformed { at: text.len() };
        let (header, rest) = split_at_dot(text).ok_or(at_end)?;
        let (claims, signature) = split_at_dot(rest).ok_or(at_end)?;
        let claims_at = header.len().saturating_add(1);
        let signature_at = claims_at.saturating_add(claims.len()).saturating_add(1);
        if let Some((before, _)) = split_at_dot(signature) {
            return Err(Error::Malformed {
                at: signature_at.saturating_add(before.len()),
            });
        }
        let signing_input = text.get(..signature_at.saturating_sub(1)).ok_or(at_end)?;
        for (part, at) in [(header, 0), (claims, claims_at)] {
            if part.is_empty() {
                return Err(Error::Malformed { at });
            }
            base64::check_url(part.as_bytes(), at)?;
        }
        base64::check_url(signature.as_bytes(), signature_at)?;
        Ok(Self {
            header,
            claims,
            signature,
            signing_input,
        })
    }

    /// Bytes of workspace that are enough to decode either part of a text of
    /// `len` characters.
    #[must_use]
    pub const fn workspace_len(len: usize) -> usize {
        base64::decoded_capacity(len)
    }

    /// The header's JSON, decoded into the front of `out`; what it says has not
    /// been checked.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`].
    pub fn header<'o>(&self, out: &'o mut [u8]) -> Result<&'o [u8], Error> {
        base64::decode_url(self.header.as_bytes(), 0, out).map(|json| &*json)
    }

    /// The claims' JSON, decoded into the front of `out`; what it says has not
    /// been checked.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`].
    pub fn claims<'o>(&self, out: &'o mut [u8]) -> Result<&'o [u8], Error> {
        let at = self.header.len().saturating_add(1);
        base64::decode_url(self.claims.as_bytes(), at, out).map(|json| &*json)
    }

    /// The text that the signature covers.
    #[must_use]
    pub const fn signing_input(&self) -> &'t str {
        self.signing_input
    }

    /// The signature, decoded into the front of `out`; whether it matches has
    /// not been checked.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`].
    pub fn signature<'o>(&self, out: &'o mut [u8]) -> Result<&'o [u8], Error> {
        let at = self.signing_input.len().saturating_add(1);
        base64::decode_url(self.signature.as_bytes(), at, out).map(|octets| &*octets)
    }
}

/// What is before and after the first dot.
fn split_at_dot(text: &str) -> Option<(&str, &str)> {
    let dot = text.bytes().position(|byte| byte == b'.')?;
    Some((text.get(..dot)?, text.get(dot.checked_add(1)?..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.1, without its signature.
    #[test]
    fn parts_of_the_rfc() {
        let text = concat!(
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",
            ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt",
            "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
            ".AQID",
        );
        let jws = Jws::parse(text, 1000).unwrap();
        assert_eq!(Some(jws.signing_input()), text.strip_suffix(".AQID"));
        let claims = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \
                      \"http://example.com/is_root\":true}";
        let header = "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}";
        let mut out = [0; 100];
        assert_eq!(jws.claims(&mut out).unwrap(), claims.as_bytes());
        assert_eq!(jws.header(&mut out).unwrap(), header.as_bytes());
        assert_eq!(jws.signature(&mut out).unwrap(), [1, 2, 3]);
        // Three bytes for four characters, for all that can be a part.
        assert!((1..=3).contains(&Jws::workspace_len(2)));
        assert_eq!(Jws::workspace_len(4000), 3000);
    }

    #[test]
    fn other_forms_are_refused() {
        assert!(Jws::parse("e30.e30.", 8).is_ok());
        let error = Jws::parse("e30.e30.", 7).unwrap_err();
        assert_eq!(error, Error::TooLarge { max: 7 });
        for (text, error) in [
            ("", Error::Malformed { at: 0 }),
            ("e30", Error::Malformed { at: 3 }),
            ("e30.e30", Error::Malformed { at: 7 }),
            (".e30.", Error::Malformed { at: 0 }),
            ("e30..", Error::Malformed { at: 4 }),
            ("e30.e30.e30.e30", Error::Malformed { at: 11 }),
            ("e30=.e30.", Error::BadBase64 { at: 4 }),
            ("e31.e30.", Error::BadBase64 { at: 3 }),
            ("e30.e 0.", Error::BadBase64 { at: 5 }),
            ("e30.e30.+0", Error::BadBase64 { at: 10 }),
            ("é.e30.", Error::BadBase64 { at: 0 }),
        ] {
            assert_eq!(Jws::parse(text, 100).unwrap_err(), error, "{text}");
        }
    }
}
