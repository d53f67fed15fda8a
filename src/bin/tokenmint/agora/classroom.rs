//! `agora education-room-user`, `education-user`, `education-app` and their
//! newer names `apaas-...`.

use clap::Args;
use tokenmint::Stamp;
use tokenmint::agora::{ApaasTokenBuilder, Credentials};
use tokenmint::output::Owned;

use super::options::{Encoding, Expire, Signing};
use super::present::{Builder, Minted};
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
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for RoomUser {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_room_user_token(
                &self.room_uuid,
                &self.user_uuid,
                self.role,
                self.expire.token(),
                Owned,
            )
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
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for User {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_user_token(&self.user_uuid, self.expire.token(), Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new(
            "EducationTokenBuilder2.build_user_token",
            token,
        ))
    }
}

/// Options of `agora education-app`.
#[derive(Debug, Args)]
pub(crate) struct App {
    #[command(flatten)]
    expire: Expire,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for App {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = ApaasTokenBuilder::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_app_token(self.expire.token(), Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("EducationTokenBuilder2.build_app_token", token))
    }
}
