//! What is to be done next.

use core::ffi::{CStr, c_char};
use core::mem::size_of;
use core::ptr::null;

use tokenmint::device::session::{AGENT_ID_MAX, Ask, End, KEPT_LEN, Session, Step};

use crate::frame::{Params, Plain};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// Write `kept` to flash; then the event is `..._KEPT` or `..._NOT_KEPT`.
pub const TOKENMINT_DEVICE_STEP_KEEP: u32 = 1;
/// Send the request `ask` and read the answer; then the event is
/// `..._ANSWERED`, `..._NOT_SENT`, `..._UNTRUSTED` or `..._LOST`.
pub const TOKENMINT_DEVICE_STEP_SEND: u32 = 2;
/// Go on after `ms`, or before.
pub const TOKENMINT_DEVICE_STEP_WAIT: u32 = 3;
/// The start, the stop or the conversation has ended, as `end` says.
pub const TOKENMINT_DEVICE_STEP_DONE: u32 = 4;

/// Any answer, for its date.
pub const TOKENMINT_DEVICE_ASK_DATE: u32 = 0;
/// Start the agent.
pub const TOKENMINT_DEVICE_ASK_START: u32 = 1;
/// Find the agents of the channel.
pub const TOKENMINT_DEVICE_ASK_FIND: u32 = 2;
/// Whose an agent is.
pub const TOKENMINT_DEVICE_ASK_WHOSE: u32 = 3;
/// Give the agent a new token.
pub const TOKENMINT_DEVICE_ASK_RENEW: u32 = 4;
/// Say that somebody is there.
pub const TOKENMINT_DEVICE_ASK_PING: u32 = 5;
/// Stop the agent.
pub const TOKENMINT_DEVICE_ASK_STOP: u32 = 6;

/// The session is new.
pub const TOKENMINT_DEVICE_END_NEW: u32 = 0;
/// No agent of this device runs.
pub const TOKENMINT_DEVICE_END_STOPPED: u32 = 1;
/// The agent has left by itself. Start another.
pub const TOKENMINT_DEVICE_END_LEFT: u32 = 2;
/// The service refuses; see `http_status`.
pub const TOKENMINT_DEVICE_END_REFUSED: u32 = 3;
/// An agent of another device has the name: give each device its own.
pub const TOKENMINT_DEVICE_END_TAKEN: u32 = 4;
/// No connection to the service.
pub const TOKENMINT_DEVICE_END_UNREACHABLE: u32 = 5;
/// TLS does not trust the service: look at the host, the certificates, the clock
/// of TLS.
pub const TOKENMINT_DEVICE_END_UNTRUSTED: u32 = 6;
/// Answers were lost or not understood. Start or stop again.
pub const TOKENMINT_DEVICE_END_UNCLEAR: u32 = 7;
/// The time for the call is over. Start or stop again.
pub const TOKENMINT_DEVICE_END_LATE: u32 = 8;
/// The record could not be written, so nothing was started.
pub const TOKENMINT_DEVICE_END_NOT_KEPT: u32 = 9;
/// No answer has a date: set the clock.
pub const TOKENMINT_DEVICE_END_NO_CLOCK: u32 = 10;
/// The service does not say the names of its agents, so nobody knows which is
/// this device's.
pub const TOKENMINT_DEVICE_END_NAMELESS: u32 = 11;

/// Bytes that a device keeps in flash.
pub const TOKENMINT_DEVICE_KEPT_LEN: usize = 32;
/// The most bytes of an agent id.
pub const TOKENMINT_DEVICE_AGENT_ID_MAX: usize = 40;

const _: () = assert!(TOKENMINT_DEVICE_KEPT_LEN == KEPT_LEN);
const _: () = assert!(TOKENMINT_DEVICE_AGENT_ID_MAX >= AGENT_ID_MAX);

