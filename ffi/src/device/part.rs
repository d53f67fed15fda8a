//! What not every device needs: code that is linked where a device names it.

use core::ffi::c_void;
use core::ptr;

use tokenmint::device::session::Service;
use tokenmint::device::{Area, Authorization, Request, Server, TokenServer, sample, ten};
use tokenmint::internals::agora::check;
use tokenmint::internals::device as form;
use tokenmint::internals::device::{
    FIND, ObjectText, RENEW, START, STARTING_AND_RUNNING, STOP, Target, Value, Values, WHOSE,
    request, string_uid,
};
use tokenmint::{Error, Field};

use super::setup::{
    AGENT_UID, APP_ID, BASE_URL, CHANNEL, CODEC, NAME, PIPELINE, PRESET, PROPERTIES, REMOTE_UID,
    SECRET, SECRET_NAME, Setup, TOKENMINT_DEVICE_AREA_AP, TOKENMINT_DEVICE_AREA_CN,
    TOKENMINT_DEVICE_AREA_EU, TOKENMINT_DEVICE_AREA_GLOBAL, TOKENMINT_DEVICE_AREA_US,
    tokenmint_device, tokenmint_device_part,
};
use super::step::{
    TOKENMINT_DEVICE_ASK_DATE, TOKENMINT_DEVICE_ASK_FIND, TOKENMINT_DEVICE_ASK_PING,
    TOKENMINT_DEVICE_ASK_RENEW, TOKENMINT_DEVICE_ASK_START, TOKENMINT_DEVICE_ASK_STOP,
    TOKENMINT_DEVICE_ASK_WHOSE,
};
use crate::frame::Guard;
use crate::status::{
    Failure, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_OK,
};

/// What works on a request that is made.
pub(super) type Work<'w> = dyn FnMut(&Request<'_>) -> Result<usize, Failure> + 'w;

/// What is asked for: a part that is named where another belongs must not run, and
/// might ask for itself for ever.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The only one that is a part of [`Minting`], not of [`Making`].
    Mint,
    Service,
    Server,
    Authorization,
    More,
}

/// What is being made: a part finds in it what it needs, and leaves what it has
/// made.
///
/// # Safety
///
/// `repr(C)`, and begins with a head.
pub(super) unsafe trait Product {}

/// What every product begins with.
#[repr(C)]
pub(super) struct Head<'m> {
    asked: Kind,
    /// The token, minted or given.
    pub(super) token: &'m str,
    pub(super) result: Result<usize, Failure>,
}

/// A token that is being made. Apart from what follows: a device has it on the
/// stack while it mints.
#[repr(C)]
pub(super) struct Minting<'m> {
    pub(super) head: Head<'m>,
    pub(super) guard: &'m Guard,
    pub(super) device: *const tokenmint_device,
    /// Room for the token, and then what is left of it.
    pub(super) room: &'m mut [u8],
    /// Enough for every token from inputs of these lengths.
    pub(super) bound: usize,
}

/// A request, or a session, that is being made.
#[repr(C)]
pub(super) struct Making<'m> {
    pub(super) head: Head<'m>,
    pub(super) ask: u32,
    pub(super) place: u32,
    pub(super) unix_seconds: u32,
    pub(super) agent_id: &'m str,
    pub(super) setup: Option<&'m Setup<'m>>,
    pub(super) service: Option<Service>,
    server: Option<Server<'m>>,
    authorization: Authorization<'m>,
    more: Value<'m>,
    pub(super) work: Option<&'m mut Work<'m>>,
}

// SAFETY: as it says.
unsafe impl Product for Minting<'_> {}

// SAFETY: as it says.
unsafe impl Product for Making<'_> {}

const UNKNOWN: Failure = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);

impl<'m> Head<'m> {
    const fn of(asked: Kind, token: &'m str) -> Self {
        Self {
            asked,
            token,
            result: Err(UNKNOWN),
        }
    }
}

impl Minting<'_> {
    /// Lets a part do its work.
    pub(super) fn with(&mut self, part: tokenmint_device_part) -> Result<(), Failure> {
        // SAFETY: a token is being made.
        unsafe { run(ptr::from_mut(self).cast(), Kind::Mint, part) }
    }
}

/// # Safety
///
/// `head` is that of the product of which `kind` is a part.
#[inline(never)]
unsafe fn run(head: *mut Head<'_>, kind: Kind, part: tokenmint_device_part) -> Result<(), Failure> {
    let part = part.ok_or(Failure::call(TOKENMINT_ERR_NULL_POINTER))?;
    // SAFETY: by contract; the part is what it was told to be called with.
    let (status, result) = unsafe {
        (*head).asked = kind;
        (part(head.cast()), (*head).result)
    };
    match (status, result) {
        (TOKENMINT_OK, _) => Ok(()),
        (_, Err(failure)) => Err(failure),
        (status, Ok(_)) => Err(Failure::call(status)),
    }
}

