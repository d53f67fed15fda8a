//! The calls, one file each.

mod api;
mod authorize;
mod deregister;
mod discover;
mod exchange;
mod register;
mod revoke;
mod status;

pub(super) use api::ApiCall;
pub use api::{ApiAnswer, ApiRequest, Content};
pub(super) use authorize::Authorize;
pub use authorize::AuthorizeRequest;
pub(super) use deregister::Deregister;
pub(super) use discover::Discover;
pub(super) use exchange::Exchange;
pub(super) use register::Register;
pub use register::RegisterRequest;
pub(super) use revoke::Revoke;
pub(super) use status::Status;
