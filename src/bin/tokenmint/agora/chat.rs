//! `agora chat-user` and `agora chat-app`.

use clap::Args;
use tokenmint::Stamp;
use tokenmint::agora::{ChatTokenBuilder2, Credentials};
use tokenmint::output::Owned;

use super::options::{Encoding, Expire, Signing};
use super::present::{Builder, Minted};
use crate::failure::Failure;

/// Options of `agora chat-user`.
#[derive(Debug, Args)]
pub(crate) struct ChatUser {
    /// The chat user's UUID
    #[arg(long, visible_alias = "account", value_name = "TEXT")]
    user_id: String,
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for ChatUser {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = ChatTokenBuilder2::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_user_token(&self.user_id, self.expire.token(), Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("ChatTokenBuilder2.build_user_token", token))
    }
}

/// Options of `agora chat-app`.
#[derive(Debug, Args)]
pub(crate) struct ChatApp {
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for ChatApp {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = ChatTokenBuilder2::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_app_token(self.expire.token(), Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("ChatTokenBuilder2.build_app_token", token))
    }
}
