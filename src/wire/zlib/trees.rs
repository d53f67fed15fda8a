//! zlib's Huffman codes for one block, and its choice of the block's type.
//!
//! Many code sets are equally short; to send the same one as zlib, ties have
//! to fall the same way. A heap decides them: the lighter node first, of equal
//! ones the flatter, and of equally flat ones whichever the heap's shape
//! brings up, so the shape is kept exactly, from the first sift to the last.

use super::bits::BitWriter;
use super::bound::{Weights, least_own_bits};
use super::codes::{
    CODE_LENGTH_ORDER, CODE_LENGTHS, Codes, DISTANCES, END_OF_BLOCK, FixedCodes,
    LITERALS_AND_LENGTHS, Run, code_of_distance, code_of_length, distance_of_code, fixed_length,
    length_of_code,
};
#[cfg(any(test, feature = "internals"))]
use super::costs::Costs;

/// The longest code of literals, lengths and distances in bits.
const LENGTH_MAX: u16 = 15;
/// The longest code of the code length alphabet in bits.
const LENGTH_CODE_MAX: u16 = 7;
/// Symbols of the code length alphabet with runs.
pub(super) const REPEAT_LAST: u16 = 16;
pub(super) const FEW_ZEROS: u16 = 17;
pub(super) const MANY_ZEROS: u16 = 18;

/// How a block is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Stored,
    Fixed,
    Own(Header),
}

/// What the header of a block with its own codes announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    last_literal: u16,
    last_distance: u16,
    /// Code lengths of the code length alphabet that are sent.
    sent: usize,
}

/// The statistics of a block and the codes made from them: 2.2 KB.
#[derive(Debug, Clone)]
pub(super) struct Trees {
    literals: Alphabet<LITERALS_AND_LENGTHS, 9>,
    distances: Alphabet<DISTANCES, 1>,
    lengths: Alphabet<CODE_LENGTHS, 1>,
    workshop: Workshop,
}

impl Trees {
    pub(super) const fn new() -> Self {
        Self {
            literals: Alphabet::new(),
            distances: Alphabet::new(),
            lengths: Alphabet::new(),
            workshop: Workshop::new(),
        }
    }

    /// Begins a block.
    pub(super) fn clear(&mut self) {
        self.literals.clear();
        self.distances.clear();
        self.lengths.clear();
        self.literals.count(END_OF_BLOCK);
    }

