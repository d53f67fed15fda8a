//! ZEGO: token04, token03, and the signature of the server API.

mod issuer;

mod mint;

mod payload;

mod open;

mod signature;

pub use issuer::*;
pub use mint::*;
pub use open::*;
pub use payload::*;
pub use signature::*;
