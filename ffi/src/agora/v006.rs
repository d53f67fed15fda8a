//! AccessToken ("006").

mod mint;

mod read;

pub use mint::*;
pub use read::*;
