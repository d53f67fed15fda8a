//! Writing to standard output and standard error without panicking when the
//! reader has gone.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::Value;
use tokenmint::doctor::Found;

/// Standard output took not all of a result.
#[derive(Debug)]
pub(crate) struct Unwritten(pub(crate) io::Error);

/// Writes a text and a line feed to standard output. What a terminal would obey
/// is escaped, wherever the text is from.
pub(crate) fn line(text: &str) -> Result<(), Unwritten> {
    write_line(&visible_lines(text))
}

fn write_line(text: &str) -> Result<(), Unwritten> {
    let mut stdout = io::stdout().lock();
    let written = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
    match written {
        // `| head -1` has what it wants.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Unwritten(error)),
        Ok(()) => Ok(()),
    }
}

/// Writes a JSON value to standard output, with escapes in place of what a
/// terminal would obey or an eye cannot see.
pub(crate) fn json(value: &Value) -> Result<(), Unwritten> {
    json_text(&format!("{value:#}"))
}

/// Writes JSON that is text already, escaped as by [`json`].
pub(crate) fn json_text(text: &str) -> Result<(), Unwritten> {
    write_line(&escaped_json(text))
}

fn escaped_json(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        // Outside of texts the line feed alone is among them.
        if is_hidden(c) && c != '\n' {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out += &format!("\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Writes a text and a line feed to standard error, escaped as by [`line`].
pub(crate) fn note(text: &str) {
    // There is no third place to report to.
    let _ = writeln!(io::stderr().lock(), "{}", visible_lines(text));
}

/// Tells people what was undone to find a token.
pub(crate) fn damages(found: &Found) {
    for damage in &found.damages {
        note(&format!("note: {}", damage.sentence()));
    }
}

/// A text of ours, of perhaps several lines, with others' in it.
fn visible_lines(text: &str) -> Cow<'_, str> {
    escaped(text, |c| is_hidden(c) && !matches!(c, '\n' | '\t'))
}

/// Text of a file or a service as a terminal may show it: what would control the
/// terminal, turn the direction of writing or not be seen is escaped.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, is_hidden)
}

fn escaped(text: &str, hidden: impl Fn(char) -> bool + Copy) -> Cow<'_, str> {
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let escaped = text.chars().map(|c| match c {
        c if hidden(c) => c.escape_default().to_string(),
        c => c.to_string(),
    });
    Cow::Owned(escaped.collect())
}

/// Control characters (C0, DEL, C1), separators of lines, marks of direction and
/// what has no width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        assert_eq!(visible("a b \"张\" é"), "a b \"张\" é");
        assert_eq!(
            visible("a\u{1b}[2J\u{7f}\u{9b}\u{202e}\u{2066}\n"),
            "a\\u{1b}[2J\\u{7f}\\u{9b}\\u{202e}\\u{2066}\\n"
        );
        let lines = "one\n\ttwo \u{9b}31m\r";
        assert_eq!(visible_lines(lines), "one\n\ttwo \\u{9b}31m\\r");
    }

    #[test]
    fn json_for_a_terminal_is_the_same_json() {
        let value =
            serde_json::json!({"a\u{202e}": ["\u{1b}[2J\u{7f}\u{9b}\n", "\u{2066}张é\u{feff}"]});
        let text = escaped_json(&format!("{value:#}"));
        assert!(!text.contains(|c| is_hidden(c) && c != '\n'), "{text}");
        for escape in ["\\u202e", "\\u001b", "\\u007f", "\\u009b", "\\u2066", "张é"] {
            assert!(text.contains(escape), "{escape}");
        }
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
