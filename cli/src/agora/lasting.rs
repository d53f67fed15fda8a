//! The builders of 007 whose tokens have one lifetime and nothing else in
//! common.

use clap::Args;
use tokenmint::agora::ExpireIn;
use tokenmint::agora::v007::Issuer;

use super::options::{AnyCompression, Encoding, Expire};
use super::present::{Mint, Minted};
use super::signer::Signer;
use crate::batch::columns::{Columns, Rows};
use crate::failure::Failure;

/// What is of the builder alone.
pub(super) trait MintLasting: Args + Rows {
    /// Mints the token.
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure>;
}

/// The options of a builder, and those of all.
#[derive(Debug, Clone, Args)]
pub(crate) struct Lasting<T: Args> {
    #[command(flatten)]
    options: T,
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
}

impl<T: MintLasting> Mint for Lasting<T> {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let issuer = self.encoding.issuer(signer)?;
        self.options.mint(issuer, self.expire.token())
    }
}

impl<T: MintLasting> Rows for Lasting<T> {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(T::columns(), |this| &mut this.options)
            .with(Expire::columns(), |this| &mut this.expire)
    }
}
