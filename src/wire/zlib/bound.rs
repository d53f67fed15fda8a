//! What codes of its own cost a block at the least, before any are made.
//!
//! Making zlib's trees takes longer than all the rest, and for most tokens they
//! are of no use: the lengths of their codes have to be sent as well. How long
//! the text gets follows from the weights alone, however ties fall, and how
//! many codes have which length follows nearly: [`Forest`]. What is left open
//! are a few [`Choice`]s. Each moves some lengths from one symbol of the code
//! length alphabet to another, more or less of them; the best code of such
//! counts costs least where every choice is taken wholly or not at all, because
//! the cost is concave in the counts.
//!
//! The result is never above what zlib's trees cost, which the tests and a
//! fuzz harness hold against them.

mod forest;

use super::codes::{CODE_LENGTH_ORDER, CODE_LENGTHS, LITERALS_AND_LENGTHS};
use super::trees::{REPEAT_LAST, put_repeats, symbols};
use core::ops::Range;
use forest::Forest;

/// More choices than these are not tried one by one.
const CHOICES: usize = 5;

/// How often the symbols of an alphabet occur in a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights<'a> {
    /// One bit a symbol.
    pub(super) used: &'a [u32],
    /// Says nothing about unused symbols.
    pub(super) of: &'a [u16],
}

impl Weights<'_> {
    #[inline]
    fn get(&self, symbol: u16) -> u16 {
        self.of.get(usize::from(symbol)).copied().unwrap_or(0)
    }
}

/// Bits of a block with its own codes, at the least: without the extra bits of
/// its matches, which are the same for all codes, and without the three of its
/// type. It looks closer as long as there is less than `enough`. `None`: the
/// trees have to tell.
#[inline(never)]
pub(super) fn least_own_bits(
    literals: Weights<'_>,
    distances: Weights<'_>,
    enough: u32,
) -> Option<u32> {
    let mut forest = Forest::new();
    let mut lengths = Lengths::new();
    let text = lengths.add_literals(&mut forest, literals, enough)?;
    let text = text.wrapping_add(lengths.add_distances(&mut forest, distances)?);
    let missing = enough.saturating_sub(text);
    Some(text.wrapping_add(lengths.least_bits(missing)))
}

/// The code lengths of a block, as symbols of their own alphabet.
struct Lengths {
    counts: Counts,
    choices: [Choice; CHOICES],
    open: usize,
    /// Choices beyond these, taken out of the counts.
    beyond: Taken,
}

type Counts = [u16; CODE_LENGTHS];

/// What ties decide: up to `taken` lengths of `from` become, in proportion, up
/// to `given` symbols `to`.
#[derive(Debug, Clone, Copy, Default)]
struct Choice {
    from: u8,
    taken: u16,
    to: u16,
    given: u16,
}

impl Lengths {
    const fn new() -> Self {
        Self {
            counts: [0; CODE_LENGTHS],
            choices: [Choice {
                from: 0,
                taken: 0,
                to: 0,
                given: 0,
            }; CHOICES],
            open: 0,
            beyond: Taken {
                lengths: 0,
                lost: 0,
                apart: true,
            },
        }
    }

    /// Adds the lengths of an alphabet; gives the bits of its symbols. Gives up
    /// where lengths will not make up for what these lack.
    fn add_literals(
        &mut self,
        forest: &mut Forest,
        weights: Weights<'_>,
        enough: u32,
    ) -> Option<u32> {
        forest.clear();
        let mut zeros = Zeros::default();
        let mut count = 0_u32;
        for symbol in symbols(weights.used) {
            zeros.before(symbol);
            forest.add(weights.get(symbol))?;
            count = count.wrapping_add(1);
        }
        let bits = forest.grow()?;
        let [single, few, many] = zeros.counts().map(|(_, count)| u32::from(count));
        // No promise: few headers are longer.
        let header = count
            .wrapping_add(single)
            .wrapping_mul(4)
            .wrapping_add(few.wrapping_mul(4 + 3))
            .wrapping_add(many.wrapping_mul(4 + 7))
            .wrapping_add(80);
        if bits.saturating_add(header) < enough {
            return None;
        }
        self.add_zeros(&zeros);
        forest.each_level(|levels| {
            let deeper = levels.depth.wrapping_add(1);
            self.add(levels.depth, levels.most);
            self.add(deeper, levels.members.wrapping_sub(levels.most));
            let open = levels.most.wrapping_sub(levels.least);
            self.leave_open(levels.depth, open, deeper.into(), open);
        })?;
        self.find_repeats(forest, weights);
        Some(bits)
    }

