//! `agora rtc006` and `agora rtm006`: AccessToken, whose deadlines are
//! absolute times.

use clap::Args;
use tokenmint::agora::{
    Account, Credentials, ExpireAt, ExpireIn, RtcTokenBuilder, RtmTokenBuilder,
};
use tokenmint::doctor::words;
use tokenmint::output::Owned;
use tokenmint::{Error, Stamp};

use super::options::{RoleOption, Signing, Strictness, User};
use super::present::{Builder, Minted};
use crate::failure::Failure;
use crate::{clock, duration};

/// When a 006 token and its privileges end.
#[derive(Debug, Args)]
pub(crate) struct Deadlines {
    /// Lifetime of the privileges from the issue time, converted to the time
    /// that 006 takes: seconds, 90s, 30m, 24h [default: 3600]
    #[arg(
        long,
        value_name = "DURATION",
        value_parser = duration::parse,
        conflicts_with = "privilege_expire_at"
    )]
    privilege_expire: Option<u32>,
    /// When the privileges end: Unix seconds or RFC 3339; 0: never by themselves
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    privilege_expire_at: Option<u32>,
    /// When the token ends: Unix seconds or RFC 3339 [default: 24 hours after the issue time]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    token_expire_at: Option<u32>,
}

/// The lifetime of the official sample.
const SAMPLE_EXPIRE: u32 = 3600;

impl Deadlines {
    /// The deadline of the privileges, and what to say about it.
    fn privilege(&self, stamp: Stamp) -> Result<(ExpireAt, Vec<String>), Error> {
        if let Some(at) = self.privilege_expire_at {
            return Ok((ExpireAt::unix(at), Vec::new()));
        }
        let seconds = self.privilege_expire.unwrap_or(SAMPLE_EXPIRE);
        let at = ExpireAt::after(stamp.issued_at(), ExpireIn::seconds(seconds))?;
        let note = format!(
            "006 has absolute deadlines: {} from the issue time is {} ({})",
            words::lifetime(seconds),
            at.as_unix(),
            words::utc(at.as_unix().into())
        );
        Ok((at, vec![note]))
    }
}

/// What `--help` says about deadlines.
const DEADLINES: &str = "\
Deadlines of 006 are absolute times. --privilege-expire is a lifetime, converted from the issue
time; --privilege-expire-at is the time itself.";

/// Options of `agora rtc006`.
#[derive(Debug, Args)]
#[command(after_help = DEADLINES)]
pub(crate) struct Rtc006 {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    user: User,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    deadlines: Deadlines,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for Rtc006 {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let mut builder = RtcTokenBuilder::new(credentials, stamp).limits(self.strictness.limits());
        if let Some(at) = self.deadlines.token_expire_at {
            builder = builder.token_expires_at(ExpireAt::unix(at));
        }
        let (end, notes) = self.deadlines.privilege(stamp)?;
        let (channel, role) = (self.channel.as_str(), self.role.get());
        let (function, token) = match self.user.account() {
            Account::Uid(uid) => (
                "RtcTokenBuilder.build_token_with_uid",
                builder.build_token_with_uid(channel, uid, role, end, Owned),
            ),
            Account::Name(name) => (
                "RtcTokenBuilder.build_token_with_account",
                builder.build_token_with_account(channel, name, role, end, Owned),
            ),
        };
        Ok(Minted {
            notes,
            ..Minted::new(function, token.map_err(Failure::refused)?)
        })
    }
}

/// Options of `agora rtm006`.
#[derive(Debug, Args)]
#[command(after_help = DEADLINES)]
pub(crate) struct Rtm006 {
    #[command(flatten)]
    user: User,
    #[command(flatten)]
    deadlines: Deadlines,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for Rtm006 {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let mut builder = RtmTokenBuilder::new(credentials, stamp).limits(self.strictness.limits());
        if let Some(at) = self.deadlines.token_expire_at {
            builder = builder.token_expires_at(ExpireAt::unix(at));
        }
        let (end, notes) = self.deadlines.privilege(stamp)?;
        let token = builder
            .build_token(&self.user.text()?, end, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted {
            notes,
            ..Minted::new("RtmTokenBuilder.build_token", token)
        })
    }
}
