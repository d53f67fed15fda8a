//! What the module exports: a buffer that the host fills and reads.
//!
//! ```text
//! at = room(len)       the host writes the request there, in UTF-8
//! len = ask(len)       it is answered
//! at = result()        the host reads `len` bytes there
//! wipe()               nothing of it stays in memory
//! ```

// The names have to stay as they are; nothing else here is unsafe.
#![allow(unsafe_code)]

use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroize;

/// Request or answer.
static BUFFER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn buffer() -> MutexGuard<'static, Vec<u8>> {
    BUFFER.lock().unwrap_or_else(PoisonError::into_inner)
}

fn put(buffer: &mut Vec<u8>, bytes: Vec<u8>) {
    buffer.zeroize();
    *buffer = bytes;
}

/// Room for a request of `len` bytes.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn room(len: usize) -> *mut u8 {
    let mut buffer = buffer();
    put(&mut buffer, vec![0; len]);
    buffer.as_mut_ptr()
}

/// Answers the request in the buffer; the length of the answer.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn ask() -> usize {
    let mut buffer = buffer();
    let answer = match core::str::from_utf8(&buffer) {
        Ok(request) => crate::answer(request),
        Err(_) => crate::answer(""),
    };
    put(&mut buffer, answer.into_bytes());
    buffer.len()
}

/// Where the answer is.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn result() -> *const u8 {
    buffer().as_ptr()
}

/// Clears the buffer.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn wipe() {
    put(&mut buffer(), Vec::new());
}
