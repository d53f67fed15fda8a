//! What a user of the Authing clients relies on.

#![cfg(all(feature = "authing-authentication", feature = "authing-management"))]

#[path = "authing_client/answers.rs"]
mod answers;
#[path = "authing_client/input.rs"]
mod input;
#[path = "authing_client/secrecy.rs"]
mod secrecy;
#[path = "authing_client/signature.rs"]
mod signature;
#[path = "authing_client/support.rs"]
mod support;
#[path = "authing_client/table.rs"]
mod table;
#[path = "authing_client/tokens.rs"]
mod tokens;
