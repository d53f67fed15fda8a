//! How every client comes by the transport of its kind.

#[cfg(any(feature = "ureq3", feature = "reqwest013"))]
use crate::http::{Connection, Settings};

/// The defaults, with the limit for connecting that the client has.
#[cfg(any(feature = "ureq3", feature = "reqwest013"))]
pub(super) fn connection(settings: &Settings) -> Connection {
    Connection::new().connect_timeout(settings.timeouts.connect)
}

/// Writes `new` and `connecting` into the `impl` of a client with `with_http`.
/// First is the kind of client, then the type of its options, which says with
/// `connection()` how to connect. What follows is added to the documentation of
/// `connecting`. `Error` is that of the module.
macro_rules! connecting {
    (Client, $options:ident $($more:literal)?) => {
        crate::client::connecting::connecting! {
            Client, $options, UreqTransport, "ureq3", "`ureq` 3", [$($more)?]
        }
    };
    (AsyncClient, $options:ident $($more:literal)?) => {
        crate::client::connecting::connecting! {
            AsyncClient, $options, ReqwestTransport, "reqwest013", "`reqwest` 0.13", [$($more)?]
        }
    };
    (
        $http:ident, $options:ident, $transport:ident, $feature:literal, $library:literal,
        [$($more:literal)?]
    ) => {
        #[doc = concat!("A client on ", $library, ": built-in authorities, proxy from the")]
        /// environment, and the limit for connecting that the options have.
        ///
        /// # Errors
        ///
        /// As [`Self::with_http`].
        #[cfg(feature = $feature)]
        pub fn new(options: &$options) -> Result<Self, Error> {
            Self::connecting(options, &options.connection())
        }

        #[doc = concat!("A client on ", $library, " with proxy and trust of its own", $($more,)? ".")]
        ///
        /// # Errors
        ///
        /// As [`Self::with_http`], and
        /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for the proxy.
        #[cfg(feature = $feature)]
        pub fn connecting(
            options: &$options,
            connection: &crate::http::Connection,
        ) -> Result<Self, Error> {
            let transport = crate::http::$transport::new(connection)?;
            Self::with_http(options, crate::http::$http::new(transport))
        }
    };
}
pub(super) use connecting;
