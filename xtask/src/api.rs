//! The public API as a list in the repository, so that a change of it is seen
//! in review: `cargo xtask api` writes it, `--check` fails when it is stale.
//!
//! rustdoc describes the API as JSON, whose form belongs to a nightly compiler.
//! The crate that reads it reads one form; where the nightly that is installed
//! writes another, the chore takes [`PINNED`].

use std::path::PathBuf;

use public_api::Builder;

use crate::{Outcome, Result, tool};

const LIST: &str = "docs/api/tokenmint.txt";

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

/// The list, without what follows from the other lines: blanket and automatic
/// implementations, and derived ones.
fn list(toolchain: &str) -> Result<String> {
    let api = Builder::from_rustdoc_json(describe(toolchain)?)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .map_err(|error| format!("cannot read what rustdoc wrote: {error}"))?;
    Ok(api.to_string())
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
    let other: std::collections::BTreeSet<_> = other.lines().collect();
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
}
