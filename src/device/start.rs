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
use super::form::{
    AGENT_UID, CHANNEL, CODEC, Form, IDLE, MORE, NAME, PIPELINE, PRESET, REMOTE_UIDS, SLOTS,
    STRING_UID, TOKEN, Target, Value, Values,
};
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
    values: [Value<'a>; SLOTS],
}

/// Starts an agent.
pub static START: Form = Form {
    endpoint: &AGENTS_START,
    repeatable: AGENTS_START.repeatable,
    template: b"{\"name\":\x86\xAA,\"pipeline_id\":\x8A\xFF\xA9,\"preset\":\x89\xFF,\
\"properties\":{\"agent_rtc_uid\":\x87,\"channel\":\x80\
\xAD,\"enable_string_uid\":\x8D\xFF\xAB,\"idle_timeout\":\x8B\xFF\
\xAC,\"parameters\":{\"output_audio_codec\":\x8C}\xFF\
,\"remote_rtc_uids\":[\x88],\"token\":\x84\x85}}",
    filled: &[
        (NAME, Field::Name),
        (CHANNEL, Field::Channel),
        (PRESET, Field::Payload),
        (PIPELINE, Field::Payload),
    ],
    object: MORE,
    rule: Some(check_uids),
    asked: Asked::Start,
    reading: &OF_SERVICE,
};

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
        let start = Self {
            values: [Value::None; SLOTS],
        };
        start
            .with(NAME, Value::Text(name))
            .with(CHANNEL, Value::Text(channel))
            .with(TOKEN, Value::Text(token))
            .with(AGENT_UID, Value::Text(agent_uid))
            .with(REMOTE_UIDS, Value::List(remote_uids))
            .with(STRING_UID, string_uid(agent_uid, remote_uids))
    }

    fn with(mut self, slot: u8, value: Value<'a>) -> Self {
        if let Some(place) = self.values.get_mut(usize::from(slot)) {
            *place = value;
        }
        self
    }

    /// Takes models of presets: their names, separated by commas.
    #[must_use]
    pub fn preset(self, preset: &'a str) -> Self {
        self.with(PRESET, Value::Text(preset))
    }

    /// Takes the models of a pipeline, by its id.
    #[must_use]
    pub fn pipeline(self, id: &'a str) -> Self {
        self.with(PIPELINE, Value::Text(id))
    }

    /// Ends the agent so many seconds after all remote users have left; 0: never.
    #[must_use]
    pub fn idle_timeout(self, seconds: u32) -> Self {
        self.with(IDLE, Value::Number(seconds))
    }

    /// Says what the agent's speech is encoded with.
    #[must_use]
    pub fn output_codec(self, codec: Codec<'a>) -> Self {
        self.with(CODEC, Value::Text(codec.as_str()))
    }

    /// Says whether user ids are text. Without it they are when one has a letter.
    #[must_use]
    pub fn enable_string_uid(self, enable: bool) -> Self {
        self.with(STRING_UID, Value::Bool(enable))
    }

    /// Adds members to `properties`: the text of a JSON object, such as
    /// `{"llm": {...}, "tts": {...}}`. It is checked and sent as it is.
    ///
    /// A member that is said by another function of this type is refused, so
    /// `parameters` when the [codec](Self::output_codec) is.
    #[must_use]
    pub fn properties(self, json: &'a str) -> Self {
        self.with(MORE, Value::Object(ObjectText::of_start(json)))
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
        Request::new(&START, &self.values, &Target::of(project, None), 0)
    }

    /// Its name, by which its agent is known again.
    #[must_use]
    pub fn name(&self) -> &str {
        text(&self.values, NAME)
    }

    /// Its channel.
    #[must_use]
    pub fn channel(&self) -> &str {
        text(&self.values, CHANNEL)
    }
}

fn text(values: &dyn Values, slot: u8) -> &str {
    values.value(slot).as_text().unwrap_or_default()
}

/// Whether user ids are text, where nobody has said it.
#[must_use]
pub fn string_uid<'a>(agent_uid: &str, remote_uids: &[&str]) -> Value<'a> {
    let is_text = |uid: &&str| form(uid) == UidForm::Text;
    match is_text(&agent_uid) || remote_uids.iter().any(is_text) {
        true => Value::Follows,
        false => Value::None,
    }
}

/// That agent and users can be in the channel together.
fn check_uids(values: &dyn Values) -> Result<(), Error> {
    let field = Field::Uid;
    let agent_uid = text(values, AGENT_UID);
    let said = values.value(STRING_UID);
    check_uid(agent_uid, said)?;
    let Value::List(remote_uids @ [_, ..]) = values.value(REMOTE_UIDS) else {
        return Err(Error::Empty { field });
    };
    for uid in remote_uids.iter().filter(|uid| **uid != ALL) {
        check_uid(uid, said)?;
        if *uid == agent_uid {
            return Err(Error::Duplicate { field });
        }
    }
    Ok(())
}

#[cfg_attr(target_os = "none", inline(never))]
fn check_uid(uid: &str, said: Value<'_>) -> Result<(), Error> {
    let field = Field::Uid;
    if uid.is_empty() {
        return Err(Error::Empty { field });
    }
    if uid.len() > LONGEST {
        let (len, max) = (uid.len(), LONGEST);
        return Err(Error::StringTooLong { field, len, max });
    }
    match (form(uid), said) {
        (UidForm::Number, _) | (_, Value::Bool(true)) => Ok(()),
        (UidForm::Text, Value::None | Value::Follows) => Ok(()),
        _ => Err(Error::BadCharacter { field, at: 0 }),
    }
}

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
            .field("agent_uid", &self.values.value(AGENT_UID))
            .field("remote_uids", &self.values.value(REMOTE_UIDS))
            .field("preset", &self.values.value(PRESET))
            .field("pipeline", &self.values.value(PIPELINE))
            .finish_non_exhaustive()
    }
}
