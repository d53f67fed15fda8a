//! The certificate or secret: what it looked like to whoever signed.
//!
//! Nothing of a certificate is ever said, but what was around it or missing.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use zeroize::Zeroizing;

use super::{Case, Findings, app_id};
use crate::agora::v007::ParsedToken2;
use crate::doctor::answer::Fault;
use crate::doctor::cause::Cause;
use crate::doctor::facts::{Facts, Name, open};
use crate::doctor::question::{Question, Version};
use crate::doctor::words::quoted;

/// Characters of a certificate or server secret.
const LEN: usize = 32;

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

type Check<'c> = &'c dyn Fn(&[u8]) -> bool;

/// Why the certificate that was given did not sign.
pub(super) fn test(case: &Case<'_>, found: &mut Findings) {
    let Some(secret) = case.question.secret else {
        return;
    };
    // A ZEGO token that opens and fails here was changed afterwards.
    if matches!(case.facts.version, Version::V03 | Version::V04) {
        return;
    }
    if app_id::is_certificate(case) {
        return found.add(
            Cause::AppIdCertificateSwapped,
            "Where the token has its app id it has the certificate, which whoever sees the token \
             can read.",
        );
    }
    if case.question.app_id == Some(secret) {
        return found.add(
            Cause::CertificateIsAppId,
            "The question has the app id as certificate.",
        );
    }
    let fits = with_check(case, None, |check| {
        deformation(secret, Some(&case.inside.app_id), check)
    });
    if let Some((cause, because)) = fits.flatten() {
        return found.add(cause, because);
    }
    if case.fails(Fault::AppId) {
        app_id::test(case, found);
    }
    found.add(
        Cause::WrongKey,
        "The signature is of a certificate that is neither the given one nor it in another form.",
    );
}

/// The same for a 006 token whose names differ, once it is known what they are.
pub(super) fn test_after_names(case: &Case<'_>, found: &mut Findings) {
    let is_open = case.fails(Fault::Channel) || case.fails(Fault::User);
    let (Some(secret), true, Some(token)) = (case.question.secret, is_open, case.token_006())
    else {
        return;
    };
    let known = |crc, names: [Option<&str>; 3]| {
        let mut names = names.into_iter().flatten();
        names
            .find(|name| Name::Checksum(crc).is(name))
            .map(String::from)
    };
    let channel = known(
        token.channel_crc(),
        [found.channel.as_deref(), case.question.channel, Some("")],
    );
    let user = known(
        token.account_crc(),
        [found.user.as_deref(), case.user(), Some("")],
    );
    let (Some(channel), Some(user)) = (channel, user) else {
        return;
    };
    if case.is_signed_for(&channel, &user) == Some(true) {
        return;
    }
    let fits = with_check(case, Some([&channel, &user]), |check| {
        deformation(secret, Some(&case.inside.app_id), check)
    });
    if let Some((cause, because)) = fits.flatten() {
        found.add(cause, because);
    }
}

/// Calls `test` with a check of certificates, if the token can be checked.
fn with_check<T>(
    case: &Case<'_>,
    names: Option<[&str; 2]>,
    test: impl FnOnce(Check<'_>) -> T,
) -> Option<T> {
    match case.facts.version {
        Version::V007 => {
            let token = ParsedToken2::from_content(&case.facts.content).ok()?;
            Some(test(&|text| token.is_signed_with(text)))
        }
        Version::V006 => {
            let token = case.token_006()?;
            let names = names.or_else(|| case.names_006())?.map(str::as_bytes);
            Some(test(&|text| token.is_signed_with(text, names)))
        }
        Version::V03 | Version::V04 => None,
    }
}

/// The deformation of `secret` with which `check` holds.
pub(super) fn deformation(
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

/// Why the certificate or secret that was given is none.
pub(super) fn malformed(
    facts: &Facts,
    question: &Question<'_>,
    case: Option<&Case<'_>>,
    found: &mut Findings,
) {
    let Some(secret) = question.secret else {
        return;
    };
    let is_zego = matches!(facts.version, Version::V03 | Version::V04);
    let opens = |text: &str| open(facts.version, &facts.token, text).is_some();
    let len = secret.chars().count();
    let bare = undecorated(secret);
    if bare.len() == LEN && bare != secret {
        let signs = case.and_then(|case| with_check(case, None, |check| check(bare.as_bytes())));
        let holds = signs.unwrap_or(false) || (is_zego && opens(bare));
        let fits = if holds {
            " Without that it fits the token."
        } else {
            ""
        };
        let because = format!(
            "The one in the question has {len} characters: there is something around it.{fits}"
        );
        return found.add(Cause::CertificateDecorated, because);
    }
    if is_zego && bare.len() == 2 * LEN {
        let (first, second) = bare.split_at_checked(LEN).unwrap_or((bare, ""));
        let because = if opens(first) {
            "It has 64 characters, as an AppSign has, and its first half opens the token."
        } else if opens(second) {
            "It has 64 characters, as an AppSign has, and its second half opens the token."
        } else {
            "It has 64 characters, as an AppSign has; a server secret has 32."
        };
        return found.add(Cause::ZegoAppsignAsSecret, because);
    }
    if len != LEN {
        let because = format!("The one in the question has {len} characters in place of 32.");
        return found.add(Cause::CertificateLength, because);
    }
    found.add(
        Cause::WrongKey,
        "The one in the question has characters that are no hexadecimal digits.",
    );
}

/// `secret` without what stands around it.
fn undecorated(secret: &str) -> &str {
    secret.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

/// Whether the base64 of a token has letters of one case only.
pub(super) fn is_of_one_case(token: &str) -> bool {
    const ENOUGH: usize = 40;
    let letters = || token.bytes().filter(u8::is_ascii_alphabetic);
    letters().count() >= ENOUGH
        && (letters().all(|c| c.is_ascii_lowercase()) || letters().all(|c| c.is_ascii_uppercase()))
}
