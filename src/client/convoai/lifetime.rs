//! How long tokens last.
//!
//! | input | `expires_in_*`, `expires_in` of a session |
//! |---|---|
//! | 0 or less, less than a second, not a number | error |
//! | up to 24 hours | whole seconds, the rest cut off |
//! | above 24 hours | 24 hours, and [`Lifetime::was_capped`] says so |

use std::format;

use crate::agora::{ExpireIn, MAX_EXPIRY_SECONDS};
use crate::http::{Error, ErrorKind};

/// A lifetime between one second and 24 hours.
///
/// ```
/// use tokenmint::client::convoai::{expires_in_hours, expires_in_minutes};
///
/// assert_eq!(expires_in_hours(12)?.seconds(), 43_200);
/// let capped = expires_in_hours(25)?;
/// assert_eq!((capped.seconds(), capped.was_capped()), (86_400, true));
/// assert!(expires_in_minutes(0).is_err());
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lifetime {
    seconds: u32,
    capped: bool,
}

impl Lifetime {
    /// The longest and the default: 24 hours.
    pub const MAX: Self = Self {
        seconds: MAX_EXPIRY_SECONDS,
        capped: false,
    };

    /// A lifetime of `seconds`, by the rules of the table.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Lifetime`].
    pub fn from_seconds(seconds: impl Into<f64>) -> Result<Self, Error> {
        let seconds = seconds.into();
        if seconds.is_nan() || seconds < 1.0 {
            let message = format!("1 to {MAX_EXPIRY_SECONDS} seconds are allowed");
            return Err(Error::with_message(ErrorKind::Lifetime, message));
        }
        let max = f64::from(MAX_EXPIRY_SECONDS);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = seconds.min(max) as u32;
        Ok(Self {
            seconds: whole,
            capped: seconds > max,
        })
    }

    /// The number of seconds, 1 to 86,400.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.seconds
    }

    /// Whether more than 24 hours were asked for.
    #[must_use]
    pub const fn was_capped(self) -> bool {
        self.capped
    }
}

impl Default for Lifetime {
    fn default() -> Self {
        Self::MAX
    }
}

impl From<Lifetime> for ExpireIn {
    fn from(lifetime: Lifetime) -> Self {
        Self::seconds(lifetime.seconds)
    }
}

impl From<Lifetime> for f64 {
    fn from(lifetime: Lifetime) -> Self {
        Self::from(lifetime.seconds)
    }
}

/// A lifetime in hours, fractions allowed.
///
/// # Errors
///
/// [`ErrorKind::Lifetime`] below one second or for no number.
pub fn expires_in_hours(hours: impl Into<f64>) -> Result<Lifetime, Error> {
    Lifetime::from_seconds(hours.into() * 3600.0)
}

/// A lifetime in minutes, fractions allowed.
///
/// # Errors
///
/// [`ErrorKind::Lifetime`] below one second or for no number.
pub fn expires_in_minutes(minutes: impl Into<f64>) -> Result<Lifetime, Error> {
    Lifetime::from_seconds(minutes.into() * 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges() {
        for (seconds, expected) in [
            (1.0, Some((1, false))),
            (1.9, Some((1, false))),
            (86_400.0, Some((86_400, false))),
            (86_400.5, Some((86_400, true))),
            (f64::INFINITY, Some((86_400, true))),
            (0.999, None),
            (0.0, None),
            (-1.0, None),
            (f64::NAN, None),
            (f64::NEG_INFINITY, None),
        ] {
            let result = Lifetime::from_seconds(seconds);
            let result = result.map(|lifetime| (lifetime.seconds(), lifetime.was_capped()));
            assert_eq!(result.ok(), expected, "{seconds}");
        }
    }
}
