//! Randomness for many tokens, drawn from the operating system in blocks: a
//! system call a row would take longer than the row.

use crate::failure::Failure;

/// Bytes of a block.
const BLOCK: usize = 4096;

/// The largest salt of the official libraries; the smallest is 1.
const SALT_MAX: u64 = 99_999_999;

/// What is left of a block. None of it is handed out twice.
pub(crate) struct Random {
    block: Box<[u8; BLOCK]>,
    used: usize,
}

impl Random {
    /// Nothing is drawn before it is needed.
    pub(crate) fn new() -> Self {
        Self {
            block: Box::new([0; BLOCK]),
            used: BLOCK,
        }
    }

    /// The next bytes.
    pub(crate) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        debug_assert!(self.used <= BLOCK && N <= BLOCK);
        let rest = self.block.get(self.used..).unwrap_or_default();
        if let Some(bytes) = rest.first_chunk() {
            self.used += N;
            return Ok(*bytes);
        }
        getrandom::fill(&mut *self.block).map_err(|_| tokenmint::Error::NoRandomness)?;
        self.used = N;
        let first = self.block.first_chunk();
        first
            .copied()
            .ok_or_else(|| tokenmint::Error::NoRandomness.into())
    }

    /// A salt. Of 64 bits, the remainder is uniform for every purpose.
    pub(crate) fn salt(&mut self) -> Result<u32, Failure> {
        let bits = u64::from_le_bytes(self.bytes()?);
        let salt = 1 + bits % SALT_MAX;
        u32::try_from(salt).map_err(|_| tokenmint::Error::NoRandomness.into())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_bytes_are_given_twice_across_blocks() {
        let mut random = Random::new();
        let drawn: HashSet<[u8; 20]> = (0..1_000).map(|_| random.bytes().expect("bytes")).collect();
        assert_eq!(drawn.len(), 1_000);
        assert!(!drawn.contains(&[0; 20]));
    }

    #[test]
    fn salts_are_those_of_the_official_libraries() {
        let mut random = Random::new();
        let salts: HashSet<_> = (0..2_000).map(|_| random.salt().expect("a salt")).collect();
        assert!(salts.len() > 1_990);
        assert!(salts.iter().all(|salt| (1..=99_999_999).contains(salt)));
    }
}
