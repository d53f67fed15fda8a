//! What the token endpoint answers with.

use core::fmt;
use core::time::Duration;
use std::string::String;

use serde_json::{Map, Value};
use zeroize::Zeroize;

use crate::http::{Error, ErrorKind};

/// The answer of the token endpoint; never printed, its texts wiped when
/// dropped.
#[derive(Clone, PartialEq)]
pub struct TokenSet(Map<String, Value>);

impl TokenSet {
    pub(super) const fn new(members: Map<String, Value>) -> Self {
        Self(members)
    }

    /// The token to call the service with.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Answer`] when there is none.
    pub fn access_token(&self) -> Result<&str, Error> {
        let missing = || Error::with_message(ErrorKind::Answer, "there is no access token in it");
        self.text("access_token").ok_or_else(missing)
    }

    /// Who signed in; with the scope `openid`.
    #[must_use]
    pub fn id_token(&self) -> Option<&str> {
        self.text("id_token")
    }

    /// What gives the next access token; with the scope `offline_access`.
    #[must_use]
    pub fn refresh_token(&self) -> Option<&str> {
        self.text("refresh_token")
    }

    /// How the access token is sent, `Bearer`.
    #[must_use]
    pub fn token_type(&self) -> Option<&str> {
        self.text("token_type")
    }

    /// What was granted, separated by spaces.
    #[must_use]
    pub fn scope(&self) -> Option<&str> {
        self.text("scope")
    }

    /// How long the access token lasts from now on.
    #[must_use]
    pub fn expires_in(&self) -> Option<Duration> {
        let seconds = self.0.get("expires_in")?.as_f64()?;
        Duration::try_from_secs_f64(seconds).ok()
    }

    /// The whole answer.
    #[must_use]
    pub const fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// The whole answer, as JSON. It is then the caller's to keep secret.
    #[must_use]
    pub fn into_value(mut self) -> Value {
        Value::Object(core::mem::take(&mut self.0))
    }

    fn text(&self, name: &str) -> Option<&str> {
        let text = self.0.get(name)?.as_str()?;
        Some(text).filter(|text| !text.is_empty())
    }
}

impl Drop for TokenSet {
    fn drop(&mut self) {
        for value in self.0.values_mut() {
            if let Value::String(text) = value {
                text.zeroize();
            }
        }
    }
}

impl fmt::Debug for TokenSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSet")?;
        f.debug_list().entries(self.0.keys()).finish()
    }
}
