//! The Agent Trust Handshake, step by step and as a whole.

mod agent;
mod authorize;
mod call;
mod deregister;
mod discover;
mod doctor;
mod exchange;
mod hints;
mod login;
mod register;
mod revoke;
#[cfg(feature = "mcp")]
mod serve;
mod status;
mod wait;

pub(crate) use authorize::Authorize;
pub(crate) use call::Proxy;
pub(crate) use deregister::Deregister;
pub(crate) use discover::Discover;
pub(crate) use doctor::Doctor;
pub(crate) use exchange::Exchange;
pub(crate) use login::Login;
pub(crate) use register::Register;
pub(crate) use revoke::Revoke;
#[cfg(feature = "mcp")]
pub(crate) use serve::Serve;
pub(crate) use status::Status;
