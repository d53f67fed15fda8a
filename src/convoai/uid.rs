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
    /// Digits that are none: leading zeros, or above 4294967295.
    LikeNumber,
    /// Anything else.
    Neither,
}

impl Form {
    /// What `uid` is; the caller says whether it has a letter.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn of(uid: &str, has_letter: bool) -> Self {
        if !uid.is_empty() && uid.bytes().all(|byte| byte.is_ascii_digit()) {
            return match decimal::parse_u32(uid) {
                Some(_) => Self::Number,
                None => Self::LikeNumber,
            };
        }
        if has_letter && !uid.starts_with("0x") {
            return Self::Text;
        }
        Self::Neither
    }

    /// What is wrong with `uid`, which is of this form, and what to do; nothing
    /// where it is right.
    #[cfg(feature = "convoai")]
    pub(crate) fn fault(self, uid: &str) -> Option<&'static str> {
        match self {
            Self::Number | Self::Text => None,
            Self::LikeNumber if uid.starts_with('0') => {
                Some("has leading zeros: write it without them")
            }
            Self::LikeNumber => Some("is above 4294967295, the largest number that is one"),
            Self::Neither => Some("is no decimal number: 1 to 4294967295, ASCII digits alone"),
        }
    }
}
