//! Calls that fill a struct, with or without a workspace, and calls that only
//! judge.

use core::mem::{MaybeUninit, size_of};
use core::ptr::null_mut;
use core::slice;

use super::call::Call;
use super::given::{Arguments, Door, Kinds, Step, enter, function};
use super::guard::{Guard, Params, Plain, Region, struct_size};
use super::stack;
use crate::status::{Failure, TOKENMINT_ERR_BAD_STRUCT_SIZE, TOKENMINT_ERR_OVERLAP, TOKENMINT_OK};

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

    /// Runs `body`, which gets what the call is given and sets members of the
    /// struct, and copies that to the caller's, as much of it as his version has;
    /// zeros after an error. What the body leaves out is zero.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn with<A, F>(self, mut given: A, _body: F) -> i32
    where
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut Workspace, &mut T) -> Result<(), Failure> + Copy,
    {
        let door = const { &Door::new(A::KINDS, filled::<A, T, F>) };
        // SAFETY: the same promise; the door is one for these arguments.
        unsafe { self.through((&raw mut given).cast(), door) }
    }

    /// [`Call::with`], for a body that captures what it is given, and reads it
    /// through the guard.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn run<F>(self, mut body: F) -> i32
    where
        F: FnMut(&Guard, &mut Workspace, &mut T) -> Result<(), Failure>,
    {
        let door = const { &Door::new(Kinds::NONE, captured::<T, F>) };
        // SAFETY: the same promise; the body is what is given.
        unsafe { self.through((&raw mut body).cast(), door) }
    }

    unsafe fn through(self, given: *mut (), door: *const Door) -> i32 {
        let Filled { info, workspace } = self.0;
        let mut value = MaybeUninit::<T>::uninit();
        let place = Place {
            out: info.cast(),
            value: value.as_mut_ptr().cast(),
            sizes: (T::FIRST_SIZE, size_of::<T>()),
            head: size_of::<usize>(),
        };
        // SAFETY: the promise of the caller; the place is of the type of the body.
        unsafe { write(&place, workspace, given, door) }
    }
}

impl<T: Plain> Call<Item<T>> {
    pub(crate) const fn item(item: *mut T) -> Self {
        Self(Item(item))
    }

    /// Runs `body`, which gets what the call is given and sets the item, and copies
    /// that to the caller's; zeros after an error.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn with<A, F>(self, mut given: A, _body: F) -> i32
    where
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut T) -> Result<(), Failure> + Copy,
    {
        let door = const { &Door::new(A::KINDS, set::<A, T, F>) };
        // SAFETY: the same promise; the door is one for these arguments.
        unsafe { self.through((&raw mut given).cast(), door) }
    }

    /// [`Call::with`], for a body that captures what it is given, and reads it
    /// through the guard.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn run<F>(self, mut body: F) -> i32
    where
        F: FnMut(&Guard, &mut T) -> Result<(), Failure>,
    {
        let mut body = |guard: &Guard, _: &mut Workspace, item: &mut T| body(guard, item);
        let door = Door::new(Kinds::NONE, captured_by::<T, _>(&body));
        // SAFETY: the same promise; the body is what is given.
        unsafe { self.through((&raw mut body).cast(), &raw const door) }
    }

    unsafe fn through(self, given: *mut (), door: *const Door) -> i32 {
        let mut value = MaybeUninit::<T>::uninit();
        let place = Place {
            out: self.0.0.cast(),
            value: value.as_mut_ptr().cast(),
            sizes: (size_of::<T>(), size_of::<T>()),
            head: 0,
        };
        // SAFETY: the promise of the caller; the place is of the type of the body.
        unsafe { write(&place, Workspace::NONE, given, door) }
    }
}

impl Call<Judged> {
    pub(crate) const fn judge() -> Self {
        Self(Judged)
    }