    /// Adds the lengths of distances: with fewer than two, others get codes too.
    fn add_distances(&mut self, forest: &mut Forest, weights: Weights<'_>) -> Option<u32> {
        let mut used = *weights.used.first()?;
        if used.count_ones() >= 2 {
            return self.add_literals(forest, weights, 0);
        }
        let bits = symbols(weights.used).map(|symbol| u32::from(weights.get(symbol)));
        let bits = bits.sum();
        while used.count_ones() < 2 {
            used |= match used {
                1 | 2 => used << 1,
                _ => 1,
            };
        }
        let mut zeros = Zeros::default();
        symbols(&[used]).for_each(|symbol| zeros.before(symbol));
        self.add_zeros(&zeros);
        self.add(1, 2);
        Some(bits)
    }

    #[inline]
    fn add(&mut self, length: u8, count: u16) {
        if let Some(slot) = self.counts.get_mut(usize::from(length)) {
            *slot = slot.wrapping_add(count);
        }
    }

    fn add_zeros(&mut self, zeros: &Zeros) {
        for (symbol, count) in zeros.counts() {
            self.add(symbol, count);
        }
    }

    fn leave_open(&mut self, from: u8, taken: u16, to: u16, given: u16) {
        let choice = Choice {
            from,
            taken,
            to,
            given,
        };
        if taken == 0 {
        } else if let Some(slot) = self.choices.get_mut(self.open) {
            *slot = choice;
            self.open = self.open.wrapping_add(1);
        } else {
            self.beyond.take(choice, &mut self.counts);
        }
    }

    /// Looks for neighbours that may have equal lengths, at least four: these
    /// are sent as one and a repeat.
    fn find_repeats(&mut self, forest: &Forest, weights: Weights<'_>) {
        let lengths_of = |symbol| forest.lengths_of(weights.get(symbol));
        let after = weights.used.iter().skip(1).chain(&[0]);
        let mut base = 0_u16;
        let (mut begin, mut end, mut common) = (0, 0, 0);
        for (&word, &after) in weights.used.iter().zip(after) {
            let word = u64::from(after) << 32 | u64::from(word);
            let four = word & word >> 1 & word >> 2 & word >> 3;
            let mut starts = (four & 0xFFFF_FFFF) as u32;
            while starts != 0 {
                let start = base.wrapping_add((starts.trailing_zeros() & 31) as u16);
                starts &= starts.wrapping_sub(1);
                let range = start..start.wrapping_add(4);
                let shared = range.fold(u16::MAX, |shared, symbol| shared & lengths_of(symbol));
                if shared != 0 {
                    if start >= end {
                        self.add_repeat(begin..end, common, lengths_of);
                        (begin, common) = (start, 0);
                    }
                    end = start.wrapping_add(4);
                    common |= shared;
                }
            }
            base = base.wrapping_add(32);
        }
        self.add_repeat(begin..end, common, lengths_of);
    }

