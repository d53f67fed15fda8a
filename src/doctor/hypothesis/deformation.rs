//! What a certificate or secret may have become on its way to whoever signed.
//!
//! Nothing of it is ever said, but what was around it or missing.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use zeroize::Zeroizing;

use crate::doctor::cause::Cause;
use crate::doctor::words::quoted;

/// What may have stood before and behind a certificate.
const BEFORE: &[&str] = &[
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "'",
    "`",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "\u{3000}",
    "\u{201c}",
    "\u{2018}",
    "<",
    "(",
    "[",
    "{",
    "=",
    ":",
    "\\\"",
    "\u{ef}\u{bb}\u{bf}",
    "  ",
    " \"",
    "${",
    "0x",
];
const BEHIND: &[&str] = &[
    "", " ", "\t", "\n", "\r\n", "\r", "\"", "'", "`", "\u{feff}", "\u{200b}", "\u{a0}",
    "\u{3000}", "\u{201d}", "\u{2019}", ">", ")", "]", "}", ",", ";", ".", "\\\"", "\0", "  ",
    "\n\n", " \n", "\\n", "\\r\\n", "\"\n", "\"\r\n", "'\n", "\",", "\";", "\" ", " \"", ":",
];

/// How many letters may have either case, each by itself.
const LETTERS_MAX: u32 = 14;

/// Whether a text is what signed.
pub(super) type Check<'c> = &'c dyn Fn(&[u8]) -> bool;

/// The deformation of `secret` with which `check` holds.
pub(super) fn find(
    secret: &str,
    app_id: Option<&str>,
    check: Check<'_>,
) -> Option<(Cause, String)> {
    if app_id.is_some_and(|app_id| check(app_id.as_bytes())) {
        return Some((
            Cause::CertificateIsAppId,
            "The app id signed it, in place of the certificate.".into(),
        ));
    }
    for (text, what) in [
        (secret.to_ascii_lowercase(), "small"),
        (secret.to_ascii_uppercase(), "capital"),
        (
            swapped_case(secret),
            "small for capital and capital for small",
        ),
    ] {
        if check(Zeroizing::new(text).as_bytes()) {
            let because = format!("It was signed with the certificate in {what} letters.");
            return Some((Cause::CertificateCase, because));
        }
    }
    decorated(secret, check)
        .or_else(|| of_other_length(secret, check))
        .or_else(|| mixed_case(secret, check))
}

fn decorated(secret: &str, check: Check<'_>) -> Option<(Cause, String)> {
    for before in BEFORE {
        for behind in BEHIND {
            let text = Zeroizing::new(format!("{before}{secret}{behind}"));
            if !(before.is_empty() && behind.is_empty()) && check(text.as_bytes()) {
                let place = |text: &str| match text {
                    "" => "nothing".into(),
                    text => quoted(text),
                };
                let because = format!(
                    "It was signed with {} before the certificate and {} behind it.",
                    place(before),
                    place(behind)
                );
                return Some((Cause::CertificateDecorated, because));
            }
        }
    }
    None
}

fn of_other_length(secret: &str, check: Check<'_>) -> Option<(Cause, String)> {
    let cause = Cause::CertificateLength;
    let bytes = secret.as_bytes();
    let mut text = Zeroizing::new(Vec::with_capacity(
        bytes.len().saturating_mul(2).saturating_add(1),
    ));
    let mut fits = |parts: [&[u8]; 3]| {
        text.clear();
        parts
            .into_iter()
            .for_each(|part| text.extend_from_slice(part));
        check(&text)
    };
    for at in 0..bytes.len() {
        let (front, rest) = bytes.split_at_checked(at)?;
        if fits([front, rest.get(1..)?, b""]) {
            let place = at.saturating_add(1);
            return Some((
                cause,
                format!("It was signed without character {place} of the certificate."),
            ));
        }
        // The end or the beginning alone.
        if fits([front, b"", b""]) {
            return Some((
                cause,
                format!("It was signed with the first {at} characters of the certificate."),
            ));
        }
        if fits([rest, b"", b""]) {
            let len = rest.len();
            return Some((
                cause,
                format!("It was signed with the last {len} characters of the certificate."),
            ));
        }
    }
    for at in 0..=bytes.len() {
        let (front, rest) = bytes.split_at_checked(at)?;
        let inside = at > 0 && at < bytes.len();
        for extra in (b'!'..=b'~').filter(|extra| !inside || extra.is_ascii_alphanumeric()) {
            if fits([front, &[extra], rest]) {
                let place = at.saturating_add(1);
                let because = format!(
                    "It was signed with one character too many, at place {place} of the certificate."
                );
                return Some((cause, because));
            }
        }
    }
    fits([bytes, bytes, b""]).then(|| {
        (
            cause,
            "It was signed with the certificate twice in a row.".into(),
        )
    })
}

fn swapped_case(text: &str) -> String {
    let swap = |c: char| match c.is_ascii_uppercase() {
        true => c.to_ascii_lowercase(),
        false => c.to_ascii_uppercase(),
    };
    text.chars().map(swap).collect()
}

/// Every letter in either case, if they are not too many.
fn mixed_case(secret: &str, check: Check<'_>) -> Option<(Cause, String)> {
    let mut text = Zeroizing::new(secret.as_bytes().to_vec());
    let places: Vec<usize> = (secret.bytes().enumerate())
        .filter(|(_, byte)| byte.is_ascii_alphabetic())
        .map(|(at, _)| at)
        .collect();
    let found = || {
        Some((
            Cause::CertificateCase,
            String::from("It was signed with the certificate in other letter case."),
        ))
    };
    let flip = |text: &mut [u8], at: usize| {
        if let Some(byte) = places.get(at).and_then(|at| text.get_mut(*at)) {
            *byte ^= 0x20;
        }
    };
    let letters = u32::try_from(places.len()).ok()?;
    if letters <= LETTERS_MAX {
        // Each step changes one letter only: a Gray code.
        for step in 1..1_u32.checked_shl(letters)? {
            flip(&mut text, usize::try_from(step.trailing_zeros()).ok()?);
            if check(&text) {
                return found();
            }
        }
        return None;
    }
    for first in 0..places.len() {
        flip(&mut text, first);
        if check(&text) {
            return found();
        }
        for second in first.saturating_add(1)..places.len() {
            flip(&mut text, second);
            if check(&text) {
                return found();
            }
            flip(&mut text, second);
        }
        flip(&mut text, first);
    }
    None
}
