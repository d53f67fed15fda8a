//! The session: what is next, after what has happened.

use core::mem::{MaybeUninit, offset_of, size_of};
use core::ptr::null_mut;

use tokenmint::device::session::{Event, Reply, Session, Settings};

use super::answer::{Reader, tokenmint_device_answer};
use super::part::Making;
use super::setup::{NAME, Setup, tokenmint_device};
use super::step::tokenmint_device_step;
use crate::frame::held::{self, State};
use crate::frame::{Call, Guard, Params, Plain};
use crate::status::{Failure, TOKENMINT_ERR_OVERLAP, TOKENMINT_ERR_UNKNOWN_VALUE};

/// Nothing, or time has passed. Also the first one after a start or a stop.
pub const TOKENMINT_DEVICE_EVENT_TICK: u32 = 0;
/// The bytes are in flash.
pub const TOKENMINT_DEVICE_EVENT_KEPT: u32 = 1;
/// They could not be written.
pub const TOKENMINT_DEVICE_EVENT_NOT_KEPT: u32 = 2;
/// There was no connection: nothing of the request has left.
pub const TOKENMINT_DEVICE_EVENT_NOT_SENT: u32 = 3;
/// TLS failed before anything of the request has left.
pub const TOKENMINT_DEVICE_EVENT_UNTRUSTED: u32 = 4;
/// Something of the request may have left, and no answer has come in time.
pub const TOKENMINT_DEVICE_EVENT_LOST: u32 = 5;
/// The answer was read, whole or not.
pub const TOKENMINT_DEVICE_EVENT_ANSWERED: u32 = 6;

/// A conversation of the device, from one power cut to the next: what is known
/// of its agent, and of the time. No secrets are in it. The members are the
/// library's.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_device_session {
    /// `sizeof(tokenmint_device_session)`.
    pub struct_size: usize,
    /// @init { 0 }
    pub state: [u64; 23],
}

// SAFETY: integers.
unsafe impl Plain for tokenmint_device_session {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_device_session {
    const FIRST_SIZE: usize = size_of::<Self>();
}
// SAFETY: the sizes are looked at where it is used.
unsafe impl State for tokenmint_device_session {
    type Value = Session;
    const PLACE: usize = offset_of!(Self, state);
    const TAG: u32 = 0x746d_7301;
}

/// Begins a session: after power has come, or with the next conversation.
///
/// @param session  What becomes one.
/// @param device  The device.
/// @param kept,kept_len  What the last `TOKENMINT_DEVICE_STEP_KEEP` wrote to
///        flash, whatever became of it; NULL, 0 where nothing ever was written.
/// @param now_ms  A counter of milliseconds, which may wrap.
/// @param random  A number that another device does not have.
/// @retvals device_setup
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_session_begin(
    session: *mut tokenmint_device_session,
    device: *const tokenmint_device,
    kept: *const u8,
    kept_len: usize,
    now_ms: u32,
    random: u32,
) -> i32 {
    held::make(&mut move |guard: &Guard, (): &mut ()| {
        // SAFETY: the pointer rules of the crate.
        unsafe {
            let made = {
                let mut place = MaybeUninit::uninit();
                let setup = Setup::read(guard, device, &mut place)?;
                let kept = guard.bytes(kept, kept_len)?;
                Session::new(settings(&setup)?, kept, now_ms, random)
            };
            held::put(guard, session, made)
        }
    })
}

/// Asks for an agent, and for one that stays; go on with
/// @ref tokenmint_device_session_next. One that runs already is taken over.
///
/// @param session  The session.
/// @param now_ms  The counter of milliseconds.
/// @param within_ms  Milliseconds until it has to run; at most 2^31.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_session_start(
    session: *mut tokenmint_device_session,
    now_ms: u32,
    within_ms: u32,
) -> i32 {
    let mut body = move |_: &Guard, session: &mut Session| {
        session.start(now_ms, within_ms);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(session).run(&mut body) }
}

