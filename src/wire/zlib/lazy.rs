//! zlib's choice of matches at level 6: a match is taken only when the next
//! position has no longer one.

use super::codes::{MIN_MATCH, Symbol};
use super::search::{Search, longest_match, next_hash};

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
    /// Of the position filed last.
    hash: u16,
    length: usize,
    source: usize,
    /// The byte before `pos` has not been given out yet.
    pending: bool,
    ended_with_literal: bool,
}

impl Lazy {
    pub(super) fn new(content: &[u8]) -> Self {
        let hash = content
            .iter()
            .take(2)
            .fold(0, |hash, &byte| next_hash(hash, byte));
        Self {
            pos: 0,
            hash,
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
            if self.file(content, search, self.pos) && previous_length < LAZY_LENGTH {
                self.look(content, search, previous_length);
            }
            if previous_length > NO_MATCH && self.length <= previous_length {
                let start = self.pos.wrapping_sub(1);
                let end = start.wrapping_add(previous_length);
                for pos in self.pos.wrapping_add(1)..end {
                    if !self.file(content, search, pos) {
                        break;
                    }
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

    /// Makes `pos` known to the search if three bytes are left there.
    #[inline]
    fn file<S: Search>(&mut self, content: &[u8], search: &mut S, pos: usize) -> bool {
        let third = content.get(pos.wrapping_add(2));
        if let Some(&third) = third {
            self.hash = next_hash(self.hash, third);
            search.insert(pos, self.hash);
        }
        third.is_some()
    }

    /// Looks for a longer match than the one at the position before.
    #[inline]
    fn look<S: Search>(&mut self, content: &[u8], search: &S, previous_length: usize) {
        let (pos, hash) = (self.pos, self.hash);
        let newest = search.previous(content, pos, hash);
        if newest == 0 {
            return;
        }
        let found = longest_match(search, content, pos, hash, previous_length, newest);
        if let Some((length, source)) = found
            && (length > usize::from(MIN_MATCH) || pos.wrapping_sub(source) <= SHORT_MATCH_REACH)
        {
            self.length = length;
            self.source = source;
        }
    }

    fn literal(&self, content: &[u8]) -> Symbol {
        let byte = content.get(self.pos.wrapping_sub(1)).copied();
        Symbol::Literal(byte.unwrap_or(0))
    }
}
