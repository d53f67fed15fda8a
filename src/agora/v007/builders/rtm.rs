//! Signaling (real-time messages).

use super::token_builder;
use crate::Error;
use crate::agora::v007::stated::Rtm;
use crate::agora::v007::{Permission, PrivilegeRtm, ServiceRtm2};
use crate::agora::{Account, ExpireIn};
use crate::crypto::platform::Crypto;
use crate::output::Output;
use crate::wire::zlib::Compression;

token_builder! {
    /// Builds tokens for signaling (official name).
    RtmTokenBuilder2
}

impl<C: Compression, M: Crypto> RtmTokenBuilder2<C, M> {
    /// A token with which `user_id` (text of at most 64 bytes, or a number; 0:
    /// any user) may log in for `expire`.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token<'a, O: Output>(
        &mut self,
        user_id: impl Into<Account<'a>>,
        expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let rtm = Rtm::new(user_id.into(), expire);
        self.0.mint_of(expire, &[rtm.stated()].as_slice(), out)
    }

    /// A token with which `user_id` may log in for `expire`, with permissions
    /// per resource (service RTM2, type 8).
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token_with_permissions<'a, O: Output>(
        &mut self,
        user_id: impl Into<Account<'a>>,
        permissions: &'a [Permission<'a>],
        expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let service =
            ServiceRtm2::new(user_id, permissions).add_privilege(PrivilegeRtm::Login, expire);
        self.0.mint(expire, &[service.into()], out)
    }
}
