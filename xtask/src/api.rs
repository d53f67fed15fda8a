//! The public API as a list in the repository, so that a change of it is seen
//! in review: `cargo xtask api` writes it, `--check` fails when it is stale.
//!
//! The methods of Authing have a type each, all of one form: they are a line
//! each, from the table that they are written from. The types of its answers are
//! counted.
//!
//! rustdoc describes the API as JSON, whose form belongs to a nightly compiler.
//! The crate that reads it reads one form; where the nightly that is installed
//! writes another, the chore takes [`PINNED`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use public_api::Builder;

use crate::authing::Method;
use crate::{Outcome, Result, authing, tool};

const LIST: &str = "docs/api/tokenmint.txt";

/// What is generated of tables, all of one form.
const GENERATED: [&str; 2] = [
    "tokenmint::client::authing::answers::views::",
    "tokenmint::client::authing::answers::enums::",
];

/// A nightly that writes the form that is read here. It moves together with
/// the crate `public-api`.
const PINNED: &str = "nightly-2026-05-20";

/// What any nightly is called.
const ANY: &str = "nightly";

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("it takes `--check` or nothing".to_owned()),
    };
    let list = match any_list() {
        Some(list) => list,
        None => {
            if let Err(reason) = tool::install_toolchain(PINNED) {
                return Ok(Outcome::Skipped(reason));
            }
            list(PINNED)?
        }
    };
    let path = tool::root().join(LIST);
    if !check {
        std::fs::write(&path, &list).map_err(|error| format!("cannot write {LIST}: {error}"))?;
        println!("{} items are in {LIST}", list.lines().count());
        return Ok(Outcome::Done);
    }
    let known = tool::read(LIST)?;
    if known == list {
        println!("{LIST} is what the library has");
        return Ok(Outcome::Done);
    }
    let (fresh, gone) = (lines_only_in(&list, &known), lines_only_in(&known, &list));
    Err(format!(
        "{LIST} is stale; `cargo xtask api` writes it anew\n{}{}",
        marked('-', &gone),
        marked('+', &fresh)
    ))
}

/// By the nightly that is there, if there is one that writes the right form.
fn any_list() -> Option<String> {
    tool::has_toolchain(ANY).ok()?.then(|| list(ANY).ok())?
}

/// The list, a line an item and none twice. What follows from the other lines
/// is left out: blanket and automatic implementations, and what is in derived
/// ones.
fn list(toolchain: &str) -> Result<String> {
    let json = describe(toolchain)?;
    let by_hand: BTreeSet<String> = items(&json, false)?.into_iter().collect();
    let mut items = items(&json, true)?;
    items.retain(|item| item.starts_with("impl") || by_hand.contains(item));
    Ok(shorten(&items, &authing::methods()?))
}

fn items(json: &Path, derived: bool) -> Result<Vec<String>> {
    let api = Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(!derived)
        .build()
        .map_err(|error| format!("cannot read what rustdoc wrote: {error}"))?;
    Ok(api.items().map(ToString::to_string).collect())
}

/// `items` with a line for each of `methods` that they have, in place of its
/// type's lines.
fn shorten(items: &[String], methods: &[Method]) -> String {
    let mut seen = BTreeSet::new();
    let mut lines = BTreeSet::new();
    let mut text = String::new();
    let is_counted = |item: &&String| GENERATED.iter().any(|path| item.contains(path));
    let types = items
        .iter()
        .filter(is_counted)
        .filter(|item| item.starts_with("pub struct ") || item.starts_with("pub enum "))
        .count();
    if types > 0 {
        text.push_str(&format!("{types} types of Authing's answers and values\n"));
    }
    for item in items.iter().filter(|item| !is_counted(item)) {
        match methods.iter().find(|method| names(item, &method.path)) {
            Some(method) => {
                seen.insert(&method.path);
            }
            None if lines.insert(item) => {
                text.push_str(item);
                text.push('\n');
            }
            None => {}
        }
    }
    for method in methods.iter().filter(|method| seen.contains(&method.path)) {
        text.push_str(&format!("method {}: {}\n", method.path, method.line));
    }
    text
}

/// Whether `item` names `path` and not one that only begins like it.
fn names(item: &str, path: &str) -> bool {
    item.match_indices(path).any(|(at, _)| {
        let rest = &item[at + path.len()..];
        !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
    })
}

/// Has rustdoc write the JSON and gives its path.
fn describe(toolchain: &str) -> Result<PathBuf> {
    let target = tool::target_dir().join("api");
    tool::run(
        tool::command("rustup")
            .args(["run", toolchain, "cargo", "rustdoc", "--quiet", "--locked"])
            .args(["-p", "tokenmint", "--lib", "--all-features", "--target-dir"])
            .arg(&target)
            .args(["--", "-Z", "unstable-options", "--output-format", "json"])
            .args(["--cap-lints", "allow"]),
    )?;
    Ok(target.join("doc/tokenmint.json"))
}

fn lines_only_in<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let other: BTreeSet<_> = other.lines().collect();
    text.lines().filter(|line| !other.contains(line)).collect()
}

fn marked(mark: char, lines: &[&str]) -> String {
    lines.iter().map(|line| format!("{mark}{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_shows_what_went_and_what_came() {
        let (old, new) = ("pub fn a()\npub fn b()\n", "pub fn b()\npub fn c()\n");
        assert_eq!(marked('-', &lines_only_in(old, new)), "-pub fn a()\n");
        assert_eq!(marked('+', &lines_only_in(new, old)), "+pub fn c()\n");
    }

    #[test]
    fn a_method_of_the_table_is_one_line() {
        let items = [
            "pub struct a::Get(_)",
            "pub fn a::Get::new() -> Self",
            "pub struct a::GetAll(_)",
            "pub struct a::GetAll(_)",
            "pub fn a::Client::get(&self, &a::Get)",
        ]
        .map(str::to_owned);
        let methods = [("a::Get", "get GET /x"), ("a::Set", "set POST /x")];
        let methods = methods.map(|(path, line)| Method {
            path: path.to_owned(),
            line: line.to_owned(),
        });
        assert_eq!(
            shorten(&items, &methods),
            "pub struct a::GetAll(_)\nmethod a::Get: get GET /x\n"
        );
    }
}
