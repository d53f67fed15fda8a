//! What stands in `Authorization`, and the rules for choosing it.

use core::fmt;
use std::borrow::Cow;
use std::format;
use std::string::{String, ToString};

use zeroize::Zeroizing;

use super::{ClientConfig, Lifetime};
use crate::Limits;
use crate::agora::authorization::TOKEN_PREFIX;
use crate::agora::{AppId, Credentials, Role, RtcTokenBuilder2, Stamp};
use crate::http::{Authorization, Error, ErrorKind, OfScheme};
use crate::output::Output;
use crate::text_fault::is_placeholder;

/// How requests prove who sends them.
///
/// It follows from the configuration, in this order:
///
/// | given | result |
/// |---|---|
/// | anything empty | error |
/// | `customer_id` or `customer_secret` alone | error |
/// | both, and `auth_token` | error |
/// | both | [`AuthMode::Basic`]: `Basic base64(id:secret)` |
/// | `auth_token` | [`AuthMode::Token`]: `agora token=<token>`; a prefix it has is not doubled; never refreshed |
/// | none of these | [`AuthMode::AppCredentials`]: a token minted for every request; the app certificate is required |
///
/// App id and app certificate are 32 hexadecimal digits. With Basic and a
/// token the certificate is needed for join tokens alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthMode {
    /// A token minted for every request.
    AppCredentials,
    /// Customer id and secret.
    Basic,
    /// A token that was made elsewhere.
    Token,
}

/// For whom a token is minted.
///
/// A minted token is a ConvoAI token (RTC and RTM) for a [`Subject`]:
///
/// | call | channel | account | lifetime |
/// |---|---|---|---|
/// | a session's | the session's | its `agent_uid` | the session's `expires_in`, or 24 h |
/// | `agents.start` | the body's `channel` | the body's `agent_rtc_uid` | 24 h |
/// | `agents.stop` without a session | `stop` | `0` | 24 h |
/// | other direct calls | the operation: `list`, `get`, ... | the agent id, or the app id | 24 h |
///
/// What the service looks at is not documented. Where channel and uid of the
/// agent are known, [`Operation::with_subject`](super::Operation::with_subject)
/// puts them in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subject {
    /// The channel in the token.
    pub channel: String,
    /// The account in the token; without one, the app id.
    pub account: Option<String>,
    /// How long the token lasts.
    pub lifetime: Lifetime,
}

impl Subject {
    /// A channel, for 24 hours, as the app id.
    #[must_use]
    pub fn new(channel: &str) -> Self {
        Self {
            channel: channel.to_string(),
            account: None,
            lifetime: Lifetime::MAX,
        }
    }

    /// Sets the account.
    #[must_use]
    pub fn account(mut self, account: &str) -> Self {
        self.account = Some(account.to_string());
        self
    }

    /// Sets how long the token lasts.
    #[must_use]
    pub const fn lifetime(mut self, lifetime: Lifetime) -> Self {
        self.lifetime = lifetime;
        self
    }
}

/// Everything a client can prove itself with.
pub(super) struct Auth {
    app_id: AppId,
    credentials: Option<Credentials>,
    fixed: Option<(AuthMode, Authorization)>,
    limits: Limits,
}

