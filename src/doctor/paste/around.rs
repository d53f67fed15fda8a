//! What stands around a token, and what its characters tell.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Damage;
use super::glyphs::{BLANK, Glyph, INVISIBLE, LINE, OTHER, layer};
use super::kind::TokenKind;
use super::view::value;
use crate::doctor::Cause;

/// Signs that end a sentence or a statement.
const ENDS: &str = ".,;:!?。，、；：！？．";

/// Marks beyond ASCII that people and programs put around a text.
const MARKS: &str = "´¨«»·‘’‚‛“”„‟•…‹›′″、。〈〉《》「」『』【】〔〕〖〗〘〙〚〛〝〞〟；：，！？";

/// What a character beside a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Invisible,
    Mark,
    Word,
}

/// A text with the characters that it stands for.
#[derive(Clone, Copy)]
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    pub(super) glyphs: &'t [Glyph],
}

impl<'t> Page<'t> {
    /// The part from one place to another.
    pub(super) fn part(&self, from: usize, to: usize) -> Self {
        Self {
            text: self.text,
            glyphs: self.glyphs.get(from..to).unwrap_or_default(),
        }
    }

    /// The part behind the last line end.
    pub(super) fn last_line(&self) -> Self {
        let end = self.glyphs.iter().rposition(|glyph| glyph.byte == LINE);
        self.part(
            end.map_or(0, |end| end.saturating_add(1)),
            self.glyphs.len(),
        )
    }

    /// The part before the first line end.
    pub(super) fn first_line(&self) -> Self {
        let end = self.glyphs.iter().position(|glyph| glyph.byte == LINE);
        self.part(0, end.unwrap_or(self.glyphs.len()))
    }

    /// The character that a glyph was read from.
    fn origin(&self, glyph: Glyph) -> char {
        let rest = self.text.get(glyph.start()..).unwrap_or("");
        rest.chars().next().unwrap_or(' ')
    }

    fn class(&self, glyph: Glyph) -> Class {
        match glyph.byte {
            BLANK | LINE => Class::Space,
            INVISIBLE => Class::Invisible,
            OTHER if MARKS.contains(self.origin(glyph)) => Class::Mark,
            b'+' | b'/' | b'=' => Class::Word,
            byte if byte.is_ascii_punctuation() => Class::Mark,
            _ => Class::Word,
        }
    }

    fn count(&self, class: Class) -> usize {
        let glyphs = self.glyphs.iter();
        glyphs.filter(|glyph| self.class(**glyph) == class).count()
    }

    /// The marks, at most eight, for people.
    fn marks(&self) -> String {
        let marks = self
            .glyphs
            .iter()
            .filter(|glyph| self.class(**glyph) == Class::Mark);
        let marks: String = marks
            .take(8)
            .map(|glyph| match glyph.byte {
                OTHER => self.origin(*glyph),
                byte => char::from(byte),
            })
            .collect();
        format!("{marks:?}")
    }

    /// The names of what cannot be seen, at most four.
    fn invisible(&self) -> String {
        let glyphs = self
            .glyphs
            .iter()
            .filter(|glyph| matches!(self.class(**glyph), Class::Invisible | Class::Space));
        let mut names = Vec::<String>::new();
        for glyph in glyphs {
            let name = match glyph.byte {
                BLANK => String::from("a blank"),
                LINE if self.origin(*glyph) == '\t' => String::from("a tab"),
                LINE => String::from("a line end"),
                _ => format!("U+{:04X}", u32::from(self.origin(*glyph))),
            };
            if !names.contains(&name) && names.len() < 4 {
                names.push(name);
            }
        }
        names.join(", ")
    }
}

/// Takes off the tail of ZEGO's web kit.
pub(super) fn kit_tail<'t>(
    kind: TokenKind,
    after: Page<'t>,
    damages: &mut Vec<Damage>,
) -> Page<'t> {
    let is_zego = matches!(kind, TokenKind::Zego04 | TokenKind::Zego03);
    let Some(([hash], rest)) = after.glyphs.split_first_chunk() else {
        return after;
    };
    let tail = rest
        .iter()
        .take_while(|glyph| value(glyph.byte).is_some() || glyph.byte == b'=')
        .count();
    if !is_zego || hash.byte != b'#' || tail == 0 {
        return after;
    }
    damages.push(Damage {
        cause: Cause::ZegoKitToken,
        detail: format!("a # and {tail} characters of the kit's own stand behind it"),
    });
    after.part(tail.saturating_add(1), after.glyphs.len())
}

