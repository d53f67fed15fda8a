//! What a user id is: a number, a text, or neither.

use crate::wire::decimal;

/// The most bytes of an id of the channel.
pub(crate) const LONGEST: usize = 255;

/// Every remote user.
pub(crate) const ALL: &str = "*";

/// What an id is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A number up to 4294967295, as it is written.
    Number,
    /// A text with a letter in it.
    Text,
    /// What is wrong with it, and what to do.
    Neither(&'static str),
}

impl Form {
    /// What `uid` is; the caller says whether it has a letter.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn of(uid: &str, has_letter: bool) -> Self {
        if !uid.is_empty() && uid.bytes().all(|byte| byte.is_ascii_digit()) {
            return match decimal::parse_u32(uid) {
                Some(_) => Self::Number,
                None if uid.starts_with('0') => {
                    Self::Neither("has leading zeros: write it without them")
                }
                None => Self::Neither("is above 4294967295, the largest number that is one"),
            };
        }
        if has_letter && !uid.starts_with("0x") {
            return Self::Text;
        }
        Self::Neither("is no decimal number: 1 to 4294967295, ASCII digits alone")
    }
}
