//! The headers for C and C++ in `include/`, from the source of the C interface.
//!
//! | from | comes |
//! |---|---|
//! | `ffi/header/*.h` | a skeleton for each header: its opening comment, macros that are no constants, and where the rest goes |
//! | `ffi/header/*.hpp` | a skeleton for each header of C++: results, lifetimes, and the functions that are not regular |
//! | cbindgen over `ffi/src` | the declarations and their comments |
//! | `header/retvals.txt` | the statuses of each function |
//! | a test of the interface | sizes of static buffers, from functions that are asked for them |

use std::fmt::Write as _;
use std::path::Path;

use crate::{Outcome, Result, tool};

mod comment;
mod cpp;
pub(crate) mod cut;
mod init;
mod item;
mod layout;
mod part;
mod retvals;
mod sizes;

use item::{Item, Kind};

/// The umbrella and, by the start of a name after `tokenmint_`, the header of a
/// service. The first that fits has the item; what fits none is common.
const UMBRELLA: &str = "tokenmint.h";
const COMMON: &str = "tokenmint/common.h";
const SERVICES: &[(&str, &str)] = &[
    ("agora_legacy", "tokenmint/agora_old.h"),
    ("agora_v006", "tokenmint/agora_v006.h"),
    (
        "agora_verify_notification",
        "tokenmint/agora_notification.h",
    ),
    ("agora", "tokenmint/agora.h"),
    ("compress", "tokenmint/agora.h"),
    ("aes256", "tokenmint/crypto.h"),
    ("bytes", "tokenmint/crypto.h"),
    ("cipher", "tokenmint/crypto.h"),
    ("es256", "tokenmint/crypto.h"),
    ("hash", "tokenmint/crypto.h"),
    ("hmac", "tokenmint/crypto.h"),
    ("sha256", "tokenmint/crypto.h"),
    ("zego", "tokenmint/zego.h"),
    ("ath", "tokenmint/ath.h"),
    ("authing", "tokenmint/authing.h"),
    ("device", "tokenmint/device.h"),
];
/// The headers of C, as they are included.
pub(crate) const HEADERS: &[&str] = &[
    UMBRELLA,
    COMMON,
    "tokenmint/crypto.h",
    "tokenmint/agora.h",
    "tokenmint/agora_old.h",
    "tokenmint/agora_notification.h",
    "tokenmint/agora_v006.h",
    "tokenmint/zego.h",
    "tokenmint/ath.h",
    "tokenmint/authing.h",
    "tokenmint/device.h",
];

/// Those of C++: each is on top of the one of C.
pub(crate) const CPP_HEADERS: &[&str] = &[
    "tokenmint.hpp",
    "tokenmint/common.hpp",
    "tokenmint/crypto.hpp",
    "tokenmint/agora.hpp",
    "tokenmint/agora_old.hpp",
    "tokenmint/agora_notification.hpp",
    "tokenmint/agora_v006.hpp",
    "tokenmint/zego.hpp",
    "tokenmint/ath.hpp",
    "tokenmint/authing.hpp",
    "tokenmint/device.hpp",
];

const COLUMNS: usize = 80;
/// Of one header, and of all of C together.
const LINES: usize = 1_000;
const ALL_LINES: usize = 3_300;

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("usage: cargo xtask header [--check]".to_owned()),
    };
    let mut items = item::parse(&declarations()?)?;
    items.extend(sizes::ask()?);
    let (mut total, mut largest) = (0, 0);
    for header in HEADERS.iter().chain(CPP_HEADERS) {
        let cpp = header.ends_with("pp");
        let mine: Vec<_> = items
            .iter()
            .filter(|item| home(&item.name) == header.trim_end_matches("pp"))
            .collect();
        let skeleton = Skeleton::read(header)?;
        let text = if cpp {
            skeleton.render_cpp(&mine)?
        } else {
            skeleton.render(&mine)?
        };
        judge(header, &text)?;
        let path = tool::root().join("include").join(header);
        keep(&path, &text, check)?;
        let lines = text.lines().count();
        println!("{header}: {lines} lines");
        total += if cpp { 0 } else { lines };
        largest = largest.max(lines);
    }
    println!("all of C: {total} lines");
    if largest >= LINES || total >= ALL_LINES {
        return Err(format!(
            "the limits are {LINES} lines for one header and {ALL_LINES} for all of C"
        ));
    }
    Ok(Outcome::Done)
}

/// `headers` in one text.
pub(crate) fn all(headers: &[&str]) -> Result<String> {
    let mut text = String::new();
    for header in headers {
        text += &tool::read(Path::new("include").join(header))?;
    }
    Ok(text)
}

/// The names of the functions in the header.
pub(crate) fn functions() -> Result<Vec<String>> {
    let headers = all(HEADERS)?;
    let names: Vec<_> = headers
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '/', '*']))
        .filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next())
        .filter(|name| name.starts_with("tokenmint_"))
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        return Err("the headers have no functions".to_owned());
    }
    Ok(names)
}

/// Whether `text` has the whole word `name`.
pub(crate) fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text[at + name.len()..].chars().next();
        !after.is_some_and(|next| next.is_ascii_alphanumeric() || next == '_')
    })
}

