//! The official builders.

use super::token::{AccessToken, Privilege, key_of};
use crate::agora::{Account, AppCertificate, AppId, Credentials, ExpireAt, Role, Stamp};
use crate::crypto::platform::{Crypto, Software};
use crate::output::Output;
use crate::{Error, Limits};

/// A builder: construction and settings are the same for both.
macro_rules! token_builder {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name<'a> {
            app_id: &'a AppId,
            /// The certificate; empty: the platform holds it.
            key: &'a [u8],
            stamp: Stamp,
            limits: Limits,
            ts: Option<ExpireAt>,
        }

        impl<'a> $name<'a> {
            /// A builder for `credentials` at `stamp`.
            #[must_use]
            pub const fn new(credentials: &'a Credentials, stamp: Stamp) -> Self {
                let certificate = Some(credentials.certificate());
                Self::with_app_id(credentials.app_id(), certificate, stamp)
            }

            /// A builder from the parts of credentials. Without a certificate the
            /// platform holds it, as the key of `build_with`.
            #[must_use]
            pub const fn with_app_id(
                app_id: &'a AppId,
                certificate: Option<&'a AppCertificate>,
                stamp: Stamp,
            ) -> Self {
                Self::with_key(app_id, key_of(certificate), stamp)
            }

            /// For the C interface, which has checked the text of a certificate.
            #[doc(hidden)]
            #[must_use]
            pub const fn with_key(app_id: &'a AppId, key: &'a [u8], stamp: Stamp) -> Self {
                Self {
                    app_id,
                    key,
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
                let token = AccessToken::with_key(
                    self.app_id,
                    self.key,
                    self.stamp,
                    channel,
                    account,
                )?
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
        self.token(channel, account)?.own_key()?;
        self.build_with(&mut Software, channel, account, role, expire, out)
    }

    /// A token for either kind of user, with HMAC-SHA256 by `crypto`.
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`] and [`AccessToken::build_with`].
    pub fn build_with<O: Output>(
        &self,
        crypto: &mut impl Crypto,
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
            .build_with(crypto, all.get(..granted).unwrap_or(&all), out)
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
        self.token(account, Account::ANY)?.own_key()?;
        self.build_with(&mut Software, account, privilege_expires_at, out)
    }

    /// [`RtmTokenBuilder::build_token`] with HMAC-SHA256 by `crypto`.
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`] and [`AccessToken::build_with`].
    pub fn build_with<O: Output>(
        &self,
        crypto: &mut impl Crypto,
        account: &str,
        privilege_expires_at: ExpireAt,
        out: O,
    ) -> Result<O::Text, Error> {
        self.limits.account(Account::Name(account))?;
        let login = [(Privilege::RtmLogin.into(), privilege_expires_at)];
        self.token(account, Account::ANY)?.mint(crypto, &login, out)
    }
}
