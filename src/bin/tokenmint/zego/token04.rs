//! `zego token04`.

use clap::Args;
use tokenmint::zego::{self, Privileges, RoomPayload};

use super::options::{AccessWord, Making, Project, refused};
use crate::exit::Exit;
use crate::failure::Failure;

/// Options of `zego token04`.
#[derive(Debug, Args)]
#[command(after_help = "\
Without --payload and --room it is an identity token, which allows whatever the project allows.
Privilege tokens have to be enabled for the project by ZEGO; its chat (ZIM) takes none.")]
pub(crate) struct Token04 {
    /// User
    #[arg(long, value_name = "TEXT")]
    user_id: String,
    /// Payload, exactly this text
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        conflicts_with = "room"
    )]
    payload: Option<String>,
    /// Room that the token is for; empty: any
    #[arg(long, value_name = "TEXT")]
    room: Option<String>,
    /// Log in to the room
    #[arg(long, value_enum, requires = "room", num_args = 0..=1, require_equals = true, default_missing_value = "allow")]
    login: Option<AccessWord>,
    /// Publish streams in the room
    #[arg(long, value_enum, requires = "room", num_args = 0..=1, require_equals = true, default_missing_value = "allow")]
    publish: Option<AccessWord>,
    /// A stream that may be published; repeatable [default: any]
    #[arg(long, value_name = "ID", requires = "room")]
    stream: Vec<String>,
    /// Encrypt with AES-GCM, which not every ZEGO service is known to read
    #[arg(long)]
    gcm: bool,
    #[command(flatten)]
    making: Making,
    #[command(flatten)]
    project: Project,
}

impl Token04 {
    /// The typed payload, if one is asked for.
    fn room<'a>(&'a self, streams: &'a [&'a str]) -> Result<Option<RoomPayload<'a>>, Failure> {
        let Some(room) = &self.room else {
            return Ok(None);
        };
        let privileges = match (self.login, self.publish) {
            (Some(login), Some(publish)) => Privileges::both(login.into(), publish.into()),
            (Some(login), None) => Privileges::login(login.into()),
            (None, Some(publish)) => Privileges::publish(publish.into()),
            (None, None) => {
                return Err(Failure::usage(
                    "a token for a room needs --login, --publish or both",
                ));
            }
        };
        let payload = RoomPayload::new(room, privileges);
        Ok(Some(if streams.is_empty() {
            payload
        } else {
            payload.streams(streams)
        }))
    }
}

/// Mints and shows.
pub(crate) fn run(options: &Token04, as_json: bool) -> Result<Exit, Failure> {
    let making = &options.making;
    let streams: Vec<_> = options.stream.iter().map(String::as_str).collect();
    let room = options.room(&streams)?;
    let app_id = options.project.app_id()?;
    let mut token = zego::Token04::new(app_id, &options.user_id, making.expire())
        .limits(making.limits())
        .payload(options.payload.as_deref().unwrap_or(""));
    if let Some(room) = room {
        token = token.room(room);
    }
    let (text, secret) = options.project.secret()?;
    let issued_at = making.issued_at()?;
    let (function, minted) = if options.gcm {
        let minted = token.mint_gcm(
            &secret,
            making.entropy()?,
            issued_at,
            tokenmint::output::Owned,
        );
        ("Token04.mint_gcm", minted)
    } else {
        let minted = token.mint(
            &secret,
            making.entropy()?,
            issued_at,
            tokenmint::output::Owned,
        );
        ("generate_token04", minted)
    };
    making.show(function, minted.map_err(refused)?, &text, as_json)
}
