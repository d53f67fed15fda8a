//! `include/tokenmint.h`, from the source of the C interface.
//!
//! cbindgen writes declarations; this adds what it cannot: the lines of
//! `@retvals`, parentheses around negative constants, headings. The companion
//! `include/tokenmint_sizes.h` comes from a test of the interface, which calls
//! the functions to learn the sizes.

use crate::{Outcome, Result, tool};

mod retvals;

const HEADER: &str = "include/tokenmint.h";
const CONVENTIONS: &str = "ffi/header.h";

/// Where a chapter of the header begins: the start of the first function's
/// name, and the heading.
const CHAPTERS: &[(&str, &str)] = &[
    ("tokenmint_agora_", "Agora"),
    ("tokenmint_zego_", "ZEGO"),
    ("tokenmint_ath_", "ATH"),
    ("tokenmint_authing_", "Authing"),
    ("tokenmint_pkce_", "Proof keys (RFC 7636)"),
];

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("usage: cargo xtask header [--check]".to_owned()),
    };
    let text = generate()?;
    if check {
        if tool::read(HEADER).ok().as_ref() != Some(&text) {
            return Err(format!("{HEADER} is stale: run `cargo xtask header`"));
        }
    } else {
        let path = tool::root().join(HEADER);
        std::fs::write(&path, &text)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    sizes(check)?;
    let functions = text
        .lines()
        .filter(|line| function_name(line).is_some())
        .count();
    println!(
        "{HEADER}: {} lines, {functions} functions",
        text.lines().count()
    );
    Ok(Outcome::Done)
}

/// The companion: its test compares, or writes when told so.
fn sizes(check: bool) -> Result<()> {
    let mut test =
        tool::cargo("test --quiet --package tokenmint-ffi --features legacy --test sizes");
    if !check {
        test.env("TOKENMINT_WRITE_SIZES", "1");
    }
    tool::run(&mut test)
}

fn generate() -> Result<String> {
    let mut config = cbindgen::Config {
        language: cbindgen::Language::C,
        cpp_compat: true,
        style: cbindgen::Style::Type,
        include_guard: Some("TOKENMINT_H".to_owned()),
        no_includes: true,
        sys_includes: vec![
            "stdbool.h".to_owned(),
            "stddef.h".to_owned(),
            "stdint.h".to_owned(),
        ],
        includes: vec!["tokenmint_sizes.h".to_owned()],
        header: Some(tool::read(CONVENTIONS)?.trim_end().to_owned()),
        documentation_style: cbindgen::DocumentationStyle::Doxy,
        line_length: 80,
        tab_width: 2,
        usize_is_size_t: true,
        ..cbindgen::Config::default()
    };
    config.function.args = cbindgen::Layout::Vertical;
    config.parse.parse_deps = false;
    let bindings = cbindgen::Builder::new()
        .with_crate(tool::root().join("ffi"))
        .with_config(config)
        .generate()
        .map_err(|error| format!("cbindgen: {error}"))?;
    let mut bytes = Vec::new();
    bindings.write(&mut bytes);
    let text = String::from_utf8(bytes).map_err(|_| "cbindgen wrote no UTF-8".to_owned())?;
    finish(&text)
}

/// What cbindgen cannot do.
fn finish(text: &str) -> Result<String> {
    let mut out = String::new();
    let mut chapters = CHAPTERS.iter().peekable();
    // The comment in front of a declaration, until it is known whether a
    // heading goes before it.
    let mut comment = String::new();
    for line in text.lines() {
        let line = line.trim_end();
        if let Some(names) = line.strip_prefix(" * @retvals ") {
            comment += &retvals::expand(names)?;
            continue;
        }
        let start = line.trim_start();
        if start.starts_with("/**") || start.starts_with("* ") || matches!(start, "*" | "*/") {
            comment += line;
            comment.push('\n');
            continue;
        }
        if let Some((prefix, heading)) = chapters.peek()
            && function_name(line).is_some_and(|name| name.starts_with(prefix))
        {
            let rule = "-".repeat(72usize.saturating_sub(heading.len()));
            out += &format!("/* {heading} {rule} */\n\n");
            chapters.next();
        }
        out += &one_line(std::mem::take(&mut comment));
        out += &parenthesized(line);
        out.push('\n');
    }
    refuse_rust(&out)?;
    Ok(out)
}

/// A comment of one line needs no three.
fn one_line(comment: String) -> String {
    let mut lines = comment.lines();
    match (lines.next(), lines.next(), lines.next(), lines.next()) {
        (Some(open), Some(text), Some(_), None) => {
            let text = text.trim_start().trim_start_matches("* ");
            format!("{open} {text} */\n")
        }
        _ => comment,
    }
}

fn function_name(line: &str) -> Option<&str> {
    let (head, _) = line.split_once('(')?;
    let name = head.rsplit([' ', '*']).next()?;
    (!line.starts_with([' ', '#', '/']) && name.starts_with("tokenmint_")).then_some(name)
}

/// `#define NAME -1` is an operator waiting for a left side.
fn parenthesized(line: &str) -> String {
    match line.rsplit_once(' ') {
        Some((head, number))
            if line.starts_with("#define ")
                && number.starts_with('-')
                && number.len() > 1
                && number[1..].bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("{head} ({number})")
        }
        _ => line.to_owned(),
    }
}

/// Rust's own notation has no place in the header.
fn refuse_rust(text: &str) -> Result<()> {
    for (number, line) in text.lines().enumerate() {
        for trace in ["# Safety", "# Errors", "[`", "::new", "crate::", "@retvals"] {
            if line.contains(trace) {
                return Err(format!("line {}: {trace:?} in {line:?}", number + 1));
            }
        }
    }
    Ok(())
}
