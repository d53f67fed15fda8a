//! Agora credentials: AccessToken2 ("007"), AccessToken ("006"), and with
//! feature `legacy` what came before them.
//!
//! | format | module | deadlines | for |
//! |---|---|---|---|
//! | 007 | [`v007`] | relative to the issue time: [`ExpireIn`] | new work |
//! | 006 | [`v006`] | absolute: [`ExpireAt`] | projects that still ask for it |
//! | 001-005, signaling | `legacy` (feature) | absolute | old installations only |
//!
//! Signatures of notifications (webhooks) are in [`notification`].
//!
//! Source of the formats: the official token builders (AgoraIO/Tools,
//! `DynamicKey/AgoraDynamicKey`) and the npm package `agora-token`. Builders,
//! services and privileges have the names they have there.
//!
//! ```
//! use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Stamp};
//!
//! let credentials = Credentials::new(
//!     "970CA35de60c44645bbae8a215061b33",
//!     "5CFd2fd1755d40ecb72977518be15d3b",
//! )?;
//! let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
//! let hour = ExpireIn::hours(1);
//!
//! let mut buffer = [0; tokenmint::agora::v007::RTC_CAPACITY];
//! let token = RtcTokenBuilder2::new(&credentials, stamp)
//!     .build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, &mut buffer)?;
//! assert!(token.starts_with("007"));
//! # Ok::<(), tokenmint::Error>(())
//! ```

mod account;
pub mod authorization;
mod check;
pub(crate) mod credentials;
mod expire;
mod helpers;
#[cfg(feature = "legacy")]
pub mod legacy;
mod limits;
pub mod notification;
mod privileges;
mod reading;
mod role;
#[cfg(feature = "std")]
mod salts;
mod stamp;
pub mod v006;
pub mod v007;
mod warning;

pub use account::{Account, AccountText};
pub use check::{Expected, Report, Wanted};
pub use credentials::{AppCertificate, AppId, Credentials};
pub use expire::{ExpireAt, ExpireIn};
pub use helpers::{
    DEFAULT_EXPIRY_SECONDS, MAX_EXPIRY_SECONDS, generate_convo_ai_token, generate_rtc_token,
};
pub use limits::{ACCOUNT_MAX, CHANNEL_MAX, RTM_USER_ID_MAX, is_documented_character};
pub use role::Role;
#[cfg(feature = "std")]
pub use salts::Salts;
pub use stamp::Stamp;
pub use v006::builders::{RtcTokenBuilder, RtmTokenBuilder};
pub use v006::token::AccessToken;
pub use v007::builders::{
    ApaasTokenBuilder, ChatTokenBuilder2, ConvoAiTokenBuilder, EducationTokenBuilder2,
    FpaTokenBuilder, RtcTokenBuilder2, RtmTokenBuilder2, SttTokenBuilder,
};
pub use v007::token::AccessToken2;
pub use warning::{NameFault, OddAccount, Warning};
