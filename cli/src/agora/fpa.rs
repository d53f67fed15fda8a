//! `agora fpa`.

use clap::Args;
use tokenmint::agora::FpaTokenBuilder;

use super::options::Encoding;
use super::present::{Mint, Minted};
use super::signer::Signer;
use crate::batch::columns::{Columns, Rows};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `agora fpa`.
#[derive(Debug, Clone, Args)]
pub(crate) struct Fpa {
    #[command(flatten)]
    encoding: Encoding,
}

impl Rows for Fpa {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
    }
}

impl Mint for Fpa {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let token = FpaTokenBuilder::with_issuer(self.encoding.issuer(signer)?)
            .build_token(Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new("FpaTokenBuilder.build_token", token))
    }
}
