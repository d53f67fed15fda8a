//! What is wrong with a text that has a fixed form, such as an app id: how many
//! characters are there and what surrounds them, but never a character.

use core::fmt;

/// What is wrong with a text of fixed form. It says how long the text is and
/// what does not belong to it, and holds no character of it.
///
/// ```
/// use tokenmint::agora::AppId;
/// use tokenmint::{Error, Fault, Stray};
///
/// let error = AppId::new("970CA35de60c44645bbae8a215061b33\n").unwrap_err();
/// let fault = Fault::Surrounded { chars: 33, inner: 32, before: None, after: Some(Stray::LineEnd) };
/// assert_eq!(error, Error::BadAppId { fault });
/// # assert!(error.to_string().contains("a line end after its 32 characters"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
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

impl Fault {
    /// What is wrong with `text`, whose characters have to be `allowed` and of
    /// which there have to be another number if they are.
    #[cfg(feature = "alloc")]
    #[cold]
    pub(crate) fn of(text: &str, allowed: fn(char) -> bool) -> Self {
        let surrounds = |c: char| !allowed(c) && Stray::of(c) != Stray::Other;
        let inner = text.trim_matches(surrounds);
        let chars = count(text);
        // Nothing but strays: they are no surroundings.
        if !inner.is_empty() {
            if let Some((before, _)) = text.split_once(inner)
                && let Some((place, c)) = inner.chars().enumerate().find(|(_, c)| !allowed(*c))
            {
                return Self::Character {
                    chars,
                    place: saturated(before.chars().count().saturating_add(place))
                        .saturating_add(1),
                    kind: Stray::of(c),
                };
            }
            if inner.len() < text.len() {
                let stray = |c: Option<char>| c.filter(|c| surrounds(*c)).map(Stray::of);
                return Self::Surrounded {
                    chars,
                    inner: count(inner),
                    before: stray(text.chars().next()),
                    after: stray(text.chars().next_back()),
                };
            }
        } else if let Some(c) = text.chars().next() {
            return Self::Character {
                chars,
                place: 1,
                kind: Stray::of(c),
            };
        }
        Self::Length { chars }
    }

    /// How long `text` is.
    #[cfg(not(feature = "alloc"))]
    pub(crate) fn of(text: &str, _: fn(char) -> bool) -> Self {
        Self::Length {
            chars: saturated(text.len()),
        }
    }
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

impl fmt::Display for Fault {
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
        Fault::of(text, |c| c.is_ascii_hexdigit()).to_string()
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

    #[test]
    fn a_long_text_is_counted_up_to_65535() {
        let long = "a".repeat(70_000);
        assert_eq!(
            Fault::of(&long, |c| c.is_ascii_hexdigit()),
            Fault::Length { chars: u16::MAX }
        );
        let last = alloc::format!("{long}g");
        assert_eq!(
            Fault::of(&last, |c| c.is_ascii_hexdigit()),
            Fault::Character {
                chars: u16::MAX,
                place: u16::MAX,
                kind: Stray::Other
            }
        );
    }
}
