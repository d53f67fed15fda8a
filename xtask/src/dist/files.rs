//! What is copied as it stands, and what gets the version written in.

use std::path::Path;

use crate::{Result, tool};

/// From where in the repository to where in the package: files, or folders
/// with what Git knows in them.
const COPIES: &[(&str, &str)] = &[
    ("include", "include"),
    ("ffi/package/cmake", "share/cmake/tokenmint"),
    ("ffi/package/pkgconfig", "lib/pkgconfig"),
    ("ffi/package/zephyr", "zephyr"),
    ("ffi/package/psa", "src"),
    ("examples/c", "examples/c"),
    ("examples/cpp", "examples/cpp"),
    ("examples/firmware-c", "examples/firmware-c"),
    ("docs/c.md", "docs/c.md"),
    ("docs/firmware.md", "docs/firmware.md"),
    ("docs/portable.md", "docs/portable.md"),
    ("SECURITY.md", "SECURITY.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

pub(super) const ARCHIVE: &str = "libtokenmint.a";
pub(super) const LICENCES: &str = "THIRD-PARTY-LICENSES.txt";

/// What stands for a fact in the files. A line whose fact is not known (there is
/// no repository yet) is left out.
const FACTS: &[(&str, &str)] = &[
    ("@VERSION@", super::VERSION),
    ("@REPOSITORY@", env!("CARGO_PKG_REPOSITORY")),
    ("@LICENSE@", env!("CARGO_PKG_LICENSE")),
    ("@TARGET@", super::host::TARGET),
];

/// An empty folder.
pub(super) fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .map_err(|error| format!("cannot remove {}: {error}", folder.display()))?;
    }
    make_folder(folder)
}

pub(super) fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

pub(super) fn copy_all(root: &Path) -> Result<()> {
    for (from, to) in COPIES {
        copy(&tool::root().join(from), &root.join(to))?;
    }
    for target in super::FIRMWARE_TARGETS {
        copy(
            &tool::root().join("ffi/package/pkgconfig-firmware"),
            &root.join("lib").join(target).join("pkgconfig"),
        )?;
    }
    Ok(())
}

/// A file, or a folder and all in it.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for name in names(from)? {
            copy(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        make_folder(folder)?;
    }
    let mut text = tool::read(from)?;
    for (name, fact) in FACTS {
        if fact.is_empty() {
            text = text
                .split_inclusive('\n')
                .filter(|line| !line.contains(name))
                .collect();
        }
        text = text.replace(name, fact);
    }
    std::fs::write(to, text).map_err(|error| format!("cannot write {}: {error}", to.display()))
}

/// What is in a folder, in the order of names.
pub(super) fn names(folder: &Path) -> Result<Vec<String>> {
    let problem = |error| format!("cannot read {}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(problem)? {
        let name = entry.map_err(problem)?.file_name();
        names.push(
            name.into_string()
                .map_err(|name| format!("{} is no text", name.display()))?,
        );
    }
    names.sort();
    Ok(names)
}
