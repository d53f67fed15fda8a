//! The token in whatever somebody pasted.
//!
//! [`recover`] finds a token in any text, undoes what happened to it on the way
//! and says what that was; or it says what the text is instead. Nothing is
//! guessed: a token counts only when its content fits, which is
//!
//! | kind | what has to fit |
//! |---|---|
//! | 007 | the checksum of zlib and every field |
//! | 006 | every length; a lost end is put back only where the signature fits |
//! | ZEGO | every length; with the secret, the decryption |
//! | JWT | three parts, of which the first is a JSON object with `alg` |
//! | 001 to 005, signaling | every field |
//!
//! Work is linear in the length of the text, and memory bounded: a long text is
//! searched in parts of 1 MiB.

mod around;
mod budget;
mod glyphs;
mod instead;
mod intact;
mod kind;
mod pack;
mod port;
mod reading;
mod search;
#[cfg(test)]
mod tests;
mod v006;
mod v007;
mod view;
mod zego;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use self::around::Page;
use self::budget::Budget;
use self::search::{Found, Hits};
use self::view::{Blanks, View};
use super::{Cause, Question};

pub use kind::TokenKind;

/// Bytes of a text that are looked at in one go.
const PART_LEN: usize = 1 << 20;

/// Bytes that a part and the next have in common: enough for every token.
const OVERLAP: usize = 384 << 10;

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Recovery {
    /// The token, as the server made it; of a home-made port the same content
    /// in the right packaging.
    pub token: Option<String>,
    /// The kind of the token, also when it cannot be had back.
    pub kind: Option<TokenKind>,
    /// What was undone to get it, the outermost first; nothing when the text is
    /// a token as it stands.
    pub undone: Vec<Damage>,
    /// What cannot be undone: why there is no token, or what is wrong with it
    /// for good. Nothing, and no token either, when a token is damaged in a way
    /// that has no name.
    pub fault: Option<Damage>,
}

/// Something that happened to a token on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Damage {
    /// What it is.
    pub cause: Cause,
    /// Which characters and how many, for people; may be empty. Quotes nothing
    /// but marks, and those escaped.
    pub detail: String,
}

impl Damage {
    /// What happened, where, and what to do about it; safe to show.
    #[must_use]
    pub fn sentence(&self) -> String {
        let meaning = self.cause.meaning();
        let advice = self.cause.advice();
        if self.detail.is_empty() {
            format!("{meaning} {advice}")
        } else {
            let meaning = meaning.trim_end_matches('.');
            format!("{meaning} ({}). {advice}", self.detail)
        }
    }
}

impl Recovery {
    /// Whether the text is a token as it stands, and nothing is wrong with it.
    #[must_use]
    pub const fn is_intact(&self) -> bool {
        self.token.is_some() && self.undone.is_empty() && self.fault.is_none()
    }

    /// The causes: those undone in their order, then what cannot be undone.
    pub fn causes(&self) -> impl Iterator<Item = Cause> + use<'_> {
        let damages = self.undone.iter().chain(&self.fault);
        damages.map(|damage| damage.cause)
    }
}

/// Finds the token in `text`. Of several it is the first, and a JSON Web Token
/// only if there is no other.
///
/// The secret, channel and user of `question` are used where they can prove
/// something; what is asked does not matter.
///
/// ```
/// use tokenmint::doctor::{Cause, Question, paste};
///
/// let text = "token: \"1:970CA35de60c44645bbae8a215061b33:1514133234:\
///     82539e1f3973bcfe3f0d0c8993e6c051\",";
/// let recovery = paste::recover(text, &Question::at(1_700_000_000));
/// assert!(recovery.token.is_some_and(|token| token.starts_with("1:970CA")));
/// assert_eq!(recovery.undone[0].cause, Cause::PasteEmbedded);
/// ```
#[must_use]
pub fn recover(text: &str, question: &Question<'_>) -> Recovery {
    if let Some(recovery) = as_it_stands(text) {
        return recovery;
    }
    let mut all = find_all(text, question);
    let first = all
        .iter()
        .position(|recovery| recovery.kind != Some(TokenKind::Jwt))
        .unwrap_or(0);
    let count = all.len();
    if first >= count {
        return without_token(text, question);
    }
    let mut recovery = all.swap_remove(first);
    if count > 1 && recovery.undone.is_empty() {
        recovery.undone.push(Damage {
            cause: Cause::PasteEmbedded,
            detail: format!("the text has {count} tokens; this is one of them"),
        });
    }
    recovery
}

