//! What a call has left on the stack, cleared: keys are wiped where they live,
//! but not where a hash or a cipher copied them while it worked.
//!
//! A call does its work in a function of its own, and then as much of the stack
//! is cleared as that may have used; not more, so that a device needs no larger
//! stack for it. `cargo xtask secrets` looks at what is left.

use core::mem::MaybeUninit;
use core::ptr;

/// Whether hashes and ciphers are written out: those take more.
const WRITTEN_OUT: bool = cfg!(feature = "unrolled-hashes");

/// Words below the frame of a call that computes keyed hashes.
pub(crate) const HASHES: usize = if WRITTEN_OUT { 414 } else { 294 };
/// Words below a hook that encrypts by AES-CBC: round keys are made there, in two
/// places.
pub(crate) const CBC: usize = if WRITTEN_OUT { 184 } else { 178 };
/// Words below a hook that encrypts by AES-GCM.
pub(crate) const GCM: usize = if WRITTEN_OUT { 470 } else { 300 };
/// Words below a call that decrypts by either.
pub(crate) const OPEN: usize = if WRITTEN_OUT { 780 } else { 556 };
/// Words below one that signs a request with many parts.
pub(crate) const REQUEST: usize = if WRITTEN_OUT { 456 } else { 346 };
/// Words below one that signs with ES256.
pub(crate) const CURVE: usize = 972;
/// Words below one that takes the key for that out of its PEM text.
pub(crate) const PEM: usize = 1072;

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