    /// Counts the symbols of a run that stands for the front of `content`;
    /// gives the rest.
    #[inline]
    pub(super) fn count<'c>(&mut self, content: &'c [u8], run: Run) -> &'c [u8] {
        debug_assert!(run.covered() <= content.len(), "a run past the end");
        for &byte in content.get(..run.literals).unwrap_or_default() {
            self.literals.note(u16::from(byte));
        }
        self.literals.add_total(run.literals);
        if run.length > 0 {
            self.literals.count(code_of_length(run.length).symbol);
            self.distances.count(code_of_distance(run.distance).symbol);
        }
        content.get(run.covered()..).unwrap_or_default()
    }

    #[cfg(any(test, feature = "internals"))]
    pub(super) fn count_literal(&mut self, symbol: u16) {
        self.literals.count(symbol);
    }

    #[cfg(any(test, feature = "internals"))]
    pub(super) fn count_distance(&mut self, symbol: u16) {
        self.distances.count(symbol);
    }

    /// Chooses the shortest form as zlib compares them, and makes the codes if
    /// they may be needed for it.
    pub(super) fn choose(&mut self, stored_len: usize) -> Form {
        let stored = u32::try_from(stored_len.saturating_add(4)).unwrap_or(u32::MAX);
        // A device has the time for trees rather than the flash for a bound.
        if cfg!(not(target_os = "none"))
            && let Some(form) = self.choose_plain(stored)
        {
            return form;
        }
        let (header, announced) = self.build();
        let literals = self.literals.bits(|symbol| {
            let extra = if symbol > END_OF_BLOCK {
                length_of_code(symbol).1
            } else {
                0
            };
            (fixed_length(symbol), extra)
        });
        let distances = self
            .distances
            .bits(|symbol| (5, distance_of_code(symbol).1));
        let own = header.wrapping_add(literals.0).wrapping_add(distances.0);
        let own = whole_bytes(own);
        let fixed = whole_bytes(literals.1.wrapping_add(distances.1));
        if stored <= own.min(fixed) {
            Form::Stored
        } else if fixed <= own {
            Form::Fixed
        } else {
            Form::Own(announced)
        }
    }

    /// The shortest form without codes of its own, where the bound says that
    /// these cannot be shorter.
    fn choose_plain(&self, stored: u32) -> Option<Form> {
        let extra = self.extra_bits();
        let fixed = whole_bytes(self.fixed_bits().wrapping_add(extra));
        let best = stored.min(fixed);
        let enough = least_of_bytes(best).saturating_sub(extra);
        let least = self.least_own_bits(enough)?.wrapping_add(extra);
        if whole_bytes(least) < best {
            None
        } else if stored <= fixed {
            Some(Form::Stored)
        } else {
            Some(Form::Fixed)
        }
    }

    /// What the forms cost, for tests.
    #[cfg(any(test, feature = "internals"))]
    pub(super) fn costs(&mut self, stored_len: usize) -> Costs {
        let stored = u32::try_from(stored_len.saturating_add(4)).unwrap_or(u32::MAX);
        let extra = self.extra_bits();
        let decided = self.choose_plain(stored).is_some();
        let mut built = self.clone();
        let (header, _) = built.build();
        let (literals, _) = built.literals.bits(|_| (0, 0));
        let (distances, _) = built.distances.bits(|_| (0, 0));
        let own = header.wrapping_add(literals).wrapping_add(distances);
        Costs {
            fixed: self.fixed_bits().wrapping_add(extra),
            own: own.wrapping_add(extra),
            least_own: self
                .least_own_bits(own)
                .map(|bits| bits.wrapping_add(extra)),
            decided,
        }
    }

    /// The bits that follow lengths and distances, the same with all codes.
    fn extra_bits(&self) -> u32 {
        let lengths = symbols_from(&self.literals.used, END_OF_BLOCK.wrapping_add(1))
            .map(|symbol| (self.literals.of(symbol).0, length_of_code(symbol).1));
        let distances = symbols(&self.distances.used)
            .map(|symbol| (self.distances.of(symbol).0, distance_of_code(symbol).1));
        let bits = |bits: u32, (weight, extra)| bits.wrapping_add(u32::wrapping_mul(weight, extra));
        distances.fold(lengths.fold(0, bits), bits)
    }

    /// The bits of the symbols with fixed codes.
    fn fixed_bits(&self) -> u32 {
        // Eight, but for the 112 literals that have nine and the 24 symbols
        // that have seven.
        let of_eight = self.literals.total.wrapping_mul(8);
        let bits = symbols_from(&self.literals.used, 144).fold(of_eight, |bits, symbol| {
            let (weight, _) = self.literals.of(symbol);
            let more = fixed_length(symbol).wrapping_sub(8);
            bits.wrapping_add(weight.wrapping_mul(more))
        });
        bits.wrapping_add(self.distances.total.wrapping_mul(5))
    }

    fn least_own_bits(&self, enough: u32) -> Option<u32> {
        least_own_bits(self.literals.weights(), self.distances.weights(), enough)
    }

    /// Makes the codes; gives the bits of their header.
    fn build(&mut self) -> (u32, Header) {
        let work = &mut self.workshop;
        let last_literal = work.build(self.literals.as_mut(), LENGTH_MAX);
        let last_distance = work.build(self.distances.as_mut(), LENGTH_MAX);
        let lengths = &mut self.lengths;
        self.literals
            .each_length(|symbol, _, _| lengths.count(symbol));
        self.distances
            .each_length(|symbol, _, _| lengths.count(symbol));
        work.build(lengths.as_mut(), LENGTH_CODE_MAX);
        let (bits, _) = lengths.bits(|symbol| (0, run_bits(symbol)));
        let sent = CODE_LENGTH_ORDER
            .iter()
            .rposition(|&symbol| lengths.has(u16::from(symbol)))
            .unwrap_or(0)
            .saturating_add(1)
            .max(4);
        let counts = u32::try_from(sent).unwrap_or(0).wrapping_mul(3);
        let announced = Header {
            last_literal,
            last_distance,
            sent,
        };
        (bits.wrapping_add(counts).wrapping_add(5 + 5 + 4), announced)
    }

    /// Writes the header of a block with its own codes and gives these.
    pub(super) fn put_header(
        &mut self,
        writer: &mut BitWriter<'_>,
        header: Header,
    ) -> BlockCodes<'_> {
        writer.put(u32::from(header.last_literal.wrapping_sub(256)), 5);
        writer.put(u32::from(header.last_distance), 5);
        writer.put(u32::try_from(header.sent.wrapping_sub(4)).unwrap_or(0), 4);
        for &symbol in CODE_LENGTH_ORDER.iter().take(header.sent) {
            let symbol = u16::from(symbol);
            let (_, length) = self.lengths.of(symbol);
            writer.put(if self.lengths.has(symbol) { length } else { 0 }, 3);
        }
        self.lengths.as_mut().assign_codes();
        let lengths = &self.lengths;
        let mut put = |symbol, extra, count| {
            let (code, length) = lengths.of(symbol);
            writer.put_code(code, length);
            writer.put(extra, count);
        };
        self.literals.each_length(&mut put);
        self.distances.each_length(&mut put);
        self.literals.as_mut().assign_codes();
        self.distances.as_mut().assign_codes();
        self.codes()
    }

    /// The fixed codes, as far as this block uses them: looked up like other
    /// codes, they need no second copy of the code that writes symbols.
    pub(super) fn fixed_codes(&mut self) -> BlockCodes<'_> {
        let literals = |symbol| FixedCodes.literal_or_length(symbol);
        self.literals.as_mut().set_codes(literals);
        let distances = |symbol| FixedCodes.distance(symbol);
        self.distances.as_mut().set_codes(distances);
        self.codes()
    }

    const fn codes(&self) -> BlockCodes<'_> {
        BlockCodes {
            literals: &self.literals,
            distances: &self.distances,
        }
    }
}

