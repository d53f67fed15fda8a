//! Distinguished Encoding Rules (ITU-T X.690), as far as keys need them.
//!
//! | octets | content |
//! |---|---|
//! | 1 | tag, below 31 in its low five bits |
//! | 1 to 3 | length: `00`..`7f`, `81 80`..`81 ff`, `82 01 00`..`82 ff ff` |
//! | length | value |
//!
//! Lengths are definite and in their shortest form; nothing else is read. No
//! recursion: a value is read with a reader of its own.

use crate::Error;

/// INTEGER.
pub const INTEGER: u8 = 0x02;
/// BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// SEQUENCE.
pub const SEQUENCE: u8 = 0x30;

/// The tag of context class `number` (below 31), primitive.
#[must_use]
pub const fn context_primitive(number: u8) -> u8 {
    0x80 | (number & 0x1f)
}

/// The tag of context class `number` (below 31), constructed.
#[must_use]
pub const fn context_constructed(number: u8) -> u8 {
    0xa0 | (number & 0x1f)
}

/// Reads elements one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `bytes`.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, at: 0 }
    }

    /// Offset of the next element in the bytes of the outermost reader.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The tag of the next element, if there is one.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// A reader of the value of the next element, which must have `tag`.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when the bytes end before the element does,
    /// [`Error::Malformed`] for another tag or a length that is not in its
    /// shortest definite form.
    pub fn read(&mut self, tag: u8) -> Result<Self, Error> {
        let start = self.at;
        if self.octet()? != tag {
            return Err(Error::Malformed { at: start });
        }
        let len = self.length()?;
        let at = self.at;
        let (value, rest) = self
            .rest
            .split_at_checked(len)
            .ok_or(Error::Truncated { at })?;
        self.rest = rest;
        self.at = at.saturating_add(len);
        Ok(Self { rest: value, at })
    }

    /// As [`Reader::read`], or nothing when the next element has another tag
    /// or there is none.
    ///
    /// # Errors
    ///
    /// As [`Reader::read`], but for the tag.
    pub fn read_optional(&mut self, tag: u8) -> Result<Option<Self>, Error> {
        if self.peek() == Some(tag) {
            self.read(tag).map(Some)
        } else {
            Ok(None)
        }
    }

    /// The number of an INTEGER from 0 to 127.
    ///
    /// # Errors
    ///
    /// As [`Reader::read`]; [`Error::Malformed`] for other numbers.
    pub fn small_integer(&mut self) -> Result<u8, Error> {
        let value = self.read(INTEGER)?;
        match *value.rest {
            [number @ 0..=0x7f] => Ok(number),
            _ => Err(Error::Malformed { at: value.at }),
        }
    }

    /// The octets of a BIT STRING of whole octets.
    ///
    /// # Errors
    ///
    /// As [`Reader::read`]; [`Error::Malformed`] when bits are unused.
    pub fn bit_string(&mut self) -> Result<&'a [u8], Error> {
        let value = self.read(BIT_STRING)?;
        without_unused_bits(value)
    }

    /// The bytes that have not been read.
    #[must_use]
    pub const fn remaining(&self) -> &'a [u8] {
        self.rest
    }

    /// Makes sure that nothing follows.
    ///
    /// # Errors
    ///
    /// [`Error::TrailingData`] when something does.
    pub const fn finish(self) -> Result<(), Error> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Error::TrailingData { at: self.at })
        }
    }

    fn length(&mut self) -> Result<usize, Error> {
        let start = self.at;
        let not_shortest = Error::Malformed { at: start };
        match self.octet()? {
            short @ ..=0x7f => Ok(usize::from(short)),
            0x81 => match self.octet()? {
                ..=0x7f => Err(not_shortest),
                len => Ok(usize::from(len)),
            },
            0x82 => match [self.octet()?, self.octet()?] {
                [0, _] => Err(not_shortest),
                len => Ok(usize::from(u16::from_be_bytes(len))),
            },
            _ => Err(not_shortest),
        }
    }

    fn octet(&mut self) -> Result<u8, Error> {
        let (octet, rest) = self
            .rest
            .split_first()
            .ok_or(Error::Truncated { at: self.at })?;
        self.rest = rest;
        self.at = self.at.saturating_add(1);
        Ok(*octet)
    }
}

