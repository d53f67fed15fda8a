//! Values of the header `Authorization`.

use core::fmt;
use std::string::{String, ToString};
use std::{format, vec};

use zeroize::Zeroizing;

use super::proof::{check_basic, check_token};
use super::{Error, ErrorKind};
#[cfg(feature = "convoai")]
use crate::output::{Output, Owned};
use crate::wire::base64;

/// A header value that proves the caller; never printed, wiped when dropped.
#[derive(Clone)]
pub struct Authorization(Zeroizing<String>);

impl Authorization {
    /// `Basic`, from a user name and a password (RFC 7617, UTF-8).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`] when the name is empty or has a colon, or
    /// either has a control character.
    pub fn basic(name: &str, password: &str) -> Result<Self, Error> {
        check_basic(name, password).map_err(bad)?;
        let pair = Zeroizing::new(format!("{name}:{password}"));
        let mut encoded = Zeroizing::new(vec![0; base64::encoded_len(pair.len())]);
        let mut out = crate::buffer::Writer::new(&mut encoded);
        base64::put(&mut out, pair.as_bytes());
        let text = out.finish_str()?;
        Ok(Self(Zeroizing::new(format!("Basic {text}"))))
    }

    /// `Bearer`, from a token (RFC 6750).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`] unless the token is visible ASCII and has
    /// content.
    pub fn bearer(token: &str) -> Result<Self, Error> {
        Self::scheme("Bearer ", token)
    }

    /// `scheme` followed by `token`.
    ///
    /// # Errors
    ///
    /// As [`Self::bearer`].
    pub fn scheme(scheme: &str, token: &str) -> Result<Self, Error> {
        check_token(token).map_err(bad)?;
        Ok(Self(Zeroizing::new(format!("{scheme}{token}"))))
    }

    /// A complete value.
    #[must_use]
    pub fn value(value: &str) -> Self {
        Self(Zeroizing::new(value.to_string()))
    }

    /// The value, for a header that wipes it.
    pub(super) fn into_value(mut self) -> String {
        core::mem::take(&mut *self.0)
    }

    /// The value, for the one header that needs it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Asks for an [`Authorization`] of this scheme with the minted token: it is written
/// where it stays.
#[cfg(feature = "convoai")]
pub(crate) struct OfScheme(pub(crate) &'static str);

#[cfg(feature = "convoai")]
impl Output for OfScheme {
    type Text = Authorization;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, crate::Error>,
    ) -> Result<Authorization, crate::Error> {
        let (scheme, len) = (self.0.as_bytes(), self.0.len());
        let needed = len.saturating_add(capacity);
        let value = Owned.write_text(needed, |buffer| {
            let too_small = crate::Error::BufferTooSmall { needed };
            let (front, token) = buffer.split_at_mut_checked(len).ok_or(too_small)?;
            front.copy_from_slice(scheme);
            write(token).map(|token| len.saturating_add(token))
        })?;
        Ok(Authorization(Zeroizing::new(value)))
    }
}

fn bad(fault: crate::Error) -> Error {
    Error::with_message(ErrorKind::Credentials, fault.to_string())
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authorization(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_answers_and_refusals() {
        let basic = Authorization::basic("Aladdin", "open sesame").unwrap();
        assert_eq!(basic.expose(), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        let bearer = Authorization::bearer("mF_9.B5f-4.1JqM").unwrap();
        assert_eq!(bearer.expose(), "Bearer mF_9.B5f-4.1JqM");
        for token in ["", "a b", "a\r\nb", "é"] {
            let error = Authorization::bearer(token).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credentials, "{token:?}");
        }
        for (name, password) in [("", "p"), ("a:b", "p"), ("a", "p\n")] {
            assert!(Authorization::basic(name, password).is_err(), "{name:?}");
        }
        assert_eq!(format!("{basic:?}"), "Authorization(redacted)");
    }
}
