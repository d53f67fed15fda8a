//! The user: the same in another writing, nobody, or somebody else.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::names::{self, Proof};
use super::{Case, Findings, writings};
use crate::doctor::cause::Cause;
use crate::doctor::facts::{Name, Use, clipped};
use crate::doctor::question::Version;
use crate::doctor::uid_search::{numbers_behind, uids_behind};

const UID_MAX: u64 = u32::MAX as u64;

/// Numbers that are likely even without a proof.
const LIKELY: u64 = 1_000;

/// Why none of `uses` is for the user that is asked.
pub(super) fn test(case: &Case<'_>, uses: &[&Use], asked: &str, found: &mut Findings) {
    let users: Vec<(&Use, &Name)> = uses
        .iter()
        .filter_map(|usage| usage.user.as_ref().map(|name| (*usage, name)))
        .collect();
    for (usage, name) in &users {
        let proof = |text: &str| case.is_signed_for_user(usage.service, text);
        let relation = of_one(case, name, asked, &proof);
        let Some((cause, text)) = relation else {
            continue;
        };
        if cause == Cause::UidZeroAsText {
            candidates(case, usage, name, found);
        }
        let because = format!(
            "{} is for user {}, asked is {}.",
            usage.title(),
            clipped(&text),
            shown(asked)
        );
        found.add(cause, because);
        found.user = Some(text);
        return;
    }
    let mut others = case.inside.uses.iter().filter(|usage| {
        !asked.is_empty() && usage.user.as_ref().is_some_and(|name| name.is(asked))
    });
    if let Some(usage) = others.next() {
        let place = match usage.channel.as_ref().and_then(Name::text) {
            Some(channel) => format!("{} in {}", usage.title(), clipped(channel)),
            None => usage.title().to_string(),
        };
        let because = format!("User {} is in the token, but for {place}.", shown(asked));
        return found.add(Cause::UserOfOtherService, because);
    }
    let mut there = String::new();
    for (usage, name) in users {
        candidates(case, usage, name, found);
        if !there.is_empty() {
            there.push_str(", ");
        }
        there.push_str(&format!("{} for {}", usage.title(), name.shown()));
    }
    if let Some(uid) = found.uid {
        there.push_str(&format!(": it is uid {uid}, as the certificate proves"));
        found.user = Some(uid.to_string());
    } else if !found.uid_candidates.is_empty() {
        let all: Vec<_> = found
            .uid_candidates
            .iter()
            .map(ToString::to_string)
            .collect();
        there.push_str(&format!(
            ": if it is a uid, it is one of {}",
            all.join(", ")
        ));
    }
    if is_no_uid(asked) {
        let because = format!("{} is no uid.", clipped(asked));
        found.add(Cause::UidNotU32, because);
    }
    let because = format!("Asked is user {}; the token has {there}.", shown(asked));
    found.add(Cause::UserMismatch, because);
}

/// The uid behind the checksum of a token, where no user is asked.
pub(super) fn unasked(case: &Case<'_>, found: &mut Findings) {
    if case.question.user.is_some() {
        return;
    }
    for usage in &case.inside.uses {
        if let Some(name) = &usage.user
            && !name.is_any()
        {
            candidates(case, usage, name, found);
        }
    }
}

fn shown(asked: &str) -> String {
    match asked {
        "" => "uid 0 (none of one's own)".to_string(),
        text => clipped(text),
    }
}

fn of_one(case: &Case<'_>, name: &Name, asked: &str, proof: Proof<'_>) -> Option<(Cause, String)> {
    let is = |text: String| name.is(&text).then_some(text);
    if name.is("0") {
        return Some((Cause::UidZeroAsText, "0".to_string()));
    }
    if let Some(relation) = names::stringified(name) {
        return Some((Cause::ValueStringified, relation.name));
    }
    if let Some(text) = wrapped(asked).and_then(is) {
        return Some((Cause::UidInt32Wrap, text));
    }
    if let Some(text) = writings::same_number(name, asked) {
        return Some((Cause::UserFormatting, text));
    }
    if let Some(relation) = names::relation(name, asked, proof) {
        let cause = relation.causes.first().copied()?;
        return Some((cause, relation.name));
    }
    no_uid(case, name, asked, proof).map(|text| (Cause::UidNotU32, text))
}

