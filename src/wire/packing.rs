//! Little-endian integers, length-prefixed strings and maps.
//!
//! | item | bytes |
//! |---|---|
//! | `u16`, `u32`, `i16` | little-endian |
//! | string | `u16` byte length, then the bytes, no terminator |
//! | map | `u16` count, then count times `u16` key and `u32` value |

use crate::buffer::Writer;
use crate::{Error, Field};

/// The most bytes of a packed string.
pub const STRING_MAX: usize = u16::MAX as usize;

/// Bytes a packed string takes beside its own.
pub const STRING_OVERHEAD: usize = 2;

/// Appends a `u16`.
#[cfg_attr(target_os = "none", inline(never))]
pub fn put_u16(out: &mut Writer<'_>, value: u16) {
    out.put(&value.to_le_bytes());
}

/// Appends a `u32`.
#[cfg_attr(target_os = "none", inline(never))]
pub fn put_u32(out: &mut Writer<'_>, value: u32) {
    out.put(&value.to_le_bytes());
}

/// Appends a string.
///
/// # Errors
///
/// [`Error::StringTooLong`] above [`STRING_MAX`] bytes, naming `field`.
pub fn put_string(out: &mut Writer<'_>, field: Field, bytes: &[u8]) -> Result<(), Error> {
    put_u16(out, string_len(field, bytes.len())?);
    out.put(bytes);
    Ok(())
}

/// Appends a string whose length has been checked.
#[cfg_attr(target_os = "none", inline(never))]
pub fn put_checked(out: &mut Writer<'_>, bytes: &[u8]) {
    put_checked_len(out, bytes.len());
    out.put(bytes);
}

/// Appends the length prefix of a list or string that has been checked to be
/// at most [`STRING_MAX`].
#[cfg_attr(target_os = "none", inline(never))]
pub fn put_checked_len(out: &mut Writer<'_>, len: usize) {
    put_u16(out, u16::try_from(len).unwrap_or(u16::MAX));
}

/// A list whose length is known when it has been written.
#[derive(Debug)]
pub struct Counted {
    at: usize,
    items: u16,
}

impl Counted {
    /// Leaves room for the number of items.
    pub fn begin(out: &mut Writer<'_>) -> Self {
        let at = out.len();
        put_u16(out, 0);
        Self { at, items: 0 }
    }

    /// One more item.
    pub fn count(&mut self) {
        self.items = self.items.saturating_add(1);
    }

    /// Writes the number of items.
    pub fn end(self, out: &mut Writer<'_>) {
        out.replace(self.at, &self.items.to_le_bytes());
    }
}

/// The smallest key above `last`, and the last index that has it. `keys` gives
/// the key of an index up to the end of the list.
///
/// A walk over a list in the order of its keys, without memory.
#[must_use]
#[cfg_attr(target_os = "none", inline(never))]
pub fn next_key(keys: &dyn Fn(usize) -> Option<u32>, last: Option<u32>) -> Option<(u32, usize)> {
    let mut next: Option<(u32, usize)> = None;
    let mut at = 0;
    while let Some(key) = keys(at) {
        if last.is_none_or(|last| key > last) && next.is_none_or(|(next, _)| key <= next) {
            next = Some((key, at));
        }
        at = at.saturating_add(1);
    }
    next
}

/// The length prefix of a string.
///
/// # Errors
///
/// [`Error::StringTooLong`] above [`STRING_MAX`] bytes, naming `field`.
pub fn string_len(field: Field, len: usize) -> Result<u16, Error> {
    u16::try_from(len).map_err(|_| Error::StringTooLong {
        field,
        len,
        max: STRING_MAX,
    })
}

/// The length prefix of a list.
///
/// # Errors
///
/// [`Error::TooMany`] above 65,535 entries, naming `field`.
pub fn count(field: Field, count: usize) -> Result<u16, Error> {
    u16::try_from(count).map_err(|_| Error::TooMany {
        field,
        max: usize::from(u16::MAX),
    })
}

