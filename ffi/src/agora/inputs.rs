//! Who issues a token, and choices that several functions share.

use core::ffi::c_char;
use core::mem::{MaybeUninit, size_of};

use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{
    ChatTokenBuilder2, ConvoAiTokenBuilder, Credentials, EducationTokenBuilder2, ExpireIn,
    FpaTokenBuilder, Role, RtcTokenBuilder2, RtmTokenBuilder2, Stamp, SttTokenBuilder,
};
use tokenmint::{Error, Limits};

use crate::compression::{Chosen, tokenmint_compression};
use crate::frame::{Body, Buffer, Call, Guard, Params, Plain, Text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// 006 only: the same as a publisher.
pub const TOKENMINT_AGORA_ROLE_ATTENDEE: u32 = 0;
/// May join and publish audio, video and data.
pub const TOKENMINT_AGORA_ROLE_PUBLISHER: u32 = 1;
/// May only join.
pub const TOKENMINT_AGORA_ROLE_SUBSCRIBER: u32 = 2;
/// 006 only: the same as a publisher.
pub const TOKENMINT_AGORA_ROLE_ADMIN: u32 = 101;

/// Names and lifetimes as the service documents them: channels of 1 to 64 and
/// accounts of 1 to 255 bytes of 89 characters, RTM user ids of 1 to 64 bytes,
/// lifetimes of at most 86,400 seconds.
pub const TOKENMINT_AGORA_LIMITS_DOCUMENTED: u32 = 0;
/// Only what the wire format cannot carry is refused.
pub const TOKENMINT_AGORA_LIMITS_WIRE: u32 = 1;

/// Who issues a token, when, and how it is written.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_issuer {
    /// `sizeof(tokenmint_agora_issuer)`.
    pub struct_size: usize,
    /// The app id: 32 hexadecimal digits, letter case kept.
    pub app_id: *const c_char,
    /// Bytes of the app id.
    pub app_id_len: usize,
    /// The app certificate: 32 hexadecimal digits. The library keeps no copy
    /// after the call; wiping this one is yours.
    pub certificate: *const c_char,
    /// Bytes of the certificate.
    pub certificate_len: usize,
    /// How a 007 token is compressed; not NULL for 007, not used elsewhere.
    /// @init TOKENMINT_COMPRESSION
    pub compression: tokenmint_compression,
    /// Issue time in Unix seconds, UTC. 0 is an error: the clock is not set.
    pub issued_at: u32,
    /// Any number; official libraries draw it from 1 to 99,999,999. It need not
    /// be secret.
    pub salt: u32,
    /// `TOKENMINT_AGORA_LIMITS_DOCUMENTED` or `TOKENMINT_AGORA_LIMITS_WIRE`.
    /// @init TOKENMINT_AGORA_LIMITS_DOCUMENTED
    pub limits: u32,
    /// 0.
    pub reserved: u32,
}

