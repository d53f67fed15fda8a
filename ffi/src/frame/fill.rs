//! Calls that fill a struct, with or without a workspace, and calls that only
//! judge.

use core::mem::size_of;
use core::slice;

use super::guard::{Guard, Params, Region, struct_size};
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
    let opened = Region::new(info, size_of::<usize>())
        // SAFETY: not NULL.
        .and_then(|_| unsafe { struct_size(info) })
        .and_then(|size| {
            let info = Region::new(info, size)?;
            let workspace = Region::new(workspace, workspace_cap)?;
            let guard = Guard::new([info, workspace]).ok_or(TOKENMINT_ERR_OVERLAP)?;
            Ok((size, guard))
        });
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
            Err(failure) => {
                if failure.wipe {
                    place.write_bytes(0, rest);
                }
                failure.status
            }
        }
    }
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
    let guard = Region::new(item, size_of::<T>())
        .and_then(|item| Guard::new([item, Region::EMPTY]).ok_or(TOKENMINT_ERR_OVERLAP));
    let result = match guard {
        Ok(guard) => body(&guard),
        Err(status) => return status,
    };
    // SAFETY: `item` is not NULL and has the size of its type.
    unsafe {
        match result {
            Ok(value) => {
                item.write_unaligned(value);
                TOKENMINT_OK
            }
            Err(failure) => {
                if failure.wipe {
                    item.cast::<u8>().write_bytes(0, size_of::<T>());
                }
                failure.status
            }
        }
    }
}

/// Runs `body`, which writes nothing.
pub(crate) fn check(body: impl FnOnce(&Guard) -> Result<(), Failure>) -> i32 {
    let result = match Guard::new([Region::EMPTY; 2]) {
        Some(guard) => body(&guard),
        None => Err(Failure::call(TOKENMINT_ERR_OVERLAP)),
    };
    match result {
        Ok(()) => TOKENMINT_OK,
        Err(failure) => failure.status,
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
