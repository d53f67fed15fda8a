//! Agent Trust Handshake: gateways and native services, and what agents do with
//! them.

#[cfg(feature = "journeys")]
mod agent;
mod answers;
mod attested;
#[cfg(feature = "journeys")]
mod face;
mod handshake;
#[cfg(feature = "journeys")]
mod journeys;
#[cfg(feature = "journeys")]
mod keeping;
mod pages;
mod proxy;
mod records;
mod service;
#[cfg(feature = "journeys")]
mod user;

#[cfg(feature = "journeys")]
pub use journeys::JOURNEYS;
pub use records::{Issued, Registration, Session};
pub use service::{Ath, Flavour};
