//! Typed answers: views of what came, generated from the tables of the official
//! SDKs.
//!
//! | what | how |
//! |---|---|
//! | a call with a typed answer | `client.fetch(&GetUser::new("u1"))?` |
//! | what is in it | [`Data::view`]: a view such as [`views::UserDto`], with a method for each member |
//! | a member that this version does not know | `as_value()` of a view: nothing of the answer is left out |
//! | values such as `Activated` | an enum of [`enums`], which keeps what it does not know as text |
//! | a list | [`Items`] |
//!
//! A view borrows the answer and copies nothing. Every member is an [`Option`]:
//! what is not there, or of another type, is none.
//!
//! ```
//! use serde_json::json;
//! use tokenmint::client::authing::answers::enums::UpdateUserProfileGender;
//! use tokenmint::client::authing::answers::{View, views::UserDto};
//!
//! let answer = json!({
//!     "userId": "u1", "gender": "X", "newMember": 1,
//!     "identities": [{"identityId": "i1"}],
//! });
//! let user = UserDto::view(&answer).unwrap();
//! assert_eq!(user.user_id(), Some("u1"));
//! assert_eq!(user.gender(), Some(UpdateUserProfileGender::Unlisted("X".into())));
//! assert_eq!(user.email(), None);
//! assert!(user.identities().all(|identity| identity.identity_id() == Some("i1")));
//! assert_eq!(user.as_value()["newMember"], 1);
//! ```

#[cfg(feature = "authing-authentication")]
mod authentication;
pub mod enums;
mod machinery;
#[cfg(feature = "authing-management")]
mod management;
pub mod views;

pub(super) use machinery::fetch;
pub use machinery::{Answers, Data, Items, View};