/// The 32 bits of a uid read with a sign, or of a negative number without.
fn wrapped(asked: &str) -> Option<String> {
    match asked.parse::<i64>().ok()? {
        number @ 0x8000_0000..=0xffff_ffff => Some(number.saturating_sub(1 << 32).to_string()),
        number @ -0x8000_0000..0 => Some(number.saturating_add(1 << 32).to_string()),
        _ => None,
    }
}

/// Whether `text` is a number, and none that is a uid.
fn is_no_uid(text: &str) -> bool {
    let numeric = text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.')
        && text
            .bytes()
            .all(|c| c.is_ascii_digit() || matches!(c, b'-' | b'+' | b'.' | b'e' | b'E'));
    let is_uid =
        |number: f64| number >= 0.0 && number <= f64::from(u32::MAX) && number % 1.0 == 0.0;
    numeric && text.parse::<f64>().is_ok_and(|number| !is_uid(number))
}

/// Numbers above 32 bits that are taken for uids: of up to twelve digits, and
/// the time in milliseconds.
fn too_large(now: u32) -> [RangeInclusive<u64>; 2] {
    const DAY: u64 = 86_400_000;
    let now = u64::from(now).saturating_mul(1000);
    [
        UID_MAX.saturating_add(1)..=999_999_999_999,
        now.saturating_sub(90 * DAY)..=now.saturating_add(DAY),
    ]
}

/// What makes a fraction of a number.
fn fractions() -> impl Iterator<Item = String> {
    let tenths = (1..10).map(|n| format!(".{n}"));
    let hundredths = (1..100).filter(|n| n % 10 != 0).map(|n| format!(".{n:02}"));
    tenths.chain(hundredths)
}

/// A number in the place of the user that is no uid.
fn no_uid(case: &Case<'_>, name: &Name, asked: &str, proof: Proof<'_>) -> Option<String> {
    let crc = match name {
        Name::Text(text) => return is_no_uid(text).then(|| text.clone()),
        Name::Checksum(crc) => *crc,
    };
    let fits = |distance: u64, text: String| match proof(&text) {
        Some(true) => Some(text),
        _ => (distance <= LIKELY).then_some(text),
    };
    let negative = numbers_behind(crc, "-", "", 1..=9_999_999_999);
    let mut negative = negative
        .into_iter()
        .filter_map(|n| fits(n, format!("-{n}")));
    if let Some(text) = negative.next() {
        return Some(text);
    }
    for range in too_large(case.question.now) {
        let large = numbers_behind(crc, "", "", range).into_iter();
        let mut large = large.filter_map(|n| fits(n.saturating_sub(UID_MAX), n.to_string()));
        if let Some(text) = large.next() {
            return Some(text);
        }
    }
    for fraction in fractions() {
        let numbers = numbers_behind(crc, "", &fraction, 0..=UID_MAX).into_iter();
        let mut texts = numbers.filter_map(|n| {
            let near = if n.to_string() == asked { 0 } else { n };
            fits(near, format!("{n}{fraction}"))
        });
        if let Some(text) = texts.next() {
            return Some(text);
        }
    }
    None
}

/// Every uid behind a checksum, and the one that the certificate proves.
fn candidates(case: &Case<'_>, usage: &Use, name: &Name, found: &mut Findings) {
    let Name::Checksum(crc) = name else {
        return;
    };
    debug_assert!(case.facts.version == Version::V006);
    let all = uids_behind(*crc);
    let signed = |uid: &u32| case.is_signed_for_user(usage.service, &uid.to_string()) == Some(true);
    let proven = all.iter().copied().find(signed);
    // The users of other services are texts.
    if proven.is_some() || usage.channel.is_some() {
        found.uid = proven;
        found.uid_candidates = all;
    }
}
