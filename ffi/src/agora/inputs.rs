//! Who issues a token, and choices that several functions share.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};

#[cfg(feature = "legacy")]
use tokenmint::agora::Credentials;
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{
    AppId, ChatTokenBuilder2, ConvoAiTokenBuilder, EducationTokenBuilder2, ExpireIn,
    FpaTokenBuilder, Role, RtcTokenBuilder2, RtmTokenBuilder2, Stamp, SttTokenBuilder,
};
use tokenmint::internals::agora::{
    Key, check, checked, derive, derive_key, derive_time_key, given, with_key,
};
use tokenmint::platform::CryptoFailed;
use tokenmint::{Error, Limits};

use crate::compression::{Chosen, tokenmint_compression};
use crate::crypto::{Hmac, tokenmint_hmac};
use crate::frame::{
    Arguments, Buffer, Call, Door, Guard, Kinds, Led, Params, Passage, Plain, Text, function,
    known_bytes, known_text, put, stack,
};
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
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, app_id))
        .and(Kinds::TEXT, offset_of!(Self, certificate))
        .and(Kinds::BYTES, offset_of!(Self, time_key));
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

/// An issuer struct that was checked: one word, so that a result fits into two
/// registers. Secrets stay where the caller has them.
#[derive(Clone, Copy)]
pub(super) struct Issued<'g>(&'g tokenmint_agora_issuer);

impl<'g> Issued<'g> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    pub(super) unsafe fn read(
        guard: &'g Guard,
        issuer: *const tokenmint_agora_issuer,
        place: &'g mut MaybeUninit<tokenmint_agora_issuer>,
    ) -> Result<Self, Failure> {
        // SAFETY: the same promise; the guard has looked at the text.
        let (it, app_id, certificate) = unsafe {
            let it = guard.read(issuer, place)?;
            let app_id = known_text(it.app_id, it.app_id_len);
            (it, app_id, known_text(it.certificate, it.certificate_len))
        };
        if it.reserved != 0 {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        if it.certificate_len != 0 && it.time_key_len != 0 {
            return Err(Failure::call(TOKENMINT_ERR_DUPLICATE));
        }
        if it.limits > TOKENMINT_AGORA_LIMITS_WIRE {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        Stamp::new(it.issued_at, it.salt)?;
        check(app_id, Some(certificate).filter(|text| !text.is_empty()))?;
        Ok(Self(it))
    }

    pub(super) fn stamp(self) -> Stamp {
        // SAFETY: `read` has looked at it: the time is not 0.
        unsafe { Stamp::new(self.0.issued_at, self.0.salt).unwrap_unchecked() }
    }

    pub(super) const fn limits(self) -> Limits {
        match self.0.limits {
            TOKENMINT_AGORA_LIMITS_DOCUMENTED => Limits::Documented,
            _ => Limits::Wire,
        }
    }

    /// Empty: there is a key in its place, or the platform holds it.
    const fn certificate(self) -> &'g str {
        // SAFETY: the guard has looked at it.
        unsafe { known_text(self.0.certificate, self.0.certificate_len) }
    }

    /// For what is made with the certificate itself.
    #[cfg(feature = "legacy")]
    pub(super) fn credentials(self) -> Result<Credentials, Error> {
        Credentials::new(self.app_id().as_str(), self.certificate())
    }

    pub(super) const fn app_id(self) -> AppId {
        // SAFETY: `read` has looked at it: there are 32 digits.
        checked(unsafe { &*self.0.app_id.cast() })
    }

    /// The certificate as the key of a 006 token; empty: the platform holds it, and
    /// there is a context that says which it is.
    pub(super) fn key006(self) -> Result<&'g [u8], Failure> {
        let certificate = self.certificate().as_bytes();
        let none = certificate.is_empty() && self.0.hmac_context.is_null();
        if none || self.0.time_key_len != 0 {
            return Err(Failure::call(TOKENMINT_ERR_BAD_CERTIFICATE));
        }
        Ok(certificate)
    }

    pub(super) fn hmac(self) -> Result<Hmac, Failure> {
        Hmac::new(self.0.hmac_sha256, self.0.hmac_context)
    }

    /// The certificate as the key of a second is made of it.
    fn key007(self) -> Result<&'g [u8], Failure> {
        match self.certificate().as_bytes() {
            [] => Err(Failure::call(TOKENMINT_ERR_BAD_CERTIFICATE)),
            certificate => Ok(certificate),
        }
    }

    /// The issuer of a 007 token, which has no key yet.
    fn minter(self) -> Result<Minter, Failure> {
        Ok(with_key(
            self.app_id(),
            self.stamp(),
            self.limits(),
            Chosen::new(self.0.compression)?,
            self.hmac()?,
            Key::new([0; TIME_KEY_LEN]),
        ))
    }

    /// Gives `minter` its key, where it stands: a copy of it is a copy of its key.
    #[inline(never)]
    fn give_key(self, minter: &mut Minter) -> Result<(), Failure> {
        // SAFETY: the guard has looked at it.
        let time_key = unsafe { known_bytes(self.0.time_key, self.0.time_key_len) };
        let mut made = Key::new([0; TIME_KEY_LEN]);
        if time_key.is_empty() {
            derive_time_key(minter, self.key007()?, &mut made).map_err(crypto_failed)?;
        } else {
            // (An assignment would link `memmove`: a device has no other use for it.)
            for (to, from) in made.expose_mut().iter_mut().zip(given(time_key)?) {
                *to = *from;
            }
        }
        derive_key(minter, made.expose()).map_err(crypto_failed)
    }
}

