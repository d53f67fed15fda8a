//! Who issues a token, and choices that several functions share.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, size_of};

#[cfg(feature = "legacy")]
use tokenmint::agora::Credentials;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{
    AppId, ChatTokenBuilder2, ConvoAiTokenBuilder, EducationTokenBuilder2, ExpireIn,
    FpaTokenBuilder, Role, RtcTokenBuilder2, RtmTokenBuilder2, Stamp, SttTokenBuilder,
};
use tokenmint::internals::agora::{Key, check, checked, derive, derive_key, given, with_key};
use tokenmint::platform::CryptoFailed;
use tokenmint::{Error, Limits};

use crate::compression::{Chosen, tokenmint_compression};
use crate::crypto::{Hmac, tokenmint_hmac};
use crate::frame::{Body, Buffer, Call, Guard, Params, Plain, Text, put, stack};
use crate::status::{
    Failure, TOKENMINT_ERR_BAD_CERTIFICATE, TOKENMINT_ERR_CRYPTO_FAILED, TOKENMINT_ERR_DUPLICATE,
    TOKENMINT_ERR_UNKNOWN_VALUE, written,
};

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
    /// In place of the certificate (both pointers are never given), the key of the
    /// second `issued_at`, which @ref tokenmint_agora_time_key gave: for 007
    /// alone. NULL: none.
    pub time_key: *const u8,
    /// Bytes of it: `TOKENMINT_AGORA_TIME_KEY_LEN`.
    pub time_key_len: usize,
    /// How a 007 token is compressed; not NULL for 007, not used elsewhere.
    /// @init TOKENMINT_COMPRESSION
    pub compression: tokenmint_compression,
    /// Computes HMAC-SHA256; not NULL, not used for what is older than 006.
    /// @init TOKENMINT_HMAC_SHA256
    pub hmac_sha256: tokenmint_hmac,
    /// Handed to `hmac_sha256` as it is; may be NULL. Otherwise it may name a key of
    /// the platform: then 006 (not 007) does without a certificate here.
    pub hmac_context: *mut c_void,
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

/// Bytes of the key of a second.
pub const TOKENMINT_AGORA_TIME_KEY_LEN: usize = 32;

/// What an issuer struct says, checked. Secrets stay where the caller has them.
pub(super) struct Issued<'g> {
    app_id: &'g [u8; AppId::LEN],
    /// Empty: there is a key in its place, or the platform holds it.
    certificate: &'g str,
    pub(super) stamp: Stamp,
    pub(super) limits: Limits,
    time_key: &'g [u8],
    compression: tokenmint_compression,
    hmac: tokenmint_hmac,
    hmac_context: *mut c_void,
}

impl<'g> Issued<'g> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    pub(super) unsafe fn read(
        guard: &'g Guard,
        issuer: *const tokenmint_agora_issuer,
    ) -> Result<Self, Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let (issuer, app_id, certificate, time_key) = unsafe {
            let issuer = guard.read(issuer, &mut place)?;
            let app_id = guard.text(issuer.app_id, issuer.app_id_len)?;
            let certificate = guard.text(issuer.certificate, issuer.certificate_len)?;
            let time_key = guard.bytes(issuer.time_key, issuer.time_key_len)?;
            (issuer, app_id, certificate, time_key)
        };
        if issuer.reserved != 0 {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        if !certificate.is_empty() && !time_key.is_empty() {
            return Err(Failure::call(TOKENMINT_ERR_DUPLICATE));
        }
        Ok(Self {
            limits: limits(issuer.limits)?,
            stamp: Stamp::new(issuer.issued_at, issuer.salt)?,
            app_id: check(app_id, Some(certificate).filter(|text| !text.is_empty()))?,
            certificate,
            time_key,
            compression: issuer.compression,
            hmac: issuer.hmac_sha256,
            hmac_context: issuer.hmac_context,
        })
    }

    /// For what is made with the certificate itself.
    #[cfg(feature = "legacy")]
    pub(super) fn credentials(&self) -> Result<Credentials, Error> {
        Credentials::new(self.app_id().as_str(), self.certificate)
    }

    pub(super) const fn app_id(&self) -> AppId {
        checked(self.app_id)
    }

    /// The certificate as the key of a 006 token; empty: the platform holds it, and
    /// there is a context that says which it is.
    pub(super) fn key006(&self) -> Result<&'g [u8], Failure> {
        let none = self.certificate.is_empty() && self.hmac_context.is_null();
        if none || !self.time_key.is_empty() {
            return Err(Failure::call(TOKENMINT_ERR_BAD_CERTIFICATE));
        }
        Ok(self.certificate.as_bytes())
    }

    pub(super) fn hmac(&self) -> Result<Hmac, Failure> {
        Hmac::new(self.hmac, self.hmac_context)
    }

    /// Puts the key of the second where it belongs: given, or made of the
    /// certificate.
    fn time_key(&self, hmac: &mut Hmac, key: &mut Key) -> Result<(), Failure> {
        if !self.time_key.is_empty() {
            *key.expose_mut() = *given(self.time_key)?;
            return Ok(());
        }
        self.made_key(hmac, key)
    }

    fn made_key(&self, hmac: &mut Hmac, key: &mut Key) -> Result<(), Failure> {
        if self.certificate.is_empty() {
            return Err(Failure::call(TOKENMINT_ERR_BAD_CERTIFICATE));
        }
        let certificate = self.certificate.as_bytes();
        derive(hmac, self.stamp.issued_at(), certificate, key).map_err(crypto_failed)
    }

    /// The issuer of a 007 token, which has no key yet.
    fn minter(&self) -> Result<Minter, Failure> {
        Ok(with_key(
            self.app_id(),
            self.stamp,
            self.limits,
            Chosen::new(self.compression)?,
            self.hmac()?,
            Key::new([0; TIME_KEY_LEN]),
        ))
    }

    /// Gives `minter` its key, where it stands: a copy of it is a copy of its key.
    #[inline(never)]
    fn give_key(&self, minter: &mut Minter) -> Result<(), Failure> {
        let mut time_key = Key::new([0; TIME_KEY_LEN]);
        self.time_key(&mut self.hmac()?, &mut time_key)?;
        derive_key(minter, time_key.expose()).map_err(crypto_failed)
    }
}

