//! Rust source as the few tokens that paths are made of. Comments, texts,
//! characters, lifetimes and numbers are left out.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Word(&'a str),
    /// `::`
    Colons,
    Mark(char),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) line: usize,
}

pub(super) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (len, kind) = next(rest, first);
        let (taken, left) = rest.split_at(len);
        if let Some(kind) = kind {
            tokens.push(Token { kind, line });
        }
        line += taken.matches('\n').count();
        rest = left;
    }
    tokens
}

/// Length of what stands at the start of `rest`, and the token if it is one.
fn next(rest: &str, first: char) -> (usize, Option<Kind<'_>>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), None);
    }
    if rest.starts_with("::") {
        return (2, Some(Kind::Colons));
    }
    if first == '"' {
        return (1 + quoted(&rest[1..], '"'), None);
    }
    if first == '\'' {
        return (character_or_lifetime(rest), None);
    }
    if first == '_' || first.is_alphabetic() {
        return word(rest);
    }
    if first.is_ascii_digit() {
        return (word_len(rest), None);
    }
    let len = first.len_utf8();
    (len, (!first.is_whitespace()).then_some(Kind::Mark(first)))
}

fn word(rest: &str) -> (usize, Option<Kind<'_>>) {
    let len = word_len(rest);
    let (word, after) = rest.split_at(len);
    if matches!(word, "r" | "br" | "cr") {
        let hashes = after.len() - after.trim_start_matches('#').len();
        if let Some(text) = after[hashes..].strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let text_len = text.find(&end).map_or(text.len(), |at| at + end.len());
            return (len + hashes + 1 + text_len, None);
        }
        if word == "r" && hashes == 1 {
            let raw = &after[1..];
            let raw_len = word_len(raw);
            return (len + 1 + raw_len, Some(Kind::Word(&raw[..raw_len])));
        }
    }
    if matches!(word, "b" | "c") && after.starts_with('"') {
        return (len + 1 + quoted(&after[1..], '"'), None);
    }
    if word == "b" && after.starts_with('\'') {
        return (len + 1 + quoted(&after[1..], '\''), None);
    }
    (len, Some(Kind::Word(word)))
}

fn word_len(rest: &str) -> usize {
    rest.find(|c: char| c != '_' && !c.is_alphanumeric())
        .unwrap_or(rest.len())
}

/// Length up to and with the closing `quote`, past escaped ones.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + 1;
        }
    }
    text.len()
}

fn character_or_lifetime(rest: &str) -> usize {
    let mut chars = rest.chars().skip(1);
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => 1 + quoted(&rest[1..], '\''),
        (Some(inner), Some('\'')) => 2 + inner.len_utf8(),
        _ => 1 + word_len(&rest[1..]),
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let left = &rest[at..];
        if left.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if left.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += left.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<&str> {
        tokens(source)
            .into_iter()
            .filter_map(|token| match token.kind {
                Kind::Word(word) => Some(word),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn what_is_no_code_has_no_words() {
        for source in [
            "// a\n/// b\n",
            "/* a /* b */ c */",
            r#""a \" b""#,
            r##"r#"a " b"#"##,
            "b\"a\" br\"b\" c\"c\"",
            r"'a' '\'' '\u{1F600}' b'a' b'\'' '٣'",
            "0xab 1_000u32",
        ] {
            assert_eq!(words(source), [""; 0], "{source}");
        }
    }

    #[test]
    fn words_around_them_stay() {
        assert_eq!(
            words("a /* x */ b 'c' d \"x\" e::r#type<'x> f"),
            ["a", "b", "d", "e", "type", "f"]
        );
    }

    #[test]
    fn lines_count_through_everything() {
        let last = tokens("/* \n */ \"\n\" // \n r\"\n\" end").pop().unwrap();
        assert_eq!((last.kind, last.line), (Kind::Word("end"), 5));
    }
}
