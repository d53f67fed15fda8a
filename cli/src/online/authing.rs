//! Calls of Authing, and what belongs to the client of an end user.

mod app;
mod authorize_url;
mod by_hand;
mod call;
mod describe;
mod key_set;
mod method;
mod service;
mod verify_token;

pub(crate) type Call = Box<call::Call>;
pub(crate) type Describe = describe::Describe;
pub(crate) type AuthorizeUrl = Box<authorize_url::AuthorizeUrl>;
pub(crate) type VerifyToken = Box<verify_token::VerifyToken>;
