//! How a service is reached: address, limits, trust.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tokenmint::http::{Connection, Timeouts, Tls};

use crate::failure::Failure;
use crate::{duration, input};

const HEADING: &str = "Connection (proxy: environment HTTPS_PROXY, NO_PROXY)";

/// Options of every command that calls a service.
#[derive(Debug, Args)]
pub(crate) struct ConnectionOptions {
    /// Another address of the service, path included
    #[arg(long, value_name = "URL", help_heading = HEADING)]
    base_url: Option<String>,
    /// Let addresses begin with http:// on another machine: credentials are readable on the way
    #[arg(long, help_heading = HEADING)]
    allow_plain_http: bool,
    /// Time limit of an answer: seconds, or 90s, 2m; the whole call has three times that
    /// [default: 60s, Authing: 10s]
    #[arg(long, value_name = "TIME", value_parser = time_limit, help_heading = HEADING)]
    timeout: Option<Duration>,
    /// Attempts after the first, where it is safe to repeat
    #[arg(long, value_name = "NUMBER", default_value_t = 2, help_heading = HEADING)]
    max_retries: u32,
    /// PEM file of a private authority, trusted in place of the built-in ones
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    ca_file: Option<PathBuf>,
    /// Accept any TLS certificate: whoever is on the way can read the credentials
    #[arg(long, conflicts_with = "ca_file", help_heading = HEADING)]
    accept_invalid_certificates: bool,
}

/// A time limit of at least one second.
pub(crate) fn time_limit(text: &str) -> Result<Duration, String> {
    match duration::parse(text)? {
        0 => Err("a time limit is at least one second".to_owned()),
        seconds => Ok(Duration::from_secs(seconds.into())),
    }
}

impl ConnectionOptions {
    /// The address that was asked for.
    pub(crate) fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// Whether plain HTTP may leave this machine.
    pub(crate) const fn allow_plain_http(&self) -> bool {
        self.allow_plain_http
    }

    /// Attempts after the first.
    pub(crate) const fn max_retries(&self) -> u32 {
        self.max_retries
    }

    /// The limits in time.
    pub(crate) fn timeouts(&self) -> Timeouts {
        self.timeouts_or(Timeouts::DEFAULT)
    }

    /// The limits in time, for a service with others of its own.
    pub(crate) fn timeouts_or(&self, default: Timeouts) -> Timeouts {
        self.timeout.map_or(default, Timeouts::of)
    }

    /// Whom to trust, and how long to wait for a connection.
    pub(crate) fn connection(&self) -> Result<Connection, Failure> {
        self.connection_within(Timeouts::DEFAULT.connect)
    }

    /// As [`Self::connection`], for a service with a limit of its own.
    pub(crate) fn connection_within(&self, limit: Duration) -> Result<Connection, Failure> {
        let mut tls = Tls::new();
        if let Some(path) = &self.ca_file {
            let pem = input::file(path, "the authority's file")?;
            tls = tls.private_authority(&pem).map_err(|_| {
                Failure::usage("the authority's file has no certificate as PEM that can be read")
            })?;
        }
        if self.accept_invalid_certificates {
            tls = tls.accept_invalid_certificates();
        }
        Ok(Connection::new()
            .tls(tls)
            .connect_timeout(self.timeouts_or(Timeouts::DEFAULT.connect(limit)).connect))
    }
}
