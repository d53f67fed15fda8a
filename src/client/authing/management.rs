//! The methods of the clients of user pools, a type each.

pub(super) mod api;
pub(super) mod clients;
mod core;
#[cfg(feature = "authing-events")]
mod events;
pub(super) mod options;
mod requests;
mod signature;
mod token;

use api::Management;
use clients::{AsyncManagementClient, ManagementClient};
use options::{ManagementAuth, ManagementClientOptions};
pub use requests::*;