/// What stands before and after the token.
pub(super) fn outside(before: Page<'_>, after: Page<'_>) -> Option<Damage> {
    let count = |class| before.count(class).saturating_add(after.count(class));
    let (words, marks) = (count(Class::Word), count(Class::Mark));
    let unseen = count(Class::Space).saturating_add(count(Class::Invisible));
    let places = |front: &str, behind: &str| match (front, behind) {
        ("" | "\"\"", behind) => format!("{behind} behind it"),
        (front, "" | "\"\"") => format!("{front} in front of it"),
        (front, behind) => format!("{front} in front of it, {behind} behind it"),
    };
    let (cause, detail) = match (words, marks) {
        (0, 0) if unseen == 0 => return None,
        (0, 0) => {
            let detail = places(&before.invisible(), &after.invisible());
            (Cause::PasteInvisibleCharacters, detail)
        }
        (0, _) => {
            let detail = places(&before.marks(), &after.marks());
            let is_end = |glyph: &&Glyph| {
                after.class(**glyph) != Class::Mark || ENDS.contains(after.origin(**glyph))
            };
            let only_ends = before.count(Class::Mark) == 0
                && marks <= 2
                && after.glyphs.iter().filter(is_end).count() == after.glyphs.len();
            if only_ends {
                (Cause::PasteExtraCharacters, detail)
            } else {
                (Cause::PasteWrappedInMarks, detail)
            }
        }
        _ if words
            .saturating_add(marks)
            .saturating_add(count(Class::Space))
            <= 2 =>
        {
            let detail = |page: Page<'_>, place| match page.glyphs.len() {
                0 => String::new(),
                1 => format!("1 character too many {place} it"),
                len => format!("{len} characters too many {place} it"),
            };
            let parts = [detail(before, "in front of"), detail(after, "behind")];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            (Cause::PasteExtraCharacters, parts.join(", "))
        }
        _ => {
            let (front, behind) = (before.glyphs.len(), after.glyphs.len());
            let detail = format!(
                "{front} characters in front of it and {behind} behind it are no part of it"
            );
            (Cause::PasteEmbedded, detail)
        }
    };
    Some(Damage { cause, detail })
}

/// A damage that characters show: what is said of them, and which they are.
type Sign<'a> = (Cause, &'static str, &'a dyn Fn(&Glyph) -> bool);

/// What the characters of a token tell, `page` from its first to its last.
/// `extra` is what reading it has found.
pub(super) fn inside(page: Page<'_>, extra: &[Cause], damages: &mut Vec<Damage>) {
    let pluses = extra.contains(&Cause::PastePlusAsSpace);
    let is_blank = |glyph: &Glyph| glyph.byte == BLANK;
    let has = |bits: u8| move |glyph: &Glyph| glyph.layers & bits != 0;
    let kinds: [Sign<'_>; 6] = [
        (
            Cause::PasteInvisibleCharacters,
            "not to be seen",
            &|glyph| glyph.byte == INVISIBLE,
        ),
        (Cause::PasteWhitespaceInside, "white space", &|glyph| {
            glyph.byte == LINE || (!pluses && is_blank(glyph))
        }),
        (Cause::PasteFullWidth, "full-width", &has(layer::FULL_WIDTH)),
        (
            Cause::PastePercentEncoded,
            "percent-encoded",
            &has(layer::PERCENT),
        ),
        (Cause::PastePlusAsSpace, "a blank for +", &|glyph| {
            pluses && is_blank(glyph)
        }),
        (Cause::PasteBase64url, "- or _", &|glyph| {
            matches!(glyph.byte, b'-' | b'_')
        }),
    ];
    for (cause, what, is_hit) in kinds {
        let mut hits = (1_usize..)
            .zip(page.glyphs)
            .filter(|(_, glyph)| is_hit(glyph));
        let Some((first, _)) = hits.next() else {
            continue;
        };
        let count = hits.count().saturating_add(1);
        let twice = cause == Cause::PastePercentEncoded
            && page.glyphs.iter().any(has(layer::PERCENT_TWICE));
        let twice = if twice { ", twice" } else { "" };
        let detail = match count {
            1 => format!("character {first} of it: {what}{twice}"),
            _ => format!("{count} characters of it, the first is {first}: {what}{twice}"),
        };
        damages.push(Damage { cause, detail });
    }
    let others = extra
        .iter()
        .filter(|cause| **cause != Cause::PastePlusAsSpace);
    damages.extend(others.map(|cause| Damage {
        cause: *cause,
        detail: String::new(),
    }));
    // Escapes alone, without the text that they belong to.
    if damages.is_empty() && page.glyphs.iter().any(has(layer::ESCAPE)) {
        damages.push(Damage {
            cause: Cause::PasteEmbedded,
            detail: String::from("it has the escapes of JSON, HTML or source code"),
        });
    }
}
