//! Reading AccessToken2 ("007").

mod check;
mod parse;
mod peek;
mod warning;

pub use check::*;
pub use parse::*;
pub use peek::*;
pub use warning::*;
