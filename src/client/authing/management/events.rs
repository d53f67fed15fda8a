//! The events of a user pool.

use zeroize::Zeroizing;

#[cfg(feature = "authing-events-tokio")]
use super::AsyncManagementClient;
use super::ManagementClient;
use super::core::Core;
use crate::authing::management_events_target;
use crate::client::authing::events::{Proof, Subscriber, subscribe, unusable};
use crate::client::authing::options::websocket_host;
use crate::http::both::both;
use crate::http::{Authorization, Environment, Error, Settings};
use crate::output::Owned;

impl Subscriber for Core {
    fn websocket_host(&self) -> Result<&str, Error> {
        websocket_host(self.options.websocket_host.as_deref(), &self.base_url)
    }

    fn settings(&self) -> &Settings {
        &self.options.settings
    }

    fn proof(&self, code: &str) -> Result<Proof, Error> {
        let path = &self.options.websocket_endpoint;
        let target = management_events_target(path, code, Owned).map_err(unusable)?;
        let value = self.key.events_authorization(Owned).map_err(unusable)?;
        Ok(Proof {
            target: Zeroizing::new(target),
            authorization: Some(Authorization::value(&Zeroizing::new(value))),
        })
    }

    fn environment(&self) -> &dyn Environment {
        &*self.environment
    }
}

both! {
    subscribe:
        ManagementClient / AsyncManagementClient,
        Events / AsyncEvents,
        (all()) / (feature = "authing-events-tokio");
    /// `WSS {websocket_host}/events/v1/management/sub`: the events of this code,
    /// for example `authing.user.created`. The proof is the same for every
    /// connection of an access key, because the service has it so: whoever sees
    /// it can use it.
}
