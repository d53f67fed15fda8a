//! What the commands that call a service have in common.
//!
//! ```text
//! ConnectionOptions ──> Connection, Timeouts     how to reach it
//! Mask              ──> refused(error)           what it says, without secrets
//! answer, Table     ──> standard output          for people, or as JSON
//! ```

mod answer;
mod connection;
mod fetch;
mod mask;
mod refusal;
mod table;

pub(crate) use answer::{show, text};
pub(crate) use connection::{ConnectionOptions, time_limit};
pub(crate) use fetch::Fetch;
pub(crate) use mask::Mask;
pub(crate) use refusal::refused;
pub(crate) use table::Table;
