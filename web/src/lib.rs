//! The doctor as a WebAssembly module: JSON in, JSON out.
//!
//! | `do` | what comes back |
//! |---|---|
//! | `inspect` | what is inside every token of a text, and which byte is what |
//! | `verify` | what holds of a token and what does not |
//! | `doctor` | why a token does not do what it should |
//! | `mint` | a token |
//!
//! The answers are those of the command, from the same code. Nothing here asks
//! for the time or for randomness: both are in the request.

#![deny(unsafe_code)]

mod ask;
mod exports;
mod inspect;
mod mint;
mod refusal;
mod request;

pub use ask::answer;
