//! Flexible classroom: the product was called Education and is called APaaS;
//! both official builders give the same bytes.

use super::token_builder;
use crate::Error;
use crate::agora::v007::{
    PrivilegeApaas, PrivilegeChat, PrivilegeRtm, ServiceApaas, ServiceChat, ServiceRtm,
};
use crate::agora::{Account, ExpireIn};
use crate::buffer::as_text;
use crate::crypto::md5::md5_hex;
use crate::crypto::platform::Crypto;
use crate::output::Output;
use crate::wire::zlib::Compression;

token_builder! {
    /// Builds tokens for the flexible classroom (official name).
    EducationTokenBuilder2
}

/// The newer official name of [`EducationTokenBuilder2`].
pub type ApaasTokenBuilder<
    C = crate::wire::zlib::DefaultCompression,
    M = crate::crypto::platform::Software,
> = EducationTokenBuilder2<C, M>;

impl<C: Compression, M: Crypto> EducationTokenBuilder2<C, M> {
    /// A token for `user_uuid` in `room_uuid` with `role` (a number of the
    /// product), including signaling and chat; the chat user is the MD5 of
    /// `user_uuid` as hexadecimal text.
    ///
    /// Official Node.js and Deno builders forget the room privilege and turn
    /// role 0 into -1; this one does what all others do.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_room_user_token<O: Output>(
        &mut self,
        room_uuid: &str,
        user_uuid: &str,
        role: i16,
        expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let chat_user = md5_hex(&[user_uuid.as_bytes()]);
        let classroom = ServiceApaas::new(room_uuid, user_uuid, role)
            .add_privilege(PrivilegeApaas::RoomUser, expire);
        let rtm = ServiceRtm::beside_rtc(Account::Name(user_uuid))
            .add_privilege(PrivilegeRtm::Login, expire);
        let chat =
            ServiceChat::new(as_text(&chat_user)?).add_privilege(PrivilegeChat::User, expire);
        self.0
            .mint(expire, &[classroom.into(), rtm.into(), chat.into()], out)
    }

    /// A token for `user_uuid` without a room.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_user_token<O: Output>(
        &mut self,
        user_uuid: &str,
        expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let service = ServiceApaas::new("", user_uuid, ServiceApaas::NO_ROLE)
            .add_privilege(PrivilegeApaas::User, expire);
        self.0.mint(expire, &[service.into()], out)
    }

    /// A token for the application itself.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_app_token<O: Output>(
        &mut self,
        expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let service = ServiceApaas::new("", "", ServiceApaas::NO_ROLE)
            .add_privilege(PrivilegeApaas::App, expire);
        self.0.mint(expire, &[service.into()], out)
    }
}
