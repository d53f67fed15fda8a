//! The operations, by group; the same for both clients.

pub mod agents;
pub mod phone_numbers;
pub mod telephony;
