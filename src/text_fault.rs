//! What is wrong with a text that has a fixed form, such as an app id: how many
//! characters are there and what surrounds them, but never a character.

use core::fmt;

/// What is wrong with a text of fixed form. It says how long the text is and
/// what does not belong to it, and holds no character of it.
///
/// ```
/// use tokenmint::agora::AppId;
/// use tokenmint::{Error, Stray, TextFault};
///
/// let error = AppId::new("970CA35de60c44645bbae8a215061b33\n").unwrap_err();
/// let fault = TextFault::Surrounded { chars: 33, inner: 32, before: None, after: Some(Stray::LineEnd) };
/// assert_eq!(error, Error::BadAppId { fault });
/// # assert!(error.to_string().contains("a line end after its 32 characters"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextFault {
    /// There are too few or too many characters. Without feature `alloc` this
    /// stands for every fault of a text, and bytes are counted: firmware does
    /// not pay for more.
    Length {
        /// Characters of the text, at most 65535.
        chars: u16,
    },
    /// White space, quotes or the like stand around the text.
    Surrounded {
        /// Characters of all of it, at most 65535.
        chars: u16,
        /// Characters without what surrounds them.
        inner: u16,
        /// What the text begins with.
        before: Option<Stray>,
        /// What the text ends with.
        after: Option<Stray>,
    },
    /// A character is not allowed.
    Character {
        /// Characters of the text, at most 65535.
        chars: u16,
        /// The place of the first that is not allowed, counted from 1.
        place: u16,
        /// What that is.
        kind: Stray,
    },
    /// The number is 0.
    Zero,
}

/// A character that does not belong into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stray {
    /// A carriage return or line feed.
    LineEnd,
    /// A blank, a tab or another character that leaves a gap.
    WhiteSpace,
    /// A quote of any kind.
    Quote,
    /// U+FEFF, as editors put it in front of a file.
    ByteOrderMark,
    /// A control character, or one without width.
    Invisible,
    /// Any other.
    Other,
}

impl TextFault {
    /// What is wrong with a `text` that is not valid: something around it, a
    /// character that is not `allowed`, or else its length.
    #[cfg(feature = "alloc")]
    #[cold]
    #[must_use]
    pub fn of(text: &str, allowed: fn(char) -> bool) -> Self {
        let surrounds = |c| !allowed(c) && Stray::of(c) != Stray::Other;
        let inner = text.trim_matches(surrounds);
        let Some((at, c)) = inner.char_indices().find(|(_, c)| !allowed(*c)) else {
            return Self::surrounded(text, surrounds)
                .unwrap_or(Self::Length { chars: count(text) });
        };
        let start = text.trim_start_matches(surrounds).len();
        let start = text.len().saturating_sub(start);
        let ahead = text.get(..start.saturating_add(at)).map_or(0, count);
        Self::Character {
            chars: count(text),
            place: ahead.saturating_add(1),
            kind: Stray::of(c),
        }
    }

    /// How long a `text` is that is not valid.
    #[cfg(not(feature = "alloc"))]
    #[must_use]
    pub fn of(text: &str, _: fn(char) -> bool) -> Self {
        Self::Length {
            chars: saturated(text.len()),
        }
    }
}

#[cfg(feature = "alloc")]
impl TextFault {
    /// What stands around a text of any form, as a secret is that a file or an
    /// environment variable gave: white space, invisible characters, or quotes
    /// on both sides.
    #[must_use]
    pub fn around(text: &str) -> Option<Self> {
        let quote = |c| Stray::of(c) == Stray::Quote;
        let gap = |c| !matches!(Stray::of(c), Stray::Other | Stray::Quote);
        let bare = text.trim_matches(gap);
        let inside = bare
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote));
        match inside {
            Some(_) => Self::surrounded(text, |c| gap(c) || quote(c)),
            None => Self::surrounded(text, gap),
        }
    }

    /// What `surrounds` a text, if something does; where that is all of it, its
    /// first character.
    fn surrounded(text: &str, surrounds: impl Fn(char) -> bool + Copy) -> Option<Self> {
        let stray = |c: char| surrounds(c).then(|| Stray::of(c));
        let before = text.chars().next().and_then(stray);
        let after = text.chars().next_back().and_then(stray);
        let chars = count(text);
        match (text.trim_matches(surrounds), before) {
            ("", Some(kind)) => Some(Self::Character {
                chars,
                place: 1,
                kind,
            }),
            (inner, _) => (before.or(after)).map(|_| Self::Surrounded {
                chars,
                inner: count(inner),
                before,
                after,
            }),
        }
    }
}

/// Whether a text in lower case looks like one that stands for another, which
/// was never put in its place.
#[cfg(any(feature = "convoai", feature = "doctor"))]
pub(crate) fn is_placeholder(lower: &str) -> bool {
    const WORDS: [&str; 10] = [
        "your",
        "token",
        "placeholder",
        "xxx",
        "changeme",
        "todo",
        "insert",
        "here",
        "example",
        "...",
    ];
    lower.len() < 100 && WORDS.iter().any(|word| lower.contains(word))
}

#[cfg(feature = "alloc")]
fn count(text: &str) -> u16 {
    saturated(text.chars().count())
}

