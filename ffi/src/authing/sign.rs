//! Signing and checking.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use tokenmint::Error;
use tokenmint::authing::{AccessKey, Signature, authorization_of};
use tokenmint::internals::authing::{self, string_to_sign};

use super::request::{CallersRequest, tokenmint_authing_request};
use crate::frame::{
    Arguments, Buffer, Call, Chars, Door, Guard, Led, Passage, Text, bytes, copy, function, stack,
    text,
};
use crate::status::{Failure, lend, written};

/// Bytes of the keyed hash behind a signature (HMAC-SHA1).
pub const TOKENMINT_AUTHING_MAC_LEN: usize = 20;

/// The value of the `authorization` header for a request: "authing
/// id:signature".
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param key_secret,key_secret_len  Its secret. The library keeps no copy
///        after the call.
/// @param request  What is signed.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals authing
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_authorization(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    request: *const tokenmint_authing_request,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    let key = (text(key_id, key_id_len), text(key_secret, key_secret_len));
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let call = Call::text(out, out_cap, out_len);
        with_key(call, key, (request,), |(request,), guard, key, out| {
            let signature = signature(guard, key, request)?;
            written(key.authorization_of(&signature, out))
        })
    }
}

/// The signature alone, in base64.
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param key_secret,key_secret_len  Its secret. The library keeps no copy
///        after the call.
/// @param request  What is signed.
/// @param out,out_cap,out_len  The signature; see "Outputs".
/// @retvals authing
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_sign(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    request: *const tokenmint_authing_request,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    let key = (text(key_id, key_id_len), text(key_secret, key_secret_len));
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let call = Call::text(out, out_cap, out_len);
        with_key(call, key, (request,), |(request,), guard, key, out| {
            written(copy(signature(guard, key, request)?.as_bytes(), out))
        })
    }
}

/// The text that is signed, for a look at what a server refuses (codes 1300 to
/// 1306). It holds the parameters in clear. Here the needed capacity is the
/// exact one.
///
/// @param request  What is signed.
/// @param out,out_cap,out_len  The text; see "Outputs".
/// @retvals authing_request
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_string_to_sign(
    request: *const tokenmint_authing_request,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with((request,), |(request,), guard, out| {
            let mut place = MaybeUninit::uninit();
            let request = CallersRequest::read(guard, request, &mut place)?;
            written(string_to_sign(&request, out))
        })
    }
}

/// The value of the `authorization` header that opens the management event
/// stream. It is the same for every connection of a key.
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param key_secret,key_secret_len  Its secret. The library keeps no copy
///        after the call.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals text_call empty string_too_long bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_events_authorization(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    let key = (text(key_id, key_id_len), text(key_secret, key_secret_len));
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let call = Call::text(out, out_cap, out_len);
        with_key(call, key, (), |(), _, key, out| {
            written(key.events_authorization(out))
        })
    }
}

/// The value of the `authorization` header with a keyed hash of the platform: the
/// HMAC-SHA1 of @ref tokenmint_authing_string_to_sign, whose key is the secret.
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param mac,mac_len  The hash: `TOKENMINT_AUTHING_MAC_LEN` bytes.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals text_call empty string_too_long bad_character crypto_failed_mac
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_authorization_of_mac(
    key_id: *const c_char,
    key_id_len: usize,
    mac: *const u8,
    mac_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (text(key_id, key_id_len), bytes(mac, mac_len)),
            |(key_id, mac), _, out| {
                let mac: &[u8; TOKENMINT_AUTHING_MAC_LEN] =
                    mac.try_into().map_err(|_| Error::CryptoFailed)?;
                if mac.ends_with(&[0; 8]) {
                    return Err(Error::CryptoFailed.into());
                }
                written(authorization_of(key_id, &Signature::from_mac(mac), out))
            },
        )
    }
}

/// Checks an `authorization` value, in constant time as far as the signature
/// is concerned. It says nothing about freshness: date and nonce are yours to
/// compare.
///
/// @param key_id,key_id_len  Id of the access key.
/// @param key_secret,key_secret_len  Its secret.
/// @param request  What was signed.
/// @param authorization,authorization_len  The header value.
/// @retvals authing_check
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_verify(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    request: *const tokenmint_authing_request,
    authorization: *const c_char,
    authorization_len: usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        stack::run::<{ stack::REQUEST }, _>(|| {
            Call::judge().with(
                (
                    text(key_id, key_id_len),
                    text(key_secret, key_secret_len),
                    request,
                    text(authorization, authorization_len),
                ),
                |(key_id, key_secret, request, authorization), guard| {
                    let mut place = MaybeUninit::uninit();
                    let request = CallersRequest::read(guard, request, &mut place)?;
                    let key = &AccessKey::new(key_id, key_secret);
                    Ok(authing::verify(lend(key)?, &request, authorization)?)
                },
            )
        })
    }
}

/// Id and secret of a key, which functions are given first.
type Leader = (Chars, Chars);

/// What a body works on.
struct Keyed<'k> {
    key: &'k AccessKey,
    out: &'k mut Buffer,
}

/// Runs `body` with a key.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn with_key<A, F>(call: Call<Text>, leader: Leader, given: A, _body: F) -> i32
where
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard, &AccessKey, &mut Buffer) -> Result<usize, Failure> + Copy,
{
    let mut given = Led {
        leader,
        rest: given,
    };
    let door = const { &Passage::new::<Leader, A>(make_key, keyed::<A, F>) }.door();
    // SAFETY: the same promise; the door is one for what is given.
    unsafe { call.through_deep::<{ stack::REQUEST }>((&raw mut given).cast(), door) }
}

/// Makes the key. One for all functions: a device pays for it once.
unsafe fn make_key(
    given: *const (),
    guard: &Guard,
    out: *mut (),
    door: *const Door,
) -> Result<usize, Failure> {
    // SAFETY: given by `with_key`, through a passage.
    unsafe {
        let (key_id, key_secret) = given.cast::<Leader>().read().read();
        let key = &AccessKey::new(key_id, key_secret);
        let mut keyed = Keyed {
            key: lend(key)?,
            out: &mut *out.cast(),
        };
        Passage::inner(door)(given, guard, (&raw mut keyed).cast(), door)
    }
}

/// The step of a body with a key.
unsafe fn keyed<A, F>(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard, &AccessKey, &mut Buffer) -> Result<usize, Failure> + Copy,
{
    // SAFETY: `with_key` gives arguments, and `make_key` this.
    unsafe {
        let rest = (*given.cast::<Led<Leader, A>>()).rest.read();
        let Keyed { key, out } = &mut *on.cast::<Keyed<'_>>();
        function::<F>()(rest, guard, key, out)
    }
}

/// # Safety
///
/// The pointer rules of the crate.
unsafe fn signature(
    guard: &Guard,
    key: &AccessKey,
    request: *const tokenmint_authing_request,
) -> Result<Signature, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the same promise.
    let request = unsafe { CallersRequest::read(guard, request, &mut place)? };
    Ok(authing::sign(key, &request)?)
}
