//! Which proxy a request goes through: the same rules for both adapters.
//!
//! | variable, also in lower case | says |
//! |---|---|
//! | `HTTPS_PROXY` | the proxy for `https` |
//! | `HTTP_PROXY` | the proxy for `http`, unless `REQUEST_METHOD` is set: then it may be a header of somebody's request (CGI) |
//! | `ALL_PROXY` | the proxy for the schemes that have none of their own |
//! | `NO_PROXY` | what is reached directly, separated by commas: `*`, a name and all below it, an address, a network such as `10.0.0.0/8`; each but `*` perhaps with a port |
//!
//! The loopback interface is reached directly, whatever is said. A proxy is
//! `http` or `https`; any other, and one that cannot be read, is an error.

use core::fmt;
use core::net::IpAddr;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use zeroize::Zeroizing;

use super::{BaseUrl, Environment, Error, ErrorKind, Proxy};

/// The ways out; `P` is the adapter's kind of proxy.
#[derive(Clone)]
pub(super) struct Routes<P> {
    https: Option<P>,
    http: Option<P>,
    direct: Vec<Direct>,
}

impl<P: Clone> Routes<P> {
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] for a proxy that is not `http` or `https`, or that
    /// `read` takes for none. No message has its text, which may have a
    /// password.
    pub(super) fn new(
        proxy: &Proxy,
        environment: &dyn Environment,
        read: impl Fn(&str) -> Option<P>,
    ) -> Result<Self, Error> {
        let usable = |text: &str| read(&with_scheme(text)?);
        let mut routes = Self {
            https: None,
            http: None,
            direct: Vec::new(),
        };
        match proxy {
            Proxy::None => {}
            Proxy::Url(url) => {
                let address = usable(url).ok_or_else(|| refused("of the proxy"))?;
                routes.https = Some(address.clone());
                routes.http = Some(address);
            }
            Proxy::Environment => {
                let find = |name: &str| match variable(environment, name) {
                    Some(text) => usable(&text).map(Some).ok_or_else(|| {
                        refused(&format!(
                            "of {name}: an http:// or https:// proxy is expected"
                        ))
                    }),
                    None => Ok(None),
                };
                routes.https = find("HTTPS_PROXY")?;
                if environment.variable("REQUEST_METHOD").is_none() {
                    routes.http = find("HTTP_PROXY")?;
                }
                if routes.https.is_none() || routes.http.is_none() {
                    let all = find("ALL_PROXY")?;
                    routes.https = routes.https.or_else(|| all.clone());
                    routes.http = routes.http.or(all);
                }
                let direct = variable(environment, "NO_PROXY").unwrap_or_default();
                let entries = direct.split(',').map(str::trim);
                routes.direct = entries.filter_map(Direct::read).collect();
            }
        }
        Ok(routes)
    }

    /// Whether no request goes through a proxy.
    pub(super) const fn are_direct(&self) -> bool {
        self.https.is_none() && self.http.is_none()
    }

    /// The proxy for a request to `url`, if it goes through one.
    pub(super) fn of(&self, url: &str) -> Option<&P> {
        if self.are_direct() {
            return None;
        }
        let origin = url
            .match_indices('/')
            .nth(2)
            .map_or(url.len(), |(at, _)| at);
        let Ok(origin) = BaseUrl::new(url.get(..origin)?) else {
            return self.https.as_ref();
        };
        let (host, port) = (origin.host().trim_end_matches('.'), origin.port());
        if origin.is_loopback() || self.direct.iter().any(|direct| direct.has(host, port)) {
            return None;
        }
        if origin.is_https() {
            self.https.as_ref()
        } else {
            self.http.as_ref()
        }
    }
}

/// Says nothing: a proxy may have a password.
impl<P> fmt::Debug for Routes<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Routes").finish_non_exhaustive()
    }
}

fn variable(environment: &dyn Environment, name: &str) -> Option<String> {
    let value = environment.variable(name);
    value.or_else(|| environment.variable(&name.to_ascii_lowercase()))
}

fn refused(message: &str) -> Error {
    Error::with_message(ErrorKind::BadUrl, message)
}