fn crypto_failed(_: CryptoFailed) -> Failure {
    Failure::call(TOKENMINT_ERR_CRYPTO_FAILED)
}

/// Lends `work` the issuer of a 007 token.
///
/// # Safety
///
/// The pointer rules of the crate.
pub(crate) unsafe fn with_issuer007<R>(
    guard: &Guard,
    issuer: *const tokenmint_agora_issuer,
    work: impl FnOnce(&mut Minter) -> Result<R, Failure>,
) -> Result<R, Failure> {
    // SAFETY: the same promise.
    let issued = unsafe { Issued::read(guard, issuer)? };
    let mut issuer = issued.minter()?;
    issued.give_key(&mut issuer)?;
    work(&mut issuer)
}

const TIME_KEY_LEN: usize = TOKENMINT_AGORA_TIME_KEY_LEN;

/// The key of the second `issued_at`, for a device that mints its own 007 tokens
/// without the certificate: see @ref tokenmint_agora_issuer::time_key. It is a
/// secret, with which every token of that issue time can be made; none of them
/// outlives it by more than 24 hours.
///
/// @param issuer  Who issues it, with a certificate; `compression`, `salt` and
///        `limits` play no part.
/// @param out,out_cap,out_len  The key, `TOKENMINT_AGORA_TIME_KEY_LEN` bytes: no
///        NUL follows.
/// @retvals bytes_call invalid_utf8 struct_size unknown_value issue_time_zero_agora bad_app_id bad_certificate certificate_is_app_id crypto_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_time_key(
    issuer: *const tokenmint_agora_issuer,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        stack::run::<{ stack::HASHES }, _>(|| {
            Call::bytes(out, out_cap, out_len).run(move |guard, out| {
                let issued = Issued::read(guard, issuer)?;
                let mut key = Key::new([0; TIME_KEY_LEN]);
                issued.made_key(&mut issued.hmac()?, &mut key)?;
                written(put(key.expose(), out))
            })
        })
    }
}

/// An issuer of 007 tokens, as C has chosen it.
pub(crate) type Minter = Issuer<Chosen, Hmac>;

/// A builder that is its issuer and nothing else, or the issuer itself.
///
/// # Safety
///
/// `Minter`, or `repr(transparent)` around it.
pub(super) unsafe trait Builder {}

macro_rules! builders {
    ($($name:ident)+) => {$(
        // SAFETY: the builder's documentation says so.
        unsafe impl Builder for $name<Chosen, Hmac> {}
    )+};
}

// SAFETY: it is one.
unsafe impl Builder for Minter {}

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
            with_issuer007(guard, issuer, |issuer| {
                body.run(guard, &mut Minting { issuer, out })
            })
        })
    }
}

/// What a builder works on.
struct Minting<'m> {
    issuer: &'m mut Minter,
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
