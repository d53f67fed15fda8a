//! Results that bring their own memory.

use crate::Error;

/// A `String` of what `write` writes into `len` bytes.
#[cfg(feature = "alloc")]
pub(super) fn string(
    len: usize,
    write: impl FnOnce(&mut [u8]) -> Result<&str, Error>,
) -> Result<alloc::string::String, Error> {
    let mut bytes = alloc::vec![0; len];
    let written = write(&mut bytes)?.len();
    bytes.truncate(written);
    alloc::string::String::from_utf8(bytes).map_err(|error| Error::NotUtf8 {
        at: error.utf8_error().valid_up_to(),
    })
}

/// A `heapless::String` of what `write` writes.
#[cfg(feature = "heapless09")]
pub(super) fn heapless<const N: usize>(
    write: impl FnOnce(&mut [u8]) -> Result<&str, Error>,
) -> Result<heapless::String<N>, Error> {
    let mut bytes = heapless::Vec::<u8, N>::new();
    let too_small = Error::BufferTooSmall { needed: N };
    bytes.resize_default(N).map_err(|_| too_small)?;
    let written = write(&mut bytes)?.len();
    bytes.truncate(written);
    heapless::String::from_utf8(bytes).map_err(|error| Error::NotUtf8 {
        at: error.valid_up_to(),
    })
}