/// Finds every token in `text`, in its order. Where there is more than one, the
/// damage of each is what happened on its line.
#[must_use]
pub fn find_all(text: &str, question: &Question<'_>) -> Vec<Recovery> {
    if let Some(recovery) = as_it_stands(text) {
        return alloc::vec![recovery];
    }
    let mut budget = Budget::for_text(text.len());
    let mut all = Vec::new();
    let mut done = 0;
    for (start, part) in parts(text) {
        let glyphs = glyphs::glyphs(part);
        let hits = search::search(&glyphs, question, &mut budget);
        let page = Page {
            text: part,
            glyphs: &glyphs,
        };
        let place = |at: usize| {
            let at = glyphs.get(at).map_or(part.len(), |glyph| glyph.start());
            start.saturating_add(at)
        };
        let is_last = start.saturating_add(part.len()) == text.len();
        let fresh = |found: &Found| {
            let in_next = place(found.first) >= start.saturating_add(PART_LEN - OVERLAP);
            place(found.first) >= done && (is_last || !in_next)
        };
        let Hits { tokens, .. } = hits;
        let tokens: Vec<_> = tokens.into_iter().filter(fresh).collect();
        if let Some(last) = tokens.last() {
            done = place(last.end);
        }
        all.extend(described(tokens, page, part.len() == text.len()));
    }
    all
}

/// The parts of a long text, with where they begin.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = Some(0_usize);
    core::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        if rest.len() <= PART_LEN {
            next = None;
            return Some((start, rest));
        }
        next = Some(boundary(text, start.saturating_add(PART_LEN - OVERLAP)));
        let part = rest.get(..boundary(rest, PART_LEN))?;
        Some((start, part))
    })
}

/// The last place up to `at` where a character begins, or the end.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let begins = (0..=at).rev().find(|&at| text.is_char_boundary(at));
    begins.unwrap_or(0)
}

/// A text that is a token, without anything to be undone.
fn as_it_stands(text: &str) -> Option<Recovery> {
    let kind = intact::kind_of(text)?;
    Some(Recovery {
        token: Some(String::from(text)),
        kind: Some(kind),
        undone: Vec::new(),
        fault: case_changed(kind, text),
    })
}

/// The damage of a token that is in one letter case and can be read for all
/// that: only its bytes are others.
fn case_changed(kind: TokenKind, token: &str) -> Option<Damage> {
    let shows = matches!(
        kind,
        TokenKind::Zego04 | TokenKind::Zego03 | TokenKind::Agora006
    );
    (shows && instead::is_one_case(token.as_bytes())).then(instead::case_changed)
}

/// What happened to each of `tokens`; `alone`: the page is all of the text.
fn described(tokens: Vec<Found>, page: Page<'_>, alone: bool) -> Vec<Recovery> {
    let alone = alone && tokens.len() == 1;
    let firsts: Vec<_> = tokens.iter().map(|found| found.first).collect();
    let mut from = 0;
    let mut all = Vec::with_capacity(tokens.len());
    for (found, next) in tokens.into_iter().zip((1..).map(|at| firsts.get(at))) {
        let to = next.copied().unwrap_or(page.glyphs.len());
        let mut before = page.part(from, found.first);
        let mut after = page.part(found.end, to);
        if !alone {
            before = before.last_line();
            after = after.first_line();
        }
        from = found.end;
        let mut damages = Vec::new();
        let after = around::kit_tail(found.kind, after, &mut damages);
        damages.extend(around::outside(before, after));
        around::inside(
            page.part(found.first, found.end),
            &found.causes,
            &mut damages,
        );
        all.push(Recovery {
            fault: case_changed(found.kind, &found.token),
            token: Some(found.token),
            kind: Some(found.kind),
            undone: damages,
        });
    }
    all
}

/// A text without a token as a server makes it.
fn without_token(text: &str, question: &Question<'_>) -> Recovery {
    let part = text.get(..boundary(text, PART_LEN)).unwrap_or(text);
    let mut budget = Budget::for_text(part.len());
    let glyphs = glyphs::glyphs(part);
    let page = Page {
        text: part,
        glyphs: &glyphs,
    };
    for blanks in Blanks::ALL {
        let Some(view) = View::new(&glyphs, blanks) else {
            continue;
        };
        if let Some(reading) = port::find(&view, &mut budget) {
            let found = search::placed(reading, &view);
            let found = described(alloc::vec![found], page, true);
            return found.into_iter().next().unwrap_or_default();
        }
    }
    let Hits { traces, .. } = search::search(&glyphs, question, &mut budget);
    if let Some(ruin) = instead::ruined(&glyphs, &traces) {
        return Recovery {
            kind: ruin.kind,
            fault: ruin.damage,
            ..Recovery::default()
        };
    }
    Recovery {
        fault: Some(instead::instead(text, question)),
        ..Recovery::default()
    }
}
