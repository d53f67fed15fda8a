//! Members given as the text of a JSON object, to be put among others.

use core::fmt;

use super::form::{CODEC, IDLE, STRING_UID, Value, Values};
use super::sink::Sink;
use crate::wire::fingerprint::Fingerprint;
use crate::wire::json::{Event, Stream};
use crate::{Error, Field};

/// Such a text, with the code for it: a device without one does not link that.
#[derive(Clone, Copy)]
pub struct ObjectText<'a> {
    json: &'a str,
    code: &'static Code,
}

struct Code {
    check: fn(&str, &dyn Values) -> Result<(), Error>,
    put: fn(&str, &mut Sink<'_>),
}

impl<'a> ObjectText<'a> {
    /// A whole object.
    pub(super) const fn whole(json: &'a str) -> Self {
        let code = &Code {
            check: |json, _| check(json, &[]),
            put: |json, sink| sink.text(json),
        };
        Self { json, code }
    }

    /// Members of the properties of an update, beside a token.
    pub(super) const fn beside_token(json: &'a str) -> Self {
        let code = &Code {
            check: |json, _| check(json, &["token"]),
            put,
        };
        Self { json, code }
    }

    /// Members of the properties of a start. What is said elsewhere is not to be
    /// said there, too.
    #[must_use]
    pub const fn of_start(json: &'a str) -> Self {
        let code = &Code {
            check: check_start,
            put,
        };
        Self { json, code }
    }

    /// Checks that it is one object, without members that others say.
    ///
    /// # Errors
    ///
    /// [`Error::BadJson`] with the place of the first byte that does not fit;
    /// [`Error::Duplicate`] of [`Field::Payload`].
    pub(super) fn check(&self, others: &dyn Values) -> Result<(), Error> {
        (self.code.check)(self.json, others)
    }

    /// Puts the checked text.
    pub(super) fn put(&self, sink: &mut Sink<'_>) {
        (self.code.put)(self.json, sink);
    }
}

fn check_start(json: &str, others: &dyn Values) -> Result<(), Error> {
    let said = |slot, name: &'static str| match others.value(slot) {
        Value::None => "token",
        _ => name,
    };
    check(
        json,
        &[
            "agent_rtc_uid",
            "channel",
            "remote_rtc_uids",
            "token",
            said(STRING_UID, "enable_string_uid"),
            said(IDLE, "idle_timeout"),
            said(CODEC, "parameters"),
        ],
    )
}

impl PartialEq for ObjectText<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl Eq for ObjectText<'_> {}

/// Shows nothing of it: keys may be in there.
impl fmt::Debug for ObjectText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{..}")
    }
}

fn check(json: &str, taken: &[&str]) -> Result<(), Error> {
    let mut stream = Stream::new();
    let mut is_object = false;
    let mut name = Fingerprint::NONE;
    let mut is_taken = false;
    for (at, byte) in json.bytes().enumerate() {
        match stream.push(byte) {
            Event::Fault => return Err(Error::BadJson { at }),
            Event::Object if stream.depth() == 1 => is_object = true,
            Event::Name => name = Fingerprint::NONE,
            Event::Byte if stream.is_name() => name.push(byte),
            Event::Escaped if stream.is_name() => {
                let mut bytes = [0; 4];
                for byte in stream.escaped().encode_utf8(&mut bytes).bytes() {
                    name.push(byte);
                }
            }
            Event::Named if stream.depth() == 1 => {
                is_taken |= taken.iter().any(|taken| name == Fingerprint::of(taken));
            }
            _ => {}
        }
    }
    match (is_object && stream.is_whole(), is_taken) {
        (false, _) => Err(Error::BadJson { at: json.len() }),
        (true, true) => Err(Error::Duplicate {
            field: Field::Payload,
        }),
        (true, false) => Ok(()),
    }
}

/// Puts the members of an object behind others.
fn put(json: &str, sink: &mut Sink<'_>) {
    let object = json.trim_ascii().strip_prefix('{');
    let inner = object.and_then(|object| object.strip_suffix('}'));
    let inner = inner.unwrap_or_default().trim_ascii();
    if !inner.is_empty() {
        sink.text(",");
        sink.text(inner);
    }
}
