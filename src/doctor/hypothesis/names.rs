//! Two writings of one name: what was asked, deformed as programs deform it,
//! until it is what the token has. That works for names of which the token has
//! the checksum only as well.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::crypto::md5::md5_hex;
use crate::crypto::sha1::sha1;
use crate::crypto::sha256::sha256;
use crate::doctor::cause::Cause;
use crate::doctor::facts::Name;
use crate::doctor::words::hex;
use crate::wire::crc32::crc32;

/// How the name of a token came from the one asked.
pub(super) struct Relation {
    pub(super) causes: Vec<Cause>,
    /// The name of the token.
    pub(super) name: String,
}

impl Relation {
    fn new(cause: Cause, name: &str) -> Self {
        Self {
            causes: vec![cause],
            name: name.to_owned(),
        }
    }
}

/// Names longer than any service takes are compared and not deformed.
const LEN_MAX: usize = 1024;

/// What missing values become as text.
const STRINGIFIED: &[&str] = &[
    "undefined",
    "null",
    "None",
    "NaN",
    "[object Object]",
    "nil",
    "NULL",
    "Null",
    "nan",
    "none",
    "Undefined",
    "<nil>",
    "<null>",
    "(null)",
    "nullptr",
    "[object Promise]",
    "[object Undefined]",
    "[object Null]",
    "[object Array]",
    "Infinity",
    "-Infinity",
    "inf",
    "true",
    "false",
    "True",
    "False",
    "{}",
    "[]",
    "%s",
    "%d",
    "%!s(<nil>)",
    "%!d(string=)",
    "Optional(nil)",
    "#N/A",
];

/// What stands around a name by mistake.
const SPACES: &[&str] = &[
    "", " ", "\n", "\r\n", "\r", "\t", "  ", "\u{3000}", "\u{a0}", "\u{feff}", "\u{200b}", "\0",
];

/// Names a relation between what the token has and what was asked, which
/// differ.
pub(super) fn relation(name: &Name, asked: &str) -> Option<Relation> {
    if asked.len() > LEN_MAX || name.text().is_some_and(|text| text.len() > LEN_MAX) {
        return None;
    }
    stringified(name)
        .or_else(|| space(name, asked))
        .or_else(|| letter_case(name, asked))
        .or_else(|| encoded(name, asked))
        .or_else(|| hashed(name, asked))
        .or_else(|| case_and_space(name, asked))
}

/// A missing value that became text.
pub(super) fn stringified(name: &Name) -> Option<Relation> {
    let text = STRINGIFIED.iter().find(|text| name.is(text))?;
    Some(Relation::new(Cause::ValueStringified, text))
}

/// Whether a character is space, or as good as invisible.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn space(name: &Name, asked: &str) -> Option<Relation> {
    let trimmed = asked.trim_matches(is_space);
    let cause = Cause::NameWhitespace;
    if trimmed.is_empty() {
        return None;
    }
    if let Some(text) = name.text() {
        let same = text.trim_matches(is_space) == trimmed;
        return same.then(|| Relation::new(cause, text));
    }
    let mut both = SPACES
        .iter()
        .flat_map(|front| SPACES.iter().map(move |behind| (front, behind)));
    let text = both.find_map(|(front, behind)| {
        let text = format!("{front}{trimmed}{behind}");
        name.is(&text).then_some(text)
    })?;
    Some(Relation::new(cause, &text))
}

fn letter_case(name: &Name, asked: &str) -> Option<Relation> {
    let cause = Cause::NameCase;
    match name {
        Name::Text(text) => (text.to_lowercase() == asked.to_lowercase()
            || text.to_uppercase() == asked.to_uppercase())
        .then(|| Relation::new(cause, text)),
        Name::Checksum(crc) => {
            let whole = [asked.to_lowercase(), asked.to_uppercase()];
            let fits = |text: &&String| crc32(text.as_bytes()) == *crc;
            let text = whole.iter().find(fits).cloned();
            let text = text.or_else(|| letters_behind(*crc, asked))?;
            Some(Relation::new(cause, &text))
        }
    }
}

