//! The Agent Trust Handshake, step by step.

mod agent;
mod authorize;
mod call;
mod discover;
mod exchange;
mod register;
mod revoke;
mod status;

pub(crate) use authorize::Authorize;
pub(crate) use call::Proxy;
pub(crate) use discover::Discover;
pub(crate) use exchange::Exchange;
pub(crate) use register::Register;
pub(crate) use revoke::Revoke;
pub(crate) use status::Status;
