//! A device in a conversation: requests, answers, and the session that says what
//! is next.

// In the order of the header; the empty lines keep it.
mod setup;

mod step;

mod answer;

mod session;

mod write;

mod part;

mod mint;

pub use answer::*;
pub use mint::*;
pub use part::*;
pub use session::*;
pub use setup::*;
pub use step::*;
pub use write::*;
