//! `agora rtc` and `agora rtc-rtm`.

use clap::Args;
use tokenmint::agora::{Account, Role, RtcTokenBuilder2};

use super::options::{Channel, Encoding, Lifetimes, RoleOption, RowUser, RtcPrivileges, each_or};
use super::present::{Mint, Minted};
use super::signer::Signer;
use crate::batch::columns::{Columns, Rows};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `agora rtc`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
With a lifetime for a single privilege, the ..._and_privilege function answers, which grants all
four. Lifetimes count from the issue time, and the token ends first.")]
pub(crate) struct Rtc {
    #[command(flatten)]
    channel: Channel,
    #[command(flatten)]
    user: RowUser,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    privileges: RtcPrivileges,
    #[command(flatten)]
    encoding: Encoding,
}

impl Rows for Rtc {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(Channel::columns(), |this| &mut this.channel)
            .with(RowUser::columns(), |this| &mut this.user)
            .with(RoleOption::columns(), |this| &mut this.role)
            .with(Lifetimes::columns(), |this| &mut this.lifetimes)
            .with(RtcPrivileges::columns(), |this| &mut this.privileges)
    }
}

impl Mint for Rtc {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let mut builder = RtcTokenBuilder2::with_issuer(self.encoding.issuer(signer)?);
        let role = self.encoding.role(self.role.get())?;
        let (channel, expire) = (self.channel.get(), self.lifetimes.token());
        let privilege = self.lifetimes.privilege();
        let single = self.privileges.given();
        let has_single = single.iter().any(Option::is_some);
        if has_single && role != Role::Publisher {
            return Err(Failure::usage(
                "a lifetime for each privilege grants all four, so only a publisher can have \
                 one; for another choice use `agora compose`",
            ));
        }
        let four = each_or(single, privilege);
        let (function, token) = match (self.user.account(), has_single) {
            (Account::Uid(uid), false) => (
                "RtcTokenBuilder2.build_token_with_uid",
                builder.build_token_with_uid(channel, uid, role, expire, privilege, Spare),
            ),
            (Account::Name(name), false) => (
                "RtcTokenBuilder2.build_token_with_user_account",
                builder
                    .build_token_with_user_account(channel, name, role, expire, privilege, Spare),
            ),
            (Account::Uid(uid), true) => (
                "RtcTokenBuilder2.build_token_with_uid_and_privilege",
                builder.build_token_with_uid_and_privilege(channel, uid, expire, four, Spare),
            ),
            (Account::Name(name), true) => (
                "RtcTokenBuilder2.build_token_with_user_account_and_privilege",
                builder.build_token_with_user_account_and_privilege(
                    channel, name, expire, four, Spare,
                ),
            ),
        };
        Ok(Minted::new(function, token.map_err(Failure::refused)?))
    }
}

/// Options of `agora rtc-rtm`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
--privilege-expire applies to RTC only: the RTM login lasts as long as the token.")]
pub(crate) struct RtcRtm {
    #[command(flatten)]
    channel: Channel,
    #[command(flatten)]
    user: RowUser,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    encoding: Encoding,
}

impl Rows for RtcRtm {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(Channel::columns(), |this| &mut this.channel)
            .with(RowUser::columns(), |this| &mut this.user)
            .with(RoleOption::columns(), |this| &mut this.role)
            .with(Lifetimes::columns(), |this| &mut this.lifetimes)
    }
}

impl Mint for RtcRtm {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let token = RtcTokenBuilder2::with_issuer(self.encoding.issuer(signer)?)
            .build_token_with_rtm(
                self.channel.get(),
                &self.user.text()?,
                self.encoding.role(self.role.get())?,
                self.lifetimes.token(),
                self.lifetimes.privilege(),
                Spare,
            )
            .map_err(Failure::refused)?;
        Ok(Minted::new("RtcTokenBuilder2.build_token_with_rtm", token))
    }
}
