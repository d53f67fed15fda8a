//! An answer, read as it comes.

use core::ffi::c_char;
use core::mem::{offset_of, size_of};

use tokenmint::device::{Answer, Request, Said};

use super::setup::tokenmint_device;
use super::step::tokenmint_device_step;
use super::write::{NO_TOKEN, requested};
use crate::frame::held::{self, State};
use crate::frame::{Call, Guard, Params, Plain, Region};
use crate::status::{Failure, TOKENMINT_ERR_OVERLAP};

/// An answer that is being read. No token is in it. The members are the
/// library's.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_device_answer {
    /// `sizeof(tokenmint_device_answer)`.
    pub struct_size: usize,
    /// @init { 0 }
    pub state: [u64; 31],
}

/// What lives there.
pub(super) type Reader = Answer<'static>;

// SAFETY: integers.
unsafe impl Plain for tokenmint_device_answer {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_device_answer {
    const FIRST_SIZE: usize = size_of::<Self>();
}
// SAFETY: the sizes are looked at where it is used.
unsafe impl State for tokenmint_device_answer {
    type Value = Reader;
    const PLACE: usize = offset_of!(Self, state);
    const TAG: u32 = 0x746d_6101;
}

/// Nothing came, or not all of it: it may have been done.
pub const TOKENMINT_DEVICE_SAID_LOST: u32 = 0;
/// It was done.
pub const TOKENMINT_DEVICE_SAID_DONE: u32 = 1;
/// The agent is not there: one that was to be stopped is stopped.
pub const TOKENMINT_DEVICE_SAID_GONE: u32 = 2;
/// An agent of this name runs already.
pub const TOKENMINT_DEVICE_SAID_CONFLICT: u32 = 3;
/// It was refused.
pub const TOKENMINT_DEVICE_SAID_REFUSED: u32 = 4;
/// A success without what was asked for, such as the page of a proxy.
pub const TOKENMINT_DEVICE_SAID_UNUSABLE: u32 = 5;

/// What an answer says; it points into the answer.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_device_said {
    /// `sizeof(tokenmint_device_said)`.
    pub struct_size: usize,
    /// The agent that was started or found, or that a conflict names.
    pub agent_id: *const c_char,
    /// Bytes of the agent id; 0: none is named.
    pub agent_id_len: usize,
    /// Why it was refused, in the service's words, such as "TaskConflict".
    pub reason: *const c_char,
    /// Bytes of the reason.
    pub reason_len: usize,
    /// `TOKENMINT_DEVICE_SAID_...`.
    pub said: u32,
    /// The status of HTTP; 0: none came.
    pub http_status: u32,
    /// Milliseconds that the service asks to wait; 0: it does not ask.
    pub retry_after_ms: u32,
    /// The header `Date` in Unix seconds, of any answer; 0: none came.
    pub date: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_device_said {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_device_said {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// Begins to read the answer to a request.
///
/// @param device  The device.
/// @param step  The step that asked for the request.
/// @param answer  What will have been read.
/// @retvals device_request
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_begin(
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    answer: *mut tokenmint_device_answer,
) -> i32 {
    held::make(&mut move |guard: &Guard, (): &mut ()| {
        // Put where it belongs at once: a device has it on the stack once.
        let put = &mut |request: &Request<'_>| {
            // SAFETY: the pointer rules of the crate.
            unsafe { held::put(guard, answer, request.answer()) }.map(|()| 0)
        };
        // SAFETY: the same.
        unsafe { requested(guard, device, step, NO_TOKEN, put) }.map(|_| ())
    })
}

/// Reads what came next over the connection, in pieces of any size.
///
/// @param answer  The answer.
/// @param bytes,bytes_len  What came.
/// @param is_complete  Receives whether all of it is there.
/// @retvals device_state device_answer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_read(
    answer: *mut tokenmint_device_answer,
    bytes: *const u8,
    bytes_len: usize,
    is_complete: *mut bool,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(is_complete.cast::<u8>()).run(move |guard, complete| {
            let bytes = guard.bytes(bytes, bytes_len)?;
            let answer = alone(guard, answer, bytes)?;
            (*answer).read(bytes)?;
            *complete = (*answer).is_complete().into();
            Ok(())
        })
    }
}

