//! What the options of both kinds of clients have in common.

#[cfg(feature = "authing-events")]
use crate::http::BaseUrl;
use crate::http::{Error, ErrorKind};

/// An option that something cannot do without.
pub(super) fn missing(name: &str) -> Error {
    let message = std::format!("the option `{name}` is missing");
    Error::with_message(ErrorKind::Credentials, message)
}

/// Where events are subscribed to: never in the public cloud when calls go
/// elsewhere, since what proves the caller would go there too.
///
/// # Errors
///
/// [`ErrorKind::InvalidInput`] without the option, for a host of its own.
#[cfg(feature = "authing-events")]
pub(super) fn websocket_host<'a>(given: Option<&'a str>, host: &BaseUrl) -> Result<&'a str, Error> {
    let is_public = |host: &str| host == "authing.cn" || host.ends_with(".authing.cn");
    match given {
        Some(given) => Ok(given),
        None if is_public(&host.host().to_ascii_lowercase()) => Ok(super::DEFAULT_WEBSOCKET_HOST),
        None => Err(Error::with_message(
            ErrorKind::InvalidInput,
            "events of a deployment of one's own need the option `websocket_host`, such as \
             wss://events.example.com",
        )),
    }
}

/// Writes the methods into the `impl` of a type with fields `lang`,
/// `reject_unauthorized`, `websocket_host`, `websocket_endpoint` and `settings`.
/// First is what is at risk without verification, then the client.
macro_rules! shared_options {
    ($at_risk:literal, $client:literal) => {
        crate::client::setters::setters!("10 s");

        /// Whether certificates are verified. Without, whoever is on the way
        #[doc = concat!("can read ", $at_risk, ". For a private authority there is")]
        /// [`Tls::private_authority`](crate::http::Tls::private_authority) and
        #[doc = concat!("`", $client, "::connecting`.")]
        #[must_use]
        pub const fn reject_unauthorized(mut self, verify: bool) -> Self {
            self.reject_unauthorized = verify;
            self
        }

        /// The option [`Self::reject_unauthorized`].
        #[must_use]
        pub const fn verifies_certificates(&self) -> bool {
            self.reject_unauthorized
        }

        /// The language of messages: `zh-CN`, `en-US`, `ja-JP` or `zh-TW`.
        #[must_use]
        pub fn lang(mut self, lang: &str) -> Self {
            self.lang = Some(lang.to_string());
            self
        }

        /// No language: the service decides.
        #[must_use]
        pub fn without_lang(mut self) -> Self {
            self.lang = None;
            self
        }

        /// Where to subscribe to events: `wss://host` or `wss://host:port`. It
        /// is connected to directly, whatever proxy requests go through. A
        /// deployment of one's own has no default: what proves the caller must
        /// not go to the public cloud.
        #[must_use]
        pub fn websocket_host(mut self, host: &str) -> Self {
            self.websocket_host = Some(host.to_string());
            self
        }

        /// The path at which to subscribe to events.
        #[must_use]
        pub fn websocket_endpoint(mut self, path: &str) -> Self {
            self.websocket_endpoint = path.to_string();
            self
        }

        /// How event streams behave with these options: time limits and trust
        /// as for requests, but no proxy.
        #[cfg(feature = "authing-events")]
        #[must_use]
        pub fn event_options(&self) -> crate::client::authing::events::EventOptions {
            crate::client::authing::events::EventOptions::of(
                &self.settings,
                self.reject_unauthorized,
            )
        }

        /// How the adapters connect with these options. (The option
        /// `reject_unauthorized` is one that only an adapter can obey.)
        #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
        #[must_use]
        pub fn connection(&self) -> crate::http::Connection {
            let connection = crate::client::clients::connection(&self.settings);
            if self.reject_unauthorized {
                return connection;
            }
            connection.tls(crate::http::Tls::new().accept_invalid_certificates())
        }
    };
}
pub(super) use shared_options;