/// Bits that follow a symbol of the code length alphabet.
const fn run_bits(symbol: u16) -> u32 {
    match symbol {
        REPEAT_LAST => 2,
        FEW_ZEROS => 3,
        MANY_ZEROS => 7,
        _ => 0,
    }
}

/// zlib compares whole bytes: a fixed block wins when it is as short, and a
/// stored one when its text and two lengths are no longer.
const fn whole_bytes(bits: u32) -> u32 {
    bits.wrapping_add(3 + 7) >> 3
}

/// The fewest bits that are so many whole bytes.
const fn least_of_bytes(bytes: u32) -> u32 {
    bytes.saturating_mul(8).saturating_sub(3 + 7)
}

/// The codes of one block.
#[derive(Debug)]
pub(super) struct BlockCodes<'a> {
    literals: &'a Alphabet<LITERALS_AND_LENGTHS, 9>,
    distances: &'a Alphabet<DISTANCES, 1>,
}

impl Codes for BlockCodes<'_> {
    #[inline]
    fn literal_or_length(&self, symbol: u16) -> (u16, u32) {
        self.literals.code(symbol)
    }

    #[inline]
    fn distance(&self, symbol: u16) -> (u16, u32) {
        self.distances.code(symbol)
    }
}

/// The symbols of one alphabet: which are used, how often, how long their
/// codes are, and in the end the codes.
#[derive(Debug, Clone)]
struct Alphabet<const N: usize, const WORDS: usize> {
    /// One bit a symbol; the other fields say nothing about unused symbols.
    used: [u32; WORDS],
    /// How many were counted.
    total: u32,
    /// How often a symbol occurs; replaced by its code when that is assigned.
    values: [u16; N],
    lengths: [u8; N],
}

impl<const N: usize, const WORDS: usize> Alphabet<N, WORDS> {
    const fn new() -> Self {
        Self {
            used: [0; WORDS],
            total: 0,
            values: [0; N],
            lengths: [0; N],
        }
    }

    fn clear(&mut self) {
        self.used.fill(0);
        self.total = 0;
        self.values.fill(0);
    }

    /// Only the bound asks for the total.
    #[inline]
    fn add_total(&mut self, count: usize) {
        if cfg!(target_os = "none") {
            return;
        }
        let count = u32::try_from(count).unwrap_or(0);
        self.total = self.total.wrapping_add(count);
    }

    fn count(&mut self, symbol: u16) {
        self.note(symbol);
        self.add_total(1);
    }

    /// Counts a symbol, but for the total.
    #[inline]
    fn note(&mut self, symbol: u16) {
        mark(&mut self.used, symbol);
        debug_assert!(usize::from(symbol) < N, "no symbol of this alphabet");
        if let Some(value) = self.values.get_mut(usize::from(symbol)) {
            debug_assert!(*value < u16::MAX, "a block has fewer symbols");
            *value = value.wrapping_add(1);
        }
    }

