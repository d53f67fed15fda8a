//! What both clients share: credentials, hosts, settings.

use std::sync::{Arc, Mutex, PoisonError};

use super::auth::Auth;
use super::domain_pool::{DomainPool, Region};
use super::operation::Operation;
use super::{ClientConfig, Lifetime};
use crate::Field;
use crate::agora::Stamp;
use crate::http::{
    BaseUrl, Call, Endpoint, Environment, Error, ErrorKind, Failure, Request, RequestOptions,
    Settings,
};
use std::format;
use std::string::String;
use zeroize::Zeroizing;

/// The environment variable that replaces scheme, host and leading path of
/// every area; the area's API path is appended to it. (Shared with the official
/// SDK `agora-agents`.)
pub const BASE_URL_VARIABLE: &str = "AGORA_AGENTS_API_BASE_URL";

pub(super) struct Core {
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
        self.auth.mint(channel, account, lifetime, self.stamp()?)
    }

    /// Issue time and salt of a token that is made now.
    fn stamp(&self) -> Result<Stamp, crate::Error> {
        let issued_at = u32::try_from(self.environment.unix_time().as_secs());
        let issued_at = issued_at.map_err(|_| crate::Error::ValueOutOfRange {
            field: Field::IssuedAt,
            min: 1,
            max: u32::MAX.into(),
        })?;
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
    let Some(outside) = environment.variable(BASE_URL_VARIABLE) else {
        return Ok(None);
    };
    // Its texts say what is wrong, so let them say where too.
    let wrong = || Error::with_message(ErrorKind::BadUrl, format!("of {BASE_URL_VARIABLE}"));
    let checked = BaseUrl::new(&outside);
    let checked = checked.and_then(|url| config.settings.check_protection(&url).map(|()| url));
    let start = checked.map_err(|error| wrong().with_source(error))?;
    let path = config.area.hosts(config.cn_routing).path;
    BaseUrl::new(&format!("{start}{path}")).map(Some)
}

/// One operation under way.
pub(super) struct ApiCall<'a, T> {
    core: &'a Core,
    operation: &'a Operation<T>,
    region: Mutex<Option<Region>>,
}

impl<'a, T> ApiCall<'a, T> {
    pub(super) fn new(core: &'a Core, operation: &'a Operation<T>) -> Self {
        Self {
            core,
            operation,
            region: Mutex::new(None),
        }
    }
}

impl<T> Call for ApiCall<'_, T> {
    fn endpoint(&self) -> &Endpoint {
        self.operation.endpoint
    }

    fn settings(&self) -> &Settings {
        &self.core.settings
    }

    fn options(&self) -> &RequestOptions {
        &self.operation.options
    }

    fn request(&self, _attempt: u32) -> Result<Request, Error> {
        let (core, operation) = (self.core, self.operation);
        let parameters: std::vec::Vec<&str> =
            operation.parameters.iter().map(String::as_str).collect();
        // Before a token is made of them: bad parameters have their own error.
        operation.endpoint.visit_path(&parameters, &mut |_| {})?;
        let (base_url, region) = core.pool.target()?;
        *self.region.lock().unwrap_or_else(PoisonError::into_inner) = Some(region);
        let authorization = core
            .auth
            .authorization(&operation.subject, || core.stamp())?;
        Request::build(
            operation.endpoint,
            &base_url,
            &parameters,
            &operation.whole_query(),
            Some(&authorization),
            operation.options.json_body(operation.body.clone())?,
            &core.settings,
            &operation.options,
        )
    }

    fn failed(&self, failure: &Failure) {
        if !self.core.failover || !failure.allows_other_host() {
            return;
        }
        let region = *self.region.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(region) = region {
            self.core.pool.fail_over(region);
        }
    }
}
