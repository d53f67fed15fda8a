//! A text as the characters that it stands for.
//!
//! One pass takes off every layer that is put on character by character:
//! percent-encoding (any number of times), escapes of JSON and of source code,
//! HTML entities, full-width forms. What cannot be seen and what is no ASCII is
//! marked; where each character stands in the text is kept.

use alloc::vec::Vec;

/// In place of a character that cannot be seen.
pub(super) const INVISIBLE: u8 = 0;
/// In place of a line end or a tab.
pub(super) const LINE: u8 = b'\n';
/// A blank.
pub(super) const BLANK: u8 = b' ';
/// In place of any other character that is not ASCII.
pub(super) const OTHER: u8 = 0x7F;

/// Layers that were taken off a character, as bits.
pub(super) mod layer {
    pub(in crate::doctor::paste) const PERCENT: u8 = 1;
    pub(in crate::doctor::paste) const PERCENT_TWICE: u8 = 2;
    pub(in crate::doctor::paste) const FULL_WIDTH: u8 = 4;
    pub(in crate::doctor::paste) const ESCAPE: u8 = 8;
}

/// What a part of the text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Where it begins in the text, in bytes.
    pub(super) at: u32,
    /// The ASCII character, or one of the constants above.
    pub(super) byte: u8,
    /// The layers around it.
    pub(super) layers: u8,
}

impl Glyph {
    /// Where it begins in the text, in bytes.
    pub(super) fn start(self) -> usize {
        usize::try_from(self.at).unwrap_or(usize::MAX)
    }

    /// Whether it is blank, a line end or invisible.
    pub(super) const fn is_space(self) -> bool {
        matches!(self.byte, INVISIBLE | LINE | BLANK)
    }
}

/// The characters of `text`, which has less than 4 GiB.
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut list = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at = text.len().saturating_sub(rest.len());
        let (byte, layers, len) = read(first, rest);
        list.push(Glyph {
            at: u32::try_from(at).unwrap_or(u32::MAX),
            byte,
            layers,
        });
        rest = rest.get(len..).unwrap_or("");
    }
    list
}

/// What `rest` begins with, its layers, and how many bytes that takes.
fn read(first: char, rest: &str) -> (u8, u8, usize) {
    let layered = match first {
        '%' => percent(rest),
        '\\' => escape(rest),
        '&' => entity(rest),
        _ => None,
    };
    layered.unwrap_or_else(|| {
        let (byte, layers) = plain(first);
        (byte, layers, first.len_utf8())
    })
}

/// A character without layers but those of its form.
fn plain(c: char) -> (u8, u8) {
    match (c, u8::try_from(c)) {
        (' ', _) => (BLANK, 0),
        ('\t' | '\n' | '\r' | '\x0B' | '\x0C', _) => (LINE, 0),
        ('\u{21}'..='\u{7E}', Ok(byte)) => (byte, 0),
        ('\u{FF01}'..='\u{FF5E}', _) => {
            let byte = u32::from(c).saturating_sub(0xFEE0);
            (u8::try_from(byte).unwrap_or(OTHER), layer::FULL_WIDTH)
        }
        _ if is_invisible(c) => (INVISIBLE, 0),
        _ => (OTHER, 0),
    }
}

/// Whether nothing, or only space, is seen of `c`, which is no ASCII space.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{A0}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{1680}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}' | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{2800}' | '\u{3000}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// `%2B`, `%252B`, `%25252B`.
fn percent(rest: &str) -> Option<(u8, u8, usize)> {
    let mut at = 1_usize;
    let mut layers = layer::PERCENT;
    let mut value = hex(rest.get(at..at.saturating_add(2))?)?;
    // A percent sign that is encoded itself: what follows is one more layer.
    while value == u32::from(b'%') && at < 16 {
        let from = at.saturating_add(2);
        let Some(inner) = rest.get(from..from.saturating_add(2)).and_then(hex) else {
            break;
        };
        layers = layer::PERCENT | layer::PERCENT_TWICE;
        (at, value) = (from, inner);
    }
    let byte = char::from_u32(value).filter(char::is_ascii).map(plain);
    let byte = byte.map_or(OTHER, |(byte, _)| byte);
    Some((byte, layers, at.saturating_add(2)))
}

