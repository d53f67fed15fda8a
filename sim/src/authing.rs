//! Authing: the client of an end user and that of a user pool.

mod account;
mod envelope;
mod face;
mod journeys;
mod keys;
mod pool;
mod service;
mod signature;
mod user;
mod users;

pub use journeys::JOURNEYS;
pub use service::{Authing, Grant};
