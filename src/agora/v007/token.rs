//! Free composition of services.

use heapless::Vec;

use super::issuer::Issuer;
use super::service::Service;
use crate::agora::Stamp;
use crate::agora::{Credentials, ExpireIn};
use crate::crypto::platform::{Crypto, Software};
use crate::output::Output;
use crate::wire::zlib::{Compression, DefaultCompression};
use crate::{Error, Field, Limits};

/// A token composed service by service; at most `N` of them (8 unless said
/// otherwise). The same type may be added more than once. For lists of any
/// length see [`Issuer::mint`].
///
/// ```
/// use tokenmint::agora::{AccessToken2, Credentials, ExpireIn, Stamp};
/// use tokenmint::agora::v007::{PrivilegeRtc, PrivilegeRtm, ServiceRtc, ServiceRtm};
///
/// # let credentials = Credentials::new(
/// #     "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// # let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
/// let hour = ExpireIn::hours(1);
/// let mut buffer = [0; 1024];
/// let token = AccessToken2::new(&credentials, stamp, hour)
///     .add_service(ServiceRtc::new("lobby", 7).add_privilege(PrivilegeRtc::JoinChannel, hour))?
///     .add_service(ServiceRtm::new("alice").add_privilege(PrivilegeRtm::Login, hour))?
///     .build(&mut buffer)?;
/// # assert!(token.starts_with("007"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct AccessToken2<'a, const N: usize = 8, C = DefaultCompression, M = Software> {
    issuer: Issuer<C, M>,
    expire: ExpireIn,
    services: Vec<Service<'a>, N>,
}

impl AccessToken2<'_> {
    /// A token without services that ends `expire` after its issue time.
    #[must_use]
    pub fn new(credentials: &Credentials, stamp: Stamp, expire: ExpireIn) -> Self {
        Self::with_issuer(Issuer::new(credentials, stamp), expire)
    }
}

impl<'a, const N: usize, C, M> AccessToken2<'a, N, C, M> {
    /// A token from an issuer, which brings limits and compression; `N` is the
    /// caller's choice here.
    #[must_use]
    pub const fn with_issuer(issuer: Issuer<C, M>, expire: ExpireIn) -> Self {
        Self {
            issuer,
            expire,
            services: Vec::new(),
        }
    }

    /// Changes how strict names and lifetimes are checked.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.issuer = self.issuer.limits(limits);
        self
    }

    /// Adds a service.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when there are `N` already.
    pub fn add_service(mut self, service: impl Into<Service<'a>>) -> Result<Self, Error> {
        self.services
            .push(service.into())
            .map_err(|_| Error::TooMany {
                field: Field::Services,
                max: N,
            })?;
        Ok(self)
    }

    /// Mints the token.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`].
    pub fn build<O: Output>(&mut self, out: O) -> Result<O::Text, Error>
    where
        C: Compression,
        M: Crypto,
    {
        self.issuer.mint(self.expire, &self.services, out)
    }
}