impl<'m> Minting<'m> {
    pub(super) const fn new(
        guard: &'m Guard,
        device: *const tokenmint_device,
        room: &'m mut [u8],
    ) -> Self {
        Self {
            head: Head::of(Kind::Mint, ""),
            guard,
            device,
            room,
            bound: 0,
        }
    }
}

impl<'m> Making<'m> {
    pub(super) const fn new(token: &'m str) -> Self {
        Self {
            head: Head::of(Kind::Service, token),
            ask: 0,
            place: 0,
            unix_seconds: 0,
            agent_id: "",
            setup: None,
            service: None,
            server: None,
            authorization: Authorization::NONE,
            more: Value::None,
            work: None,
        }
    }

    /// Lets the part that makes the request do its work.
    pub(super) fn with_service(&mut self, part: tokenmint_device_part) -> Result<(), Failure> {
        self.with(Kind::Service, part)
    }

    fn with(&mut self, kind: Kind, part: tokenmint_device_part) -> Result<(), Failure> {
        debug_assert!(kind != Kind::Mint, "another product");
        // SAFETY: a request, or a session, is being made.
        unsafe { run(ptr::from_mut(self).cast(), kind, part) }
    }

    fn setup(&self) -> Result<&'m Setup<'m>, Failure> {
        self.setup.ok_or(UNKNOWN)
    }

    /// Whom to ask, and what proves the device.
    fn ask_whom(&mut self) -> Result<(), Failure> {
        let given = self.setup()?.given;
        self.with(Kind::Server, given.server)?;
        if self.ask != TOKENMINT_DEVICE_ASK_DATE && given.authorization.is_some() {
            self.with(Kind::Authorization, given.authorization)?;
        }
        Ok(())
    }

    /// The server of one's own.
    fn token_server(&mut self) -> Result<TokenServer<'m>, Failure> {
        self.ask_whom()?;
        let server = self.server.ok_or(UNKNOWN)?;
        Ok(TokenServer::new(server, self.authorization))
    }
}

/// A request has been made.
fn made(mut request: Request<'_>, work: &mut Option<&mut Work<'_>>) -> Result<usize, Failure> {
    request.close();
    work.as_mut().ok_or(UNKNOWN)?(&request)
}

/// Runs the body of a part, where one of its kind is asked for.
///
/// # Safety
///
/// `product` is NULL or what [`run`] was given, and `P` the product of which `kind`
/// is a part.
pub(super) unsafe fn part<P: Product>(
    product: *mut c_void,
    kind: Kind,
    body: impl FnOnce(&mut P) -> Result<(), Failure>,
) -> i32 {
    let head = product.cast::<Head<'_>>();
    if head.is_null() {
        return TOKENMINT_ERR_NULL_POINTER;
    }
    // SAFETY: the same promise.
    let done = unsafe {
        if (*head).asked == kind {
            body(&mut *product.cast())
        } else {
            Err(UNKNOWN)
        }
    };
    match done {
        Ok(()) => TOKENMINT_OK,
        Err(failure) => {
            // SAFETY: as before.
            unsafe { (*head).result = Err(failure) };
            failure.status()
        }
    }
}

/// Agora Conversational AI.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_convoai(making: *mut c_void) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Service, convoai) }
}

fn convoai(making: &mut Making<'_>) -> Result<(), Failure> {
    if making.work.is_none() {
        making.service = Some(Service::ConvoAi);
        return Ok(());
    }
    let setup = making.setup()?;
    making.ask_whom()?;
    let app_id = check(setup.text::<APP_ID>(), None)?;
    let agent = Some(making.agent_id);
    let (form, agent) = match making.ask {
        TOKENMINT_DEVICE_ASK_DATE | TOKENMINT_DEVICE_ASK_FIND => (&FIND, None),
        TOKENMINT_DEVICE_ASK_START => (&START, None),
        TOKENMINT_DEVICE_ASK_WHOSE => (&WHOSE, agent),
        TOKENMINT_DEVICE_ASK_RENEW => (&RENEW, agent),
        TOKENMINT_DEVICE_ASK_STOP => (&STOP, agent),
        _ => return Err(UNKNOWN),
    };
    if making.ask == TOKENMINT_DEVICE_ASK_START && !setup.text::<PROPERTIES>().is_empty() {
        making.with(Kind::More, setup.given.more)?;
    }
    let values = Given {
        setup,
        remote_uids: [setup.text::<REMOTE_UID>()],
        token: making.head.token,
        unix_seconds: making.unix_seconds,
        more: making.more,
    };
    let passed = u8::try_from(making.place).map_err(|_| UNKNOWN)?;
    let target = Target {
        server: making.server.as_ref().ok_or(UNKNOWN)?,
        authorization: &making.authorization,
        app_id,
        agent_id: agent,
    };
    let request = request(form, &values, &target, passed)?;
    making.head.result = made(request, &mut making.work);
    Ok(())
}

