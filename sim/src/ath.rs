//! Agent Trust Handshake: gateways and native services, and what agents do with
//! them.

mod agent;
mod answers;
mod attested;
mod face;
mod handshake;
mod journeys;
mod proxy;
mod records;
mod service;
mod user;

pub use journeys::JOURNEYS;
pub use records::{Issued, Registration, Session};
pub use service::{Ath, Flavour};
