//! Characters in a row, without what is to be overlooked between them.

use alloc::vec::Vec;

use super::glyphs::{BLANK, Glyph, LINE};

/// What a blank between two characters of a token stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blanks {
    /// For nothing.
    Nothing,
    /// For a `+` that was lost.
    Plus,
}

/// The most blanks in a row that stand for as many `+`.
const PLUSES_MAX: usize = 6;

/// Characters in a row: white space and what is invisible are left out.
#[derive(Debug)]
pub(super) struct View<'g> {
    glyphs: &'g [Glyph],
    order: Vec<u32>,
}

impl<'g> View<'g> {
    /// A view of `glyphs`.
    pub(super) fn new(glyphs: &'g [Glyph], blanks: Blanks) -> Self {
        let mut order = Vec::with_capacity(glyphs.len());
        let mut last: Option<Glyph> = None;
        let mut at = 0_usize;
        while let Some(glyph) = glyphs.get(at).copied() {
            if !glyph.is_space() {
                order.push(index(at));
                last = Some(glyph);
                at = at.saturating_add(1);
                continue;
            }
            let rest = glyphs.get(at..).unwrap_or_default();
            let len = rest.iter().take_while(|glyph| glyph.is_space()).count();
            let (gap, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
            let lost = gap.iter().filter(|glyph| glyph.byte == BLANK).count();
            let stands_for_pluses = blanks == Blanks::Plus
                && (1..=PLUSES_MAX).contains(&lost)
                && !gap.iter().any(|glyph| glyph.byte == LINE)
                && last.is_some_and(|last| value(last.byte).is_some())
                && after
                    .first()
                    .is_some_and(|next| value(next.byte).is_some() || next.byte == b'=');
            if stands_for_pluses {
                let places = (at..).zip(gap);
                let places = places.filter(|(_, glyph)| glyph.byte == BLANK);
                order.extend(places.map(|(place, _)| index(place)));
            }
            at = at.saturating_add(len);
        }
        Self { glyphs, order }
    }

    /// Characters in the row.
    pub(super) const fn len(&self) -> usize {
        self.order.len()
    }

    /// The place of a character among all of the text, or that of the end.
    pub(super) fn place(&self, at: usize) -> usize {
        self.order.get(at).map_or(self.glyphs.len(), |&place| {
            usize::try_from(place).unwrap_or(usize::MAX)
        })
    }

    /// The character at `at`; 0 where there is none.
    pub(super) fn byte(&self, at: usize) -> u8 {
        match self.glyphs.get(self.place(at)) {
            Some(glyph) if glyph.byte == BLANK => b'+',
            Some(glyph) => glyph.byte,
            None => 0,
        }
    }

    /// Whether `text` stands at `at`.
    pub(super) fn begins(&self, at: usize, text: &[u8]) -> bool {
        (at..)
            .zip(text)
            .all(|(at, &expected)| self.byte(at) == expected)
    }

    /// Whether white space stands before the character at `at`, or nothing.
    pub(super) fn gap_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let between = self.place(before).saturating_add(1)..self.place(at);
        let between = self.glyphs.get(between).unwrap_or_default();
        between
            .iter()
            .any(|glyph| matches!(glyph.byte, BLANK | LINE))
    }

    /// Characters of base64 from `at` on, at most `max`, up to the first gap
    /// where `whole` is not set.
    pub(super) fn run(&self, at: usize, max: usize, whole: bool) -> usize {
        (at..)
            .take(max)
            .take_while(|&next| {
                value(self.byte(next)).is_some() && (whole || next == at || !self.gap_before(next))
            })
            .count()
    }

    /// What `len` characters of base64 from `at` on decode to; bits of a last
    /// byte that is not whole are left out.
    pub(super) fn decode(&self, at: usize, len: usize) -> Vec<u8> {
        let values = (at..).take(len).map_while(|at| value(self.byte(at)));
        decode(values)
    }

    /// The characters from `at` on.
    pub(super) fn bytes(&self, at: usize, len: usize) -> Vec<u8> {
        (at..).take(len).map(|at| self.byte(at)).collect()
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What a character of base64 counts, of either alphabet.
pub(super) const fn value(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte.wrapping_sub(b'A')),
        b'a'..=b'z' => Some(byte.wrapping_sub(b'a').wrapping_add(26)),
        b'0'..=b'9' => Some(byte.wrapping_sub(b'0').wrapping_add(52)),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// The whole bytes that six bits each make.
pub(super) fn decode(values: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut held = 0_u32;
    let mut bits = 0_u32;
    for value in values {
        held = held.wrapping_shl(6) | u32::from(value);
        bits = bits.wrapping_add(6);
        if bits >= 8 {
            bits = bits.wrapping_sub(8);
            bytes.push(held.wrapping_shr(bits).to_le_bytes()[0]);
        }
    }
    bytes
}

/// Characters of base64 that `len` bytes take, without padding.
pub(super) const fn characters(len: usize) -> usize {
    len.saturating_mul(4).div_ceil(3)
}
