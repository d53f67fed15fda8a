//! What a device does in a conversation, without a heap.

pub mod session;