/// The most backslashes in front of one character: text that is escaped four
/// times.
const BACKSLASHES_MAX: usize = 15;

/// `\/`, `\"`, `\n`, `\u002B`, `\x2B`, also with more backslashes; a backslash
/// at the end of a line.
fn escape(rest: &str) -> Option<(u8, u8, usize)> {
    let backslashes = rest.bytes().take(BACKSLASHES_MAX);
    let len = backslashes.take_while(|byte| *byte == b'\\').count();
    let after = rest.get(len..)?;
    let coded = |from: usize, to: usize| {
        let c = after.get(from..to).and_then(hex).and_then(char::from_u32)?;
        let (byte, form) = plain(c);
        Some((byte, layer::ESCAPE | form, len.saturating_add(to)))
    };
    let one = |byte: u8| Some((byte, layer::ESCAPE, len.saturating_add(1)));
    match after.chars().next()? {
        c @ ('/' | '"' | '\'' | '`') => one(u8::try_from(c).ok()?),
        'n' | 'r' | 't' | '\n' | '\r' => one(LINE),
        'u' => coded(1, 5),
        'x' => coded(1, 3),
        _ => None,
    }
}

/// `&amp;`, `&#43;`, `&#x2B;`.
fn entity(rest: &str) -> Option<(u8, u8, usize)> {
    const NAMED: [(&str, u8); 10] = [
        ("amp", b'&'),
        ("quot", b'"'),
        ("apos", b'\''),
        ("lt", b'<'),
        ("gt", b'>'),
        ("nbsp", INVISIBLE),
        ("plus", b'+'),
        ("sol", b'/'),
        ("equals", b'='),
        ("num", b'#'),
    ];
    let end = rest.bytes().take(10).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let byte = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => hex(digits)?,
                None => number.parse().ok()?,
            };
            plain(char::from_u32(code)?).0
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((byte, layer::ESCAPE, end.saturating_add(1)))
}

/// A number of hexadecimal digits and nothing else.
fn hex(digits: &str) -> Option<u32> {
    let all = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    all.then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;

    use super::*;

    fn read_all(text: &str) -> String {
        glyphs(text)
            .iter()
            .map(|glyph| char::from(glyph.byte))
            .collect()
    }

    #[test]
    fn every_layer_is_taken_off() {
        for (text, answer) in [
            ("a+b/c=", "a+b/c="),
            ("a%2Bb%2fc%3D", "a+b/c="),
            ("a%252Bb%25252F", "a+b/"),
            ("100%25", "100%"),
            ("5%, %zz", "5%, %zz"),
            (r"a\/b\u002Bc\u003d", "a/b+c="),
            (r"a\\/b\n", "a/b\n"),
            ("a&#43;b&#x2F;c&equals;&unknown;", "a+b/c=&unknown;"),
            ("００７ｅＪ＋／＝", "007eJ+/="),
            ("\u{FEFF}a\u{200B}\0b\u{AD}", "\0a\0\0b\0"),
            ("a\tb\r\n", "a\nb\n\n"),
            ("a…b", "a\u{7F}b"),
            ("\\", "\\"),
            ("%E7%AE%A1", "\u{7F}\u{7F}\u{7F}"),
        ] {
            assert_eq!(read_all(text), answer, "{text:?}");
        }
    }

    #[test]
    fn places_and_layers_are_kept() {
        let list = glyphs("é%252B\u{FF10}");
        let places: Vec<_> = list.iter().map(|glyph| glyph.start()).collect();
        assert_eq!(places, [0, 2, 7]);
        let layers: Vec<_> = list.iter().map(|glyph| glyph.layers).collect();
        let twice = layer::PERCENT | layer::PERCENT_TWICE;
        assert_eq!(layers, [0, twice, layer::FULL_WIDTH]);
    }
}
