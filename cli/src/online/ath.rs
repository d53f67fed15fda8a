//! The Agent Trust Handshake, step by step and as a whole.

mod agent;
mod authorize;
mod call;
mod deregister;
mod discover;
mod exchange;
mod hints;
mod login;
mod register;
mod revoke;
mod status;
mod wait;

pub(crate) use authorize::Authorize;
pub(crate) use call::Proxy;
pub(crate) use deregister::Deregister;
pub(crate) use discover::Discover;
pub(crate) use exchange::Exchange;
pub(crate) use login::Login;
pub(crate) use register::Register;
pub(crate) use revoke::Revoke;
pub(crate) use status::Status;
