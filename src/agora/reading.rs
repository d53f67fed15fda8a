//! Fields of a packed content, one after the other.

use crate::Error;
use crate::wire::packing::Reader;

/// Reads on after the first error, which it keeps: what comes after is empty
/// and 0. So one place looks for the error instead of every field, which on a
/// device is half of the code. A loop has to ask whether it
/// [failed](Self::failed), as its count may be large.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'w> {
    reader: Reader<'w>,
    error: Option<Error>,
}

impl<'w> Reading<'w> {
    pub(super) const fn new(reader: Reader<'w>) -> Self {
        Self {
            reader,
            error: None,
        }
    }

    /// Where it stands.
    pub(super) const fn reader(&self) -> Reader<'w> {
        self.reader
    }

    pub(super) const fn failed(&self) -> bool {
        self.error.is_some()
    }

    /// `value`, unless something failed on the way to it.
    pub(super) fn end<T>(&self, value: T) -> Result<T, Error> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(value),
        }
    }

    pub(super) fn u16(&mut self) -> u16 {
        #[allow(clippy::cast_possible_truncation)] // Of two bytes.
        let number = self.number(2) as u16;
        number
    }

    pub(super) fn u32(&mut self) -> u32 {
        self.number(4)
    }

    /// Of `len` bytes, at most four, the lowest first.
    #[cfg_attr(target_os = "none", inline(never))]
    fn number(&mut self, len: usize) -> u32 {
        let bytes = self.take(len).iter().rev();
        bytes.fold(0, |number, byte| number << 8 | u32::from(*byte))
    }

    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn take(&mut self, len: usize) -> &'w [u8] {
        let taken = self.reader.take(len);
        self.keep(taken, &[])
    }

    pub(super) fn string(&mut self) -> &'w [u8] {
        let len = self.u16();
        self.take(len.into())
    }

    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn text(&mut self) -> &'w str {
        let text = self.reader.text();
        self.keep(text, "")
    }

    /// Goes on in `part`, which has been read last.
    pub(super) fn enter(&mut self, part: &'w [u8]) {
        let start = self.reader.position().saturating_sub(part.len());
        self.reader = Reader::starting_at(part, start);
    }

    /// Nothing may be left.
    pub(super) fn expect_end(&mut self) {
        if !self.reader.rest().is_empty() {
            let at = self.reader.position();
            self.keep(Err(Error::TrailingData { at }), ());
        }
    }

    fn keep<T>(&mut self, read: Result<T, Error>, nothing: T) -> T {
        read.unwrap_or_else(|error| {
            self.error.get_or_insert(error);
            self.reader = Reader::starting_at(&[], self.reader.position());
            nothing
        })
    }
}
