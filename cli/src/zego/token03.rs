//! `zego token03`.

use clap::Args;
use tokenmint::zego;

use super::by_row::{Mint, Signer};
use super::options::{AccessWord, access};
use crate::batch::columns::{Columns, Rows, given};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `zego token03`.
#[derive(Debug, Clone, Args)]
pub(crate) struct Token03 {
    /// Room that the token is for
    #[arg(long, value_name = "TEXT", required_unless_present = "batch")]
    room: Option<String>,
    /// User
    #[arg(long, value_name = "TEXT", required_unless_present = "batch")]
    user_id: Option<String>,
    /// Log in to the room
    #[arg(long, value_enum, default_value = "allow")]
    login: AccessWord,
    /// Publish streams in the room
    #[arg(long, value_enum, default_value = "allow")]
    publish: AccessWord,
}

impl Rows for Token03 {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .text(&["room"], |this| &mut this.room)
            .text(&["user_id"], |this| &mut this.user_id)
            .value(&["login"], access, |this| &mut this.login)
            .value(&["publish"], access, |this| &mut this.publish)
            .needs(&["room"], |this| this.room.is_some(), "room")
            .needs(&["user_id"], |this| this.user_id.is_some(), "user")
    }
}

impl Mint for Token03 {
    fn mint(
        &self,
        signer: Signer<'_>,
    ) -> Result<(&'static str, Result<String, tokenmint::Error>), Failure> {
        let token = zego::Token03::new(
            signer.app_id,
            given(&self.room),
            given(&self.user_id),
            self.login.into(),
            self.publish.into(),
            signer.expire,
        )
        .limits(signer.limits);
        let entropy = signer.randomness.entropy()?;
        let minted = token.mint(signer.secret, entropy, signer.issued_at, Spare);
        Ok(("Token03.mint", minted))
    }
}
