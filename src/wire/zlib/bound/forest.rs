//! Best codes by groups: zlib joins the lightest nodes, of equal ones the
//! flattest, so nodes of equal weight and height are joined in one step. Which
//! member of a group gets which parent, ties decide; it is open only where its
//! parents stand on different levels.
//!
//! ```text
//! weights 1 1 1 2 4      groups, in the order they are joined
//!       9                1 (three), 2 (one), 2' = 1 1, 3' = 1 2,
//!      / \               4 (one), 5' = 2' 3', 9'
//!     4   5'
//!        / \             from the root down: 4 has one bit,
//!       2'  3'           2' and 3' two, so 2 three, and all of 1
//!      1 1  1 2          three as well
//! ```

/// Heavier symbols are left to the trees.
const WEIGHT_MAX: u16 = 63;
/// So are blocks with more groups of nodes.
const GROUPS: usize = 64;
/// And codes that may be longer.
const DEPTH_MAX: u8 = 13;

/// Where the members of a group stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Levels {
    /// Members that have a parent so far.
    pub(super) members: u16,
    /// The least depth of a member.
    pub(super) depth: u8,
    /// So many stand at `depth`, at the least and at the most; the others are
    /// one level below. The most is not 0.
    pub(super) least: u16,
    pub(super) most: u16,
}

impl Levels {
    const NONE: Self = Self {
        members: 0,
        depth: 0,
        least: 0,
        most: 0,
    };

    const fn of(members: u16, depth: u8, least: u16, most: u16) -> Self {
        if most == 0 {
            Self {
                members,
                depth: depth.wrapping_add(1),
                least: members,
                most: members,
            }
        } else {
            Self {
                members,
                depth,
                least,
                most,
            }
        }
    }

    /// Adds members of the same group that have another parent. Fails where
    /// they may be spread over three levels.
    fn add(&mut self, other: Self) -> Option<()> {
        let members = self.members.wrapping_add(other.members);
        if self.members == 0 {
            *self = other;
        } else if self.depth == other.depth {
            self.least = self.least.wrapping_add(other.least);
            self.most = self.most.wrapping_add(other.most);
        } else {
            let (upper, lower) = if self.depth < other.depth {
                (*self, other)
            } else {
                (other, *self)
            };
            if upper.depth.wrapping_add(1) != lower.depth || lower.least != lower.members {
                return None;
            }
            *self = upper;
        }
        self.members = members;
        Some(())
    }
}

/// Nodes of equal weight and height.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// The weight, then five bits of height, which is 0 for symbols.
    rank: u32,
    count: u16,
    /// The children are pairs of the group in this place; but of the first
    /// pair, if it is mixed, the lighter child is of the place before.
    below: u8,
    mixed: bool,
}

const HEIGHT_BITS: u32 = 5;
const HEIGHTS: u32 = (1 << HEIGHT_BITS) - 1;

impl Group {
    const NONE: Self = Self {
        rank: 0,
        count: 0,
        below: 0,
        mixed: false,
    };

    const fn is_leaf(self) -> bool {
        self.rank & HEIGHTS == 0
    }
}

/// The rank of the parent of two nodes.
fn join_ranks(lighter: u32, heavier: u32) -> u32 {
    let weights = (lighter & !HEIGHTS).wrapping_add(heavier & !HEIGHTS);
    let height = (lighter & HEIGHTS).max(heavier & HEIGHTS);
    weights.wrapping_add(height).wrapping_add(1)
}

/// All nodes of an alphabet's tree.
pub(super) struct Forest {
    /// One bit a weight.
    weights: u64,
    /// By weight: how many symbols have it, and later one bit for each length
    /// that their codes may have.
    symbols: [u16; WEIGHT_MAX as usize + 1],
    /// In the order in which they are joined.
    groups: [Group; GROUPS],
    len: usize,
    made: Made,
    /// Of the groups, by place.
    levels: [Levels; GROUPS],
}

impl Forest {
    pub(super) const fn new() -> Self {
        Self {
            weights: 0,
            symbols: [0; WEIGHT_MAX as usize + 1],
            groups: [Group::NONE; GROUPS],
            len: 0,
            made: Made {
                groups: [Group::NONE; GROUPS],
                len: 0,
                taken: 0,
            },
            levels: [Levels::NONE; GROUPS],
        }
    }

