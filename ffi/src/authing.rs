//! Authing: signatures of management requests and of the event streams.

mod request;

mod sign;

mod parts;

pub use parts::*;
pub use request::*;
pub use sign::*;
