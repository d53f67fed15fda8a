//! Randomness drawn in blocks: one question to the operating system a token
//! would take longer than the rest of the token does in bulk.

use core::fmt;

use super::fill;
use crate::Error;

/// Bytes of a block.
const LEN: usize = 1024;

/// What is left of a block of randomness. None of it is handed out twice, but a
/// copy of the process (`fork`) has the same bytes left.
pub struct Block {
    bytes: [u8; LEN],
    used: usize,
}

impl Block {
    /// Nothing is drawn before it is needed.
    #[must_use]
    pub const fn from_os() -> Self {
        Self {
            bytes: [0; LEN],
            used: LEN,
        }
    }

    /// The next `N` bytes, of which there are at most a block.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when there are none to give.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        const { assert!(N <= LEN) };
        if let Some(bytes) = self.next() {
            return Ok(bytes);
        }
        fill(&mut self.bytes)?;
        self.used = 0;
        self.next().ok_or(Error::NoRandomness)
    }

    fn next<const N: usize>(&mut self) -> Option<[u8; N]> {
        let bytes = self.bytes.get(self.used..)?.first_chunk()?;
        self.used = self.used.saturating_add(N);
        Some(*bytes)
    }
}

impl fmt::Debug for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Block(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_bytes_are_given_twice_across_blocks() {
        let mut block = Block::from_os();
        let drawn: HashSet<[u8; 20]> = (0..1_000).map(|_| block.bytes().unwrap()).collect();
        assert_eq!(drawn.len(), 1_000);
        assert!(!drawn.contains(&[0; 20]));
        // A whole block, and nothing.
        assert_ne!(block.bytes::<LEN>().unwrap(), block.bytes::<LEN>().unwrap());
        assert_eq!(block.bytes(), Ok([]));
    }
}
