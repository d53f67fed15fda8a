//! How both adapters connect: trust, proxy, time limit.

#[cfg(any(feature = "reqwest013", feature = "authing-events"))]
mod client_config;

use core::fmt;
use core::time::Duration;
use std::string::{String, ToString};
use std::vec::Vec;

use zeroize::Zeroizing;

use super::{Error, ErrorKind, Timeouts};

/// Whom to trust.
///
/// The default are the authorities that Mozilla trusts, as built into the
/// library; the store of the system is not asked.
#[derive(Debug, Clone, Default)]
pub struct Tls {
    pub(super) only: Option<Vec<Vec<u8>>>,
    pub(super) accept_invalid: bool,
}

impl Tls {
    /// The built-in authorities.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A private authority, in place of the built-in ones: one or more
    /// certificates as PEM.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::EmptyCertificate`] when there is none in the text,
    /// [`ErrorKind::BadCertificate`] when one cannot be read.
    pub fn private_authority(mut self, pem: &[u8]) -> Result<Self, Error> {
        use rustls::pki_types::CertificateDer;
        use rustls::pki_types::pem::PemObject;

        let mut store = rustls::RootCertStore::empty();
        let mut found = Vec::new();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|_| Error::new(ErrorKind::BadCertificate))?;
            found.push(certificate.to_vec());
            store
                .add(certificate)
                .map_err(|_| Error::new(ErrorKind::BadCertificate))?;
        }
        if found.is_empty() {
            return Err(Error::new(ErrorKind::EmptyCertificate));
        }
        self.only = Some(found);
        Ok(self)
    }

    /// Accepts every certificate for every host name. Whoever is on the way
    /// can then read the credentials: for tests alone.
    #[must_use]
    pub const fn accept_invalid_certificates(mut self) -> Self {
        self.accept_invalid = true;
        self
    }

    /// Whether every certificate is accepted.
    #[must_use]
    pub const fn accepts_invalid_certificates(&self) -> bool {
        self.accept_invalid
    }
}

/// How to leave the house. The loopback interface is always reached directly.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Proxy {
    /// As `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say, also in
    /// lower case. `HTTP_PROXY` does not count where `REQUEST_METHOD` is set
    /// (CGI). A proxy that cannot be used, such as `socks5://`, is an error
    /// when an adapter is made.
    #[default]
    Environment,
    /// Directly.
    None,
    /// Through this proxy, for example `http://user:password@proxy:3128`.
    Url(Zeroizing<String>),
}

impl Proxy {
    /// Through the proxy at `url`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] when it is empty or has anything but visible
    /// ASCII. The rest is checked when an adapter is made.
    pub fn url(url: &str) -> Result<Self, Error> {
        if url.is_empty() || !url.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::with_message(ErrorKind::BadUrl, "of the proxy"));
        }
        Ok(Self::Url(Zeroizing::new(url.to_string())))
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Environment => "Environment",
            Self::None => "None",
            Self::Url(_) => "Url(redacted)",
        })
    }
}

/// How an adapter connects.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Connection {
    /// Whom to trust.
    pub tls: Tls,
    /// How to leave the house.
    pub proxy: Proxy,
    /// Until a connection stands.
    pub connect_timeout: Duration,
}

impl Connection {
    /// Built-in authorities, proxy from the environment, 10 s to connect.
    #[must_use]
    pub fn new() -> Self {
        Self {
            tls: Tls::new(),
            proxy: Proxy::Environment,
            connect_timeout: Timeouts::DEFAULT.connect,
        }
    }

    /// Sets whom to trust.
    #[must_use]
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = tls;
        self
    }

    /// Sets the proxy.
    #[must_use]
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = proxy;
        self
    }

    /// Sets the limit until a connection stands.
    #[must_use]
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }
}

impl Default for Connection {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a rustls error is `error` or one of its causes.
pub(crate) fn is_tls(error: &(dyn core::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<rustls::Error>() {
            return true;
        }
        let inner = error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        // An i/o error does not count what it wraps among its causes.
        next = match inner {
            Some(inner) => {
                let inner: &(dyn core::error::Error + 'static) = inner;
                Some(inner)
            }
            None => error.source(),
        };
    }
    false
}
