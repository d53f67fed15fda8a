//! Clients of the services, each behind its own feature, all on top of
//! [`http`](crate::http).
//!
//! | module | service | feature |
//! |---|---|---|
//! | [`authing`] | Authing | `authing-client` |
//! | [`convoai`] | Agora / Shengwang Conversational AI | `convoai` |

#[cfg(feature = "authing-client")]
pub mod authing;
#[cfg(feature = "convoai")]
pub mod convoai;
