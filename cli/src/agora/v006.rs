//! `agora rtc006` and `agora rtm006`: AccessToken, whose deadlines are
//! absolute times.

use clap::Args;
use tokenmint::agora::{Account, ExpireAt, ExpireIn, RtcTokenBuilder, RtmTokenBuilder, Stamp};
use tokenmint::doctor::words;
use tokenmint::{Error, Limits};

use super::options::{Channel, RoleOption, RowUser, Strictness};
use super::present::{Mint, Minted};
use super::signer::Signer;
use crate::batch::columns::{Columns, Rows};
use crate::batch::spare::Spare;
use crate::failure::Failure;
use crate::{clock, duration};

/// When a 006 token and its privileges end.
#[derive(Debug, Clone, Copy, Args)]
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

/// How long a 006 token lasts, unless it says otherwise.
const DAY: i64 = 86_400;

impl Deadlines {
    /// Why a row cannot mean these deadlines.
    fn objection(&self, issued_at: i64, strictness: Strictness) -> Option<String> {
        if strictness.limits() == Limits::Wire {
            return None;
        }
        if let Some(at) = self.privilege_expire_at.filter(|at| *at != 0) {
            return (i64::from(at) <= issued_at).then(|| {
                format!(
                    "privilege_expire_at: {at} is {}, not after the issue time; a lifetime goes \
                     into privilege_expire (--lenient takes it)",
                    words::utc(at.into())
                )
            });
        }
        let seconds = self.privilege_expire?;
        let end = self
            .token_expire_at
            .map_or(DAY, |at| i64::from(at) - issued_at);
        (i64::from(seconds) > end).then(|| {
            format!(
                "privilege_expire: {} is longer than the token lasts, {end} s (--token-expire-at \
                 or --lenient)",
                words::lifetime(seconds)
            )
        })
    }
}

impl Rows for Deadlines {
    fn columns() -> Columns<Self> {
        let (lifetime, end) = (&["privilege_expire"], &["privilege_expire_at"]);
        Columns::<Self>::new()
            .optional(lifetime, duration::parse, |this| &mut this.privilege_expire)
            .optional(end, clock::parse, |this| &mut this.privilege_expire_at)
            .optional(&["token_expire_at"], clock::parse, |this| {
                &mut this.token_expire_at
            })
            .one_of(&["privilege_expire", "privilege_expire_at"], |this| {
                this.privilege_expire = None;
                this.privilege_expire_at = None;
            })
    }
}

/// What `--help` says about deadlines.
const DEADLINES: &str = "\
Deadlines of 006 are absolute times. --privilege-expire is a lifetime, converted from the issue
time; --privilege-expire-at is the time itself.";

/// Options of `agora rtc006`.
#[derive(Debug, Clone, Args)]
#[command(after_help = DEADLINES)]
pub(crate) struct Rtc006 {
    #[command(flatten)]
    channel: Channel,
    #[command(flatten)]
    user: RowUser,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    deadlines: Deadlines,
    #[command(flatten)]
    strictness: Strictness,
}

impl Rows for Rtc006 {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(Channel::columns(), |this| &mut this.channel)
            .with(RowUser::columns(), |this| &mut this.user)
            .with(RoleOption::columns(), |this| &mut this.role)
            .with(Deadlines::columns(), |this| &mut this.deadlines)
    }

    fn objection(&self, issued_at: i64) -> Option<String> {
        self.deadlines.objection(issued_at, self.strictness)
    }
}

impl Mint for Rtc006 {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let Signer {
            credentials, stamp, ..
        } = signer;
        let mut builder = RtcTokenBuilder::new(credentials, stamp).limits(self.strictness.limits());
        if let Some(at) = self.deadlines.token_expire_at {
            builder = builder.token_expires_at(ExpireAt::unix(at));
        }
        let (end, notes) = self.deadlines.privilege(stamp)?;
        let (channel, role) = (self.channel.get(), self.role.get());
        let (function, token) = match self.user.account() {
            Account::Uid(uid) => (
                "RtcTokenBuilder.build_token_with_uid",
                builder.build_token_with_uid(channel, uid, role, end, Spare),
            ),
            Account::Name(name) => (
                "RtcTokenBuilder.build_token_with_account",
                builder.build_token_with_account(channel, name, role, end, Spare),
            ),
        };
        Ok(Minted {
            notes,
            ..Minted::new(function, token.map_err(Failure::refused)?)
        })
    }
}

/// Options of `agora rtm006`.
#[derive(Debug, Clone, Args)]
#[command(after_help = DEADLINES)]
pub(crate) struct Rtm006 {
    #[command(flatten)]
    user: RowUser,
    #[command(flatten)]
    deadlines: Deadlines,
    #[command(flatten)]
    strictness: Strictness,
}

impl Rows for Rtm006 {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(RowUser::columns(), |this| &mut this.user)
            .with(Deadlines::columns(), |this| &mut this.deadlines)
    }

    fn objection(&self, issued_at: i64) -> Option<String> {
        self.deadlines.objection(issued_at, self.strictness)
    }
}

impl Mint for Rtm006 {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let Signer {
            credentials, stamp, ..
        } = signer;
        let mut builder = RtmTokenBuilder::new(credentials, stamp).limits(self.strictness.limits());
        if let Some(at) = self.deadlines.token_expire_at {
            builder = builder.token_expires_at(ExpireAt::unix(at));
        }
        let (end, notes) = self.deadlines.privilege(stamp)?;
        let token = builder
            .build_token(&self.user.text()?, end, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted {
            notes,
            ..Minted::new("RtmTokenBuilder.build_token", token)
        })
    }
}
