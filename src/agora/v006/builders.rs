//! The official builders.

use super::token::{AccessToken, Privilege};
use crate::agora::{Account, Credentials, ExpireAt, Role, Stamp};
use crate::output::Output;
use crate::{Error, Limits};

/// A builder: construction and settings are the same for both.
macro_rules! token_builder {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name<'a> {
            credentials: &'a Credentials,
            stamp: Stamp,
            limits: Limits,
            ts: Option<ExpireAt>,
        }

        impl<'a> $name<'a> {
            /// A builder for `credentials` at `stamp`.
            #[must_use]
            pub const fn new(credentials: &'a Credentials, stamp: Stamp) -> Self {
                Self {
                    credentials,
                    stamp,
                    limits: Limits::Documented,
                    ts: None,
                }
            }

            /// Changes how strict names are checked.
            #[must_use]
            pub const fn limits(mut self, limits: Limits) -> Self {
                self.limits = limits;
                self
            }

            /// Changes the end of the token itself.
            #[must_use]
            pub const fn token_expires_at(mut self, ts: ExpireAt) -> Self {
                self.ts = Some(ts);
                self
            }

            fn token<'t>(
                &'t self,
                channel: &'t str,
                account: Account<'t>,
            ) -> Result<AccessToken<'t>, Error> {
                let token = AccessToken::new(self.credentials, self.stamp, channel, account)?
                    .limits(self.limits);
                Ok(match self.ts {
                    Some(ts) => token.token_expires_at(ts),
                    None => token,
                })
            }
        }
    };
}

token_builder! {
    /// Builds tokens for real-time audio and video (official name).
    ///
    /// `privilege_expires_at` is an absolute Unix time; the token itself ends
    /// 24 hours after its stamp, unless [`RtcTokenBuilder::token_expires_at`]
    /// says otherwise.
    RtcTokenBuilder
}

impl RtcTokenBuilder<'_> {
    /// A token for a numeric `uid` (0: any user) in `channel`.
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`] and [`AccessToken::build`].
    pub fn build_token_with_uid<O: Output>(
        &self,
        channel: &str,
        uid: u32,
        role: Role,
        privilege_expires_at: ExpireAt,
        out: O,
    ) -> Result<O::Text, Error> {
        self.build(channel, Account::Uid(uid), role, privilege_expires_at, out)
    }

    /// A token for a text `account` in `channel`. (Also called
    /// `buildTokenWithUserAccount`.)
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`] and [`AccessToken::build`].
    pub fn build_token_with_account<O: Output>(
        &self,
        channel: &str,
        account: &str,
        role: Role,
        privilege_expires_at: ExpireAt,
        out: O,
    ) -> Result<O::Text, Error> {
        self.build(
            channel,
            Account::Name(account),
            role,
            privilege_expires_at,
            out,
        )
    }

    fn build<O: Output>(
        &self,
        channel: &str,
        account: Account<'_>,
        role: Role,
        expire: ExpireAt,
        out: O,
    ) -> Result<O::Text, Error> {
        let all = [
            (Privilege::JoinChannel.into(), expire),
            (Privilege::PublishAudioStream.into(), expire),
            (Privilege::PublishVideoStream.into(), expire),
            (Privilege::PublishDataStream.into(), expire),
        ];
        let granted = if role.publishes_in_006() { 4 } else { 1 };
        self.token(channel, account)?
            .build(all.get(..granted).unwrap_or(&all), out)
    }
}

token_builder! {
    /// Builds tokens for signaling (official name).
    RtmTokenBuilder
}

impl RtmTokenBuilder<'_> {
    /// A token with which `account` may log in until `privilege_expires_at`.
    /// (The account goes where other tokens have the channel; the role that
    /// the official function takes has no effect and is left out.)
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`] and [`AccessToken::build`].
    pub fn build_token<O: Output>(
        &self,
        account: &str,
        privilege_expires_at: ExpireAt,
        out: O,
    ) -> Result<O::Text, Error> {
        self.limits.account(Account::Name(account))?;
        self.token(account, Account::ANY)?
            .mint(&[(Privilege::RtmLogin.into(), privilege_expires_at)], out)
    }
}
