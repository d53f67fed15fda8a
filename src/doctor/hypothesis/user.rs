//! The user: the same in another writing, nobody, or somebody else.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::names::{self, Proof};
use super::{Case, Findings};
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
    if let Some(text) = other_writing(name, asked) {
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

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
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

const SEPARATORS: &[char] = &[',', '_', '\'', ' ', '.', '\u{2019}', '\u{a0}', '\u{202f}'];
const PREFIXES: &[&str] = &[
    "uid", "user", "u", "id", "usr", "userid", "user_id", "member", "account", "client", "guest",
];
const JOINTS: &[&str] = &["", "-", "_", ":", " ", "=", "/", "."];

/// The same number in another writing, of which one is the plain one.
fn other_writing(name: &Name, asked: &str) -> Option<String> {
    if let Name::Text(text) = name {
        let same = text.len() <= 64
            && asked.len() <= 64
            && (is_digits(text) || is_digits(asked))
            && number(text).is_some()
            && number(text) == number(asked);
        return same.then(|| text.clone());
    }
    let plain = number(asked)?.to_string();
    writings(&plain)
        .into_iter()
        .find(|text| text != asked && name.is(text))
}

/// The number that a text means, in whatever writing.
fn number(text: &str) -> Option<u64> {
    let text = text.trim().trim_matches(['"', '\'', '`']);
    let lower = text.to_ascii_lowercase();
    if let Some(digits) = lower.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).ok();
    }
    let at = lower.find(|c: char| c.is_ascii_digit())?;
    let (before, digits) = lower.split_at_checked(at)?;
    let word = before.trim_end_matches(['-', '_', ':', ' ', '=', '/', '.', '#', '@', '+']);
    let is_prefix = match word {
        "" => matches!(before, "" | "+" | "#" | "@"),
        word => PREFIXES.contains(&word),
    };
    if !is_prefix {
        return None;
    }
    let digits = digits.trim_end_matches(['l', 'n', 'u']);
    if digits.contains('e') {
        let value = digits.parse::<f64>().ok()?;
        let whole = (0.0..1e15).contains(&value) && value % 1.0 == 0.0;
        return whole.then(|| format!("{value:.0}").parse().ok())?;
    }
    // A fraction of zeros, unless it is a group of thousands.
    let whole = match digits.split_once('.') {
        Some((whole, zeros))
            if !zeros.is_empty()
                && zeros.bytes().all(|c| c == b'0')
                && (zeros.len() != 3 || whole.len() > 3) =>
        {
            whole
        }
        _ => digits,
    };
    let bare: String = whole.chars().filter(|c| !SEPARATORS.contains(c)).collect();
    is_digits(&bare).then(|| bare.parse().ok())?
}

/// How programs write the number whose plain digits are given.
fn writings(plain: &str) -> Vec<String> {
    let mut all = Vec::from([plain.to_string()]);
    for width in plain.len()..=20 {
        all.push(format!("{plain:0>width$}"));
    }
    for suffix in [".0", ".00", ".000", ".", "L", "n", "u", "l"] {
        all.push(format!("{plain}{suffix}"));
    }
    for separator in SEPARATORS {
        all.push(grouped(plain, *separator));
    }
    for mark in ["+", "#", "@", "$"] {
        all.push(format!("{mark}{plain}"));
    }
    for mark in ["\"", "'", "`"] {
        all.push(format!("{mark}{plain}{mark}"));
    }
    for prefix in PREFIXES {
        for joint in JOINTS {
            let (upper, first) = (prefix.to_ascii_uppercase(), capitalised(prefix));
            for prefix in [*prefix, &upper, &first] {
                all.push(format!("{prefix}{joint}{plain}"));
            }
        }
    }
    if let Ok(number) = plain.parse::<u64>() {
        all.extend([
            format!("{number:x}"),
            format!("{number:X}"),
            format!("0x{number:x}"),
            format!("0x{number:X}"),
        ]);
        all.extend(exponents(plain));
    }
    all
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_ascii_uppercase(), chars.as_str())
    })
}

/// Groups of three digits.
fn grouped(plain: &str, separator: char) -> String {
    let mut text = String::new();
    for (at, digit) in plain.chars().enumerate() {
        let left = plain.len().saturating_sub(at);
        if at > 0 && left % 3 == 0 {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// `2.344054e+06` and the like.
fn exponents(plain: &str) -> Vec<String> {
    let Some((first, rest)) = plain.split_at_checked(1) else {
        return Vec::new();
    };
    let power = rest.len();
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    ["e+0", "e+", "e", "E+0", "E+", "E"]
        .iter()
        .flat_map(|sign| {
            [
                format!("{first}{point}{rest}{sign}{power}"),
                format!("{first}.{rest:0<6}{sign}{power}"),
            ]
        })
        .collect()
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
