//! Values of the library that live in memory of the caller between calls.
//!
//! Whoever made one says so in a tag, so that zeros, or what another function
//! made, are refused before they are taken for a value. Beyond that the caller
//! promises that nobody else writes there.

use core::mem::{align_of, offset_of, size_of};

use super::call::{Body, Call};
use super::guard::{Guard, Params, Region, struct_size};
use crate::status::{
    Failure, TOKENMINT_ERR_BAD_STRUCT_SIZE, TOKENMINT_ERR_OVERLAP, TOKENMINT_ERR_UNKNOWN_VALUE,
    TOKENMINT_OK,
};

/// A struct of the header that a value of the library lives in.
///
/// # Safety
///
/// `repr(C)`: a `usize`, then memory that is as large and as aligned as a
/// [`Tagged`] value.
pub(crate) unsafe trait State: Params {
    type Value;
    /// Where the memory begins.
    const PLACE: usize;
    /// Says that a value is there.
    const TAG: u32;
}

/// What lies in the memory.
#[repr(C)]
pub(crate) struct Tagged<T> {
    tag: u32,
    value: T,
}

/// What has to be known of a [`State`], so that the code is there once.
struct Kind {
    sizes: (usize, usize),
    align: usize,
    /// Where the tag is, and the value.
    tag_at: usize,
    value_at: usize,
    tag: u32,
}

trait Known: State {
    const KIND: &'static Kind = &const {
        assert!(Self::PLACE.is_multiple_of(align_of::<Tagged<Self::Value>>()));
        assert!(align_of::<Self>() >= align_of::<Tagged<Self::Value>>());
        assert!(size_of::<Self>() >= Self::PLACE + size_of::<Tagged<Self::Value>>());
        Kind {
            sizes: (Self::FIRST_SIZE, size_of::<Self>()),
            align: align_of::<Self>(),
            tag_at: Self::PLACE.saturating_add(offset_of!(Tagged<Self::Value>, tag)),
            value_at: Self::PLACE.saturating_add(offset_of!(Tagged<Self::Value>, value)),
            tag: Self::TAG,
        }
    };
}

impl<S: State> Known for S {}

/// What a call works on: a value in memory of the caller.
pub(crate) struct Held<S>(*mut S);

impl<S: State> Call<Held<S>> {
    pub(crate) const fn held(state: *mut S) -> Self {
        Self(Held(state))
    }

    /// Runs `body` on the value, which no input may overlap.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate, and of [`State`].
    pub(crate) unsafe fn run(
        self,
        body: &mut impl FnMut(&Guard, &mut S::Value) -> Result<(), Failure>,
    ) -> i32 {
        let mut body = |guard: &Guard, value: &mut *mut u8| {
            // SAFETY: that is what lives there.
            body(guard, unsafe { &mut *value.cast() })
        };
        // SAFETY: the same promise.
        unsafe { run(self.0.0.cast(), S::KIND, &mut body) }
    }
}

/// One for all types: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate, and of [`State`].
#[inline(never)]
unsafe fn run(state: *mut u8, kind: &Kind, body: &mut dyn Body<*mut u8, ()>) -> i32 {
    let region = Region::new(state, kind.sizes.1).map_err(Failure::call);
    settled(region.and_then(|region| {
        // SAFETY: the same promise; inputs are read through the guard.
        let mut value = unsafe { find(&only(Region::EMPTY)?, state, kind)? };
        body.run(&only(region)?, &mut value)
    }))
}

/// Runs `body`, which makes values.
#[inline(never)]
pub(crate) fn make(body: &mut dyn Body<(), ()>) -> i32 {
    settled(only(Region::EMPTY).and_then(|guard| body.run(&guard, &mut ())))
}

/// Makes `value` the content of `state`, of which nothing is read before.
///
/// # Safety
///
/// The pointer rules of the crate; no reference into `state` is there.
pub(crate) unsafe fn put<S: State>(
    guard: &Guard,
    state: *mut S,
    value: S::Value,
) -> Result<(), Failure> {
    // SAFETY: the same promise; there is as much memory, and as aligned.
    unsafe {
        let place = open(guard, state.cast(), S::KIND)?;
        place
            .wrapping_add(S::KIND.tag_at)
            .cast::<u32>()
            .write(S::TAG);
        let value_at = place.wrapping_add(S::KIND.value_at);
        value_at.cast::<S::Value>().write(value);
    }
    Ok(())
}

/// The value in `state`, if there is one.
///
/// # Safety
///
/// The pointer rules of the crate, and of [`State`]. The value is there for the
/// time of the call.
pub(crate) unsafe fn lend<S: State>(
    guard: &Guard,
    state: *mut S,
) -> Result<*mut S::Value, Failure> {
    // SAFETY: the same promise.
    Ok(unsafe { find(guard, state.cast(), S::KIND)? }.cast())
}

/// A call without outputs, on several values.
fn settled(result: Result<(), Failure>) -> i32 {
    match result {
        Ok(()) => TOKENMINT_OK,
        Err(failure) => failure.status(),
    }
}

pub(crate) fn region<S: State>(state: *mut S) -> Result<Region, Failure> {
    Region::new(state, size_of::<S>()).map_err(Failure::call)
}

fn only(output: Region) -> Result<Guard, Failure> {
    Guard::new([output, Region::EMPTY]).ok_or(Failure::call(TOKENMINT_ERR_OVERLAP))
}

/// Where the value is, if there is one.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn find(guard: &Guard, state: *mut u8, kind: &Kind) -> Result<*mut u8, Failure> {
    // SAFETY: the same promise; the tag is a number, which may be anything.
    unsafe {
        let place = open(guard, state, kind)?;
        if place.wrapping_add(kind.tag_at).cast::<u32>().read() != kind.tag {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        Ok(place.wrapping_add(kind.value_at))
    }
}

/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn open(guard: &Guard, state: *mut u8, kind: &Kind) -> Result<*mut u8, Failure> {
    guard.admit_bytes(state, kind.sizes.1)?;
    // SAFETY: not NULL.
    unsafe { struct_size(state, kind.sizes) }
        .ok_or(Failure::call(TOKENMINT_ERR_BAD_STRUCT_SIZE))?;
    match state.addr() & kind.align.wrapping_sub(1) {
        0 => Ok(state),
        _ => Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    }
}
