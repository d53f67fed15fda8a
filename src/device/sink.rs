//! Where the pieces of a request go, and the few forms that they have.

use crate::wire::decimal::Decimal;
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

    /// A member of an object, and what stands before it.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn member(&mut self, before: &str, value: &str) {
        self.text(before);
        self.json(value);
    }

    /// A number, in decimal digits.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn number(&mut self, value: u32) {
        self.bytes(Decimal::new(value.into()).as_bytes());
    }

    /// A pair of a query, `before` being all up to its value.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn pair(&mut self, before: &str, value: &str) {
        self.text(before);
        percent::encode(value.as_bytes(), Style::Form, self.to);
    }
}

/// What a request carries: the query of a GET, the body of any other.
pub(crate) trait Content {
    fn put(&self, sink: &mut Sink<'_>);
}
