//! A request in the forms that it is sent in.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use core::ptr::null_mut;

use tokenmint::device::session::Service;
use tokenmint::device::{
    AgentName, Authorization, FindAgents, Project, RenewToken, Request, StopAgent, TokenServer,
    sample, ten,
};
use tokenmint::{Error, Field};

use super::setup::{
    Setup, TOKENMINT_DEVICE_AUTHORIZATION_MINTED, TOKENMINT_DEVICE_SERVICE_CONVOAI,
    tokenmint_device, tokenmint_device_mint,
};
use super::step::{
    TOKENMINT_DEVICE_ASK_DATE, TOKENMINT_DEVICE_ASK_FIND, TOKENMINT_DEVICE_ASK_PING,
    TOKENMINT_DEVICE_ASK_RENEW, TOKENMINT_DEVICE_ASK_START, TOKENMINT_DEVICE_ASK_STOP,
    TOKENMINT_DEVICE_ASK_WHOSE, tokenmint_device_step,
};
use crate::agora::tokenmint_agora_issuer;
use crate::frame::{Buffer, Call, Guard, is_text, tokenmint_text};
use crate::status::{
    Failure, TOKENMINT_ERR_BUFFER_TOO_SMALL, TOKENMINT_ERR_NULL_POINTER,
    TOKENMINT_ERR_SIGNER_FAILED, TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_OK,
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
        Call::text(out, out_cap, out_len).run(move |guard, out| {
            requested(guard, device, step, out, &mut |request, minted, room| {
                let result = put(request, part, room)?;
                result.map_err(|error| match error {
                    Error::BufferTooSmall { needed } => minted.too_small(part, needed),
                    other => other.into(),
                })
            })
        })
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
        Call::text(workspace, workspace_cap, needed).run(move |guard, out| {
            let sink = sink.ok_or(Failure::call(TOKENMINT_ERR_NULL_POINTER))?;
            requested(guard, device, step, out, &mut |request, minted, _| {
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
        })
    }
}

/// A part of `request`, in `room`.
fn put(request: &Request<'_>, part: u32, room: &mut [u8]) -> Result<Result<usize, Error>, Failure> {
    let len = |text: &str| text.len();
    Ok(match part {
        TOKENMINT_DEVICE_PART_REQUEST => request.write(room).map(<[u8]>::len),
        TOKENMINT_DEVICE_PART_HOST => request.server().write_host(room).map(len),
        TOKENMINT_DEVICE_PART_URL => request.write_url(room).map(len),
        TOKENMINT_DEVICE_PART_AUTHORIZATION => request.write_authorization(room).map(len),
        TOKENMINT_DEVICE_PART_BODY => request.write_body(room).map(len),
        _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    })
}

/// What works on a request, beside the room before its token.
type Work<'w> = &'w mut dyn FnMut(&Request<'_>, Minted, &mut [u8]) -> Result<usize, Failure>;

/// Mints the token of a request at the end of the buffer and lets `work` have
/// the request and what is before the token.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn requested(
    guard: &Guard,
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    out: &mut Buffer,
    work: Work<'_>,
) -> Result<usize, Failure> {
    let bytes = out.bytes();
    // SAFETY: the same promise.
    let minted = unsafe { mint(guard, device, step, bytes)? };
    let before = bytes.len().saturating_sub(minted.bound);
    let (mut room, token) = bytes.split_at_mut_checked(before).unwrap_or_default();
    let token = match token.get(..minted.len) {
        Some(token) if minted.len > 0 => {
            if !is_text(token) {
                return Err(Failure::call(TOKENMINT_ERR_SIGNER_FAILED));
            }
            // SAFETY: it is.
            unsafe { str::from_utf8_unchecked(token) }
        }
        _ => NO_TOKEN,
    };
    if minted.is_missing() {
        room = &mut [];
    }
    // SAFETY: the same promise.
    unsafe {
        with_request(guard, device, step, token, &mut |request| {
            work(request, minted, room)
        })
    }
}

/// Stands for a token whose bytes do not count.
pub(super) const NO_TOKEN: &str = "0";

/// A token at the end of a buffer.
#[derive(Clone, Copy)]
struct Minted {
    /// Enough for every token from inputs of these lengths; 0: none is needed.
    bound: usize,
    /// Of the token; 0: there was no room for one.
    len: usize,
    in_header: bool,
    in_body: bool,
}

impl Minted {
    const fn is_missing(&self) -> bool {
        self.bound > 0 && self.len == 0
    }

    /// Enough for a part that needs `needed` with this token, whatever length
    /// another one has.
    fn too_small(&self, part: u32, needed: usize) -> Failure {
        let is_whole = part == TOKENMINT_DEVICE_PART_REQUEST;
        let header = self.in_header && (is_whole || part == TOKENMINT_DEVICE_PART_AUTHORIZATION);
        let body = self.in_body && (is_whole || part == TOKENMINT_DEVICE_PART_BODY);
        let len = self.len.max(NO_TOKEN.len());
        let mut needed = needed.saturating_add(self.bound);
        for is_there in [header, body] {
            if is_there && self.bound > 0 {
                needed = needed.saturating_add(self.bound.saturating_sub(len));
            }
        }
        if is_whole {
            // A longer body has a longer number for its length.
            needed = needed.saturating_add(2);
        }
        Error::BufferTooSmall { needed }.into()
    }
}

/// Mints the token of a request at the end of `bytes`, if it needs one.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)] // Its stack is gone when the request is written.
unsafe fn mint(
    guard: &Guard,
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    bytes: &mut [u8],
) -> Result<Minted, Failure> {
    // SAFETY: the same promise.
    let mint = unsafe { Mint::read(guard, device, step)? };
    let mut minted = Minted {
        bound: 0,
        len: 0,
        in_header: mint.in_header,
        in_body: mint.in_body,
    };
    if mint.issuer.is_null() || !(mint.in_header || mint.in_body) {
        return Ok(minted);
    }
    // SAFETY: the same promise; nothing is written.
    match unsafe { mint.call(null_mut(), 0, &mut minted.bound)? } {
        TOKENMINT_ERR_BUFFER_TOO_SMALL if minted.bound > 0 => {}
        status => return Err(not_minted(status)),
    }
    let before = bytes.len().checked_sub(minted.bound);
    if let Some(place) = before.and_then(|before| bytes.get_mut(before..)) {
        let (out, cap) = (place.as_mut_ptr().cast(), place.len());
        // SAFETY: the same promise; the output is part of this call's.
        match unsafe { mint.call(out, cap, &mut minted.len)? } {
            TOKENMINT_OK if (1..cap).contains(&minted.len) => {}
            status => return Err(not_minted(status)),
        }
    }
    Ok(minted)
}

/// What a token is made of. The structs that it is from are not on the stack
/// while it is made.
struct Mint {
    function: tokenmint_device_mint,
    issuer: *const tokenmint_agora_issuer,
    channel: tokenmint_text,
    agent_uid: tokenmint_text,
    seconds: u32,
    in_header: bool,
    in_body: bool,
}

impl Mint {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn read(
        guard: &Guard,
        device: *const tokenmint_device,
        step: *const tokenmint_device_step,
    ) -> Result<Self, Failure> {
        let (mut place, mut step_place) = (MaybeUninit::uninit(), MaybeUninit::uninit());
        // SAFETY: the same promise.
        let (it, ask) = unsafe {
            let ask = guard.read(step, &mut step_place)?.ask;
            (guard.read(device, &mut place)?, ask)
        };
        let is_asked = ask != TOKENMINT_DEVICE_ASK_DATE;
        let is_header = it.authorization == TOKENMINT_DEVICE_AUTHORIZATION_MINTED;
        Ok(Self {
            function: it.mint,
            issuer: it.issuer,
            channel: tokenmint_text::new(it.channel, it.channel_len),
            agent_uid: tokenmint_text::new(it.agent_uid, it.agent_uid_len),
            seconds: it.token_seconds,
            in_header: is_asked && is_header,
            in_body: matches!(ask, TOKENMINT_DEVICE_ASK_START | TOKENMINT_DEVICE_ASK_RENEW),
        })
    }

    /// # Safety
    ///
    /// The pointer rules of the crate, and the output is there.
    unsafe fn call(&self, out: *mut c_char, cap: usize, len: &mut usize) -> Result<i32, Failure> {
        let function = self
            .function
            .ok_or(Failure::call(TOKENMINT_ERR_NULL_POINTER))?;
        let Self {
            channel, agent_uid, ..
        } = self;
        // SAFETY: the same promise.
        Ok(unsafe {
            function(
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
        })
    }
}

/// The failure of somebody's function that mints.
fn not_minted(status: i32) -> Failure {
    match status {
        // Statuses of this library, but for sizes, which are of another buffer.
        -99..TOKENMINT_ERR_BUFFER_TOO_SMALL => Failure::call(status),
        _ => Failure::call(TOKENMINT_ERR_SIGNER_FAILED),
    }
}

/// Lets `work` have the request of a step; `minted` is the token that was.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
pub(super) unsafe fn with_request(
    guard: &Guard,
    device: *const tokenmint_device,
    step: *const tokenmint_device_step,
    minted: &str,
    work: &mut dyn FnMut(&Request<'_>) -> Result<usize, Failure>,
) -> Result<usize, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the same promise.
    let (setup, step) = unsafe { (Setup::read(guard, device)?, guard.read(step, &mut place)?) };
    let mints = !setup.given.issuer.is_null();
    let authorization = match step.ask {
        TOKENMINT_DEVICE_ASK_DATE => Authorization::None,
        _ if !mints && setup.given.authorization == TOKENMINT_DEVICE_AUTHORIZATION_MINTED => {
            return Err(Failure::call(TOKENMINT_ERR_NULL_POINTER));
        }
        _ => setup.authorization(minted)?,
    };
    if setup.given.service != TOKENMINT_DEVICE_SERVICE_CONVOAI {
        let server = TokenServer::new(setup.server()?, authorization);
        // SAFETY: as below.
        let id = unsafe { guard.text(step.agent_id.as_ptr(), step.agent_id_len()?)? };
        return server_request(&setup, &server, step.ask, id, work);
    }
    let project = Project::new(setup.server()?, setup.app_id()?, authorization);
    let token = if mints { minted } else { setup.token() };
    // SAFETY: the length is at most that of the copy that it is in.
    let id = unsafe { guard.text(step.agent_id.as_ptr(), step.agent_id_len()?)? };
    let (uids, start, find, whose, renew, stop);
    let request = match step.ask {
        TOKENMINT_DEVICE_ASK_START => {
            uids = [setup.remote_uid()];
            start = setup.start(token, &uids);
            start.to(&project)
        }
        TOKENMINT_DEVICE_ASK_DATE | TOKENMINT_DEVICE_ASK_FIND => {
            let all = FindAgents::in_channel(setup.channel())
                .limit(FOUND_MAX)
                .nth(u8::try_from(step.place).map_err(|_| UNKNOWN)?);
            find = match step.unix_seconds {
                0 => all,
                now => all.since(now.saturating_sub(LOOKED_BACK_SECONDS)),
            };
            find.to(&project)
        }
        TOKENMINT_DEVICE_ASK_WHOSE => {
            whose = AgentName::of(id);
            whose.to(&project)
        }
        TOKENMINT_DEVICE_ASK_RENEW => {
            renew = RenewToken::new(id, token);
            renew.to(&project)
        }
        TOKENMINT_DEVICE_ASK_STOP => {
            stop = StopAgent::new(id);
            stop.to(&project)
        }
        _ => return Err(UNKNOWN),
    };
    work(&request?.closing())
}

/// A request to a server that has the secrets of the project.
#[inline(never)]
fn server_request(
    setup: &Setup<'_>,
    server: &TokenServer<'_>,
    ask: u32,
    agent_id: &str,
    work: &mut dyn FnMut(&Request<'_>) -> Result<usize, Failure>,
) -> Result<usize, Failure> {
    let (from_sample, to_sample, start, ping, stop);
    let channel = setup.channel();
    let request = match (setup.service()?, ask) {
        (Service::Sample, TOKENMINT_DEVICE_ASK_START) => {
            let (agent, user) = (setup.agent_uid(), setup.remote_uid());
            from_sample = sample::StartAgent::new(channel, uid(agent), uid(user));
            from_sample.to(server)
        }
        (Service::Sample, TOKENMINT_DEVICE_ASK_STOP) => {
            to_sample = sample::StopAgent::new(agent_id);
            to_sample.to(server)
        }
        (Service::Ten, TOKENMINT_DEVICE_ASK_START) => {
            start = ten::Start::new(channel, setup.graph())
                .user_uid(number(setup.remote_uid())?)
                .bot_uid(number(setup.agent_uid())?);
            start.to(server)
        }
        (Service::Ten, TOKENMINT_DEVICE_ASK_PING) => {
            ping = ten::Ping::new(channel);
            ping.to(server)
        }
        (Service::Ten, TOKENMINT_DEVICE_ASK_STOP) => {
            stop = ten::Stop::new(channel);
            stop.to(server)
        }
        _ => return Err(UNKNOWN),
    };
    work(&request?.closing())
}

/// A number where it is one, else the text.
fn uid(text: &str) -> sample::Uid<'_> {
    number(text).map_or(sample::Uid::Text(text), sample::Uid::Number)
}

fn number(text: &str) -> Result<u32, Failure> {
    let (field, at) = (Field::Uid, 0);
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if digits => Ok(number),
        _ => Err(Error::BadCharacter { field, at }.into()),
    }
}

const UNKNOWN: Failure = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);

/// The most agents of a channel that are listed.
const FOUND_MAX: u32 = 20;

/// An agent of a channel was started at most so long ago: without a time those of
/// two hours are listed.
const LOOKED_BACK_SECONDS: u32 = 30 * 86_400;
