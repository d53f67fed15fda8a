//! What is asked about an agent that runs, or may.

use core::fmt;

use super::answer::Asked;
use super::content::OF_SERVICE;
use super::form::{CHANNEL, Form, MORE, TOKEN, Target, Value};
use super::json_text::ObjectText;
use super::project::Project;
use super::request::Request;
use crate::convoai::endpoints::{AGENTS_LIST, AGENTS_STOP, AGENTS_TURNS, AGENTS_UPDATE};
use crate::{Error, Field};

/// An id of the service has letters and digits. What a server on the way could read
/// as another path is refused: a dot at the begin, separators and escapes.
#[cfg_attr(target_os = "none", inline(never))]
pub(super) fn check_agent(agent_id: &str) -> Result<(), Error> {
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

/// Stops an agent.
pub static STOP: Form = Form {
    endpoint: &AGENTS_STOP,
    repeatable: AGENTS_STOP.repeatable,
    template: b"",
    filled: &[],
    object: MORE,
    rule: None,
    asked: Asked::Stop,
    reading: &OF_SERVICE,
};

/// Gives an agent another token.
pub static RENEW: Form = Form {
    endpoint: &AGENTS_UPDATE,
    repeatable: true,
    template: b"{\"properties\":{\"token\":\x84\x85}}",
    filled: &[(TOKEN, Field::Token)],
    object: MORE,
    rule: None,
    asked: Asked::Update,
    reading: &OF_SERVICE,
};

/// As [`RENEW`], and more.
static RENEW_AND_MORE: Form = Form {
    repeatable: false,
    ..RENEW
};

static UPDATE: Form = Form {
    template: b"{\"properties\":\x85}",
    ..RENEW_AND_MORE
};

/// Finds agents.
pub static FIND: Form = Form {
    endpoint: &AGENTS_LIST,
    repeatable: AGENTS_LIST.repeatable,
    template: b"?\xA0channel=\x90&\xFF\xA1from_time=\x91&\xFFstate=\x92\xA3&limit=\x93\xFF",
    filled: &[(CHANNEL, Field::Channel)],
    object: MORE,
    rule: None,
    asked: Asked::Find,
    reading: &OF_SERVICE,
};

/// Asks for the name of an agent.
pub static WHOSE: Form = Form {
    endpoint: &AGENTS_TURNS,
    repeatable: AGENTS_TURNS.repeatable,
    template: b"?page_size=1",
    filled: &[],
    object: MORE,
    rule: None,
    asked: Asked::Name,
    reading: &OF_SERVICE,
};

const NOTHING: [Value<'static>; 0] = [];

/// The states of an agent that starts or runs.
pub const STARTING_AND_RUNNING: &str = "1,2";

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
        Request::new(
            &STOP,
            &NOTHING,
            &Target::of(project, Some(self.agent_id)),
            0,
        )
    }
}

/// `POST v2/projects/{appid}/agents/{agent_id}/update`: gives an agent a new token
/// to stay in its channel with.
///
/// Repeatable, unless there is [more](Self::properties) than the token.
#[derive(Clone, Copy)]
pub struct RenewToken<'a> {
    agent_id: &'a str,
    values: [Value<'a>; (MORE + 1) as usize],
}

impl<'a> RenewToken<'a> {
    /// Gives this agent a new token.
    #[must_use]
    pub const fn new(agent_id: &'a str, token: &'a str) -> Self {
        Self::with(agent_id, Value::Text(token), Value::None)
    }

    /// Changes an agent and leaves its token: `json` is the text of an object with
    /// the `properties`, such as `{"llm": {"params": {...}}}`.
    #[must_use]
    pub const fn without_token(agent_id: &'a str, json: &'a str) -> Self {
        let json = Value::Object(ObjectText::whole(json));
        Self::with(agent_id, Value::None, json)
    }

    const fn with(agent_id: &'a str, token: Value<'a>, more: Value<'a>) -> Self {
        let none = Value::None;
        let values = [none, none, none, none, token, more];
        Self { agent_id, values }
    }

    /// Adds members to `properties`: the text of a JSON object.
    #[must_use]
    pub const fn properties(self, json: &'a str) -> Self {
        let [.., token, _] = self.values;
        let json = match token.is_none() {
            true => ObjectText::whole(json),
            false => ObjectText::beside_token(json),
        };
        Self::with(self.agent_id, token, Value::Object(json))
    }

    /// The request to `project`.
    ///
    /// # Errors
    ///
    /// As [`StopAgent::to`]; [`Error::Empty`] of the token; of the JSON text
    /// [`Error::BadJson`] unless it is an object, [`Error::Duplicate`] when it has
    /// a token, too, and [`Error::Empty`] without a member.
    pub fn to(&'a self, project: &'a Project<'a>) -> Result<Request<'a>, Error> {
        let [.., token, more] = &self.values;
        let form = match (token.is_none(), more.is_none()) {
            (true, _) => &UPDATE,
            (false, true) => &RENEW,
            (false, false) => &RENEW_AND_MORE,
        };
        Request::new(
            form,
            &self.values,
            &Target::of(project, Some(self.agent_id)),
            0,
        )
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
#[derive(Clone, Copy)]
pub struct FindAgents<'a> {
    /// Channel, begin, states, and number.
    values: [Value<'a>; 4],
    passed: u8,
}

impl<'a> FindAgents<'a> {
    /// Looks in this channel.
    #[must_use]
    pub const fn in_channel(channel: &'a str) -> Self {
        Self::new(Value::Text(channel))
    }

    /// Looks in all channels of the project. Most of what is found is not this
    /// device's: never stop it.
    #[must_use]
    pub const fn in_project() -> Self {
        Self::new(Value::None)
    }

    const fn new(channel: Value<'a>) -> Self {
        let states = Value::Text(STARTING_AND_RUNNING);
        Self {
            values: [channel, Value::None, states, Value::None],
            passed: 0,
        }
    }

    /// Looks for agents in these states, numbers separated by commas: 1 starting,
    /// 2 running.
    #[must_use]
    pub const fn states(mut self, states: &'a str) -> Self {
        self.values[2] = Value::Text(states);
        self
    }

    /// Looks for agents started at this second (since 1970) or after.
    #[must_use]
    pub const fn since(mut self, unix_seconds: u32) -> Self {
        self.values[1] = Value::Number(unix_seconds);
        self
    }

    /// Asks for so many at most.
    #[must_use]
    pub const fn limit(mut self, limit: u32) -> Self {
        self.values[3] = Value::Number(limit);
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
        Request::new(&FIND, &self.values, &Target::of(project, None), self.passed)
    }
}

/// Shows the channel.
impl fmt::Debug for FindAgents<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FindAgents")
            .field("channel", &self.values[0].as_text())
            .finish_non_exhaustive()
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
        Request::new(
            &WHOSE,
            &NOTHING,
            &Target::of(project, Some(self.agent_id)),
            0,
        )
    }
}
