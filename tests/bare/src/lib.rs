//! Every function of the library that a bare target can have, as a root of an
//! image that `cargo xtask bare` links and searches.
//!
//! A root is an `extern "C"` function whose name begins with `bare_`; the
//! linker keeps it and everything it reaches. Inputs are parameters and
//! outputs are references or results, so nothing is known at compile time and
//! nothing is optimised away. Lengths are parameters too: see [`part`].

#![no_std]

#[cfg(feature = "agora")]
mod agora;
#[cfg(feature = "ath")]
mod ath;
#[cfg(feature = "authing")]
mod authing;
mod crypto;
#[cfg(feature = "device")]
mod device;
mod wire;
#[cfg(feature = "zego")]
mod zego;

/// Where a panic would end: this symbol is in an image exactly if something
/// in it can panic.
#[unsafe(no_mangle)]
#[inline(never)]
extern "C" fn panicked() -> ! {
    loop {
        core::hint::spin_loop();
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    panicked()
}

/// The first `len` bytes of `memory`, or all.
fn part(memory: &[u8], len: usize) -> &[u8] {
    memory.get(..len).unwrap_or(memory)
}

/// As [`part`], to write into.
fn part_mut(memory: &mut [u8], len: usize) -> &mut [u8] {
    let len = len.min(memory.len());
    memory.get_mut(..len).unwrap_or_default()
}

/// As [`part`], as text.
fn text(memory: &[u8], len: usize) -> &str {
    core::str::from_utf8(part(memory, len)).unwrap_or_default()
}

/// A length or an error code, as the C ABI has it.
fn status(result: Result<usize, tokenmint::Error>) -> i32 {
    match result {
        Ok(len) => i32::try_from(len).unwrap_or(i32::MAX),
        Err(error) => error.code(),
    }
}

/// Memory of a caller.
type Memory = [u8; 1024];
