//! `zego token03`.

use clap::Args;
use tokenmint::zego;

use super::options::{AccessWord, Making, Project, refused};
use crate::exit::Exit;
use crate::failure::Failure;

/// Options of `zego token03`.
#[derive(Debug, Args)]
pub(crate) struct Token03 {
    /// Room that the token is for
    #[arg(long, value_name = "TEXT")]
    room: String,
    /// User
    #[arg(long, value_name = "TEXT")]
    user_id: String,
    /// Log in to the room
    #[arg(long, value_enum, default_value = "allow")]
    login: AccessWord,
    /// Publish streams in the room
    #[arg(long, value_enum, default_value = "allow")]
    publish: AccessWord,
    #[command(flatten)]
    making: Making,
    #[command(flatten)]
    project: Project,
}

/// Mints and shows.
pub(crate) fn run(options: &Token03, as_json: bool) -> Result<Exit, Failure> {
    let making = &options.making;
    let token = zego::Token03::new(
        options.project.app_id()?,
        &options.room,
        &options.user_id,
        options.login.into(),
        options.publish.into(),
        making.expire(),
    )
    .limits(making.limits());
    let (text, secret) = options.project.secret()?;
    let minted = token
        .mint(
            &secret,
            making.entropy()?,
            making.issued_at()?,
            tokenmint::output::Owned,
        )
        .map_err(refused)?;
    making.show("Token03.mint", minted, &text, as_json)
}
