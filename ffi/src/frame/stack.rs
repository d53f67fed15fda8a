//! What a call has left on the stack, cleared: keys are wiped where they live,
//! but not where a hash or a cipher copied them while it worked.
//!
//! A call does its work in a function of its own, and then as much of the stack
//! is cleared as that may have used; not more, so that a device needs no larger
//! stack for it. `cargo xtask secrets` looks at what is left.

use core::mem::MaybeUninit;
use core::ptr;

/// Words below the frame of a call that computes keyed hashes or AES-CBC.
pub(crate) const HASHES: usize = if cfg!(feature = "unrolled-hashes") {
    388
} else {
    316
};
/// Words below one that computes AES-GCM.
pub(crate) const GCM: usize = 424;
/// Words below one that signs a request with many parts.
pub(crate) const REQUEST: usize = 456;
/// Words below one that signs with ES256.
pub(crate) const CURVE: usize = 972;

/// Runs `work` in a frame of its own and clears `WORDS` of the stack below this
/// one.
pub(crate) fn run<const WORDS: usize, T>(work: impl FnOnce() -> T) -> T {
    let result = apart(work);
    clear::<WORDS>();
    result
}

#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// Its frame lies where those of work lay that the caller has done in functions
/// of their own.
#[inline(never)]
pub(crate) fn clear<const WORDS: usize>() {
    if cfg!(miri) {
        // There it would only take time.
        return;
    }
    let mut dead = [MaybeUninit::<usize>::uninit(); WORDS];
    for word in &mut dead {
        // SAFETY: an own variable. Volatile, since nobody reads it.
        unsafe { ptr::write_volatile(word.as_mut_ptr(), 0) };
    }
}
