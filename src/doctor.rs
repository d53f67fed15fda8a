//! What a token is, what is inside, whether it holds, and what to do when it
//! does not.
//!
//! | question | answer |
//! |---|---|
//! | what is inside? | [`Form::explain`] gives an [`Explanation`] |
//! | which byte is what? | [`Form::anatomy`] gives a few [`Layer`]s |
//! | does it hold? | [`Form::verify`] gives an [`Answer`] a question |
//! | why not? | [`diagnose`] gives a [`Diagnosis`] |
//!
//! [`Found`] is the token in whatever somebody pasted; [`Judgement`] is what
//! answers come to.
//!
//! No files, no clock, no options: a [`Question`] has everything that is known.
//! Texts of a token are foreign texts; everything here that is meant for people
//! has them escaped.

mod anatomy;
mod answer;
mod answers;
mod bits;
mod cause;
mod diagnosis;
mod diagnosis_shown;
mod explain;
mod facts;
mod forms;
mod found;
mod hypothesis;
mod judgement;
pub mod names;
pub mod paste;
mod question;
mod sdk_report;
mod uid_search;
pub mod words;

pub use anatomy::{Layer, Piece};
pub use answer::{Answer, Fault, Missing, Outcome};
pub use cause::Cause;
pub use diagnosis::{Conclusion, Diagnosis, diagnose};
pub use explain::{Explanation, Section};
pub use forms::{Form, SAMPLE_APP_ID, SAMPLE_CERTIFICATE, Service, Unreadable};
pub use found::{Found, service_of};
pub use judgement::Judgement;
pub use question::{Privilege, Question, Version};
pub use uid_search::uids_behind;