/// The ASCII letters of `asked` in whatever case gives the checksum `crc`. To
/// change the case of a letter changes the checksum by a value of its place, so
/// this is a system of linear equations over bits.
fn letters_behind(crc: u32, asked: &str) -> Option<String> {
    const LETTERS_MAX: usize = 64;
    let bytes = asked.as_bytes();
    let zero = crc32(bytes);
    let places: Vec<usize> = (bytes.iter().enumerate())
        .filter(|(_, byte)| byte.is_ascii_alphabetic())
        .map(|(at, _)| at)
        .take(LETTERS_MAX)
        .collect();
    let flipped = |at: usize, text: &mut [u8]| {
        if let Some(byte) = text.get_mut(at) {
            *byte ^= 0x20;
        }
    };
    // Sums of columns, each with another highest bit, and which columns.
    let mut basis: Vec<(u32, u64)> = Vec::new();
    for (bit, at) in places.iter().enumerate() {
        let mut text = bytes.to_vec();
        flipped(*at, &mut text);
        let column = (
            crc32(&text) ^ zero,
            1_u64.checked_shl(u32::try_from(bit).ok()?)?,
        );
        let reduced = reduce(&basis, column);
        if reduced.0 != 0 {
            basis.push(reduced);
            basis.sort_unstable_by(|a, b| b.cmp(a));
        }
    }
    let (left, which) = reduce(&basis, (zero ^ crc, 0));
    if left != 0 || which == 0 {
        return None;
    }
    let mut text = bytes.to_vec();
    for (bit, at) in places.iter().enumerate() {
        if which >> bit & 1 == 1 {
            flipped(*at, &mut text);
        }
    }
    String::from_utf8(text)
        .ok()
        .filter(|text| crc32(text.as_bytes()) == crc)
}

fn reduce(basis: &[(u32, u64)], column: (u32, u64)) -> (u32, u64) {
    basis.iter().fold(column, |(sum, which), (value, columns)| {
        if sum ^ value < sum {
            (sum ^ value, which ^ columns)
        } else {
            (sum, which)
        }
    })
}

/// Characters beside letters and digits that encoders leave as they are.
const KEPT: &[&str] = &[
    "-_.~",
    "-_.!~*'()",
    "-_.",
    "-_.*",
    "-_.!~*'();,/?:@&=+$#",
    "-_.~!$&'()*+,;=:@",
    "",
];

fn percent_encoded(text: &str, kept: &str, space: &str, upper: bool) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        let letter = char::from(byte);
        if byte.is_ascii_alphanumeric() || (byte.is_ascii() && kept.contains(letter)) {
            encoded.push(letter);
        } else if byte == b' ' {
            encoded.push_str(space);
        } else if upper {
            encoded.push_str(&format!("%{byte:02X}"));
        } else {
            encoded.push_str(&format!("%{byte:02x}"));
        }
    }
    encoded
}

/// Once, in every manner.
fn encodings(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for kept in KEPT {
        for space in ["%20", "+", " "] {
            for upper in [true, false] {
                let encoded = percent_encoded(text, kept, space, upper);
                if encoded != text && !all.contains(&encoded) {
                    all.push(encoded);
                }
            }
        }
    }
    all
}

/// `text` with its percent signs resolved, as often as there are some.
fn decodings(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for plus in [false, true] {
        let mut last = text.to_owned();
        for _ in 0..3 {
            match percent_decoded(&last, plus) {
                Some(decoded) if decoded != last => last = decoded,
                _ => break,
            }
            all.push(last.clone());
        }
    }
    all
}

fn percent_decoded(text: &str, plus: bool) -> Option<String> {
    use crate::wire::percent::{Style, decode};
    let style = if plus { Style::Form } else { Style::Component };
    let mut out = vec![0; text.len()];
    let decoded = decode(text.as_bytes(), style, &mut out).ok()?;
    core::str::from_utf8(decoded).ok().map(str::to_owned)
}

fn encoded(name: &Name, asked: &str) -> Option<Relation> {
    let cause = Cause::NameUrlEncoded;
    if let Some(text) = name.text()
        && decodings(text).iter().any(|decoded| decoded == asked)
    {
        return Some(Relation::new(cause, text));
    }
    let mut all = decodings(asked);
    let once = encodings(asked);
    for text in &once {
        all.extend(encodings(text));
    }
    all.extend(once);
    let text = all.iter().find(|text| name.is(text))?;
    Some(Relation::new(cause, text))
}

/// Hashes of `text` as programs write them.
fn hashes(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let md5 = String::from_utf8(md5_hex(&[bytes]).to_vec()).unwrap_or_default();
    // Half of it is common, too.
    let half = md5.get(8..24).unwrap_or("").to_owned();
    let lower = [md5, half, hex(&sha1(bytes)), hex(&sha256(&[bytes]))];
    let upper = lower.clone().map(|text| text.to_ascii_uppercase());
    lower.into_iter().chain(upper).collect()
}

fn hashed(name: &Name, asked: &str) -> Option<Relation> {
    let cause = Cause::NameHashed;
    if let Some(text) = name.text()
        && !text.is_empty()
        && hashes(text).iter().any(|hash| hash == asked)
    {
        return Some(Relation::new(cause, text));
    }
    let all = hashes(asked);
    let text = all.iter().find(|text| name.is(text))?;
    Some(Relation::new(cause, text))
}

/// Both at once, for names in clear.
fn case_and_space(name: &Name, asked: &str) -> Option<Relation> {
    let text = name.text()?;
    let plain = |text: &str| text.trim_matches(is_space).to_lowercase();
    let same = !plain(asked).is_empty() && plain(text) == plain(asked);
    same.then(|| Relation {
        causes: vec![Cause::NameWhitespace, Cause::NameCase],
        name: text.to_owned(),
    })
}
