//! The request that opens an event stream.

use std::format;
use std::string::{String, ToString};
use std::sync::Arc;

use tungstenite::handshake::client::{Request, generate_key};
use tungstenite::protocol::WebSocketConfig;
use zeroize::Zeroizing;

use super::EventOptions;
use super::address::Address;
use crate::http::{Authorization, Environment, Error, ErrorKind, Settings};

/// Who subscribes, and where: asked anew for every connection.
pub(in crate::client::authing) trait Subscriber: Send + Sync {
    /// The option `websocket_host`.
    ///
    /// # Errors
    ///
    /// When there is none, and no default for it.
    fn websocket_host(&self) -> Result<&str, Error>;

    /// What holds for the requests of the client.
    fn settings(&self) -> &Settings;

    /// What proves the caller at this moment, for events of this code.
    fn proof(&self, code: &str) -> Result<Proof, Error>;

    /// Where chance comes from.
    fn environment(&self) -> &dyn Environment;
}

/// What proves the caller.
pub(in crate::client::authing) struct Proof {
    /// Path and query.
    pub(in crate::client::authing) target: Zeroizing<String>,
    pub(in crate::client::authing) authorization: Option<Authorization>,
}

/// A target or a header that cannot be made: refused before any traffic.
pub(in crate::client::authing) fn unusable(error: crate::Error) -> Error {
    Error::new(ErrorKind::InvalidInput).with_source(error)
}

/// All that both kinds of streams are made of.
pub(super) struct Opening {
    pub(super) subscriber: Arc<dyn Subscriber>,
    /// What is subscribed to.
    code: String,
    pub(super) options: EventOptions,
    pub(super) address: Address,
    pub(super) tls: Arc<rustls::ClientConfig>,
}

impl Opening {
    pub(super) fn new(
        subscriber: Arc<dyn Subscriber>,
        code: &str,
        options: &EventOptions,
    ) -> Result<Self, Error> {
        Ok(Self {
            address: Address::new(subscriber.websocket_host()?, subscriber.settings())?,
            tls: Arc::new(options.tls.client_config()?),
            options: options.clone(),
            code: code.to_string(),
            subscriber,
        })
    }

    /// # Errors
    ///
    /// What cannot be proven, or be sent.
    pub(super) fn request(&self) -> Result<Request, Error> {
        let proof = self.subscriber.proof(&self.code)?;
        let mut request = Request::builder()
            .uri(format!("{}{}", self.address.url, *proof.target))
            .header("host", &self.address.authority)
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", generate_key());
        if let Some(authorization) = &proof.authorization {
            request = request.header("authorization", authorization.expose());
        }
        // The cause would have the URL in it.
        let unusable = |_| Error::with_message(ErrorKind::BadUrl, "of the event stream");
        request.body(()).map_err(unusable)
    }

    pub(super) fn environment(&self) -> &dyn Environment {
        self.subscriber.environment()
    }

    pub(super) fn config(&self) -> WebSocketConfig {
        let max = Some(self.options.max_message);
        WebSocketConfig::default()
            .max_message_size(max)
            .max_frame_size(max)
    }

    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] for a host that no certificate can have.
    pub(super) fn server_name(&self) -> Result<rustls::pki_types::ServerName<'static>, Error> {
        self.address
            .host
            .clone()
            .try_into()
            .map_err(|_| Error::with_message(ErrorKind::BadUrl, "of the event stream"))
    }
}
