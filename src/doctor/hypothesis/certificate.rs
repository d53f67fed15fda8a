//! The certificate or secret: what it looked like to whoever signed.
//!
//! Nothing of a certificate is ever said, but what was around it or missing.

use alloc::format;
use alloc::string::String;

use super::deformation::{self, Check};
use super::{Case, Findings, app_id};
use crate::agora::v007::ParsedToken2;
use crate::doctor::answer::Fault;
use crate::doctor::cause::Cause;
use crate::doctor::facts::{Facts, Name, open};
use crate::doctor::question::{Question, Version};

/// Characters of a certificate or server secret.
const LEN: usize = 32;

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
        deformation::find(secret, Some(&case.inside.app_id), check)
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

/// Tests the certificate of a 006 token whose names differ, once it is known
/// what they are.
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
        deformation::find(secret, Some(&case.inside.app_id), check)
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
