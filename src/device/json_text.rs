//! Members given as the text of a JSON object, to be put among others.

use core::fmt;

use super::sink::Sink;
use crate::wire::fingerprint::Fingerprint;
use crate::wire::json::{Event, Stream};
use crate::{Error, Field};

/// Such a text, with the code for it: a device without one does not link that.
#[derive(Clone, Copy)]
pub(super) struct ObjectText<'a> {
    json: &'a str,
    code: &'static Code,
}

struct Code {
    check: fn(&str, &[&str]) -> Result<(), Error>,
    put: fn(&str, &mut Sink<'_>, bool),
}

impl<'a> ObjectText<'a> {
    pub(super) const fn new(json: &'a str) -> Self {
        let code = &Code { check, put };
        Self { json, code }
    }

    /// Checks that it is one object, none of whose members is in `taken`.
    ///
    /// # Errors
    ///
    /// [`Error::BadJson`] with the place of the first byte that does not fit;
    /// [`Error::Duplicate`] of [`Field::Payload`].
    pub(super) fn check(&self, taken: &[&str]) -> Result<(), Error> {
        (self.code.check)(self.json, taken)
    }

    /// Puts the members of a checked text behind others, or all of it.
    pub(super) fn put(&self, sink: &mut Sink<'_>, behind_others: bool) {
        (self.code.put)(self.json, sink, behind_others);
    }
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

fn put(json: &str, sink: &mut Sink<'_>, behind_others: bool) {
    if !behind_others {
        return sink.text(json);
    }
    let object = json.trim_ascii().strip_prefix('{');
    let inner = object.and_then(|object| object.strip_suffix('}'));
    let inner = inner.unwrap_or_default().trim_ascii();
    if !inner.is_empty() {
        sink.text(",");
        sink.text(inner);
    }
}
