//! `GET /.well-known/ath.json` and `GET /.well-known/ath-app.json`.

use serde::de::DeserializeOwned;

use crate::client::ath::endpoints::{DISCOVER_GATEWAY, DISCOVER_NATIVE};
use crate::client::ath::error::Error;
use crate::client::ath::operation::{NOTHING, object, request};
use crate::client::ath::shared::Core;
use crate::client::ath::{DiscoveryDocument, ServiceDiscoveryDocument};
use crate::http::{self, Endpoint, Operation, Request, RequestOptions, Response};

/// What an implementor says about itself, in a document of type `T`.
pub(in crate::client::ath) struct Discover<T> {
    endpoint: &'static Endpoint,
    /// What the client learns from it.
    learn: fn(&Core, &T),
}

impl Discover<DiscoveryDocument> {
    /// Of a gateway; nothing is learned.
    pub(in crate::client::ath) const fn gateway() -> Self {
        Self {
            endpoint: &DISCOVER_GATEWAY,
            learn: |_, _| {},
        }
    }
}

impl Discover<ServiceDiscoveryDocument> {
    /// Of a native service: where its interface says it is. Whether a token
    /// may be sent there is decided when one is.
    pub(in crate::client::ath) const fn native() -> Self {
        Self {
            endpoint: &DISCOVER_NATIVE,
            learn: |core, document| {
                core.state().api_base = Some(document.api_base.clone());
            },
        }
    }
}

impl<T: DeserializeOwned> Operation for Discover<T> {
    type Service = Core;
    type Output = T;

    fn endpoint(&self) -> &Endpoint {
        self.endpoint
    }

    fn options<'a>(&'a self, core: &'a Core) -> &'a RequestOptions {
        core.options(true)
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        request(core, self, &[], NOTHING)
    }

    fn finish(&self, core: &Core, response: Response) -> Result<T, Error> {
        let document = object(response)?;
        (self.learn)(core, &document);
        Ok(document)
    }
}
