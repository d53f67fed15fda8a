//! The server of the TEN framework.
//!
//! | request | body |
//! |---|---|
//! | `POST /token/generate` ([`GetToken`]) | `{"request_id", "uid", "channel_name"}` |
//! | `POST /start` ([`Start`]) | `{"request_id", "channel_name", "user_uid", "bot_uid", "graph_name", "timeout", "properties"}` |
//! | `POST /ping` ([`Ping`]) | `{"request_id", "channel_name"}` |
//! | `POST /stop` ([`Stop`]) | the same |
//!
//! Every answer is `{"code": "0", "data": ..., "msg": "..."}` with status 200,
//! refusals too: what it says is in `code`, and a number in `data` is the status
//! that was meant. A channel without an agent is [gone](super::Said::Gone), one
//! that has an agent already is a [conflict](super::Said::Conflict).
//!
//! The server asks for no proof: put it behind TLS and a bearer.
//!
//! Source: TEN-framework/ten-framework, `ai_agents/server`.

use core::fmt;

use super::answer::Asked;
use super::content::OF_TEN;
use super::form::{Form, Value};
use super::json_text::ObjectText;
use super::project::TokenServer;
use super::request::Request;
use super::start::filled;
use crate::http::{BodyKind, Endpoint, Method};
use crate::{Error, Field};

const fn post(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Json)
}

static TOKEN: Form = Form {
    endpoint: &post("ten.token", "token/generate").repeatable(true),
    repeatable: true,
    template: b"{\xA0\"request_id\":\x80,\xFF\xA2\"uid\":\x82,\xFF\"channel_name\":\x81}",
    filled: &[(0, Field::Name)],
    object: 8,
    rule: None,
    asked: Asked::TenToken,
    reading: &OF_TEN,
};

static START: Form = Form {
    endpoint: &post("ten.start", "start"),
    repeatable: false,
    template: b"{\xA0\"request_id\":\x80,\xFF\"channel_name\":\x81\
\xA2,\"user_uid\":\x82\xFF\xA3,\"bot_uid\":\x83\xFF,\"graph_name\":\x84\xA5,\"token\":\x85\xFF\
\xA6,\"worker_http_server_port\":\x86\xFF\xA7,\"timeout\":\x87\xFF\xA8,\"properties\":\x88\xFF}",
    filled: &[(0, Field::Name), (4, Field::Name)],
    object: 8,
    rule: None,
    asked: Asked::Ten,
    reading: &OF_TEN,
};

static PING: Form = Form {
    endpoint: &post("ten.ping", "ping").repeatable(true),
    repeatable: true,
    template: b"{\xA0\"request_id\":\x80,\xFF\"channel_name\":\x81}",
    filled: &[(0, Field::Name)],
    object: 8,
    rule: None,
    asked: Asked::Ten,
    reading: &OF_TEN,
};

static STOP: Form = Form {
    endpoint: &post("ten.stop", "stop").repeatable(true),
    repeatable: true,
    ..PING
};

/// The channel, which has more than blanks in it.
fn check(channel: Value<'_>) -> Result<(), Error> {
    let channel = channel.as_text().unwrap_or_default();
    filled(Field::Channel, channel.trim_ascii())
}

/// `POST /token/generate`: the app id and a token for the device to join its
/// channel with. Repeatable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GetToken<'a> {
    /// Id of the request, channel, and user.
    values: [Value<'a>; 3],
}

impl<'a> GetToken<'a> {
    /// A token for any user in `channel`.
    #[must_use]
    pub const fn new(channel: &'a str) -> Self {
        Self {
            values: [Value::None, Value::Text(channel), Value::None],
        }
    }

    /// A token for this user alone.
    #[must_use]
    pub const fn uid(mut self, uid: u32) -> Self {
        self.values[2] = Value::Number(uid);
        self
    }

    /// Names the request in the logs of the server.
    #[must_use]
    pub const fn request_id(mut self, id: &'a str) -> Self {
        self.values[0] = Value::Text(id);
        self
    }

    /// The request to `server`. Its answer goes into a buffer:
    /// [`Request::answer_into`].
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] and [`Error::BadCharacter`] of what the server does not
    /// take, and of what cannot be a header.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        check(self.values[1])?;
        server.request(&TOKEN, &self.values)
    }
}

