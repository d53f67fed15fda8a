//! What is asked about an agent that runs, or may.

use core::fmt;

use super::answer::Asked;
use super::json_text::ObjectText;
use super::project::Project;
use super::request::Request;
use super::sink::{Content, Sink};
use super::start::filled;
use crate::convoai::endpoints::{AGENTS_LIST, AGENTS_STOP, AGENTS_TURNS, AGENTS_UPDATE};
use crate::wire::decimal::Decimal;
use crate::{Error, Field};

/// An id of the service has letters and digits. What a server on the way could read
/// as another path is refused: a dot at the begin, separators and escapes.
#[cfg_attr(target_os = "none", inline(never))]
fn check_agent(agent_id: &str) -> Result<(), Error> {
    let field = Field::AgentId;
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'/' | b'\\' | b'%' | b';');
    let stray = agent_id.bytes().position(|byte| !plain(byte));
    match (agent_id.as_bytes(), stray) {
        ([], _) => Err(Error::Empty { field }),
        ([b'.', ..], _) => Err(Error::BadCharacter { field, at: 0 }),
        (_, Some(at)) => Err(Error::BadCharacter { field, at }),
        (_, None) => Ok(()),
    }
}

/// The states of an agent that starts or runs.
const STARTING_AND_RUNNING: &str = "1,2";

/// `POST v2/projects/{appid}/agents/{agent_id}/leave`: stops an agent.
///
/// Repeatable; an agent that is [gone](super::Said::Gone) is stopped.
///
/// ```
/// use tokenmint::agora::AppId;
/// use tokenmint::device::{Area, Authorization, Project, Server, StopAgent};
///
/// let app_id = AppId::new("970CA35de60c44645bbae8a215061b33")?;
/// let server = Server::of(Area::Global);
/// let secret = Authorization::basic("key", "secret");
/// let project = Project::new(server, app_id, secret);
/// let stop = StopAgent::new("A42AC47HY8CH7FR6N5");
/// let request = stop.to(&project)?;
///
/// // For a library that wants the parts.
/// let (mut url, mut value) = ([0; 192], [0; 64]);
/// assert!(request.write_url(&mut url)?.ends_with("/agents/A42AC47HY8CH7FR6N5/leave"));
/// assert_eq!(request.authorization().name(), Some("Authorization"));
/// assert_eq!(request.write_authorization(&mut value)?, "Basic a2V5OnNlY3JldA==");
/// assert_eq!(request.content_type(), None);
/// # Ok::<(), tokenmint::Error>(())
/// ```
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

    /// The request to `project`.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] and [`Error::BadCharacter`] of an id that cannot be in a
    /// path, and of what cannot be a header.
    pub fn to(&self, project: &'a Project<'a>) -> Result<Request<'a>, Error> {
        check_agent(self.agent_id)?;
        Request::of(&AGENTS_STOP, project, self.agent_id, Asked::Stop, None)
    }
}

/// `POST v2/projects/{appid}/agents/{agent_id}/update`: gives an agent a new token
/// to stay in its channel with.
///
/// Repeatable, unless there is [more](Self::properties) than the token.
#[derive(Clone, Copy)]
pub struct RenewToken<'a> {
    agent_id: &'a str,
    token: Option<&'a str>,
    properties: Option<ObjectText<'a>>,
}

impl<'a> RenewToken<'a> {
    /// Gives this agent a new token.
    #[must_use]
    pub const fn new(agent_id: &'a str, token: &'a str) -> Self {
        Self {
            agent_id,
            token: Some(token),
            properties: None,
        }
    }

    /// Changes an agent and leaves its token: `json` is the text of an object with
    /// the `properties`, such as `{"llm": {"params": {...}}}`.
    #[must_use]
    pub const fn without_token(agent_id: &'a str, json: &'a str) -> Self {
        Self {
            agent_id,
            token: None,
            properties: Some(ObjectText::new(json)),
        }
    }

    /// Adds members to `properties`: the text of a JSON object.
    #[must_use]
    pub const fn properties(mut self, json: &'a str) -> Self {
        self.properties = Some(ObjectText::new(json));
        self
    }

    /// The request to `project`.
    ///
    /// # Errors
    ///
    /// As [`StopAgent::to`]; [`Error::Empty`] of the token; of the JSON text
    /// [`Error::BadJson`] unless it is an object, [`Error::Duplicate`] when it has
    /// a token, too, and [`Error::Empty`] without a member.
    pub fn to(&'a self, project: &'a Project<'a>) -> Result<Request<'a>, Error> {
        if let Some(token) = self.token {
            filled(Field::Token, token)?;
        }
        if let Some(json) = &self.properties {
            let taken: &[&str] = match self.token {
                Some(_) => &["token"],
                None => &[],
            };
            json.check(taken)?;
        }
        check_agent(self.agent_id)?;
        let agent_id = self.agent_id;
        let request = Request::of(&AGENTS_UPDATE, project, agent_id, Asked::Update, Some(self))?;
        Ok(request.repeatable(self.properties.is_none()))
    }
}

impl Content for RenewToken<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        sink.text("{\"properties\":");
        if let Some(token) = self.token {
            sink.member("{\"token\":", token);
        }
        if let Some(json) = &self.properties {
            json.put(sink, self.token.is_some());
        }
        sink.text(if self.token.is_some() { "}}" } else { "}" });
    }
}