    /// Begins an alphabet.
    pub(super) fn clear(&mut self) {
        let mut weights = core::mem::take(&mut self.weights);
        while weights != 0 {
            let weight = weights.trailing_zeros();
            weights &= weights.wrapping_sub(1);
            if let Some(slot) = self.symbols.get_mut(weight as usize) {
                *slot = 0;
            }
        }
        (self.made.len, self.made.taken) = (0, 0);
        self.len = 0;
    }

    /// Adds a symbol.
    #[inline]
    pub(super) fn add(&mut self, weight: u16) -> Option<()> {
        let count = self.symbols.get_mut(usize::from(weight))?;
        *count = count.wrapping_add(1);
        self.weights |= 1_u64.wrapping_shl(u32::from(weight));
        Some(())
    }

    /// Joins nodes until one is left; gives the bits of all symbols.
    pub(super) fn grow(&mut self) -> Option<u32> {
        let mut weights = self.weights;
        let mut bits = 0_u32;
        // The rank of a node that is joined with the next one; 0: none.
        let mut odd = 0;
        let mut at = 0_usize;
        loop {
            // Of equal weight, symbols go first: nothing is flatter.
            let leaf = match weights {
                0 => u32::MAX,
                _ => weights.trailing_zeros() << HEIGHT_BITS,
            };
            let made = self.made.lightest();
            let group = if leaf < made.rank {
                weights &= weights.wrapping_sub(1);
                let symbols = self.symbols.get((leaf >> HEIGHT_BITS) as usize);
                Group {
                    rank: leaf,
                    count: symbols.copied().unwrap_or(0),
                    ..Group::NONE
                }
            } else {
                self.made.taken = self.made.taken.wrapping_add(1);
                made
            };
            *self.groups.get_mut(at)? = group;
            *self.levels.get_mut(at)? = Levels::NONE;
            let mut single = group.count;
            if odd != 0 {
                let rank = join_ranks(odd, group.rank);
                bits = bits.wrapping_add(rank >> HEIGHT_BITS);
                self.made.put(rank, 1, at, true)?;
                single = single.wrapping_sub(1);
            } else if single <= 1 && weights == 0 && self.made.is_empty() {
                break;
            }
            let pairs = single / 2;
            if pairs > 0 {
                let rank = join_ranks(group.rank, group.rank);
                bits = bits.wrapping_add((rank >> HEIGHT_BITS).wrapping_mul(pairs.into()));
                self.made.put(rank, pairs, at, false)?;
            }
            odd = if single % 2 == 1 { group.rank } else { 0 };
            at = at.wrapping_add(1);
        }
        self.len = at.wrapping_add(1);
        // A single symbol gets a code beside another, not a tree.
        (at > 0).then_some(bits)
    }

    /// Finds where all groups stand, from the root down, and gives the levels
    /// of each group of symbols. Then [`Forest::lengths_of`] answers.
    pub(super) fn each_level(&mut self, mut put: impl FnMut(Levels)) -> Option<()> {
        let root = self.len.checked_sub(1)?;
        *self.levels.get_mut(root)? = Levels::of(1, 0, 1, 1);
        for at in (0..self.len).rev() {
            let group = *self.groups.get(at)?;
            let levels = *self.levels.get(at)?;
            debug_assert_eq!(levels.members, group.count, "each has a parent");
            if levels.depth > DEPTH_MAX {
                return None;
            }
            if group.is_leaf() {
                let deeper = u16::from(levels.members > levels.least) << 1;
                let weight = group.rank >> HEIGHT_BITS;
                *self.symbols.get_mut(weight as usize)? =
                    (1 | deeper).wrapping_shl(levels.depth.into());
                put(levels);
                continue;
            }
            let below = usize::from(group.below);
            let depth = levels.depth.wrapping_add(1);
            let mixed = u16::from(group.mixed);
            let pairs = group.count.wrapping_sub(mixed);
            if pairs > 0 {
                let least = levels.least.saturating_sub(mixed).wrapping_mul(2);
                let most = levels.most.min(pairs).wrapping_mul(2);
                let children = Levels::of(pairs.wrapping_mul(2), depth, least, most);
                self.levels.get_mut(below)?.add(children)?;
            }
            if group.mixed {
                let (least, most) = (levels.least.saturating_sub(pairs), levels.most.min(1));
                let child = Levels::of(1, depth, least, most);
                self.levels.get_mut(below)?.add(child)?;
                self.levels.get_mut(below.checked_sub(1)?)?.add(child)?;
            }
        }
        Some(())
    }

