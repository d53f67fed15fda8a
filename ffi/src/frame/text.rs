//! Calls that write a text.

use core::ffi::c_char;
use core::mem::size_of;
use core::slice;

use tokenmint::Error;
use tokenmint::output::Output;

use super::call::Call;
use super::given::{Arguments, Door, enter, function};
use super::guard::{Guard, Region};
use super::stack;
use crate::status::{Failure, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_ERR_OVERLAP, TOKENMINT_OK};

/// What a call gives: a text and its length.
#[derive(Clone, Copy)]
pub(crate) struct Text {
    out: *mut c_char,
    cap: usize,
    len: *mut usize,
}

/// What a call gives: bytes and their number, and no NUL.
pub(crate) struct Bytes {
    out: *mut u8,
    cap: usize,
    len: *mut usize,
}

impl Call<Text> {
    pub(crate) const fn text(out: *mut c_char, cap: usize, len: *mut usize) -> Self {
        Self(Text { out, cap, len })
    }

    /// Runs `body`, which gets what the call is given, writes a text and gives its
    /// length, and settles the output: NUL and zeros after the text, or zeros only
    /// after an error.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn with<A, F>(self, mut given: A, _body: F) -> i32
    where
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut Buffer) -> Result<usize, Failure> + Copy,
    {
        let door = const { &Door::new(A::KINDS, written::<A, F>) };
        // SAFETY: the same promise; the door is one for these arguments.
        unsafe { self.through((&raw mut given).cast(), door) }
    }

    /// [`Call::with`], for a body that needs more stack, of which `WORDS` are
    /// cleared.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn with_deep<const WORDS: usize, A, F>(self, mut given: A, _body: F) -> i32
    where
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut Buffer) -> Result<usize, Failure> + Copy,
    {
        let door = const { &Door::new(A::KINDS, written::<A, F>) };
        // SAFETY: the same promise; the door is one for these arguments.
        unsafe { self.through_deep::<WORDS>((&raw mut given).cast(), door) }
    }

    /// # Safety
    ///
    /// The pointer rules of the crate, and the door is one for what is given.
    pub(crate) unsafe fn through(self, given: *mut (), door: *const Door) -> i32 {
        let Text { out, cap, len } = self.0;
        // SAFETY: the same promise.
        unsafe { write_text(out, cap, len, given, door) }
    }

    /// # Safety
    ///
    /// As [`Call::through`].
    pub(crate) unsafe fn through_deep<const WORDS: usize>(
        self,
        given: *mut (),
        door: *const Door,
    ) -> i32 {
        let Text { out, cap, len } = self.0;
        // SAFETY: the same promise.
        let status = unsafe { write(out.cast(), cap, len, given, door, 1) };
        stack::clear::<WORDS>();
        status
    }
}

impl Call<Bytes> {
    pub(crate) const fn bytes(out: *mut u8, cap: usize, len: *mut usize) -> Self {
        Self(Bytes { out, cap, len })
    }

    /// Runs `body`, which writes bytes and gives their number, and settles the
    /// output: zeros after the bytes, or zeros only after an error.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(crate) unsafe fn with<A, F>(self, mut given: A, _body: F) -> i32
    where
        A: Arguments,
        F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut Buffer) -> Result<usize, Failure> + Copy,
    {
        let Bytes { out, cap, len } = self.0;
        let door = const { &Door::new(A::KINDS, written::<A, F>) };
        // SAFETY: the same promise; the door is one for these arguments.
        unsafe { write(out, cap, len, (&raw mut given).cast(), door, 0) }
    }
}

/// The step of a body that writes.
unsafe fn written<A, F>(
    given: *const (),
    guard: &Guard,
    on: *mut (),
    _: *const Door,
) -> Result<usize, Failure>
where
    A: Arguments,
    F: for<'a> Fn(A::Read<'a>, &'a Guard, &mut Buffer) -> Result<usize, Failure> + Copy,
{
    // SAFETY: `with` gives arguments, and `write` a buffer.
    unsafe { function::<F>()(given.cast::<A>().read().read(), guard, &mut *on.cast()) }
}

/// What most functions share beside [`write`]: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate, and the door is one for what is given.
#[inline(never)]
unsafe fn write_text(
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
    given: *mut (),
    door: *const Door,
) -> i32 {
    // SAFETY: the same promise.
    let status = unsafe { write(out.cast(), out_cap, out_len, given, door, 1) };
    stack::clear::<{ stack::HASHES }>();
    status
}

