//! What is handed to somebody without Rust: headers, archives, build files.
//!
//! ```text
//! target/dist/
//!   tokenmint/
//!     include/                  the headers: tokenmint.h, .hpp, tokenmint/*.h, *.hpp
//!     lib/<target>/             libtokenmint.a; for hosts libtokenmint.so too
//!     lib/<target>/pkgconfig/   for that core
//!     lib/pkgconfig/            for the host
//!     src/                      the C interface as one file of C99
//!     share/cmake/tokenmint/    find_package(tokenmint)
//!     zephyr/                   a module: the whole folder is its root
//!     docs/ examples/           the guide, and programs to begin with
//!     THIRD-PARTY-LICENSES.txt  of what is linked in
//!     SHA256SUMS                of all of it
//!   esp-idf/tokenmint/          a component of ESP-IDF
//!   platformio/tokenmint/       a library of PlatformIO
//!   arduino/tokenmint/          a library of the Arduino IDE
//!   tokenmint-<version>.tar.gz, tokenmint-esp-idf-<version>.tar.gz, ...
//!   SHA256SUMS                  of those
//! ```
//!
//! Equal source and compiler give equal bytes, wherever they are:
//! `--check` makes everything again from a copy in another folder and compares.

use std::path::{Path, PathBuf};

use crate::archive::{self, Build, Sha};
use crate::llvm::Llvm;
use crate::{Outcome, Result, portable, tool};

mod again;
mod files;
pub(crate) mod host;
mod licences;
pub(crate) mod packages;
mod sums;

/// What has an archive.
pub(crate) const FIRMWARE_TARGETS: &[&str] = &[
    "thumbv6m-none-eabi",
    "thumbv7em-none-eabi",
    "thumbv7em-none-eabihf",
    "thumbv8m.main-none-eabi",
    "thumbv8m.main-none-eabihf",
    "riscv32imc-unknown-none-elf",
    "riscv32imac-unknown-none-elf",
    "riscv32imafc-unknown-none-elf",
];

pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) fn run(words: &[String]) -> Result {
    match words {
        [] => {
            make()?;
        }
        [word] if word == "--check" => {
            let place = make()?;
            again::compare(&place)?;
        }
        _ => return Err("usage: cargo xtask dist [--check]".to_owned()),
    }
    Ok(Outcome::Done)
}

/// Everything, in `target/dist`.
fn make() -> Result<PathBuf> {
    let llvm = Llvm::find()?;
    let place = tool::target_dir().join("dist");
    let root = place.join("tokenmint");
    lay_out(&root)?;
    for target in FIRMWARE_TARGETS {
        let archive = firmware(&llvm, target, &root.join("lib").join(target))?;
        report(&root, &archive)?;
    }
    for file in portable::write(&root.join("src"))? {
        report(&root, &file)?;
    }
    for library in host::build(&llvm, &root)? {
        report(&root, &library)?;
    }
    sums::write(&root)?;
    let whole = place.join(format!("tokenmint-{VERSION}.tar.gz"));
    sums::pack(&root, &format!("tokenmint-{VERSION}"), &whole)?;
    packages::lay_out(&root, &place)?;
    let mut tarballs = packages::pack(&place)?;
    tarballs.push(whole);
    tarballs.sort();
    for tarball in &tarballs {
        report(&place, tarball)?;
    }
    sums::of_tarballs(&place, &tarballs)?;
    Ok(place)
}

/// Everything but the libraries, in a folder that is emptied before.
pub(crate) fn lay_out(root: &Path) -> Result<()> {
    files::fresh(root)?;
    files::copy_all(root)?;
    licences::write(&root.join(files::LICENCES))
}

/// The archive for a bare target, in `place`.
pub(crate) fn firmware(llvm: &Llvm, target: &str, place: &Path) -> Result<PathBuf> {
    let build = Build {
        target,
        sha: Sha::Compact,
        directory: &tool::target_dir().join("firmware"),
    };
    archive::build(llvm, build, place)
}

fn report(root: &Path, file: &Path) -> Result<()> {
    let size = std::fs::metadata(file)
        .map_err(|error| format!("cannot read {}: {error}", file.display()))?
        .len();
    let name = file.strip_prefix(root).unwrap_or(file);
    println!("{:<48}{size:>10}", name.display());
    Ok(())
}
