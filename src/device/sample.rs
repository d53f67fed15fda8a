//! Shengwang's sample token server for devices, and what speaks like it.
//!
//! | request | body | answer |
//! |---|---|---|
//! | `POST /device` ([`GetToken`]) | `{"channel_name", "uid"}` | `{"app_id", "token"}`: the device joins the channel with them |
//! | `POST /agent/start` ([`StartAgent`]) | `{"channel_name", "agent_uid", "uid"}` | `{"agent_id", ...}` |
//! | `POST /agent/stop` ([`StopAgent`]) | `{"agent_id"}` | anything |
//!
//! The sample itself asks for no proof and speaks plain HTTP: put it behind TLS
//! and a bearer. Every refusal of the service is a 500 there.
//!
//! Source: Shengwang-Community/Conversational-AI-IOT-Sample,
//! `server/aiot_server_demo_example`.

use super::answer::Asked;
use super::project::TokenServer;
use super::request::Request;
use super::sink::{Content, Sink};
use super::start::filled;
use crate::http::{BodyKind, Endpoint, Method};
use crate::{Error, Field};

const fn post(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Json)
}

const DEVICE: Endpoint = post("sample.device", "device").repeatable(true);
const START: Endpoint = post("sample.start", "agent/start");
const STOP: Endpoint = post("sample.stop", "agent/stop").repeatable(true);

/// A user id, a number or text, and sent as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uid<'a> {
    /// A number; not 0, which the server takes for none.
    Number(u32),
    /// Text; not empty.
    Text(&'a str),
}

impl From<u32> for Uid<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Uid<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl Uid<'_> {
    fn check(self) -> Result<(), Error> {
        match self {
            Self::Number(0) => Err(Error::ValueOutOfRange {
                field: Field::Uid,
                min: 1,
                max: u32::MAX.into(),
            }),
            Self::Number(_) => Ok(()),
            Self::Text(text) => filled(Field::Uid, text),
        }
    }

    fn put(self, before: &str, sink: &mut Sink<'_>) {
        match self {
            Self::Number(number) => {
                sink.text(before);
                sink.number(number);
            }
            Self::Text(text) => sink.member(before, text),
        }
    }
}

/// `POST /device`: the app id and a token for the device to join its channel with.
/// Repeatable.
///
/// ```
/// use tokenmint::device::sample::GetToken;
/// use tokenmint::device::{Authorization, Said, Server, TokenServer};
///
/// let server = Server::new("https://tokens.example.com")?;
/// let server = TokenServer::new(server, Authorization::bearer("device-7-key"));
/// let get = GetToken::new("room-1", 1.into());
/// let request = get.to(&server)?;
/// let mut buffer = [0; 64];
/// assert_eq!(request.write_body(&mut buffer)?, r#"{"channel_name":"room-1","uid":1}"#);
///
/// let mut token = [0; 512];
/// let mut answer = request.answer_into(&mut token);
/// answer.read(b"HTTP/1.0 200 OK\r\n\r\n{\"app_id\": \"970C\", \"token\": \"007...\"}")?;
/// answer.end()?;
/// assert_eq!(answer.said(), Said::Done);
/// assert_eq!((answer.app_id(), answer.token()), (Some("970C"), Ok("007...")));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GetToken<'a> {
    channel: &'a str,
    uid: Uid<'a>,
}

impl<'a> GetToken<'a> {
    /// A token for the user `uid` in `channel`.
    #[must_use]
    pub const fn new(channel: &'a str, uid: Uid<'a>) -> Self {
        Self { channel, uid }
    }

    /// The request to `server`. Its answer goes into a buffer:
    /// [`Request::answer_into`].
    ///
    /// # Errors
    ///
    /// [`Error::Empty`], [`Error::BadCharacter`] and [`Error::ValueOutOfRange`] of
    /// what the server does not take, and of what cannot be a header.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        filled(Field::Channel, self.channel)?;
        self.uid.check()?;
        server.request(&DEVICE, Asked::SampleToken, self)
    }
}

impl Content for GetToken<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        sink.member("{\"channel_name\":", self.channel);
        self.uid.put(",\"uid\":", sink);
        sink.text("}");
    }
}

/// `POST /agent/start`: starts the agent that the server has the settings of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartAgent<'a> {
    channel: &'a str,
    agent_uid: Uid<'a>,
    uid: Uid<'a>,
}

impl<'a> StartAgent<'a> {
    /// An agent `agent_uid` in `channel` that listens to `uid`.
    #[must_use]
    pub const fn new(channel: &'a str, agent_uid: Uid<'a>, uid: Uid<'a>) -> Self {
        Self {
            channel,
            agent_uid,
            uid,
        }
    }

    /// The request to `server`.
    ///
    /// # Errors
    ///
    /// As [`GetToken::to`].
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        filled(Field::Channel, self.channel)?;
        self.agent_uid.check()?;
        self.uid.check()?;
        server.request(&START, Asked::Start, self)
    }
}

impl Content for StartAgent<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        sink.member("{\"channel_name\":", self.channel);
        self.agent_uid.put(",\"agent_uid\":", sink);
        self.uid.put(",\"uid\":", sink);
        sink.text("}");
    }
}

/// `POST /agent/stop`: stops an agent. Repeatable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StopAgent<'a> {
    agent_id: &'a str,
}

impl<'a> StopAgent<'a> {
    /// Stops this agent.
    #[must_use]
    pub const fn new(agent_id: &'a str) -> Self {
        Self { agent_id }
    }

    /// The request to `server`.
    ///
    /// # Errors
    ///
    /// As [`GetToken::to`], of the agent id.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        filled(Field::AgentId, self.agent_id)?;
        server.request(&STOP, Asked::SampleStop, self)
    }
}

impl Content for StopAgent<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        sink.member("{\"agent_id\":", self.agent_id);
        sink.text("}");
    }
}
