//! What a device brings to the library: a clock, a random source, and calls.
//!
//! Nothing here knows a board, so that it runs on the host too: see the tests.

#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

pub mod device;
pub mod ds3231;
pub mod modem;
pub mod tokens;
