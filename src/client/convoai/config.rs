//! What a client is made from.

use core::fmt;
use std::string::{String, ToString};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::domain_pool::{Resolver, SystemResolver};
use super::{Area, CnRouting};
use crate::Limits;
use crate::http::Settings;

/// The arguments of both clients. Checked when a client is made.
///
/// ```
/// use tokenmint::client::convoai::{Area, ClientConfig};
/// use core::time::Duration;
///
/// let config = ClientConfig::new(Area::Us, "0123456789abcdef0123456789abcdef")
///     .app_certificate("fedcba9876543210fedcba9876543210")
///     .timeout(Duration::from_secs(20));
/// assert!(!format!("{config:?}").contains("fedcba"));
/// ```
#[derive(Clone)]
pub struct ClientConfig {
    pub(super) area: Area,
    pub(super) cn_routing: CnRouting,
    pub(super) app_id: String,
    pub(super) app_certificate: Option<Zeroizing<String>>,
    pub(super) customer_id: Option<Zeroizing<String>>,
    pub(super) customer_secret: Option<Zeroizing<String>>,
    pub(super) auth_token: Option<Zeroizing<String>>,
    pub(super) base_url: Option<String>,
    pub(super) settings: Settings,
    pub(super) failover: bool,
    pub(super) limits: Limits,
    pub(super) resolver: Arc<dyn Resolver>,
}

fn secret(text: &str) -> Option<Zeroizing<String>> {
    Some(Zeroizing::new(text.to_string()))
}

impl ClientConfig {
    /// An app in an area; credentials follow.
    #[must_use]
    pub fn new(area: Area, app_id: &str) -> Self {
        Self {
            area,
            cn_routing: CnRouting::EastNorth,
            app_id: app_id.to_string(),
            app_certificate: None,
            customer_id: None,
            customer_secret: None,
            auth_token: None,
            base_url: None,
            settings: Settings::new(),
            failover: true,
            limits: Limits::Documented,
            resolver: Arc::new(SystemResolver),
        }
    }

    /// The app certificate: alone it proves the caller, with the others it
    /// makes join tokens.
    #[must_use]
    pub fn app_certificate(mut self, certificate: &str) -> Self {
        self.app_certificate = secret(certificate);
        self
    }

    /// A customer id, for Basic authentication.
    #[must_use]
    pub fn customer_id(mut self, id: &str) -> Self {
        self.customer_id = secret(id);
        self
    }

    /// The secret of the customer id.
    #[must_use]
    pub fn customer_secret(mut self, value: &str) -> Self {
        self.customer_secret = secret(value);
        self
    }

    /// Customer id and secret together.
    #[must_use]
    pub fn basic(self, customer_id: &str, customer_secret: &str) -> Self {
        self.customer_id(customer_id)
            .customer_secret(customer_secret)
    }

    /// A token that was made elsewhere, with or without `agora token=`.
    #[must_use]
    pub fn auth_token(mut self, token: &str) -> Self {
        self.auth_token = secret(token);
        self
    }

    /// Which hosts serve mainland China.
    #[must_use]
    pub const fn cn_routing(mut self, routing: CnRouting) -> Self {
        self.cn_routing = routing;
        self
    }

    /// Another address in place of those of the area, path included. Regions
    /// and domains then mean nothing. It wins over
    /// [`BASE_URL_VARIABLE`](super::BASE_URL_VARIABLE), which has no path of the
    /// area in it.
    #[must_use]
    pub fn base_url(mut self, url: &str) -> Self {
        self.base_url = Some(url.to_string());
        self
    }

    crate::client::setters::setters!("60 s");

    /// Whether the client goes on to another host by itself: to the next domain
    /// when a name does not resolve or TLS fails; to the next region when there
    /// is no connection, or when a request that may be repeated was lost or
    /// answered with a 5xx. On by default.
    #[must_use]
    pub const fn failover(mut self, failover: bool) -> Self {
        self.failover = failover;
        self
    }

    /// Another way to look up domains.
    #[must_use]
    pub fn resolver(mut self, resolver: impl Resolver + 'static) -> Self {
        self.resolver = Arc::new(resolver);
        self
    }

    /// Which names tokens are made for. [`Limits::Wire`] also takes channels and
    /// accounts that the service does not document, such as those in Chinese.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    pub(super) fn connection(&self) -> crate::http::Connection {
        crate::client::clients::connection(&self.settings)
    }
}

impl fmt::Debug for ClientConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = |secret: &Option<Zeroizing<String>>| secret.as_ref().map(|_| "(redacted)");
        f.debug_struct("ClientConfig")
            .field("area", &self.area)
            .field("cn_routing", &self.cn_routing)
            .field("app_id", &self.app_id)
            .field("app_certificate", &given(&self.app_certificate))
            .field("customer_id", &given(&self.customer_id))
            .field("customer_secret", &given(&self.customer_secret))
            .field("auth_token", &given(&self.auth_token))
            .field("settings", &self.settings)
            .field("failover", &self.failover)
            .finish_non_exhaustive()
    }
}
