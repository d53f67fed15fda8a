//! Who signs a token.

use tokenmint::agora::v007::{Issuer, Minter};
use tokenmint::agora::{Credentials, Stamp};

/// Who signs a token, and when.
#[derive(Clone, Copy)]
pub(crate) struct Signer<'a> {
    /// The project.
    pub(crate) credentials: &'a Credentials,
    /// Issue time and salt.
    pub(crate) stamp: Stamp,
    /// What the keys of this issue time have in common, where it is kept.
    pub(crate) minter: Option<&'a Minter>,
}

impl Signer<'_> {
    /// An issuer of 007.
    pub(crate) fn issuer(self) -> Issuer {
        match self.minter {
            Some(minter) => minter.salt(self.stamp.salt()),
            None => Issuer::new(self.credentials, self.stamp),
        }
    }
}
