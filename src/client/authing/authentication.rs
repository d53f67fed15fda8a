//! The client of one end user.

mod clients;
mod core;
mod options;
mod requests;

pub use clients::{AsyncAuthenticationClient, AuthenticationClient};
pub use options::{AuthenticationClientOptions, ClientAuthMethod, Protocol};
pub use requests::*;

use super::operation::Api;
use super::row::Row;

/// The methods of the clients of end users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authentication {}

impl Api for Authentication {
    const NAME: &'static str = "authentication";

    fn rows() -> &'static [&'static [&'static Row]] {
        ROWS
    }
}