    /// Runs `body`, which gets what the call is given and writes nothing.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn with<A, F>(self, mut given: A, _body: F) -> i32
    where
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard) -> Result<(), Failure> + Copy,
    {
        let door = const { &Door::new(A::KINDS, judged::<A, F>) };
        // SAFETY: the same promise; the door is one for these arguments.
        unsafe { judge((&raw mut given).cast(), door) }
    }

    /// [`Call::with`], for a body that captures what it is given, and reads it
    /// through the guard.
    pub(crate) fn run<F>(self, mut body: F) -> i32
    where
        F: FnMut(&Guard) -> Result<(), Failure>,
    {
        let door = const { &Door::new(Kinds::NONE, told::<F>) };
        // SAFETY: the body is what is given.
        unsafe { judge((&raw mut body).cast(), door) }
    }
}

/// The step of a body that fills.
unsafe fn filled<A, T, F>(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut Workspace, &mut T) -> Result<(), Failure> + Copy,
{
    // SAFETY: `with` gives arguments, and `write` a place of this type.
    unsafe {
        let Made { workspace, value } = &mut *on.cast();
        let given = given.cast::<A>().read().read();
        function::<F>()(given, guard, workspace, &mut *value.cast())?;
    }
    Ok(0)
}

/// The step of a body that sets an item.
unsafe fn set<A, T, F>(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut T) -> Result<(), Failure> + Copy,
{
    // SAFETY: `with` gives arguments, and `write` a place of this type.
    unsafe {
        let given = given.cast::<A>().read().read();
        function::<F>()(given, guard, &mut *(*on.cast::<Made>()).value.cast())?;
    }
    Ok(0)
}

/// The step of a body that fills and is itself what is given.
unsafe fn captured<T, F>(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    F: FnMut(&Guard, &mut Workspace, &mut T) -> Result<(), Failure>,
{
    // SAFETY: `run` gives the body, which nobody else has now, and `write` a
    // place of this type.
    unsafe {
        let Made { workspace, value } = &mut *on.cast();
        (*given.cast_mut().cast::<F>())(guard, workspace, &mut *value.cast())?;
    }
    Ok(0)
}

/// [`captured`] for a body that has no name.
fn captured_by<T, F>(_: &F) -> Step
where
    F: FnMut(&Guard, &mut Workspace, &mut T) -> Result<(), Failure>,
{
    captured::<T, F>
}

/// The step of a body that judges.
unsafe fn judged<A, F>(
    given: *const (),
    guard: &Guard,
    _: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard) -> Result<(), Failure> + Copy,
{
    // SAFETY: `with` gives arguments.
    unsafe { function::<F>()(given.cast::<A>().read().read(), guard)? };
    Ok(0)
}

/// The step of a body that judges and is itself what is given.
unsafe fn told<F>(
    given: *const (),
    guard: &Guard,
    _: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    F: FnMut(&Guard) -> Result<(), Failure>,
{
    // SAFETY: `run` gives the body, which nobody else has now.
    unsafe { (*given.cast_mut().cast::<F>())(guard)? };
    Ok(0)
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
/// The pointer rules of the crate, the door is one for what is given and for the
/// type of the value, and zeros are a value of that.
#[inline(never)]
unsafe fn write(place: &Place, workspace: Workspace, given: *mut (), door: *const Door) -> i32 {
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
        let mut made = Made { workspace, value };
        match enter(given, &guard, (&raw mut made).cast(), door) {
            Ok(_) => {
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
        size =
            unsafe { struct_size(place.out, place.sizes) }.ok_or(TOKENMINT_ERR_BAD_STRUCT_SIZE)?;
    }
    let out = Region::new(place.out, size)?;
    let workspace = Region::new(workspace.ptr, workspace.cap)?;
    let guard = Guard::new([out, workspace]).ok_or(TOKENMINT_ERR_OVERLAP)?;
    Ok((size, guard))
}

/// One for all functions: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate, and the door is one for what is given.
#[inline(never)]
unsafe fn judge(given: *mut (), door: *const Door) -> i32 {
    let result = match Guard::new([Region::EMPTY; 2]) {
        // SAFETY: the same promise.
        Some(guard) => unsafe { enter(given, &guard, null_mut(), door) },
        None => Err(Failure::call(TOKENMINT_ERR_OVERLAP)),
    };
    stack::clear::<{ stack::HASHES }>();
    match result {
        Ok(_) => TOKENMINT_OK,
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
