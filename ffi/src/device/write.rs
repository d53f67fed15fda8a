//! A request in the forms that it is sent in.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use core::ptr;

use tokenmint::Error;
use tokenmint::device::Part;
use tokenmint::output::Writer;

use super::part::{Making, Minting, Work};
use super::setup::{Setup, TOKEN, tokenmint_device, tokenmint_device_part};
use super::step::{TOKENMINT_DEVICE_ASK_DATE, tokenmint_device_step};
use crate::frame::{Call, Guard};
use crate::status::{
    Failure, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_ERR_SIGNER_FAILED, TOKENMINT_ERR_UNKNOWN_VALUE,
    TOKENMINT_OK,
};

/// All of it: bytes of HTTP/1.1 for a TLS stream, which ask the server to close
/// the connection after its answer.
pub const TOKENMINT_DEVICE_PART_REQUEST: u32 = 0;
/// The name of the host to connect to, port 443 unless `base_url` names another.
pub const TOKENMINT_DEVICE_PART_HOST: u32 = 1;
/// The URL.
pub const TOKENMINT_DEVICE_PART_URL: u32 = 2;
/// The value of the header that proves the device, mostly `Authorization`; empty:
/// there is none.
pub const TOKENMINT_DEVICE_PART_AUTHORIZATION: u32 = 3;
/// The body, `application/json`; empty: there is none.
pub const TOKENMINT_DEVICE_PART_BODY: u32 = 4;

/// Takes the next bytes of a request: sends them, or keeps them. `context` is
/// what was given with it. Returns `TOKENMINT_OK`, or anything else to end it.
pub type tokenmint_device_sink =
    Option<unsafe extern "C" fn(context: *mut c_void, bytes: *const u8, bytes_len: usize) -> i32>;

/// A request, or a part of it. A token that is minted for it is made in the
/// buffer as well, behind the text, and gone after the call.
///
/// @param device  The device. Issue time and salt of its issuer are new.
/// @param step  The step that asks for the request.
/// @param part  `TOKENMINT_DEVICE_PART_...`.
/// @retvals device_request mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_write(
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    part: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with_deep::<0, _, _>(
            (device, step, part),
            |given, guard, out| {
                let (device, step, part) = given;
                let part = named(part)?;
                let Minted { token, bound, room } = minted(guard, device, step, out.bytes())?;
                let mut uses: usize = 0;
                requested(guard, device, step, token, &mut |request| {
                    let mut writer = Writer::new(&mut *room);
                    request.visit_part(part, &mut |piece| {
                        let is_token = ptr::eq(piece.as_ptr(), token.as_ptr());
                        uses = uses.saturating_add(is_token.into());
                        writer.put(piece);
                    });
                    writer.finish().map(|text| text.len()).map_err(|error| {
                        // Enough, whatever length another token has; a longer body has
                        // a longer number for its length.
                        let longer = bound.saturating_sub(token.len()).saturating_mul(uses);
                        let more = bound.saturating_add(longer);
                        match error {
                            Error::BufferTooSmall { needed } if bound > 0 => {
                                Error::BufferTooSmall {
                                    needed: needed.saturating_add(more).saturating_add(2),
                                }
                            }
                            other => other,
                        }
                        .into()
                    })
                })
            },
        )
    }
}

/// A request in pieces, without a buffer for it: the same bytes of HTTP/1.1.
///
/// @param device  The device. Issue time and salt of its issuer are new.
/// @param step  The step that asks for the request.
/// @param workspace,workspace_cap,needed  Room for the token that is minted; see
///        "Outputs". Nothing is in it after the call, and `needed` is 0.
/// @param sink  Takes the pieces, of a few bytes each.
/// @param context  Handed to it as it is; may be NULL.
/// @retvals device_request mint names lifetimes signer_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_send(
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    workspace: *mut c_char,
    workspace_cap: usize,
    needed: *mut usize,
    sink: tokenmint_device_sink,
    context: *mut c_void,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let given = (device, step, sink, context);
        Call::text(workspace, workspace_cap, needed).with_deep::<0, _, _>(
            given,
            |given, guard, out| {
                let (device, step, sink, context) = given;
                let sink = sink.ok_or(Failure::call(TOKENMINT_ERR_NULL_POINTER))?;
                let minted = minted(guard, device, step, out.bytes())?;
                requested(guard, device, step, minted.token, &mut |request| {
                    if minted.is_missing() {
                        let needed = minted.bound;
                        return Err(Error::BufferTooSmall { needed }.into());
                    }
                    let mut status = TOKENMINT_OK;
                    request.visit(&mut |piece| {
                        if status == TOKENMINT_OK && !piece.is_empty() {
                            status = sink(context, piece.as_ptr(), piece.len());
                        }
                    });
                    match status {
                        TOKENMINT_OK => Ok(0),
                        _ => Err(Failure::call(TOKENMINT_ERR_SIGNER_FAILED)),
                    }
                })
            },
        )
    }
}