    fn has(&self, symbol: u16) -> bool {
        let word = self.used.get(usize::from(symbol >> 5)).copied();
        word.unwrap_or(0).wrapping_shr(u32::from(symbol)) & 1 == 1
    }

    /// The weight, or later the code, and the length.
    #[inline]
    fn of(&self, symbol: u16) -> (u32, u32) {
        let (value, length) = self.code(symbol);
        (u32::from(value), length)
    }

    #[inline]
    fn code(&self, symbol: u16) -> (u16, u32) {
        let at = usize::from(symbol);
        debug_assert!(at < N, "no symbol of this alphabet");
        let value = self.values.get(at).copied().unwrap_or(0);
        let length = self.lengths.get(at).copied().unwrap_or(0);
        (value, u32::from(length))
    }

    /// The bits of all symbols with their codes, and with codes of the lengths
    /// that `of` gives; after both come the extra bits that it gives.
    #[inline]
    fn bits(&self, of: impl Fn(u16) -> (u32, u32)) -> (u32, u32) {
        symbols(&self.used).fold((0, 0), |(own, other), symbol| {
            let (weight, length) = self.of(symbol);
            let (other_length, extra) = of(symbol);
            let bits = |length: u32| weight.wrapping_mul(length.wrapping_add(extra));
            (
                own.wrapping_add(bits(length)),
                u32::wrapping_add(other, bits(other_length)),
            )
        })
    }

    const fn weights(&self) -> Weights<'_> {
        Weights {
            used: &self.used,
            of: &self.values,
        }
    }

    fn as_mut(&mut self) -> AlphabetMut<'_> {
        AlphabetMut {
            used: &mut self.used,
            values: &mut self.values,
            lengths: &mut self.lengths,
        }
    }

    /// Gives the lengths up to the last used symbol as symbols of the code
    /// length alphabet, each with its extra bits and their number.
    fn each_length(&self, mut put: impl FnMut(u16, u32, u32)) {
        each_run(&self.used, &self.lengths, &mut put);
    }
}

/// Gives lengths with runs as symbols of the code length alphabet.
fn each_run(used: &[u32], lengths: &[u8], put: &mut dyn FnMut(u16, u32, u32)) {
    let mut next: u16 = 0;
    let mut run_of: u8 = 0;
    let mut run: u16 = 0;
    for symbol in symbols(used) {
        let length = lengths.get(usize::from(symbol)).copied().unwrap_or(0);
        let zeros = symbol.wrapping_sub(next);
        next = symbol.wrapping_add(1);
        if zeros == 0 && length == run_of {
            run = run.wrapping_add(1);
            continue;
        }
        put_repeats(run_of, run, put);
        put_zeros(zeros, put);
        put(u16::from(length), 0, 0);
        run_of = length;
        run = 0;
    }
    put_repeats(run_of, run, put);
}

/// 3 to 6 repeats of the last length at a time; fewer than 3 are not worth a
/// symbol.
pub(super) fn put_repeats(length: u8, count: u16, put: &mut dyn FnMut(u16, u32, u32)) {
    let mut left = count;
    while left >= 3 {
        let group = left.min(6);
        left = left.wrapping_sub(group);
        put(REPEAT_LAST, u32::from(group.wrapping_sub(3)), 2);
    }
    (0..left).for_each(|_| put(u16::from(length), 0, 0));
}

pub(super) fn put_zeros(count: u16, put: &mut dyn FnMut(u16, u32, u32)) {
    let mut left = count;
    while left >= 11 {
        let group = left.min(138);
        left = left.wrapping_sub(group);
        put(MANY_ZEROS, u32::from(group.wrapping_sub(11)), 7);
    }
    if left >= 3 {
        put(FEW_ZEROS, u32::from(left.wrapping_sub(3)), 3);
    } else {
        (0..left).for_each(|_| put(0, 0, 0));
    }
}

#[inline]
fn mark(used: &mut [u32], symbol: u16) {
    if let Some(word) = used.get_mut(usize::from(symbol >> 5)) {
        *word |= 1_u32.wrapping_shl(u32::from(symbol));
    }
}

