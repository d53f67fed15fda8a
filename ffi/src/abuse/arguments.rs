//! An argument of each kind, and the memory behind it.

use core::cell::{Cell, RefCell};
use core::mem::size_of;
use core::ptr::{null, null_mut};
use std::vec::Vec;

use super::{Output, ROOM, Text};

pub(super) const CANARY: u8 = 0xC5;
/// Bytes on each side of the output.
const MARGIN: usize = 8;

/// One way to call a function.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) text: Text,
    pub(super) structs: Structs,
    pub(super) output: Output,
    /// The largest numbers, not the smallest.
    pub(super) most: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Structs {
    Null,
    Zeroed,
    Sized,
}

/// The memory of one call.
pub(super) struct Memory {
    way: Way,
    /// The output and its margins; a pointer, because a call writes there.
    bytes: *mut [u8],
    len: Cell<usize>,
    structs: RefCell<Vec<Vec<u8>>>,
    /// Whether the call was given a text, and where to write.
    given: Cell<(bool, bool)>,
}

/// The output after a call.
pub(super) struct Seen<'m> {
    pub(super) before: &'m [u8],
    pub(super) buffer: &'m [u8],
    pub(super) after: &'m [u8],
}

impl Memory {
    pub(super) fn new(way: &Way) -> Self {
        let bytes = std::vec![CANARY; MARGIN + ROOM + MARGIN];
        Self {
            way: *way,
            bytes: std::boxed::Box::into_raw(bytes.into_boxed_slice()),
            len: Cell::new(usize::MAX),
            structs: RefCell::default(),
            given: Cell::default(),
        }
    }

    pub(super) fn seen(&self) -> Seen<'_> {
        // SAFETY: from a box, until the end; no call is running.
        let (before, rest) = unsafe { &*self.bytes }.split_at(MARGIN);
        let Output { buffer, cap, .. } = self.way.output;
        let (buffer, after) = rest.split_at(if buffer { cap } else { 0 });
        Seen {
            before,
            buffer,
            after,
        }
    }

    /// The length that was written, if one was.
    pub(super) fn len(&self) -> Option<usize> {
        Some(self.len.get()).filter(|len| *len != usize::MAX)
    }

    /// Whether a text that is given in the output was.
    pub(super) fn overlaps(&self) -> bool {
        let Output { buffer, cap, .. } = self.way.output;
        self.given.get() == (true, true) && buffer && cap > 0
    }

    fn place(&self) -> *mut u8 {
        self.bytes.cast::<u8>().wrapping_add(MARGIN)
    }

    fn item_of<T>(&self, size: usize) -> *mut T {
        if self.way.structs == Structs::Null {
            return null_mut();
        }
        // One byte off its alignment.
        let mut bytes = std::vec![0_u8; size_of::<T>() + 1];
        if size > 0 && self.way.structs == Structs::Sized {
            bytes[1..=size_of::<usize>()].copy_from_slice(&size.to_ne_bytes());
        }
        let place = bytes.as_mut_ptr().wrapping_add(1).cast();
        self.structs.borrow_mut().push(bytes);
        place
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: from a box, and given back once.
        drop(unsafe { std::boxed::Box::from_raw(self.bytes) });
    }
}

/// The kinds: what [`super::rows`] names.
impl Memory {
    pub(super) fn text<T>(&self) -> *const T {
        let (_, output) = self.given.get();
        self.given.set((true, output));
        match self.way.text {
            Text::At(place, _) => place.cast(),
            Text::Overlapping => self.place().cast_const().cast(),
        }
    }

    pub(super) fn text_len(&self) -> usize {
        match self.way.text {
            Text::At(_, len) => len,
            Text::Overlapping => 1,
        }
    }

    /// A struct to read, or several.
    pub(super) fn one<T>(&self) -> *const T {
        self.info::<T>().cast_const()
    }

    /// A list without `struct_size`: of no length, or not there.
    pub(super) fn list<T>(&self) -> *const T {
        match self.text_len() {
            1 => self.item::<T>().cast_const(),
            _ => null(),
        }
    }

    /// A struct to fill.
    pub(super) fn info<T>(&self) -> *mut T {
        self.item_of(size_of::<T>())
    }

    /// What comes from the library alone, and is NULL from all others.
    #[cfg(feature = "device")]
    pub(super) fn making<T>(&self) -> *mut T {
        null_mut()
    }

    /// A struct to fill that has no `struct_size`.
    pub(super) fn item<T>(&self) -> *mut T {
        self.item_of(0)
    }

    pub(super) fn out<T>(&self) -> *mut T {
        let (text, _) = self.given.get();
        self.given.set((text, true));
        if self.way.output.buffer {
            self.place().cast()
        } else {
            null_mut()
        }
    }

    pub(super) fn cap(&self) -> usize {
        self.way.output.cap
    }

    pub(super) fn out_len(&self) -> *mut usize {
        if self.way.output.len {
            self.len.as_ptr()
        } else {
            null_mut()
        }
    }

    pub(super) fn number<T: Number>(&self) -> T {
        if self.way.most { T::MOST } else { T::LEAST }
    }
}

pub(super) trait Number {
    /// 0, or below where there is such a number.
    const LEAST: Self;
    const MOST: Self;
}

macro_rules! numbers {
    ($($of:ty)+) => {$(
        impl Number for $of {
            const LEAST: Self = <$of>::MIN;
            const MOST: Self = <$of>::MAX;
        }
    )+};
}

numbers! { u16 i16 u32 u64 i64 usize }