// SAFETY: integers, pointers and an optional function pointer.
unsafe impl Plain for tokenmint_agora_issuer {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_issuer {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// How long each privilege of an RTC service lasts, in seconds from the issue
/// time; 0: as long as the token.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_rtc_lifetimes {
    /// `sizeof(tokenmint_agora_rtc_lifetimes)`.
    pub struct_size: usize,
    /// To join the channel.
    pub join_channel: u32,
    /// To publish audio.
    pub publish_audio: u32,
    /// To publish video.
    pub publish_video: u32,
    /// To publish data.
    pub publish_data: u32,
}

// SAFETY: integers.
unsafe impl Plain for tokenmint_agora_rtc_lifetimes {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_rtc_lifetimes {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// What an issuer struct says, checked.
pub(super) struct Issued {
    pub(super) credentials: Credentials,
    pub(super) stamp: Stamp,
    pub(super) limits: Limits,
}

impl Issued {
    /// What `issuer` says, and the compression it names.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(super) unsafe fn read(
        guard: &Guard,
        issuer: *const tokenmint_agora_issuer,
    ) -> Result<(Self, tokenmint_compression), Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let (issuer, app_id, certificate) = unsafe {
            let issuer = guard.read(issuer, &mut place)?;
            let app_id = guard.text(issuer.app_id, issuer.app_id_len)?;
            let certificate = guard.text(issuer.certificate, issuer.certificate_len)?;
            (issuer, app_id, certificate)
        };
        if issuer.reserved != 0 {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        let issued = Self {
            limits: limits(issuer.limits)?,
            stamp: Stamp::new(issuer.issued_at, issuer.salt)?,
            credentials: Credentials::new(app_id, certificate)?,
        };
        Ok((issued, issuer.compression))
    }
}

/// The issuer of a 007 token.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
pub(crate) unsafe fn issuer007(
    guard: &Guard,
    issuer: *const tokenmint_agora_issuer,
) -> Result<Issuer<Chosen>, Failure> {
    // SAFETY: the same promise.
    let issued = unsafe { Issued::read(guard, issuer) };
    // Not moved out: a move may be a copy.
    match &issued {
        Ok((issued, compression)) => Ok(Issuer::with(
            &issued.credentials,
            issued.stamp,
            issued.limits,
            Chosen::new(*compression)?,
        )),
        Err(failure) => Err(*failure),
    }
}

/// A builder that is its issuer and nothing else, or the issuer itself.
///
/// # Safety
///
/// `Issuer<Chosen>`, or `repr(transparent)` around it.
pub(super) unsafe trait Builder {}

macro_rules! builders {
    ($($name:ident)+) => {$(
        // SAFETY: the builder's documentation says so.
        unsafe impl Builder for $name<Chosen> {}
    )+};
}

// SAFETY: it is one.
unsafe impl Builder for Issuer<Chosen> {}

builders! {
    ChatTokenBuilder2 ConvoAiTokenBuilder EducationTokenBuilder2 FpaTokenBuilder
    RtcTokenBuilder2 RtmTokenBuilder2 SttTokenBuilder
}

impl Call<Text> {
    /// Mints a 007 token: `body` gets the builder that `issuer` makes, beside the
    /// buffer.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(super) unsafe fn mint<B: Builder>(
        self,
        issuer: *const tokenmint_agora_issuer,
        mut body: impl FnMut(&Guard, &mut B, &mut Buffer) -> Result<usize, Failure>,
    ) -> i32 {
        let mut body = move |guard: &Guard, minting: &mut Minting<'_>| {
            // SAFETY: a builder is its issuer.
            let builder = unsafe { &mut *(&raw mut *minting.issuer).cast() };
            body(guard, builder, minting.out)
        };
        let (out, cap, len) = self.parts();
        // SAFETY: the same promise.
        unsafe { mint_with(out, cap, len, issuer, &mut body) }
    }
}

/// One for all builders: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn mint_with(
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
    issuer: *const tokenmint_agora_issuer,
    body: &mut dyn for<'m> Body<Minting<'m>, usize>,
) -> i32 {
    // SAFETY: the same promise.
    unsafe {
        Call::text(out, out_cap, out_len).run(move |guard, out| {
            // Not moved out: a copy of it is a copy of its key.
            match &mut issuer007(guard, issuer) {
                Ok(issuer) => body.run(guard, &mut Minting { issuer, out }),
                Err(failure) => Err(*failure),
            }
        })
    }
}

/// What a builder works on.
struct Minting<'m> {
    issuer: &'m mut Issuer<Chosen>,
    out: &'m mut Buffer,
}

fn limits(number: u32) -> Result<Limits, Failure> {
    match number {
        TOKENMINT_AGORA_LIMITS_DOCUMENTED => Ok(Limits::Documented),
        TOKENMINT_AGORA_LIMITS_WIRE => Ok(Limits::Wire),
        _ => Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    }
}

pub(super) fn agora_role(number: u32) -> Result<Role, Failure> {
    Role::try_from(number).map_err(|_: Error| Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE))
}

/// The four lifetimes, in the order of the builders.
///
/// # Safety
///
/// The pointer rules of the crate.
pub(super) unsafe fn rtc_lifetimes(
    guard: &Guard,
    lifetimes: *const tokenmint_agora_rtc_lifetimes,
) -> Result<[ExpireIn; 4], Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the same promise.
    let lifetimes = unsafe { guard.read(lifetimes, &mut place)? };
    Ok([
        lifetimes.join_channel,
        lifetimes.publish_audio,
        lifetimes.publish_video,
        lifetimes.publish_data,
    ]
    .map(ExpireIn::seconds))
}
