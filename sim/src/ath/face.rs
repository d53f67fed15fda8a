//! All four clients under one name.

use serde_json::Value;
use tokenmint::client::ath::{
    ApiAnswer, AsyncGatewayClient, AsyncNativeClient, Authorization, AuthorizeRequest,
    ClientConfig, Credentials, Error, GatewayClient, KeptToken, NativeClient, Polling,
    RegisterRequest, Registration,
};
use tokenmint::http;

use super::service::Flavour;
use crate::face::Face;
use crate::network::Network;
use crate::world::World;

#[derive(Debug)]
pub(super) enum Client {
    Gateway(GatewayClient),
    AsyncGateway(AsyncGatewayClient),
    Native(NativeClient),
    AsyncNative(AsyncNativeClient),
}

/// Calls a method of any, and waits for it.
macro_rules! any {
    ($value:expr, $one:ident => $call:expr) => {
        match $value {
            Self::Gateway($one) => $call,
            Self::AsyncGateway($one) => $call.await,
            Self::Native($one) => $call,
            Self::AsyncNative($one) => $call.await,
        }
    };
}

/// Asks any for something that it knows.
macro_rules! known {
    ($value:expr, $one:ident => $ask:expr) => {
        match $value {
            Self::Gateway($one) => $ask,
            Self::AsyncGateway($one) => $ask,
            Self::Native($one) => $ask,
            Self::AsyncNative($one) => $ask,
        }
    };
}

impl Client {
    pub(super) fn new(
        flavour: Flavour,
        face: Face,
        config: &ClientConfig,
        world: &World,
        network: Network,
    ) -> Result<Self, Error> {
        let blocking = |network| http::Client::new(network).with_environment(world.clone());
        let futures = |network| http::AsyncClient::new(network).with_environment(world.clone());
        Ok(match (flavour, face) {
            (Flavour::Native, Face::Blocking) => {
                Self::Native(NativeClient::with_http(config, blocking(network))?)
            }
            (Flavour::Native, Face::Async) => {
                Self::AsyncNative(AsyncNativeClient::with_http(config, futures(network))?)
            }
            (_, Face::Blocking) => {
                Self::Gateway(GatewayClient::with_http(config, blocking(network))?)
            }
            (_, Face::Async) => {
                Self::AsyncGateway(AsyncGatewayClient::with_http(config, futures(network))?)
            }
        })
    }

    pub(super) async fn discover(&self) -> Result<(), Error> {
        match self {
            Self::Gateway(client) => client.discover().map(|_| ()),
            Self::AsyncGateway(client) => client.discover().await.map(|_| ()),
            Self::Native(client) => client.discover().map(|_| ()),
            Self::AsyncNative(client) => client.discover().await.map(|_| ()),
        }
    }

    pub(super) async fn register(&self, request: &RegisterRequest) -> Result<Registration, Error> {
        any!(self, client => client.register(request))
    }

    pub(super) async fn deregister(&self, client_id: &str) -> Result<(), Error> {
        any!(self, client => client.deregister(client_id))
    }

    pub(super) async fn ensure_token(
        &self,
        request: &AuthorizeRequest,
        polling: Polling<'_>,
        open: impl FnMut(&Authorization),
    ) -> Result<KeptToken, Error> {
        any!(self, client => client.ensure_token(request, polling, open))
    }

    /// A call with the token, through the gateway or to the native service.
    pub(super) async fn ask(
        &self,
        provider: &str,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<ApiAnswer, Error> {
        match self {
            Self::Gateway(client) => client.proxy(provider, method, path, body),
            Self::AsyncGateway(client) => client.proxy(provider, method, path, body).await,
            Self::Native(client) => client.api(method, path, body),
            Self::AsyncNative(client) => client.api(method, path, body).await,
        }
    }

    pub(super) async fn revoke(&self) -> Result<(), Error> {
        any!(self, client => client.revoke())
    }

    pub(super) async fn revoke_for(&self, provider: &str) -> Result<(), Error> {
        any!(self, client => client.revoke_for(provider))
    }

    /// Keeps everything once more.
    pub(super) fn keep(&self) -> Result<(), Error> {
        known!(self, client => client.keep())
    }

    /// Everything that there is to keep.
    pub(super) fn kept(&self) -> Option<Credentials> {
        known!(self, client => client.credentials())
    }

    /// Id and secret.
    pub(super) fn credentials(&self) -> Option<(String, String)> {
        let secret = known!(self, client => client.client_secret())?;
        let id = known!(self, client => client.client_id())?;
        Some((id, secret.expose().to_owned()))
    }

    pub(super) fn holds(&self, token: &str) -> bool {
        let kept = self.kept();
        let mut tokens = kept.iter().flat_map(|kept| &kept.tokens);
        tokens.any(|held| held.access_token.expose() == token)
    }
}