/// What to do now.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_device_step {
    /// `sizeof(tokenmint_device_step)`.
    pub struct_size: usize,
    /// Of a request: "GET" or "POST", with a NUL.
    pub method: *const c_char,
    /// `TOKENMINT_DEVICE_STEP_...`.
    pub kind: u32,
    /// Of a request: `TOKENMINT_DEVICE_ASK_...`.
    pub ask: u32,
    /// Milliseconds: of a request those in which the answer has to be there, of
    /// a wait those that it takes.
    pub ms: u32,
    /// Of what is done: `TOKENMINT_DEVICE_END_...`.
    pub end: u32,
    /// Of what is refused: the status of HTTP.
    pub http_status: u32,
    /// Of a request: the issue time of a token that is minted for it; 0: not
    /// known, and not needed.
    pub unix_seconds: u32,
    /// Of a find: which of the agents is asked for, from 0.
    pub place: u32,
    /// Bytes of `agent_id`.
    pub agent_id_len: u32,
    /// The agent that the request is about, or that runs; a NUL follows.
    /// @init { 0 }
    pub agent_id: [c_char; 48],
    /// What is to be written to flash.
    /// @init { 0 }
    pub kept: [u8; TOKENMINT_DEVICE_KEPT_LEN],
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_device_step {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_device_step {
    const FIRST_SIZE: usize = size_of::<Self>();
}

impl tokenmint_device_step {
    /// Says what `step` of `session` is; the rest is zero.
    pub(super) fn tell(&mut self, session: &Session, step: &Step) {
        match step {
            Step::Keep(kept) => {
                self.kind = TOKENMINT_DEVICE_STEP_KEEP;
                self.kept = *kept;
            }
            Step::Send { ask, within_ms } => {
                self.kind = TOKENMINT_DEVICE_STEP_SEND;
                let (number, method) = asked(*ask);
                self.ask = number;
                self.method = method.as_ptr();
                self.ms = *within_ms;
                self.unix_seconds = session.unix_seconds().unwrap_or(0);
                self.place = session.place().into();
            }
            Step::Wait { ms } => {
                self.kind = TOKENMINT_DEVICE_STEP_WAIT;
                self.ms = *ms;
            }
            Step::Done(end) => {
                self.kind = TOKENMINT_DEVICE_STEP_DONE;
                let (number, status) = ended(*end);
                self.end = number;
                self.http_status = status.into();
            }
            // A step of another version of the library.
            _ => {}
        }
        let id = session.agent_id_bytes();
        // Room for a NUL, which is there.
        let room = TOKENMINT_DEVICE_AGENT_ID_MAX;
        for (to, from) in self.agent_id.iter_mut().take(room).zip(id) {
            *to = from.cast_signed() as c_char;
        }
        self.agent_id_len = u32::try_from(id.len()).unwrap_or(0);
    }

    /// Bytes of the agent that it is about.
    pub(super) fn agent_id_len(&self) -> Result<usize, Failure> {
        match usize::try_from(self.agent_id_len) {
            Ok(len) if len <= self.agent_id.len() => Ok(len),
            _ => Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
        }
    }
}

const GET: &CStr = c"GET";
const POST: &CStr = c"POST";

fn asked(ask: Ask) -> (u32, &'static CStr) {
    match ask {
        Ask::Start => (TOKENMINT_DEVICE_ASK_START, POST),
        Ask::Find => (TOKENMINT_DEVICE_ASK_FIND, GET),
        Ask::Whose => (TOKENMINT_DEVICE_ASK_WHOSE, GET),
        Ask::Renew => (TOKENMINT_DEVICE_ASK_RENEW, POST),
        Ask::Ping => (TOKENMINT_DEVICE_ASK_PING, POST),
        Ask::Stop => (TOKENMINT_DEVICE_ASK_STOP, POST),
        _ => (TOKENMINT_DEVICE_ASK_DATE, GET),
    }
}

fn ended(end: End) -> (u32, u16) {
    let number = match end {
        End::New => TOKENMINT_DEVICE_END_NEW,
        End::Stopped => TOKENMINT_DEVICE_END_STOPPED,
        End::Left => TOKENMINT_DEVICE_END_LEFT,
        End::Refused(status) => return (TOKENMINT_DEVICE_END_REFUSED, status),
        End::Taken => TOKENMINT_DEVICE_END_TAKEN,
        End::Unreachable => TOKENMINT_DEVICE_END_UNREACHABLE,
        End::Untrusted => TOKENMINT_DEVICE_END_UNTRUSTED,
        End::Late => TOKENMINT_DEVICE_END_LATE,
        End::NotKept => TOKENMINT_DEVICE_END_NOT_KEPT,
        End::NoClock => TOKENMINT_DEVICE_END_NO_CLOCK,
        End::Nameless => TOKENMINT_DEVICE_END_NAMELESS,
        // Nothing is known of what another version of the library says.
        _ => TOKENMINT_DEVICE_END_UNCLEAR,
    };
    (number, 0)
}

impl Default for tokenmint_device_step {
    fn default() -> Self {
        Self {
            struct_size: size_of::<Self>(),
            method: null(),
            kind: 0,
            ask: 0,
            ms: 0,
            end: 0,
            http_status: 0,
            unix_seconds: 0,
            place: 0,
            agent_id_len: 0,
            agent_id: [0; 48],
            kept: [0; TOKENMINT_DEVICE_KEPT_LEN],
        }
    }
}
