//! `agora rtc-rtm2`, `convoai`, `stt` and `convoai-token`: RTC and RTM in one
//! token.

use clap::Args;
use tokenmint::agora::{
    ConvoAiTokenBuilder, DEFAULT_EXPIRY_SECONDS, ExpireIn, RtcTokenBuilder2, SttTokenBuilder,
    generate_convo_ai_token,
};

use super::options::{Channel, Encoding, Lifetimes, RoleOption, RowUser, RtcPrivileges};
use super::present::{Mint, Minted};
use super::signer::Signer;
use crate::batch::columns::{Columns, Rows};
use crate::batch::spare::Spare;
use crate::duration;
use crate::failure::Failure;

/// What the three official functions of this shape take.
#[derive(Debug, Clone, Args)]
struct Combined {
    #[command(flatten)]
    channel: Channel,
    #[command(flatten)]
    user: RowUser,
    #[command(flatten)]
    role: RoleOption,
    #[command(flatten)]
    lifetimes: Lifetimes,
    /// User of RTM [default: that of RTC]
    #[arg(long, value_name = "TEXT")]
    rtm_user_id: Option<String>,
    /// Lifetime of the RTM login [default: as --expire]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    rtm_expire: Option<u32>,
    #[command(flatten)]
    privileges: RtcPrivileges,
    #[command(flatten)]
    encoding: Encoding,
}

impl Rows for Combined {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(Channel::columns(), |this| &mut this.channel)
            .with(RowUser::columns(), |this| &mut this.user)
            .with(RoleOption::columns(), |this| &mut this.role)
            .with(Lifetimes::columns(), |this| &mut this.lifetimes)
            .text(&["rtm_user_id"], |this| &mut this.rtm_user_id)
            .optional(&["rtm_expire"], duration::parse, |this| {
                &mut this.rtm_expire
            })
            .with(RtcPrivileges::columns(), |this| &mut this.privileges)
    }
}

macro_rules! combined {
    ($($(#[$doc:meta])* $name:ident, $builder:ident, $function:ident, $official:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Args)]
        #[command(after_help = "The token ends after --expire, also for RTM.")]
        pub(crate) struct $name {
            #[command(flatten)]
            options: Combined,
        }

        impl Rows for $name {
            fn columns() -> Columns<Self> {
                Columns::<Self>::new().with(Combined::columns(), |this| &mut this.options)
            }
        }

        impl Mint for $name {
            fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
                let options = &self.options;
                let account = options.user.text()?;
                let expire = options.lifetimes.token();
                let token = $builder::with_issuer(options.encoding.issuer(signer)?)
                    .$function(
                        options.channel.get(),
                        &account,
                        options.encoding.role(options.role.get())?,
                        expire,
                        options.privileges.or(options.lifetimes.privilege()),
                        options.rtm_user_id.as_deref().unwrap_or(&account),
                        options.rtm_expire.map_or(expire, ExpireIn::seconds),
                        Spare,
                    )
                    .map_err(Failure::refused)?;
                Ok(Minted::new($official, token))
            }
        }
    )+};
}

combined! {
    /// Options of `agora rtc-rtm2`.
    RtcRtm2, RtcTokenBuilder2, build_token_with_rtm2, "RtcTokenBuilder2.build_token_with_rtm2";
    /// Options of `agora convoai`.
    ConvoAi, ConvoAiTokenBuilder, build_token, "ConvoAITokenBuilder.build_token";
    /// Options of `agora stt`.
    Stt, SttTokenBuilder, build_token, "SttTokenBuilder.build_token";
}

/// Options of `agora convoai-token`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "RTC and RTM for one account, as a publisher; the defaults of the SDK.")]
pub(crate) struct ConvoAiToken {
    #[command(flatten)]
    channel: Channel,
    #[command(flatten)]
    user: RowUser,
    /// Lifetime of the token from its issue time: seconds, 90s, 30m, 24h
    #[arg(
        long,
        value_name = "DURATION",
        value_parser = duration::parse,
        default_value_t = DEFAULT_EXPIRY_SECONDS
    )]
    expire: u32,
    /// Lifetime of the RTC privileges; 0: as the token
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, default_value_t = 0)]
    privilege_expire: u32,
}

impl Rows for ConvoAiToken {
    fn columns() -> Columns<Self> {
        let expire = &["expire", "token_expire"];
        let privilege = &["privilege_expire"];
        Columns::<Self>::new()
            .with(Channel::columns(), |this| &mut this.channel)
            .with(RowUser::columns(), |this| &mut this.user)
            .value(expire, duration::parse, |this| &mut this.expire)
            .value(privilege, duration::parse, |this| {
                &mut this.privilege_expire
            })
    }
}

impl Mint for ConvoAiToken {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let token = generate_convo_ai_token(
            signer.credentials,
            signer.stamp,
            self.channel.get(),
            &self.user.text()?,
            ExpireIn::seconds(self.expire),
            ExpireIn::seconds(self.privilege_expire),
            Spare,
        )?;
        Ok(Minted::new("generate_convo_ai_token", token))
    }
}
