//! Values of the library that live in memory of the caller between calls.
//!
//! Whoever made one says so in a tag, so that zeros, or what another function
//! made, are refused before they are taken for a value. Beyond that the caller
//! promises that nobody else writes there.

use core::mem::{align_of, offset_of, size_of};

use super::call::{Body, Call};
use super::guard::{Guard, Params, Region, struct_size};
use crate::status::{Failure, TOKENMINT_ERR_OVERLAP, TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_OK};

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
    #[inline(never)]
    pub(crate) unsafe fn run(self, body: &mut dyn Body<S::Value, ()>) -> i32 {
        let state = self.0.0;
        let mut run = || {
            let guard = only(region::<S>(state)?)?;
            // SAFETY: the same promise; inputs are read through the guard.
            body.run(&guard, unsafe { &mut *lend(&guard_of_nothing()?, state)? })
        };
        settled(run())
    }
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
    // SAFETY: the same promise.
    let place = unsafe { place(guard, state)? };
    let tag = S::TAG;
    // SAFETY: there is as much memory, and as aligned.
    unsafe { place.write(Tagged { tag, value }) };
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
    // SAFETY: the same promise; the tag is a number, which may be anything.
    unsafe {
        let place = place(guard, state)?;
        if (&raw const (*place).tag).read() != S::TAG {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        Ok(&raw mut (*place).value)
    }
}

/// A call without outputs, on several values.
pub(crate) fn settled(result: Result<(), Failure>) -> i32 {
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

fn guard_of_nothing() -> Result<Guard, Failure> {
    only(Region::EMPTY)
}

/// Where the value is, or will be.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn place<S: State>(guard: &Guard, state: *mut S) -> Result<*mut Tagged<S::Value>, Failure> {
    const {
        assert!(S::PLACE.is_multiple_of(align_of::<Tagged<S::Value>>()));
        assert!(align_of::<S>() >= align_of::<Tagged<S::Value>>());
        assert!(size_of::<S>() >= S::PLACE + size_of::<Tagged<S::Value>>());
        assert!(offset_of!(Tagged<S::Value>, tag) == 0);
    }
    // SAFETY: the same promise.
    unsafe {
        checked(
            guard,
            state.cast(),
            (S::FIRST_SIZE, size_of::<S>()),
            align_of::<S>(),
        )?;
    }
    Ok(state.wrapping_byte_add(S::PLACE).cast())
}

/// One for all types: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn checked(
    guard: &Guard,
    state: *const u8,
    sizes: (usize, usize),
    align: usize,
) -> Result<(), Failure> {
    guard.admit_bytes(state, sizes.1)?;
    // SAFETY: not NULL.
    unsafe { struct_size(state, sizes) }.map_err(Failure::call)?;
    match state.addr() & align.wrapping_sub(1) {
        0 => Ok(()),
        _ => Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    }
}
