//! What the service documents about names and lifetimes.
//!
//! | item | documented | refused by [`Limits::Wire`] |
//! |---|---|---|
//! | channel | 1-64 bytes of 89 characters | above 65,535 bytes |
//! | account | 1-255 bytes of the same, or a uid | above 65,535 bytes |
//! | RTM user id | 1-64 bytes (255 beside an RTC account) | above 65,535 bytes |
//! | lifetime of a token | 1-86,400 s | nothing |
//! | lifetime of a privilege | 0-86,400 s | nothing |
//!
//! Source: comments and guides of the official builders; their code checks
//! none of it, the service does.

use super::{Account, ExpireIn};
use crate::wire::packing::STRING_MAX;
use crate::{Error, Field, Limits};

/// The most bytes of a channel name.
pub const CHANNEL_MAX: usize = 64;

/// The most bytes of an account.
pub const ACCOUNT_MAX: usize = 255;

/// The most bytes of an RTM user id.
pub const RTM_USER_ID_MAX: usize = 64;

impl Limits {
    pub(super) fn channel(self, channel: &str) -> Result<(), Error> {
        self.text(channel, &TextRule::CHANNEL)
    }

    /// Uid 0 is allowed: it says in so many words that any user is meant.
    pub(super) fn account(self, account: Account<'_>) -> Result<(), Error> {
        match account {
            Account::Uid(_) => Ok(()),
            Account::Name(name) => self.text(name, &TextRule::ACCOUNT),
        }
    }

    pub(super) fn expire(self, expire: ExpireIn) -> Result<(), Error> {
        self.lifetime(Field::ExpireIn, expire, 1)
    }

    pub(super) fn privilege_expire(self, expire: ExpireIn) -> Result<(), Error> {
        self.lifetime(Field::PrivilegeExpireIn, expire, 0)
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn lifetime(self, field: Field, expire: ExpireIn, min: u32) -> Result<(), Error> {
        let max = ExpireIn::MAX.as_seconds();
        if self == Self::Wire || (min..=max).contains(&expire.as_seconds()) {
            return Ok(());
        }
        Err(Error::ValueOutOfRange {
            field,
            min: min.into(),
            max: max.into(),
        })
    }

    /// A text by its rule.
    #[inline(never)]
    pub(super) fn text(self, text: &str, rule: &TextRule) -> Result<(), Error> {
        let field = rule.field;
        let is_strict = self == Self::Documented;
        let len = text.len();
        if is_strict && len == 0 {
            return Err(Error::Empty { field });
        }
        let max = if is_strict {
            rule.max.into()
        } else {
            STRING_MAX
        };
        if len > max {
            return Err(Error::StringTooLong { field, len, max });
        }
        let stray = || text.bytes().position(|c| !is_documented_character(c));
        match (is_strict && rule.plain).then(stray).flatten() {
            Some(at) => Err(Error::BadCharacter { field, at }),
            None => Ok(()),
        }
    }
}

/// What is documented of a text, which there has to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TextRule {
    field: Field,
    /// Bytes, of which no packed text has more than a `u16` counts.
    max: u16,
    /// Of the documented characters only.
    plain: bool,
}

impl TextRule {
    pub(super) const CHANNEL: Self = Self::any(Field::Channel, CHANNEL_MAX).plain();
    pub(super) const ACCOUNT: Self = Self::any(Field::Account, ACCOUNT_MAX).plain();

    /// For a text whose characters are not documented.
    pub(super) const fn any(field: Field, max: usize) -> Self {
        assert!(max <= STRING_MAX, "no packed text is that long");
        #[allow(clippy::cast_possible_truncation)] // Asserted.
        let max = max as u16;
        Self {
            field,
            max,
            plain: false,
        }
    }

    const fn plain(self) -> Self {
        Self {
            plain: true,
            ..self
        }
    }
}

/// Whether `character` is one of the 89 allowed in channel names and accounts:
/// letters, digits, space and `!#$%&()+-:;<=.>?@[]^_{}|~,`.
#[must_use]
#[inline]
pub const fn is_documented_character(character: u8) -> bool {
    // All that can be printed but six.
    matches!(character, b' '..=b'~')
        && !matches!(character, b'"' | b'\'' | b'*' | b'/' | b'\\' | b'`')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_89_characters() {
        assert_eq!(
            (0..=255).filter(|c| is_documented_character(*c)).count(),
            89
        );
        for c in b"*\\\"'`/\x7f\0\xc3" {
            assert!(!is_documented_character(*c), "{c}");
        }
    }

    #[test]
    fn edges_of_every_length() {
        let x = [b'x'; 300];
        let text = |len: usize| core::str::from_utf8(&x[..len]).unwrap();
        let strict = Limits::Documented;
        assert!(strict.channel(text(64)).is_ok());
        assert!(strict.account(text(255).into()).is_ok());
        assert_eq!(
            strict.channel(""),
            Err(Error::Empty {
                field: Field::Channel
            })
        );
        assert_eq!(
            strict.channel(text(65)),
            Err(Error::StringTooLong {
                field: Field::Channel,
                len: 65,
                max: 64
            })
        );
        assert_eq!(
            strict.account(text(256).into()),
            Err(Error::StringTooLong {
                field: Field::Account,
                len: 256,
                max: 255
            })
        );
        assert_eq!(
            strict.channel("a/b"),
            Err(Error::BadCharacter {
                field: Field::Channel,
                at: 1
            })
        );
        assert!(strict.account(Account::ANY).is_ok());
        assert!(Limits::Wire.channel("").is_ok());
    }

    #[test]
    fn edges_of_the_lifetimes() {
        for (seconds, token, privilege) in [
            (0, false, true),
            (1, true, true),
            (86_400, true, true),
            (86_401, false, false),
        ] {
            let expire = ExpireIn::seconds(seconds);
            assert_eq!(
                Limits::Documented.expire(expire).is_ok(),
                token,
                "{seconds}"
            );
            assert_eq!(
                Limits::Documented.privilege_expire(expire).is_ok(),
                privilege
            );
            assert!(Limits::Wire.expire(expire).is_ok());
        }
    }
}
