//! What a check of a token found.

use crate::Error;

/// The answers of a check, each for itself.
///
/// ```
/// use tokenmint::Error;
/// use tokenmint::zego::{CbcEntropy, Sealed04, ServerSecret, Token04};
///
/// let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
/// let mut buffer = [0; Token04::capacity(4, 0)];
/// let token = Token04::new(1, "demo", 3600).mint(
///     &secret,
///     CbcEntropy::new(*b"0123456789abcdef", 1),
///     1_700_000_000,
///     &mut buffer,
/// )?;
/// let mut workspace = [0; 256];
/// let claims = Sealed04::parse(token, &mut workspace)?.open(&secret)?;
/// let report = claims.check(1, "other", 1_700_003_600);
/// assert!(report.expiry_agrees && report.app_id);
/// assert!(!report.user_id && !report.unexpired);
/// assert_eq!(report.result(), Err(Error::UserMismatch));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The clear copy of the expiry is that of the JSON.
    pub expiry_agrees: bool,
    /// The token is of the expected application.
    pub app_id: bool,
    /// The token is for the expected room; true where a token has none.
    pub room_id: bool,
    /// The token is for the expected user.
    pub user_id: bool,
    /// The expiry, of the JSON, is still to come: its own second is too late.
    pub unexpired: bool,
}

impl Report {
    /// The first answer that is no, as an error.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::ExpiryMismatch`], [`Error::AppIdMismatch`],
    /// [`Error::ChannelMismatch`], [`Error::UserMismatch`],
    /// [`Error::Expired`].
    pub const fn result(&self) -> Result<(), Error> {
        if !self.expiry_agrees {
            Err(Error::ExpiryMismatch)
        } else if !self.app_id {
            Err(Error::AppIdMismatch)
        } else if !self.room_id {
            Err(Error::ChannelMismatch)
        } else if !self.user_id {
            Err(Error::UserMismatch)
        } else if !self.unexpired {
            Err(Error::Expired)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_no_counts() {
        let mut report = Report {
            expiry_agrees: true,
            app_id: true,
            room_id: true,
            user_id: true,
            unexpired: true,
        };
        assert_eq!(report.result(), Ok(()));
        report.unexpired = false;
        assert_eq!(report.result(), Err(Error::Expired));
        report.user_id = false;
        assert_eq!(report.result(), Err(Error::UserMismatch));
        report.room_id = false;
        assert_eq!(report.result(), Err(Error::ChannelMismatch));
        report.app_id = false;
        assert_eq!(report.result(), Err(Error::AppIdMismatch));
        report.expiry_agrees = false;
        assert_eq!(report.result(), Err(Error::ExpiryMismatch));
    }
}