    /// `range`: symbols among which `common` lengths may be repeated, and
    /// outside of which no such repeat goes.
    fn add_repeat(&mut self, range: Range<u16>, common: u16, lengths_of: impl Fn(u16) -> u16) {
        let certain = range
            .clone()
            .all(|symbol| lengths_of(symbol).is_power_of_two());
        let mut left = common;
        while left != 0 {
            let length = (left.trailing_zeros() & 15) as u8;
            left &= left.wrapping_sub(1);
            let may = |&symbol: &u16| lengths_of(symbol).wrapping_shr(length.into()) & 1 == 1;
            let members = range.clone().filter(may).count();
            let repeated = u16::try_from(members).unwrap_or(0).saturating_sub(1);
            if certain {
                self.take(length, repeated);
                put_repeats(length, repeated, &mut |symbol, _, _| {
                    self.add((symbol & 31) as u8, 1);
                });
            } else {
                // A repeat stands for six at the most, and several of three
                // cost more than is counted here.
                let repeats = (repeated / 6).max(1);
                self.leave_open(length, repeated, REPEAT_LAST, repeats);
            }
        }
    }

    fn take(&mut self, length: u8, count: u16) {
        if let Some(slot) = self.counts.get_mut(usize::from(length)) {
            *slot = slot.saturating_sub(count);
        }
    }

    /// What sending them costs at the least. It looks closer while that is
    /// below `enough`.
    fn least_bits(&self, enough: u32) -> u32 {
        let choices = self.choices.get(..self.open).unwrap_or_default();
        let mut certain = self.counts;
        let mut taken = self.beyond;
        for &choice in choices {
            taken.take(choice, &mut certain);
        }
        let coarse = header_bits(&certain).wrapping_add(taken.least_bits());
        if coarse >= enough || !taken.apart || choices.is_empty() {
            return coarse;
        }
        let ways = choices.iter().fold(1_u32, |ways, _| ways << 1);
        let mut least = u32::MAX;
        for taken in 0..ways {
            let mut counts = self.counts;
            for (at, choice) in (0..).zip(choices) {
                if taken.wrapping_shr(at) & 1 == 1 {
                    choice.apply(&mut counts);
                }
            }
            let bits = header_bits(&counts).wrapping_add(self.beyond.least_bits());
            least = least.min(bits);
            if least < enough {
                return coarse;
            }
        }
        least
    }
}

/// What choices may take, taken out of counts: no code is known for it.
#[derive(Debug, Clone, Copy)]
struct Taken {
    lengths: u32,
    /// How many symbols fewer it may become.
    lost: u32,
    /// All could be taken at once.
    apart: bool,
}

impl Taken {
    fn take(&mut self, choice: Choice, counts: &mut Counts) {
        if let Some(slot) = counts.get_mut(usize::from(choice.from)) {
            let taken = choice.taken.min(*slot);
            *slot = slot.wrapping_sub(taken);
            self.lengths = self.lengths.wrapping_add(taken.into());
            self.apart &= taken == choice.taken;
        }
        let lost = choice.taken.saturating_sub(choice.given);
        self.lost = self.lost.wrapping_add(lost.into());
    }

    /// A bit for each symbol that it becomes.
    const fn least_bits(&self) -> u32 {
        self.lengths.saturating_sub(self.lost)
    }
}

impl Choice {
    fn apply(&self, counts: &mut Counts) {
        if let Some(from) = counts.get_mut(usize::from(self.from)) {
            *from = from.wrapping_sub(self.taken);
        }
        if let Some(to) = counts.get_mut(usize::from(self.to)) {
            *to = to.wrapping_add(self.given);
        }
    }
}

/// What sending so many of each length costs: with the best code, the lengths
/// of that code, and what the header announces.
fn header_bits(counts: &Counts) -> u32 {
    let mut weights = [0_u32; CODE_LENGTHS];
    let mut used = 0_usize;
    let mut sent = 4_u32;
    let mut bits = 5 + 5 + 4_u32;
    for (place, &symbol) in (1_u32..).zip(&CODE_LENGTH_ORDER) {
        let count = counts.get(usize::from(symbol)).copied().unwrap_or(0);
        if let (1.., Some(slot)) = (count, weights.get_mut(used)) {
            *slot = u32::from(count);
            used = used.wrapping_add(1);
            sent = sent.max(place);
        }
    }
    for (symbol, extra) in [(16, 2_u32), (17, 3), (18, 7)] {
        let count = counts.get(symbol).copied().unwrap_or(0);
        bits = bits.wrapping_add(u32::from(count).wrapping_mul(extra));
    }
    bits.wrapping_add(sent.wrapping_mul(3))
        .wrapping_add(joined(weights.get_mut(..used).unwrap_or_default()))
}

