//! The start of an agent.
//!
//! ```text
//! {"name":"...","pipeline_id":"...","preset":"...","properties":{"agent_rtc_uid":"...",
//!  "channel":"...","enable_string_uid":true,"idle_timeout":120,
//!  "parameters":{"output_audio_codec":"..."},"remote_rtc_uids":["..."],"token":"...", more}}
//! ```

use core::fmt;

use super::answer::Asked;
use super::json_text::ObjectText;
use super::project::Project;
use super::request::Request;
use super::sink::{Content, Sink};
use crate::convoai::endpoints::AGENTS_START;
use crate::convoai::uid::{ALL, Form, LONGEST};
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
    name: &'a str,
    channel: &'a str,
    token: &'a str,
    agent_uid: &'a str,
    remote_uids: &'a [&'a str],
    preset: Option<&'a str>,
    pipeline: Option<&'a str>,
    idle_timeout: Option<u32>,
    codec: Option<Codec<'a>>,
    enable_string_uid: Option<bool>,
    properties: Option<ObjectText<'a>>,
}

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
    pub const fn new(
        name: &'a str,
        channel: &'a str,
        token: &'a str,
        agent_uid: &'a str,
        remote_uids: &'a [&'a str],
    ) -> Self {
        Self {
            name,
            channel,
            token,
            agent_uid,
            remote_uids,
            preset: None,
            pipeline: None,
            idle_timeout: None,
            codec: None,
            enable_string_uid: None,
            properties: None,
        }
    }

    /// Takes models of presets: their names, separated by commas.
    #[must_use]
    pub const fn preset(mut self, preset: &'a str) -> Self {
        self.preset = Some(preset);
        self
    }

    /// Takes the models of a pipeline, by its id.
    #[must_use]
    pub const fn pipeline(mut self, id: &'a str) -> Self {
        self.pipeline = Some(id);
        self
    }

    /// Ends the agent so many seconds after all remote users have left; 0: never.
    #[must_use]
    pub const fn idle_timeout(mut self, seconds: u32) -> Self {
        self.idle_timeout = Some(seconds);
        self
    }

    /// Says what the agent's speech is encoded with.
    #[must_use]
    pub const fn output_codec(mut self, codec: Codec<'a>) -> Self {
        self.codec = Some(codec);
        self
    }

    /// Says whether user ids are text. Without it they are when one has a letter.
    #[must_use]
    pub const fn enable_string_uid(mut self, enable: bool) -> Self {
        self.enable_string_uid = Some(enable);
        self
    }

    /// Adds members to `properties`: the text of a JSON object, such as
    /// `{"llm": {...}, "tts": {...}}`. It is checked and sent as it is.
    ///
    /// A member that is said by another function of this type is refused, so
    /// `parameters` when the [codec](Self::output_codec) is.
    #[must_use]
    pub const fn properties(mut self, json: &'a str) -> Self {
        self.properties = Some(ObjectText::new(json));
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
        self.check()?;
        Request::of(&AGENTS_START, project, "", Asked::Start, Some(self))
    }

    /// Its name, by which its agent is known again.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Its channel.
    #[must_use]
    pub const fn channel(&self) -> &'a str {
        self.channel
    }

    fn check(&self) -> Result<(), Error> {
        filled(Field::Name, self.name)?;
        filled(Field::Channel, self.channel)?;
        for part in [self.preset, self.pipeline].into_iter().flatten() {
            filled(Field::Payload, part)?;
        }
        self.check_uid(self.agent_uid)?;
        for uid in self.remote_uids.iter().filter(|uid| **uid != ALL) {
            self.check_uid(uid)?;
            if *uid == self.agent_uid {
                return Err(Error::Duplicate { field: Field::Uid });
            }
        }
        if self.remote_uids.is_empty() {
            return Err(Error::Empty { field: Field::Uid });
        }
        if let Some(json) = self.properties {
            let parameters = self.codec.map_or("token", |_| "parameters");
            json.check(&[
                "agent_rtc_uid",
                "channel",
                "remote_rtc_uids",
                "token",
                self.string_uid().map_or("token", |_| "enable_string_uid"),
                self.idle_timeout.map_or("token", |_| "idle_timeout"),
                parameters,
            ])?;
        }
        Ok(())
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
            (Form::Number, _) | (Form::Text, None) | (_, Some(true)) => Ok(()),
            (Form::Text | Form::Neither(_), _) => Err(Error::BadCharacter { field, at: 0 }),
        }
    }

    /// Whether user ids are text, where that is said.
    fn string_uid(&self) -> Option<bool> {
        let mut uids = self.remote_uids.iter().chain([&self.agent_uid]);
        self.enable_string_uid
            .or_else(|| uids.any(|uid| form(uid) == Form::Text).then_some(true))
    }
}

/// ASCII alone: a device has no tables of letters.
#[cfg_attr(target_os = "none", inline(never))]
fn form(uid: &str) -> Form {
    Form::of(uid, uid.bytes().any(|byte| byte.is_ascii_alphabetic()))
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

impl Content for StartAgent<'_> {
    fn put(&self, sink: &mut Sink<'_>) {
        sink.member("{\"name\":", self.name);
        if let Some(pipeline) = self.pipeline {
            sink.member(",\"pipeline_id\":", pipeline);
        }
        if let Some(preset) = self.preset {
            sink.member(",\"preset\":", preset);
        }
        sink.member(",\"properties\":{\"agent_rtc_uid\":", self.agent_uid);
        sink.member(",\"channel\":", self.channel);
        if let Some(enable) = self.string_uid() {
            sink.text(",\"enable_string_uid\":");
            sink.text(if enable { "true" } else { "false" });
        }
        if let Some(seconds) = self.idle_timeout {
            sink.text(",\"idle_timeout\":");
            sink.number(seconds);
        }
        if let Some(codec) = self.codec {
            sink.member(",\"parameters\":{\"output_audio_codec\":", codec.as_str());
            sink.text("}");
        }
        let mut before = ",\"remote_rtc_uids\":[";
        for uid in self.remote_uids {
            sink.member(before, uid);
            before = ",";
        }
        sink.member("],\"token\":", self.token);
        if let Some(json) = &self.properties {
            json.put(sink, true);
        }
        sink.text("}}");
    }
}

/// Shows no token and nothing of the JSON text, which may have keys in it.
impl fmt::Debug for StartAgent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StartAgent")
            .field("name", &self.name)
            .field("channel", &self.channel)
            .field("agent_uid", &self.agent_uid)
            .field("remote_uids", &self.remote_uids)
            .field("preset", &self.preset)
            .field("pipeline", &self.pipeline)
            .finish_non_exhaustive()
    }
}
