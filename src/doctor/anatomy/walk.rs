//! A walk over the bytes of a layer, from front to back.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Layer, Piece};
use crate::doctor::words::{hex, quoted};
use crate::wire::packing::Reader;

/// Cuts a layer into pieces. What the bytes lack is read as nothing: a parser
/// has read them before.
pub(super) struct Walk<'b> {
    all: &'b [u8],
    reader: Reader<'b>,
    pieces: Vec<Piece>,
}

impl<'b> Walk<'b> {
    pub(super) fn new(all: &'b [u8]) -> Self {
        Self {
            all,
            reader: Reader::new(all),
            pieces: Vec::new(),
        }
    }

    /// Bytes that have not been cut yet.
    pub(super) fn left(&self) -> usize {
        self.reader.rest().len()
    }

    /// `len` bytes, or what is left of them.
    pub(super) fn bytes(&mut self, name: &'static str, len: usize) -> &'b [u8] {
        let len = len.min(self.left());
        let bytes = self.reader.take(len).unwrap_or_default();
        if len > 0 {
            let value = String::new();
            self.pieces.push(Piece { len, name, value });
        }
        bytes
    }

    /// What the piece before says.
    pub(super) fn says(&mut self, value: impl Into<String>) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.value = value.into();
        }
    }

    /// Bytes that are shown as hexadecimal digits.
    pub(super) fn hex(&mut self, name: &'static str, len: usize) {
        let bytes = self.bytes(name, len);
        self.says(hex(bytes));
    }

    /// Characters that are shown as they stand.
    pub(super) fn text(&mut self, name: &'static str, len: usize) -> &'b str {
        let bytes = self.bytes(name, len);
        let text = core::str::from_utf8(bytes).unwrap_or_default();
        self.says(quoted(text));
        text
    }

    /// A number of two bytes, the lowest first.
    pub(super) fn u16(&mut self, name: &'static str) -> u16 {
        let number = match self.bytes(name, 2) {
            &[low, high] => u16::from_le_bytes([low, high]),
            _ => 0,
        };
        self.says(number.to_string());
        number
    }

    /// A number of four bytes, the lowest first.
    pub(super) fn u32(&mut self, name: &'static str) -> u32 {
        let number = match self.bytes(name, 4) {
            &[a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            _ => 0,
        };
        self.says(number.to_string());
        number
    }

    /// A length of two bytes and as many characters.
    pub(super) fn string(&mut self, name: &'static str) -> &'b str {
        let len = self.length(name);
        self.text(name, len)
    }

    /// The two bytes that say how long `of` is.
    pub(super) fn length(&mut self, of: &'static str) -> usize {
        let len = self.u16("length");
        self.says(format!("{of}: {len} bytes"));
        len.into()
    }

    /// The rest, if there is one.
    pub(super) fn rest(&mut self, name: &'static str) {
        let left = self.left();
        self.bytes(name, left);
    }

    /// The layer, which is bytes.
    pub(super) fn layer(mut self, name: &'static str, from: &'static str) -> Layer {
        self.rest("rest");
        Layer {
            name,
            from,
            bytes: self.all.to_owned(),
            is_text: false,
            pieces: self.pieces,
        }
    }

    /// The layer, which is characters.
    pub(super) fn characters(self, name: &'static str, from: &'static str) -> Layer {
        Layer {
            is_text: true,
            ..self.layer(name, from)
        }
    }
}