/// What the best code makes of these weights, in bits.
fn joined(weights: &mut [u32]) -> u32 {
    weights.sort_unstable();
    let mut bits = 0_u32;
    let (mut leaf, mut inner) = (0_usize, 0_usize);
    for made in 0..weights.len().saturating_sub(1) {
        let mut lightest = || {
            let of_leaf = weights.get(leaf).copied().unwrap_or(u32::MAX);
            let of_inner = weights.get(inner).copied().filter(|_| inner < made);
            match of_inner {
                Some(weight) if weight < of_leaf => {
                    inner = inner.wrapping_add(1);
                    weight
                }
                _ => {
                    leaf = leaf.wrapping_add(1);
                    of_leaf
                }
            }
        };
        let sum = lightest().wrapping_add(lightest());
        bits = bits.wrapping_add(sum);
        // Its place is free: two have been taken for each that was made.
        if let Some(slot) = weights.get_mut(made) {
            *slot = sum;
        }
    }
    bits
}

/// The symbols that runs of unused symbols are sent as.
#[derive(Debug, Clone, Copy, Default)]
struct Zeros {
    /// The symbol after the last used one.
    next: u16,
    counts: Gap,
}

/// Ten bits each: zeros alone, short runs, long runs.
type Gap = u32;

/// What the runs of each length become.
static GAPS: [Gap; LITERALS_AND_LENGTHS] = gaps();

const fn gaps() -> [Gap; LITERALS_AND_LENGTHS] {
    let mut gaps = [0; LITERALS_AND_LENGTHS];
    let mut rest: &mut [Gap] = &mut gaps;
    let mut gap: u32 = 0;
    while let Some((slot, after)) = rest.split_first_mut() {
        let many = gap.saturating_sub(10).div_ceil(138);
        let left = gap.saturating_sub(many.wrapping_mul(138));
        *slot = if left >= 3 {
            (many << 20) | (1 << 10)
        } else {
            (many << 20) | left
        };
        gap = gap.wrapping_add(1);
        rest = after;
    }
    gaps
}

impl Zeros {
    /// Notes that `symbol` is used, and none between it and the last one.
    #[inline]
    fn before(&mut self, symbol: u16) {
        let gap = symbol.wrapping_sub(self.next);
        self.next = symbol.wrapping_add(1);
        let gap = GAPS.get(usize::from(gap)).copied().unwrap_or(0);
        self.counts = self.counts.wrapping_add(gap);
    }

    /// With the symbols they are sent as.
    fn counts(&self) -> [(u8, u16); 3] {
        [(0, 0), (17, 10), (18, 20)]
            .map(|(symbol, shift)| (symbol, (self.counts.wrapping_shr(shift) & 0x3FF) as u16))
    }
}

#[cfg(test)]
mod tests {
    use super::super::costs::Costs;
    use super::super::trees::put_zeros;
    use super::forest::Levels;
    use super::*;
    extern crate std;
    use std::vec;
    use std::vec::Vec;

    #[test]
    fn the_best_code_of_weights_has_the_bits_of_its_inner_nodes() {
        let cases: [(&[u32], u32); 6] = [
            (&[], 0),
            (&[7], 0),
            (&[7, 2], 9),
            (&[1, 1, 1, 1], 2 + 2 + 4),
            (&[5, 1, 2, 3, 1], 2 + 4 + 7 + 12),
            (&[4, 4, 4, 4, 1], 5 + 8 + 9 + 17),
        ];
        for (weights, bits) in cases {
            assert_eq!(joined(&mut weights.to_vec()), bits, "{weights:?}");
        }
    }

