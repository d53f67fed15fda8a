//! Reading what a caller points to.

use core::ffi::c_char;
use core::mem::{MaybeUninit, size_of};
use core::ptr::{NonNull, null};
use core::slice;

use super::given::{Kinds, Pair, known_bytes};
use super::utf8;
use crate::status::{
    Failure, TOKENMINT_ERR_BAD_LENGTH, TOKENMINT_ERR_BAD_STRUCT_SIZE, TOKENMINT_ERR_INVALID_UTF8,
    TOKENMINT_ERR_NULL_POINTER, TOKENMINT_ERR_OVERLAP,
};

/// A text in a list: `len` bytes of UTF-8 at `data`, no NUL needed. `data` is
/// NULL only when `len` is 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_text {
    /// The bytes.
    pub data: *const c_char,
    /// How many.
    pub len: usize,
}

impl tokenmint_text {
    pub(crate) const fn new(data: *const c_char, len: usize) -> Self {
        Self { data, len }
    }
}

/// A type that any initialized bytes are a value of, zeros included.
///
/// # Safety
///
/// `repr(C)`, of integers, raw pointers and optional function pointers only.
pub(crate) unsafe trait Plain: Copy {}

/// A struct whose first member is `struct_size`.
///
/// # Safety
///
/// As [`Plain`], its first member is a `usize`, and what [`Self::KINDS`] calls a
/// text or bytes is a pointer and its length.
pub(crate) unsafe trait Params: Plain {
    /// Its size when it was first published. Later members come after it, not
    /// into padding, so the first version has none at its end.
    const FIRST_SIZE: usize;

    /// Its texts and bytes, which [`Guard::read`] looks at.
    const KINDS: Kinds = Kinds::NONE;
}

/// What [`Guard::read`] needs to know of a type.
struct Shape {
    /// Of the first version, and of the current one.
    sizes: (usize, usize),
    kinds: Kinds,
}

// SAFETY: a pointer and an integer.
unsafe impl Plain for tokenmint_text {}
// SAFETY: an integer.
unsafe impl Plain for u8 {}

/// A range of addresses. Empty ones overlap nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region {
    start: usize,
    end: usize,
}

impl Region {
    pub(crate) const EMPTY: Self = Self { start: 0, end: 0 };

    /// The status tells why there is no such range: NULL, or too long.
    pub(crate) fn new<T>(ptr: *const T, len: usize) -> Result<Self, i32> {
        if len == 0 {
            return Ok(Self::EMPTY);
        }
        if isize::try_from(len).is_err() {
            return Err(TOKENMINT_ERR_BAD_LENGTH);
        }
        if ptr.is_null() {
            return Err(TOKENMINT_ERR_NULL_POINTER);
        }
        let start = ptr.addr();
        let end = start.checked_add(len).ok_or(TOKENMINT_ERR_BAD_LENGTH)?;
        Ok(Self { start, end })
    }

    pub(crate) const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The outputs of a call, which no input may overlap.
#[derive(Debug)]
pub(crate) struct Guard {
    outputs: [Region; 2],
}

impl Guard {
    pub(super) const NONE: Self = Self {
        outputs: [Region::EMPTY; 2],
    };

    /// `None` when the outputs overlap each other.
    pub(crate) fn new(outputs: [Region; 2]) -> Option<Self> {
        let mut it = Self::NONE;
        it.set(outputs).then_some(it)
    }

    /// [`Guard::new`], in place: a device copies nothing. Whether they do not
    /// overlap each other.
    pub(super) const fn set(&mut self, outputs: [Region; 2]) -> bool {
        self.outputs = outputs;
        let [a, b] = outputs;
        !a.overlaps(b)
    }

    #[inline(never)]
    fn admit_list(&self, ptr: *const u8, count: usize, stride: usize) -> Result<(), Failure> {
        let too_long = Failure::call(TOKENMINT_ERR_BAD_LENGTH);
        self.admit_bytes(ptr, count.checked_mul(stride).ok_or(too_long)?)
    }

