//! Inputs that get past the door often enough.

use arbitrary::{Arbitrary, Result, Unstructured};
use tokenmint::agora::is_documented_character;

/// A name: mostly what a service allows, sometimes any text, rarely a long one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(pub String);

impl<'a> Arbitrary<'a> for Name {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self(match u.int_in_range(0..=15)? {
            0 => String::from_utf8_lossy(any_bytes(u, 300)?).into_owned(),
            1 => {
                let len = u.int_in_range(0..=70_000)?;
                char::from(u.int_in_range(b' '..=b'~')?)
                    .to_string()
                    .repeat(len)
            }
            2..=4 => documented(any_bytes(u, 300)?),
            _ => documented(any_bytes(u, 64)?),
        }))
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

fn any_bytes<'a>(u: &mut Unstructured<'a>, max: usize) -> Result<&'a [u8]> {
    let len = u.int_in_range(0..=max)?.min(u.len());
    u.bytes(len)
}

/// Bytes that are allowed stay, so that words of a dictionary do.
fn documented(bytes: &[u8]) -> String {
    const OTHERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let allowed = |byte: u8| {
        if is_documented_character(byte) {
            char::from(byte)
        } else {
            char::from(OTHERS[usize::from(byte) % OTHERS.len()])
        }
    };
    bytes.iter().copied().map(allowed).collect()
}

/// Bytes of a length of their own, so that what follows is not swallowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes<const MAX: usize>(pub Vec<u8>);

impl<'a, const MAX: usize> Arbitrary<'a> for Bytes<MAX> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        any_bytes(u, MAX).map(|bytes| Self(bytes.to_vec()))
    }
}
