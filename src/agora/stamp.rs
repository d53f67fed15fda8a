//! When a credential is issued, and the salt that goes into it.

use crate::Error;
#[cfg(feature = "std")]
use crate::os;

/// The highest salt that official libraries take.
#[cfg(feature = "std")]
pub(super) const SALT_MAX: u32 = 99_999_999;

/// Issue time and salt of a credential.
///
/// The core has no clock and no random source: both values come from the
/// caller. With feature `std`, `Stamp::from_os` asks the operating system.
///
/// The salt need not be secret or unique; the strength of a signature does not
/// rest on it. Official libraries draw it from 1 to 99,999,999.
///
/// ```
/// use tokenmint::agora::Stamp;
///
/// let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
/// assert_eq!(stamp.issued_at(), 1_700_000_000);
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    issued_at: u32,
    salt: u32,
}

impl Stamp {
    /// A stamp of `issued_at` (Unix seconds, UTC) and `salt`.
    ///
    /// # Errors
    ///
    /// [`Error::IssueTimeZero`] when `issued_at` is 0: official libraries read
    /// it as "now", and a device whose clock is not set would mint expired
    /// tokens.
    pub const fn new(issued_at: u32, salt: u32) -> Result<Self, Error> {
        if issued_at == 0 {
            return Err(Error::IssueTimeZero);
        }
        Ok(Self { issued_at, salt })
    }

    /// The current time and a random salt from 1 to 99,999,999. Salts are drawn in
    /// blocks, as [`Salts`](super::Salts) draws them; each thread has its own.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give,
    /// [`Error::IssueTimeZero`] when its clock is not set, and
    /// [`Error::ValueOutOfRange`] when it stands before 1970 or past the year
    /// 2106 (32-bit seconds).
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, Error> {
        Self::new(os::unix_seconds_u32()?, os::number_up_to(SALT_MAX)?)
    }

    /// This second with another salt.
    pub(super) const fn salted(self, salt: u32) -> Self {
        Self { salt, ..self }
    }

    /// Issue time in Unix seconds.
    #[must_use]
    pub const fn issued_at(&self) -> u32 {
        self.issued_at
    }

    /// The salt.
    #[must_use]
    pub const fn salt(&self) -> u32 {
        self.salt
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issue_time_zero_is_refused() {
        assert_eq!(Stamp::new(0, 1), Err(Error::IssueTimeZero));
    }

    #[cfg(feature = "std")]
    #[test]
    fn the_time_of_the_system_is_after_2024_and_salt_in_range() {
        let stamp = Stamp::from_os().unwrap();
        assert!(stamp.issued_at() > 1_704_067_200);
        assert!((1..=99_999_999).contains(&stamp.salt()));
    }
}
