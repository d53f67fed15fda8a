//! `agora education-room-user`, `education-user`, `education-app` and their
//! newer names `apaas-...`.

use clap::Args;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{ApaasTokenBuilder, ExpireIn};

use super::lasting::MintLasting;
use super::names;
use super::options::AnyCompression;
use super::present::Minted;
use crate::batch::columns::{Columns, Rows, given};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `agora education-room-user`.
///
/// Signaling and chat are included; the chat user is the MD5 of the user id.
#[derive(Debug, Clone, Args)]
pub(crate) struct RoomUser {
    /// The room's UUID
    #[arg(
        long,
        visible_alias = "room",
        value_name = "TEXT",
        required_unless_present = "batch"
    )]
    room_uuid: Option<String>,
    /// The user's UUID
    #[arg(
        long,
        visible_alias = "user-id",
        value_name = "TEXT",
        required_unless_present = "batch"
    )]
    user_uuid: Option<String>,
    /// Role, a number of the product
    #[arg(
        long,
        allow_negative_numbers = true,
        value_name = "NUMBER",
        value_parser = names::parse_number::<i16>,
        required_unless_present = "batch"
    )]
    role: Option<i16>,
}

impl Rows for RoomUser {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .text(&["room_uuid", "room"], |this| &mut this.room_uuid)
            .text(&["user_uuid", "user_id"], |this| &mut this.user_uuid)
            .optional(&["role"], names::parse_number, |this| &mut this.role)
            .needs(&["room_uuid"], |this| this.room_uuid.is_some(), "room")
            .needs(&["user_uuid"], |this| this.user_uuid.is_some(), "user")
            .needs(&["role"], |this| this.role.is_some(), "1")
    }
}

impl MintLasting for RoomUser {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(issuer)
            .build_room_user_token(
                given(&self.room_uuid),
                given(&self.user_uuid),
                self.role.unwrap_or_default(),
                expire,
                Spare,
            )
            .map_err(Failure::refused)?;
        Ok(Minted::new(
            "EducationTokenBuilder2.build_room_user_token",
            token,
        ))
    }
}

/// Options of `agora education-user`.
#[derive(Debug, Clone, Args)]
pub(crate) struct User {
    /// The user's UUID
    #[arg(
        long,
        visible_alias = "user-id",
        value_name = "TEXT",
        required_unless_present = "batch"
    )]
    user_uuid: Option<String>,
}

impl Rows for User {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .text(&["user_uuid", "user_id"], |this| &mut this.user_uuid)
            .needs(&["user_uuid"], |this| this.user_uuid.is_some(), "user")
    }
}

impl MintLasting for User {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(issuer)
            .build_user_token(given(&self.user_uuid), expire, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new(
            "EducationTokenBuilder2.build_user_token",
            token,
        ))
    }
}

/// Options of `agora education-app`.
#[derive(Debug, Clone, Args)]
pub(crate) struct App {}

impl Rows for App {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
    }
}

impl MintLasting for App {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(issuer)
            .build_app_token(expire, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new("EducationTokenBuilder2.build_app_token", token))
    }
}