const fn named(part: u32) -> Result<Part, Failure> {
    Ok(match part {
        TOKENMINT_DEVICE_PART_REQUEST => Part::Whole,
        TOKENMINT_DEVICE_PART_HOST => Part::Host,
        TOKENMINT_DEVICE_PART_URL => Part::Url,
        TOKENMINT_DEVICE_PART_AUTHORIZATION => Part::Authorization,
        TOKENMINT_DEVICE_PART_BODY => Part::Body,
        _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    })
}

/// Stands for a token whose bytes do not count.
pub(super) const NO_TOKEN: &str = "0";

/// A token at the end of a buffer, and the room before it.
struct Minted<'o> {
    /// Empty: none is needed.
    token: &'o str,
    /// Enough for every token from inputs of these lengths; 0: none is needed.
    bound: usize,
    room: &'o mut [u8],
}

impl Minted<'_> {
    /// Whether there was no room for one.
    fn is_missing(&self) -> bool {
        self.bound > 0 && ptr::eq(self.token, NO_TOKEN)
    }
}

/// Mints the token of a request at the end of `room`, if it needs one.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn minted<'o>(
    guard: &'o Guard,
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    room: &'o mut [u8],
) -> Result<Minted<'o>, Failure> {
    // SAFETY: the same promise.
    let Some(part) = (unsafe { minter(guard, device, step)? }) else {
        let (token, bound) = ("", 0);
        return Ok(Minted { token, bound, room });
    };
    let mut minting = Minting::new(guard, device, room);
    minting.with(part)?;
    let Minting {
        head, room, bound, ..
    } = minting;
    Ok(match head.token {
        "" => Minted {
            token: NO_TOKEN,
            bound,
            room: &mut [],
        },
        token => Minted { token, bound, room },
    })
}

/// What mints the token of a request; nothing where it needs none.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)] // The structs are not on the stack while a token is made.
unsafe fn minter(
    guard: &Guard,
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
) -> Result<Option<tokenmint_device_part>, Failure> {
    let (mut place, mut step_place) = (MaybeUninit::uninit(), MaybeUninit::uninit());
    // SAFETY: the same promise.
    let (it, step) = unsafe {
        let step: &tokenmint_device_step = guard.read(step, &mut step_place)?;
        let it: &tokenmint_device = guard.read(device, &mut place)?;
        (it, step)
    };
    let mints = !it.issuer.is_null() && step.ask != TOKENMINT_DEVICE_ASK_DATE;
    Ok(mints.then_some(it.mint))
}

/// Lets `work` have the request of a step. `token` is the one that was minted;
/// empty: none was.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
pub(super) unsafe fn requested(
    guard: &Guard,
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    token: &str,
    work: &mut Work<'_>,
) -> Result<usize, Failure> {
    let (mut place, mut step_place) = (MaybeUninit::uninit(), MaybeUninit::uninit());
    // SAFETY: the same promise.
    let (setup, step) = unsafe {
        let setup = Setup::read(guard, device, &mut place)?;
        let step: &tokenmint_device_step = guard.read(step, &mut step_place)?;
        (setup, step)
    };
    let mut making = Making::new(match token {
        "" => setup.text::<TOKEN>(),
        minted => minted,
    });
    // SAFETY: the length is at most that of the copy that it is in.
    making.agent_id = unsafe { guard.text(step.agent_id.as_ptr(), step.agent_id_len()?)? };
    (making.ask, making.place) = (step.ask, step.place);
    making.unix_seconds = step.unix_seconds;
    making.setup = Some(&setup);
    making.work = Some(work);
    making.with_service(setup.given.service)?;
    making.head.result
}
