//! What a board brings to a conversation, as the traits that drivers share: a
//! serial line, time, random numbers, a page that outlives a power cut.
//!
//! The emulated boards have no hardware for the last two: the page is a file of
//! the debugger, and random numbers are those of its machine. On a device the
//! page is one of its flash, written alternately with a second one, and the
//! numbers come from its generator.

use core::convert::Infallible;

use embedded_hal::delay::DelayNs;
use embedded_io::{ErrorType, Read, ReadReady, Write};
use semihosting::fs::{self, File};
use semihosting::io::{self, Read as _};

#[cfg_attr(feature = "mps2-an386", path = "chips/mps2_an386.rs")]
#[cfg_attr(feature = "virt", path = "chips/virt.rs")]
mod chip;

/// Milliseconds since the start; begins again after 49 days.
pub(crate) use chip::millis;

/// The first serial line.
pub(crate) struct Line(());

impl Line {
    /// The line, switched on.
    pub(crate) fn start() -> Self {
        chip::start();
        Self(())
    }
}

impl ErrorType for Line {
    type Error = Infallible;
}

impl ReadReady for Line {
    fn read_ready(&mut self) -> Result<bool, Infallible> {
        Ok(chip::has_byte())
    }
}

impl Read for Line {
    fn read(&mut self, bytes: &mut [u8]) -> Result<usize, Infallible> {
        let mut len = 0;
        for place in bytes {
            // At least one.
            while len == 0 && !chip::has_byte() {}
            if !chip::has_byte() {
                break;
            }
            *place = chip::take_byte();
            len += 1;
        }
        Ok(len)
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Infallible> {
        for byte in bytes {
            while chip::is_full() {}
            chip::put_byte(*byte);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

/// Waits by looking at the clock.
pub(crate) struct Clock;

impl DelayNs for Clock {
    fn delay_ns(&mut self, ns: u32) {
        let (begin, wait) = (millis(), ns.div_ceil(1_000_000));
        while millis().wrapping_sub(begin) < wait {}
    }
}

/// From a source that is not predictable.
pub(crate) fn random() -> io::Result<u32> {
    let mut bytes = [0; 4];
    load(c"/dev/urandom", &mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

const PAGE: &core::ffi::CStr = c"page.bin";

/// What was stored, if anything was.
pub(crate) fn load_page<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    load(PAGE, &mut bytes).ok()?;
    Some(bytes)
}

pub(crate) fn store_page(bytes: &[u8]) -> io::Result<()> {
    fs::write(PAGE, bytes)
}

fn load(file: &core::ffi::CStr, bytes: &mut [u8]) -> io::Result<()> {
    File::open(file)?.read_exact(bytes)
}
