//! The client of a user pool.

mod clients;
mod core;
#[cfg(feature = "authing-events")]
mod events;
mod options;
mod requests;
mod signature;
mod token;

pub use clients::{AsyncManagementClient, ManagementClient};
pub use options::{ManagementAuth, ManagementClientOptions};
pub use requests::*;

use super::operation::Api;
use super::row::Row;

/// The methods of the clients of user pools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Management {}

impl Api for Management {
    const NAME: &'static str = "management";

    fn rows() -> &'static [&'static [&'static Row]] {
        ROWS
    }
}