/// The proxy as `scheme://[user@]host[:port]`, if it is one.
fn with_scheme(text: &str) -> Option<Zeroizing<String>> {
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("http".to_string(), text),
    };
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (user, host) = rest.rsplit_once('@').unwrap_or(("", rest));
    let user_is_visible = user.bytes().all(|byte| byte.is_ascii_graphic());
    if !user_is_visible || user.contains('/') || host.contains('/') {
        return None;
    }
    BaseUrl::new(&format!("{scheme}://{host}")).ok()?;
    Some(Zeroizing::new(format!("{scheme}://{rest}")))
}

/// What is reached without a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Direct {
    Everything,
    /// A name and all below it.
    Name(String, Option<u16>),
    /// The addresses with the same first bits.
    Network(IpAddr, u32, Option<u16>),
}

impl Direct {
    fn read(entry: &str) -> Option<Self> {
        if entry == "*" {
            return Some(Self::Everything);
        }
        if let Some(network) = network(entry, None) {
            return Some(network);
        }
        let (entry, port) = match entry.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse().ok()?)),
            None => (entry, None),
        };
        if let Some(network) = network(entry, port) {
            return Some(network);
        }
        let name = entry.strip_prefix('*').unwrap_or(entry);
        let name = name.trim_matches('.').to_ascii_lowercase();
        (!name.is_empty()).then_some(Self::Name(name, port))
    }

    fn has(&self, host: &str, port: u16) -> bool {
        let is_port = |wanted: &Option<u16>| wanted.is_none_or(|wanted| wanted == port);
        match self {
            Self::Everything => true,
            Self::Name(name, wanted) => {
                let host = host.to_ascii_lowercase();
                let above = host.strip_suffix(name.as_str());
                is_port(wanted)
                    && above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
            }
            Self::Network(network, bits, wanted) => {
                let address = host.parse().ok();
                is_port(wanted)
                    && address.is_some_and(|address| begins_alike(*network, address, *bits))
            }
        }
    }
}

/// An address, or a network.
fn network(text: &str, port: Option<u16>) -> Option<Direct> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits.parse().ok()?)),
        None => (text, None),
    };
    let address = address.strip_prefix('[').unwrap_or(address);
    let address: IpAddr = address.strip_suffix(']').unwrap_or(address).parse().ok()?;
    let all = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.unwrap_or(all);
    (bits <= all).then_some(Direct::Network(address, bits, port))
}

