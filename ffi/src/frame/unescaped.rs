//! Texts of a credential in JSON, as C wants them.

use core::ffi::c_char;
use core::mem::take;

use tokenmint::Error;
use tokenmint::json::Text;

/// Room for texts without escapes, one after another: together they are never
/// longer than the JSON that they come from.
pub(crate) struct Unescaped<'w> {
    rest: &'w mut [u8],
}

impl<'w> Unescaped<'w> {
    pub(crate) const fn new(room: &'w mut [u8]) -> Self {
        Self { rest: room }
    }

    /// Where `text` is now, and its bytes.
    #[inline(never)]
    pub(crate) fn put(&mut self, text: Text<'_>) -> Result<(*const c_char, usize), Error> {
        let len = text.unescaped_len();
        let (own, rest) = take(&mut self.rest)
            .split_at_mut_checked(len)
            .ok_or(Error::BufferTooSmall { needed: len })?;
        self.rest = rest;
        Ok((text.unescape_into(own)?.as_ptr().cast(), len))
    }
}