/// One for all functions, whose bodies are the only code of their own: a device
/// pays for a frame once.
///
/// # Safety
///
/// The pointer rules of the crate, for the buffer as for the length, and the door
/// is one for what is given.
#[inline(never)]
unsafe fn write(
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
    given: *mut (),
    door: *const Door,
    nul: usize,
) -> i32 {
    let mut buffer = Buffer::new(out, out_cap, nul);
    let mut guard = Guard::NONE;
    let result = open(&buffer, out_len, &mut guard).and_then(|()| {
        // SAFETY: the same promise.
        unsafe { enter(given, &guard, (&raw mut buffer).cast(), door) }
    });
    // SAFETY: the same promise; no reference into the buffer is left.
    unsafe { close(&buffer, out_len, result) }
}

/// What inputs may not overlap, if the outputs themselves are sound.
fn open(buffer: &Buffer, out_len: *mut usize, guard: &mut Guard) -> Result<(), Failure> {
    let out = Region::new(buffer.ptr, buffer.cap).map_err(Failure::hands_off)?;
    let len = Region::new(out_len, size_of::<usize>())
        .map_err(|_| Failure::call(TOKENMINT_ERR_NULL_POINTER))?;
    if guard.set([out, len]) {
        Ok(())
    } else {
        Err(Failure::hands_off(TOKENMINT_ERR_OVERLAP))
    }
}

/// # Safety
///
/// `buffer` is writable unless the failure says otherwise, `out_len` unless it
/// is NULL or overlaps.
unsafe fn close(buffer: &Buffer, out_len: *mut usize, result: Result<usize, Failure>) -> i32 {
    let (status, len, written) = match result {
        Ok(len) => (TOKENMINT_OK, len, len),
        Err(failure) => {
            let needed = failure.needed();
            let needed = needed.map_or(0, |needed| needed.saturating_add(buffer.nul));
            let kept = if failure.wipes() { 0 } else { buffer.cap };
            (failure.status(), needed, kept)
        }
    };
    debug_assert!(written <= buffer.cap, "a body wrote past its buffer");
    // SAFETY: the buffer has `cap` bytes, `written` is at most that; the place
    // of the length is not NULL, and if it overlapped, the status says so.
    unsafe {
        let rest = buffer.cap.saturating_sub(written);
        buffer.ptr.wrapping_add(written).write_bytes(0, rest);
        if status != TOKENMINT_ERR_OVERLAP && !out_len.is_null() {
            out_len.write_unaligned(len);
        }
    }
    status
}

/// A caller's buffer, with room for a NUL at its end.
#[derive(Debug)]
pub(crate) struct Buffer {
    ptr: *mut u8,
    cap: usize,
    nul: usize,
}

impl Buffer {
    const fn new(ptr: *mut u8, cap: usize, nul: usize) -> Self {
        Self { ptr, cap, nul }
    }

    /// The bytes, zeroed; whatever they were, they need not be initialized.
    #[inline(never)] // Whatever writes needs them.
    pub(crate) fn bytes(&mut self) -> &mut [u8] {
        match self.cap.checked_sub(self.nul) {
            None | Some(0) => &mut [],
            // SAFETY: `open` made sure that nothing overlaps the buffer, which
            // is lent with `self`; its bytes are initialized first.
            Some(len) => unsafe {
                self.ptr.write_bytes(0, self.cap);
                slice::from_raw_parts_mut(self.ptr, len)
            },
        }
    }

    /// The first `capacity` of them.
    #[inline(never)] // As well.
    fn room(&mut self, capacity: usize) -> Option<&mut [u8]> {
        self.bytes().get_mut(..capacity)
    }
}

impl Output for &mut Buffer {
    /// The length of the text.
    type Text = usize;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<usize, Error> {
        let too_small = Error::BufferTooSmall { needed: capacity };
        let len = write(self.room(capacity).ok_or(too_small)?)?;
        debug_assert!(len <= capacity, "a length past the capacity");
        (len <= capacity).then_some(len).ok_or(too_small)
    }
}

/// Copies bytes that are there already.
pub(crate) fn put(bytes: &[u8], out: &mut Buffer) -> Result<usize, Error> {
    let needed = bytes.len();
    let too_small = Error::BufferTooSmall { needed };
    // (`copy_from_slice` would do the same and link a panic.)
    let room = out.room(needed).ok_or(too_small)?;
    for (to, from) in room.iter_mut().zip(bytes) {
        *to = *from;
    }
    Ok(needed)
}

/// Copies a text that is there already.
pub(crate) fn copy(text: &[u8], out: &mut Buffer) -> Result<usize, Error> {
    out.write_text(text.len(), |buffer| {
        let mut writer = tokenmint::output::Writer::new(buffer);
        writer.put(text);
        writer.finish().map(|text| text.len())
    })
}
