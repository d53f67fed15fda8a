//! The start of an agent.
//!
//! ```text
//! {"name":"...","pipeline_id":"...","preset":"...","properties":{"agent_rtc_uid":"...",
//!  "channel":"...","enable_string_uid":true,"idle_timeout":120,
//!  "parameters":{"output_audio_codec":"..."},"remote_rtc_uids":["..."],"token":"...", more}}
//! ```

use core::fmt;

use super::answer::Asked;
use super::content::OF_SERVICE;
use super::form::{Form, Value};
use super::json_text::ObjectText;
use super::project::Project;
use super::request::Request;
use crate::convoai::endpoints::AGENTS_START;
use crate::convoai::uid::{ALL, Form as UidForm, LONGEST};
use crate::http::proof::control_in;
use crate::{Error, Field};

/// `POST v2/projects/{appid}/join`: starts an agent.
///
/// What the agent is made of is a [preset](Self::preset), a
/// [pipeline](Self::pipeline), or [JSON given as text](Self::properties).
///
/// Of the user ids, a number is taken for a number and a text with an ASCII letter
/// for a text, which sets `enable_string_uid`; nobody has the uid of another, and
/// `*` is every remote user.
///
/// It is not repeatable: a repetition starts, or is refused for, a second agent.
/// Where an answer was lost, [`FindAgents`](super::FindAgents) looks for what was
/// started.
///
/// ```
/// use tokenmint::agora::AppId;
/// use tokenmint::device::{Area, Authorization, Codec, Project, Server, StartAgent};
///
/// let app_id = AppId::new("970CA35de60c44645bbae8a215061b33")?;
/// let project = Project::new(Server::of(Area::Us), app_id, Authorization::token("007..."));
/// let start = StartAgent::new("kitchen", "room-1", "007...", "1001", &["1002"])
///     .preset("deepgram_nova_3,openai_gpt_4o_mini,minimax_speech_2_6_turbo")
///     .idle_timeout(120)
///     .output_codec(Codec::G722);
/// let request = start.to(&project)?;
///
/// let mut buffer = [0; 1024];
/// let bytes = request.write(&mut buffer)?;
/// assert!(bytes.starts_with(b"POST /api/conversational-ai-agent/v2/projects/970CA35d"));
/// assert!(bytes.ends_with(b",\"token\":\"007...\"}}"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct StartAgent<'a> {
    /// In the order of [`START`].
    values: [Value<'a>; 11],
    remote_uids: &'a [&'a str],
    enable_string_uid: Option<bool>,
    /// Checks the JSON text; linked where there is one.
    check_more: Option<fn(&Self) -> Result<(), Error>>,
}

const START: Form = Form {
    endpoint: &AGENTS_START,
    template: b"{\"name\":\x80\xA1,\"pipeline_id\":\x81\xFF\xA2,\"preset\":\x82\xFF,\
\"properties\":{\"agent_rtc_uid\":\x83,\"channel\":\x84\
\xA5,\"enable_string_uid\":\x85\xFF\xA6,\"idle_timeout\":\x86\xFF\
\xA7,\"parameters\":{\"output_audio_codec\":\x87}\xFF\
,\"remote_rtc_uids\":[\x88],\"token\":\x89\x8A}}",
    filled: &[
        (NAME, Field::Name),
        (CHANNEL, Field::Channel),
        (PRESET, Field::Payload),
        (PIPELINE, Field::Payload),
    ],
    asked: Asked::Start,
    reading: &OF_SERVICE,
};

const NAME: u8 = 0;
const PIPELINE: u8 = 1;
const PRESET: u8 = 2;
const CHANNEL: u8 = 4;

/// What the agent's speech is encoded with on its way to the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Codec<'a> {
    /// G.711 with the law of North America and Japan, 8 kHz: `PCMU`.
    Pcmu,
    /// G.711 as `Pcmu`, under the name that some boards use: `G711U`.
    G711u,
    /// G.711 with the law of Europe, 8 kHz: `G711A`.
    G711a,
    /// G.722, 16 kHz.
    G722,
    /// One of this name.
    Other(&'a str),
}

impl<'a> Codec<'a> {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        match self {
            Self::Pcmu => "PCMU",
            Self::G711u => "G711U",
            Self::G711a => "G711A",
            Self::G722 => "G722",
            Self::Other(name) => name,
        }
    }
}

