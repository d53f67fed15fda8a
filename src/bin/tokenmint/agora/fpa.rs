//! `agora fpa`.

use clap::Args;
use tokenmint::Stamp;
use tokenmint::agora::{Credentials, FpaTokenBuilder};
use tokenmint::output::Owned;

use super::options::{Encoding, Signing};
use super::present::{Builder, Minted};
use crate::failure::Failure;

/// Options of `agora fpa`.
#[derive(Debug, Args)]
pub(crate) struct Fpa {
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for Fpa {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = FpaTokenBuilder::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_token(Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("FpaTokenBuilder.build_token", token))
    }
}
