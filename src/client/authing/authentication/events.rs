//! The events of an application, as its users may see them.

use std::string::{String, ToString};
use std::sync::Arc;

use zeroize::Zeroizing;

#[cfg(feature = "authing-events-tokio")]
use super::AsyncAuthenticationClient;
use super::AuthenticationClient;
use super::core::{Core, missing};
use crate::authing::authentication_events_target;
#[cfg(feature = "authing-events-tokio")]
use crate::client::authing::events::AsyncEvents;
use crate::client::authing::events::{EventOptions, Events, Proof, Subscription, unusable};
use crate::http::{Environment, Error};
use crate::output::Owned;

struct UserEvents {
    core: Arc<Core>,
    code: String,
}

impl UserEvents {
    fn shared(core: &Arc<Core>, code: &str) -> Arc<dyn Subscription> {
        Arc::new(Self {
            core: Arc::clone(core),
            code: code.to_string(),
        })
    }
}

impl Subscription for UserEvents {
    fn websocket_host(&self) -> &str {
        &self.core.options.websocket_host
    }

    fn proof(&self) -> Result<Proof, Error> {
        let token = self.core.access_token();
        let token = token.ok_or_else(|| missing("access_token"))?;
        let path = &self.core.options.websocket_endpoint;
        let target = authentication_events_target(path, &self.code, &token, Owned);
        Ok(Proof {
            target: Zeroizing::new(target.map_err(unusable)?),
            authorization: None,
        })
    }

    fn environment(&self) -> &dyn Environment {
        &*self.core.environment
    }
}

impl AuthenticationClient {
    /// `WSS {websocket_host}/events/v1/authentication/sub`: the events of this
    /// code, for example `authing.user.updated`, proven with the user's token
    /// of the moment of connecting.
    ///
    /// # Errors
    ///
    /// Before any traffic for an empty code, without an access token and for a
    /// `websocket_host` that cannot be used; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists when the first connection
    /// fails.
    pub fn sub_event(&self, code: &str) -> Result<Events, Error> {
        self.sub_event_with(code, &self.core.options.event_options())
    }

    /// The same with options of its own.
    ///
    /// # Errors
    ///
    /// As [`Self::sub_event`].
    pub fn sub_event_with(&self, code: &str, options: &EventOptions) -> Result<Events, Error> {
        Events::open(UserEvents::shared(&self.core, code), options)
    }
}

#[cfg(feature = "authing-events-tokio")]
impl AsyncAuthenticationClient {
    /// `WSS {websocket_host}/events/v1/authentication/sub`: the events of this
    /// code, for example `authing.user.updated`, proven with the user's token
    /// of the moment of connecting.
    ///
    /// # Errors
    ///
    /// As [`AuthenticationClient::sub_event`].
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
        AsyncEvents::open(UserEvents::shared(&self.core, code), options).await
    }
}
