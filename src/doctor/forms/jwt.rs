//! JSON Web Tokens.

mod read;
mod verify;

pub(super) use read::FORM;
