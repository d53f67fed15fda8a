//! All tokens of a text, in two views of it: blanks for nothing, and for `+`.

use alloc::string::String;
use alloc::vec::Vec;

use super::budget::Budget;
use super::glyphs::{BLANK, Glyph, LINE};
use super::kind::TokenKind;
use super::reading::{Outcome, Proof, Reading, Trace};
use super::view::{Blanks, View, value};
use super::{intact, v006, v007, zego};
use crate::doctor::{Cause, Question};

/// A token in a text; places are those of its glyphs.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) kind: TokenKind,
    pub(super) token: String,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) causes: Vec<Cause>,
    proof: Proof,
    clean: bool,
}

/// The most traces that are kept.
const TRACES_MAX: usize = 64;

/// What a text has.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// Tokens in the order of the text, none over another.
    pub(super) tokens: Vec<Found>,
    /// What begins like a token and is none: its kind, its first glyph, and
    /// whether its end is missing.
    pub(super) traces: Vec<Trace>,
}

/// All tokens among `glyphs`.
pub(super) fn search(glyphs: &[Glyph], question: &Question<'_>, budget: &mut Budget) -> Hits {
    let mut hits = Hits::default();
    let mut all = Vec::new();
    for blanks in Blanks::ALL {
        let Some(view) = View::new(glyphs, blanks) else {
            continue;
        };
        let mut tokens = Vec::new();
        scan(&view, question, budget, &mut tokens, &mut hits.traces);
        for mut found in tokens {
            if blanks.are_pluses() {
                let inside = glyphs.get(found.first..found.end).unwrap_or_default();
                if !inside.iter().any(|glyph| glyph.byte == BLANK) {
                    continue;
                }
                found.causes.push(Cause::PastePlusAsSpace);
            }
            all.push(found);
        }
    }
    words(glyphs, &mut all);
    all.retain(|found| is_sure(found, glyphs));
    // The surest first where two are over one another.
    all.sort_by_key(|found| {
        let pluses = found.causes.contains(&Cause::PastePlusAsSpace);
        let rank = (found.proof, found.clean, pluses);
        (core::cmp::Reverse(rank), found.first)
    });
    let mut tokens = alloc::collections::BTreeMap::<usize, Found>::new();
    for found in all {
        let before = tokens.range(..found.end).next_back();
        if before.is_none_or(|(_, other)| other.end <= found.first) {
            tokens.insert(found.first, found);
        }
    }
    hits.tokens = tokens.into_values().collect();
    hits.traces.sort_by_key(|trace| trace.first);
    hits
}

/// Whether it is a token and no chance: where only lengths say so, words that
/// follow a token that was cut would fill it up.
fn is_sure(found: &Found, glyphs: &[Glyph]) -> bool {
    if found.proof == Proof::Checked {
        return true;
    }
    let inside = glyphs.get(found.first..found.end).unwrap_or_default();
    if found.causes.contains(&Cause::PastePlusAsSpace) {
        return found.clean;
    }
    let pieces = inside.split(|glyph| matches!(glyph.byte, BLANK | LINE));
    let mut lengths: Vec<_> = pieces.map(<[Glyph]>::len).filter(|len| *len > 0).collect();
    let last = lengths.pop().unwrap_or(0);
    let is_wrapped = lengths
        .first()
        .is_none_or(|first| last <= *first && lengths.iter().all(|len| len == first));
    lengths.is_empty() || found.clean && (is_wrapped || lengths.len() <= inside.len() / 16)
}

fn scan(
    view: &View<'_>,
    question: &Question<'_>,
    budget: &mut Budget,
    all: &mut Vec<Found>,
    traces: &mut Vec<Trace>,
) {
    let mut at = 0_usize;
    while at < view.len() {
        let before = budget.clone();
        let outcome = if v007::may_begin(view, at) {
            v007::read(view, at, budget)
        } else if v006::may_begin(view, at) && budget.pay(64) {
            v006::read(view, at, question, budget)
        } else if zego::may_begin(view, at) && budget.pay(64) {
            zego::read(view, at, question, budget)
        } else {
            Outcome::Nothing
        };
        at = at.saturating_add(1);
        match outcome {
            Outcome::Token(reading) => {
                // It is paid for by its length.
                *budget = before;
                at = at.max(reading.end);
                all.push(placed(reading, view));
            }
            Outcome::Trace(trace) if traces.len() < TRACES_MAX => traces.push(Trace {
                first: view.place(trace.first),
                ..trace
            }),
            Outcome::Trace(_) | Outcome::Nothing => {}
        }
    }
}

/// A reading with the places of the text.
pub(super) fn placed(reading: Reading, view: &View<'_>) -> Found {
    Found {
        kind: reading.kind,
        token: reading.token,
        first: view.place(reading.first),
        end: view.place(reading.end.saturating_sub(1)).saturating_add(1),
        causes: reading.causes,
        proof: reading.proof,
        clean: reading.clean,
    }
}

/// Tokens that are one word: JSON Web Tokens and old Agora keys.
fn words(glyphs: &[Glyph], all: &mut Vec<Found>) {
    let mut at = 0_usize;
    while at < glyphs.len() {
        let rest = glyphs.get(at..).unwrap_or_default();
        let len = rest
            .iter()
            .take_while(|glyph| {
                matches!(glyph.byte, b'.' | b':' | b'=') || value(glyph.byte).is_some()
            })
            .count();
        if (60..=intact::JWT_MAX).contains(&len) {
            word(rest.get(..len).unwrap_or_default(), at, all);
        }
        at = at.saturating_add(len).saturating_add(1);
    }
    // One that is broken over several lines, and nothing else.
    if all.is_empty() && glyphs.len() <= intact::JWT_MAX {
        let whole: Vec<_> = glyphs
            .iter()
            .copied()
            .filter(|glyph| !glyph.is_space())
            .collect();
        let before = glyphs.iter().take_while(|glyph| glyph.is_space()).count();
        word(&whole, before, all);
        if let Some(found) = all.first_mut() {
            found.first = before;
            found.end = glyphs
                .iter()
                .rposition(|glyph| !glyph.is_space())
                .map_or(0, |last| last.saturating_add(1));
        }
    }
}

fn word(glyphs: &[Glyph], at: usize, all: &mut Vec<Found>) {
    let text: String = glyphs.iter().map(|glyph| char::from(glyph.byte)).collect();
    // Behind `token=` or `token:`, and the colons of a signaling token.
    let ends = text.trim_end_matches(['.', ':']);
    let starts = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '=' | ':'))
        .map(|(at, _)| at.saturating_add(1));
    for start in core::iter::once(0).chain(starts).take(6) {
        for end in [text.len(), ends.len()] {
            let Some(token) = text.get(start..end) else {
                continue;
            };
            let is_key5 = token.starts_with("005") && intact::kind_of(token).is_some();
            let known = intact::kind_of_plain_text(token);
            let Some(kind) = known.or(is_key5.then_some(TokenKind::AgoraKey)) else {
                continue;
            };
            all.push(Found {
                kind,
                token: String::from(token),
                first: at.saturating_add(start),
                end: at.saturating_add(end),
                causes: Vec::new(),
                proof: Proof::Structure,
                clean: true,
            });
            return;
        }
    }
}
