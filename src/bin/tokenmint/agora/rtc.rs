//! `agora rtc` and `agora rtc-rtm`.

use clap::{ArgGroup, Args};
use tokenmint::Stamp;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{Account, Credentials, ExpireIn, Role, RtcTokenBuilder2};
use tokenmint::output::Owned;

use super::options::{
    AnyCompression, Encoding, Lifetimes, RoleOption, RtcPrivileges, Signing, User, each_or,
};
use super::present::{Builder, Minted};
use super::rtc_batch::RtcRows;
use crate::batch::BatchOptions;
use crate::credentials::SAMPLE_NOTE;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Options of `agora rtc`.
#[derive(Debug, Args)]
#[command(
    mut_group("User", |group| group.required(false)),
    group(ArgGroup::new("who").args(["uid", "account", "batch"]).required(true).multiple(true)),
    after_help = "\
With a lifetime for a single privilege, the ..._and_privilege function answers, which grants all
four. Lifetimes count from the issue time, and the token ends first.

Columns of --batch: channel, uid or account, role, expire, privilege_expire, join_expire,
audio_expire, video_expire, data_expire, issued_at, salt. All others stay as they are."
)]
pub(crate) struct Rtc {
    /// Channel
    #[arg(long, required_unless_present = "batch")]
    channel: Option<String>,
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
    #[command(flatten)]
    batch: BatchOptions,
}

impl Rtc {
    /// Whether there are many tokens to mint.
    pub(crate) const fn is_batch(&self) -> bool {
        self.batch.is_asked()
    }

    /// Mints a token for every row.
    pub(crate) fn mint_batch(&self, as_json: bool) -> Result<Exit, Failure> {
        if self.batch.uses_stdin() && self.signing.uses_stdin() {
            return Err(Failure::usage(
                "standard input cannot give both the rows and the certificate",
            ));
        }
        let project = self.signing.project()?;
        let rows = RtcRows {
            credentials: &project.credentials,
            signing: &self.signing,
            encoding: &self.encoding,
            defaults: self.grant(),
            has_channel: self.channel.is_some(),
            has_user: self.user.given().is_some(),
        };
        let exit = self.batch.run(&rows, self.signing.quiet(), as_json)?;
        if project.sample {
            output::note(SAMPLE_NOTE);
        }
        Ok(exit)
    }

    fn grant(&self) -> Grant<'_> {
        Grant {
            channel: self.channel.as_deref().unwrap_or_default(),
            account: self.user.account(),
            role: self.role.get(),
            expire: self.lifetimes.token(),
            privilege: self.lifetimes.own_privilege(),
            single: self.privileges.given(),
        }
    }
}

impl Builder for Rtc {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let issuer = self.encoding.issuer(credentials, stamp)?;
        let (function, token) = self.grant().mint(issuer, &self.encoding)?;
        Ok(Minted::new(function, token))
    }
}

/// What a token grants.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grant<'a> {
    pub(super) channel: &'a str,
    pub(super) account: Account<'a>,
    pub(super) role: Role,
    pub(super) expire: ExpireIn,
    /// Lifetime of the privileges where it is not that of the token.
    pub(super) privilege: Option<ExpireIn>,
    /// Lifetimes of single privileges: join, audio, video, data.
    pub(super) single: [Option<u32>; 4],
}

impl Grant<'_> {
    /// The token, and the official function that gives it.
    pub(super) fn mint(
        &self,
        issuer: Issuer<AnyCompression>,
        encoding: &Encoding,
    ) -> Result<(&'static str, String), Failure> {
        let mut builder = RtcTokenBuilder2::with_issuer(issuer);
        let role = encoding.role(self.role)?;
        let (channel, expire) = (self.channel, self.expire);
        let privilege = self.privilege.unwrap_or(expire);
        let four = each_or(self.single, privilege);
        let has_single = self.single.iter().any(Option::is_some);
        if has_single && role != Role::Publisher {
            return Err(Failure::usage(
                "a lifetime for each privilege grants all four, so only a publisher can have \
                 one; for another choice use `agora compose`",
            ));
        }
        let (function, token) = match (self.account, has_single) {
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
        Ok((function, token.map_err(Failure::refused)?))
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
