//! The panic handler of an image that is all C otherwise.

/// Halts: there is nobody to tell.
#[panic_handler]
fn halt(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}
