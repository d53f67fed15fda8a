//! `agora chat-user` and `agora chat-app`.

use clap::Args;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{ChatTokenBuilder2, ExpireIn};
use tokenmint::output::Owned;

use super::lasting::Mint;
use super::options::AnyCompression;
use super::present::Minted;
use crate::failure::Failure;

/// Options of `agora chat-user`.
#[derive(Debug, Args)]
pub(crate) struct ChatUser {
    /// The chat user's UUID
    #[arg(long, visible_alias = "account", value_name = "TEXT")]
    user_id: String,
}

impl Mint for ChatUser {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ChatTokenBuilder2::with_issuer(issuer)
            .build_user_token(&self.user_id, expire, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("ChatTokenBuilder2.build_user_token", token))
    }
}

/// Options of `agora chat-app`.
#[derive(Debug, Args)]
pub(crate) struct ChatApp {}

impl Mint for ChatApp {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ChatTokenBuilder2::with_issuer(issuer)
            .build_app_token(expire, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("ChatTokenBuilder2.build_app_token", token))
    }
}
