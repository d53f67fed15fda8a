//! Fusion player acceleration.

use super::token_builder;
use crate::Error;
use crate::agora::ExpireIn;
use crate::agora::v007::{PrivilegeFpa, ServiceFpa};
use crate::crypto::platform::Crypto;
use crate::output::Output;
use crate::wire::zlib::Compression;

token_builder! {
    /// Builds tokens for fusion player acceleration (official name).
    FpaTokenBuilder
}

impl<C: Compression, M: Crypto> FpaTokenBuilder<C, M> {
    /// A token for the whole project; it lasts 24 hours, as the official
    /// builder has it.
    ///
    /// # Errors
    ///
    /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
    pub fn build_token<O: Output>(&mut self, out: O) -> Result<O::Text, Error> {
        let service = ServiceFpa::new().add_privilege(PrivilegeFpa::Login, ExpireIn::WITH_TOKEN);
        self.0.mint(ExpireIn::MAX, &[service.into()], out)
    }
}
