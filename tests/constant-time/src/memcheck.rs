//! Requests to valgrind's memcheck. Without valgrind they do nothing.
//!
//! Source: `valgrind/valgrind.h` and `valgrind/memcheck.h`: a request is four
//! rotations that together change nothing, and an exchange that does nothing.

use std::arch::asm;

const TOOL: usize = (b'M' as usize) << 24 | (b'C' as usize) << 16;
const MAKE_UNDEFINED: usize = TOOL + 1;
const MAKE_DEFINED: usize = TOOL + 2;
const RUNNING_ON_VALGRIND: usize = 0x1001;

#[cfg(target_arch = "x86_64")]
fn request(code: usize, start: usize, len: usize) -> usize {
    let arguments = [code, start, len, 0, 0, 0];
    let mut result = 0_usize;
    // SAFETY: on a processor the instructions change nothing but flags;
    // valgrind reads the arguments and writes the result to `rdx`.
    unsafe {
        asm!(
            "rol rdi, 3",
            "rol rdi, 13",
            "rol rdi, 61",
            "rol rdi, 51",
            "xchg rbx, rbx",
            in("rax") arguments.as_ptr(),
            inout("rdx") result,
            inout("rdi") 0_usize => _,
        );
    }
    result
}

pub fn is_watching() -> bool {
    request(RUNNING_ON_VALGRIND, 0, 0) > 0
}

/// From here on, a branch on the bytes of `value`, or an address computed from
/// them, is reported.
pub fn secret<T: ?Sized>(value: &T) {
    let place = std::ptr::from_ref(value).cast::<u8>();
    request(MAKE_UNDEFINED, place.addr(), size_of_val(value));
}

/// What is public from here on.
pub fn public<T: ?Sized>(value: &T) {
    let place = std::ptr::from_ref(value).cast::<u8>();
    request(MAKE_DEFINED, place.addr(), size_of_val(value));
}
