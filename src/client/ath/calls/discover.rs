//! `GET /.well-known/ath.json` and `GET /.well-known/ath-app.json`.

use crate::client::ath::endpoints::{DISCOVER_GATEWAY, DISCOVER_NATIVE};
use crate::client::ath::error::Error;
use crate::client::ath::operation::{NOTHING, Operation, object, request};
use crate::client::ath::shared::Core;
use crate::client::ath::{DiscoveryDocument, ServiceDiscoveryDocument};
use crate::http::{self, Endpoint, Request, RequestOptions, Response};

/// What a gateway says about itself.
pub(in crate::client::ath) struct DiscoverGateway(RequestOptions);

impl DiscoverGateway {
    pub(in crate::client::ath) fn new(core: &Core) -> Self {
        Self(core.options(true))
    }
}

impl Operation for DiscoverGateway {
    type Output = DiscoveryDocument;

    fn endpoint(&self) -> &Endpoint {
        &DISCOVER_GATEWAY
    }

    fn options(&self) -> &RequestOptions {
        &self.0
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        request(core, self, &[], NOTHING)
    }

    fn finish(self, _core: &Core, response: Response) -> Result<DiscoveryDocument, Error> {
        object(response)
    }
}

/// What a native service says about itself; says where its interface is.
pub(in crate::client::ath) struct DiscoverNative(RequestOptions);

impl DiscoverNative {
    pub(in crate::client::ath) fn new(core: &Core) -> Self {
        Self(core.options(true))
    }
}

impl Operation for DiscoverNative {
    type Output = ServiceDiscoveryDocument;

    fn endpoint(&self) -> &Endpoint {
        &DISCOVER_NATIVE
    }

    fn options(&self) -> &RequestOptions {
        &self.0
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        request(core, self, &[], NOTHING)
    }

    fn finish(self, core: &Core, response: Response) -> Result<ServiceDiscoveryDocument, Error> {
        let document: ServiceDiscoveryDocument = object(response)?;
        let api_base = core.check_api_base(&document.api_base)?;
        core.state().api_base = Some(api_base);
        Ok(document)
    }
}
