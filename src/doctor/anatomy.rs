//! The bytes of a token, and what each of them is for.
//!
//! ```text
//! token   007 | eJxTYBB2n5vWc...                    characters
//!                └─ base64, zlib
//! content 20 00 | 6b 4e ... | 20 00 | 39 37 ...     bytes
//!         length  signature   length  app id
//! ```
//!
//! A token is a few layers, one inside the other; each is cut into pieces that
//! follow one another without a gap.

mod agora;
mod jwt;
mod walk;
mod zego;

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::words::hex;

pub(super) use agora::{of_006, of_007, of_key5, of_signaling, of_text_key};
pub(super) use jwt::of_jwt;
pub(super) use zego::of_zego;

/// One layer of a token, cut into pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Layer {
    /// What it is: `token`, `content`, `header`.
    pub name: &'static str,
    /// How the layer before becomes this one; nothing for the first.
    pub from: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether the bytes are characters to be read.
    pub is_text: bool,
    /// What they are for: every byte belongs to one piece.
    pub pieces: Vec<Piece>,
}

/// Some bytes of a layer that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// How many bytes; where they begin is where the piece before ends.
    pub len: usize,
    /// What they are.
    pub name: &'static str,
    /// What they say, for people and safe to show; empty where the bytes say it
    /// themselves.
    pub value: String,
}

impl Layer {
    /// The members of its JSON object: `name`, `from`, `text` or `hex`, and
    /// `pieces` with `len`, `name` and `value`.
    #[must_use]
    pub fn json(&self) -> Value {
        let pieces = self.pieces.iter();
        let pieces: Value = pieces
            .map(|it| json!({ "len": it.len, "name": it.name, "value": it.value }))
            .collect();
        let text = core::str::from_utf8(&self.bytes).ok();
        match text.filter(|_| self.is_text) {
            Some(text) => {
                json!({ "name": self.name, "from": self.from, "text": text, "pieces": pieces })
            }
            None => {
                let hex = hex(&self.bytes);
                json!({ "name": self.name, "from": self.from, "hex": hex, "pieces": pieces })
            }
        }
    }
}
