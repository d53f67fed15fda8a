//! What both clients share: credentials, hosts, settings.

use core::fmt;
use core::time::Duration;
use std::format;
use std::string::String;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::auth::Auth;
use super::domain_pool::DomainPool;
use super::{ClientConfig, Lifetime};
use crate::agora::Stamp;
use crate::http::{BaseUrl, Environment, Error, ErrorKind, Failure, Service, Settings};
use crate::os;
use crate::output::Owned;

/// The environment variable that replaces scheme, host and leading path of
/// every area; the area's API path is appended to it. A blank one says nothing.
/// (Shared with the official
/// SDK `agora-agents`.)
pub const BASE_URL_VARIABLE: &str = "AGORA_AGENTS_API_BASE_URL";

/// The base URL of previews, for [`ClientConfig::base_url`]: a vendor in
/// [`VendorArea::Preview`](super::vendors::VendorArea::Preview) is only there.
pub const PREVIEW_URL: &str = "https://partner.ai.agora.io/preview/api/conversational-ai-agent";

/// The header that names a preview, for example `gemini-live`.
pub const PREVIEW_HEADER: &str = "agora-feature";

/// What a client and its operations are made of.
pub struct Core {
    pub(super) auth: Auth,
    pub(super) pool: DomainPool,
    pub(super) settings: Settings,
    pub(super) environment: Arc<dyn Environment>,
    failover: bool,
}

impl Core {
    pub(super) fn new(
        config: &ClientConfig,
        environment: &Arc<dyn Environment>,
    ) -> Result<Self, Error> {
        Ok(Self {
            auth: Auth::new(config)?,
            pool: DomainPool::new(
                config.area,
                config.cn_routing,
                fixed_url(config, environment)?,
                Arc::clone(&config.resolver),
                Arc::clone(environment),
            ),
            settings: config.settings.clone(),
            environment: Arc::clone(environment),
            failover: config.failover,
        })
    }

    /// A token to join a channel with.
    pub(super) fn join_token(
        &self,
        channel: &str,
        account: &str,
        lifetime: Lifetime,
    ) -> Result<Zeroizing<String>, Error> {
        self.auth
            .mint(channel, account, lifetime, self.stamp()?, Owned)
            .map(Zeroizing::new)
    }

    /// The begin of the time in which agents are looked for: whoever asks for no
    /// time is shown those of two hours.
    pub(super) fn a_week_ago(&self) -> Duration {
        const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);
        self.environment.unix_time().saturating_sub(WEEK)
    }

    /// Issue time and salt of a token that is made now.
    pub(super) fn stamp(&self) -> Result<Stamp, crate::Error> {
        let issued_at = os::in_32_bits(self.environment.signing_time()?)?;
        Stamp::new(issued_at, self.environment.salt()?)
    }
}

/// The address that was asked for, in the configuration or else from outside.
fn fixed_url(
    config: &ClientConfig,
    environment: &Arc<dyn Environment>,
) -> Result<Option<BaseUrl>, Error> {
    if let Some(url) = &config.base_url {
        let url = BaseUrl::new(url)?;
        config.settings.check_protection(&url)?;
        return Ok(Some(url));
    }
    let outside = environment.variable(BASE_URL_VARIABLE).unwrap_or_default();
    let outside = outside.trim();
    if outside.is_empty() {
        return Ok(None);
    }
    // Its texts say what is wrong, so let them say where too.
    let wrong = || Error::with_message(ErrorKind::BadUrl, format!("of {BASE_URL_VARIABLE}"));
    let checked = BaseUrl::new(outside);
    let checked = checked.and_then(|url| config.settings.check_protection(&url).map(|()| url));
    let start = checked.map_err(|error| wrong().with_source(error))?;
    let path = config.area.hosts(config.cn_routing).path;
    BaseUrl::new(&format!("{start}{path}")).map(Some)
}

impl Service for Core {
    type Error = Error;

    fn settings(&self) -> &Settings {
        &self.settings
    }

    fn failed(&self, failure: &Failure) -> bool {
        self.failover
            && failure.allows_other_host()
            && self.pool.fail_over(failure.host, failure.is_of_the_name())
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("auth", &self.auth)
            .field("pool", &self.pool)
            .finish_non_exhaustive()
    }
}