    #[inline(never)]
    pub(super) fn admit_bytes(&self, ptr: *const u8, len: usize) -> Result<(), Failure> {
        let region = Region::new(ptr, len).map_err(Failure::call)?;
        if self.outputs.iter().any(|output| region.overlaps(*output)) {
            return Err(Failure::hands_off(TOKENMINT_ERR_OVERLAP));
        }
        Ok(())
    }

    /// The bytes at `ptr`.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn bytes(&self, ptr: *const u8, len: usize) -> Result<&[u8], Failure> {
        // SAFETY: the same promise, of which the guard is a part.
        unsafe { self.find_bytes(ptr, len).bytes() }
    }

    #[inline(never)]
    unsafe fn find_bytes(&self, ptr: *const u8, len: usize) -> Found {
        match self.admit_bytes(ptr, len) {
            Ok(()) if len == 0 => Found::some(&[]),
            // SAFETY: not NULL, within the address space, no output overlaps
            // it; the rest is the caller's promise.
            Ok(()) => Found::some(unsafe { slice::from_raw_parts(ptr, len) }),
            Err(failure) => Found::none(failure),
        }
    }

    /// The text at `ptr`.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn text(&self, ptr: *const c_char, len: usize) -> Result<&str, Failure> {
        // SAFETY: the same promise, of which the guard is a part; what is found
        // is a text.
        unsafe {
            let bytes = self.find_text(ptr, len).bytes()?;
            Ok(str::from_utf8_unchecked(bytes))
        }
    }

    #[inline(never)]
    unsafe fn find_text(&self, ptr: *const c_char, len: usize) -> Found {
        // SAFETY: the same promise.
        match unsafe { self.bytes(ptr.cast(), len) } {
            Ok(bytes) if utf8::is_text(bytes) => Found::some(bytes),
            Ok(_) => Found::none(Failure::call(TOKENMINT_ERR_INVALID_UTF8)),
            Err(failure) => Found::none(failure),
        }
    }

    /// A copy of the struct at `ptr`, in `place`; what a caller of an earlier
    /// version does not have is zero. (Where a struct is returned, a device
    /// takes all members in hand at once.)
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn read<'p, T: Params>(
        &self,
        ptr: *const T,
        place: &'p mut MaybeUninit<T>,
    ) -> Result<&'p T, Failure> {
        let shape = const {
            &Shape {
                sizes: (T::FIRST_SIZE, size_of::<T>()),
                kinds: T::KINDS,
            }
        };
        // SAFETY: the same promise; any bytes are a value of a plain type, and
        // all of them are written.
        unsafe {
            self.read_shape(ptr.cast(), shape, place.as_mut_ptr().cast())?;
            Ok(place.assume_init_ref())
        }
    }

    /// Copies the struct at `ptr` to `place`, which has the current size, and zeros
    /// after it.
    #[inline(never)]
    unsafe fn read_shape(
        &self,
        ptr: *const u8,
        shape: &Shape,
        place: *mut u8,
    ) -> Result<(), Failure> {
        // SAFETY: the promise of the caller; the size is at most that of the place,
        // which is of the type of the shape.
        unsafe {
            let size = self.struct_size(ptr, shape.sizes)?;
            self.admit_bytes(ptr, size)?;
            place.write_bytes(0, shape.sizes.1);
            ptr.copy_to_nonoverlapping(place, size);
            self.admit(place.cast(), shape.kinds)
        }
    }

    /// Looks at what the words at `place` point to. Bytes that are none get a
    /// pointer that is not NULL, so that whoever reads them need not ask.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate; `place` is writable, aligned for a word, and
    /// of a type that has these kinds.
    #[inline(never)]
    pub(super) unsafe fn admit(&self, place: *mut (), kinds: Kinds) -> Result<(), Failure> {
        let mut place = place.cast::<Pair>();
        let mut rest = kinds;
        while rest != Kinds::NONE {
            let (kind, others) = rest.split();
            if kind != Kinds::NONE {
                // SAFETY: there is a pair.
                let Pair { data, len } = unsafe { place.read() };
                self.admit_bytes(data, len)?;
                if data.is_null() {
                    if kind != Kinds::TEXT_OR_NULL {
                        // SAFETY: as well.
                        unsafe { (&raw mut (*place).data).write(NonNull::dangling().as_ptr()) };
                    }
                } else if kind != Kinds::BYTES {
                    // SAFETY: admitted, and not NULL.
                    if !utf8::is_text(unsafe { known_bytes(data, len) }) {
                        return Err(Failure::call(TOKENMINT_ERR_INVALID_UTF8));
                    }
                }
            }
            place = place.wrapping_byte_add(size_of::<usize>());
            rest = others;
        }
        Ok(())
    }

    /// The `struct_size` of the struct at `ptr`.
    unsafe fn struct_size(&self, ptr: *const u8, sizes: (usize, usize)) -> Result<usize, Failure> {
        self.admit_bytes(ptr, size_of::<usize>())?;
        // SAFETY: admitted; `struct_size` comes first.
        unsafe { struct_size(ptr, sizes) }.ok_or(Failure::call(TOKENMINT_ERR_BAD_STRUCT_SIZE))
    }

    /// The `count` elements at `ptr`.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn list<T: Plain>(
        &self,
        ptr: *const T,
        count: usize,
    ) -> Result<impl Iterator<Item = T>, Failure> {
        self.admit_list(ptr.cast(), count, size_of::<T>())?;
        Ok((0..count).map_while(move |at| {
            // SAFETY: the range has just been admitted.
            unsafe { self.item(ptr, count, at) }
        }))
    }

    /// The element at place `at` of the `count` elements at `ptr`.
    ///
    /// # Safety
    ///
    /// [`Guard::list`] took the same list.
    pub(crate) unsafe fn item<T: Plain>(
        &self,
        ptr: *const T,
        count: usize,
        at: usize,
    ) -> Option<T> {
        // SAFETY: element `at` lies within the admitted range.
        (at < count).then(|| unsafe { copy(ptr.wrapping_add(at).cast(), size_of::<T>()) })
    }

    /// The `count` structs at `ptr`, all of the size that the first one names.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn structs<T: Params>(
        &self,
        ptr: *const T,
        count: usize,
    ) -> Result<impl Iterator<Item = Result<T, Failure>>, Failure> {
        let sizes = (T::FIRST_SIZE, size_of::<T>());
        let admit = |stride: usize| self.admit_list(ptr.cast(), count, stride);
        // A count that no list has is refused before the list is looked at.
        admit(T::FIRST_SIZE)?;
        let mut stride = 0;
        if count > 0 {
            // SAFETY: the same promise.
            stride = unsafe { self.struct_size(ptr.cast(), sizes)? };
        }
        admit(stride)?;
        Ok((0..count).map(move |at| {
            let ptr = ptr.wrapping_byte_add(at.wrapping_mul(stride));
            // SAFETY: element `at` lies within the admitted range.
            unsafe {
                if struct_size(ptr.cast(), sizes) != Some(stride) {
                    return Err(Failure::call(TOKENMINT_ERR_BAD_STRUCT_SIZE));
                }
                Ok(copy(ptr.cast(), stride))
            }
        }))
    }
}

