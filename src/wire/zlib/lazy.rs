//! zlib's choice of matches at level 6: a match is taken only when the next
//! position has no longer one.

use super::codes::{MIN_MATCH, Run};
use super::search::{Search, longest_match, next_hash};

/// A length from which no better match is looked for at the next position.
const LAZY_LENGTH: usize = 16;
/// The farthest useful source of a match of three bytes.
const SHORT_MATCH_REACH: usize = 4_096;
/// "No match": one below the shortest.
const NO_MATCH: usize = 2;

/// Whether a position was filed, and whether the search has to look for others.
#[derive(PartialEq, Eq)]
enum Filed {
    Not,
    Alone,
    BesideOthers,
}

/// The state between two runs. A copy of it resumes where it was taken, given
/// a search that still knows what it knew then.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lazy {
    pos: usize,
    /// Of the position filed last.
    hash: u16,
    length: usize,
    source: usize,
    /// The byte before `pos` has not been given out yet.
    pending: bool,
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
        }
    }

    /// The next run of at most `limit` symbols, which is not 0. It ends with a
    /// match, with the content, or at the limit. It is the last one when it got
    /// to the end before it got to the limit, or with its last literal.
    #[inline]
    pub(super) fn next<S: Search>(&mut self, content: &[u8], search: &mut S, limit: usize) -> Run {
        let mut now = *self;
        let begin = now.pos.wrapping_sub(usize::from(now.pending));
        // One more than may be given out: the last one is pending.
        let limited = begin.saturating_add(limit).saturating_add(1);
        let stop = content.len().min(limited);
        let mut run = Run {
            literals: 0,
            length: 0,
            distance: 0,
            last: false,
        };
        while now.pos < stop {
            let (previous_length, previous_source) = (now.length, now.source);
            now.length = NO_MATCH;
            if now.file(content, search, now.pos) == Filed::BesideOthers
                && previous_length < LAZY_LENGTH
            {
                now.look(content, search, previous_length);
            }
            if previous_length >= now.length.max(usize::from(MIN_MATCH)) {
                let start = now.pos.wrapping_sub(1);
                let end = start.wrapping_add(previous_length);
                for pos in now.pos.wrapping_add(1)..end {
                    if now.file(content, search, pos) == Filed::Not {
                        break;
                    }
                }
                now.pos = end;
                now.length = NO_MATCH;
                now.pending = false;
                *self = now;
                debug_assert!(
                    begin <= start && previous_source < start,
                    "matches lie behind"
                );
                run.literals = start.wrapping_sub(begin);
                run.length = u16::try_from(previous_length).unwrap_or(0);
                let distance = start.wrapping_sub(previous_source);
                debug_assert!(
                    u16::try_from(distance.max(previous_length)).is_ok(),
                    "32 KiB back"
                );
                run.distance = u16::try_from(distance).unwrap_or(0);
                return run;
            }
            now.pos = now.pos.wrapping_add(1);
        }
        run.last = now.pos < limited;
        now.pending = !run.last;
        run.literals = now.pos.wrapping_sub(begin).min(limit);
        *self = now;
        run
    }

    /// Makes `pos` known to the search if three bytes are left there.
    #[inline]
    fn file<S: Search>(&mut self, content: &[u8], search: &mut S, pos: usize) -> Filed {
        let Some(&third) = content.get(pos.wrapping_add(2)) else {
            return Filed::Not;
        };
        self.hash = next_hash(self.hash, third);
        if search.insert(pos, self.hash) {
            Filed::BesideOthers
        } else {
            Filed::Alone
        }
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
}
