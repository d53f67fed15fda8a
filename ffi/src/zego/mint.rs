//! Minting.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use tokenmint::Error;
use tokenmint::internals::zego::{mint03, mint04, mint04_gcm};
use tokenmint::zego::{Access, Entropy, Mode, Token03, Token04};

use super::issuer::{Issued, tokenmint_zego_issuer};
use crate::frame::{Buffer, Call, Guard, text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// Denies a privilege.
pub const TOKENMINT_ZEGO_DENY: u32 = 0;
/// Allows a privilege.
pub const TOKENMINT_ZEGO_ALLOW: u32 = 1;

pub(super) fn access(number: u32) -> Result<Access, Failure> {
    match number {
        TOKENMINT_ZEGO_DENY => Ok(Access::Deny),
        TOKENMINT_ZEGO_ALLOW => Ok(Access::Allow),
        _ => Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    }
}

/// A token04, encrypted with AES-256-CBC (official name: generateToken04): the
/// revision that every ZEGO service reads.
///
/// @param issuer  Who issues it; `iv` has 16 bytes.
/// @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
/// @param effective_seconds  Lifetime in seconds from the issue time, above 0.
/// @param payload,payload_len  The payload as it is; empty for an identity
///        token. See @ref tokenmint_zego_room_payload.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals zego_mint
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_generate_token04(
    issuer: *const tokenmint_zego_issuer,
    user_id: *const c_char,
    user_id_len: usize,
    effective_seconds: i64,
    payload: *const c_char,
    payload_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(user_id, user_id_len),
                effective_seconds,
                text(payload, payload_len),
            ),
            |(issuer, user_id, effective_seconds, payload), guard, out| {
                let token04 = Given {
                    issuer,
                    user_id,
                    payload,
                    effective_seconds,
                    mode: Mode::Cbc,
                };
                token04.mint(guard, out, |token, issued, out| {
                    let entropy = Entropy::new(*issued.iv()?, issued.nonce());
                    mint04(
                        token,
                        issued.cipher(),
                        issued.key(),
                        entropy,
                        issued.issued_at(),
                        out,
                    )
                })
            },
        )
    }
}

/// A token04, encrypted with AES-256-GCM. Nothing public proves which services
/// read this revision: ask ZEGO first.
///
/// @param issuer  Who issues it; `iv` has 12 bytes and is never used twice, and
///        `cipher` is one for GCM.
/// @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
/// @param effective_seconds  Lifetime in seconds from the issue time, above 0.
/// @param payload,payload_len  The payload as it is; empty for an identity
///        token.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals zego_mint
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_generate_token04_gcm(
    issuer: *const tokenmint_zego_issuer,
    user_id: *const c_char,
    user_id_len: usize,
    effective_seconds: i64,
    payload: *const c_char,
    payload_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(user_id, user_id_len),
                effective_seconds,
                text(payload, payload_len),
            ),
            |(issuer, user_id, effective_seconds, payload), guard, out| {
                let token04 = Given {
                    issuer,
                    user_id,
                    payload,
                    effective_seconds,
                    mode: Mode::Gcm,
                };
                token04.mint(guard, out, |token, issued, out| {
                    let entropy = Entropy::new(*issued.iv()?, issued.nonce());
                    mint04_gcm(
                        token,
                        issued.cipher(),
                        issued.key(),
                        entropy,
                        issued.issued_at(),
                        out,
                    )
                })
            },
        )
    }
}

/// A token03, the predecessor of token04.
///
/// @param issuer  Who issues it; `iv` has 16 bytes.
/// @param room_id,room_id_len  The room: 1 to 64 UTF-16 units.
/// @param user_id,user_id_len  The user: 1 to 64 UTF-16 units.
/// @param login    `TOKENMINT_ZEGO_ALLOW` or `TOKENMINT_ZEGO_DENY`.
/// @param publish  `TOKENMINT_ZEGO_ALLOW` or `TOKENMINT_ZEGO_DENY`.
/// @param effective_seconds  Lifetime in seconds from the issue time, above 0.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals zego_mint
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_generate_token03(
    issuer: *const tokenmint_zego_issuer,
    room_id: *const c_char,
    room_id_len: usize,
    user_id: *const c_char,
    user_id_len: usize,
    login: u32,
    publish: u32,
    effective_seconds: i64,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(room_id, room_id_len),
                text(user_id, user_id_len),
                login,
                publish,
                effective_seconds,
            ),
            |(issuer, room_id, user_id, login, publish, effective_seconds), guard, out| {
                let mut place = MaybeUninit::uninit();
                let issued = Issued::read(guard, issuer, &mut place)?;
                let (login, publish) = (access(login)?, access(publish)?);
                let needed = Token03::capacity(room_id.len(), user_id.len());
                let token = Token03::new(
                    issued.app_id(),
                    room_id,
                    user_id,
                    login,
                    publish,
                    effective_seconds,
                )
                .limits(issued.limits());
                let entropy = Entropy::new(*issued.iv()?, issued.nonce());
                mint03(
                    &token,
                    issued.cipher(),
                    issued.key(),
                    entropy,
                    issued.issued_at(),
                    out,
                )
                .map_err(|error| Failure::with_room(error, needed))
            },
        )
    }
}

/// What the functions of both modes of token04 are given.
struct Given<'a> {
    issuer: *const tokenmint_zego_issuer,
    user_id: &'a str,
    payload: &'a str,
    effective_seconds: i64,
    mode: Mode,
}

impl Given<'_> {
    /// Runs `mint`, a pointer so that a device links this once, and of the modes
    /// what it names.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn mint(
        &self,
        guard: &Guard,
        out: &mut Buffer,
        mint: fn(&Token04<'_>, Issued<'_>, &mut Buffer) -> Result<usize, Error>,
    ) -> Result<usize, Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let issued = unsafe { Issued::read(guard, self.issuer, &mut place)? };
        let (user_id, payload) = (self.user_id, self.payload);
        let needed = Token04::capacity_in(self.mode, user_id.len(), payload.len());
        let token = Token04::new(issued.app_id(), user_id, self.effective_seconds)
            .payload(payload)
            .limits(issued.limits());
        mint(&token, issued, out).map_err(|error| Failure::with_room(error, needed))
    }
}
