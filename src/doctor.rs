//! What a token is, what is inside, whether it holds, and what to do when it
//! does not.

mod cause;
pub mod paste;
mod question;

pub use cause::Cause;
pub use question::{Privilege, Question, Version};
