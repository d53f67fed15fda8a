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
use super::json_text::ObjectText;
use super::project::TokenServer;
use super::request::Request;
use super::sink::{Content, Sink};
use super::start::filled;
use crate::http::{BodyKind, Endpoint, Method};
use crate::{Error, Field};

const fn post(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Json)
}

const TOKEN: Endpoint = post("ten.token", "token/generate").repeatable(true);
const START: Endpoint = post("ten.start", "start");
const PING: Endpoint = post("ten.ping", "ping").repeatable(true);
const STOP: Endpoint = post("ten.stop", "stop").repeatable(true);

/// The channel with more than blanks in it, and the id of the request.
fn check(channel: &str, request_id: Option<&str>) -> Result<(), Error> {
    filled(Field::Channel, channel.trim_ascii())?;
    request_id.map_or(Ok(()), |id| filled(Field::Name, id))
}

/// Begins the object of a body with the id of the request, if there is one. What
/// stands before the next member.
fn begin<'t>(request_id: Option<&str>, sink: &mut Sink<'_>) -> &'t str {
    match request_id {
        Some(id) => {
            sink.member("{\"request_id\":", id);
            ","
        }
        None => "{",
    }
}

/// A member that is a number, if there is one.
fn put_number(name: &str, value: Option<u32>, sink: &mut Sink<'_>) {
    if let Some(value) = value {
        sink.text(name);
        sink.number(value);
    }
}

/// `POST /token/generate`: the app id and a token for the device to join its
/// channel with. Repeatable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GetToken<'a> {
    channel: &'a str,
    request_id: Option<&'a str>,
    uid: Option<u32>,
}

impl<'a> GetToken<'a> {
    /// A token for any user in `channel`.
    #[must_use]
    pub const fn new(channel: &'a str) -> Self {
        Self {
            channel,
            request_id: None,
            uid: None,
        }
    }

    /// A token for this user alone.
    #[must_use]
    pub const fn uid(mut self, uid: u32) -> Self {
        self.uid = Some(uid);
        self
    }

    /// Names the request in the logs of the server.
    #[must_use]
    pub const fn request_id(mut self, id: &'a str) -> Self {
        self.request_id = Some(id);
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
        check(self.channel, self.request_id)?;
        server.request(&TOKEN, Asked::TenToken, self)
    }
}

impl Content for GetToken<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        let mut before = begin(self.request_id, sink);
        if let Some(uid) = self.uid {
            sink.text(before);
            sink.text("\"uid\":");
            sink.number(uid);
            before = ",";
        }
        sink.text(before);
        sink.member("\"channel_name\":", self.channel);
        sink.text("}");
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
    channel: &'a str,
    graph: &'a str,
    request_id: Option<&'a str>,
    user_uid: Option<u32>,
    bot_uid: Option<u32>,
    worker_port: Option<u32>,
    timeout: Option<u32>,
    token: Option<&'a str>,
    properties: Option<ObjectText<'a>>,
}

impl<'a> Start<'a> {
    /// An agent of `graph` in `channel`.
    #[must_use]
    pub const fn new(channel: &'a str, graph: &'a str) -> Self {
        Self {
            channel,
            graph,
            request_id: None,
            user_uid: None,
            bot_uid: None,
            worker_port: None,
            timeout: None,
            token: None,
            properties: None,
        }
    }

    /// Names the request in the logs of the server.
    #[must_use]
    pub const fn request_id(mut self, id: &'a str) -> Self {
        self.request_id = Some(id);
        self
    }

    /// Sets the user id that the agent listens to.
    #[must_use]
    pub const fn user_uid(mut self, uid: u32) -> Self {
        self.user_uid = Some(uid);
        self
    }

    /// Sets the port on which the server's worker is told things.
    #[must_use]
    pub const fn worker_port(mut self, port: u32) -> Self {
        self.worker_port = Some(port);
        self
    }

    /// Sets the user id of the agent.
    #[must_use]
    pub const fn bot_uid(mut self, uid: u32) -> Self {
        self.bot_uid = Some(uid);
        self
    }

    /// Ends the agent so many seconds after the last ping, in place of the
    /// server's own limit.
    #[must_use]
    pub const fn timeout(mut self, seconds: u32) -> Self {
        self.timeout = Some(seconds);
        self
    }

    /// Gives the agent a token.
    #[must_use]
    pub const fn token(mut self, token: &'a str) -> Self {
        self.token = Some(token);
        self
    }

    /// Changes properties of the graph's extensions: the text of a JSON object.
    #[must_use]
    pub const fn properties(mut self, json: &'a str) -> Self {
        self.properties = Some(ObjectText::new(json));
        self
    }

    /// The request to `server`.
    ///
    /// # Errors
    ///
    /// As [`GetToken::to`]; [`Error::BadJson`] unless the JSON text is an object.
    pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
        check(self.channel, self.request_id)?;
        filled(Field::Name, self.graph)?;
        if let Some(json) = &self.properties {
            json.check(&[])?;
        }
        server.request(&START, Asked::Ten, self)
    }
}

impl Content for Start<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        put_channel(self.request_id, self.channel, sink);
        put_number(",\"user_uid\":", self.user_uid, sink);
        put_number(",\"bot_uid\":", self.bot_uid, sink);
        sink.member(",\"graph_name\":", self.graph);
        if let Some(token) = self.token {
            sink.member(",\"token\":", token);
        }
        put_number(",\"worker_http_server_port\":", self.worker_port, sink);
        put_number(",\"timeout\":", self.timeout, sink);
        if let Some(json) = &self.properties {
            sink.text(",\"properties\":");
            json.put(sink, false);
        }
        sink.text("}");
    }
}

/// Shows neither the token nor the JSON text.
impl fmt::Debug for Start<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Start")
            .field("request_id", &self.request_id)
            .field("channel", &self.channel)
            .field("graph", &self.graph)
            .finish_non_exhaustive()
    }
}

/// A request about the agent of a channel.
macro_rules! about_a_channel {
    ($(#[$doc:meta])* $name:ident $endpoint:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name<'a> {
            channel: &'a str,
            request_id: Option<&'a str>,
        }

        impl<'a> $name<'a> {
            /// The agent of `channel`.
            #[must_use]
            pub const fn new(channel: &'a str) -> Self {
                Self {
                    channel,
                    request_id: None,
                }
            }

            /// Names the request in the logs of the server.
            #[must_use]
            pub const fn request_id(mut self, id: &'a str) -> Self {
                self.request_id = Some(id);
                self
            }

            /// The request to `server`.
            ///
            /// # Errors
            ///
            /// As [`GetToken::to`].
            pub fn to(&'a self, server: &'a TokenServer<'a>) -> Result<Request<'a>, Error> {
                check(self.channel, self.request_id)?;
                server.request(&$endpoint, Asked::Ten, self)
            }
        }

        impl Content for $name<'_> {
            fn put(&self, sink: &mut Sink<'_>) {
                put_channel(self.request_id, self.channel, sink);
                sink.text("}");
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

fn put_channel(request_id: Option<&str>, channel: &str, sink: &mut Sink<'_>) {
    let before = begin(request_id, sink);
    sink.text(before);
    sink.member("\"channel_name\":", channel);
}
