//! Randomness drawn in blocks: one question to the operating system a token
//! would take longer than the rest of the token does in bulk.

#[cfg(any(feature = "agora", feature = "http"))]
use core::cell::RefCell;
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

#[cfg(any(feature = "agora", feature = "http"))]
std::thread_local! {
    static BLOCK: RefCell<Block> = const { RefCell::new(Block::from_os()) };
}

/// The next bytes of the block of this thread; some from the operating system where
/// that has none any more, or is drawing some already.
#[cfg(any(feature = "agora", feature = "http"))]
pub(super) fn of_this_thread<const N: usize>() -> Result<[u8; N], Error> {
    let drawn = BLOCK.try_with(|block| block.try_borrow_mut().ok().map(|mut it| it.bytes()));
    drawn.ok().flatten().unwrap_or_else(|| {
        let mut bytes = [0; N];
        fill(&mut bytes).map(|()| bytes)
    })
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

    #[cfg(any(feature = "agora", feature = "http"))]
    #[test]
    fn threads_have_blocks_of_their_own() {
        type Drawn = HashSet<[u8; 20]>;
        let of_a_thread = || -> Drawn { (0..500).map(|_| of_this_thread().unwrap()).collect() };
        let other = std::thread::spawn(of_a_thread).join().unwrap();
        let own = of_a_thread();
        assert_eq!((own.len(), other.len()), (500, 500));
        assert!(own.is_disjoint(&other));
    }

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