/// Reads packed bytes from front to back; knows where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `bytes`.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// A reader of `bytes` that reports positions from `at` on.
    #[must_use]
    pub const fn starting_at(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Offset of the next byte.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.at
    }

    /// What has not been read yet.
    #[must_use]
    pub const fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    /// The next `len` bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when fewer are left; nothing is consumed then.
    pub fn take(&mut self, len: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self
            .bytes
            .split_at_checked(len)
            .ok_or(Error::Truncated { at: self.at })?;
        self.bytes = rest;
        self.at = self.at.saturating_add(len);
        Ok(taken)
    }

    /// The next `N` bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when fewer are left.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let at = self.at;
        <[u8; N]>::try_from(self.take(N)?).map_err(|_| Error::Truncated { at })
    }

    /// The next `u16`.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when fewer than two bytes are left.
    pub fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_le_bytes)
    }

    /// The next `i16`.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when fewer than two bytes are left.
    pub fn i16(&mut self) -> Result<i16, Error> {
        self.array().map(i16::from_le_bytes)
    }

    /// The next `u32`.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when fewer than four bytes are left.
    pub fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_le_bytes)
    }

    /// The bytes of the next string.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when its length runs past the end.
    pub fn string(&mut self) -> Result<&'a [u8], Error> {
        let len = self.u16()?;
        self.take(usize::from(len))
    }

    /// The next string as text.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] as [`Reader::string`], [`Error::NotUtf8`] when it
    /// is no text.
    pub fn text(&mut self) -> Result<&'a str, Error> {
        let at = self.at;
        let bytes = self.string()?;
        core::str::from_utf8(bytes).map_err(|_| Error::NotUtf8 { at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_65536_bytes_is_refused_not_wrapped() {
        let long = [b'x'; 65_536];
        let mut nothing = [];
        let mut out = Writer::new(&mut nothing);
        assert_eq!(
            put_string(&mut out, Field::Channel, &long),
            Err(Error::StringTooLong {
                field: Field::Channel,
                len: 65_536,
                max: 65_535
            })
        );
        assert_eq!(put_string(&mut out, Field::Channel, &long[1..]), Ok(()));
    }

    #[test]
    fn what_is_packed_is_as_the_table_says_and_is_read_again() {
        let mut buffer = [0xA5; 32];
        let mut out = Writer::new(&mut buffer);
        put_u16(&mut out, 0x1234);
        put_u32(&mut out, 0x1234_5678);
        put_string(&mut out, Field::Channel, b"ab").unwrap();
        put_checked(&mut out, "é".as_bytes());
        put_checked_len(&mut out, STRING_MAX);
        let mut list = Counted::begin(&mut out);
        for item in [7, 8, 9] {
            list.count();
            put_u16(&mut out, item);
        }
        list.end(&mut out);
        put_string(&mut out, Field::Channel, &[0xFF]).unwrap();
        let packed = out.finish().unwrap();
        assert_eq!(
            *packed,
            [
                0x34, 0x12, 0x78, 0x56, 0x34, 0x12, 2, 0, b'a', b'b', 2, 0, 0xC3, 0xA9, 0xFF, 0xFF,
                3, 0, 7, 0, 8, 0, 9, 0, 1, 0, 0xFF
            ]
        );
        let mut reader = Reader::starting_at(packed, 100);
        assert_eq!(reader.u16(), Ok(0x1234));
        assert_eq!(reader.u32(), Ok(0x1234_5678));
        assert_eq!(reader.string(), Ok(&b"ab"[..]));
        assert_eq!(reader.text(), Ok("é"));
        assert_eq!(reader.i16(), Ok(-1));
        assert_eq!(reader.position(), 116);
        assert_eq!(reader.array(), Ok([3, 0, 7]));
        assert_eq!(reader.take(5), Ok(&[0, 8, 0, 9, 0][..]));
        assert_eq!(reader.rest(), [1, 0, 0xFF]);
        assert_eq!(reader.text(), Err(Error::NotUtf8 { at: 124 }));
    }

    #[test]
    fn lengths_up_to_the_most_of_sixteen_bits() {
        let field = Field::Privileges;
        assert_eq!(string_len(field, 0), Ok(0));
        assert_eq!(string_len(field, 65_535), Ok(65_535));
        assert_eq!(count(field, 2), Ok(2));
        assert_eq!(count(field, 65_535), Ok(65_535));
        let max = 65_535;
        assert_eq!(count(field, 65_536), Err(Error::TooMany { field, max }));
    }

    #[test]
    fn keys_come_in_their_order_and_the_last_of_equal_ones() {
        let keys = [5, 1, 9, 1, 5, 0];
        let mut walk = [(0, 0); 4];
        let mut last = None;
        for step in &mut walk {
            *step = next_key(&|at| keys.get(at).copied(), last).unwrap();
            last = Some(step.0);
        }
        assert_eq!(walk, [(0, 5), (1, 3), (5, 4), (9, 2)]);
        assert_eq!(next_key(&|at| keys.get(at).copied(), last), None);
    }

    #[test]
    fn reading_past_the_end_says_where() {
        let mut reader = Reader::new(&[1, 0, 9, 4, 0, b'a']);
        assert_eq!(reader.u16(), Ok(1));
        assert_eq!(reader.array(), Ok([9]));
        assert_eq!(reader.string(), Err(Error::Truncated { at: 5 }));
    }
}
