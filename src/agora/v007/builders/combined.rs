//! Conversational AI and speech to text: RTC and RTM with a marker service.

use super::token_builder;
use crate::Error;
use crate::agora::v007::ServiceType;
use crate::agora::v007::stated::{Rtc, Rtm, Stated};
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
                let rtc = Rtc::new(channel, Account::Name(rtc_account), rtc_role, &privileges);
                let rtm = Rtm::new(Account::Name(rtm_user_id), rtm_token_expire);
                let marker = Stated::new(ServiceType::$service, &[], &[]);
                let services = [rtc.stated(), rtm.stated(), marker];
                self.0.mint_of(rtc_token_expire, &services.as_slice(), out)
            }
        }
    };
}

combined_builder! {
    /// Builds tokens for conversational AI (official name:
    /// `ConvoAITokenBuilder`; service type 9).
    #[doc(alias = "ConvoAITokenBuilder")]
    ConvoAiTokenBuilder, ConvoAi
}

combined_builder! {
    /// Builds tokens for speech to text (official name; service type 10).
    SttTokenBuilder, Stt
}
