//! Conversational AI: the service, and what users do with it.

mod access;
mod agent;
mod answers;
#[cfg(feature = "journeys")]
mod face;
mod hosts;
#[cfg(feature = "journeys")]
mod journeys;
#[cfg(feature = "journeys")]
mod project;
mod service;
#[cfg(feature = "journeys")]
mod user;

pub use agent::{AgentRecord, Leaving};
pub use answers::ErrorBody;
pub use hosts::{AP, CN, EU, GLOBAL, US};
#[cfg(feature = "journeys")]
pub use journeys::JOURNEYS;
pub use service::ConvoAi;
