//! Where a minted text goes: one rule for every credential.
//!
//! Every function that writes a text takes an [`Output`] as its last argument:
//!
//! | argument | result | feature |
//! |---|---|---|
//! | `&mut [u8]` or `&mut [u8; N]` | `&str` in that buffer | - |
//! | `Heapless::<N>` | `heapless::String<N>` | `heapless09` |
//! | `Owned` | `String` | `alloc` |
//!
//! A destination that is too small is an error that says how many bytes are
//! enough; that number depends on the lengths of the inputs alone. After an
//! error the content of a buffer is unspecified, and never a shortened token
//! reported as success.

use crate::Error;
pub use crate::buffer::Writer;
use crate::buffer::as_text;

/// A destination for a text.
pub trait Output {
    /// What the caller gets back.
    type Text;

    /// Hands `write` a buffer of at least `capacity` bytes and returns the
    /// text at its front, whose length `write` gives.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] when there is no room for `capacity` bytes,
    /// or whatever `write` reports.
    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<Self::Text, Error>;
}

impl<'o> Output for &'o mut [u8] {
    type Text = &'o str;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<&'o str, Error> {
        let too_small = Error::BufferTooSmall { needed: capacity };
        let len = write(self.get_mut(..capacity).ok_or(too_small)?)?;
        as_text(self.get(..len).ok_or(too_small)?)
    }
}

impl<'o, const N: usize> Output for &'o mut [u8; N] {
    type Text = &'o str;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<&'o str, Error> {
        self.as_mut_slice().write_text(capacity, write)
    }
}

/// Asks for a `heapless::String<N>`; `N` is at least the capacity that the
/// credential documents.
#[cfg(feature = "heapless09")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Heapless<const N: usize>;

#[cfg(feature = "heapless09")]
impl<const N: usize> Output for Heapless<N> {
    type Text = heapless::String<N>;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<Self::Text, Error> {
        let mut buffer = [0; N];
        let text = buffer.as_mut_slice().write_text(capacity, write)?;
        heapless::String::try_from(text).map_err(|_| Error::BufferTooSmall { needed: capacity })
    }
}

/// Asks for a `String`.
#[cfg(feature = "alloc")]
#[derive(Debug, Clone, Copy, Default)]
pub struct Owned;

#[cfg(feature = "alloc")]
impl Output for Owned {
    type Text = alloc::string::String;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<Self::Text, Error> {
        let mut buffer = alloc::vec![0; capacity];
        let len = write(&mut buffer)?;
        buffer.truncate(len);
        alloc::string::String::from_utf8(buffer).map_err(|error| Error::NotUtf8 {
            at: error.utf8_error().valid_up_to(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn abc(out: impl Output<Text: AsRef<str>>) -> Result<usize, Error> {
        out.write_text(5, |buffer| {
            buffer[..3].copy_from_slice(b"abc");
            Ok(3)
        })
        .map(|text| {
            assert_eq!(text.as_ref(), "abc");
            text.as_ref().len()
        })
    }

    #[test]
    fn every_destination_gives_the_same_text() {
        assert_eq!(abc(&mut [0; 5]), Ok(3));
        assert_eq!(abc([0; 9].as_mut_slice()), Ok(3));
        #[cfg(feature = "alloc")]
        assert_eq!(abc(Owned), Ok(3));
        #[cfg(feature = "heapless09")]
        assert_eq!(abc(Heapless::<5>), Ok(3));
    }

    #[test]
    fn too_small_says_how_much_is_needed() {
        let error = Err(Error::BufferTooSmall { needed: 5 });
        assert_eq!(abc(&mut [0; 4]), error);
        #[cfg(feature = "heapless09")]
        assert_eq!(abc(Heapless::<4>), error);
    }
}
