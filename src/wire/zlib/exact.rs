//! [`Exact`]: the very bytes of zlib at level 6.
//!
//! zlib keeps the symbols of a block until it knows the codes. Here nothing is
//! kept: the choice of matches depends on the content alone, so it is made
//! twice, once to count and once to write. Where the scratch has room for the
//! content, the first pass leaves a log for the second.

use super::bits::BitWriter;
use super::codes::{Codes, FixedCodes, Run, put_end, put_run};
use super::lazy::Lazy;
use super::search::{Chains, Rescan};
use super::trees::{Form, Trees};
use super::{BLOCK_SYMBOLS, Compression, adler32, room_for, stored};
use crate::Error;

/// The longest content for which [`Exact`] gives the bytes of zlib: up to
/// here zlib's window has not moved.
pub const EXACT_MAX: usize = 32_506;

/// Byte for byte what zlib (checked: 1.3.2) writes at level 6 in one call, up to
/// [`EXACT_MAX`] bytes of content; above, stored blocks.
///
/// Takes its scratch from the stack, in steps with the content: 5.2 KB up to 512
/// bytes of content, 15 KB up to 2,048, 51 KB up to 8,192, and 193 KB above; and
/// some 2 KB more up to 1,024, where it first asks whether codes of its own could
/// be shorter. It is made for hosts; on a device use [`ExactRef`].
///
/// ```
/// use tokenmint::zlib::{Compression, Exact, compressed_capacity};
///
/// let mut out = [0; compressed_capacity(23)];
/// let len = Exact.compress(b"hello hello hello hello", &mut out)?;
/// assert_eq!(out[..len], *b"\x78\x9c\xcb\x48\xcd\xc9\xc9\x57\xc8\x40\x27\x01\x68\x03\x08\xb1");
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Exact;

impl Compression for Exact {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        match content.len() {
            0..=512 => with_own_scratch::<512>(content, out),
            513..=2_048 => with_own_scratch::<2_048>(content, out),
            2_049..=8_192 => with_own_scratch::<8_192>(content, out),
            8_193..=EXACT_MAX => with_own_scratch::<EXACT_MAX>(content, out),
            // Stored there: nothing is searched.
            _ => with_own_scratch::<0>(content, out),
        }
    }
}

/// A frame of its own, so that a short content does not pay for a long one.
#[inline(never)]
fn with_own_scratch<const N: usize>(content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
    ExactRef::new(&mut ExactScratch::<N>::new()).compress(content, out)
}

/// [`Exact`] with a scratch that the caller supplies, for example in a static
/// of a device whose stack is small. With `N` = 0 the scratch is smallest.
///
/// Contents longer than `N` bytes give the same bytes by a search without
/// memory, whose time grows with the square of the length: keep `N` above the
/// usual length where that matters. Reusing a scratch costs nothing, whatever
/// it compressed before.
///
/// ```
/// use tokenmint::zlib::{Compression, ExactRef, ExactScratch, compressed_capacity};
///
/// let mut scratch = ExactScratch::<0>::new();
/// let mut out = [0; compressed_capacity(5)];
/// let len = ExactRef::new(&mut scratch).compress(b"aaaaa", &mut out)?;
/// assert_eq!(out[..len], *b"\x78\x9c\x4b\x4c\x04\x02\x00\x05\xb4\x01\xe6");
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug)]
pub struct ExactRef<'s, const N: usize> {
    scratch: &'s mut ExactScratch<N>,
}

impl<'s, const N: usize> ExactRef<'s, N> {
    /// Uses `scratch`, whatever it held before.
    #[must_use]
    pub const fn new(scratch: &'s mut ExactScratch<N>) -> Self {
        Self { scratch }
    }
}

impl<const N: usize> Compression for ExactRef<'_, N> {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        let out = room_for(content, out)?;
        if content.len() > EXACT_MAX {
            return Ok(stored::put_stream(content, 0x9C, out));
        }
        let scratch = &mut *self.scratch;
        Ok(if N > 0 && content.len() <= N {
            let logged = Logged {
                lazy: Lazy::new(content),
                chains: Chains::new(&mut scratch.heads, &mut scratch.links, content.len()),
                log: &mut scratch.log,
                written: 0,
                read: 0,
            };
            put_stream(content, logged, &mut scratch.trees, out)
        } else {
            let repeated = Repeated {
                ahead: Lazy::new(content),
                behind: Lazy::new(content),
            };
            put_stream(content, repeated, &mut scratch.trees, out)
        })
    }
}

