//! What every caller of Agora Conversational AI has in common, with `std` or
//! without: hosts, endpoints, and which user ids can be in a channel.

mod area;
pub mod endpoints;
mod turn;
pub(crate) mod uid;

pub(crate) use area::Hosts;
pub use area::{Area, CnRouting};
pub(crate) use turn::Turn;
