//! The forms of ZEGO.

mod read;
mod verify;

pub(super) use read::{TOKEN03, TOKEN04};
