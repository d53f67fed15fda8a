//! Linear equations over bits.
//!
//! A checksum changes by a value of its place with every bit of the text, so to
//! ask which bits give a checksum is to ask which columns have a sum.

use alloc::vec::Vec;

/// Columns of 32 bits, up to 64 of them, brought into triangular form.
#[derive(Debug)]
pub(super) struct Columns {
    /// Sums of columns, each with a highest bit of its own, and which columns;
    /// the largest first.
    basis: Vec<(u32, u64)>,
}

impl Columns {
    /// The columns in the order of their bits in an answer. One that is a sum of
    /// others is left out of answers.
    pub(super) fn new(columns: impl IntoIterator<Item = u32>) -> Self {
        let mut this = Self { basis: Vec::new() };
        for (at, column) in columns.into_iter().take(64).enumerate() {
            let (left, which) = this.reduce(column);
            if left != 0 {
                let sum = (left, which ^ (1 << at));
                let place = this.basis.partition_point(|(other, _)| *other > left);
                this.basis.insert(place, sum);
            }
        }
        this
    }

    /// The columns whose sum is `sum`, a bit each.
    pub(super) fn solve(&self, sum: u32) -> Option<u64> {
        let (left, which) = self.reduce(sum);
        (left == 0).then_some(which)
    }

    fn reduce(&self, sum: u32) -> (u32, u64) {
        let start = (sum, 0);
        self.basis
            .iter()
            .fold(start, |(left, which), (value, columns)| {
                if left ^ value < left {
                    (left ^ value, which ^ columns)
                } else {
                    (left, which)
                }
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_found_and_nothing_else() {
        let columns = [0b0011, 0b0101, 0b1000, 0b0110];
        let system = Columns::new(columns);
        for wanted in 0..16 {
            let sum = |which: u64| {
                let chosen = (0..4).filter(|at| which >> at & 1 == 1);
                chosen.fold(0, |sum, at| sum ^ columns[at])
            };
            match system.solve(wanted) {
                Some(which) => assert_eq!(sum(which), wanted),
                None => assert!((0..16).all(|which| sum(which) != wanted), "{wanted}"),
            }
        }
        assert_eq!(Columns::new([]).solve(0), Some(0));
        assert_eq!(Columns::new([]).solve(1), None);
    }
}
