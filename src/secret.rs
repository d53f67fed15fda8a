//! Bytes that are wiped when dropped and never printed.

use core::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

/// `N` secret bytes: `Debug` shows none of them, drop wipes them.
#[derive(Clone)]
#[repr(align(4))] // A device copies words, not bytes.
pub struct Secret<const N: usize>([u8; N]);

impl<const N: usize> Secret<N> {
    /// Takes over `bytes`; the caller's own copy is the caller's to wipe.
    #[must_use]
    pub const fn new(bytes: [u8; N]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the one call that needs them.
    #[must_use]
    pub const fn expose(&self) -> &[u8; N] {
        &self.0
    }

    /// The bytes to write a derived secret into.
    pub const fn expose_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Zeroize for Secret<N> {
    fn zeroize(&mut self) {
        wipe(&mut self.0);
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

/// Overwrites `bytes` with zeros that no optimizer leaves out. Out of line: a
/// device has it once.
#[inline(never)]
pub(crate) fn wipe(bytes: &mut [u8]) {
    bytes.zeroize();
}

impl<const N: usize> fmt::Debug for Secret<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret<{N}>(redacted)")
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use super::*;

    #[test]
    fn a_wiped_secret_is_zeros() {
        let mut secret = Secret::new(*b"abcd");
        secret.zeroize();
        assert_eq!(secret.expose(), &[0; 4]);
    }

    #[test]
    fn debug_shows_nothing() {
        let text = alloc::format!("{:?}", Secret::new(*b"abcd"));
        assert_eq!(text, "Secret<4>(redacted)");
    }
}
