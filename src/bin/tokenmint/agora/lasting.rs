//! The builders of 007 whose tokens have one lifetime and nothing else in
//! common.

use clap::Args;
use tokenmint::Stamp;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{Credentials, ExpireIn};

use super::options::{AnyCompression, Encoding, Expire, Signing};
use super::present::{Builder, Minted};
use crate::failure::Failure;

/// What is of the builder alone.
pub(super) trait Mint: Args {
    /// Mints the token.
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure>;
}

/// The options of a builder, and those of all.
#[derive(Debug, Args)]
pub(crate) struct Lasting<T: Args> {
    #[command(flatten)]
    options: T,
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl<T: Mint> Builder for Lasting<T> {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let issuer = self.encoding.issuer(credentials, stamp)?;
        self.options.mint(issuer, self.expire.token())
    }
}
