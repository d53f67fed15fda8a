//! `GET /.well-known/ath.json` and `GET /.well-known/ath-app.json`.

use serde::de::DeserializeOwned;

use crate::client::ath::endpoints::{DISCOVER_GATEWAY, DISCOVER_NATIVE};
use crate::client::ath::error::Error;
use crate::client::ath::operation::{NOTHING, Operation, object, request};
use crate::client::ath::shared::Core;
use crate::client::ath::{DiscoveryDocument, ServiceDiscoveryDocument};
use crate::http::{self, Endpoint, Request, RequestOptions, Response};

/// What an implementor says about itself, in a document of type `T`.
pub(in crate::client::ath) struct Discover<T> {
    endpoint: &'static Endpoint,
    options: RequestOptions,
    /// What the client learns from it.
    learn: fn(&Core, &T),
}

impl Discover<DiscoveryDocument> {
    /// Of a gateway; nothing is learned.
    pub(in crate::client::ath) fn gateway(core: &Core) -> Self {
        Self {
            endpoint: &DISCOVER_GATEWAY,
            options: core.options(true),
            learn: |_, _| {},
        }
    }
}

impl Discover<ServiceDiscoveryDocument> {
    /// Of a native service: where its interface says it is. Whether a token
    /// may be sent there is decided when one is.
    pub(in crate::client::ath) fn native(core: &Core) -> Self {
        Self {
            endpoint: &DISCOVER_NATIVE,
            options: core.options(true),
            learn: |core, document| {
                core.state().api_base = Some(document.api_base.clone());
            },
        }
    }
}

impl<T: DeserializeOwned> Operation for Discover<T> {
    type Output = T;

    fn endpoint(&self) -> &Endpoint {
        self.endpoint
    }

    fn options(&self) -> &RequestOptions {
        &self.options
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        request(core, self, &[], NOTHING)
    }

    fn finish(self, core: &Core, response: Response) -> Result<T, Error> {
        let document = object(response)?;
        (self.learn)(core, &document);
        Ok(document)
    }
}
