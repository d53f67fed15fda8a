//! Numbers, and names in lists, on the command line.

use std::fmt::Display;
use std::str::FromStr;

/// Reads a number of digits, with a minus sign where its kind has one.
pub(crate) fn parse_number<N: Bounded>(text: &str) -> Result<N, String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    // `parse` would take a plus sign.
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|_| is_plain);
    number.ok_or_else(|| format!("expected a number from {} to {}", N::MIN, N::MAX))
}

/// A kind of number, with its ends.
pub(crate) trait Bounded: FromStr + Display {
    /// The smallest.
    const MIN: Self;
    /// The largest.
    const MAX: Self;
}

impl Bounded for u32 {
    const MIN: Self = Self::MIN;
    const MAX: Self = Self::MAX;
}

impl Bounded for i16 {
    const MIN: Self = Self::MIN;
    const MAX: Self = Self::MAX;
}

/// The number of a name in a list of names, or of a number.
pub(crate) fn parse_listed(list: &[&str], text: &str) -> Result<u16, String> {
    let position = list.iter().position(|name| *name == text);
    position
        .and_then(|at| u16::try_from(at).ok())
        .or_else(|| text.parse().ok())
        .ok_or_else(|| format!("{text:?}: expected a number or one of {}", list.join(", ")))
}
