//! What is sent and what comes back, as types that lose nothing.
//!
//! | module | holds |
//! |---|---|
//! | [`agents`] | start, update, speak, think; agents, histories, turns |
//! | [`pipeline`] | speech recognition, language models, speech, avatars |
//! | [`conversation`] | turn detection, interruption, filler words, and the rest of a start body |
//! | [`telephony`] | calls |
//! | [`phone_numbers`] | numbers |

pub mod agents;
pub mod conversation;
pub mod phone_numbers;
pub mod pipeline;
pub mod telephony;
