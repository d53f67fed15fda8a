//! The text of a query or a body as a template, so that a device has one function
//! for all of them.
//!
//! A byte of a template above 0x7F stands for something; its lower half is the
//! number of a value.
//!
//! | byte | is |
//! |---|---|
//! | 0x8n | value n as JSON |
//! | 0x9n | value n in a query |
//! | 0xAn | nothing; without value n what follows is left out, up to 0xFF |
//! | 0xFF | the end of such a part |

use super::answer::Asked;
use super::authorization::Authorization;
use super::content::Reading;
use super::json_text::ObjectText;
use super::project::Project;
use super::server::Server;
use super::sink::Sink;
use super::start::filled;
use crate::http::Endpoint;
use crate::{Error, Field};

/// Value of Conversational AI: channel.
pub const CHANNEL: u8 = 0;
/// Value of Conversational AI: since when agents are looked for.
pub const SINCE: u8 = 1;
/// Value of Conversational AI: the states of agents that are looked for.
pub const STATES: u8 = 2;
/// Value of Conversational AI: the most agents that are listed.
pub const LIMIT: u8 = 3;
/// Value of Conversational AI: token of the agent.
pub const TOKEN: u8 = 4;
/// Value of Conversational AI: more properties, of JSON.
pub const MORE: u8 = 5;
/// Value of Conversational AI: name of the agent.
pub const NAME: u8 = 6;
/// Value of Conversational AI: user id of the agent.
pub const AGENT_UID: u8 = 7;
/// Value of Conversational AI: user ids that it listens to.
pub const REMOTE_UIDS: u8 = 8;
/// Value of Conversational AI: models by preset.
pub const PRESET: u8 = 9;
/// Value of Conversational AI: models by pipeline.
pub const PIPELINE: u8 = 10;
/// Value of Conversational AI: seconds without users.
pub const IDLE: u8 = 11;
/// Value of Conversational AI: encoding of the speech.
pub const CODEC: u8 = 12;
/// Value of Conversational AI: whether user ids are text.
pub const STRING_UID: u8 = 13;
/// How many values there are.
pub const SLOTS: usize = 14;

/// What stands in a template, by number.
pub trait Values {
    /// The value of this number.
    fn value(&self, slot: u8) -> Value<'_>;
}

impl<const N: usize> Values for [Value<'_>; N] {
    fn value(&self, slot: u8) -> Value<'_> {
        let value = self.get(usize::from(slot)).copied();
        value.unwrap_or(Value::None)
    }
}

/// What has to hold of values together.
pub(super) type Rule = fn(&dyn Values) -> Result<(), Error>;

/// A kind of request.
#[allow(missing_debug_implementations)] // It is for `internals`.
pub struct Form {
    pub(super) endpoint: &'static Endpoint,
    /// Whether doing it again changes nothing.
    pub(super) repeatable: bool,
    /// The template of the query of a GET, of the body of any other.
    pub(super) template: &'static [u8],
    /// Values that have content, and no control characters in it.
    pub(super) filled: &'static [(u8, Field)],
    /// The value that may be an object.
    pub(super) object: u8,
    /// What else has to be right.
    pub(super) rule: Option<Rule>,
    pub(super) asked: Asked,
    pub(super) reading: &'static Reading,
}

/// Whom a request is for, and what proves the device.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Where it goes.
    pub server: &'a Server<'a>,
    /// What proves the device.
    pub authorization: &'a Authorization<'a>,
    /// The app, where there is one.
    pub app_id: &'a [u8],
    /// The agent, where it is about one.
    pub agent_id: Option<&'a str>,
}

impl<'a> Target<'a> {
    pub(super) fn of(project: &'a Project<'a>, agent_id: Option<&'a str>) -> Self {
        Self {
            server: &project.server,
            authorization: &project.authorization,
            app_id: project.app_id.as_bytes(),
            agent_id,
        }
    }
}

/// What stands in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// It is left out.
    None,
    /// A text, escaped.
    Text(&'a str),
    /// Said by the caller.
    Bool(bool),
    /// True, since values are such that it is.
    Follows,
    /// A number.
    Number(u32),
    /// Texts, in an array.
    List(&'a [&'a str]),
    /// A checked object, or its members.
    Object(ObjectText<'a>),
}

impl<'a> Value<'a> {
    pub(super) const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    /// The text that it is.
    pub(super) const fn as_text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn put(self, sink: &mut Sink<'_>) {
        match self {
            Self::None => {}
            Self::Text(text) => sink.json(text),
            Self::Bool(false) => sink.text("false"),
            Self::Bool(true) | Self::Follows => sink.text("true"),
            Self::Number(number) => sink.number(number),
            Self::List(texts) => {
                let mut before = "";
                for text in texts {
                    sink.text(before);
                    sink.json(text);
                    before = ",";
                }
            }
            Self::Object(json) => json.put(sink),
        }
    }

    fn put_in_query(self, sink: &mut Sink<'_>) {
        match self {
            Self::Text(text) => sink.form(text),
            other => other.put(sink),
        }
    }
}

const END: u8 = 0xFF;

impl Form {
    /// Checks that what has to be there is.
    pub(super) fn check(&self, values: &dyn Values) -> Result<(), Error> {
        for (slot, field) in self.filled {
            if let Value::Text(text) = values.value(*slot) {
                filled(*field, text)?;
            }
        }
        if let Value::Object(json) = values.value(self.object) {
            json.check(values)?;
        }
        self.rule.map_or(Ok(()), |rule| rule(values))
    }

    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn put(&self, values: &dyn Values, sink: &mut Sink<'_>) {
        let mut rest = self.template;
        while let Some(at) = rest.iter().position(|byte| !byte.is_ascii()) {
            let (text, from) = rest.split_at_checked(at).unwrap_or((rest, &[]));
            sink.bytes(text);
            let Some((mark, after)) = from.split_first() else {
                return;
            };
            rest = after;
            let value = values.value(mark & 0x0F);
            match mark >> 4 {
                0x8 => value.put(sink),
                0x9 => value.put_in_query(sink),
                0xA if value.is_none() => {
                    let end = rest.iter().position(|byte| *byte == END);
                    rest = rest.get(end.unwrap_or(rest.len())..).unwrap_or_default();
                }
                _ => {}
            }
        }
        sink.bytes(rest);
    }
}