/// Bytes, or a failure in their place. A device returns two plain words in
/// registers, and a `Result` like this one in memory, where each of the many
/// calls that read a text would have to look for it.
struct Found {
    /// Where they begin; NULL: a failure.
    start: *const u8,
    /// How many they are; without them, the failure.
    word: isize,
}

impl Found {
    const fn some(bytes: &[u8]) -> Self {
        Self {
            start: bytes.as_ptr(),
            word: bytes.len().cast_signed(),
        }
    }

    const fn none(failure: Failure) -> Self {
        Self {
            start: null(),
            word: failure.word(),
        }
    }

    /// # Safety
    ///
    /// The bytes that have been found are there for `'b`.
    unsafe fn bytes<'b>(self) -> Result<&'b [u8], Failure> {
        if self.start.is_null() {
            return Err(Failure::from_word(self.word));
        }
        // SAFETY: they come from a slice.
        Ok(unsafe { slice::from_raw_parts(self.start, self.word.cast_unsigned()) })
    }
}

/// The `struct_size` of the struct at `ptr`, if it is one of the sizes from the
/// first version to the current one.
///
/// # Safety
///
/// `ptr` points to a `usize`, perhaps unaligned.
pub(super) unsafe fn struct_size(
    ptr: *const u8,
    (first, current): (usize, usize),
) -> Option<usize> {
    // SAFETY: by contract.
    let size = unsafe { ptr.cast::<usize>().read_unaligned() };
    Some(size).filter(|size| (first..=current).contains(size))
}