impl Auth {
    pub(super) fn new(config: &ClientConfig) -> Result<Self, Error> {
        let app_id = present("app_id", &config.app_id)?;
        if config
            .app_certificate
            .as_ref()
            .is_some_and(|text| text.is_empty())
        {
            return Err(Error::new(ErrorKind::EmptyCertificate));
        }
        let customer_id = optional("customer_id", config.customer_id.as_ref())?;
        let customer_secret = optional("customer_secret", config.customer_secret.as_ref())?;
        let auth_token = optional("auth_token", config.auth_token.as_ref())?;
        let fixed = match (customer_id, customer_secret, auth_token) {
            (Some(_), None, _) => return Err(bad("customer_id without customer_secret")),
            (None, Some(_), _) => return Err(bad("customer_secret without customer_id")),
            (Some(_), Some(_), Some(_)) => {
                return Err(bad("customer_id and auth_token exclude each other"));
            }
            (Some(id), Some(secret), None) => {
                Some((AuthMode::Basic, Authorization::basic(id, secret)?))
            }
            (None, None, Some(token)) => {
                let token = token.strip_prefix(TOKEN_PREFIX).unwrap_or(token);
                let value = Authorization::scheme(TOKEN_PREFIX, token)?;
                Some((AuthMode::Token, value))
            }
            (None, None, None) => None,
        };
        let checked = AppId::new(app_id).map_err(|error| unusable(app_id, error))?;
        let credentials = match &config.app_certificate {
            Some(certificate) => {
                let pair = Credentials::new(app_id, certificate);
                Some(pair.map_err(|error| unusable(certificate, error))?)
            }
            None if fixed.is_none() => return Err(bad("app_certificate is missing")),
            None => None,
        };
        Ok(Self {
            app_id: checked,
            credentials,
            fixed,
            limits: config.limits,
        })
    }

    pub(super) fn mode(&self) -> AuthMode {
        self.fixed
            .as_ref()
            .map_or(AuthMode::AppCredentials, |(mode, _)| *mode)
    }

    pub(super) fn app_id(&self) -> &str {
        self.app_id.as_str()
    }

    /// The header value for one request.
    pub(super) fn authorization(
        &self,
        subject: impl FnOnce() -> Subject,
        stamp: impl FnOnce() -> Result<Stamp, crate::Error>,
    ) -> Result<Cow<'_, Authorization>, Error> {
        if let Some((_, value)) = &self.fixed {
            return Ok(Cow::Borrowed(value));
        }
        let subject = subject();
        let account = subject.account.as_deref().unwrap_or(self.app_id());
        let (channel, out) = (&subject.channel, OfScheme(TOKEN_PREFIX));
        self.mint(channel, account, subject.lifetime, stamp()?, out)
            .map(Cow::Owned)
    }

    /// A token for `account` in `channel`.
    pub(super) fn mint<O: Output>(
        &self,
        channel: &str,
        account: &str,
        lifetime: Lifetime,
        stamp: Stamp,
        out: O,
    ) -> Result<O::Text, Error> {
        let credentials = self
            .credentials
            .as_ref()
            .ok_or_else(|| bad("app_certificate is missing, a token cannot be made"))?;
        let expire = lifetime.into();
        RtcTokenBuilder2::new(credentials, stamp)
            .limits(self.limits)
            .build_token_with_rtm(channel, account, Role::Publisher, expire, expire, out)
            .map_err(Error::from)
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Auth")
            .field("app_id", &self.app_id)
            .field("mode", &self.mode())
            .finish_non_exhaustive()
    }
}

/// Says what is wrong with an app id or certificate, without a character of it.
fn unusable(text: &str, error: crate::Error) -> Error {
    const NAMES: [&str; 5] = ["app_id", "app id", "appid", "certificate", "<"];
    let lower = text.to_lowercase();
    let is_placeholder = is_placeholder(&lower) || NAMES.iter().any(|name| lower.contains(name));
    let message = match is_placeholder {
        true => format!("{error}; it looks like a placeholder that was never replaced"),
        false => error.to_string(),
    };
    Error::with_message(ErrorKind::Credentials, message).with_source(error)
}

fn optional<'a>(
    name: &str,
    value: Option<&'a Zeroizing<String>>,
) -> Result<Option<&'a str>, Error> {
    value.map(|value| present(name, value)).transpose()
}

fn present<'a>(name: &str, value: &'a str) -> Result<&'a str, Error> {
    if value.is_empty() {
        return Err(bad(&format!("{name} is empty")));
    }
    Ok(value)
}

fn bad(message: &str) -> Error {
    Error::with_message(ErrorKind::Credentials, message)
}
