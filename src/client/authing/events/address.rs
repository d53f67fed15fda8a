//! Where an event stream is: the option `websocket_host`.

use std::format;
use std::string::{String, ToString};

use crate::http::{BaseUrl, Error, ErrorKind, Settings};

/// The parts of `ws://host:port` or `wss://host:port`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// The whole, without a slash at its end.
    pub(super) url: String,
    pub(super) host: String,
    pub(super) port: u16,
    /// Host and port as they stand in the URL.
    pub(super) authority: String,
    pub(super) is_tls: bool,
}

impl Address {
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] for anything but the two schemes, and for what
    /// [`BaseUrl`] and [`Settings::check_protection`] refuse.
    pub(super) fn new(text: &str, settings: &Settings) -> Result<Self, Error> {
        let (is_tls, rest) = [("wss://", true), ("ws://", false)]
            .iter()
            .find_map(|(scheme, is_tls)| {
                let (head, rest) = text.split_at_checked(scheme.len())?;
                head.eq_ignore_ascii_case(scheme).then_some((*is_tls, rest))
            })
            .ok_or_else(|| {
                let message = "`websocket_host` starts with wss:// or ws://";
                Error::with_message(ErrorKind::BadUrl, message)
            })?;
        let (http, scheme) = if is_tls {
            ("https", "wss")
        } else {
            ("http", "ws")
        };
        let base = BaseUrl::new(&format!("{http}://{rest}"))?;
        settings.check_protection(&base)?;
        let rest = rest.trim_end_matches('/');
        let authority = rest
            .split_once('/')
            .map_or(rest, |(authority, _)| authority);
        Ok(Self {
            url: format!("{scheme}://{rest}"),
            host: base.host().to_string(),
            port: base.port(),
            authority: authority.to_string(),
            is_tls,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_with_and_without_port() {
        for (text, url, host, port, is_tls) in [
            ("wss://a.example", "wss://a.example", "a.example", 443, true),
            ("WS://127.0.0.1/", "ws://127.0.0.1", "127.0.0.1", 80, false),
            ("ws://[::1]:81/x", "ws://[::1]:81/x", "::1", 81, false),
            ("wss://[::1]", "wss://[::1]", "::1", 443, true),
        ] {
            let address = Address::new(text, &Settings::new()).unwrap();
            let parts = (address.url.as_str(), address.host.as_str(), address.port);
            assert_eq!(parts, (url, host, port), "{text}");
            assert_eq!(address.is_tls, is_tls, "{text}");
        }
        for text in [
            "",
            "https://a",
            "wss://",
            "wss://u@a",
            "wss://a?b",
            "ws",
            "ws://a",
        ] {
            let error = Address::new(text, &Settings::new()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BadUrl, "{text:?}");
        }
        let mut settings = Settings::new();
        settings.allow_plain_http = true;
        assert!(Address::new("ws://a", &settings).is_ok());
    }
}
