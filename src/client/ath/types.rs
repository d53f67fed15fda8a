//! What implementors answer with.
//!
//! A member that the protocol requires is required here: without it an answer
//! is [`INVALID_RESPONSE`](super::ErrorCode::InvalidResponse). A list that is
//! missing or null is empty. Members without a field are kept in `extra`.

mod discovery;
mod registration;
mod token;
mod wire;

pub use discovery::{DiscoveryDocument, ProviderInfo, ServiceAuth, ServiceDiscoveryDocument};
pub use registration::{
    AgentRecord, AgentStatus, Developer, ProviderApproval, ProviderScopes, Registration,
};
pub use token::{Authorization, ScopeIntersection, Token};
pub(super) use wire::{bearer, list};
