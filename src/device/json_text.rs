//! Members given as the text of a JSON object, to be put among others.

use super::sink::Sink;
use crate::wire::fingerprint::Fingerprint;
use crate::wire::json::{Event, Stream};
use crate::{Error, Field};

/// The functions for such a text.
pub(super) enum ObjectText {}

impl ObjectText {
    /// Checks that `json` is one object, none of whose members is in `taken`.
    ///
    /// # Errors
    ///
    /// [`Error::BadJson`] with the place of the first byte that does not fit;
    /// [`Error::Duplicate`] of [`Field::Payload`].
    pub(super) fn check(json: &str, taken: &[&str]) -> Result<(), Error> {
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

    /// Puts the members of a checked text behind others.
    pub(super) fn put(json: Option<&str>, sink: &mut Sink<'_>) {
        let inner = json.map_or("", |json| {
            let object = json.trim_ascii().strip_prefix('{');
            let inner = object.and_then(|object| object.strip_suffix('}'));
            inner.unwrap_or_default().trim_ascii()
        });
        if !inner.is_empty() {
            sink.text(",");
            sink.text(inner);
        }
    }
}
