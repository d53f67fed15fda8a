//! Chat.

use super::token_builder;
use crate::Error;
use crate::agora::ExpireIn;
use crate::agora::v007::{PrivilegeChat, ServiceChat};
use crate::crypto::platform::Crypto;
use crate::output::Output;
use crate::wire::zlib::Compression;

token_builder! {
    /// Builds tokens for chat (official name).
    ChatTokenBuilder2
}

impl<C: Compression, M: Crypto> ChatTokenBuilder2<C, M> {
    /// A token for the chat user `user_id` (its UUID).
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_user_token<O: Output>(
        &mut self,
        user_id: &str,
        expire: ExpireIn,
        out: O,
    ) -> Result<O::Text, Error> {
        let service = ServiceChat::new(user_id).add_privilege(PrivilegeChat::User, expire);
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
        let service = ServiceChat::app().add_privilege(PrivilegeChat::App, expire);
        self.0.mint(expire, &[service.into()], out)
    }
}