/// `POST /start`: starts an agent in a channel.
///
/// It lives while it is [pinged](Ping), every 10 seconds or so.
///
/// ```
/// use tokenmint::device::ten::Start;
/// use tokenmint::device::{Authorization, Said, Server, TokenServer};
///
/// let server = Server::new("https://ten.example.com")?;
/// let server = TokenServer::new(server, Authorization::bearer("device-7-key"));
/// let start = Start::new("room", "voice_assistant").user_uid(12345).request_id("esp1");
/// let request = start.to(&server)?;
/// let mut buffer = [0; 128];
/// assert_eq!(
///     request.write_body(&mut buffer)?,
///     r#"{"request_id":"esp1","channel_name":"room","user_uid":12345,"graph_name":"voice_assistant"}"#,
/// );
///
/// let mut answer = request.answer();
/// answer.status_is(200);
/// answer.body(br#"{"code":"10003","data":400,"msg":"channel existed"}"#);
/// answer.complete();
/// assert_eq!((answer.said(), answer.reason()), (Said::Conflict, "10003"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Start<'a> {
    /// In the order of [`START`].
    values: [Value<'a>; 9],
}

impl<'a> Start<'a> {
    /// An agent of `graph` in `channel`.
    #[must_use]
    pub const fn new(channel: &'a str, graph: &'a str) -> Self {
        let mut values = [Value::None; 9];
        values[1] = Value::Text(channel);
        values[4] = Value::Text(graph);
        Self { values }
    }

    /// Names the request in the logs of the server.
    #[must_use]
    pub const fn request_id(mut self, id: &'a str) -> Self {
        self.values[0] = Value::Text(id);
        self
    }

    /// Sets the user id that the agent listens to.
    #[must_use]
    pub const fn user_uid(mut self, uid: u32) -> Self {
        self.values[2] = Value::Number(uid);
        self
    }

    /// Sets the port on which the server's worker is told things.
    #[must_use]
    pub const fn worker_port(mut self, port: u32) -> Self {
        self.values[6] = Value::Number(port);
        self
    }

    /// Sets the user id of the agent.
    #[must_use]
    pub const fn bot_uid(mut self, uid: u32) -> Self {
        self.values[3] = Value::Number(uid);
        self
    }

    /// Ends the agent so many seconds after the last ping, in place of the
    /// server's own limit.
    #[must_use]
    pub const fn timeout(mut self, seconds: u32) -> Self {
        self.values[7] = Value::Number(seconds);
        self
    }

    /// Gives the agent a token.
    #[must_use]
    pub const fn token(mut self, token: &'a str) -> Self {
        self.values[5] = Value::Text(token);
        self
    }

    /// Changes properties of the graph's extensions: the text of a JSON object.
    #[must_use]
    pub const fn properties(mut self, json: &'a str) -> Self {
        self.values[8] = Value::Object(ObjectText::whole(json));
        self
    }

    /// The request to `server`.
    ///
    /// # Errors
    ///
    /// As [`GetToken::to`]; [`Error::BadJson`] unless the JSON text is an object.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        check(self.values[1])?;
        server.request(&START, &self.values)
    }
}

/// Shows neither the token nor the JSON text.
impl fmt::Debug for Start<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Start")
            .field("request_id", &self.values[0].as_text())
            .field("channel", &self.values[1].as_text())
            .field("graph", &self.values[4].as_text())
            .finish_non_exhaustive()
    }
}

/// A request about the agent of a channel.
macro_rules! about_a_channel {
    ($(#[$doc:meta])* $name:ident $form:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name<'a> {
            /// Id of the request, and channel.
            values: [Value<'a>; 2],
        }

        impl<'a> $name<'a> {
            /// The agent of `channel`.
            #[must_use]
            pub const fn new(channel: &'a str) -> Self {
                Self {
                    values: [Value::None, Value::Text(channel)],
                }
            }

            /// Names the request in the logs of the server.
            #[must_use]
            pub const fn request_id(mut self, id: &'a str) -> Self {
                self.values[0] = Value::Text(id);
                self
            }

            /// The request to `server`.
            ///
            /// # Errors
            ///
            /// As [`GetToken::to`].
            pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
                check(self.values[1])?;
                server.request(&$form, &self.values)
            }
        }
    };
}

about_a_channel! {
    /// `POST /ping`: keeps the agent of a channel alive. Repeatable.
    Ping PING
}

about_a_channel! {
    /// `POST /stop`: stops the agent of a channel. Repeatable; one that is
    /// [gone](super::Said::Gone) is stopped.
    Stop STOP
}
