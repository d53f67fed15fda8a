//! Conversational AI: the service, and what users do with it.

mod access;
mod agent;
mod answers;
mod face;
mod journeys;
mod project;
mod service;
mod user;

pub use agent::{AgentRecord, Leaving};
pub use answers::ErrorBody;
pub use journeys::JOURNEYS;
pub use service::ConvoAi;