/// The octets of an implicitly tagged BIT STRING of whole octets.
///
/// # Errors
///
/// [`Error::Truncated`] when it is empty, [`Error::Malformed`] when bits are
/// unused.
pub fn without_unused_bits(value: Reader<'_>) -> Result<&[u8], Error> {
    match value.rest.split_first() {
        Some((0, octets)) => Ok(octets),
        Some(_) => Err(Error::Malformed { at: value.at }),
        None => Err(Error::Truncated { at: value.at }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_read_in_order() {
        let bytes = [
            0x30, 0x08, 0x02, 0x01, 0x05, 0x03, 0x03, 0x00, 0xaa, 0xbb, 0x04, 0x00,
        ];
        let mut outer = Reader::new(&bytes);
        let mut inner = outer.read(SEQUENCE).unwrap();
        assert_eq!(inner.small_integer(), Ok(5));
        assert_eq!(inner.at(), 5);
        assert!(inner.read_optional(OCTET_STRING).unwrap().is_none());
        assert_eq!(inner.bit_string(), Ok(&[0xaa, 0xbb][..]));
        assert_eq!(inner.finish(), Ok(()));
        assert_eq!(outer.finish(), Err(Error::TrailingData { at: 10 }));
        assert!(outer.read(OCTET_STRING).unwrap().remaining().is_empty());
        assert_eq!(outer.peek(), None);
        assert_eq!(outer.finish(), Ok(()));
    }

    #[test]
    fn only_shortest_definite_lengths_are_read() {
        let refused: [(&[u8], Error); 12] = [
            (&[], Error::Truncated { at: 0 }),
            (&[0x04], Error::Truncated { at: 1 }),
            (&[0x04, 0x01], Error::Truncated { at: 2 }),
            (&[0x05, 0x00], Error::Malformed { at: 0 }),
            (&[0x04, 0x80, 0x00, 0x00], Error::Malformed { at: 1 }),
            (&[0x04, 0x81], Error::Truncated { at: 2 }),
            (&[0x04, 0x81, 0x01, 0xff], Error::Malformed { at: 1 }),
            (&[0x04, 0x81, 0x80], Error::Truncated { at: 3 }),
            (&[0x04, 0x82, 0x01], Error::Truncated { at: 3 }),
            (&[0x04, 0x82, 0x00, 0xff], Error::Malformed { at: 1 }),
            (&[0x04, 0x83, 0x01, 0x00, 0x00], Error::Malformed { at: 1 }),
            (&[0x04, 0xff], Error::Malformed { at: 1 }),
        ];
        for (bytes, error) in refused {
            assert_eq!(
                Reader::new(bytes).read(OCTET_STRING).unwrap_err(),
                error,
                "{bytes:x?}"
            );
        }
    }

    #[test]
    fn every_length_form_is_read() {
        let mut bytes = [0; 65_540];
        let cases: [(&[u8], usize); 5] = [
            (&[0x30, 0x7f], 127),
            (&[0x30, 0x81, 0x80], 128),
            (&[0x30, 0x81, 0xff], 255),
            (&[0x30, 0x82, 0x01, 0x00], 256),
            (&[0x30, 0x82, 0xff, 0xff], 65_535),
        ];
        for (head, len) in cases {
            bytes[..head.len()].copy_from_slice(head);
            let mut reader = Reader::new(&bytes[..head.len() + len]);
            assert_eq!(reader.read(SEQUENCE).unwrap().remaining().len(), len);
            assert_eq!(reader.finish(), Ok(()));
        }
    }

    /// X.690, 8.1.2: class in the two highest bits, then one for a constructed
    /// element, then the number.
    #[test]
    fn tags_of_the_context_class() {
        for (number, primitive, constructed) in [(0, 0x80, 0xa0), (1, 0x81, 0xa1), (30, 0x9e, 0xbe)]
        {
            assert_eq!(context_primitive(number), primitive);
            assert_eq!(context_constructed(number), constructed);
        }
    }

    #[test]
    fn odd_integers_and_bit_strings_are_refused() {
        for bytes in [&[0x02, 0x00][..], &[0x02, 0x02, 0, 1], &[0x02, 0x01, 0x80]] {
            assert_eq!(
                Reader::new(bytes).small_integer(),
                Err(Error::Malformed { at: 2 }),
                "{bytes:x?}"
            );
        }
        assert_eq!(
            Reader::new(&[0x03, 0x00]).bit_string(),
            Err(Error::Truncated { at: 2 })
        );
        assert_eq!(
            Reader::new(&[0x03, 0x02, 0x01, 0xfe]).bit_string(),
            Err(Error::Malformed { at: 2 })
        );
    }
}