fn saturated(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(feature = "alloc")]
impl Stray {
    fn of(c: char) -> Self {
        match c {
            '\r' | '\n' => Self::LineEnd,
            '\u{feff}' => Self::ByteOrderMark,
            '"'
            | '\''
            | '`'
            | '\u{ab}'
            | '\u{bb}'
            | '\u{2018}'..='\u{201f}'
            | '\u{300c}'..='\u{300f}'
            | '\u{ff02}'
            | '\u{ff07}' => Self::Quote,
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' => Self::Invisible,
            c if c.is_whitespace() => Self::WhiteSpace,
            c if c.is_control() => Self::Invisible,
            _ => Self::Other,
        }
    }
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Length { chars: 0 } => f.write_str("it is empty"),
            Self::Length { chars } => write!(f, "it has {}", Characters(chars)),
            Self::Surrounded {
                chars,
                inner,
                before,
                after,
            } => {
                write!(f, "it has {}: ", Characters(chars))?;
                match (before, after) {
                    (Some(before), Some(after)) => {
                        write!(f, "{before} before and {after} after")
                    }
                    (Some(before), None) => write!(f, "{before} before"),
                    (None, Some(after)) => write!(f, "{after} after"),
                    (None, None) => f.write_str("something around"),
                }?;
                write!(f, " its {}", Characters(inner))
            }
            Self::Character { chars, place, kind } => {
                write!(f, "character {place} of {chars} is {kind}")
            }
            Self::Zero => f.write_str("it is 0"),
        }
    }
}

/// `1 character`, `2 characters`.
struct Characters(u16);

impl fmt::Display for Characters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} character{end}", self.0)
    }
}

impl fmt::Display for Stray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LineEnd => "a line end",
            Self::WhiteSpace => "white space",
            Self::Quote => "a quote",
            Self::ByteOrderMark => "a byte order mark",
            Self::Invisible => "an invisible character",
            Self::Other => "not allowed",
        })
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::string::ToString;

    use super::*;

    fn told(text: &str) -> alloc::string::String {
        TextFault::of(text, |c| c.is_ascii_hexdigit()).to_string()
    }

    #[test]
    fn what_is_there_is_told() {
        for (text, message) in [
            ("", "it is empty"),
            ("a", "it has 1 character"),
            ("abc", "it has 3 characters"),
            (
                "abc\n",
                "it has 4 characters: a line end after its 3 characters",
            ),
            (
                "abc\r\n",
                "it has 5 characters: a line end after its 3 characters",
            ),
            (
                " abc",
                "it has 4 characters: white space before its 3 characters",
            ),
            (
                "\"abc\"",
                "it has 5 characters: a quote before and a quote after its 3 characters",
            ),
            (
                "\u{201c}abc\u{201d} ",
                "it has 6 characters: a quote before and white space after its 3 characters",
            ),
            (
                "\u{feff}abc",
                "it has 4 characters: a byte order mark before its 3 characters",
            ),
            (
                "abc\u{200b}",
                "it has 4 characters: an invisible character after its 3 characters",
            ),
            ("ab cd", "character 3 of 5 is white space"),
            ("abc\0d", "character 4 of 5 is an invisible character"),
            ("abg", "character 3 of 3 is not allowed"),
            (" \u{e9}b", "character 2 of 3 is not allowed"),
            ("\u{ff11}", "character 1 of 1 is not allowed"),
            ("  ", "character 1 of 2 is white space"),
            ("''", "character 1 of 2 is a quote"),
        ] {
            assert_eq!(told(text), message, "{text:?}");
        }
    }

    #[cfg(any(feature = "convoai", feature = "doctor"))]
    #[test]
    fn short_texts_with_a_telling_word_are_placeholders() {
        let of_len = |len: usize| alloc::format!("{:x<len$}", "your_key");
        for (text, answer) in [
            ("<app id here>", true),
            ("...", true),
            ("970ca35de60c44645bbae8a215061b33", false),
            ("", false),
            (&of_len(99), true),
            (&of_len(100), false),
        ] {
            assert_eq!(is_placeholder(text), answer, "{text:?}");
        }
    }

    #[test]
    fn what_surrounds_a_text_of_any_form() {
        for (text, message) in [
            (
                " a b",
                "it has 4 characters: white space before its 3 characters",
            ),
            (
                "'a\" b'",
                "it has 6 characters: a quote before and a quote after its 4 characters",
            ),
            (
                "\u{feff}\"ab\"",
                "it has 5 characters: a byte order mark before and a quote after its 2 characters",
            ),
            (" \t", "character 1 of 2 is white space"),
        ] {
            assert_eq!(
                TextFault::around(text).unwrap().to_string(),
                message,
                "{text:?}"
            );
        }
        for text in ["", "a", "a b", "a'", "\"", "'a' or \"b", "sk-0=+/\u{e9}"] {
            assert_eq!(TextFault::around(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_long_text_is_counted_up_to_65535() {
        let long = "a".repeat(70_000);
        assert_eq!(
            TextFault::of(&long, |c| c.is_ascii_hexdigit()),
            TextFault::Length { chars: u16::MAX }
        );
        let last = alloc::format!("{long}g");
        assert_eq!(
            TextFault::of(&last, |c| c.is_ascii_hexdigit()),
            TextFault::Character {
                chars: u16::MAX,
                place: u16::MAX,
                kind: Stray::Other
            }
        );
    }
}
