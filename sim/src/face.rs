//! The blocking and the async client under one name.

use std::fmt;
use std::str::FromStr;

/// Which client a journey is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The blocking one.
    Blocking,
    /// The async one.
    Async,
}

impl Face {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Blocking, Self::Async];
}

impl fmt::Display for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocking => "blocking",
            Self::Async => "async",
        })
    }
}

impl FromStr for Face {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|face| face.to_string() == text);
        found.ok_or_else(|| format!("`{text}` is not `blocking` or `async`"))
    }
}

/// Calls a method of either, and waits for it.
macro_rules! either {
    ($value:expr, $one:ident => $call:expr) => {
        match $value {
            Self::Blocking($one) => $call,
            Self::Async($one) => $call.await,
        }
    };
}
pub(crate) use either;

/// Asks either for something that it knows.
macro_rules! known {
    ($value:expr, $one:ident => $ask:expr) => {
        match $value {
            Self::Blocking($one) => $ask,
            Self::Async($one) => $ask,
        }
    };
}
pub(crate) use known;