/// The first `size` bytes at `ptr`, followed by zeros.
///
/// # Safety
///
/// `ptr` points to `size` bytes, which is at most the size of `T`.
unsafe fn copy<T: Plain>(ptr: *const u8, size: usize) -> T {
    let mut value = MaybeUninit::<T>::zeroed();
    // SAFETY: both sides have `size` bytes and `value` is new; any bytes are a
    // value of a plain type.
    unsafe {
        ptr.copy_to_nonoverlapping(value.as_mut_ptr().cast(), size);
        value.assume_init()
    }
}

#[cfg(test)]
mod tests {
    use core::mem::offset_of;

    use super::*;

    /// A struct that grew by one member.
    #[repr(C)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Grown {
        struct_size: usize,
        first: usize,
        second: usize,
    }

    // SAFETY: integers.
    unsafe impl Plain for Grown {}
    // SAFETY: `struct_size` comes first.
    unsafe impl Params for Grown {
        const FIRST_SIZE: usize = offset_of!(Self, second);
    }

    fn guard() -> Guard {
        Guard::new([Region::EMPTY; 2]).unwrap()
    }

    #[test]
    fn an_older_struct_is_read_and_the_rest_is_zero() {
        let old = [Grown::FIRST_SIZE, 7];
        let mut place = MaybeUninit::uninit();
        // SAFETY: it has the bytes that it says.
        let read = unsafe { guard().read::<Grown>(old.as_ptr().cast(), &mut place) }.unwrap();
        assert_eq!((read.first, read.second), (7, 0));
        // A list of older structs has their stride.
        let list = [Grown::FIRST_SIZE, 1, Grown::FIRST_SIZE, 2];
        let guard = guard();
        // SAFETY: the same.
        let read = unsafe { guard.structs::<Grown>(list.as_ptr().cast(), 2) };
        let read: std::vec::Vec<_> = read.unwrap().map(|item| item.unwrap().first).collect();
        assert_eq!(read, [1, 2]);
    }

    #[test]
    fn other_sizes_and_mixed_lists_are_refused() {
        let whole = size_of::<Grown>();
        for size in [0, 1, Grown::FIRST_SIZE - 1, whole + 1, usize::MAX] {
            let bad = [size, 7, 8];
            let mut place = MaybeUninit::uninit();
            // SAFETY: no more than the first member is read.
            let read = unsafe { guard().read::<Grown>(bad.as_ptr().cast(), &mut place) };
            let status = read.unwrap_err().status();
            assert_eq!(status, TOKENMINT_ERR_BAD_STRUCT_SIZE, "{size}");
        }
        let mixed = [Grown::FIRST_SIZE, 1, whole, 2, 3];
        let guard = guard();
        // SAFETY: it has the bytes that it says.
        let read = unsafe { guard.structs::<Grown>(mixed.as_ptr().cast(), 2) };
        assert!(read.unwrap().nth(1).unwrap().is_err());
    }

    #[test]
    fn a_count_that_no_list_has_is_refused_unseen() {
        let nothing = NonNull::<Grown>::dangling().as_ptr();
        for count in [isize::MAX.unsigned_abs(), usize::MAX / 8, usize::MAX] {
            // SAFETY: nothing is read.
            let read = unsafe { guard().structs::<Grown>(nothing, count).err() };
            let status = read.map(Failure::status);
            assert_eq!(status, Some(TOKENMINT_ERR_BAD_LENGTH), "{count}");
        }
    }

    #[test]
    fn regions_touch_without_overlap() {
        let memory = [0_u8; 8];
        let region = |at: usize, len| Region::new(memory[at..].as_ptr(), len).unwrap();
        assert!(region(0, 4).overlaps(region(3, 1)));
        assert!(!region(0, 4).overlaps(region(4, 4)));
        assert!(!region(2, 0).overlaps(region(0, 8)));
        let top = core::ptr::without_provenance::<u8>(usize::MAX);
        assert!(Region::new(top, 1).is_err());
    }
}