fn crypto_failed(_: CryptoFailed) -> Failure {
    Failure::call(TOKENMINT_ERR_CRYPTO_FAILED)
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
            Call::bytes(out, out_cap, out_len).with((issuer,), |(issuer,), guard, out| {
                let mut place = MaybeUninit::uninit();
                let issued = Issued::read(guard, issuer, &mut place)?;
                let mut key = Key::new([0; TIME_KEY_LEN]);
                let (seconds, certificate) = (issued.stamp().issued_at(), issued.key007()?);
                derive(&mut issued.hmac()?, seconds, certificate, &mut key)
                    .map_err(crypto_failed)?;
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

/// What a builder works on.
struct Minting<'m> {
    issuer: &'m mut Minter,
    out: &'m mut Buffer,
}

impl Call<Text> {
    /// Mints a 007 token: `body` gets what the call is given beside the issuer, and
    /// the builder that the issuer makes.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(super) unsafe fn mint<B, A, F>(
        self,
        issuer: *const tokenmint_agora_issuer,
        given: A,
        _body: F,
    ) -> i32
    where
        B: Builder,
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut B, &mut Buffer) -> Result<usize, Failure> + Copy,
    {
        let mut given = Led {
            leader: (issuer,),
            rest: given,
        };
        let door = const { &Passage::new::<Leader, A>(with_minter, build::<B, A, F>) }.door();
        // SAFETY: the same promise; the door is one for what is given.
        unsafe { self.through((&raw mut given).cast(), door) }
    }
}

/// What every minting function is given first.
type Leader = (*const tokenmint_agora_issuer,);

/// Makes the issuer. One for all builders: a device pays for it once.
unsafe fn with_minter(
    given: *const (),
    guard: &Guard,
    out: *mut (),
    door: *const Door,
) -> Result<usize, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: given by `mint`, through a passage; what `make` made is dropped once.
    unsafe {
        let (issuer,) = *given.cast::<Leader>();
        make(guard, issuer, &mut place)?;
        let mut minting = Minting {
            issuer: place.assume_init_mut(),
            out: &mut *out.cast(),
        };
        let done = Passage::inner(door)(given, guard, (&raw mut minting).cast(), door);
        place.assume_init_drop();
        done
    }
}

/// Makes an issuer in `place`, unless it fails. What it is made of is not on the
/// stack while it mints.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn make(
    guard: &Guard,
    issuer: *const tokenmint_agora_issuer,
    place: &mut MaybeUninit<Minter>,
) -> Result<(), Failure> {
    let mut copy = MaybeUninit::uninit();
    // SAFETY: the same promise; what is dropped has just been written.
    unsafe {
        let issued = Issued::read(guard, issuer, &mut copy)?;
        let keyed = issued.give_key(place.write(issued.minter()?));
        if keyed.is_err() {
            place.assume_init_drop();
        }
        keyed
    }
}

/// The step of a builder.
unsafe fn build<B, A, F>(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    B: Builder,
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut B, &mut Buffer) -> Result<usize, Failure> + Copy,
{
    // SAFETY: `mint` gives arguments, and `with_minter` this; a builder is its
    // issuer.
    unsafe {
        let rest = (*given.cast::<Led<Leader, A>>()).rest.read();
        let Minting { issuer, out } = &mut *on.cast::<Minting<'_>>();
        let builder = &mut *(&raw mut **issuer).cast();
        function::<F>()(rest, guard, builder, out)
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
