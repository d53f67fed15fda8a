//! What a client of an end user is made from.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;
use std::string::{String, ToString};

use zeroize::Zeroizing;

use crate::authing::AUTHENTICATION_EVENTS;
use crate::client::authing::{DEFAULT_HOST, DEFAULT_LANG, DEFAULT_TIMEOUT};
use crate::http::{Error, ErrorKind, Settings, Timeouts};

/// The protocol of hosted login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Protocol {
    /// `oidc`
    #[default]
    Oidc,
    /// `oauth`
    Oauth,
    /// `cas`
    Cas,
    /// `saml`
    Saml,
}

impl Protocol {
    /// The name in the official SDKs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Oidc => "oidc",
            Self::Oauth => "oauth",
            Self::Cas => "cas",
            Self::Saml => "saml",
        }
    }
}

impl FromStr for Protocol {
    type Err = Error;

    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for any other text.
    fn from_str(text: &str) -> Result<Self, Error> {
        [Self::Oidc, Self::Oauth, Self::Cas, Self::Saml]
            .into_iter()
            .find(|known| known.as_str() == text)
            .ok_or_else(|| {
                let message = "`protocol` is `oidc`, `oauth`, `cas` or `saml`";
                Error::with_message(ErrorKind::InvalidInput, message)
            })
    }
}

/// How the application proves itself at an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ClientAuthMethod {
    /// `client_secret_post`: id and secret in the body.
    #[default]
    ClientSecretPost,
    /// `client_secret_basic`: id and secret in the `authorization` header.
    ClientSecretBasic,
    /// `none`: the id alone.
    None,
}

impl ClientAuthMethod {
    /// The name in the official SDKs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientSecretPost => "client_secret_post",
            Self::ClientSecretBasic => "client_secret_basic",
            Self::None => "none",
        }
    }
}

impl FromStr for ClientAuthMethod {
    type Err = Error;

    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for any other text.
    fn from_str(text: &str) -> Result<Self, Error> {
        [Self::ClientSecretPost, Self::ClientSecretBasic, Self::None]
            .into_iter()
            .find(|known| known.as_str() == text)
            .ok_or_else(|| {
                let message = "a method of client authentication is `client_secret_post`, \
                               `client_secret_basic` or `none`";
                Error::with_message(ErrorKind::InvalidInput, message)
            })
    }
}

/// The options of both clients of an end user, by the names of the guide.
/// Checked when a client is made.
///
/// | option | default |
/// |---|---|
/// | `app_id` | required |
/// | `app_secret` | none; what needs it is refused without |
/// | `app_host` | `https://api.authing.cn` |
/// | `redirect_uri`, `logout_redirect_uri` | none |
/// | `scope` | `openid profile`, and `user` for `oauth` |
/// | `protocol` | `oidc` |
/// | `token_endpoint_auth_method` and its like | `client_secret_post` |
/// | `issuer` | `{app_host}/oidc` |
/// | `jwks_uri` | `{app_host}/oidc/.well-known/jwks.json`, and `{app_host}/{app_id}/oidc/...` where that is not there |
/// | `id_token_hs256` | false: ID tokens are signed with RS256 |
/// | `clock_tolerance` | 0 s |
/// | `timeout` | 10000 ms |
/// | `max_retries` | 2, where repeating is safe |
/// | `reject_unauthorized` | true: certificates are verified |
/// | `lang` | `zh-CN` |
/// | `real_ip`, `access_token` | none |
/// | `websocket_host`, `websocket_endpoint` | `wss://events.authing.cn` where `app_host` is of the public cloud, else none; `/events/v1/authentication/sub` |
///
/// ```
/// use tokenmint::client::authing::AuthenticationClientOptions;
///
/// let options = AuthenticationClientOptions::new("64f0c0ffee0000000000a001")
///     .app_secret("a secret")
///     .app_host("https://example.authing.cn")
///     .redirect_uri("https://app.example.com/callback");
/// assert!(!format!("{options:?}").contains("a secret"));
/// ```
#[derive(Clone)]
pub struct AuthenticationClientOptions {
    pub(super) app_id: String,
    pub(super) app_secret: Option<Zeroizing<String>>,
    pub(super) app_host: String,
    pub(super) redirect_uri: Option<String>,
    pub(super) logout_redirect_uri: Option<String>,
    pub(super) scope: Option<String>,
    pub(super) protocol: Protocol,
    pub(super) token_endpoint_auth_method: ClientAuthMethod,
    pub(super) introspection_endpoint_auth_method: ClientAuthMethod,
    pub(super) revocation_endpoint_auth_method: ClientAuthMethod,
    pub(super) issuer: Option<String>,
    pub(super) jwks_uri: Option<String>,
    pub(super) id_token_hs256: bool,
    pub(super) clock_tolerance: Duration,
    pub(super) lang: Option<String>,
    pub(super) real_ip: Option<String>,
    pub(super) access_token: Option<Zeroizing<String>>,
    pub(super) reject_unauthorized: bool,
    pub(super) websocket_host: Option<String>,
    pub(super) websocket_endpoint: String,
    pub(super) settings: Settings,
}