/// What stands in the requests.
struct Given<'m> {
    setup: &'m Setup<'m>,
    remote_uids: [&'m str; 1],
    token: &'m str,
    unix_seconds: u32,
    more: Value<'m>,
}

impl Values for Given<'_> {
    fn value(&self, slot: u8) -> Value<'_> {
        let setup = self.setup;
        let agent_uid = setup.text::<AGENT_UID>();
        let text = match slot {
            form::CHANNEL => setup.text::<CHANNEL>(),
            form::NAME => setup.text::<NAME>(),
            form::TOKEN => self.token,
            form::AGENT_UID => agent_uid,
            form::STATES => STARTING_AND_RUNNING,
            form::PRESET => setup.text::<PRESET>(),
            form::PIPELINE => setup.text::<PIPELINE>(),
            form::CODEC => setup.text::<CODEC>(),
            form::SINCE if self.unix_seconds != 0 => {
                return Value::Number(self.unix_seconds.saturating_sub(LOOKED_BACK_SECONDS));
            }
            form::LIMIT => return Value::Number(FOUND_MAX),
            form::IDLE => return Value::Number(setup.given.idle_seconds),
            form::REMOTE_UIDS => return Value::List(&self.remote_uids),
            form::STRING_UID => return string_uid(agent_uid, &self.remote_uids),
            form::MORE => return self.more,
            _ => return Value::None,
        };
        match slot {
            form::PRESET | form::PIPELINE | form::CODEC if text.is_empty() => Value::None,
            _ => Value::Text(text),
        }
    }
}

/// The most agents of a channel that are listed.
const FOUND_MAX: u32 = 20;

/// An agent of a channel was started at most so long ago: without a time those of
/// two hours are listed.
const LOOKED_BACK_SECONDS: u32 = 30 * 86_400;

/// Shengwang's sample token server: `/agent/start`, `/agent/stop`. Models, idle
/// time and name are its configuration.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_sample(making: *mut c_void) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Service, sample_server) }
}

fn sample_server(making: &mut Making<'_>) -> Result<(), Failure> {
    if making.work.is_none() {
        making.service = Some(Service::Sample);
        return Ok(());
    }
    let setup = making.setup()?;
    let server = making.token_server()?;
    let (start, stop);
    let request = match making.ask {
        TOKENMINT_DEVICE_ASK_START => {
            let (agent, user) = (setup.text::<AGENT_UID>(), setup.text::<REMOTE_UID>());
            start = sample::StartAgent::new(setup.text::<CHANNEL>(), uid(agent), uid(user));
            start.to(&server)
        }
        TOKENMINT_DEVICE_ASK_STOP => {
            stop = sample::StopAgent::new(making.agent_id);
            stop.to(&server)
        }
        _ => return Err(UNKNOWN),
    };
    making.head.result = made(request?, &mut making.work);
    Ok(())
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

/// A server of TEN: `/start`, `/ping`, `/stop`. `pipeline` is the name of its
/// graph, and user ids are numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_ten(making: *mut c_void) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Service, ten_server) }
}

fn ten_server(making: &mut Making<'_>) -> Result<(), Failure> {
    if making.work.is_none() {
        making.service = Some(Service::Ten);
        return Ok(());
    }
    let setup = making.setup()?;
    let server = making.token_server()?;
    let channel = setup.text::<CHANNEL>();
    let (start, ping, stop);
    let request = match making.ask {
        TOKENMINT_DEVICE_ASK_START => {
            start = ten::Start::new(channel, setup.text::<PIPELINE>())
                .user_uid(number(setup.text::<REMOTE_UID>())?)
                .bot_uid(number(setup.text::<AGENT_UID>())?);
            start.to(&server)
        }
        TOKENMINT_DEVICE_ASK_PING => {
            ping = ten::Ping::new(channel);
            ping.to(&server)
        }
        TOKENMINT_DEVICE_ASK_STOP => {
            stop = ten::Stop::new(channel);
            stop.to(&server)
        }
        _ => return Err(UNKNOWN),
    };
    making.head.result = made(request?, &mut making.work);
    Ok(())
}

