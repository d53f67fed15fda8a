//! Deadlines: relative in 007, absolute in 006. Two types, so that one cannot
//! be passed where the other belongs.

use crate::{Error, Field};

/// A lifetime in seconds, counted from the issue time (007).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpireIn(u32);

impl ExpireIn {
    /// The longest lifetime that the service documents: 24 hours.
    pub const MAX: Self = Self::hours(24);

    /// No limit of its own: a privilege with it lasts as long as the token.
    pub const WITH_TOKEN: Self = Self(0);

    /// A lifetime of `seconds`.
    #[must_use]
    pub const fn seconds(seconds: u32) -> Self {
        Self(seconds)
    }

    /// A lifetime of `minutes`; saturates at 2^32 - 1 seconds.
    #[must_use]
    pub const fn minutes(minutes: u32) -> Self {
        Self(minutes.saturating_mul(60))
    }

    /// A lifetime of `hours`; saturates at 2^32 - 1 seconds.
    #[must_use]
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(3600))
    }

    /// The number of seconds.
    #[must_use]
    pub const fn as_seconds(self) -> u32 {
        self.0
    }

    /// The end of this lifetime for something issued at `issued_at`.
    #[must_use]
    pub const fn after(self, issued_at: u32) -> u64 {
        #[allow(clippy::cast_lossless)] // `From` is not const.
        (issued_at as u64).saturating_add(self.0 as u64)
    }
}

impl TryFrom<u64> for ExpireIn {
    type Error = Error;

    /// A lifetime from a wider number of seconds.
    fn try_from(seconds: u64) -> Result<Self, Error> {
        narrow(Field::ExpireIn, seconds).map(Self)
    }
}

/// An absolute deadline in Unix seconds, UTC (006 and earlier).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpireAt(u32);

impl ExpireAt {
    /// A privilege with it never expires by itself.
    pub const NEVER: Self = Self(0);

    /// A deadline at `unix_seconds`.
    #[must_use]
    pub const fn unix(unix_seconds: u32) -> Self {
        Self(unix_seconds)
    }

    /// The deadline that `lifetime` gives from `issued_at` on.
    ///
    /// # Errors
    ///
    /// [`Error::ValueOutOfRange`] past the year 2106 (32-bit seconds).
    pub const fn after(issued_at: u32, lifetime: ExpireIn) -> Result<Self, Error> {
        match issued_at.checked_add(lifetime.0) {
            Some(at) => Ok(Self(at)),
            None => Err(OUT_OF_RANGE),
        }
    }

    /// The deadline in Unix seconds.
    #[must_use]
    pub const fn as_unix(self) -> u32 {
        self.0
    }
}

impl TryFrom<u64> for ExpireAt {
    type Error = Error;

    /// A deadline from a wider number of Unix seconds.
    fn try_from(unix_seconds: u64) -> Result<Self, Error> {
        narrow(Field::ExpireAt, unix_seconds).map(Self)
    }
}

const OUT_OF_RANGE: Error = Error::ValueOutOfRange {
    field: Field::ExpireAt,
    min: 0,
    max: 0xFFFF_FFFF,
};

fn narrow(field: Field, value: u64) -> Result<u32, Error> {
    u32::try_from(value).map_err(|_| Error::ValueOutOfRange {
        field,
        min: 0,
        max: u32::MAX.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_wraps() {
        assert_eq!(ExpireIn::hours(u32::MAX).as_seconds(), u32::MAX);
        assert_eq!(ExpireIn::seconds(u32::MAX).after(u32::MAX), 8_589_934_590);
        assert!(ExpireAt::after(u32::MAX, ExpireIn::seconds(1)).is_err());
        assert!(ExpireIn::try_from(4_294_967_296).is_err());
        assert_eq!(ExpireIn::try_from(86_400), Ok(ExpireIn::MAX));
    }
}
