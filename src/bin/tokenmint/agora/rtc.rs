//! `agora rtc` and `agora rtc-rtm`.

use clap::Args;
use tokenmint::Stamp;
use tokenmint::agora::{Account, Credentials, Role, RtcTokenBuilder2};
use tokenmint::output::Owned;

use super::options::{Encoding, Lifetimes, RoleOption, RtcPrivileges, Signing, User};
use super::present::{Builder, Minted};
use crate::failure::Failure;

/// Options of `agora rtc`.
#[derive(Debug, Args)]
#[command(after_help = "\
With a lifetime for a single privilege, the ..._and_privilege function answers, which grants all
four. Lifetimes count from the issue time, and the token ends first.")]
pub(crate) struct Rtc {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    user: User,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    privileges: RtcPrivileges,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for Rtc {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let issuer = self.encoding.issuer(credentials, stamp)?;
        let mut builder = RtcTokenBuilder2::with_issuer(issuer);
        let role = self.encoding.role(self.role.get())?;
        let channel = self.channel.as_str();
        let (expire, privilege) = (self.lifetimes.token(), self.lifetimes.privilege());
        let four = self.privileges.or(privilege);
        if self.privileges.any() && role != Role::Publisher {
            return Err(Failure::usage(
                "a lifetime for each privilege grants all four, so only a publisher can have \
                 one; for another choice use `agora compose`",
            ));
        }
        let (function, token) = match (self.user.account(), self.privileges.any()) {
            (Account::Uid(uid), false) => (
                "RtcTokenBuilder2.build_token_with_uid",
                builder.build_token_with_uid(channel, uid, role, expire, privilege, Owned),
            ),
            (Account::Name(name), false) => (
                "RtcTokenBuilder2.build_token_with_user_account",
                builder
                    .build_token_with_user_account(channel, name, role, expire, privilege, Owned),
            ),
            (Account::Uid(uid), true) => (
                "RtcTokenBuilder2.build_token_with_uid_and_privilege",
                builder.build_token_with_uid_and_privilege(channel, uid, expire, four, Owned),
            ),
            (Account::Name(name), true) => (
                "RtcTokenBuilder2.build_token_with_user_account_and_privilege",
                builder.build_token_with_user_account_and_privilege(
                    channel, name, expire, four, Owned,
                ),
            ),
        };
        Ok(Minted::new(function, token.map_err(Failure::refused)?))
    }
}

/// Options of `agora rtc-rtm`.
#[derive(Debug, Args)]
#[command(after_help = "\
--privilege-expire applies to RTC only: the RTM login lasts as long as the token.")]
pub(crate) struct RtcRtm {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    user: User,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for RtcRtm {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = RtcTokenBuilder2::with_issuer(self.encoding.issuer(credentials, stamp)?)
            .build_token_with_rtm(
                &self.channel,
                &self.user.text()?,
                self.encoding.role(self.role.get())?,
                self.lifetimes.token(),
                self.lifetimes.privilege(),
                Owned,
            )
            .map_err(Failure::refused)?;
        Ok(Minted::new("RtcTokenBuilder2.build_token_with_rtm", token))
    }
}