impl<'a> StartAgent<'a> {
    /// An agent called `name`, which joins `channel` with `token` as `agent_uid`
    /// and listens to `remote_uids`.
    ///
    /// The name is the device's own: the service refuses a second agent of a
    /// project with the same. By one of at most [`TEXT_MAX`](super::TEXT_MAX) bytes an
    /// agent is known again ([`AgentName`](super::AgentName)). The token may be empty
    /// for a project without a certificate.
    #[must_use]
    pub fn new(
        name: &'a str,
        channel: &'a str,
        token: &'a str,
        agent_uid: &'a str,
        remote_uids: &'a [&'a str],
    ) -> Self {
        let mut values = [Value::None; 11];
        values[0] = Value::Text(name);
        values[3] = Value::Text(agent_uid);
        values[4] = Value::Text(channel);
        values[8] = Value::List(remote_uids);
        values[9] = Value::Text(token);
        let all = remote_uids.iter().chain([&agent_uid]);
        if all.into_iter().any(|uid| form(uid) == UidForm::Text) {
            values[5] = TRUE;
        }
        Self {
            values,
            remote_uids,
            enable_string_uid: None,
            check_more: None,
        }
    }

    /// Takes models of presets: their names, separated by commas.
    #[must_use]
    pub const fn preset(mut self, preset: &'a str) -> Self {
        self.values[2] = Value::Text(preset);
        self
    }

    /// Takes the models of a pipeline, by its id.
    #[must_use]
    pub const fn pipeline(mut self, id: &'a str) -> Self {
        self.values[1] = Value::Text(id);
        self
    }

    /// Ends the agent so many seconds after all remote users have left; 0: never.
    #[must_use]
    pub const fn idle_timeout(mut self, seconds: u32) -> Self {
        self.values[6] = Value::Number(seconds);
        self
    }

    /// Says what the agent's speech is encoded with.
    #[must_use]
    pub const fn output_codec(mut self, codec: Codec<'a>) -> Self {
        self.values[7] = Value::Text(codec.as_str());
        self
    }

    /// Says whether user ids are text. Without it they are when one has a letter.
    #[must_use]
    pub const fn enable_string_uid(mut self, enable: bool) -> Self {
        self.enable_string_uid = Some(enable);
        self.values[5] = if enable { TRUE } else { FALSE };
        self
    }

    /// Adds members to `properties`: the text of a JSON object, such as
    /// `{"llm": {...}, "tts": {...}}`. It is checked and sent as it is.
    ///
    /// A member that is said by another function of this type is refused, so
    /// `parameters` when the [codec](Self::output_codec) is.
    #[must_use]
    pub const fn properties(mut self, json: &'a str) -> Self {
        self.values[10] = Value::Members(ObjectText::new(json));
        self.check_more = Some(Self::check_properties);
        self
    }

    /// The request to `project`.
    ///
    /// # Errors
    ///
    /// - [`Error::Empty`] of the name, the channel, a uid, a preset or a pipeline.
    /// - [`Error::BadCharacter`] of a uid that the service does not take, of the
    ///   name or the channel with a control character, of what cannot be a header;
    ///   [`Error::StringTooLong`] of a uid.
    /// - [`Error::Duplicate`] of a uid that two have, and of members of the JSON
    ///   text ([`Field::Payload`]).
    /// - [`Error::BadJson`] unless the JSON text is an object.
    pub fn to(&'a self, project: &'a Project<'a>) -> Result<Request<'a>, Error> {
        let request = Request::of(&START, &self.values, project, None)?;
        self.check()?;
        Ok(request)
    }

    /// Its name, by which its agent is known again.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.values[0].as_text().unwrap_or_default()
    }

    /// Its channel.
    #[must_use]
    pub fn channel(&self) -> &'a str {
        self.values[4].as_text().unwrap_or_default()
    }

    fn agent_uid(&self) -> &'a str {
        self.values[3].as_text().unwrap_or_default()
    }

    fn check(&self) -> Result<(), Error> {
        let agent_uid = self.agent_uid();
        self.check_uid(agent_uid)?;
        for uid in self.remote_uids.iter().filter(|uid| **uid != ALL) {
            self.check_uid(uid)?;
            if *uid == agent_uid {
                return Err(Error::Duplicate { field: Field::Uid });
            }
        }
        if self.remote_uids.is_empty() {
            return Err(Error::Empty { field: Field::Uid });
        }
        self.check_more.map_or(Ok(()), |check| check(self))
    }

    fn check_properties(&self) -> Result<(), Error> {
        let Value::Members(json) = &self.values[10] else {
            return Ok(());
        };
        // What is said here is not to be said there, too.
        let said = |at: usize, name| match self.values.get(at) {
            None | Some(Value::None) => "token",
            Some(_) => name,
        };
        json.check(&[
            "agent_rtc_uid",
            "channel",
            "remote_rtc_uids",
            "token",
            said(5, "enable_string_uid"),
            said(6, "idle_timeout"),
            said(7, "parameters"),
        ])
    }

    fn check_uid(&self, uid: &str) -> Result<(), Error> {
        let field = Field::Uid;
        match (form(uid), self.enable_string_uid) {
            _ if uid.is_empty() => Err(Error::Empty { field }),
            _ if uid.len() > LONGEST => Err(Error::StringTooLong {
                field,
                len: uid.len(),
                max: LONGEST,
            }),
            (UidForm::Number, _) | (UidForm::Text, None) | (_, Some(true)) => Ok(()),
            (UidForm::Text | UidForm::LikeNumber | UidForm::Neither, _) => Err(Error::BadCharacter { field, at: 0 }),
        }
    }
}

const TRUE: Value<'static> = Value::Word("true");
const FALSE: Value<'static> = Value::Word("false");

/// ASCII alone: a device has no tables of letters.
#[cfg_attr(target_os = "none", inline(never))]
fn form(uid: &str) -> UidForm {
    UidForm::of(uid, uid.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// A text with content and without control characters.
#[cfg_attr(target_os = "none", inline(never))]
pub(super) fn filled(field: Field, text: &str) -> Result<(), Error> {
    match (text.is_empty(), control_in(text)) {
        (true, _) => Err(Error::Empty { field }),
        (_, Some(at)) => Err(Error::BadCharacter { field, at }),
        (_, None) => Ok(()),
    }
}

/// Shows no token and nothing of the JSON text, which may have keys in it.
impl fmt::Debug for StartAgent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StartAgent")
            .field("name", &self.name())
            .field("channel", &self.channel())
            .field("agent_uid", &self.agent_uid())
            .field("remote_uids", &self.remote_uids)
            .field("preset", &self.values[2].as_text())
            .field("pipeline", &self.values[1].as_text())
            .finish_non_exhaustive()
    }
}
