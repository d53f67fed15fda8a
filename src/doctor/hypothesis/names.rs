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
use crate::doctor::bits::Columns;
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

/// Whether the certificate proves that a name is that of the token; nothing,
/// when it cannot.
pub(super) type Proof<'p> = &'p dyn Fn(&str) -> Option<bool>;

/// Names a relation between what the token has and what was asked, which
/// differ.
pub(super) fn relation(name: &Name, asked: &str, proof: Proof<'_>) -> Option<Relation> {
    if asked.len() > LEN_MAX || name.text().is_some_and(|text| text.len() > LEN_MAX) {
        return None;
    }
    stringified(name)
        .or_else(|| space(name, asked))
        .or_else(|| letter_case(name, asked, proof))
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

fn letter_case(name: &Name, asked: &str, proof: Proof<'_>) -> Option<Relation> {
    let cause = Cause::NameCase;
    match name {
        Name::Text(text) => (text.to_lowercase() == asked.to_lowercase()
            || text.to_uppercase() == asked.to_uppercase())
        .then(|| Relation::new(cause, text)),
        Name::Checksum(crc) => {
            let mut whole = letter_cases(asked).into_iter();
            let text = whole
                .find(|text| name.is(text))
                .or_else(|| letters_behind(*crc, asked, proof))?;
            Some(Relation::new(cause, &text))
        }
    }
}

/// Names in the letter cases that programs and people write.
fn letter_cases(text: &str) -> [String; 4] {
    let mut words = String::new();
    let mut first = true;
    for c in text.chars() {
        words.extend(
            first
                .then(|| c.to_ascii_uppercase())
                .or(Some(c.to_ascii_lowercase())),
        );
        first = !c.is_alphanumeric();
    }
    let mut chars = text.chars();
    let other = |c: char| match c.is_ascii_uppercase() {
        true => c.to_ascii_lowercase(),
        false => c.to_ascii_uppercase(),
    };
    let beginning: String = chars.next().map(other).into_iter().chain(chars).collect();
    [text.to_lowercase(), text.to_uppercase(), words, beginning]
}

/// So many letters have one case by chance that gives a checksum once in 65,536
/// names; with more, only the certificate tells whether it is the right one.
const LETTERS_MAX: usize = 16;

/// The ASCII letters of `asked` in whatever case gives the checksum `crc`: each
/// letter is an unknown bit.
fn letters_behind(crc: u32, asked: &str, proof: Proof<'_>) -> Option<String> {
    let bytes = asked.as_bytes();
    let zero = crc32(bytes);
    let letters = || (bytes.iter().enumerate()).filter(|(_, byte)| byte.is_ascii_alphabetic());
    let flipped = |which: &mut dyn FnMut(usize) -> bool| {
        let mut text = bytes.to_vec();
        for (letter, (at, _)) in letters().enumerate() {
            if let Some(byte) = text.get_mut(at).filter(|_| which(letter)) {
                *byte ^= 0x20;
            }
        }
        text
    };
    let one = |letter: usize| crc32(&flipped(&mut |other| other == letter)) ^ zero;
    let columns = Columns::new((0..letters().count().min(64)).map(one));
    let which = columns.solve(zero ^ crc)?;
    let text = flipped(&mut |letter| letter < 64 && which >> letter & 1 == 1);
    let text = String::from_utf8(text).ok()?;
    let likely = letters().count() <= LETTERS_MAX || proof(&text) == Some(true);
    likely.then_some(text)
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
