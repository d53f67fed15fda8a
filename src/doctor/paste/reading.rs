//! What is found at one place of a text.

use alloc::string::String;
use alloc::vec::Vec;

use super::kind::TokenKind;
use super::view::{View, characters, value};
use crate::doctor::Cause;

/// What was tried at one place came to this.
#[derive(Debug)]
pub(super) enum Outcome {
    /// A token.
    Token(Reading),
    /// What begins like a token and is none.
    Trace(Trace),
    /// Nothing like a token.
    Nothing,
}

/// A token in a view; places are those of the view.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) kind: TokenKind,
    /// As the server made it.
    pub(super) token: String,
    pub(super) first: usize,
    pub(super) end: usize,
    /// What was undone inside, without what the characters themselves tell.
    pub(super) causes: Vec<Cause>,
    pub(super) proof: Proof,
    /// Whether no character that could be one more of it follows.
    pub(super) clean: bool,
}

/// How sure it is that this is the token, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Every length in it fits.
    Structure,
    /// A checksum, a signature or a decryption says so.
    Checked,
}

/// A place where a token begins that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trace {
    pub(super) kind: TokenKind,
    pub(super) first: usize,
    /// Whether the text ends before the token does.
    pub(super) cut: bool,
}

/// The end of a text of base64 that begins at `body` and means `len` bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    /// Behind the last character, padding included.
    pub(super) at: usize,
    /// Whether padding is missing.
    pub(super) padding_lost: bool,
    /// Whether no character that could be one more of it follows.
    pub(super) clean: bool,
    /// Whether the last character has no bits of its own.
    pub(super) canonical: bool,
}

impl End {
    pub(super) fn of(view: &View<'_>, body: usize, len: usize) -> Self {
        let behind = body.saturating_add(characters(len));
        let needed = len.next_multiple_of(3).saturating_sub(len);
        let padding = (behind..)
            .take(needed)
            .take_while(|&at| view.byte(at) == b'=')
            .count();
        let at = behind.saturating_add(padding);
        let glued = !view.gap_before(at) && at < view.len();
        // Of one byte four bits are left over, of two bytes two.
        let spare = [0, 0x0F, 0x03].get(len % 3).copied().unwrap_or(0);
        let last = value(view.byte(behind.saturating_sub(1)));
        Self {
            at,
            canonical: last.is_some_and(|last| last & spare == 0),
            padding_lost: padding < needed,
            clean: !(glued && (value(view.byte(at)).is_some())),
        }
    }
}

/// The version in front of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Version {
    /// The one that stands there, if it is one of those asked for.
    pub(super) written: Option<&'static str>,
    /// Where it begins, or what follows it where there is none.
    pub(super) first: usize,
    /// What is wrong with it.
    pub(super) fault: Option<Cause>,
}

/// The most characters of a version, doubled and misspelt.
const VERSION_MAX: usize = 9;

impl Version {
    /// What stands before `body`, where one of `known` should.
    pub(super) fn before(view: &View<'_>, body: usize, known: &[&'static str]) -> Self {
        let len = (1..=VERSION_MAX)
            .take_while(|&back| {
                body.checked_sub(back).is_some_and(|at| {
                    view.byte(at).is_ascii_alphanumeric() && !view.gap_before(at.saturating_add(1))
                })
            })
            .count();
        let word = view.bytes(body.saturating_sub(len), len);
        let at = |rest: &[u8]| body.saturating_sub(len.saturating_sub(rest.len()));
        for &version in known {
            let Some(mut rest) = word.strip_suffix(version.as_bytes()) else {
                continue;
            };
            let mut fault = None;
            while let Some(before) = rest.strip_suffix(version.as_bytes()) {
                (rest, fault) = (before, Some(Cause::PastePrefixDoubled));
            }
            // `003` in front of a ZEGO token is no `03`.
            if matches!(rest, b"0" | b"O" | b"o") {
                break;
            }
            return Self {
                written: Some(version),
                first: at(rest),
                fault,
            };
        }
        let digits = word
            .iter()
            .rev()
            .take(3)
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'O' | b'o' | b'Q'));
        let digits = digits.count();
        Self {
            written: None,
            first: body.saturating_sub(digits),
            fault: Some(match digits {
                0 => Cause::PastePrefixLost,
                _ => Cause::PasteWrongVersionDigits,
            }),
        }
    }
}
