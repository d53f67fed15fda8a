//! What a token is, what is inside, whether it holds, and what to do when it
//! does not.

mod answer;
mod cause;
mod diagnosis;
mod facts;
mod hypothesis;
mod judge;
mod question;
mod uid_search;
pub mod words;

pub use answer::{Answer, Fault, Missing, Outcome};
pub use cause::Cause;
pub use diagnosis::{Conclusion, Diagnosis, diagnose};
pub use question::{Privilege, Question, Version};
pub use uid_search::uids_behind;
