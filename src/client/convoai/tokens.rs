//! Tokens by hand, with the defaults of the official SDK.
//!
//! | option | default | allowed |
//! |---|---|---|
//! | `role` | publisher | publisher, subscriber |
//! | `expiry_seconds`, `token_expire` | 86,400 | 1 to 86,400 |
//! | `privilege_expire` | 0: as long as the token | 0 to 86,400 |
//! | `stamp` | now, with a random salt | |
//! | `limits` | names as documented | |
//!
//! The functions of the core, [`crate::agora::generate_rtc_token`] and
//! [`crate::agora::generate_convo_ai_token`], do the same without allocation
//! and without a clock.

use std::string::{String, ToString};

use super::object::setters;
use crate::agora::{Credentials, ExpireIn, MAX_EXPIRY_SECONDS, Role, RtcTokenBuilder2, Stamp};
use crate::http::{Error, ErrorKind};
use crate::output::Owned;
use crate::{Error as TokenError, Limits};

/// What an RTC token can have other than its defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RtcTokenOptions {
    /// What the user may do.
    pub role: Role,
    /// Lifetime of the token and its privileges, in seconds.
    pub expiry_seconds: u32,
    /// Issue time and salt; without them now and at random.
    pub stamp: Option<Stamp>,
    /// How strict names are checked.
    pub limits: Limits,
}

impl Default for RtcTokenOptions {
    fn default() -> Self {
        Self {
            role: Role::Publisher,
            expiry_seconds: MAX_EXPIRY_SECONDS,
            stamp: None,
            limits: Limits::Documented,
        }
    }
}

setters! {
    RtcTokenOptions {
        /// Sets what the user may do.
        role: Role = role;
        /// Sets the lifetime of the token and its privileges, in seconds.
        expiry_seconds: u32 = expiry_seconds;
        /// Sets issue time and salt.
        stamp: Stamp = Some(stamp);
        /// Sets how strict names are checked.
        limits: Limits = limits;
    }
}

/// What a ConvoAI token can have other than its defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConvoAiTokenOptions {
    /// Lifetime of the token and of the RTM login, in seconds.
    pub token_expire: u32,
    /// Lifetime of the RTC privileges; 0 is that of the token.
    pub privilege_expire: u32,
    /// Issue time and salt; without them now and at random.
    pub stamp: Option<Stamp>,
    /// How strict names are checked.
    pub limits: Limits,
}

impl Default for ConvoAiTokenOptions {
    fn default() -> Self {
        Self {
            token_expire: MAX_EXPIRY_SECONDS,
            privilege_expire: 0,
            stamp: None,
            limits: Limits::Documented,
        }
    }
}

setters! {
    ConvoAiTokenOptions {
        /// Sets the lifetime of the token and of the RTM login, in seconds.
        token_expire: u32 = token_expire;
        /// Sets the lifetime of the RTC privileges; 0 is that of the token.
        privilege_expire: u32 = privilege_expire;
        /// Sets issue time and salt.
        stamp: Stamp = Some(stamp);
        /// Sets how strict names are checked.
        limits: Limits = limits;
    }
}

/// An RTC token for `uid` (0: any user) in `channel`.
///
/// ```
/// use tokenmint::client::convoai::generate_rtc_token;
///
/// let (app_id, certificate) =
///     ("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210");
/// let token = generate_rtc_token(app_id, certificate, "lobby", 7, Default::default())?;
/// assert!(token.starts_with("007"));
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::Credentials`] or [`ErrorKind::EmptyCertificate`],
/// [`ErrorKind::Lifetime`], or [`ErrorKind::Token`] for a channel that is not
/// allowed.
pub fn generate_rtc_token(
    app_id: &str,
    app_certificate: &str,
    channel: &str,
    uid: u32,
    options: RtcTokenOptions,
) -> Result<String, Error> {
    let credentials = credentials(app_id, app_certificate)?;
    let expire = lifetime(options.expiry_seconds, 1)?;
    let token = RtcTokenBuilder2::new(&credentials, stamp(options.stamp)?)
        .limits(options.limits)
        .build_token_with_uid(channel, uid, options.role, expire, expire, Owned)?;
    Ok(token)
}

/// A token for RTC and RTM with the same account, always as publisher.
///
/// # Errors
///
/// As [`generate_rtc_token`].
pub fn generate_convo_ai_token(
    app_id: &str,
    app_certificate: &str,
    channel_name: &str,
    account: &str,
    options: ConvoAiTokenOptions,
) -> Result<String, Error> {
    let credentials = credentials(app_id, app_certificate)?;
    let token_expire = lifetime(options.token_expire, 1)?;
    let privilege_expire = match lifetime(options.privilege_expire, 0)? {
        ExpireIn::WITH_TOKEN => token_expire,
        other => other,
    };
    let token = RtcTokenBuilder2::new(&credentials, stamp(options.stamp)?)
        .limits(options.limits)
        .build_token_with_rtm(
            channel_name,
            account,
            Role::Publisher,
            token_expire,
            privilege_expire,
            Owned,
        )?;
    Ok(token)
}

fn credentials(app_id: &str, app_certificate: &str) -> Result<Credentials, Error> {
    if app_certificate.is_empty() {
        return Err(Error::new(ErrorKind::EmptyCertificate));
    }
    Credentials::new(app_id, app_certificate).map_err(|error| {
        Error::with_message(ErrorKind::Credentials, error.to_string()).with_source(error)
    })
}

fn stamp(stamp: Option<Stamp>) -> Result<Stamp, TokenError> {
    stamp.map_or_else(Stamp::from_os, Ok)
}

fn lifetime(seconds: u32, min: u32) -> Result<ExpireIn, Error> {
    if !(min..=MAX_EXPIRY_SECONDS).contains(&seconds) {
        return Err(Error::with_message(
            ErrorKind::Lifetime,
            "1 to 86400 seconds are allowed",
        ));
    }
    Ok(ExpireIn::seconds(seconds))
}
