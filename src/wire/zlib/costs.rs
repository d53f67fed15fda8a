//! What the forms of a block cost: for the tests and the harness that hold the
//! bound of `bound.rs` against zlib's trees.

use super::lazy::Lazy;
use super::search::Rescan;
use super::trees::Trees;
use super::{BLOCK_SYMBOLS, EXACT_MAX};

/// Bits of a block, without the three of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Costs {
    /// With the fixed codes.
    pub fixed: u32,
    /// With codes of its own.
    pub own: u32,
    /// With codes of its own by the bound, where it gives an answer: not above `own`.
    pub least_own: Option<u32>,
    /// The bound alone rules own codes out.
    pub decided: bool,
}

impl Costs {
    /// Those of the first block of `content` (at most [`EXACT_MAX`] bytes).
    #[must_use]
    pub fn of_content(content: &[u8]) -> Self {
        debug_assert!(content.len() <= EXACT_MAX, "longer ones are stored");
        let mut trees = Trees::new();
        trees.clear();
        let mut lazy = Lazy::new(content);
        let mut rest = content;
        let mut left = BLOCK_SYMBOLS;
        loop {
            let run = lazy.next(content, &mut Rescan, left);
            rest = trees.count(rest, run);
            left = left.saturating_sub(run.symbols());
            if run.last || left == 0 {
                break;
            }
        }
        trees.costs(content.len().saturating_sub(rest.len()))
    }

    /// Those of a block with so many of each literal, length and distance, and
    /// one end; `stored_len` is what it stands for. At most 16,383 in all.
    #[must_use]
    pub fn of_weights(literals: &[u16], distances: &[u16], stored_len: usize) -> Self {
        let mut trees = Trees::new();
        trees.clear();
        for (symbol, &weight) in (0..).zip(literals) {
            (0..weight).for_each(|_| trees.count_literal(symbol));
        }
        for (symbol, &weight) in (0..).zip(distances) {
            (0..weight).for_each(|_| trees.count_distance(symbol));
        }
        trees.costs(stored_len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four letters, because zlib matches nothing with the first byte, and eight bytes
    /// from three back: length code 262, distance code 2 (RFC 1951, section 3.2.5).
    #[test]
    fn weights_cost_what_a_content_that_has_them_costs() {
        let mut literals = [0; 286];
        for symbol in [b'a', b'b', b'c', b'a'] {
            literals[usize::from(symbol)] += 1;
        }
        literals[262] = 1;
        let distances = [0, 0, 1];
        assert_eq!(
            Costs::of_weights(&literals, &distances, 12),
            Costs::of_content(b"abcabcabcabc")
        );
        let others = Costs::of_weights(&literals, &[0, 0, 0, 0, 0, 1], 12);
        assert_ne!(others, Costs::of_content(b"abcabcabcabc"));
    }
}