/// Says that the connection has ended, which is the end of an answer without a
/// length.
///
/// @param answer  The answer.
/// @retval TOKENMINT_ERR_TRUNCATED Half an answer came.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_end(answer: *mut tokenmint_device_answer) -> i32 {
    let mut body = |_: &Guard, answer: &mut Reader| Ok(answer.end()?);
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(answer).run(&mut body) }
}

/// Takes the status and, one call for each, the headers of an answer that a
/// library has read. Then come @ref tokenmint_device_answer_body and
/// @ref tokenmint_device_answer_complete.
///
/// @param answer  The answer.
/// @param http_status  The status of HTTP.
/// @param name,name_len  The name of a header; NULL, 0: none.
/// @param value,value_len  Its value.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_head(
    answer: *mut tokenmint_device_answer,
    http_status: u32,
    name: *const c_char,
    name_len: usize,
    value: *const c_char,
    value_len: usize,
) -> i32 {
    let mut body = move |guard: &Guard, answer: &mut Reader| {
        // SAFETY: the pointer rules of the crate.
        let (name, value) = unsafe { (guard.text(name, name_len)?, guard.text(value, value_len)?) };
        answer.status_is(u16::try_from(http_status).unwrap_or(0));
        answer.header(name, value);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(answer).run(&mut body) }
}

/// Takes a piece of the body of an answer that a library reads.
///
/// @param answer  The answer.
/// @param bytes,bytes_len  The piece.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_body(
    answer: *mut tokenmint_device_answer,
    bytes: *const u8,
    bytes_len: usize,
) -> i32 {
    let mut body = move |guard: &Guard, answer: &mut Reader| {
        // SAFETY: the pointer rules of the crate.
        answer.body(unsafe { guard.bytes(bytes, bytes_len)? });
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(answer).run(&mut body) }
}

/// Says that a library has read an answer to its end.
///
/// @param answer  The answer.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_complete(
    answer: *mut tokenmint_device_answer,
) -> i32 {
    let mut body = |_: &Guard, answer: &mut Reader| {
        answer.complete();
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(answer).run(&mut body) }
}

/// What an answer says: for those who ask without a session.
///
/// @param answer  The answer.
/// @param said  Receives what it says.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_answer_said(
    answer: *const tokenmint_device_answer,
    said: *mut tokenmint_device_said,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::fill(said).run(move |guard, _, it| {
            let answer = &*held::lend(guard, answer.cast_mut())?;
            let id = answer.agent_id_bytes();
            let reason = answer.reason_bytes();
            (it.agent_id, it.agent_id_len) = (id.as_ptr().cast(), id.len());
            (it.reason, it.reason_len) = (reason.as_ptr().cast(), reason.len());
            it.said = match answer.said() {
                Said::Done => TOKENMINT_DEVICE_SAID_DONE,
                Said::Gone => TOKENMINT_DEVICE_SAID_GONE,
                Said::Conflict => TOKENMINT_DEVICE_SAID_CONFLICT,
                Said::Refused => TOKENMINT_DEVICE_SAID_REFUSED,
                Said::Unusable => TOKENMINT_DEVICE_SAID_UNUSABLE,
                _ => TOKENMINT_DEVICE_SAID_LOST,
            };
            it.http_status = answer.status().into();
            it.retry_after_ms = answer.retry_after_ms().unwrap_or(0);
            it.date = answer.date().unwrap_or(0);
            Ok(())
        })
    }
}

/// The answer, which `bytes` do not overlap.
unsafe fn alone(
    guard: &Guard,
    answer: *mut tokenmint_device_answer,
    bytes: &[u8],
) -> Result<*mut Reader, Failure> {
    if held::region(answer)?
        .overlaps(Region::new(bytes.as_ptr(), bytes.len()).map_err(Failure::call)?)
    {
        return Err(Failure::hands_off(TOKENMINT_ERR_OVERLAP));
    }
    // SAFETY: the pointer rules of the crate.
    unsafe { held::lend(guard, answer) }
}