/// The used symbols in ascending order.
#[inline]
pub(super) fn symbols(used: &[u32]) -> Symbols<'_> {
    Symbols {
        words: used.iter(),
        word: 0,
        base: 0_u16.wrapping_sub(32),
    }
}

/// The used symbols from `first` on, in ascending order.
#[inline]
fn symbols_from(used: &[u32], first: u16) -> Symbols<'_> {
    let word = usize::from(first >> 5);
    let (_, words) = used.split_at_checked(word).unwrap_or_default();
    let mut words = words.iter();
    let below = 1_u32.wrapping_shl(first.into()).wrapping_sub(1);
    Symbols {
        word: words.next().copied().unwrap_or(0) & !below,
        words,
        base: first & !31,
    }
}

pub(super) struct Symbols<'a> {
    words: core::slice::Iter<'a, u32>,
    word: u32,
    /// The symbol of the lowest bit of `word`.
    base: u16,
}

impl Iterator for Symbols<'_> {
    type Item = u16;

    #[cfg_attr(target_os = "none", inline(never))]
    #[cfg_attr(not(target_os = "none"), inline)]
    fn next(&mut self) -> Option<u16> {
        while self.word == 0 {
            self.word = *self.words.next()?;
            self.base = self.base.wrapping_add(32);
        }
        let bit = (self.word.trailing_zeros() & 31) as u16;
        self.word &= self.word.wrapping_sub(1);
        Some(self.base.wrapping_add(bit))
    }
}

/// An [`Alphabet`] of any size, so that the code below exists once.
struct AlphabetMut<'a> {
    used: &'a mut [u32],
    values: &'a mut [u16],
    lengths: &'a mut [u8],
}

impl AlphabetMut<'_> {
    /// Replaces the weights by these codes, and the lengths by theirs.
    fn set_codes(&mut self, code_of: impl Fn(u16) -> (u16, u32)) {
        for symbol in symbols(self.used) {
            let (code, length) = code_of(symbol);
            if let Some(value) = self.values.get_mut(usize::from(symbol)) {
                *value = code;
            }
            set_length(self.lengths, symbol, (length & 0x0F) as u16);
        }
    }

    /// How many symbols have each length.
    fn count_lengths(&self) -> [u16; LENGTH_MAX as usize + 1] {
        let mut counts = [0_u16; LENGTH_MAX as usize + 1];
        for symbol in symbols(self.used) {
            let length = self.lengths.get(usize::from(symbol)).copied().unwrap_or(0);
            if let Some(count) = counts.get_mut(usize::from(length)) {
                *count = count.wrapping_add(1);
            }
        }
        counts
    }

    /// Replaces the weights by the canonical codes (RFC 1951, section 3.2.2).
    fn assign_codes(&mut self) {
        let mut next = self.count_lengths();
        let mut code: u16 = 0;
        for slot in next.iter_mut().skip(1) {
            let count = *slot;
            code = code.wrapping_shl(1);
            *slot = code;
            code = code.wrapping_add(count);
        }
        for symbol in symbols(self.used) {
            let at = usize::from(symbol);
            let length = self.lengths.get(at).copied().unwrap_or(0);
            if let (Some(value), Some(next)) =
                (self.values.get_mut(at), next.get_mut(usize::from(length)))
            {
                *value = *next;
                *next = next.wrapping_add(1);
            }
        }
    }
}

fn set_length(lengths: &mut [u8], symbol: u16, length: u16) {
    if let Some(slot) = lengths.get_mut(usize::from(symbol)) {
        *slot = (length & 0x0F) as u8;
    }
}

/// Nodes of a tree: symbols keep their number; the numbers of inner nodes
/// follow from here, in the order of the slots where their children stand.
const INNER: u16 = 286;
const _: () = assert!(INNER as usize == LITERALS_AND_LENGTHS);

/// A node as a number: weight, then height, then the node's own number, so
/// that one comparison orders nodes by weight and height.
type Ranked = u32;
const NODE_BITS: u32 = 10;
const HEIGHT_BITS: u32 = 5;

/// Goes before no other node.
const LAST: Ranked = Ranked::MAX;

const fn rank(weight: u32, height: u32, node: u16) -> Ranked {
    (((weight << HEIGHT_BITS) | height) << NODE_BITS) | node as u32
}

