//! Where the pieces of a request go, and the few forms that they have.

use crate::wire::decimal::write_u32;
use crate::wire::json;
use crate::wire::percent::{self, Style};

/// Takes a request piece by piece.
pub(crate) struct Sink<'s> {
    to: &'s mut dyn FnMut(&[u8]),
}

impl<'s> Sink<'s> {
    pub(crate) fn new(to: &'s mut dyn FnMut(&[u8])) -> Self {
        Self { to }
    }

    /// Where pieces go that others make.
    pub(crate) fn pieces(&mut self) -> &mut dyn FnMut(&[u8]) {
        self.to
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        (self.to)(bytes);
    }

    /// A text as it is.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// A string of JSON, escaped.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn json(&mut self, value: &str) {
        self.text("\"");
        json::visit_escaped(value, 1, self.to);
        self.text("\"");
    }

    /// A number, in decimal digits.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn number(&mut self, value: u32) {
        let mut digits = [0; 10];
        self.bytes(write_u32(value, &mut digits));
    }

    /// A value of a query.
    pub(crate) fn form(&mut self, value: &str) {
        percent::encode(value.as_bytes(), Style::Form, self.to);
    }
}
