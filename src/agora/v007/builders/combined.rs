//! Conversational AI and speech to text: RTC and RTM with a marker service.

use super::rtc::role_service;
use super::token_builder;
use crate::Error;
use crate::agora::v007::{PrivilegeRtm, ServiceConvoAi, ServiceRtm, ServiceStt};
use crate::agora::{Account, ExpireIn, Role};
use crate::crypto::platform::Crypto;
use crate::output::Output;
use crate::wire::zlib::Compression;

macro_rules! combined_builder {
    ($(#[$doc:meta])* $name:ident, $service:ident) => {
        token_builder! { $(#[$doc])* $name }

        impl<C: Compression, M: Crypto> $name<C, M> {
            /// A token as
            /// [`build_token_with_rtm2`](super::RtcTokenBuilder2::build_token_with_rtm2)
            /// builds it, with the marker service added.
            ///
            /// # Errors
            ///
            /// As [`Issuer::mint`](crate::agora::v007::Issuer::mint).
            #[allow(clippy::too_many_arguments)] // The official function has them.
            pub fn build_token<O: Output>(
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
                let rtc = role_service(channel, Account::Name(rtc_account), rtc_role, privileges);
                let rtm = ServiceRtm::new(rtm_user_id)
                    .add_privilege(PrivilegeRtm::Login, rtm_token_expire);
                let services = [rtc.into(), rtm.into(), $service::new().into()];
                self.0.mint(rtc_token_expire, &services, out)
            }
        }
    };
}

combined_builder! {
    /// Builds tokens for conversational AI (official name:
    /// `ConvoAITokenBuilder`; service type 9).
    #[doc(alias = "ConvoAITokenBuilder")]
    ConvoAiTokenBuilder, ServiceConvoAi
}

combined_builder! {
    /// Builds tokens for speech to text (official name; service type 10).
    SttTokenBuilder, ServiceStt
}