/// The rank of the parent of two nodes: weights add up, and it is higher than
/// both.
#[inline]
fn join_ranks(left: Ranked, right: Ranked, node: u16) -> Ranked {
    const NODES: u32 = (1 << NODE_BITS) - 1;
    const HEIGHTS: u32 = ((1 << HEIGHT_BITS) - 1) << NODE_BITS;
    const WEIGHTS: u32 = !(NODES | HEIGHTS);
    let weight = (left & WEIGHTS).wrapping_add(right & WEIGHTS);
    let height = (left & HEIGHTS).max(right & HEIGHTS);
    weight
        .wrapping_add(height)
        .wrapping_add(1 << NODE_BITS)
        .wrapping_add(u32::from(node))
}

const fn node_of(ranked: Ranked) -> u16 {
    (ranked & ((1 << NODE_BITS) - 1)) as u16
}

/// A node goes before another, or in its place, when this is not above that.
const fn least_of_rank(ranked: Ranked) -> Ranked {
    ranked & !((1 << NODE_BITS) - 1)
}

/// The children of an inner node, in the slot that the heap no longer needs:
/// above all ranks, since weights have 15 bits, so that it goes before no node
/// either. The depth of the inner node is added between.
const fn family(left: Ranked, right: Ranked) -> u32 {
    FAMILY | ((node_of(left) as u32) << NODE_BITS) | node_of(right) as u32
}
const FAMILY: u32 = 1 << 31;
const DEPTH_SHIFT: u32 = 2 * NODE_BITS;

/// The children that [`family`] was given.
const fn children(family: u32) -> [u16; 2] {
    [node_of(family >> NODE_BITS), node_of(family)]
}

/// A binary heap whose top is element 1: below element n stands pair n.
type Heap = [[Ranked; 2]; LITERALS_AND_LENGTHS / 2 + 1];

/// Where trees are built.
#[derive(Debug, Clone)]
struct Workshop {
    /// From the end on replaced by the children of the inner nodes.
    heap: Heap,
}

impl Workshop {
    const fn new() -> Self {
        Self {
            heap: [[0; 2]; LITERALS_AND_LENGTHS / 2 + 1],
        }
    }

    /// Gives every used symbol the length of its code and returns the last
    /// used symbol. Where fewer than two are used, others join with weight 0.
    fn build(&mut self, mut alphabet: AlphabetMut<'_>, longest: u16) -> u16 {
        let (count, last) = self.fill_heap(&mut alphabet);
        self.join(count);
        let excess = self.measure(alphabet.lengths, count, longest);
        if excess > 0 {
            self.shorten(&mut alphabet, count, longest, excess);
        }
        last
    }

    /// Puts the used symbols on the heap; gives their number and the last one.
    fn fill_heap(&mut self, alphabet: &mut AlphabetMut<'_>) -> (usize, u16) {
        let mut count: usize = 0;
        let slots = self.heap.as_flattened_mut();
        for symbol in symbols(alphabet.used) {
            let weight = alphabet.values.get(usize::from(symbol)).copied();
            count = count.wrapping_add(1);
            if let Some(slot) = slots.get_mut(count) {
                *slot = rank(u32::from(weight.unwrap_or(0)), 0, symbol);
            }
        }
        let last = slots.get(count).copied().map(node_of);
        let mut last = last.filter(|_| count > 0);
        while count < 2 {
            let symbol = match last {
                None => 0,
                Some(last) if last < 2 => last.wrapping_add(1),
                Some(_) => 0,
            };
            last = last.max(Some(symbol));
            mark(alphabet.used, symbol);
            count = count.wrapping_add(1);
            if let Some(slot) = slots.get_mut(count) {
                *slot = rank(1, 0, symbol);
            }
        }
        // What stands below the lowest nodes stays there.
        let lowest = slots.len().min(count.wrapping_mul(2).wrapping_add(2));
        if let Some(beyond) = slots.get_mut(count.wrapping_add(1)..lowest) {
            beyond.fill(LAST);
        }
        for top in (1..=count / 2).rev() {
            let node = self.slot(top);
            sift(&mut self.heap, top, node);
        }
        (count, last.unwrap_or(0))
    }

    /// Joins the two least nodes until one is left: the root, whose children
    /// stand in slot 2.
    fn join(&mut self, count: usize) {
        let mut last = count;
        while last >= 2 {
            let least = self.slot(1);
            let spare = self.slot(last);
            self.set_slot(last, LAST);
            sift(&mut self.heap, 1, spare);
            let next = self.slot(1);
            self.set_slot(last, family(least, next));
            let [low, high, ..] = last.to_le_bytes();
            let parent = INNER.wrapping_add(u16::from_le_bytes([low, high]));
            sift(&mut self.heap, 1, join_ranks(least, next, parent));
            last = last.wrapping_sub(1);
        }
    }

