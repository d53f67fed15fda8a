//! Calls that fill a struct, with or without a workspace, and calls that only
//! judge.

use core::mem::size_of;
use core::slice;

use super::guard::{Guard, Params, Region, struct_size};
use super::stack;
use crate::status::{Failure, TOKENMINT_ERR_OVERLAP, TOKENMINT_OK};

/// Runs `body` and copies the struct it gives to `info`, as much of it as the
/// caller's version has; zeros after an error.
///
/// # Safety
///
/// The pointer rules of the crate, for `info` and for the workspace.
pub(crate) unsafe fn fill<T: Params>(
    info: *mut T,
    workspace: *mut u8,
    workspace_cap: usize,
    body: impl FnOnce(&Guard, Workspace) -> Result<T, Failure>,
) -> i32 {
    let sizes = (T::FIRST_SIZE, size_of::<T>());
    // SAFETY: the same promise.
    let opened = unsafe { open(info.cast(), sizes, workspace, workspace_cap) };
    let (size, guard) = match opened {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let result = body(
        &guard,
        Workspace {
            ptr: workspace,
            cap: workspace_cap,
        },
    );
    let head = size_of::<usize>();
    let rest = size.saturating_sub(head);
    let place = info.cast::<u8>().wrapping_add(head);
    // SAFETY: `info` has `size` bytes, of which the first member stays.
    unsafe {
        match result {
            Ok(value) => {
                let value = (&raw const value).cast::<u8>().wrapping_add(head);
                place.copy_from_nonoverlapping(value, rest);
                TOKENMINT_OK
            }
            Err(failure) => wiped(place, rest, failure),
        }
    }
}

/// The size of the caller's struct, if it and the workspace are usable.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn open(
    info: *const u8,
    sizes: (usize, usize),
    workspace: *const u8,
    workspace_cap: usize,
) -> Result<(usize, Guard), i32> {
    Region::new(info, size_of::<usize>())?;
    // SAFETY: not NULL.
    let size = unsafe { struct_size(info, sizes)? };
    let info = Region::new(info, size)?;
    let workspace = Region::new(workspace, workspace_cap)?;
    let guard = Guard::new([info, workspace]).ok_or(TOKENMINT_ERR_OVERLAP)?;
    Ok((size, guard))
}

/// The status of a call that failed, and what it leaves.
///
/// # Safety
///
/// `place` has `len` bytes.
#[inline(never)]
unsafe fn wiped(place: *mut u8, len: usize, failure: Failure) -> i32 {
    if failure.wipes() {
        // SAFETY: by contract.
        unsafe { place.write_bytes(0, len) };
    }
    failure.status()
}

/// Runs `body` and copies what it gives to `item`; zeros after an error.
///
/// # Safety
///
/// The pointer rules of the crate.
pub(crate) unsafe fn put<T: Copy>(
    item: *mut T,
    body: impl FnOnce(&Guard) -> Result<T, Failure>,
) -> i32 {
    let guard = match alone(item.cast(), size_of::<T>()) {
        Ok(guard) => guard,
        Err(status) => return status,
    };
    // SAFETY: `item` is not NULL and has the size of its type.
    unsafe {
        match body(&guard) {
            Ok(value) => {
                item.write_unaligned(value);
                TOKENMINT_OK
            }
            Err(failure) => wiped(item.cast(), size_of::<T>(), failure),
        }
    }
}

/// The frame of a call with one output.
#[inline(never)]
fn alone(item: *const u8, len: usize) -> Result<Guard, i32> {
    let item = Region::new(item, len)?;
    Guard::new([item, Region::EMPTY]).ok_or(TOKENMINT_ERR_OVERLAP)
}

/// Runs `body`, which writes nothing.
pub(crate) fn check(body: impl FnOnce(&Guard) -> Result<(), Failure>) -> i32 {
    let result = match Guard::new([Region::EMPTY; 2]) {
        Some(guard) => stack::run::<{ stack::HASHES }, _>(|| body(&guard)),
        None => Err(Failure::call(TOKENMINT_ERR_OVERLAP)),
    };
    match result {
        Ok(()) => TOKENMINT_OK,
        Err(failure) => failure.status(),
    }
}

/// A caller's scratch memory.
#[derive(Debug)]
pub(crate) struct Workspace {
    ptr: *mut u8,
    cap: usize,
}

impl Workspace {
    /// The bytes, zeroed; whatever they were, they need not be initialized.
    pub(crate) fn into_slice<'w>(self) -> &'w mut [u8] {
        if self.cap == 0 {
            return &mut [];
        }
        // SAFETY: `fill` made sure that it is there and that nothing overlaps
        // it, and hands it out once; its bytes are initialized first.
        unsafe {
            self.ptr.write_bytes(0, self.cap);
            slice::from_raw_parts_mut(self.ptr, self.cap)
        }
    }
}
