//! `agora education-room-user`, `education-user`, `education-app` and their
//! newer names `apaas-...`.

use clap::Args;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{ApaasTokenBuilder, ExpireIn};
use tokenmint::output::Owned;

use super::lasting::Mint;
use super::options::AnyCompression;
use super::present::Minted;
use crate::failure::Failure;

/// Options of `agora education-room-user`.
///
/// Signaling and chat are included; the chat user is the MD5 of the user id.
#[derive(Debug, Args)]
pub(crate) struct RoomUser {
    /// The room's UUID
    #[arg(long, visible_alias = "room", value_name = "TEXT")]
    room_uuid: String,
    /// The user's UUID
    #[arg(long, visible_alias = "user-id", value_name = "TEXT")]
    user_uuid: String,
    /// Role, a number of the product
    #[arg(long, allow_negative_numbers = true, value_name = "NUMBER")]
    role: i16,
}

impl Mint for RoomUser {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(issuer)
            .build_room_user_token(&self.room_uuid, &self.user_uuid, self.role, expire, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new(
            "EducationTokenBuilder2.build_room_user_token",
            token,
        ))
    }
}

/// Options of `agora education-user`.
#[derive(Debug, Args)]
pub(crate) struct User {
    /// The user's UUID
    #[arg(long, visible_alias = "user-id", value_name = "TEXT")]
    user_uuid: String,
}

impl Mint for User {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(issuer)
            .build_user_token(&self.user_uuid, expire, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new(
            "EducationTokenBuilder2.build_user_token",
            token,
        ))
    }
}

/// Options of `agora education-app`.
#[derive(Debug, Args)]
pub(crate) struct App {}

impl Mint for App {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(issuer)
            .build_app_token(expire, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("EducationTokenBuilder2.build_app_token", token))
    }
}