    fn slot(&self, at: usize) -> u32 {
        self.heap.as_flattened().get(at).copied().unwrap_or(LAST)
    }

    fn set_slot(&mut self, at: usize, value: u32) {
        if let Some(slot) = self.heap.as_flattened_mut().get_mut(at) {
            *slot = value;
        }
    }

    /// Sets the lengths from the root down, none above `longest`, and gives the
    /// number of nodes that had to be cut.
    fn measure(&mut self, lengths: &mut [u8], count: usize, longest: u16) -> u32 {
        let mut excess: u32 = 0;
        for parent in 2..count.wrapping_add(1) {
            let family = self.slot(parent);
            let above = (family >> DEPTH_SHIFT & 0x0F) as u16;
            let depth = above.wrapping_add(1).min(longest);
            if depth == above {
                excess = excess.wrapping_add(2);
            }
            for node in children(family) {
                if node < INNER {
                    set_length(lengths, node, depth);
                } else {
                    let slot = usize::from(node.wrapping_sub(INNER));
                    let below = self.slot(slot) | u32::from(depth) << DEPTH_SHIFT;
                    self.set_slot(slot, below);
                }
            }
        }
        excess
    }

    /// The symbols as they left the heap.
    fn lightest(&self, count: usize) -> impl Iterator<Item = u16> {
        let families = (2..=count).rev().map(|at| self.slot(at));
        families.flat_map(children).filter(|&node| node < INNER)
    }

    /// Makes room among the shorter codes for those that were cut, and hands
    /// out the lengths anew, the longest first to the lightest symbols.
    fn shorten(&self, alphabet: &mut AlphabetMut<'_>, count: usize, longest: u16, excess: u32) {
        let mut counts = alphabet.count_lengths();
        for _ in 0..excess.div_ceil(2) {
            // The deepest leaf above the limit moves down and takes a cut one
            // as its brother.
            let Some(length) = (1..longest)
                .rev()
                .find(|&length| counts.get(usize::from(length)).is_some_and(|&of| of > 0))
            else {
                break;
            };
            let mut change = |length: u16, by: i16| {
                if let Some(of) = counts.get_mut(usize::from(length)) {
                    *of = of.wrapping_add_signed(by);
                }
            };
            change(length, -1);
            change(length.wrapping_add(1), 2);
            change(longest, -1);
        }
        let mut lightest = self.lightest(count);
        for length in (1..=longest).rev() {
            let of = counts.get(usize::from(length)).copied().unwrap_or(0);
            for symbol in lightest.by_ref().take(usize::from(of)) {
                set_length(alphabet.lengths, symbol, length);
            }
        }
    }
}

/// Puts a node at `at`, or below as long as one there goes before it.
#[cfg_attr(target_os = "none", inline(never))]
fn sift(heap: &mut Heap, at: usize, node: Ranked) {
    let mut hole = at;
    let floor = least_of_rank(node);
    while let Some(&[first, second]) = heap.get(hole) {
        let second_first = least_of_rank(second) <= first;
        let least = if second_first { second } else { first };
        if floor <= least {
            break;
        }
        if let Some(slot) = heap.as_flattened_mut().get_mut(hole) {
            *slot = least;
        }
        hole = hole.wrapping_mul(2).wrapping_add(usize::from(second_first));
    }
    if let Some(slot) = heap.as_flattened_mut().get_mut(hole) {
        *slot = node;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a device looks fixed codes up in.
    #[test]
    fn fixed_codes_of_a_block_are_the_fixed_codes() {
        let mut trees = Trees::new();
        trees.clear();
        let (literals, distances) = (0..286, 0..30);
        literals.clone().for_each(|it| trees.count_literal(it));
        distances.clone().for_each(|it| trees.count_distance(it));
        let codes = trees.fixed_codes();
        for symbol in literals {
            let expected = FixedCodes.literal_or_length(symbol);
            assert_eq!(codes.literal_or_length(symbol), expected, "{symbol}");
        }
        for symbol in distances {
            assert_eq!(codes.distance(symbol), (symbol, 5));
        }
    }
}
