//! Where earlier bytes repeat: the search behind the matches.
//!
//! zlib files every position under a 15-bit hash of its next three bytes and
//! walks the positions with the same hash from the newest to the oldest. Other
//! three bytes can have the same hash; such positions count against the limit
//! of the walk, so an identical result needs the identical hash. Every search
//! here visits these positions in this order; they differ in memory and speed.
//!
//! | search | memory | finds |
//! |---|---|---|
//! | [`Ring`] | 2.3 KB, 320 bytes on a device | positions up to 255 bytes back |
//! | [`Rescan`] | none | all, reading the content backwards |
//! | [`Chains`] | 4 bytes a position | all |

use super::codes::MAX_MATCH;

/// A length from which the previous match makes the search four times shorter.
const GOOD_LENGTH: usize = 8;
/// A length that ends the search.
const NICE_LENGTH: usize = 128;
/// Positions visited in one search.
const WALK_MAX: u32 = 128;

/// Visits earlier positions with the same hash.
pub(super) trait Search {
    /// Makes `pos` and its hash known; positions come in order. False when
    /// there is certainly no earlier position to visit.
    fn insert(&mut self, pos: usize, hash: u16) -> bool;

    /// The next older position than `pos` whose hash is `hash`, or 0: position
    /// 0 is never a source. `pos` is the newest inserted position or an answer
    /// since then.
    fn previous(&self, content: &[u8], pos: usize, hash: u16) -> usize;
}

/// zlib's hash of the three bytes at `pos`; none where fewer are left.
#[inline]
pub(super) fn hash_at(content: &[u8], pos: usize) -> Option<u16> {
    let third = *content.get(pos.wrapping_add(2))?;
    let second = *content.get(pos.wrapping_add(1))?;
    let first = *content.get(pos)?;
    Some(next_hash(next_hash(next_hash(0, first), second), third))
}

/// The hash of a position from that of the position before it.
#[inline]
pub(super) const fn next_hash(hash: u16, third: u8) -> u16 {
    ((hash << 5) ^ third as u16) & 0x7FFF
}

/// The longest match at `pos` above `length`, as length and source. `newest`
/// is the first source to look at.
pub(super) fn longest_match<S: Search>(
    search: &S,
    content: &[u8],
    pos: usize,
    hash: u16,
    length: usize,
    newest: usize,
) -> Option<(usize, usize)> {
    let ahead = content.get(pos..)?;
    let longest = ahead.len().min(usize::from(MAX_MATCH));
    let ahead = ahead.get(..longest)?;
    let nice = NICE_LENGTH.min(longest);
    let mut walk = if length >= GOOD_LENGTH {
        WALK_MAX / 4
    } else {
        WALK_MAX
    };
    let mut best = length;
    let mut wanted = *ahead.get(best)?;
    let mut found = None;
    let mut source = newest;
    while source != 0 {
        let earlier = content.get(source..)?;
        if earlier.get(best) == Some(&wanted) {
            let common = common_length(earlier, ahead);
            if common > best {
                best = common;
                found = Some((best, source));
                if best >= nice {
                    break;
                }
                wanted = *ahead.get(best)?;
            }
        }
        walk = walk.wrapping_sub(1);
        if walk == 0 {
            break;
        }
        source = search.previous(content, source, hash);
    }
    found
}

#[inline]
fn common_length(earlier: &[u8], ahead: &[u8]) -> usize {
    earlier
        .iter()
        .zip(ahead)
        .take_while(|(left, right)| left == right)
        .count()
}

/// Buckets of [`Ring`]: a power of two. Fewer on a device, where the stack is
/// short; which positions are visited does not depend on it.
const RING_BUCKETS: usize = if cfg!(target_os = "none") { 32 } else { 1_024 };
/// Positions of [`Ring`].
const RING_LEN: usize = 256;

/// The last 255 positions, each with the distance to the one before it in the
/// same bucket.
#[derive(Debug)]
pub(super) struct Ring {
    newest: usize,
    heads: [u16; RING_BUCKETS],
    steps: [u8; RING_LEN],
}

