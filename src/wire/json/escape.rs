//! Escaping of string content, also several times over.

use crate::buffer::Writer;
use crate::wire::hex;

/// The letter behind the backslash of a byte that is escaped, a byte of its own for
/// a quote and a backslash, `u` for four digits; 0: it stays as it is.
#[cfg_attr(target_os = "none", inline(never))]
const fn letter(byte: u8) -> u8 {
    match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        0x00..=0x1f => b'u',
        _ => 0,
    }
}

/// Backslashes that `times` escapings (at least one) put before this letter. Every
/// escaping doubles those that are there and adds one where the byte itself still
/// has to be escaped.
const fn backslashes(letter: u8, times: u32) -> usize {
    match letter {
        0 => 0,
        b'"' | b'\\' => power_of_two(times).saturating_sub(1),
        _ => power_of_two(times.saturating_sub(1)),
    }
}

const fn power_of_two(exponent: u32) -> usize {
    match 1_usize.checked_shl(exponent) {
        Some(power) => power,
        None => usize::MAX,
    }
}

/// Bytes of `text` inside a JSON string, without the quotes.
#[must_use]
pub const fn escaped_len(text: &str) -> usize {
    escaped_len_times(text, 1)
}

/// Bytes of `text` escaped `times` times over, as in a JSON text that is
/// carried as a string of another one (twice there).
#[must_use]
pub const fn escaped_len_times(text: &str, times: u32) -> usize {
    let mut rest = text.as_bytes();
    let mut len: usize = 0;
    while let [byte, after @ ..] = rest {
        len = len.saturating_add(byte_len(*byte, times));
        rest = after;
    }
    len
}

const fn byte_len(byte: u8, times: u32) -> usize {
    if times == 0 {
        return 1;
    }
    let letter = letter(byte);
    let own: usize = if letter == b'u' { 5 } else { 1 };
    own.saturating_add(backslashes(letter, times))
}

/// Appends `text` escaped `times` times over; 0 leaves it as it is.
#[cfg_attr(target_os = "none", inline(never))]
pub fn put_escaped(out: &mut Writer<'_>, text: &str, times: u32) {
    visit_escaped(text, times, &mut |part| out.put(part));
}

/// Hands `text`, escaped `times` times over, to `sink` in pieces.
#[cfg_attr(target_os = "none", inline(never))] // A device has it once.
pub fn visit_escaped(text: &str, times: u32, sink: &mut dyn FnMut(&[u8])) {
    let mut rest = text.as_bytes();
    if times == 0 {
        return sink(rest);
    }
    while let Some(at) = rest.iter().position(|byte| letter(*byte) != 0) {
        let (raw, special) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        sink(raw);
        let Some((byte, after)) = special.split_first() else {
            return;
        };
        visit_special(*byte, times, sink);
        rest = after;
    }
    sink(rest);
}

fn visit_special(byte: u8, times: u32, sink: &mut dyn FnMut(&[u8])) {
    let letter = letter(byte);
    for _ in 0..backslashes(letter, times) {
        sink(b"\\");
    }
    let [high, low] = hex::digits(byte);
    let long = [letter, b'0', b'0', high, low];
    let len = if letter == b'u' { long.len() } else { 1 };
    sink(long.get(..len).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte below 0x80 and some characters above it, by hand.
    #[test]
    fn the_table_of_the_profile() {
        for (text, once) in [
            ("", ""),
            ("\"", r#"\""#),
            ("\\", r"\\"),
            ("\u{8}\t\n\u{c}\r", r"\b\t\n\f\r"),
            ("\0\u{1}\u{b}\u{e}\u{1f}", r"\u0000\u0001\u000b\u000e\u001f"),
            (
                " /<>&'\u{7f}\u{80}\u{2028}\u{2029}é用😀",
                " /<>&'\u{7f}\u{80}\u{2028}\u{2029}é用😀",
            ),
        ] {
            let mut buffer = [0; 64];
            let mut out = Writer::new(&mut buffer);
            put_escaped(&mut out, text, 1);
            assert_eq!(out.finish_str(), Ok(once), "{text:?}");
            assert_eq!(escaped_len(text), once.len(), "{text:?}");
        }
    }

    #[test]
    fn several_times_is_the_same_as_again_and_again() {
        let source: [u8; 128] = core::array::from_fn(|byte| byte as u8);
        let source = core::str::from_utf8(&source).unwrap();
        let mut last = [[0; 4096]; 2];
        let mut len = source.len();
        last[0][..len].copy_from_slice(source.as_bytes());
        for times in 0..=5 {
            let [now, next] = &mut last;
            let again = core::str::from_utf8(&now[..len]).unwrap();
            let mut at_once = [0; 4096];
            let mut out = Writer::new(&mut at_once);
            put_escaped(&mut out, source, times);
            assert_eq!(out.finish_str(), Ok(again), "{times} times");
            assert_eq!(escaped_len_times(source, times), len, "{times} times");
            let mut out = Writer::new(next);
            put_escaped(&mut out, again, 1);
            len = out.finish().unwrap().len();
            last.swap(0, 1);
        }
    }
}
