//! Calls that fill a struct, with or without a workspace, and calls that only
//! judge.

use core::marker::PhantomData;
use core::mem::{MaybeUninit, size_of};
use core::ptr::null_mut;
use core::slice;

use super::guard::{Guard, Params, Plain, Region, struct_size};
use super::stack;
use crate::status::{Failure, TOKENMINT_ERR_OVERLAP, TOKENMINT_OK};

/// Runs `body`, which sets members of the struct that it is given, and copies
/// that to `info`, as much of it as the caller's version has; zeros after an
/// error. What the body leaves out is zero.
///
/// # Safety
///
/// The pointer rules of the crate, for `info` and for the workspace.
pub(crate) unsafe fn fill<T: Params>(
    info: *mut T,
    workspace: *mut u8,
    workspace_cap: usize,
    body: impl FnMut(&Guard, Workspace, &mut T) -> Result<(), Failure>,
) -> i32 {
    let mut value = MaybeUninit::<T>::uninit();
    let place = Place {
        out: info.cast(),
        value: value.as_mut_ptr().cast(),
        sizes: (T::FIRST_SIZE, size_of::<T>()),
        head: size_of::<usize>(),
    };
    let workspace = Workspace {
        ptr: workspace,
        cap: workspace_cap,
    };
    // SAFETY: the same promise; the place is of the type of the body.
    unsafe { write(&place, workspace, &mut Typed(body, PhantomData)) }
}

/// The same for an item that has no size of its own and no workspace.
///
/// # Safety
///
/// The pointer rules of the crate.
pub(crate) unsafe fn put<T: Plain>(
    item: *mut T,
    mut body: impl FnMut(&Guard, &mut T) -> Result<(), Failure>,
) -> i32 {
    let mut value = MaybeUninit::<T>::uninit();
    let place = Place {
        out: item.cast(),
        value: value.as_mut_ptr().cast(),
        sizes: (size_of::<T>(), size_of::<T>()),
        head: 0,
    };
    let body = move |guard: &Guard, _: Workspace, item: &mut T| body(guard, item);
    // SAFETY: the same promise; the place is of the type of the body.
    unsafe { write(&place, Workspace::NONE, &mut Typed(body, PhantomData)) }
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

/// A body as an object, whatever its type of value. No trait of closures, for
/// the reason that the frame of a text has.
trait Body {
    /// # Safety
    ///
    /// `value` has the type of the body.
    unsafe fn run(
        &mut self,
        guard: &Guard,
        workspace: Workspace,
        value: *mut u8,
    ) -> Result<(), Failure>;
}

struct Typed<F, T>(F, PhantomData<T>);

impl<T, F> Body for Typed<F, T>
where
    F: FnMut(&Guard, Workspace, &mut T) -> Result<(), Failure>,
{
    unsafe fn run(
        &mut self,
        guard: &Guard,
        workspace: Workspace,
        value: *mut u8,
    ) -> Result<(), Failure> {
        // SAFETY: by contract.
        (self.0)(guard, workspace, unsafe { &mut *value.cast() })
    }
}

/// One for all types: a device pays for the frame once.
///
/// # Safety
///
/// The pointer rules of the crate, and the value of the place has the type of
/// the body, which zeros are a value of.
#[inline(never)]
unsafe fn write(place: &Place, workspace: Workspace, body: &mut dyn Body) -> i32 {
    // SAFETY: the same promise.
    let (size, guard) = match unsafe { open(place, &workspace) } {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let (from, to) = (
        place.value.wrapping_add(place.head),
        place.out.wrapping_add(place.head),
    );
    let len = size.saturating_sub(place.head);
    // SAFETY: the value has the larger of the sizes, the output has `size`
    // bytes, of which the head stays.
    unsafe {
        place.value.write_bytes(0, place.sizes.1);
        match body.run(&guard, workspace, place.value) {
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

/// Runs `body`, which writes nothing.
pub(crate) fn check(mut body: impl FnMut(&Guard) -> Result<(), Failure>) -> i32 {
    judge(&mut body)
}

/// As [`Body`], of a call that writes nothing.
trait Judge {
    fn run(&mut self, guard: &Guard) -> Result<(), Failure>;
}

impl<F: FnMut(&Guard) -> Result<(), Failure>> Judge for F {
    fn run(&mut self, guard: &Guard) -> Result<(), Failure> {
        self(guard)
    }
}

/// One for all functions: a device pays for it once.
#[inline(never)]
fn judge(body: &mut dyn Judge) -> i32 {
    let result = match Guard::new([Region::EMPTY; 2]) {
        Some(guard) => body.run(&guard),
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
