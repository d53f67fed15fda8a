//! Clients of the services, each behind its own feature, all on top of
//! [`http`](crate::http).
//!
//! | module | service | feature |
//! |---|---|---|
//! | [`convoai`] | Agora / Shengwang Conversational AI | `convoai` |

#[cfg(feature = "convoai")]
pub mod convoai;
