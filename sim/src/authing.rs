//! Authing: the client of an end user and that of a user pool.

mod account;
mod envelope;
#[cfg(feature = "journeys")]
mod face;
#[cfg(feature = "journeys")]
mod journeys;
mod keys;
#[cfg(feature = "journeys")]
mod line;
mod pool;
mod service;
mod signature;
#[cfg(feature = "journeys")]
mod stream;
#[cfg(feature = "journeys")]
mod user;
#[cfg(feature = "journeys")]
mod users;

#[cfg(feature = "journeys")]
pub use journeys::JOURNEYS;
pub use service::{
    APP_ID, APP_SECRET, Authing, EMAIL, Grant, ISSUER, KEY_ID, KEY_SECRET, PASSWORD,
};