    #[test]
    fn runs_of_zeros_become_what_is_sent() {
        for gap in 0..286 {
            let mut zeros = Zeros::default();
            zeros.before(gap);
            let mut sent = [(0_u8, 0_u16), (17, 0), (18, 0)];
            put_zeros(gap, &mut |symbol, _, _| {
                let (_, count) = sent
                    .iter_mut()
                    .find(|sent| u16::from(sent.0) == symbol)
                    .unwrap();
                *count += 1;
            });
            assert_eq!(zeros.counts(), sent, "{gap} zeros");
        }
    }

    /// Depth, members there at the least and at the most, and all members.
    fn levels(weights: &[u16]) -> (u32, Vec<(u8, u16, u16, u16)>) {
        let mut forest = Forest::new();
        for &weight in weights {
            forest.add(weight).unwrap();
        }
        let bits = forest.grow().unwrap();
        let mut all = Vec::new();
        forest
            .each_level(|levels: Levels| {
                all.push((levels.depth, levels.least, levels.most, levels.members));
            })
            .unwrap();
        all.reverse();
        (bits, all)
    }

    #[test]
    fn groups_stand_on_the_levels_of_zlibs_tree() {
        // By hand, from the lightest group of symbols to the heaviest.
        assert_eq!(levels(&[1, 1]), (2, vec![(1, 2, 2, 2)]));
        assert_eq!(levels(&[1, 1, 1]), (2 + 3, vec![(1, 1, 1, 3)]));
        assert_eq!(
            levels(&[1, 1, 1, 2, 4]),
            (
                2 + 3 + 5 + 9,
                vec![(3, 3, 3, 3), (3, 1, 1, 1), (1, 1, 1, 1)]
            )
        );
        // The flat 2 goes before the pair of 1 and 1, and is joined with 3.
        assert_eq!(
            levels(&[1, 1, 2, 3]),
            (2 + 4 + 7, vec![(3, 2, 2, 2), (2, 1, 1, 1), (1, 1, 1, 1)])
        );
        // Five of 1: two pairs and a pair of 1 and a pair; ties decide nothing.
        assert_eq!(levels(&[1; 5]), (2 + 2 + 3 + 5, vec![(2, 3, 3, 5)]));
    }

    #[test]
    fn what_is_too_heavy_too_many_or_alone_is_left_to_the_trees() {
        let mut forest = Forest::new();
        assert_eq!(forest.add(64), None);
        assert_eq!(forest.add(63), Some(()));
        assert_eq!(forest.grow(), None, "one symbol");
        let alone = Costs::of_content(b"");
        assert_eq!((alone.least_own, alone.decided), (None, false));
    }

    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: u64) -> u16 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
            self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
            ((self.0 >> 33) % limit) as u16
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "40,000 trees")]
    fn the_bound_is_never_above_the_trees_and_seldom_far_below() {
        let mut random = Random(21);
        let (mut asked, mut close) = (0, 0);
        for round in 0..40_000 {
            let heaviest = 1 + u64::from(random.below(if round % 3 == 0 { 63 } else { 6 }));
            let density = 1 + u64::from(random.below(12));
            let weight = |random: &mut Random| match random.below(density) {
                0 => 1 + random.below(heaviest),
                _ => 0,
            };
            let mut literals: Vec<u16> = (0..286).map(|_| weight(&mut random)).collect();
            let distances: Vec<u16> = (0..30).map(|_| weight(&mut random)).collect();
            // A stretch of neighbours, as in text.
            let equal = random.below(heaviest) + 1;
            for slot in &mut literals[usize::from(48 + random.below(40))..][..12] {
                *slot = equal + random.below(2);
            }
            let costs = Costs::of_weights(&literals, &distances, 65_535);
            if let Some(least) = costs.least_own {
                assert!(least <= costs.own, "round {round}: {costs:?}");
                asked += 1;
                close += usize::from(costs.own - least <= 24);
            }
        }
        assert!(asked > 15_000, "{asked} had an answer");
        assert!(close * 3 > asked, "{close} of {asked} were close");
    }
}
