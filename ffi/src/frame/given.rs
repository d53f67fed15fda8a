//! What a call is given: its arguments as they came, and in one word which of
//! them are text.
//!
//! A function states no more than the types of its arguments and what it does
//! with them. One loop looks at all that is to be looked at ([`Guard::admit`]),
//! before the function reads anything: a device pays for it once.

use core::ffi::{c_char, c_void};
use core::mem::{offset_of, size_of};
use core::ptr::NonNull;
use core::slice;

use super::guard::Guard;
use crate::status::Failure;

/// What the words of a struct hold, two bits a word: a pointer whose length
/// comes next, or nothing to look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Kinds(u32);

impl Kinds {
    /// Nothing to look at.
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const TEXT: Self = Self(1);
    pub(crate) const BYTES: Self = Self(2);
    /// NULL and no length: no text.
    pub(crate) const TEXT_OR_NULL: Self = Self(3);

    /// These, and those of a member at `offset`.
    pub(crate) const fn and(self, kinds: Self, offset: usize) -> Self {
        if kinds.0 == 0 {
            return self;
        }
        let (mut bits, mut at) = (kinds.0, 0_usize);
        while at < offset {
            assert!(bits.leading_zeros() >= 2, "too many words");
            bits <<= 2;
            at = at.saturating_add(size_of::<usize>());
        }
        assert!(at == offset, "not at a word");
        Self(self.0 | bits)
    }

    /// The kind of the first word, and those from the second on.
    pub(super) const fn split(self) -> (Self, Self) {
        (Self(self.0 & 3), Self(self.0 >> 2))
    }
}

/// A pointer and its length.
#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) data: *const u8,
    pub(super) len: usize,
}

/// An argument.
///
/// # Safety
///
/// What [`Self::KINDS`] calls a text or bytes is a [`Pair`].
pub(crate) unsafe trait Argument: Copy {
    const KINDS: Kinds;

    /// What the function gets.
    type Read<'a>;

    /// # Safety
    ///
    /// It has been admitted, and the pointer rules of the crate.
    unsafe fn read<'a>(self) -> Self::Read<'a>;
}

/// A text that a call is given.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct Chars(Pair);

/// Bytes that a call is given.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct Octets(Pair);

pub(crate) const fn text(data: *const c_char, len: usize) -> Chars {
    let data = data.cast();
    Chars(Pair { data, len })
}

pub(crate) const fn bytes(data: *const u8, len: usize) -> Octets {
    Octets(Pair { data, len })
}

// SAFETY: a pair.
unsafe impl Argument for Chars {
    const KINDS: Kinds = Kinds::TEXT;

    type Read<'a> = &'a str;

    unsafe fn read<'a>(self) -> &'a str {
        // SAFETY: by contract.
        unsafe { known_text(self.0.data.cast(), self.0.len) }
    }
}

// SAFETY: a pair.
unsafe impl Argument for Octets {
    const KINDS: Kinds = Kinds::BYTES;

    type Read<'a> = &'a [u8];

    unsafe fn read<'a>(self) -> &'a [u8] {
        // SAFETY: by contract.
        unsafe { known_bytes(self.0.data, self.0.len) }
    }
}

/// A text that has been admitted.
///
/// # Safety
///
/// [`Guard::admit`] has looked at it, where it stands.
pub(crate) const unsafe fn known_text<'g>(data: *const c_char, len: usize) -> &'g str {
    // SAFETY: it is there, is a text, and stays both during the call.
    unsafe { str::from_utf8_unchecked(known_bytes(data.cast(), len)) }
}

/// Bytes that have been admitted.
///
/// # Safety
///
/// As [`known_text`].
pub(crate) const unsafe fn known_bytes<'g>(data: *const u8, len: usize) -> &'g [u8] {
    // SAFETY: they are there during the call; where there are none, `admit` left
    // no NULL.
    unsafe { slice::from_raw_parts(data, len) }
}

/// A text that has been admitted, or `None` for NULL.
///
/// # Safety
///
/// As [`known_text`], with [`Kinds::TEXT_OR_NULL`].
pub(crate) const unsafe fn known_text_or_null<'g>(
    data: *const c_char,
    len: usize,
) -> Option<&'g str> {
    if data.is_null() {
        return None;
    }
    // SAFETY: the same promise.
    Some(unsafe { known_text(data, len) })
}

/// Arguments at which there is nothing to look: numbers, and pointers that the
/// function reads through the guard.
macro_rules! as_it_is {
    ($([$($generic:ident $(: $life:lifetime)?)?] $kind:ty,)+) => {$(
        // SAFETY: no pair.
        unsafe impl$(<$generic: Copy $(+ $life)?>)? Argument for $kind {
            const KINDS: Kinds = Kinds::NONE;

            type Read<'a> = Self;

            unsafe fn read<'a>(self) -> Self::Read<'a> {
                self
            }
        }
    )+};
}

