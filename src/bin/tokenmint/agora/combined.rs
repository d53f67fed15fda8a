//! `agora rtc-rtm2`, `convoai`, `stt` and `convoai-token`: RTC and RTM in one
//! token.

use clap::Args;
use tokenmint::Stamp;
use tokenmint::agora::{
    ConvoAITokenBuilder, Credentials, DEFAULT_EXPIRY_SECONDS, ExpireIn, RtcTokenBuilder2,
    SttTokenBuilder, generate_convo_ai_token,
};
use tokenmint::output::Owned;

use super::options::{Encoding, Lifetimes, RoleOption, RtcPrivileges, Signing, User};
use super::present::{Builder, Minted};
use crate::duration;
use crate::failure::Failure;

/// What the three official functions of this shape take.
#[derive(Debug, Args)]
struct Combined {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    user: User,
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
    #[command(flatten)]
    signing: Signing,
}

macro_rules! combined {
    ($($(#[$doc:meta])* $name:ident, $builder:ident, $function:ident, $official:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Args)]
        #[command(after_help = "The token ends after --expire, also for RTM.")]
        pub(crate) struct $name {
            #[command(flatten)]
            options: Combined,
        }

        impl Builder for $name {
            fn signing(&self) -> &Signing {
                &self.options.signing
            }

            fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
                let options = &self.options;
                let account = options.user.text()?;
                let expire = options.lifetimes.token();
                let token = $builder::with_issuer(options.encoding.issuer(credentials, stamp)?)
                    .$function(
                        &options.channel,
                        &account,
                        options.encoding.role(options.role.get())?,
                        expire,
                        options.privileges.or(options.lifetimes.privilege()),
                        options.rtm_user_id.as_deref().unwrap_or(&account),
                        options.rtm_expire.map_or(expire, ExpireIn::seconds),
                        Owned,
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
    ConvoAi, ConvoAITokenBuilder, build_token, "ConvoAITokenBuilder.build_token";
    /// Options of `agora stt`.
    Stt, SttTokenBuilder, build_token, "SttTokenBuilder.build_token";
}

/// Options of `agora convoai-token`.
#[derive(Debug, Args)]
#[command(after_help = "RTC and RTM for one account, as a publisher; the defaults of the SDK.")]
pub(crate) struct ConvoAiToken {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    user: User,
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
    #[command(flatten)]
    signing: Signing,
}

impl Builder for ConvoAiToken {
    fn signing(&self) -> &Signing {
        &self.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let token = generate_convo_ai_token(
            credentials,
            stamp,
            &self.channel,
            &self.user.text()?,
            ExpireIn::seconds(self.expire),
            ExpireIn::seconds(self.privilege_expire),
            Owned,
        )?;
        Ok(Minted::new("generate_convo_ai_token", token))
    }
}