/// The working memory of [`ExactRef`]: 2.2 KB and 6 bytes for each of `N`
/// positions. Holds statistics of the content between calls, never its bytes.
#[derive(Clone)]
pub struct ExactScratch<const N: usize> {
    trees: Trees,
    heads: [u16; N],
    links: [u16; N],
    log: [u16; N],
}

impl<const N: usize> ExactScratch<N> {
    /// A scratch for one compression after another.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            trees: Trees::new(),
            heads: [0; N],
            links: [0; N],
            log: [0; N],
        }
    }
}

impl<const N: usize> Default for ExactScratch<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> core::fmt::Debug for ExactScratch<N> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ExactScratch")
            .field("positions", &N)
            .finish_non_exhaustive()
    }
}

/// The symbols of a content, read by two cursors, block by block.
trait Passes {
    /// The next run for the first cursor, of at most `limit` symbols.
    fn first(&mut self, content: &[u8], limit: usize) -> Run;
    /// The next run for the second cursor, which reads a block when the first
    /// has read it.
    fn second(&mut self, content: &[u8], limit: usize) -> Run;
    /// Moves the second cursor to the first: the next block begins.
    fn catch_up(&mut self);
}

/// Finds every symbol twice.
struct Repeated {
    ahead: Lazy,
    behind: Lazy,
}

impl Passes for Repeated {
    fn first(&mut self, content: &[u8], limit: usize) -> Run {
        self.ahead.next(content, &mut Rescan, limit)
    }

    fn second(&mut self, content: &[u8], limit: usize) -> Run {
        self.behind.next(content, &mut Rescan, limit)
    }

    fn catch_up(&mut self) {
        self.behind = self.ahead;
    }
}

/// Finds every symbol once. The log has three elements for every run of the
/// block: literals, distance, length. There is room: a match covers three
/// positions or more. Only the last run of a block has no match; where the log
/// ends with it, its distance and length are left out, and read as 0.
struct Logged<'a> {
    lazy: Lazy,
    chains: Chains<'a>,
    log: &'a mut [u16],
    written: usize,
    read: usize,
}

impl Passes for Logged<'_> {
    #[inline]
    fn first(&mut self, content: &[u8], limit: usize) -> Run {
        let run = self.lazy.next(content, &mut self.chains, limit);
        let literals = u16::try_from(run.literals).unwrap_or(0);
        let entry = [literals, run.distance, run.length];
        let slots = self.log.get_mut(self.written..).unwrap_or_default();
        debug_assert!(entry.len() <= slots.len(), "the log has room for a block");
        for (slot, element) in slots.iter_mut().zip(entry) {
            *slot = element;
        }
        self.written = self.written.wrapping_add(entry.len());
        run
    }

    #[inline]
    fn second(&mut self, _content: &[u8], _limit: usize) -> Run {
        debug_assert!(self.read < self.written, "the first pass was here");
        let element = |at: usize| self.log.get(self.read.wrapping_add(at)).copied();
        let run = Run {
            literals: usize::from(element(0).unwrap_or(0)),
            distance: element(1).unwrap_or(0),
            length: element(2).unwrap_or(0),
            last: false,
        };
        self.read = self.read.wrapping_add(3);
        run
    }

    fn catch_up(&mut self) {
        self.written = 0;
        self.read = 0;
    }
}

/// Writes the whole stream.
fn put_stream<P: Passes>(content: &[u8], passes: P, trees: &mut Trees, out: &mut [u8]) -> usize {
    let mut passes = passes;
    let mut writer = BitWriter::new(out);
    writer.put_bytes(&[0x78, 0x9C]);
    let mut block = content;
    loop {
        trees.clear();
        let mut after = block;
        let mut left = BLOCK_SYMBOLS;
        // A full block is followed by another one, be it empty; only a last
        // literal still joins it.
        let mut last = false;
        while left > 0 && !last {
            let run = passes.first(content, left);
            after = trees.count(after, run);
            left = left.saturating_sub(run.symbols());
            last = run.last;
        }
        let covered = block.len().saturating_sub(after.len());
        let (fixed, own) = (u32::from(last) | 0b010, u32::from(last) | 0b100);
        match trees.choose(covered) {
            Form::Stored => {
                let covered = block.get(..covered).unwrap_or_default();
                stored::put_block(&mut writer, covered, last);
            }
            // One table and one loop more, which a device does without.
            Form::Fixed if cfg!(not(target_os = "none")) => {
                writer.put(fixed, 3);
                put_symbols(&mut writer, &FixedCodes, content, &mut passes, block, after);
            }
            coded => {
                let codes = match coded {
                    Form::Own(header) => {
                        writer.put(own, 3);
                        trees.put_header(&mut writer, header)
                    }
                    _ => {
                        writer.put(fixed, 3);
                        trees.fixed_codes()
                    }
                };
                put_symbols(&mut writer, &codes, content, &mut passes, block, after);
            }
        }
        if last {
            break;
        }
        passes.catch_up();
        block = after;
    }
    writer.align();
    writer.put_bytes(&adler32(content).to_be_bytes());
    writer.len()
}

