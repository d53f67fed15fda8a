//! The mark of the methods of end users.

use super::requests;
use crate::client::authing::Row;
use crate::client::authing::operation::Api;

/// The methods of the clients of end users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authentication {}

impl Api for Authentication {
    const NAME: &'static str = "authentication";

    fn rows() -> &'static [&'static [&'static Row]] {
        requests::ROWS
    }
}
