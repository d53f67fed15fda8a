//! Calls that fill a struct, with or without a workspace, and calls that only
//! judge.

use core::mem::{MaybeUninit, size_of};
use core::ptr::null_mut;
use core::slice;

use super::call::{Body, Call};
use super::guard::{Guard, Params, Plain, Region, struct_size};
use super::stack;
use crate::status::{Failure, TOKENMINT_ERR_OVERLAP, TOKENMINT_OK};

/// What a call gives: a struct whose size its caller says. Beside it a caller
/// may lend a workspace.
pub(crate) struct Filled<T> {
    info: *mut T,
    workspace: Workspace,
}

/// What a call gives: an item that has no size of its own.
pub(crate) struct Item<T>(*mut T);

/// What a call gives: its status.
pub(crate) struct Judged;

impl<T: Params> Call<Filled<T>> {
    pub(crate) const fn fill(info: *mut T) -> Self {
        Self::read(null_mut(), 0, info)
    }

    pub(crate) const fn read(workspace: *mut u8, cap: usize, info: *mut T) -> Self {
        let workspace = Workspace {
            ptr: workspace,
            cap,
        };
        Self(Filled { info, workspace })
    }

    /// Runs `body`, which sets members of the struct that it is given, and
    /// copies that to the caller's, as much of it as his version has; zeros
    /// after an error. What the body leaves out is zero.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn run(
        self,
        mut body: impl FnMut(&Guard, &mut Workspace, &mut T) -> Result<(), Failure>,
    ) -> i32 {
        let Filled { info, workspace } = self.0;
        let mut value = MaybeUninit::<T>::uninit();
        let place = Place {
            out: info.cast(),
            value: value.as_mut_ptr().cast(),
            sizes: (T::FIRST_SIZE, size_of::<T>()),
            head: size_of::<usize>(),
        };
        let mut body = move |guard: &Guard, made: &mut Made| {
            // SAFETY: made of the place above.
            body(guard, &mut made.workspace, unsafe {
                &mut *made.value.cast()
            })
        };
        // SAFETY: the same promise; the place is of the type of the body.
        unsafe { write(&place, workspace, &mut body) }
    }
}

impl<T: Plain> Call<Item<T>> {
    pub(crate) const fn item(item: *mut T) -> Self {
        Self(Item(item))
    }

    /// Runs `body`, which sets the item that it is given, and copies that to the
    /// caller's; zeros after an error.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn run(
        self,
        mut body: impl FnMut(&Guard, &mut T) -> Result<(), Failure>,
    ) -> i32 {
        let mut value = MaybeUninit::<T>::uninit();
        let place = Place {
            out: self.0.0.cast(),
            value: value.as_mut_ptr().cast(),
            sizes: (size_of::<T>(), size_of::<T>()),
            head: 0,
        };
        let mut body = move |guard: &Guard, made: &mut Made| {
            // SAFETY: made of the place above.
            body(guard, unsafe { &mut *made.value.cast() })
        };
        // SAFETY: the same promise; the place is of the type of the body.
        unsafe { write(&place, Workspace::NONE, &mut body) }
    }
}

impl Call<Judged> {
    pub(crate) const fn judge() -> Self {
        Self(Judged)
    }

    /// Runs `body`, which writes nothing.
    pub(crate) fn run(self, mut body: impl FnMut(&Guard) -> Result<(), Failure>) -> i32 {
        judge(&mut move |guard: &Guard, (): &mut ()| body(guard))
    }
}

/// What the frame hands to a body, whatever its type of value.
struct Made {
    workspace: Workspace,
    value: *mut u8,
}

/// Where a value is made, and where it goes.
struct Place {
    out: *mut u8,
    value: *mut u8,
    /// Of the first version of the type, and of the current one.
    sizes: (usize, usize),
    /// Bytes of the member that gives the size; 0: there is none.
    head: usize,
}

/// One for all types: a device pays for the frame once.
///
/// # Safety
///
/// The pointer rules of the crate, and the value of the place has the type of
/// the body, which zeros are a value of.
#[inline(never)]
unsafe fn write(place: &Place, workspace: Workspace, body: &mut dyn Body<Made, ()>) -> i32 {
    // SAFETY: the same promise.
    let (size, guard) = match unsafe { open(place, &workspace) } {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let (from, to) = (
        place.value.wrapping_add(place.head),
        place.out.wrapping_add(place.head),
    );
    debug_assert!(place.head <= size && size <= place.sizes.1);
    let len = size.saturating_sub(place.head);
    // SAFETY: the value has the larger of the sizes, the output has `size`
    // bytes, of which the head stays.
    unsafe {
        place.value.write_bytes(0, place.sizes.1);
        let value = place.value;
        match body.run(&guard, &mut Made { workspace, value }) {
            Ok(()) => {
                to.copy_from_nonoverlapping(from, len);
                TOKENMINT_OK
            }
            Err(failure) => {
                if failure.wipes() {
                    to.write_bytes(0, len);
                }
                failure.status()
            }
        }
    }
}

/// The size of the output, if it and the workspace are usable.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn open(place: &Place, workspace: &Workspace) -> Result<(usize, Guard), i32> {
    let mut size = place.sizes.1;
    if place.head != 0 {
        Region::new(place.out, place.head)?;
        // SAFETY: not NULL.
        size = unsafe { struct_size(place.out, place.sizes)? };
    }
    let out = Region::new(place.out, size)?;
    let workspace = Region::new(workspace.ptr, workspace.cap)?;
    let guard = Guard::new([out, workspace]).ok_or(TOKENMINT_ERR_OVERLAP)?;
    Ok((size, guard))
}

/// One for all functions: a device pays for it once.
#[inline(never)]
fn judge(body: &mut dyn Body<(), ()>) -> i32 {
    let result = match Guard::new([Region::EMPTY; 2]) {
        Some(guard) => body.run(&guard, &mut ()),
        None => Err(Failure::call(TOKENMINT_ERR_OVERLAP)),
    };
    stack::clear::<{ stack::HASHES }>();
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
    /// Of a call that has none.
    const NONE: Self = Self {
        ptr: null_mut(),
        cap: 0,
    };

    /// The bytes, zeroed; whatever they were, they need not be initialized.
    #[inline(never)] // Whatever reads a token needs them.
    pub(crate) fn bytes(&mut self) -> &mut [u8] {
        if self.cap == 0 {
            return &mut [];
        }
        // SAFETY: `open` made sure that it is there and that nothing overlaps
        // it; it is lent with `self`, and its bytes are initialized first.
        unsafe {
            self.ptr.write_bytes(0, self.cap);
            slice::from_raw_parts_mut(self.ptr, self.cap)
        }
    }
}
