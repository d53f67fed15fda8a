//! `agora chat-user` and `agora chat-app`.

use clap::Args;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{ChatTokenBuilder2, ExpireIn};

use super::lasting::MintLasting;
use super::options::AnyCompression;
use super::present::Minted;
use crate::batch::columns::{Columns, Rows, given};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `agora chat-user`.
#[derive(Debug, Clone, Args)]
pub(crate) struct ChatUser {
    /// The chat user's UUID
    #[arg(
        long,
        visible_alias = "account",
        value_name = "TEXT",
        required_unless_present = "batch"
    )]
    user_id: Option<String>,
}

impl Rows for ChatUser {
    fn columns() -> Columns<Self> {
        let names = &["user_id", "account", "user_account"];
        Columns::<Self>::new()
            .text(names, |this| &mut this.user_id)
            .needs(&["user_id"], |this| this.user_id.is_some(), "user")
    }
}

impl MintLasting for ChatUser {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ChatTokenBuilder2::with_issuer(issuer)
            .build_user_token(given(&self.user_id), expire, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new("ChatTokenBuilder2.build_user_token", token))
    }
}

/// Options of `agora chat-app`.
#[derive(Debug, Clone, Args)]
pub(crate) struct ChatApp {}

impl Rows for ChatApp {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
    }
}

impl MintLasting for ChatApp {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ChatTokenBuilder2::with_issuer(issuer)
            .build_app_token(expire, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new("ChatTokenBuilder2.build_app_token", token))
    }
}
