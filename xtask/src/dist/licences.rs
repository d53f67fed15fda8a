//! The licence texts of what is linked into the libraries: the crates, and the
//! standard library of Rust.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{Result, tool};

use super::{FIRMWARE_TARGETS, files, host};

/// A crate: `aes 0.9.4`, and its licence as in its manifest.
struct Crate {
    name: String,
    licence: String,
    folder: PathBuf,
}

pub(super) fn write(path: &Path) -> Result<()> {
    let crates = crates()?;
    // Many have the same text.
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for it in &crates {
        let mut found = false;
        for file in files::names(&it.folder)? {
            if is_licence(&file) {
                for text in read(&it.folder.join(file))? {
                    texts.entry(text).or_default().push(&it.name);
                    found = true;
                }
            }
        }
        if !found {
            return Err(format!("{} has no text of its licence", it.name));
        }
    }

    let mut out = String::from(
        "The libraries of tokenmint have the following in them, each under the licence \
         that is\nnamed beside it; the texts follow.\n\n",
    );
    for it in &crates {
        out += &format!("{:<28}{}\n", it.name, it.licence);
    }
    out += &format!("{:<28}MIT OR Apache-2.0\n", "Rust's standard library");
    for (text, names) in texts {
        out += &format!("\n{}\n{}\n\n{text}", "=".repeat(80), names.join(", "));
    }
    out += &format!(
        "\n{}\nRust's standard library, and what is in it\n\n{}",
        "=".repeat(80),
        standard_library()?
    );
    std::fs::write(path, out).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn is_licence(file: &str) -> bool {
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
        .iter()
        .any(|start| file.to_ascii_uppercase().starts_with(start))
}

/// The text of a file, or of each file in a folder.
fn read(path: &Path) -> Result<Vec<String>> {
    if path.is_dir() {
        return files::names(path)?
            .iter()
            .map(|name| tool::read(path.join(name)))
            .collect();
    }
    Ok(vec![tool::read(path)?])
}

/// The crates in any of the libraries, in the order of names.
fn crates() -> Result<Vec<Crate>> {
    let mut tree = tool::cargo(
        "tree --locked --package tokenmint-ffi --features capi --edges normal,no-proc-macro \
         --prefix none",
    );
    tree.args(["--format", "{p}|{l}"]);
    for target in FIRMWARE_TARGETS.iter().chain([&host::TARGET]) {
        tree.args(["--target", target]);
    }
    let folders = folders()?;
    let mut crates = BTreeMap::new();
    // An empty line parts the targets.
    for line in tool::output(&mut tree)?
        .lines()
        .filter(|line| !line.is_empty())
    {
        let line = line.trim_end_matches(" (*)");
        let (package, licence) = line
            .split_once('|')
            .ok_or_else(|| format!("cargo tree printed {line:?}"))?;
        // `aes v0.9.4`; ours have their path behind.
        let mut words = package.split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next()) else {
            return Err(format!("cargo tree printed {line:?}"));
        };
        if name.starts_with("tokenmint") {
            continue;
        }
        let name = format!("{name} {}", version.trim_start_matches('v'));
        let folder = folders
            .get(&name)
            .ok_or_else(|| format!("cargo metadata does not know {name}"))?;
        crates.insert(
            name.clone(),
            Crate {
                name,
                licence: licence.to_owned(),
                folder: folder.clone(),
            },
        );
    }
    Ok(crates.into_values().collect())
}

/// Where the sources of the crates are.
fn folders() -> Result<BTreeMap<String, PathBuf>> {
    let text = tool::output(&mut tool::cargo("metadata --locked --format-version 1"))?;
    let metadata: Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array();
    Ok(packages
        .into_iter()
        .flatten()
        .filter_map(|package| {
            let name = package["name"].as_str()?;
            let version = package["version"].as_str()?;
            let manifest = Path::new(package["manifest_path"].as_str()?);
            Some((format!("{name} {version}"), manifest.parent()?.to_owned()))
        })
        .collect())
}

/// What the toolchain says of its library, as text.
fn standard_library() -> Result<String> {
    let sysroot = tool::output(tool::command("rustc").args(["--print", "sysroot"]))?;
    let page = tool::read(Path::new(sysroot.trim()).join("share/doc/rust/COPYRIGHT-library.html"))?;
    Ok(plain(&page))
}

/// HTML without the marks.
fn plain(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text += before;
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text += rest;
    for (mark, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        text = text.replace(mark, character);
    }
    // Each mark had a line or several.
    let mut out = String::new();
    let mut empty = 0;
    for line in text.lines() {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out += line;
            out.push('\n');
        }
    }
    out
}
