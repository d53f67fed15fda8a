//! The official builders, one file a product.
//!
//! | builder | official functions |
//! |---|---|
//! | [`RtcTokenBuilder2`] | `build_token_with_uid`, `..._user_account`, `..._and_privilege`, `build_token_with_rtm`, `build_token_with_rtm2` |
//! | [`RtmTokenBuilder2`] | `build_token`, `build_token_with_permissions` |
//! | [`ChatTokenBuilder2`] | `build_user_token`, `build_app_token` |
//! | [`EducationTokenBuilder2`], [`ApaasTokenBuilder`] | `build_room_user_token`, `build_user_token`, `build_app_token` |
//! | [`FpaTokenBuilder`] | `build_token` |
//! | [`ConvoAiTokenBuilder`], [`SttTokenBuilder`] | `build_token` |

mod chat;
mod combined;
mod education;
mod fpa;
mod rtc;
mod rtm;

pub use chat::ChatTokenBuilder2;
pub use combined::{ConvoAiTokenBuilder, SttTokenBuilder};
pub use education::{ApaasTokenBuilder, EducationTokenBuilder2};
pub use fpa::FpaTokenBuilder;
pub use rtc::RtcTokenBuilder2;
pub use rtm::RtmTokenBuilder2;

/// A builder around an issuer: construction and settings are the same for all.
macro_rules! token_builder {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// It is its issuer and nothing else: `repr(transparent)`.
        #[derive(Debug, Clone)]
        #[repr(transparent)]
        pub struct $name<
            C = crate::wire::zlib::DefaultCompression,
            M = crate::crypto::platform::Software,
        >(crate::agora::v007::Issuer<C, M>);

        impl $name {
            /// A builder for `credentials` at `stamp`, with the default
            /// compression and the documented limits.
            #[must_use]
            pub fn new(
                credentials: &crate::agora::Credentials,
                stamp: crate::agora::Stamp,
            ) -> Self {
                Self(crate::agora::v007::Issuer::new(credentials, stamp))
            }
        }

        impl<C, M> $name<C, M> {
            /// A builder from an issuer, which brings limits and compression.
            #[must_use]
            pub const fn with_issuer(issuer: crate::agora::v007::Issuer<C, M>) -> Self {
                Self(issuer)
            }

            /// Changes how strict names and lifetimes are checked.
            #[must_use]
            pub fn limits(self, limits: crate::Limits) -> Self {
                Self(self.0.limits(limits))
            }

            /// Changes the compression.
            #[must_use]
            pub fn compression<D>(self, compression: D) -> $name<D, M> {
                $name(self.0.compression(compression))
            }
        }
    };
}
use token_builder;