/// Asks for the end of whatever agent of this device runs, known or lost; go on
/// with @ref tokenmint_device_session_next.
///
/// @param session  The session.
/// @param now_ms  The counter of milliseconds.
/// @param within_ms  Milliseconds until none has to run; at most 2^31.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_session_stop(
    session: *mut tokenmint_device_session,
    now_ms: u32,
    within_ms: u32,
) -> i32 {
    let mut body = move |_: &Guard, session: &mut Session| {
        session.stop(now_ms, within_ms);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(session).run(&mut body) }
}

/// Sets the clock, where the device has one; else it is set by the first answer.
///
/// @param session  The session.
/// @param unix_seconds  Seconds since 1970, UTC; 0: not known.
/// @param now_ms  The counter of milliseconds.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_session_set_clock(
    session: *mut tokenmint_device_session,
    unix_seconds: u32,
    now_ms: u32,
) -> i32 {
    let mut body = move |_: &Guard, session: &mut Session| {
        session.set_clock(unix_seconds, now_ms);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { Call::held(session).run(&mut body) }
}

/// What to do next.
///
/// @param session  The session.
/// @param device  The device.
/// @param event  What has happened since the last step:
///        `TOKENMINT_DEVICE_EVENT_...`. One that does not fit that step is none.
/// @param answer  With `TOKENMINT_DEVICE_EVENT_ANSWERED` what was read; else not
///        looked at, and may be NULL.
/// @param now_ms  The counter of milliseconds.
/// @param step  Receives what to do.
/// @retvals device_state
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_session_next(
    session: *mut tokenmint_device_session,
    device: *const tokenmint_device,
    event: u32,
    answer: *const tokenmint_device_answer,
    now_ms: u32,
    step: *mut tokenmint_device_step,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::fill(step).run(move |guard, _, step| {
            let mut read = null_mut();
            if event == TOKENMINT_DEVICE_EVENT_ANSWERED {
                let answer = answer.cast_mut();
                read = held::lend(guard, answer)?;
                if held::region(answer)?.overlaps(held::region(session)?) {
                    return Err(Failure::hands_off(TOKENMINT_ERR_OVERLAP));
                }
            }
            let session = &mut *held::lend(guard, session)?;
            let reader: Option<&Reader> = read.cast_const().as_ref();
            let (mut place, setup);
            let event = match reader {
                Some(answer) => {
                    place = MaybeUninit::uninit();
                    setup = Setup::read(guard, device, &mut place)?;
                    Event::Answered(Reply::of(answer, setup.text::<NAME>()))
                }
                None => happened(event)?,
            };
            let next = session.next(event, now_ms);
            step.tell(session, &next);
            Ok(())
        })
    }
}

fn settings(setup: &Setup<'_>) -> Result<Settings, Failure> {
    let mut making = Making::new("");
    making.with_service(setup.given.service)?;
    let mints = !setup.given.issuer.is_null();
    let unknown = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);
    Ok(Settings::new(making.service.ok_or(unknown)?)
        .token_seconds(setup.given.token_seconds)
        .renews(mints)
        .needs_clock(mints)
        .idle_seconds(setup.given.idle_seconds)
        .answer_ms(setup.given.answer_ms))
}

const fn happened(event: u32) -> Result<Event<'static>, Failure> {
    Ok(match event {
        TOKENMINT_DEVICE_EVENT_TICK => Event::Tick,
        TOKENMINT_DEVICE_EVENT_KEPT => Event::Kept,
        TOKENMINT_DEVICE_EVENT_NOT_KEPT => Event::NotKept,
        TOKENMINT_DEVICE_EVENT_NOT_SENT => Event::NotSent,
        TOKENMINT_DEVICE_EVENT_UNTRUSTED => Event::Untrusted,
        TOKENMINT_DEVICE_EVENT_LOST => Event::Lost,
        _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    })
}