/// The hosts of Conversational AI: of `area`, in turn by `region`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_area(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        let given = making.setup()?.given;
        let mut server = Server::of(match given.area {
            TOKENMINT_DEVICE_AREA_GLOBAL => Area::Global,
            TOKENMINT_DEVICE_AREA_US => Area::Us,
            TOKENMINT_DEVICE_AREA_EU => Area::Eu,
            TOKENMINT_DEVICE_AREA_AP => Area::Ap,
            TOKENMINT_DEVICE_AREA_CN => Area::Cn,
            _ => return Err(UNKNOWN),
        });
        // No area has more.
        for _ in 0..given.region % 4 {
            server.next_region();
        }
        making.server = Some(server);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Server, body) }
}

/// A server of your own: `base_url`, which is `https://...`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_url(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        making.server = Some(Server::new(making.setup()?.text::<BASE_URL>())?);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Server, body) }
}

/// As @ref tokenmint_device_url, also `http://...`: on a workbench, since everybody
/// on the way reads the tokens.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_plain_url(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        making.server = Some(Server::plain_http(making.setup()?.text::<BASE_URL>())?);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Server, body) }
}

/// The token that is minted, or `token`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_token(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        making.authorization = Authorization::token(making.head.token);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Authorization, body) }
}

/// A bearer token, such as an attestation: `secret`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_bearer(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        making.authorization = Authorization::bearer(making.setup()?.text::<SECRET>());
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Authorization, body) }
}

/// A customer id, `secret_name`, and its `secret`, which opens every project of
/// the customer to whoever reads the flash of one device.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_basic(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        let setup = making.setup()?;
        let (name, secret) = (setup.text::<SECRET_NAME>(), setup.text::<SECRET>());
        making.authorization = Authorization::basic(name, secret);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Authorization, body) }
}

/// A header called `secret_name` with the value `secret`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_header(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        let setup = making.setup()?;
        let (name, value) = (setup.text::<SECRET_NAME>(), setup.text::<SECRET>());
        making.authorization = Authorization::header(name, value);
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::Authorization, body) }
}

/// Checks `properties` and puts them into a start.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_device_properties(making: *mut c_void) -> i32 {
    let body = |making: &mut Making<'_>| {
        let json = making.setup()?.text::<PROPERTIES>();
        making.more = Value::Object(ObjectText::of_start(json));
        Ok(())
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { part(making, Kind::More, body) }
}

#[cfg(test)]
mod tests {
    use core::ptr::null;

    use super::super::mint::tokenmint_device_mint;
    use super::*;
    use crate::frame::Region;

    #[test]
    fn a_part_where_another_belongs_is_refused() {
        let guard = Guard::new([Region::EMPTY; 2]).unwrap();
        let mut minting = Minting::new(&guard, null(), &mut []);
        let refused = |result: Result<(), Failure>| result.unwrap_err().status();
        let mint: tokenmint_device_part = Some(tokenmint_device_mint);
        let parts: [(Kind, tokenmint_device_part); 11] = [
            (Kind::Service, Some(tokenmint_device_convoai)),
            (Kind::Service, Some(tokenmint_device_sample)),
            (Kind::Service, Some(tokenmint_device_ten)),
            (Kind::Server, Some(tokenmint_device_area)),
            (Kind::Server, Some(tokenmint_device_url)),
            (Kind::Server, Some(tokenmint_device_plain_url)),
            (Kind::Authorization, Some(tokenmint_device_token)),
            (Kind::Authorization, Some(tokenmint_device_bearer)),
            (Kind::Authorization, Some(tokenmint_device_basic)),
            (Kind::Authorization, Some(tokenmint_device_header)),
            (Kind::More, Some(tokenmint_device_properties)),
        ];
        for (own, part) in parts {
            let status = refused(minting.with(part));
            assert_eq!(status, TOKENMINT_ERR_UNKNOWN_VALUE);
            let others = [Kind::Service, Kind::Server, Kind::Authorization, Kind::More];
            for kind in others.into_iter().filter(|kind| *kind != own) {
                let mut making = Making::new("");
                // Even where it would run.
                making.service = Some(Service::ConvoAi);
                assert_eq!(
                    refused(making.with(kind, part)),
                    TOKENMINT_ERR_UNKNOWN_VALUE
                );
            }
        }
        let status = refused(Making::new("").with_service(mint));
        assert_eq!(status, TOKENMINT_ERR_UNKNOWN_VALUE);
        assert_eq!(refused(minting.with(None)), TOKENMINT_ERR_NULL_POINTER);
        // SAFETY: NULL is allowed.
        let status = unsafe { tokenmint_device_convoai(ptr::null_mut()) };
        assert_eq!(status, TOKENMINT_ERR_NULL_POINTER);
    }
}