fn begins_alike(a: IpAddr, b: IpAddr, bits: u32) -> bool {
    let differing = match (a, b) {
        (IpAddr::V4(a), IpAddr::V4(b)) => (a.to_bits() ^ b.to_bits()).leading_zeros(),
        (IpAddr::V6(a), IpAddr::V6(b)) => (a.to_bits() ^ b.to_bits()).leading_zeros(),
        _ => return false,
    };
    differing >= bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::time::Duration;

    struct Variables(&'static [(&'static str, &'static str)]);

    impl Environment for Variables {
        fn variable(&self, name: &str) -> Option<String> {
            let found = self.0.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_string())
        }

        fn monotonic(&self) -> Duration {
            Duration::ZERO
        }
    }

    fn routes(variables: &'static [(&'static str, &'static str)]) -> Result<Routes<String>, Error> {
        let read = |text: &str| Some(text.to_string());
        Routes::new(&Proxy::Environment, &Variables(variables), read)
    }

    #[test]
    fn each_scheme_has_its_proxy() {
        let both: &[_] = &[("HTTPS_PROXY", "one:1"), ("http_proxy", "HTTPS://u:p@two/")];
        for (variables, url, proxy) in [
            (both, "https://a.example/x", Some("http://one:1")),
            (both, "http://a.example", Some("https://u:p@two")),
            (
                &[("ALL_PROXY", "http://all:3")],
                "https://a.example",
                Some("http://all:3"),
            ),
            (
                &[("all_proxy", "http://all:3")],
                "http://a.example",
                Some("http://all:3"),
            ),
            (&[("HTTP_PROXY", "http://h:1")], "https://a.example", None),
            (&[], "https://a.example", None),
            (
                &[("HTTP_PROXY", "http://h:1"), ("REQUEST_METHOD", "GET")],
                "http://a.example",
                None,
            ),
            (
                &[("http_proxy", "http://h:1"), ("REQUEST_METHOD", "GET")],
                "http://a.example",
                None,
            ),
        ] {
            let routes = routes(variables).unwrap();
            assert_eq!(
                routes.of(url).map(String::as_str),
                proxy,
                "{variables:?} {url}"
            );
        }
    }

    #[test]
    fn routes_show_nothing() {
        let routes = routes(&[("ALL_PROXY", "http://u:s3cret@p")]).unwrap();
        assert_eq!(format!("{routes:?}"), "Routes { .. }");
    }

    #[test]
    fn a_proxy_that_cannot_be_used_is_an_error() {
        for text in [
            "socks5://127.0.0.1:1080",
            "socks5h://s3cret@127.0.0.1:1080",
            "ftp://a",
            "http://",
            "http://a b",
            "http://a:99999",
            "http://s3cret@a/path",
            "http://s3 cret@a",
            "://a",
            "\u{fffd}",
        ] {
            for name in ["ALL_PROXY", "https_proxy"] {
                let variables = std::vec![(name, text)].leak();
                let error = routes(variables).expect_err(text);
                assert_eq!(error.kind(), ErrorKind::BadUrl, "{text}");
                let shown = format!("{error}{error:?}");
                assert!(shown.contains(&name.to_ascii_uppercase()), "{shown}");
                assert!(!shown.contains("s3"), "{shown}");
            }
            let given = Proxy::Url(Zeroizing::new(text.to_string()));
            let read = |text: &str| Some(text.to_string());
            assert!(
                Routes::new(&given, &Variables(&[]), read).is_err(),
                "{text}"
            );
        }
        // Where each scheme has its own, the one for all is not asked for.
        let all_three: &[_] = &[
            ("http_proxy", "http://127.0.0.1:7890"),
            ("https_proxy", "http://127.0.0.1:7890"),
            ("all_proxy", "socks5://127.0.0.1:7890"),
        ];
        assert!(routes(all_three).is_ok());
    }

    #[test]
    fn loopback_is_never_behind_a_proxy() {
        let given = Proxy::url("http://proxy:3128").unwrap();
        let read = |text: &str| Some(text.to_string());
        for routes in [
            routes(&[("ALL_PROXY", "http://proxy:3128")]).unwrap(),
            Routes::new(&given, &Variables(&[]), read).unwrap(),
        ] {
            for url in [
                "http://127.0.0.1:8080/x",
                "https://127.9.9.9",
                "http://LOCALHOST/x?y",
                "http://[::1]:1/",
            ] {
                assert_eq!(routes.of(url), None, "{url}");
            }
            for url in ["https://127.0.0.1.example/", "http://localhost@a.example/"] {
                assert!(routes.of(url).is_some(), "{url}");
            }
        }
    }

    #[test]
    fn what_no_proxy_names_is_reached_directly() {
        const LIST: &str = "a.example, .b.example,*.c.example, 192.0.2.1 ,10.0.0.0/8,[2001:db8::]/32,d.example:8443";
        let routes = routes(&[("HTTPS_PROXY", "http://p:1"), ("NO_PROXY", LIST)]).unwrap();
        for (host, direct) in [
            ("a.example", true),
            ("A.Example:444", true),
            ("x.a.example", true),
            ("xa.example", false),
            ("b.example", true),
            ("x.c.example.", true),
            ("192.0.2.1", true),
            ("192.0.2.2", false),
            ("10.200.3.4", true),
            ("11.0.0.1", false),
            ("[2001:db8:1::1]", true),
            ("[2001:db9::1]", false),
            ("d.example:8443", true),
            ("d.example", false),
        ] {
            let url = format!("https://{host}/x");
            assert_eq!(routes.of(&url).is_none(), direct, "{host}");
        }
        let all = self::routes(&[("HTTPS_PROXY", "http://p:1"), ("no_proxy", "*")]).unwrap();
        assert_eq!(all.of("https://anything.example"), None);
    }
}