/// Writes the symbols of `block` up to `after`, and the end of the block.
#[inline]
fn put_symbols<P: Passes, C: Codes>(
    writer: &mut BitWriter<'_>,
    codes: &C,
    content: &[u8],
    passes: &mut P,
    block: &[u8],
    after: &[u8],
) {
    let mut block = block;
    let mut limit = BLOCK_SYMBOLS;
    while block.len() > after.len() {
        let run = passes.second(content, limit);
        block = put_run(writer, codes, block, run);
        limit = limit.saturating_sub(run.symbols());
    }
    put_end(writer, codes);
}

#[cfg(test)]
mod tests {
    use super::*;
    extern crate std;
    use std::vec;
    use std::vec::Vec;

    /// Every byte as a literal, as zlib's strategy `Z_HUFFMAN_ONLY` does.
    #[derive(Default)]
    struct Literals {
        first: usize,
        second: usize,
    }

    fn literals(at: &mut usize, content: &[u8], limit: usize) -> Run {
        let literals = limit.min(content.len() - *at);
        *at += literals;
        Run {
            literals,
            length: 0,
            distance: 0,
            last: *at == content.len(),
        }
    }

    impl Passes for Literals {
        fn first(&mut self, content: &[u8], limit: usize) -> Run {
            literals(&mut self.first, content, limit)
        }

        fn second(&mut self, content: &[u8], limit: usize) -> Run {
            literals(&mut self.second, content, limit)
        }

        fn catch_up(&mut self) {
            self.second = self.first;
        }
    }

    /// Matches keep real contents from weights like the first two, whose best
    /// codes have 17 and 18 bits; the third has many ties. Length and Adler-32
    /// of zlib's streams (1.2.13, level 6, `Z_HUFFMAN_ONLY`, with the header of
    /// the default strategy).
    #[test]
    #[cfg_attr(miri, ignore = "17,000 bytes")]
    fn codes_that_would_be_too_long_are_cut_as_zlib_cuts_them() {
        type Case<'a> = (&'a str, &'a [u8], &'a [usize], usize, u32);
        let cases: [Case<'_>; 3] = [
            (
                "ascending",
                &[
                    97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112,
                    113,
                ],
                &[
                    1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584,
                ],
                2240,
                0xC5565404,
            ),
            (
                "descending",
                &[
                    250, 243, 236, 229, 222, 215, 208, 201, 194, 187, 180, 173, 166, 159, 152, 145,
                    138, 131,
                ],
                &[
                    1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181,
                ],
                3618,
                0x9D94C289,
            ),
            (
                "with ties",
                &[
                    0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45, 48, 51, 54, 57,
                ],
                &[
                    1, 1, 1, 2, 2, 3, 8, 5, 13, 18, 31, 49, 80, 129, 209, 338, 547, 885, 1432, 2317,
                ],
                2027,
                0xC6F976D9,
            ),
        ];
        for (name, bytes, weights, len, checksum) in cases {
            let runs = bytes.iter().zip(weights);
            let content: Vec<u8> = runs
                .flat_map(|(&byte, &weight)| vec![byte; weight])
                .collect();
            let mut out = vec![0; content.len() + 11];
            let written = put_stream(&content, Literals::default(), &mut Trees::new(), &mut out);
            assert_eq!(written, len, "{name}");
            assert_eq!(adler32(&out[..written]), checksum, "{name}");
            let mut back = vec![0; content.len()];
            let inflated = crate::wire::zlib::inflate(&out[..written], &mut back);
            assert_eq!(inflated, Ok(content.len()), "{name}");
            assert_eq!(back, content, "{name}");
        }
    }

    #[test]
    fn a_workspace_says_for_how_many_positions_it_is() {
        let shown = std::format!("{:?}", ExactScratch::<4>::new());
        assert_eq!(shown, "ExactScratch { positions: 4, .. }");
    }
}
