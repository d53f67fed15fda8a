//! Clients of the services, each behind its own feature, all on top of
//! [`http`](crate::http).
//!
//! | module | service | feature |
//! |---|---|---|
//! | [`ath`] | Agent Trust Handshake gateways and services | `ath-client` |
//! | [`convoai`] | Agora / Shengwang Conversational AI | `convoai` |

#[cfg(feature = "ath-client")]
pub mod ath;
#[cfg(feature = "convoai")]
pub mod convoai;
#[cfg(any(feature = "ath-client", feature = "convoai"))]
mod open_enum;
#[cfg(feature = "ath-client")]
mod secret_text;
