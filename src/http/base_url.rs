//! The address below which all endpoints of a service are.

use core::fmt;
use std::string::{String, ToString};

use super::url::{UrlParts, check_path};
use super::{Error, ErrorKind};

/// `http` or `https`, a host, perhaps a port, perhaps a path.
///
/// ```
/// use tokenmint::http::BaseUrl;
///
/// let url = BaseUrl::new("https://gateway.example.com:8443/agents/")?;
/// assert_eq!(url.as_str(), "https://gateway.example.com:8443/agents");
/// assert_eq!(url.host(), "gateway.example.com");
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    text: String,
    host: String,
    is_https: bool,
    is_loopback: bool,
    port: u16,
}

impl BaseUrl {
    /// Checks and takes over a URL; slashes at its end are dropped.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] unless it is as above: no user, query or
    /// fragment, visible ASCII only; and no dot segments, control characters or
    /// more slashes for a server that decodes the path.
    pub fn new(text: &str) -> Result<Self, Error> {
        let parts = UrlParts::new(text).map_err(bad)?;
        check_path(parts.path).map_err(bad)?;
        let is_address = parts.authority.starts_with('[');
        if is_address && parts.host.parse::<std::net::Ipv6Addr>().is_err() {
            return Err(bad("the host is not valid"));
        }
        Ok(Self {
            text: parts.text.to_string(),
            host: parts.host.to_string(),
            is_https: parts.is_https,
            is_loopback: is_loopback(parts.host),
            port: parts.port(),
        })
    }

    /// The text, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host without port.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the connection is protected, `https`, or does not leave this
    /// machine.
    #[must_use]
    pub const fn is_protected(&self) -> bool {
        self.is_https || self.is_loopback
    }

    /// Whether the host is `localhost` or an address of the loopback interface.
    #[must_use]
    pub const fn is_loopback(&self) -> bool {
        self.is_loopback
    }

    /// Whether scheme, host and port are those of `other`.
    #[must_use]
    pub fn is_same_origin(&self, other: &Self) -> bool {
        self.is_https == other.is_https
            && self.host.eq_ignore_ascii_case(&other.host)
            && self.port == other.port
    }

    /// Whether the connection is encrypted.
    #[must_use]
    pub const fn is_https(&self) -> bool {
        self.is_https
    }

    /// The port, also where the scheme alone says it.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.parse::<std::net::IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

fn bad(message: &str) -> Error {
    Error::with_message(ErrorKind::BadUrl, message)
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({})", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for (text, host) in [
            ("https://a.example", "a.example"),
            ("HTTP://127.0.0.1:8080/x/y//", "127.0.0.1"),
            ("https://[::1]:443/x", "::1"),
        ] {
            assert_eq!(BaseUrl::new(text).unwrap().host(), host, "{text}");
        }
        for text in [
            "",
            "https://",
            "https:///x",
            "ftp://a",
            "a.example",
            "https://u:p@a",
            "https://a:0",
            "https://a:+1",
            "https://a:x",
            "https://a:70000",
            "https://[::1",
            "https://[::1]x",
            "https://[::1]443",
            "https://[a]",
            "https://a b",
            "https://a/?q",
            "https://a/#f",
            "https://a/../b",
            "https://a/x\r\ny",
            "https://a/%2e%2E/b",
            "https://a/%252e./b",
            "https://a/..;/b",
            "https://a/b%2fc",
            "https://a/b%5Cc",
            "https://a/b%00",
            "https://a/b%0d%0a",
            "https://ä",
        ] {
            let error = BaseUrl::new(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::BadUrl, "{text}");
        }
    }

    #[test]
    fn what_is_protected_and_what_is_one_origin() {
        let url = |text| BaseUrl::new(text).unwrap();
        for (text, protected) in [
            ("https://a.example", true),
            ("http://a.example", false),
            ("http://localhost:1", true),
            ("http://127.8.9.1", true),
            ("http://[::1]:8080/x", true),
            ("http://127.0.0.1.example", false),
            ("http://localhost.example", false),
            ("http://0.0.0.0", false),
        ] {
            assert_eq!(url(text).is_protected(), protected, "{text}");
        }
        for (a, b, same) in [
            ("https://a/x", "HTTPS://A:443/y", true),
            ("http://a", "http://a:80", true),
            ("http://[::1]", "http://[::1]:80", true),
            ("https://a", "http://a", false),
            ("https://a", "https://a:444", false),
            ("https://a", "https://a.b", false),
        ] {
            assert_eq!(url(a).is_same_origin(&url(b)), same, "{a} {b}");
        }
    }
}
