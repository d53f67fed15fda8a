//! The answer to one question about a credential.

use crate::Error;

/// The answer to one question about a credential.
///
/// ```
/// use tokenmint::{Error, Verdict};
///
/// assert_eq!(Verdict::NotAsked.result(), Ok(()));
/// assert_eq!(Verdict::Undecided.result(), Err(Error::Undecided));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// It was not asked.
    NotAsked,
    /// It holds.
    Holds,
    /// It does not hold, and why.
    Fails(Error),
    /// It was asked and cannot be told from what was given, so nobody may rely
    /// on it.
    Undecided,
}

impl Verdict {
    /// Whether it was asked and does not hold.
    #[must_use]
    pub const fn fails(&self) -> bool {
        matches!(self, Self::Fails(_))
    }

    /// The answer as a result.
    ///
    /// # Errors
    ///
    /// The error of what fails, and [`Error::Undecided`].
    pub const fn result(&self) -> Result<(), Error> {
        match self {
            Self::NotAsked | Self::Holds => Ok(()),
            Self::Fails(error) => Err(*error),
            Self::Undecided => Err(Error::Undecided),
        }
    }

    /// The answer to a question that may not have been asked.
    #[cfg(any(feature = "agora", feature = "zego", feature = "ath"))]
    pub(crate) const fn asked(holds: Option<bool>, error: Error) -> Self {
        match holds {
            None => Self::NotAsked,
            Some(true) => Self::Holds,
            Some(false) => Self::Fails(error),
        }
    }

    /// The answer to a question that may not have been asked, and may have another
    /// reason to fail.
    #[cfg(any(feature = "agora", feature = "ath"))]
    pub(crate) const fn tried(result: Option<Result<(), Error>>) -> Self {
        match result {
            None => Self::NotAsked,
            Some(Ok(())) => Self::Holds,
            Some(Err(error)) => Self::Fails(error),
        }
    }

    /// The first that fails, else the first that is undecided.
    #[cfg(any(feature = "agora", feature = "zego", feature = "ath"))]
    pub(crate) fn first_bad(verdicts: &[Self]) -> Result<(), Error> {
        let mut undecided = Ok(());
        for verdict in verdicts {
            match verdict {
                Self::Fails(error) => return Err(*error),
                Self::Undecided => undecided = Err(Error::Undecided),
                Self::Holds | Self::NotAsked => {}
            }
        }
        undecided
    }
}

#[cfg(test)]
#[cfg(any(feature = "agora", feature = "zego", feature = "ath"))]
mod tests {
    use super::*;

    #[test]
    fn only_what_fails_or_is_undecided_is_an_error() {
        assert_eq!(Verdict::NotAsked.result(), Ok(()));
        assert_eq!(Verdict::Holds.result(), Ok(()));
        assert_eq!(Verdict::Fails(Error::Expired).result(), Err(Error::Expired));
        assert_eq!(Verdict::Undecided.result(), Err(Error::Undecided));
    }

    #[test]
    fn a_failure_says_more_than_what_is_undecided() {
        use Verdict::{Fails, Holds, NotAsked, Undecided};
        let fails = Fails(Error::Expired);
        for (verdicts, result) in [
            (&[][..], Ok(())),
            (&[NotAsked, Holds], Ok(())),
            (&[Holds, Undecided], Err(Error::Undecided)),
            (&[Undecided, fails], Err(Error::Expired)),
            (&[fails, Fails(Error::UserMismatch)], Err(Error::Expired)),
        ] {
            assert_eq!(Verdict::first_bad(verdicts), result, "{verdicts:?}");
        }
    }
}
