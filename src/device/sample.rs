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
use super::content::OF_SAMPLE;
use super::form::{Form, Value};
use super::project::TokenServer;
use super::request::Request;
use super::start::filled;
use crate::http::{BodyKind, Endpoint, Method};
use crate::{Error, Field};

const fn post(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Json)
}

static DEVICE: Form = Form {
    endpoint: &post("sample.device", "device").repeatable(true),
    repeatable: true,
    template: b"{\"channel_name\":\x80,\"uid\":\x81}",
    filled: &[(0, Field::Channel)],
    object: 3,
    rule: None,
    asked: Asked::SampleToken,
    reading: &OF_SAMPLE,
};

static START: Form = Form {
    endpoint: &post("sample.start", "agent/start"),
    repeatable: false,
    template: b"{\"channel_name\":\x80,\"agent_uid\":\x82,\"uid\":\x81}",
    asked: Asked::Start,
    ..DEVICE
};

static STOP: Form = Form {
    endpoint: &post("sample.stop", "agent/stop").repeatable(true),
    repeatable: true,
    template: b"{\"agent_id\":\x80}",
    filled: &[(0, Field::AgentId)],
    object: 3,
    rule: None,
    asked: Asked::SampleStop,
    reading: &OF_SAMPLE,
};

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
}

impl<'a> Uid<'a> {
    const fn value(self) -> Value<'a> {
        match self {
            Self::Number(number) => Value::Number(number),
            Self::Text(text) => Value::Text(text),
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
    uid: Uid<'a>,
    values: [Value<'a>; 2],
}

impl<'a> GetToken<'a> {
    /// A token for the user `uid` in `channel`.
    #[must_use]
    pub const fn new(channel: &'a str, uid: Uid<'a>) -> Self {
        let values = [Value::Text(channel), uid.value()];
        Self { uid, values }
    }

    /// The request to `server`. Its answer goes into a buffer:
    /// [`Request::answer_into`].
    ///
    /// # Errors
    ///
    /// [`Error::Empty`], [`Error::BadCharacter`] and [`Error::ValueOutOfRange`] of
    /// what the server does not take, and of what cannot be a header.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        self.uid.check()?;
        server.request(&DEVICE, &self.values)
    }
}

/// `POST /agent/start`: starts the agent that the server has the settings of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartAgent<'a> {
    agent_uid: Uid<'a>,
    uid: Uid<'a>,
    values: [Value<'a>; 3],
}

impl<'a> StartAgent<'a> {
    /// An agent `agent_uid` in `channel` that listens to `uid`.
    #[must_use]
    pub const fn new(channel: &'a str, agent_uid: Uid<'a>, uid: Uid<'a>) -> Self {
        let values = [Value::Text(channel), uid.value(), agent_uid.value()];
        Self {
            agent_uid,
            uid,
            values,
        }
    }

    /// The request to `server`.
    ///
    /// # Errors
    ///
    /// As [`GetToken::to`].
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        self.agent_uid.check()?;
        self.uid.check()?;
        server.request(&START, &self.values)
    }
}

/// `POST /agent/stop`: stops an agent. Repeatable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StopAgent<'a> {
    values: [Value<'a>; 1],
}

impl<'a> StopAgent<'a> {
    /// Stops this agent.
    #[must_use]
    pub const fn new(agent_id: &'a str) -> Self {
        let values = [Value::Text(agent_id)];
        Self { values }
    }

    /// The request to `server`.
    ///
    /// # Errors
    ///
    /// As [`GetToken::to`], of the agent id.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        server.request(&STOP, &self.values)
    }
}
