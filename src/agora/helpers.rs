//! The token helpers of the Conversational AI SDK, under their names there.

use super::{Credentials, ExpireIn, Role, RtcTokenBuilder2};
use crate::Error;
use crate::agora::Stamp;
use crate::output::Output;

/// The longest lifetime: 24 hours.
pub const MAX_EXPIRY_SECONDS: u32 = 86_400;

/// The lifetime when none is given: 24 hours.
pub const DEFAULT_EXPIRY_SECONDS: u32 = MAX_EXPIRY_SECONDS;

/// An RTC token for `uid` (0: any user) in `channel`; the token and every
/// privilege last `expire`.
///
/// The SDK calls it with publisher and 86,400 seconds unless told otherwise.
/// It is a 007 token whatever else is installed, and a lifetime of 0 or above
/// 24 hours is an error: the SDK lets both pass.
///
/// # Errors
///
/// As [`Issuer::mint`](super::v007::Issuer::mint).
pub fn generate_rtc_token<O: Output>(
    credentials: &Credentials,
    stamp: Stamp,
    channel: &str,
    uid: u32,
    role: Role,
    expire: ExpireIn,
    out: O,
) -> Result<O::Text, Error> {
    RtcTokenBuilder2::new(credentials, stamp)
        .build_token_with_uid(channel, uid, role, expire, expire, out)
}

/// A token for RTC and RTM with the same `account`, always as publisher, as
/// the Conversational AI service takes it for its REST interface and for an
/// agent that joins a channel.
///
/// `privilege_expire` limits the RTC privileges;
/// [`ExpireIn::WITH_TOKEN`] means the same as `token_expire`, unlike in
/// [`RtcTokenBuilder2::build_token_with_rtm`], which writes 0. The RTM login
/// lasts as long as the token.
///
/// # Errors
///
/// As [`Issuer::mint`](super::v007::Issuer::mint).
pub fn generate_convo_ai_token<O: Output>(
    credentials: &Credentials,
    stamp: Stamp,
    channel_name: &str,
    account: &str,
    token_expire: ExpireIn,
    privilege_expire: ExpireIn,
    out: O,
) -> Result<O::Text, Error> {
    let privilege_expire = if privilege_expire == ExpireIn::WITH_TOKEN {
        token_expire
    } else {
        privilege_expire
    };
    RtcTokenBuilder2::new(credentials, stamp).build_token_with_rtm(
        channel_name,
        account,
        Role::Publisher,
        token_expire,
        privilege_expire,
        out,
    )
}
