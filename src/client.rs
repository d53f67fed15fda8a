//! Clients of the services, each behind its own feature, all on top of
//! [`http`](crate::http).
//!
//! | module | service | feature |
//! |---|---|---|
//! | [`convoai`] | Agora / Shengwang Conversational AI | `convoai` |
//! | [`authing`] | Authing: end users and user pools | `authing-client`, or `authing-authentication` and `authing-management` alone |

#[cfg(any(feature = "authing-authentication", feature = "authing-management"))]
pub mod authing;
#[cfg(feature = "convoai")]
pub mod convoai;
