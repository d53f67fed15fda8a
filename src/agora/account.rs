//! Who a token is for.

use crate::buffer::Writer;
use crate::wire::decimal::{Decimal, write_u32};
use crate::wire::packing::put_checked;
use crate::{Error, Field};

/// A user: a numeric uid or a text account.
///
/// | value | on the wire |
/// |---|---|
/// | `Uid(0)` | the empty text: any user |
/// | `Uid(n)` | the decimal digits of `n` |
/// | `Name(text)` | the text, also when it is `"0"` |
///
/// A numeric account and the same uid give the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Account<'a> {
    /// A numeric uid; 0 stands for any user.
    Uid(u32),
    /// A text account.
    Name(&'a str),
}

impl<'a> Account<'a> {
    /// Any user: uid 0.
    pub const ANY: Self = Self::Uid(0);

    /// The text on the wire.
    #[must_use]
    pub fn text(self) -> AccountText<'a> {
        match self {
            Self::Uid(0) => AccountText(Kind::Name("")),
            Self::Uid(uid) => AccountText(Kind::Uid(Decimal::new(uid.into()))),
            Self::Name(name) => AccountText(Kind::Name(name)),
        }
    }

    /// Appends the text on the wire, whose length has been checked.
    pub(super) fn put(self, out: &mut Writer<'_>) {
        match self {
            Self::Name(name) => put_checked(out, name.as_bytes()),
            Self::Uid(0) => put_checked(out, &[]),
            Self::Uid(uid) => put_checked(out, write_u32(uid, &mut [0; 10])),
        }
    }

    /// Bytes of the text on the wire.
    #[must_use]
    pub const fn len(self) -> usize {
        match self {
            Self::Uid(0) => 0,
            #[allow(clippy::cast_lossless)] // `From` is not const.
            Self::Uid(uid) => Decimal::len_of(uid as u64),
            Self::Name(name) => name.len(),
        }
    }

    /// Whether the text on the wire is empty: any user.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl From<u32> for Account<'_> {
    fn from(uid: u32) -> Self {
        Self::Uid(uid)
    }
}

impl<'a> From<&'a str> for Account<'a> {
    fn from(name: &'a str) -> Self {
        Self::Name(name)
    }
}

impl TryFrom<u64> for Account<'_> {
    type Error = Error;

    /// A uid from a wider number.
    fn try_from(uid: u64) -> Result<Self, Error> {
        u32::try_from(uid)
            .map(Self::Uid)
            .map_err(|_| Error::ValueOutOfRange {
                field: Field::Uid,
                min: 0,
                max: u32::MAX.into(),
            })
    }
}

/// The text of an [`Account`].
#[derive(Debug, Clone, Copy)]
pub struct AccountText<'a>(Kind<'a>);

#[derive(Debug, Clone, Copy)]
enum Kind<'a> {
    /// The digits of a uid.
    Uid(Decimal),
    Name(&'a str),
}

impl AccountText<'_> {
    /// The text as bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Kind::Uid(digits) => digits.as_bytes(),
            Kind::Name(name) => name.as_bytes(),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kind::Uid(digits) => digits.as_str(),
            Kind::Name(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uid_zero_is_empty_and_text_zero_is_not() {
        for (account, text) in [
            (Account::Uid(0), ""),
            (Account::Name("0"), "0"),
            (Account::Uid(7), "7"),
            (Account::Uid(u32::MAX), "4294967295"),
            (Account::Name("alice"), "alice"),
        ] {
            assert_eq!(account.text().as_str(), text);
            assert_eq!(account.len(), text.len());
        }
    }

    #[test]
    fn a_wide_uid_is_refused() {
        assert_eq!(Account::try_from(7_u64), Ok(Account::Uid(7)));
        assert_eq!(
            Account::try_from(1_u64 << 32),
            Err(Error::ValueOutOfRange {
                field: Field::Uid,
                min: 0,
                max: 4_294_967_295
            })
        );
    }
}
