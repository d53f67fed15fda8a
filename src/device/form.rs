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
use super::content::Reading;
use super::json_text::ObjectText;
use super::sink::Sink;
use super::start::filled;
use crate::http::Endpoint;
use crate::{Error, Field};

/// A kind of request.
pub(super) struct Form {
    pub(super) endpoint: &'static Endpoint,
    /// The template of the query of a GET, of the body of any other.
    pub(super) template: &'static [u8],
    /// Values that have content, and no control characters in it.
    pub(super) filled: &'static [(u8, Field)],
    pub(super) asked: Asked,
    pub(super) reading: &'static Reading,
}

/// What stands in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    None,
    Text(&'a str),
    /// Of JSON, as it is.
    Word(&'static str),
    Number(u32),
    /// Texts, in an array.
    List(&'a [&'a str]),
    /// A checked object.
    Object(ObjectText<'a>),
    /// The members of one, behind others.
    Members(ObjectText<'a>),
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
            Self::Word(word) => sink.text(word),
            Self::Number(number) => sink.number(number),
            Self::List(texts) => {
                let mut before = "";
                for text in texts {
                    sink.text(before);
                    sink.json(text);
                    before = ",";
                }
            }
            Self::Object(json) => json.put(sink, false),
            Self::Members(json) => json.put(sink, true),
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
    pub(super) fn check(&self, values: &[Value<'_>]) -> Result<(), Error> {
        for (at, field) in self.filled {
            if let Some(Value::Text(text)) = values.get(usize::from(*at)) {
                filled(*field, text)?;
            }
        }
        Ok(())
    }

    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn put(&self, values: &[Value<'_>], sink: &mut Sink<'_>) {
        let mut rest = self.template;
        while let Some(at) = rest.iter().position(|byte| !byte.is_ascii()) {
            let (text, from) = rest.split_at_checked(at).unwrap_or((rest, &[]));
            sink.bytes(text);
            let Some((mark, after)) = from.split_first() else {
                return;
            };
            rest = after;
            let value = values.get(usize::from(mark & 0x0F)).copied();
            let value = value.unwrap_or(Value::None);
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
