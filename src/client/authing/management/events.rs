//! The events of a user pool.

use std::string::{String, ToString};
use std::sync::Arc;

use zeroize::Zeroizing;

#[cfg(feature = "authing-events-tokio")]
use super::AsyncManagementClient;
use super::ManagementClient;
use super::core::Core;
use crate::authing::management_events_target;
#[cfg(feature = "authing-events-tokio")]
use crate::client::authing::events::AsyncEvents;
use crate::client::authing::events::{EventOptions, Events, Proof, Subscription, unusable};
use crate::http::{Authorization, Environment, Error};
use crate::output::Owned;

struct PoolEvents {
    core: Arc<Core>,
    code: String,
}

impl PoolEvents {
    fn shared(core: &Arc<Core>, code: &str) -> Arc<dyn Subscription> {
        Arc::new(Self {
            core: Arc::clone(core),
            code: code.to_string(),
        })
    }
}

impl Subscription for PoolEvents {
    fn websocket_host(&self) -> &str {
        &self.core.options.websocket_host
    }

    fn proof(&self) -> Result<Proof, Error> {
        let path = &self.core.options.websocket_endpoint;
        let target = management_events_target(path, &self.code, Owned).map_err(unusable)?;
        let value = self
            .core
            .key
            .events_authorization(Owned)
            .map_err(unusable)?;
        Ok(Proof {
            target: Zeroizing::new(target),
            authorization: Some(Authorization::value(&Zeroizing::new(value))),
        })
    }

    fn environment(&self) -> &dyn Environment {
        &*self.core.environment
    }
}

impl ManagementClient {
    /// `WSS {websocket_host}/events/v1/management/sub`: the events of this code,
    /// for example `authing.user.created`. The proof is the same for every
    /// connection of an access key, because the service has it so: whoever sees
    /// it can use it.
    ///
    /// # Errors
    ///
    /// Before any traffic for an empty code and for a `websocket_host` that
    /// cannot be used; and whatever [`ErrorKind`](crate::http::ErrorKind) lists
    /// when the first connection fails.
    pub fn sub_event(&self, code: &str) -> Result<Events, Error> {
        self.sub_event_with(code, &self.core.options.event_options())
    }

    /// The same with options of its own.
    ///
    /// # Errors
    ///
    /// As [`Self::sub_event`].
    pub fn sub_event_with(&self, code: &str, options: &EventOptions) -> Result<Events, Error> {
        Events::open(PoolEvents::shared(&self.core, code), options)
    }
}

#[cfg(feature = "authing-events-tokio")]
impl AsyncManagementClient {
    /// `WSS {websocket_host}/events/v1/management/sub`: the events of this code,
    /// for example `authing.user.created`. The proof is the same for every
    /// connection of an access key, because the service has it so: whoever sees
    /// it can use it.
    ///
    /// # Errors
    ///
    /// As [`ManagementClient::sub_event`].
    pub async fn sub_event(&self, code: &str) -> Result<AsyncEvents, Error> {
        self.sub_event_with(code, &self.core.options.event_options())
            .await
    }

    /// The same with options of its own.
    ///
    /// # Errors
    ///
    /// As [`Self::sub_event`].
    pub async fn sub_event_with(
        &self,
        code: &str,
        options: &EventOptions,
    ) -> Result<AsyncEvents, Error> {
        AsyncEvents::open(PoolEvents::shared(&self.core, code), options).await
    }
}
