//! Salts for many tokens.

use crate::Error;
use crate::agora::stamp::SALT_MAX;
use crate::os::{self, Block};

/// Random salts for many tokens, drawn from the operating system in blocks, as
/// [`Stamp::from_os`](super::Stamp::from_os) has them, and without its clock.
///
/// With one [`Minter`](super::v007::Minter) a second and the caller's buffer, a
/// token takes no allocation and next to no system call:
///
/// ```
/// use tokenmint::agora::v007::{self, Minter};
/// use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Salts};
///
/// # let credentials =
/// #     Credentials::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// # let now = 1_700_000_000;
/// let minter = Minter::new(&credentials, now)?;
/// let mut salts = Salts::from_os(); // one a thread
/// let mut buffer = [0; v007::RTC_CAPACITY];
/// let hour = ExpireIn::hours(1);
/// for uid in 1..=1_000 {
///     let token = RtcTokenBuilder2::with_issuer(minter.salt(salts.draw()?))
///         .build_token_with_uid("lobby", uid, Role::Publisher, hour, hour, &mut buffer)?;
/// #   assert!(token.starts_with("007"));
/// }
/// # Ok::<(), tokenmint::Error>(())
/// ```
///
/// A copy of the process (`fork`) draws the same salts for a while, which does
/// no harm: a salt need not be unique.
#[derive(Debug)]
pub struct Salts(Block);

impl Salts {
    /// Salts from the operating system, which is not asked yet.
    #[must_use]
    pub const fn from_os() -> Self {
        Self(Block::from_os())
    }

    /// The next salt, from 1 to 99,999,999.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give.
    pub fn draw(&mut self) -> Result<u32, Error> {
        self.0
            .bytes()
            .map(|bits| os::up_to(u64::from_le_bytes(bits), SALT_MAX))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn salts_are_those_of_the_official_libraries() {
        let mut salts = Salts::from_os();
        let drawn: HashSet<_> = (0..2_000).map(|_| salts.draw().unwrap()).collect();
        assert!(drawn.len() > 1_990);
        assert!(drawn.iter().all(|salt| (1..=99_999_999).contains(salt)));
    }
}