/// Shows neither the token nor the JSON text.
impl fmt::Debug for RenewToken<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RenewToken")
            .field("agent_id", &self.agent_id)
            .finish_non_exhaustive()
    }
}

/// `GET v2/projects/{appid}/agents`: the agents that start or run in a channel.
///
/// Without [a time](Self::since), those are found that started within the last two
/// hours. The answer keeps one id: the first, unless [others](Self::nth) are asked
/// for, and the number of them.
///
/// ```
/// use tokenmint::agora::AppId;
/// use tokenmint::device::{Area, Authorization, FindAgents, Project, Server};
///
/// let app_id = AppId::new("970CA35de60c44645bbae8a215061b33")?;
/// let project = Project::new(Server::of(Area::Us), app_id, Authorization::token("007..."));
/// let find = FindAgents::in_channel("room 1");
/// let request = find.to(&project)?;
/// let mut target = [0; 160];
/// assert!(request.write_target(&mut target)?.ends_with("/agents?channel=room+1&state=1%2C2"));
///
/// let mut answer = request.answer();
/// answer.read(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")?;
/// answer.read(b"2f\r\n{\"data\":{\"count\":1,\"list\":[{\"agent_id\":\"A1\"}]}}\r\n0\r\n\r\n")?;
/// assert_eq!((answer.agent_id(), answer.found()), (Some("A1"), 1));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindAgents<'a> {
    channel: Option<&'a str>,
    states: &'a str,
    since: Option<u32>,
    limit: Option<u32>,
    passed: u8,
}

impl<'a> FindAgents<'a> {
    /// Looks in this channel.
    #[must_use]
    pub const fn in_channel(channel: &'a str) -> Self {
        Self {
            channel: Some(channel),
            states: STARTING_AND_RUNNING,
            since: None,
            limit: None,
            passed: 0,
        }
    }

    /// Looks in all channels of the project. Most of what is found is not this
    /// device's: never stop it.
    #[must_use]
    pub const fn in_project() -> Self {
        Self {
            channel: None,
            states: STARTING_AND_RUNNING,
            since: None,
            limit: None,
            passed: 0,
        }
    }

    /// Looks for agents in these states, numbers separated by commas: 1 starting,
    /// 2 running.
    #[must_use]
    pub const fn states(mut self, states: &'a str) -> Self {
        self.states = states;
        self
    }

    /// Looks for agents started at this second (since 1970) or after.
    #[must_use]
    pub const fn since(mut self, unix_seconds: u32) -> Self {
        self.since = Some(unix_seconds);
        self
    }

    /// Asks for so many at most.
    #[must_use]
    pub const fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Passes over so many of those that are found: the answer has the id of the
    /// next.
    #[must_use]
    pub const fn nth(mut self, passed: u8) -> Self {
        self.passed = passed;
        self
    }

    /// The request to `project`.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] and [`Error::BadCharacter`] of the channel, and of what
    /// cannot be a header.
    pub fn to(&'a self, project: &'a Project<'a>) -> Result<Request<'a>, Error> {
        if let Some(channel) = self.channel {
            filled(Field::Channel, channel)?;
        }
        let request = Request::of(&AGENTS_LIST, project, "", Asked::Find, Some(self))?;
        Ok(request.passing(self.passed))
    }
}

impl Content for FindAgents<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        let since = self.since.map(|since| Decimal::new(since.into()));
        let limit = self.limit.map(|limit| Decimal::new(limit.into()));
        let mut first = true;
        for (name, value) in [
            ("channel=", self.channel),
            ("from_time=", since.as_ref().map(Decimal::as_str)),
            ("state=", Some(self.states)),
            ("limit=", limit.as_ref().map(Decimal::as_str)),
        ] {
            if let Some(value) = value {
                sink.text(if first { "?" } else { "&" });
                sink.pair(name, value);
                first = false;
            }
        }
    }
}

/// `GET v2/projects/{appid}/agents/{agent_id}/turns`: the name of an agent, which
/// a listing does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgentName<'a> {
    agent_id: &'a str,
}

impl<'a> AgentName<'a> {
    /// Asks for the name of this agent.
    #[must_use]
    pub const fn of(agent_id: &'a str) -> Self {
        Self { agent_id }
    }

    /// The request to `project`.
    ///
    /// # Errors
    ///
    /// As [`StopAgent::to`].
    pub fn to(&self, project: &'a Project<'a>) -> Result<Request<'a>, Error> {
        check_agent(self.agent_id)?;
        let agent_id = self.agent_id;
        Request::of(
            &AGENTS_TURNS,
            project,
            agent_id,
            Asked::Name,
            Some(&OneTurn),
        )
    }
}

struct OneTurn;

impl Content for OneTurn {
    fn put(&self, sink: &mut Sink<'_>) {
        sink.text("?page_size=1");
    }
}