as_it_is! {
    [] u16,
    [] i16,
    [] u32,
    [] u64,
    [] i64,
    [] usize,
    [] *mut c_void,
    [T: 'static] *const T,
    [F: 'static] Option<F>,
}

/// The arguments of a function.
///
/// # Safety
///
/// As [`Argument`], for the places of all of them.
pub(crate) unsafe trait Arguments: Copy {
    const KINDS: Kinds;

    /// What the function gets.
    type Read<'a>;

    /// # Safety
    ///
    /// They have been admitted, and the pointer rules of the crate.
    unsafe fn read<'a>(self) -> Self::Read<'a>;
}

macro_rules! tuples {
    ($(($($name:ident $at:tt)*))+) => {$(
        // SAFETY: each of them is an argument, and its place its own.
        unsafe impl<$($name: Argument),*> Arguments for ($($name,)*) {
            const KINDS: Kinds = Kinds::NONE$(.and($name::KINDS, offset_of!(Self, $at)))*;

            type Read<'a> = ($($name::Read<'a>,)*);

            #[inline]
            #[allow(clippy::unused_unit, unused_unsafe)] // Of no arguments.
            unsafe fn read<'a>(self) -> Self::Read<'a> {
                // SAFETY: by contract.
                unsafe { ($(self.$at.read(),)*) }
            }
        }
    )+};
}

tuples! {
    ()
    (A 0)
    (A 0 B 1)
    (A 0 B 1 C 2)
    (A 0 B 1 C 2 D 3)
    (A 0 B 1 C 2 D 3 E 4)
    (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
}

/// What the frame does with what it is given: it admits what the kinds say, and
/// takes the step. `on` is what the call works on; its type is the step's.
///
/// Constant, so that a call hands over one address.
#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct Door {
    pub(super) kinds: Kinds,
    pub(super) step: Step,
}

/// A door behind which something is made first, of what is given first, and then
/// a step is taken that works on it.
#[repr(C)]
pub(crate) struct Passage {
    door: Door,
    inner: Step,
}

impl Passage {
    /// For a [`Led`].
    pub(crate) const fn new<L: Arguments, A: Arguments>(outer: Step, inner: Step) -> Self {
        let kinds = Kinds::NONE
            .and(L::KINDS, offset_of!(Led<L, A>, leader))
            .and(A::KINDS, offset_of!(Led<L, A>, rest));
        Self {
            door: Door::new(kinds, outer),
            inner,
        }
    }

    pub(crate) const fn door(&'static self) -> *const Door {
        (&raw const *self).cast()
    }

    /// The step behind.
    ///
    /// # Safety
    ///
    /// `door` comes from [`Self::door`].
    pub(crate) const unsafe fn inner(door: *const Door) -> Step {
        // SAFETY: by contract.
        unsafe { (*door.cast::<Self>()).inner }
    }
}

/// Arguments that follow those of which something is made.
#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct Led<L, A> {
    pub(crate) leader: L,
    pub(crate) rest: A,
}

/// # Safety
///
/// What is given has been admitted, it and `on` are of the types that the step
/// was made for, and `door` is the one that the step belongs to.
pub(crate) type Step = unsafe fn(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    door: *const Door,
) -> Result<usize, Failure>;

impl Door {
    pub(crate) const fn new(kinds: Kinds, step: Step) -> Self {
        Self { kinds, step }
    }
}

/// Admits what is given, and takes the step.
///
/// # Safety
///
/// As [`Step`]; what is given is not admitted yet.
pub(super) unsafe fn enter(
    given: *mut (),
    guard: &Guard,
    on: *mut (),
    door: *const Door,
) -> Result<usize, Failure> {
    // SAFETY: the same promise.
    unsafe {
        let Door { kinds, step } = *door;
        guard.admit(given, kinds)?;
        step(given, guard, on, door)
    }
}

/// A function without captures, out of its type.
pub(crate) const fn function<'f, F: Copy>() -> &'f F {
    const { assert!(size_of::<F>() == 0, "arguments are given, not captured") };
    // SAFETY: of no size, and there was one that could be copied: the functions
    // that ask for this take it as an argument.
    unsafe { NonNull::dangling().as_ref() }
}

#[cfg(test)]
mod tests {
    use core::ptr::null;

    use super::*;

    #[test]
    fn kinds_stand_where_the_words_are() {
        type Both = (u32, Chars, u32, Octets, Option<extern "C" fn()>);
        let both: Both = (7, text(c"a".as_ptr(), 1), 8, bytes(null(), 0), None);
        let words = |place: *const u8| {
            let base = (&raw const both).addr();
            (place.addr() - base) / size_of::<usize>()
        };
        let mut rest = Both::KINDS;
        let kinds: [Kinds; 16] = core::array::from_fn(|_| {
            let (first, others) = rest.split();
            rest = others;
            first
        });
        let mut expected = [Kinds::NONE; 16];
        expected[words((&raw const both.1).cast())] = Kinds::TEXT;
        expected[words((&raw const both.3).cast())] = Kinds::BYTES;
        assert_eq!(kinds, expected);
    }
}
