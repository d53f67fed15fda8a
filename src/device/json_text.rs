//! Members given as the text of a JSON object, to be put among others.

use super::sink::Sink;
use crate::wire::json::{Event, Stream};
use crate::{Error, Field};

/// The functions for such a text.
pub(super) enum ObjectText {}

impl ObjectText {
    /// Checks that `json` is one object, none of whose members is in `taken`.
    /// Empty names in `taken` mean nothing.
    ///
    /// # Errors
    ///
    /// [`Error::BadJson`] with the place of the first byte that does not fit;
    /// [`Error::Duplicate`] of [`Field::Payload`].
    pub(super) fn check(json: &str, taken: &[&str]) -> Result<(), Error> {
        let mut stream = Stream::new();
        let mut is_object = false;
        let mut name = Name::default();
        let mut is_taken = false;
        for (at, byte) in json.bytes().enumerate() {
            let pushed = stream.push(byte, &mut |event| match event {
                Event::Open { depth: 1, .. } => is_object = byte == b'{',
                Event::Name => name = Name::default(),
                Event::NameByte(byte) => name.push(byte),
                Event::Named { depth: 1 } => is_taken |= taken.iter().any(|taken| name.is(taken)),
                _ => {}
            });
            if pushed.is_none() {
                return Err(Error::BadJson { at });
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

/// The begin of a name, which is all that is needed of one.
#[derive(Default)]
struct Name {
    bytes: [u8; 20],
    len: usize,
}

impl Name {
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
        }
        self.len = self.len.saturating_add(1);
    }

    fn is(&self, name: &str) -> bool {
        self.len > 0 && self.bytes.get(..self.len) == Some(name.as_bytes())
    }
}
