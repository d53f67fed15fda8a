//! Real-time audio and video.

use super::token_builder;
use crate::Error;
use crate::agora::v007::stated::{Rtc, Rtm};
use crate::agora::{Account, ExpireIn, Role};
use crate::crypto::platform::Crypto;
use crate::output::Output;
use crate::wire::zlib::Compression;

token_builder! {
    /// Builds tokens for real-time audio and video (official name).
    ///
    /// `token_expire` and `privilege_expire` count from the issue time; the
    /// token ends first even when a privilege is longer.
    RtcTokenBuilder2
}

impl<C: Compression, M: Crypto> RtcTokenBuilder2<C, M> {
    /// A token for a numeric `uid` (0: any user) in `channel`.
    ///
    /// A publisher may join and publish, every other role may join; all of it
    /// for `privilege_expire` ([`ExpireIn::WITH_TOKEN`]: as long as the token).
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token_with_uid<O: Output>(
        &mut self,
        channel: &str,
        uid: u32,
        role: Role,
        token_expire: ExpireIn,
        privilege_expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let user = Account::Uid(uid);
        self.build_rtc(
            channel,
            user,
            role,
            token_expire,
            &[privilege_expire; 4],
            out,
        )
    }

    /// A token for a text `account` in `channel`, as
    /// [`Self::build_token_with_uid`] makes one for a uid.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token_with_user_account<O: Output>(
        &mut self,
        channel: &str,
        account: &str,
        role: Role,
        token_expire: ExpireIn,
        privilege_expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let user = Account::Name(account);
        self.build_rtc(
            channel,
            user,
            role,
            token_expire,
            &[privilege_expire; 4],
            out,
        )
    }

    /// A token for a numeric `uid` with a lifetime for each privilege: join,
    /// publish audio, publish video, publish data, in this order. All four are
    /// granted, also those with [`ExpireIn::WITH_TOKEN`].
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token_with_uid_and_privilege<O: Output>(
        &mut self,
        channel: &str,
        uid: u32,
        token_expire: ExpireIn,
        privileges: [ExpireIn; 4],
        out: O,
    ) -> Result<O::Text, Error> {
        let user = Account::Uid(uid);
        self.build_rtc(
            channel,
            user,
            Role::Publisher,
            token_expire,
            &privileges,
            out,
        )
    }

    /// A token for a text `account` with a lifetime for each privilege, as
    /// [`Self::build_token_with_uid_and_privilege`] has them.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token_with_user_account_and_privilege<O: Output>(
        &mut self,
        channel: &str,
        account: &str,
        token_expire: ExpireIn,
        privileges: [ExpireIn; 4],
        out: O,
    ) -> Result<O::Text, Error> {
        let user = Account::Name(account);
        self.build_rtc(
            channel,
            user,
            Role::Publisher,
            token_expire,
            &privileges,
            out,
        )
    }

    /// A token for RTC and RTM with the same `account`, of at most 255 bytes.
    ///
    /// `privilege_expire` applies to RTC only: the RTM login lasts as long as
    /// the token.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token_with_rtm<O: Output>(
        &mut self,
        channel: &str,
        account: &str,
        role: Role,
        token_expire: ExpireIn,
        privilege_expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let account = Account::Name(account);
        let expires = [privilege_expire; 4];
        let rtc = Rtc::new(channel, account, role, &expires);
        let rtm = Rtm::beside_rtc(account, token_expire);
        let services = [rtc.stated(), rtm.stated()];
        self.0.mint_of(token_expire, &services.as_slice(), out)
    }

    /// A token for RTC and RTM with accounts and lifetimes of their own.
    ///
    /// The token ends after `rtc_token_expire`, also for RTM. `privileges` are
    /// those of [`Self::build_token_with_uid_and_privilege`]; only a publisher
    /// gets the last three. (Service RTM is meant, type 2, whatever the
    /// official name says; for type 8 see
    /// [`RtmTokenBuilder2`](super::RtmTokenBuilder2).)
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    #[allow(clippy::too_many_arguments)] // The official function has them.
    pub fn build_token_with_rtm2<O: Output>(
        &mut self,
        channel: &str,
        rtc_account: &str,
        rtc_role: Role,
        rtc_token_expire: ExpireIn,
        privileges: [ExpireIn; 4],
        rtm_user_id: &str,
        rtm_token_expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let rtc = Rtc::new(channel, Account::Name(rtc_account), rtc_role, &privileges);
        let rtm = Rtm::new(Account::Name(rtm_user_id), rtm_token_expire);
        let services = [rtc.stated(), rtm.stated()];
        self.0.mint_of(rtc_token_expire, &services.as_slice(), out)
    }

    fn build_rtc<O: Output>(
        &mut self,
        channel: &str,
        account: Account<'_>,
        role: Role,
        token_expire: ExpireIn,
        privileges: &[ExpireIn; 4],
        out: O,
    ) -> Result<O::Text, Error> {
        let rtc = Rtc::new(channel, account, role, privileges);
        let services = [rtc.stated()];
        self.0.mint_of(token_expire, &services.as_slice(), out)
    }
}