impl Ring {
    pub(super) const fn new() -> Self {
        Self {
            newest: 0,
            heads: [0; RING_BUCKETS],
            steps: [0; RING_LEN],
        }
    }
}

impl Search for Ring {
    #[inline]
    fn insert(&mut self, pos: usize, hash: u16) -> bool {
        let bucket = usize::from(hash.wrapping_mul(0x9E37)).wrapping_mul(RING_BUCKETS) >> 16;
        let [low, high, ..] = pos.to_le_bytes();
        let short = u16::from_le_bytes([low, high]);
        self.newest = pos;
        let (Some(head), Some(step)) = (
            self.heads.get_mut(bucket),
            self.steps.get_mut(usize::from(low)),
        ) else {
            return false;
        };
        // A head from 65,536 bytes ago looks near; that is harmless, since
        // the bytes themselves are compared before they become a match.
        let before = core::mem::replace(head, short);
        *step = u8::try_from(short.wrapping_sub(before)).unwrap_or(0);
        // Near the beginning, a head of 0 is no position. (A device has too few
        // buckets to be helped by that.)
        let is_one = before != 0 || pos > usize::from(u8::MAX);
        *step != 0 && (is_one || cfg!(target_os = "none"))
    }

    #[inline]
    fn previous(&self, content: &[u8], pos: usize, hash: u16) -> usize {
        let mut pos = pos;
        loop {
            let [low, ..] = pos.to_le_bytes();
            let step = self.steps.get(usize::from(low)).copied().unwrap_or(0);
            let next = pos.saturating_sub(usize::from(step));
            // Older places of the ring already belong to newer positions.
            if step == 0 || self.newest.wrapping_sub(next) >= RING_LEN {
                return 0;
            }
            if next == 0 || hash_at(content, next) == Some(hash) {
                return next;
            }
            pos = next;
        }
    }
}

/// Reads the content backwards and remembers nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rescan;

impl Search for Rescan {
    #[inline]
    fn insert(&mut self, _pos: usize, _hash: u16) -> bool {
        true
    }

    #[inline]
    fn previous(&self, content: &[u8], pos: usize, hash: u16) -> usize {
        let earlier = content.get(1..pos.saturating_add(2)).unwrap_or_default();
        let same = |three: &[u8]| hash_at(three, 0) == Some(hash);
        let found = earlier.windows(3).rposition(same);
        found.map_or(0, |before| before.wrapping_add(1))
    }
}

/// Every position linked to the one before it in the same bucket. Positions
/// stay below 65,536.
#[derive(Debug)]
pub(super) struct Chains<'a> {
    /// A power of two, or none.
    heads: &'a mut [u16],
    links: &'a mut [u16],
    /// What is left of 16 bits are the bits of a bucket's number.
    shift: u32,
}

impl<'a> Chains<'a> {
    /// Chains for a content, whatever the memory held before; `links` has an
    /// element for every position. As far as they go there are two to four
    /// heads for each, and no more are cleared.
    pub(super) fn new(heads: &'a mut [u16], links: &'a mut [u16], content_len: usize) -> Self {
        let bits_of = |number: usize| usize::BITS.wrapping_sub(number.leading_zeros());
        let most = bits_of(heads.len()).wrapping_sub(1).min(16);
        let bits = bits_of(content_len).wrapping_add(1).min(most);
        let buckets = 1_usize.wrapping_shl(bits);
        let heads = heads.get_mut(..buckets).unwrap_or_default();
        heads.fill(0);
        Self {
            heads,
            links,
            shift: 16_u32.wrapping_sub(bits),
        }
    }

    /// Hashes of similar text differ in few bits: multiplying spreads these
    /// before the highest become the number of a bucket.
    #[inline]
    fn bucket(&self, hash: u16) -> usize {
        usize::from(hash.wrapping_mul(0x9E37)) >> self.shift
    }
}

