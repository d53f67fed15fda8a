//! The events of an application, as its users may see them.

use zeroize::Zeroizing;

#[cfg(feature = "authing-events-tokio")]
use super::AsyncAuthenticationClient;
use super::AuthenticationClient;
use super::core::Core;
use crate::authing::authentication_events_target;
use crate::client::authing::events::{Proof, Subscriber, subscribe, unusable};
use crate::client::authing::options::{missing, websocket_host};
use crate::http::both::both;
use crate::http::{Environment, Error, Settings};
use crate::output::Owned;

impl Subscriber for Core {
    fn websocket_host(&self) -> Result<&str, Error> {
        websocket_host(self.options.websocket_host.as_deref(), &self.base_url)
    }

    fn settings(&self) -> &Settings {
        &self.options.settings
    }

    fn proof(&self, code: &str) -> Result<Proof, Error> {
        let token = self.access_token();
        let token = token.ok_or_else(|| missing("access_token"))?;
        let path = &self.options.websocket_endpoint;
        let target = authentication_events_target(path, code, &token, Owned);
        Ok(Proof {
            target: Zeroizing::new(target.map_err(unusable)?),
            authorization: None,
        })
    }

    fn environment(&self) -> &dyn Environment {
        &*self.environment
    }
}

both! {
    subscribe:
        AuthenticationClient / AsyncAuthenticationClient,
        Events / AsyncEvents,
        (all()) / (feature = "authing-events-tokio");
    /// `WSS {websocket_host}/events/v1/authentication/sub`: the events of this
    /// code, for example `authing.user.updated`, proven with the user's token
    /// of the moment of connecting.
}
