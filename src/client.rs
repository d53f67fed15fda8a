//! Clients of the services, each behind its own feature, all on top of
//! [`http`](crate::http).
//!
//! | module | service | feature |
//! |---|---|---|
//! | [`ath`] | Agent Trust Handshake gateways and services | `ath-client` |
//! | [`convoai`] | Agora / Shengwang Conversational AI | `convoai` |
//! | [`authing`] | Authing: end users and user pools | `authing-client`, or `authing-authentication` and `authing-management` alone |

#[cfg(feature = "ath-client")]
pub mod ath;
#[cfg(any(feature = "authing-authentication", feature = "authing-management"))]
pub mod authing;
#[cfg(any(
    feature = "ath-client",
    feature = "authing-authentication",
    feature = "authing-management",
    feature = "convoai"
))]
mod clients;
#[cfg(feature = "convoai")]
pub mod convoai;
#[cfg(any(feature = "ath-client", feature = "convoai"))]
mod open_enum;
#[cfg(feature = "ath-client")]
mod secret_text;
#[cfg(any(
    feature = "ath-client",
    feature = "authing-authentication",
    feature = "authing-management",
    feature = "convoai"
))]
mod setters;
