//! What a client of a user pool is made from.

use core::fmt;
use core::str::FromStr;
use std::string::{String, ToString};

use zeroize::Zeroizing;

use crate::authing::{DateFormat, MANAGEMENT_EVENTS};
use crate::client::authing::{DEFAULT_HOST, DEFAULT_LANG, DEFAULT_TIMEOUT};
use crate::http::{Error, ErrorKind, Settings, Timeouts};

/// How requests prove who sends them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ManagementAuth {
    /// Each request is signed with the access key, which is never sent.
    #[default]
    Signature,
    /// The access key is sent once for a token, the token with each request.
    /// (What the official SDK for Python does.)
    Bearer,
}

impl FromStr for ManagementAuth {
    type Err = Error;

    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for anything but `signature` and `bearer`.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "signature" => Ok(Self::Signature),
            "bearer" => Ok(Self::Bearer),
            _ => Err(Error::with_message(
                ErrorKind::InvalidInput,
                "`auth` is `signature` or `bearer`",
            )),
        }
    }
}

/// The options of both clients of a user pool, by the names of the guide.
/// Checked when a client is made.
///
/// | option | default |
/// |---|---|
/// | `access_key_id`, `access_key_secret` | required: of the user pool (every method), or of a collaborator (what was granted) |
/// | `host` | `https://api.authing.cn` |
/// | `auth` | [`ManagementAuth::Signature`] |
/// | `date_format` | [`DateFormat::UnixMillis`] |
/// | `tenant_id` | none |
/// | `timeout` | 10000 ms |
/// | `max_retries` | 2, where repeating is safe |
/// | `reject_unauthorized` | true: certificates are verified |
/// | `lang` | `zh-CN` |
/// | `websocket_host`, `websocket_endpoint` | `wss://events.authing.cn` where `host` is of the public cloud, else none; `/events/v1/management/sub` |
///
/// A header set with [`Self::header`] whose name begins with `x-authing-` is
/// signed.
///
/// ```
/// use tokenmint::client::authing::ManagementClientOptions;
///
/// let options = ManagementClientOptions::new("64f0c0ffee0000000000a001", "a secret")
///     .host("https://authing.example.com");
/// assert!(!format!("{options:?}").contains("a secret"));
/// ```
#[derive(Clone)]
pub struct ManagementClientOptions {
    pub(super) access_key_id: String,
    pub(super) access_key_secret: Zeroizing<String>,
    pub(super) host: String,
    pub(super) auth: ManagementAuth,
    pub(super) date_format: DateFormat,
    pub(super) tenant_id: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) reject_unauthorized: bool,
    pub(super) websocket_host: Option<String>,
    pub(super) websocket_endpoint: String,
    pub(super) settings: Settings,
}

impl ManagementClientOptions {
    /// An access key; the rest follows.
    #[must_use]
    pub fn new(access_key_id: &str, access_key_secret: &str) -> Self {
        let mut settings = Settings::new();
        settings.timeouts = Timeouts::of(DEFAULT_TIMEOUT);
        Self {
            access_key_id: access_key_id.to_string(),
            access_key_secret: Zeroizing::new(access_key_secret.to_string()),
            host: DEFAULT_HOST.to_string(),
            auth: ManagementAuth::default(),
            date_format: DateFormat::default(),
            tenant_id: None,
            lang: Some(DEFAULT_LANG.to_string()),
            reject_unauthorized: true,
            websocket_host: None,
            websocket_endpoint: MANAGEMENT_EVENTS.to_string(),
            settings,
        }
    }

    /// The host of a private deployment.
    #[must_use]
    pub fn host(mut self, host: &str) -> Self {
        self.host = host.to_string();
        self
    }

    /// How requests prove who sends them.
    #[must_use]
    pub const fn auth(mut self, auth: ManagementAuth) -> Self {
        self.auth = auth;
        self
    }

    /// How the date of a signed request is written. A service that answers
    /// with [`ApiCode::DateNotUnixMillis`] (1303) wants the other one.
    ///
    /// [`ApiCode::DateNotUnixMillis`]: crate::client::authing::ApiCode::DateNotUnixMillis
    #[must_use]
    pub const fn date_format(mut self, format: DateFormat) -> Self {
        self.date_format = format;
        self
    }

    /// The tenant that requests are about, `x-authing-app-id`.
    #[must_use]
    pub fn tenant_id(mut self, id: &str) -> Self {
        self.tenant_id = Some(id.to_string());
        self
    }

    crate::client::authing::options::shared_options!("what is sent", "ManagementClient");
}

impl fmt::Debug for ManagementClientOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagementClientOptions")
            .field("access_key_id", &self.access_key_id)
            .field("access_key_secret", &"(redacted)")
            .field("host", &self.host)
            .field("auth", &self.auth)
            .field("date_format", &self.date_format)
            .field("tenant_id", &self.tenant_id)
            .field("lang", &self.lang)
            .field("reject_unauthorized", &self.reject_unauthorized)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
