//! Characters in a row, without what is to be overlooked between them.

use alloc::vec::Vec;

use super::glyphs::{BLANK, Glyph, LINE};

/// What stands between two characters of a token, and for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blanks {
    /// White space, for nothing.
    Nothing,
    /// White space, of which blanks within a line stand for a `+` each.
    Plus,
    /// White space, of which blanks at the ends of lines do so as well.
    PlusAtLines,
    /// White space and what breaks a long text in source code and mail.
    Breaks,
}

impl Blanks {
    pub(super) const ALL: [Self; 4] = [Self::Nothing, Self::Plus, Self::PlusAtLines, Self::Breaks];

    /// Whether a blank may stand for a `+`.
    pub(super) const fn are_pluses(self) -> bool {
        matches!(self, Self::Plus | Self::PlusAtLines)
    }
}

impl Blanks {
    /// Whether a view of these can be another one than that of
    /// [`Blanks::Nothing`]: quick, and may be mistaken in the positive.
    fn may_matter(self, glyphs: &[Glyph]) -> bool {
        let begins = |glyph: &Glyph| match self {
            Self::Nothing => true,
            Self::Plus | Self::PlusAtLines => glyph.byte == BLANK,
            Self::Breaks => matches!(glyph.byte, b'"' | b'\'' | b'`' | b'=' | LINE),
        };
        let in_token = |pair: &[Glyph]| match pair {
            [one, two] => value(one.byte).is_some() && begins(two),
            _ => false,
        };
        let has = |byte| glyphs.iter().any(|glyph| glyph.byte == byte);
        self == Self::Nothing
            || glyphs.windows(2).any(in_token) && (self != Self::PlusAtLines || has(LINE))
    }
}

/// The most blanks in a row that stand for as many `+`.
const PLUSES_MAX: usize = 6;

/// The most characters of a break.
const BREAK_MAX: usize = 160;

/// Characters in a row: white space and what is invisible are left out.
#[derive(Debug)]
pub(super) struct View<'g> {
    glyphs: &'g [Glyph],
    order: Vec<u32>,
}

impl<'g> View<'g> {
    /// A view of `glyphs`; nothing when it would be that of
    /// [`Blanks::Nothing`].
    pub(super) fn new(glyphs: &'g [Glyph], blanks: Blanks) -> Option<Self> {
        if !blanks.may_matter(glyphs) {
            return None;
        }
        let mut order = Vec::with_capacity(glyphs.len());
        let mut is_own = blanks == Blanks::Nothing;
        let mut last = 0;
        let mut at = 0_usize;
        while let Some(glyph) = glyphs.get(at).copied() {
            let rest = glyphs.get(at..).unwrap_or_default();
            if blanks == Blanks::Breaks
                && let Some(len) = value(last).and_then(|_| break_len(rest))
            {
                is_own = true;
                at = at.saturating_add(len);
                continue;
            }
            // Mail writes = so, where it breaks lines by =.
            if blanks == Blanks::Breaks && bytes_are(rest, b"=3D") {
                is_own = true;
                order.push(index(at));
                last = glyph.byte;
                at = at.saturating_add(3);
                continue;
            }
            if !glyph.is_space() {
                order.push(index(at));
                last = glyph.byte;
                at = at.saturating_add(1);
                continue;
            }
            let len = rest.iter().take_while(|glyph| glyph.is_space()).count();
            let gap = rest.get(..len).unwrap_or(rest);
            if value(last).is_some() {
                let lost = order.len();
                let places = (at..).zip(gap);
                let places = places.filter(|(place, glyph)| {
                    glyph.byte == BLANK && is_plus(gap, place.saturating_sub(at), blanks)
                });
                order.extend(places.take(PLUSES_MAX).map(|(place, _)| index(place)));
                is_own |= order.len() > lost;
            }
            at = at.saturating_add(len);
        }
        is_own.then_some(Self { glyphs, order })
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

/// Whether the blank at `at` of `gap` stands for a `+`.
fn is_plus(gap: &[Glyph], at: usize, blanks: Blanks) -> bool {
    let is_line = |glyph: &Glyph| glyph.byte == LINE;
    match (gap.iter().position(is_line), gap.iter().rposition(is_line)) {
        (Some(first), Some(last)) => {
            // Several in front of a line are its indentation.
            let is_alone = last.saturating_add(2) == gap.len();
            blanks == Blanks::PlusAtLines && (at < first || (at > last && is_alone))
        }
        _ => blanks.are_pluses() && gap.len() <= PLUSES_MAX,
    }
}

/// The length of what breaks a text in two at the start of `rest`: the end of a
/// string and the begin of the next, a soft line break of a mail, the mark of a
/// quoted line.
fn break_len(rest: &[Glyph]) -> Option<usize> {
    let is_quote = |byte: u8| matches!(byte, b'"' | b'\'' | b'`');
    let first = rest.first()?;
    if first.byte == b'=' {
        let line = rest
            .iter()
            .skip(1)
            .take_while(|glyph| glyph.byte == LINE)
            .count();
        return (line > 0).then_some(line.saturating_add(1));
    }
    let between: &[u8] = if is_quote(first.byte) {
        b"+.&,()\\@"
    } else if first.is_space() {
        b">|\\"
    } else {
        return None;
    };
    let rest = rest.get(..BREAK_MAX).unwrap_or(rest);
    let len = rest
        .iter()
        .skip(1)
        .take_while(|glyph| glyph.is_space() || between.contains(&glyph.byte))
        .count();
    let len = len.saturating_add(1);
    if is_quote(first.byte) {
        // Up to the next quotation mark, with something between.
        let opens = rest.get(len).is_some_and(|glyph| is_quote(glyph.byte));
        return (opens && len > 1).then_some(len.saturating_add(1));
    }
    let has = |wanted: &[u8]| {
        rest.iter()
            .take(len)
            .any(|glyph| wanted.contains(&glyph.byte))
    };
    (has(&[LINE]) && has(b">|\\")).then_some(len)
}

/// Whether `rest` begins with `text`.
fn bytes_are(rest: &[Glyph], text: &[u8]) -> bool {
    rest.len() >= text.len()
        && rest
            .iter()
            .zip(text)
            .all(|(glyph, byte)| glyph.byte == *byte)
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
