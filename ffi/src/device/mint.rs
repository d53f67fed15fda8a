//! A token that is minted for a request, in the buffer of the request.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use core::ptr::{null, null_mut};

use super::part::{Kind, Minting, part};
use super::setup::tokenmint_device;
use crate::agora::{tokenmint_agora_generate_convo_ai_token, tokenmint_agora_issuer};
use crate::frame::{is_text, tokenmint_text};
use crate::status::{
    Failure, TOKENMINT_ERR_BUFFER_TOO_SMALL, TOKENMINT_ERR_SIGNER_FAILED, TOKENMINT_OK,
};

/// Makes the token of `issuer`, for `agent_uid` in `channel`, new for every
/// request.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_mint(making: *mut c_void) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Mint, mint) }
}

/// Mints at the end of the room, which ends there then; without enough of it the
/// token is empty.
///
/// (Of a product that comes from [`Minting::with`], so that the pointer rules of
/// the crate hold.)
fn mint(minting: &mut Minting<'_>) -> Result<(), Failure> {
    let none = tokenmint_text::new(null(), 0);
    let mut mint = Mint {
        issuer: null(),
        channel: none,
        agent_uid: none,
        seconds: 0,
    };
    mint.read(minting)?;
    let mut bound = 0;
    // SAFETY: the pointer rules of the crate; nothing is written.
    match unsafe { mint.call(null_mut(), 0, &mut bound) } {
        TOKENMINT_ERR_BUFFER_TOO_SMALL if bound > 0 => minting.bound = bound,
        status => return Err(Failure::call(status)),
    }
    let room = core::mem::take(&mut minting.room);
    let Some(before) = room.len().checked_sub(bound) else {
        return Ok(());
    };
    let (before, place) = room.split_at_mut_checked(before).unwrap_or_default();
    let mut len = 0;
    // SAFETY: the same promise; the output is part of this call's.
    match unsafe { mint.call(place.as_mut_ptr().cast(), place.len(), &mut len) } {
        TOKENMINT_OK => {}
        status => return Err(Failure::call(status)),
    }
    let token = place.get(..len).unwrap_or_default();
    if !is_text(token) {
        return Err(Failure::call(TOKENMINT_ERR_SIGNER_FAILED));
    }
    // SAFETY: it is.
    minting.head.token = unsafe { str::from_utf8_unchecked(token) };
    minting.room = before;
    Ok(())
}

/// What a token is made of. The structs that it is from are not on the stack
/// while it is made.
struct Mint {
    issuer: *const tokenmint_agora_issuer,
    channel: tokenmint_text,
    agent_uid: tokenmint_text,
    seconds: u32,
}

impl Mint {
    /// Reads it in place: a device copies nothing.
    #[inline(never)]
    fn read(&mut self, minting: &Minting<'_>) -> Result<(), Failure> {
        let mut place = MaybeUninit::<tokenmint_device>::uninit();
        // SAFETY: the pointer rules of the crate.
        let it = unsafe { minting.guard.read(minting.device, &mut place)? };
        self.issuer = it.issuer;
        self.channel = tokenmint_text::new(it.channel, it.channel_len);
        self.agent_uid = tokenmint_text::new(it.agent_uid, it.agent_uid_len);
        self.seconds = it.token_seconds;
        Ok(())
    }

    /// # Safety
    ///
    /// The pointer rules of the crate, and the output is there.
    #[inline(never)]
    unsafe fn call(&self, out: *mut c_char, cap: usize, len: &mut usize) -> i32 {
        let Self {
            channel, agent_uid, ..
        } = self;
        // SAFETY: the same promise.
        unsafe {
            tokenmint_agora_generate_convo_ai_token(
                self.issuer,
                channel.data,
                channel.len,
                agent_uid.data,
                agent_uid.len,
                self.seconds,
                self.seconds,
                out,
                cap,
                len,
            )
        }
    }
}
