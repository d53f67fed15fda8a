//! A uid in another writing than was asked: zeros in front, a fraction of
//! zeros, separators, a sign, a prefix.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::doctor::facts::Name;

const SEPARATORS: &[char] = &[',', '_', '\'', ' ', '.', '\u{2019}', '\u{a0}', '\u{202f}'];
const PREFIXES: &[&str] = &[
    "uid", "user", "u", "id", "usr", "userid", "user_id", "member", "account", "client", "guest",
];
const JOINTS: &[&str] = &["", "-", "_", ":", " ", "=", "/", "."];

/// A number in another writing than was asked, of which one is the plain one.
pub(super) fn same_number(name: &Name, asked: &str) -> Option<String> {
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

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
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
