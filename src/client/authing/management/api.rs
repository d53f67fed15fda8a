//! The mark of the methods of user pools.

use super::requests;
use crate::client::authing::Row;
use crate::client::authing::operation::Api;

/// The methods of the clients of user pools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Management {}

impl Api for Management {
    const NAME: &'static str = "management";

    fn rows() -> &'static [&'static [&'static Row]] {
        requests::ROWS
    }
}
