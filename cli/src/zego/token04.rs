//! `zego token04`.

use clap::{ArgGroup, Args};
use tokenmint::zego::{self, Privileges, RoomPayload};

use super::by_row::{Mint, Signer};
use super::options::{AccessWord, access};
use crate::batch::columns::{Columns, Rows, given};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `zego token04`.
#[derive(Debug, Clone, Args)]
#[command(
    group(ArgGroup::new("place").args(["room", "batch"]).multiple(true)),
    after_help = "\
Without --payload and --room it is an identity token, which allows whatever the project allows.
Privilege tokens have to be enabled for the project by ZEGO; its chat (ZIM) takes none."
)]
pub(crate) struct Token04 {
    /// User
    #[arg(long, value_name = "TEXT", required_unless_present = "batch")]
    user_id: Option<String>,
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
    #[arg(long, value_enum, requires = "place", num_args = 0..=1, require_equals = true, default_missing_value = "allow")]
    login: Option<AccessWord>,
    /// Publish streams in the room
    #[arg(long, value_enum, requires = "place", num_args = 0..=1, require_equals = true, default_missing_value = "allow")]
    publish: Option<AccessWord>,
    /// A stream that may be published; repeatable [default: any]
    #[arg(long, value_name = "ID", requires = "place")]
    stream: Vec<String>,
    /// Encrypt with AES-GCM, which not every ZEGO service is known to read
    #[arg(long)]
    gcm: bool,
}

impl Rows for Token04 {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .text(&["user_id"], |this| &mut this.user_id)
            .text(&["payload"], |this| &mut this.payload)
            .text(&["room"], |this| &mut this.room)
            .optional(&["login"], access, |this| &mut this.login)
            .optional(&["publish"], access, |this| &mut this.publish)
            .one_of(&["payload", "room"], |this| {
                this.payload = None;
                this.room = None;
            })
            .needs(&["user_id"], |this| this.user_id.is_some(), "user")
            // Without a room it would be an identity token, which allows all.
            .needs(
                &["room", "payload"],
                |this| this.room.is_some() || this.payload.is_some() || !this.has_access(),
                "room",
            )
            .needs(
                &["login", "publish"],
                |this| this.room.is_none() || this.has_access(),
                "allow",
            )
    }

    fn warning(&self) -> Option<String> {
        let payload = self.payload.as_deref().filter(|text| !text.is_empty())?;
        let is_json = serde_json::from_str::<serde_core::de::IgnoredAny>(payload).is_ok();
        (!is_json).then(|| "payload: it is not JSON, as what ZEGO reads there is".to_owned())
    }
}

impl Token04 {
    const fn has_access(&self) -> bool {
        self.login.is_some() || self.publish.is_some()
    }

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

impl Mint for Token04 {
    fn mint(
        &self,
        signer: Signer<'_>,
    ) -> Result<(&'static str, Result<String, tokenmint::Error>), Failure> {
        let streams: Vec<_> = self.stream.iter().map(String::as_str).collect();
        let mut token = zego::Token04::new(signer.app_id, given(&self.user_id), signer.expire)
            .limits(signer.limits)
            .payload(self.payload.as_deref().unwrap_or(""));
        if let Some(room) = self.room(&streams)? {
            token = token.room(room);
        }
        let (secret, issued_at) = (signer.secret, signer.issued_at);
        Ok(if self.gcm {
            let entropy = signer.randomness.entropy()?;
            let minted = token.mint_gcm(secret, entropy, issued_at, Spare);
            ("Token04.mint_gcm", minted)
        } else {
            let entropy = signer.randomness.entropy()?;
            let minted = token.mint(secret, entropy, issued_at, Spare);
            ("generate_token04", minted)
        })
    }
}
