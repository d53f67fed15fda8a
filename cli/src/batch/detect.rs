//! What the beginning of an input tells about all of it.

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{Names, column_of};
use super::form::{Form, LineEnd};
use crate::failure::Failure;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A line of names, then cells with this between them.
    Separated(u8),
    /// A JSON object a line.
    Lines,
    /// JSON objects over several lines, one after the other.
    Objects,
    /// A JSON array of objects.
    Array,
}

/// Whether `head` has all that is looked at.
pub(crate) fn is_enough(head: &[u8]) -> bool {
    let text = head.trim_ascii_start();
    match text {
        [] => false,
        // What follows the bracket decides.
        [b'[', rest @ ..] => !rest.trim_ascii_start().is_empty() && rest.contains(&b'\n'),
        _ => text.contains(&b'\n'),
    }
}

/// Whether it is text of two bytes a character, with or without a mark.
pub(crate) fn is_utf_16(head: &[u8]) -> bool {
    let line = first_line(head);
    let zeros = line.iter().filter(|byte| **byte == 0).count();
    head.starts_with(&[0xff, 0xfe])
        || head.starts_with(&[0xfe, 0xff])
        // Names of columns are ASCII, of which every second byte is 0 then.
        || zeros > line.len() / 3
}

/// How lines end.
pub(crate) fn line_end(head: &[u8]) -> LineEnd {
    match head.iter().position(|byte| *byte == b'\n') {
        Some(at) if head.get(..at).is_some_and(|line| line.ends_with(b"\r")) => LineEnd::CrLf,
        Some(_) => LineEnd::Lf,
        None if head.contains(&b'\r') => LineEnd::Cr,
        None => LineEnd::Lf,
    }
}

/// The layout, and what to say where it is not what the name says.
pub(crate) fn layout(
    head: &[u8],
    asked: Option<Form>,
    named: Form,
    columns: &[Names],
) -> Result<(Layout, Option<&'static str>), Failure> {
    let form = asked.unwrap_or(named);
    let json = json_layout(head);
    if form == Form::Jsonl {
        let cells = separated(head, b',', columns);
        return Ok(match (json, asked, cells) {
            (Some(Layout::Array), ..) => (
                Layout::Array,
                Some("the rows are a JSON array: the output is one too"),
            ),
            (None, None, (separator, 1..)) => (
                Layout::Separated(separator),
                Some("the rows are no JSON but cells with a line of names, and read as such"),
            ),
            (json, ..) => (json.unwrap_or(Layout::Lines), None),
        });
    }
    if let Some(json) = json {
        return match asked {
            None => Ok((json, Some("the rows are JSON, and read as such"))),
            Some(_) => Err(Failure::usage(
                "the rows begin like JSON and name no channel or other column: leave the format \
                 to be found, or use --format jsonl",
            )),
        };
    }
    let usual = if form == Form::Tsv { b'\t' } else { b',' };
    let (separator, _) = separated(head, usual, columns);
    let found = (separator != usual).then_some(match separator {
        b';' => "the separator is the semicolon, as the line of names shows",
        b'\t' => "the separator is the tab, as the line of names shows",
        _ => "the separator is the comma, as the line of names shows",
    });
    Ok((Layout::Separated(separator), found))
}

/// The layout of what begins like JSON.
fn json_layout(head: &[u8]) -> Option<Layout> {
    let text = head.trim_ascii_start();
    match text {
        [b'[', rest @ ..] => Some(match rest.trim_ascii_start() {
            [] | [b'{', ..] => Layout::Array,
            [b']', after @ ..] if after.trim_ascii_start().is_empty() => Layout::Array,
            _ => Layout::Lines,
        }),
        [b'{', ..] if first_line(text).trim_ascii() == b"{" => Some(Layout::Objects),
        [b'{', ..] => Some(Layout::Lines),
        _ => None,
    }
}

/// The separator with which the line of names has the most columns that are
/// known, then the most columns; the usual one when that decides nothing. And
/// how many are known.
fn separated(head: &[u8], usual: u8, columns: &[Names]) -> (u8, usize) {
    let line = first_line(head);
    let mut best = (usual, (0, 0));
    for separator in [usual, b',', b';', b'\t'] {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .from_reader(line);
        let mut names = ByteRecord::new();
        // Memory has no errors.
        let _ = reader.read_byte_record(&mut names);
        let texts = names.iter().filter_map(|name| str::from_utf8(name).ok());
        let known = texts.filter(|name| column_of(columns, name).is_some());
        let score = (known.count(), names.len());
        if score > best.1 {
            best = (separator, score);
        }
    }
    (best.0, best.1.0)
}

/// The first line that is not blank.
fn first_line(head: &[u8]) -> &[u8] {
    let text = head.trim_ascii_start();
    text.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Names] = &[&["channel", "channel_name"], &["uid"]];

    fn found(head: &str, asked: Option<Form>, named: Form) -> Option<Layout> {
        let layout = layout(head.as_bytes(), asked, named, COLUMNS);
        layout.ok().map(|(layout, _)| layout)
    }

    #[test]
    fn separators_are_those_of_the_line_of_names() {
        for (head, separator) in [
            ("channel,uid\na;b,7\n", b','),
            ("channel;uid\na,b;7\n", b';'),
            ("Channel-Name\tUID\n", b'\t'),
            ("\"a,b,c,d\";channel;uid\n", b';'),
            ("note;more,channel\n", b','),
            ("channel\n", b','),
            ("a;b;c\n", b';'),
            ("", b','),
        ] {
            let expected = Some(Layout::Separated(separator));
            assert_eq!(found(head, None, Form::Csv), expected, "{head:?}");
        }
        let expected = Some(Layout::Separated(b'\t'));
        assert_eq!(found("channel\n", None, Form::Tsv), expected);
    }

    #[test]
    fn json_is_known_by_its_first_characters() {
        for (head, expected) in [
            ("{\"uid\": 7}\n", Layout::Lines),
            ("\n  {\n  \"uid\": 7\n}\n", Layout::Objects),
            ("[{\"uid\": 7}]", Layout::Array),
            ("[\n", Layout::Array),
            ("[]\n", Layout::Array),
            ("[]\n7\n", Layout::Lines),
            ("[\"x\"]\n", Layout::Lines),
        ] {
            for named in [Form::Csv, Form::Jsonl] {
                assert_eq!(found(head, None, named), Some(expected), "{head:?}");
            }
            assert_eq!(found(head, Some(Form::Csv), Form::Jsonl), None, "{head:?}");
        }
        // What was asked for is not corrected.
        let lines = Some(Layout::Lines);
        assert_eq!(found("channel,uid\n", Some(Form::Jsonl), Form::Csv), lines);
        let cells = Some(Layout::Separated(b','));
        assert_eq!(found("channel,uid\n", None, Form::Jsonl), cells);
    }

    #[test]
    fn utf_16_is_known_with_and_without_a_mark() {
        let text = "channel,uid\nl,7\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert!(is_utf_16(&little) && is_utf_16(&big));
        assert!(is_utf_16(b"\xff\xfe") && is_utf_16(b"\xfe\xff"));
        assert!(!is_utf_16(text.as_bytes()) && !is_utf_16(b"") && !is_utf_16(b"a\0b,channel"));
    }

    #[test]
    fn line_ends() {
        for (head, expected) in [
            ("a\nb\r\n", LineEnd::Lf),
            ("a\r\nb\n", LineEnd::CrLf),
            ("a\rb\r", LineEnd::Cr),
            ("a", LineEnd::Lf),
        ] {
            assert_eq!(line_end(head.as_bytes()), expected, "{head:?}");
        }
    }
}