/// The words of C in `text`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_ascii_alphanumeric() && it != '_')
        .filter(|word| !word.is_empty())
}

/// The header that an item is in.
fn home(name: &str) -> &'static str {
    let name = name.to_ascii_lowercase();
    let rest = name.strip_prefix("tokenmint_").unwrap_or(&name);
    SERVICES
        .iter()
        .find(|(start, _)| rest.starts_with(start))
        .map_or(COMMON, |(_, header)| header)
}

fn keep(path: &Path, text: &str, check: bool) -> Result<()> {
    if !check {
        return std::fs::write(path, text)
            .map_err(|error| format!("cannot write {}: {error}", path.display()));
    }
    if std::fs::read_to_string(path).ok().as_deref() == Some(text) {
        return Ok(());
    }
    Err(format!(
        "{} is stale: run `cargo xtask header`",
        path.display()
    ))
}

/// What cbindgen writes.
fn declarations() -> Result<String> {
    let mut config = cbindgen::Config {
        language: cbindgen::Language::C,
        style: cbindgen::Style::Type,
        no_includes: true,
        documentation_style: cbindgen::DocumentationStyle::Doxy,
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
    String::from_utf8(bytes).map_err(|_| "cbindgen wrote no UTF-8".to_owned())
}

/// What a person has written of a header, with lines `@@ ...` where the rest
/// goes.
struct Skeleton {
    header: &'static str,
    text: String,
}

impl Skeleton {
    fn read(header: &'static str) -> Result<Self> {
        let name = header.rsplit('/').next().unwrap_or(header);
        let text = tool::read(Path::new("ffi/header").join(name))?;
        Ok(Self { header, text })
    }

    fn marks(&self) -> impl Iterator<Item = &str> {
        self.text
            .lines()
            .filter_map(|line| line.strip_prefix("@@ "))
    }

    /// A header of C, with its items.
    fn render(&self, items: &[&Item]) -> Result<String> {
        let of = |kind| items.iter().copied().filter(move |item| item.kind == kind);
        let mut text = String::new();
        for line in self.text.lines() {
            match line.strip_prefix("@@ ") {
                None => _ = writeln!(text, "{line}"),
                Some("constants") => text += &layout::constants(of(Kind::Constant))?,
                Some("types") => text += &layout::types(of(Kind::Type))?,
                Some("sizes") => text += &layout::constants(of(Kind::Size))?,
                Some(chapter) => {
                    let (start, heading) = chapter.split_once(' ').unwrap_or((chapter, ""));
                    let mine =
                        of(Kind::Function).filter(|item| self.has_in_chapter(start, &item.name));
                    text += &layout::functions(heading, mine)?;
                }
            }
        }
        for item in items {
            if !self.marks().any(|mark| has_place(mark, item)) {
                return Err(format!("{} has no place for {}", self.header, item.name));
            }
        }
        Ok(text)
    }

    /// A header of C++, with the functions that the skeleton does not call
    /// itself.
    fn render_cpp(&self, items: &[&Item]) -> Result<String> {
        let missing: Vec<_> = items
            .iter()
            .copied()
            .filter(|item| item.kind == Kind::Function && !names(&self.text, &item.name))
            .collect();
        let mut text = String::new();
        for line in self.text.lines() {
            match line.strip_prefix("@@ ") {
                None => _ = writeln!(text, "{line}"),
                Some(start) => text += &cpp::functions(start, missing.iter().copied())?,
            }
        }
        match missing.first() {
            Some(item) if self.marks().next().is_none() => {
                Err(format!("{} has no place for {}", self.header, item.name))
            }
            _ => Ok(text),
        }
    }

    /// Whether a function belongs to the chapter of `start`: no longer start of
    /// the skeleton fits it.
    fn has_in_chapter(&self, start: &str, name: &str) -> bool {
        let starts = self
            .marks()
            .filter_map(|mark| mark.split(' ').next())
            .filter(|start| name.starts_with(start));
        starts.max_by_key(|start| start.len()) == Some(start)
    }
}

/// Whether the items behind `mark` may be `item`.
fn has_place(mark: &str, item: &Item) -> bool {
    match item.kind {
        Kind::Constant => mark == "constants",
        Kind::Size => mark == "sizes",
        Kind::Type => mark == "types",
        Kind::Function => item
            .name
            .starts_with(mark.split(' ').next().unwrap_or(mark)),
    }
}

/// What must not be in a header.
fn judge(header: &str, text: &str) -> Result<()> {
    for (number, line) in text.lines().enumerate() {
        let traces = [
            "# Safety", "# Errors", "[`", "::new", "crate::", "@@", "@init",
        ];
        let place = format!("{header}, line {}", number + 1);
        if let Some(trace) = traces.into_iter().find(|trace| line.contains(trace)) {
            return Err(format!("{place}: {trace:?} in {line:?}"));
        }
        if line.len() > COLUMNS {
            return Err(format!("{place} has more than {COLUMNS} columns: {line:?}"));
        }
    }
    Ok(())
}
