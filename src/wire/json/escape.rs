//! Escaping of string content, also several times over.

use crate::buffer::Writer;
use crate::wire::hex::{self, Case};

/// How a byte looks inside a string that is escaped once or more.
#[derive(Clone, Copy)]
enum Form {
    /// As it is.
    Raw,
    /// `"`: a backslash before itself.
    Quote,
    /// `\`: a backslash before itself.
    Backslash,
    /// A backslash and this letter.
    Short(u8),
    /// A backslash, `u` and four digits.
    Long,
}

const fn form(byte: u8) -> Form {
    match byte {
        b'"' => Form::Quote,
        b'\\' => Form::Backslash,
        0x08 => Form::Short(b'b'),
        b'\t' => Form::Short(b't'),
        b'\n' => Form::Short(b'n'),
        0x0c => Form::Short(b'f'),
        b'\r' => Form::Short(b'r'),
        0x00..=0x1f => Form::Long,
        _ => Form::Raw,
    }
}

/// Backslashes that `times` escapings (at least one) put before a byte of this
/// form. Every escaping doubles those that are there and adds one where the
/// byte itself still has to be escaped.
const fn backslashes(form: Form, times: u32) -> usize {
    match form {
        Form::Raw => 0,
        Form::Quote | Form::Backslash => power_of_two(times).saturating_sub(1),
        Form::Short(_) | Form::Long => power_of_two(times.saturating_sub(1)),
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
    let form = form(byte);
    let own: usize = match form {
        Form::Long => 5,
        _ => 1,
    };
    own.saturating_add(backslashes(form, times))
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
    while let Some(at) = rest
        .iter()
        .position(|byte| !matches!(form(*byte), Form::Raw))
    {
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
    let form = form(byte);
    for _ in 0..backslashes(form, times) {
        sink(b"\\");
    }
    match form {
        Form::Raw | Form::Quote | Form::Backslash => sink(&[byte]),
        Form::Short(letter) => sink(&[letter]),
        Form::Long => {
            let mut digits = *b"u0000";
            if let Some(low) = digits.get_mut(3..) {
                hex::encode(&[byte], Case::Lower, low);
            }
            sink(&digits);
        }
    }
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