impl Search for Chains<'_> {
    #[inline]
    fn insert(&mut self, pos: usize, hash: u16) -> bool {
        let bucket = self.bucket(hash);
        let Some(head) = self.heads.get_mut(bucket) else {
            return false;
        };
        let [low, high, ..] = pos.to_le_bytes();
        let before = core::mem::replace(head, u16::from_le_bytes([low, high]));
        if let Some(link) = self.links.get_mut(pos) {
            *link = before;
        }
        before != 0
    }

    #[inline]
    fn previous(&self, content: &[u8], pos: usize, hash: u16) -> usize {
        let mut pos = pos;
        loop {
            pos = usize::from(self.links.get(pos).copied().unwrap_or(0));
            if pos == 0 || hash_at(content, pos) == Some(hash) {
                return pos;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    extern crate std;
    use std::vec::Vec;

    fn visited<S: Search>(search: &S, content: &[u8], pos: usize) -> Vec<usize> {
        let hash = hash_at(content, pos).unwrap();
        let mut all = Vec::new();
        let mut at = search.previous(content, pos, hash);
        while at != 0 {
            all.push(at);
            at = search.previous(content, at, hash);
        }
        all
    }

    fn expected(content: &[u8], pos: usize, reach: usize) -> Vec<usize> {
        let hash = hash_at(content, pos);
        (1..pos)
            .rev()
            .filter(|&at| pos - at <= reach && hash_at(content, at) == hash)
            .collect()
    }

    /// Bytes whose hashes repeat often, some by collision only.
    fn colliding(len: usize) -> Vec<u8> {
        let letters = noise(len, 5).into_iter();
        letters
            .map(|letter| [0x20, 0x40, 0x61, 0x01, 0xE0][usize::from(letter)])
            .collect()
    }

    /// Numbers below `many`, which is at most 256.
    fn noise(len: usize, many: u32) -> Vec<u8> {
        let mut state = 1_u32;
        (0..len)
            .map(|_| {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                u8::try_from((state >> 20) % many).unwrap()
            })
            .collect()
    }

    #[test]
    #[cfg_attr(miri, ignore = "a quadratic comparison")]
    fn the_ring_visits_every_position_in_reach() {
        // The second has many hashes in one bucket.
        for content in [colliding(1_500), noise(3_000, 256)] {
            let mut ring = Ring::new();
            for pos in 0..content.len() - 2 {
                ring.insert(pos, hash_at(&content, pos).unwrap());
                assert_eq!(
                    visited(&ring, &content, pos),
                    expected(&content, pos, 255),
                    "position {pos}"
                );
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "a quadratic comparison")]
    fn chains_and_rescan_visit_every_position() {
        let content = colliding(1_500);
        for buckets in [1, 64, 100, 1_500] {
            let mut heads = std::vec![0xFFFF; buckets];
            let mut links = std::vec![0xFFFF; content.len()];
            let mut chains = Chains::new(&mut heads, &mut links, content.len());
            for pos in 0..content.len() - 2 {
                chains.insert(pos, hash_at(&content, pos).unwrap());
                let all = expected(&content, pos, usize::MAX);
                assert_eq!(visited(&chains, &content, pos), all, "position {pos}");
                assert_eq!(visited(&Rescan, &content, pos), all, "position {pos}");
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "140,000 positions")]
    fn the_ring_never_reaches_farther_however_long_the_content() {
        let content = std::vec![7; 140_000];
        let mut ring = Ring::new();
        for pos in 0..content.len() - 2 {
            let hash = hash_at(&content, pos).unwrap();
            // Position 0 is no source.
            assert_eq!(ring.insert(pos, hash), pos > 1, "position {pos}");
            let source = ring.previous(&content, pos, hash);
            assert!(source == 0 || pos - source < 256, "position {pos}");
        }
    }

    #[test]
    fn the_first_of_its_bucket_has_no_position_to_visit() {
        for pos in [0, 1, 254, 255, 256, 65_535] {
            assert!(!Ring::new().insert(pos, 7), "position {pos}");
        }
    }
}
