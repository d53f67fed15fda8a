//! What the browser comes back with.
//!
//! | outcome | query of the redirect |
//! |---|---|
//! | consent | `session_id=...&success=true` |
//! | failure | `error=...&ath_session_id=...` |
//!
//! Both names of the session are read in both. Servers put `?` before it even
//! where the registered URI has a query already, so it may stand twice. There
//! is never an OAuth `code`: the implementor has used it up.

use core::fmt;
use std::string::String;
use std::{format, vec};

use crate::http::{Error, ErrorKind};
use crate::wire::percent::{Style, decode};

/// Where the browser comes back: a [`RedirectListener`](super::RedirectListener),
/// or a function of a server of one's own.
pub trait Redirects: Sync {
    /// The redirect of `session_id`, if it has come. Asked again and again
    /// without waiting; one that was given need not be given again.
    fn look(&self, session_id: &str) -> Option<RedirectResult>;
}

impl<F: Fn(&str) -> Option<RedirectResult> + Sync> Redirects for F {
    fn look(&self, session_id: &str) -> Option<RedirectResult> {
        self(session_id)
    }
}

/// The end of the user's part.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RedirectResult {
    /// The session, for `exchange_token`.
    pub session_id: String,
    /// What went wrong, for example `access_denied`. Nothing after consent.
    pub error: Option<String>,
}

impl RedirectResult {
    /// Reads the URL, or its path and query, that the browser was sent to.
    ///
    /// ```
    /// use tokenmint::client::ath::RedirectResult;
    ///
    /// let url = "http://127.0.0.1:8765/callback?x=1?session_id=ath_sess_1&success=true";
    /// let result = RedirectResult::from_url(url)?;
    /// assert_eq!((result.session_id.as_str(), result.is_success()), ("ath_sess_1", true));
    ///
    /// let url = "/callback?error=access_denied&ath_session_id=ath_sess_1";
    /// let result = RedirectResult::from_url(url)?;
    /// assert_eq!(result.error.as_deref(), Some("access_denied"));
    /// # Ok::<(), tokenmint::http::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when there is no session in it, two that
    /// differ, or neither success nor an error.
    pub fn from_url(url: &str) -> Result<Self, Error> {
        let url = url.split_once('#').map_or(url, |(before, _)| before);
        let (mut session, mut error, mut success) = (None, None, None);
        for pair in url.split(['?', '&']).skip(1) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let place = match name {
                "session_id" | "ath_session_id" => &mut session,
                "error" => &mut error,
                "success" => &mut success,
                _ => continue,
            };
            let value = text(value)?;
            if place.as_ref().is_some_and(|known| *known != value) {
                return Err(bad("a parameter stands twice with different values"));
            }
            *place = Some(value);
        }
        let session_id = session
            .filter(|id| !id.is_empty())
            .ok_or_else(|| bad("there is no session"))?;
        if error.is_none() && success.as_deref() != Some("true") {
            return Err(bad("there is neither success nor an error"));
        }
        Ok(Self { session_id, error })
    }

    /// Whether the user gave consent.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        self.error.is_none()
    }
}

fn text(value: &str) -> Result<String, Error> {
    let mut buffer = vec![0; value.len()];
    let decoded = decode(value.as_bytes(), Style::Form, &mut buffer)
        .map_err(|_| bad("a parameter is not percent-encoded"))?;
    core::str::from_utf8(decoded)
        .map(String::from)
        .map_err(|_| bad("a parameter is no text"))
}

fn bad(message: &str) -> Error {
    Error::with_message(
        ErrorKind::InvalidInput,
        format!("of the redirect: {message}"),
    )
}

impl fmt::Debug for RedirectResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedirectResult")
            .field("success", &self.is_success())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_and_both_spellings() {
        for (url, session, error) in [
            ("http://a/cb?session_id=s1&success=true", "s1", None),
            ("http://a/cb?ath_session_id=s1&success=true", "s1", None),
            (
                "/cb?error=access_denied&ath_session_id=s1",
                "s1",
                Some("access_denied"),
            ),
            ("/cb?error=a+b%21&session_id=s%2F1", "s/1", Some("a b!")),
            ("/cb?x=1?session_id=s1&success=true", "s1", None),
            ("/cb?x=1?error=e&ath_session_id=s1#f", "s1", Some("e")),
            (
                "/cb?session_id=s1&ath_session_id=s1&success=true",
                "s1",
                None,
            ),
            ("/cb?success=true&error=e&session_id=s1", "s1", Some("e")),
        ] {
            let result = RedirectResult::from_url(url).unwrap();
            assert_eq!(result.session_id, session, "{url}");
            assert_eq!(result.error.as_deref(), error, "{url}");
        }
        for url in [
            "",
            "/cb",
            "/cb?success=true",
            "/cb?session_id=&success=true",
            "/cb?session_id=s1",
            "/cb?session_id=s1&success=false",
            "/cb?session_id=s1&ath_session_id=s2&success=true",
            "/cb?session_id=%zz&success=true",
            "/cb?session_id=%ff&success=true",
            "/cb#session_id=s1&success=true",
        ] {
            let error = RedirectResult::from_url(url).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{url}");
        }
    }
}
