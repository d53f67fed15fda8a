//! zlib's choice of matches at level 6: a match is taken only when the next
//! position has no longer one.

use super::codes::{MIN_MATCH, Symbol};
use super::search::{Search, hash_at, longest_match};

/// A length from which no better match is looked for at the next position.
const LAZY_LENGTH: usize = 16;
/// The farthest useful source of a match of three bytes.
const SHORT_MATCH_REACH: usize = 4_096;
/// "No match": one below the shortest.
const NO_MATCH: usize = MIN_MATCH as usize - 1;

/// The state between two symbols. A copy of it resumes where it was taken,
/// given a search that still knows what it knew then.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lazy {
    pos: usize,
    length: usize,
    source: usize,
    /// The byte before `pos` has not been given out yet.
    pending: bool,
    ended_with_literal: bool,
}

impl Lazy {
    pub(super) const fn new() -> Self {
        Self {
            pos: 0,
            length: NO_MATCH,
            source: 0,
            pending: false,
            ended_with_literal: false,
        }
    }

    /// Whether the content ended with a literal, which zlib adds to the last
    /// block even when that is full.
    pub(super) const fn ended_with_literal(&self) -> bool {
        self.ended_with_literal
    }

    /// The next symbol; none after the last byte.
    #[inline]
    pub(super) fn next<S: Search>(&mut self, content: &[u8], search: &mut S) -> Option<Symbol> {
        loop {
            if self.pos >= content.len() {
                let pending = self.pending;
                self.pending = false;
                self.ended_with_literal = pending;
                return pending.then(|| self.literal(content));
            }
            let (previous_length, previous_source) = (self.length, self.source);
            self.length = NO_MATCH;
            if let Some(hash) = hash_at(content, self.pos) {
                search.insert(content, self.pos);
                if previous_length < LAZY_LENGTH
                    && let Some((length, source)) =
                        longest_match(search, content, self.pos, hash, previous_length)
                    && (length > usize::from(MIN_MATCH)
                        || self.pos.wrapping_sub(source) <= SHORT_MATCH_REACH)
                {
                    self.length = length;
                    self.source = source;
                }
            }
            if previous_length > NO_MATCH && self.length <= previous_length {
                let start = self.pos.wrapping_sub(1);
                let end = start.wrapping_add(previous_length);
                for pos in self.pos.wrapping_add(1)..end {
                    search.insert(content, pos);
                }
                self.pos = end;
                self.length = NO_MATCH;
                self.pending = false;
                return Some(Symbol::Match {
                    length: u16::try_from(previous_length).unwrap_or(0),
                    distance: u16::try_from(start.wrapping_sub(previous_source)).unwrap_or(0),
                });
            }
            let pending = self.pending;
            self.pending = true;
            let literal = self.literal(content);
            self.pos = self.pos.wrapping_add(1);
            if pending {
                return Some(literal);
            }
        }
    }

    fn literal(&self, content: &[u8]) -> Symbol {
        let byte = content.get(self.pos.wrapping_sub(1)).copied();
        Symbol::Literal(byte.unwrap_or(0))
    }
}