impl AuthenticationClientOptions {
    /// An application; the rest follows.
    #[must_use]
    pub fn new(app_id: &str) -> Self {
        let mut settings = Settings::new();
        settings.timeouts = Timeouts::of(DEFAULT_TIMEOUT);
        Self {
            app_id: app_id.to_string(),
            app_secret: None,
            app_host: DEFAULT_HOST.to_string(),
            redirect_uri: None,
            logout_redirect_uri: None,
            scope: None,
            protocol: Protocol::default(),
            token_endpoint_auth_method: ClientAuthMethod::default(),
            introspection_endpoint_auth_method: ClientAuthMethod::default(),
            revocation_endpoint_auth_method: ClientAuthMethod::default(),
            issuer: None,
            jwks_uri: None,
            id_token_hs256: false,
            clock_tolerance: Duration::ZERO,
            lang: Some(DEFAULT_LANG.to_string()),
            real_ip: None,
            access_token: None,
            reject_unauthorized: true,
            websocket_host: None,
            websocket_endpoint: AUTHENTICATION_EVENTS.to_string(),
            settings,
        }
    }

    /// The secret of the application.
    #[must_use]
    pub fn app_secret(mut self, secret: &str) -> Self {
        self.app_secret = Some(Zeroizing::new(secret.to_string()));
        self
    }

    /// The host of the application, or of a private deployment.
    #[must_use]
    pub fn app_host(mut self, host: &str) -> Self {
        self.app_host = host.to_string();
        self
    }

    /// Where hosted login sends the user back to.
    #[must_use]
    pub fn redirect_uri(mut self, uri: &str) -> Self {
        self.redirect_uri = Some(uri.to_string());
        self
    }

    /// Where logout sends the user to.
    #[must_use]
    pub fn logout_redirect_uri(mut self, uri: &str) -> Self {
        self.logout_redirect_uri = Some(uri.to_string());
        self
    }

    /// What is asked for, separated by spaces.
    #[must_use]
    pub fn scope(mut self, scope: &str) -> Self {
        self.scope = Some(scope.to_string());
        self
    }

    /// The protocol of hosted login.
    #[must_use]
    pub const fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = protocol;
        self
    }

    /// How the application proves itself when it asks for tokens, and when it
    /// signs a user in.
    #[must_use]
    pub const fn token_endpoint_auth_method(mut self, method: ClientAuthMethod) -> Self {
        self.token_endpoint_auth_method = method;
        self
    }

    /// How the application proves itself when it has a token looked at.
    #[must_use]
    pub const fn introspection_endpoint_auth_method(mut self, method: ClientAuthMethod) -> Self {
        self.introspection_endpoint_auth_method = method;
        self
    }

    /// How the application proves itself when it revokes a token.
    #[must_use]
    pub const fn revocation_endpoint_auth_method(mut self, method: ClientAuthMethod) -> Self {
        self.revocation_endpoint_auth_method = method;
        self
    }

    /// What `iss` of a token has to be, where it is not `{app_host}/oidc`.
    #[must_use]
    pub fn issuer(mut self, issuer: &str) -> Self {
        self.issuer = Some(issuer.to_string());
        self
    }

    /// Where the keys are that tokens are signed with, where it is not below
    /// `app_host`: the whole address. Nothing but the keys is asked of it.
    #[must_use]
    pub fn jwks_uri(mut self, uri: &str) -> Self {
        self.jwks_uri = Some(uri.to_string());
        self
    }

    /// Whether tokens signed with HS256 and the app secret are taken, too: for
    /// an application whose ID tokens are set to HS256.
    #[must_use]
    pub const fn id_token_hs256(mut self, allowed: bool) -> Self {
        self.id_token_hs256 = allowed;
        self
    }

    /// How far the clock of the service may differ from this one when tokens
    /// are verified offline, in whole seconds.
    #[must_use]
    pub const fn clock_tolerance(mut self, tolerance: Duration) -> Self {
        self.clock_tolerance = tolerance;
        self
    }

    /// The user's address, `x-real-ip`: limits on sending codes count by it.
    #[must_use]
    pub fn real_ip(mut self, address: &str) -> Self {
        self.real_ip = Some(address.to_string());
        self
    }

    /// The user's access token, as
    /// [`set_access_token`](super::AuthenticationClient::set_access_token).
    #[must_use]
    pub fn access_token(mut self, token: &str) -> Self {
        self.access_token = Some(Zeroizing::new(token.to_string()));
        self
    }

    crate::client::authing::options::shared_options!(
        "passwords and tokens",
        "AuthenticationClient"
    );
}

impl fmt::Debug for AuthenticationClientOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = |secret: &Option<Zeroizing<String>>| secret.as_ref().map(|_| "(redacted)");
        f.debug_struct("AuthenticationClientOptions")
            .field("app_id", &self.app_id)
            .field("app_secret", &given(&self.app_secret))
            .field("app_host", &self.app_host)
            .field("redirect_uri", &self.redirect_uri)
            .field("logout_redirect_uri", &self.logout_redirect_uri)
            .field("scope", &self.scope)
            .field("protocol", &self.protocol)
            .field("lang", &self.lang)
            .field("access_token", &given(&self.access_token))
            .field("reject_unauthorized", &self.reject_unauthorized)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
