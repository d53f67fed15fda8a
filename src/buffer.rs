//! The bounded writer behind every output.

use crate::Error;

/// Writes into a caller's buffer and never past its end.
///
/// Writing past the end is not an error at once: the writer goes on counting,
/// so that [`Writer::finish`] can say how much was needed.
#[derive(Debug)]
pub struct Writer<'a> {
    buffer: &'a mut [u8],
    len: usize,
}

impl<'a> Writer<'a> {
    /// A writer at the start of `buffer`.
    #[must_use]
    pub const fn new(buffer: &'a mut [u8]) -> Self {
        Self { buffer, len: 0 }
    }

    /// Appends `bytes`.
    #[cfg_attr(target_os = "none", inline(never))]
    pub fn put(&mut self, bytes: &[u8]) {
        // In two steps, so that the compiler sees equal lengths.
        let room = self
            .buffer
            .get_mut(self.len..)
            .and_then(|rest| rest.get_mut(..bytes.len()));
        if let Some(room) = room {
            room.copy_from_slice(bytes);
        }
        self.len = self.len.saturating_add(bytes.len());
    }

    /// Appends `len` bytes that the caller writes; none where they do not fit.
    #[cfg(any(test, target_os = "none"))]
    #[cfg_attr(not(target_os = "none"), allow(dead_code))]
    pub(crate) fn room(&mut self, len: usize) -> &mut [u8] {
        let at = self.len;
        self.len = at.saturating_add(len);
        let room = self
            .buffer
            .get_mut(at..)
            .and_then(|rest| rest.get_mut(..len));
        room.unwrap_or_default()
    }

    /// Replaces what was written `at` an offset.
    pub fn replace(&mut self, at: usize, bytes: &[u8]) {
        let room = self
            .buffer
            .get_mut(at..)
            .and_then(|rest| rest.get_mut(..bytes.len()));
        if let Some(room) = room {
            room.copy_from_slice(bytes);
        }
    }

    /// Appends a text.
    pub fn put_str(&mut self, text: &str) {
        self.put(text.as_bytes());
    }

    /// Bytes written or counted so far.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether nothing has been written.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What was written.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that would have been enough.
    pub fn finish(self) -> Result<&'a mut [u8], Error> {
        let needed = self.len;
        self.buffer
            .get_mut(..needed)
            .ok_or(Error::BufferTooSmall { needed })
    }

    /// What was written, as text.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] as [`Writer::finish`]; [`Error::NotUtf8`]
    /// when the bytes are no text.
    pub fn finish_str(self) -> Result<&'a str, Error> {
        as_text(self.finish()?)
    }
}

/// Written bytes as text.
///
/// # Errors
///
/// [`Error::NotUtf8`] when they are none.
pub(crate) fn as_text(bytes: &[u8]) -> Result<&str, Error> {
    core::str::from_utf8(bytes).map_err(|error| Error::NotUtf8 {
        at: error.valid_up_to(),
    })
}

/// Bytes that are known to be ASCII, as text.
pub(crate) fn ascii(bytes: &[u8]) -> &str {
    debug_assert!(bytes.is_ascii(), "only ASCII is kept here");
    core::str::from_utf8(bytes).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_past_the_end_and_writes_nothing_there() {
        let mut memory = [0xAA; 6];
        let (buffer, canary) = memory.split_at_mut(4);
        let mut writer = Writer::new(buffer);
        assert_eq!((writer.is_empty(), writer.len()), (true, 0));
        writer.put_str("abc");
        assert_eq!((writer.is_empty(), writer.len()), (false, 3));
        writer.put_str("de");
        writer.put_str("f");
        assert_eq!(writer.finish(), Err(Error::BufferTooSmall { needed: 6 }));
        assert_eq!(canary, [0xAA; 2]);
    }
}