    /// One bit for each length that the code of a symbol may have.
    #[inline]
    pub(super) fn lengths_of(&self, weight: u16) -> u16 {
        self.symbols.get(usize::from(weight)).copied().unwrap_or(0)
    }
}

/// Inner nodes, from `taken` on without a parent, the lightest first.
struct Made {
    groups: [Group; GROUPS],
    len: usize,
    taken: usize,
}

impl Made {
    const fn is_empty(&self) -> bool {
        self.taken >= self.len
    }

    /// The next one, above all ranks when there is none.
    #[inline]
    fn lightest(&self) -> Group {
        match self.groups.get(self.taken) {
            Some(group) if !self.is_empty() => *group,
            _ => Group {
                rank: u32::MAX - 1,
                ..Group::NONE
            },
        }
    }

    /// Makes parents of the group in place `below`.
    #[inline]
    fn put(&mut self, rank: u32, count: u16, below: usize, mixed: bool) -> Option<()> {
        if let Some(last) = self.len.checked_sub(1)
            && let Some(last) = self.groups.get_mut(last)
            && last.rank == rank
        {
            debug_assert!(last.mixed && !mixed, "the mixed pair was made just now");
            last.count = last.count.wrapping_add(count);
            return Some(());
        }
        *self.groups.get_mut(self.len)? = Group {
            rank,
            count,
            below: u8::try_from(below).ok()?,
            mixed,
        };
        self.len = self.len.wrapping_add(1);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_stands_on_two_levels_at_the_most() {
        let group = |depth, least| Levels::of(2, depth, least, 2);
        for (other, may) in [
            (group(3, 2), true),
            (group(4, 2), true),
            (group(5, 2), false),
            // Some of it may be below its level, which is the third.
            (group(4, 1), false),
        ] {
            let mut levels = group(3, 1);
            assert_eq!(levels.add(other).is_some(), may, "{other:?}");
        }
    }

    /// The lengths of best codes, by hand: a bit for each that symbols of a weight
    /// may have.
    #[test]
    fn symbols_of_one_weight_may_have_two_lengths() {
        let mut forest = Forest::new();
        for (weights, lengths) in [
            (&[1, 1][..], &[(1, 0b10)][..]),
            (&[1, 1, 1], &[(1, 0b110)]),
            (&[1, 1, 1, 1], &[(1, 0b100)]),
            (&[1, 1, 2], &[(1, 0b100), (2, 0b10)]),
            (&[1, 1, 2, 4], &[(1, 0b1000), (2, 0b100), (4, 0b10)]),
        ] {
            forest.clear();
            for &weight in weights {
                forest.add(weight).expect("a weight");
            }
            forest.grow().expect("a tree");
            forest.each_level(|_| ()).expect("two levels");
            for &(weight, expected) in lengths {
                assert_eq!(
                    forest.lengths_of(weight),
                    expected,
                    "{weight} of {weights:?}"
                );
            }
        }
    }

    /// A chain of the weights 1, 1, 2, 4, up to 32, and above it trees of pairs of
    /// 32: each doubling puts the chain one level deeper.
    #[test]
    fn the_deepest_tree() {
        let mut forest = Forest::new();
        let mut deepest = |doublings: u32| {
            forest.clear();
            for weight in [1, 1, 2, 4, 8, 16] {
                forest.add(weight).expect("a weight");
            }
            for _ in 1..1 << (doublings + 1) {
                forest.add(32).expect("a weight");
            }
            forest.grow().expect("a tree");
            forest.each_level(|_| ())?;
            Some(forest.lengths_of(1))
        };
        assert_eq!(deepest(0), Some(1 << 6));
        assert_eq!(deepest(6), Some(1 << 12));
        assert_eq!(deepest(7), Some(1 << DEPTH_MAX));
        assert_eq!(deepest(8), None);
    }
}
