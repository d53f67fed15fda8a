//! All cryptography by PSA Crypto in firmware: Mbed TLS, built for an emulated
//! Cortex-M4 from the source that a package of crates.io brings.
//!
//! The programs are those of `cargo xtask c` with Mbed TLS on the host: every
//! case of the test vectors, and keys that PSA holds. Nothing of Mbed TLS is
//! kept in the repository, and no product has a part of it.

use std::path::{Path, PathBuf};

use crate::archive::Sha;
use crate::emulated::{self, Objects};
use crate::llvm::Llvm;
use crate::qemu::{self, Board};
use crate::{Outcome, Result, c, tool};

/// The package with the source, in this version exactly.
const PACKAGE: &str = "psa-crypto-sys";
const VERSION: &str = "0.13.0";
/// Where it is in the package.
const SOURCE: &str = "vendor";

const CONFIG: &str = r#"-DMBEDTLS_CONFIG_FILE="psa_device_config.h""#;
const BY_PSA: &[&str] = &[c::BY_PSA, CONFIG];
const AS_PROGRAM: &str = "-Dmain=psa_main";

pub(crate) fn run(_: &[String]) -> Result {
    if let Some(missing) = qemu::missing() {
        return Ok(Outcome::Skipped(missing));
    }
    let source = source()?;
    let llvm = Llvm::find()?;
    let board = qemu::m4()?;
    let archive = qemu::archive(&llvm, board, Sha::Compact)?;
    let include = format!("-I{}", source.join("include").display());
    let library = library(board, &source, &include)?;

    let place = Objects::new(board, "psa")?;
    let cases = place.path(c::CASES);
    c::write_cases(&cases)?;
    let mut all: Vec<PathBuf> = c::SOURCES.iter().map(PathBuf::from).collect();
    all.push(cases);
    for (what, sources) in [("psa", all), ("psa-held", vec!["ffi/tests/c/psa.c".into()])] {
        let mut objects = Objects::new(board, what)?;
        let flags = [BY_PSA, &[&include]].concat();
        objects.add(&sources, &[&flags[..], &[AS_PROGRAM]].concat())?;
        objects.add(&[emulated::source("psa_device.c"), c::PSA.into()], &flags)?;
        let image = objects.link(board, &[&archive, &library], &[])?;
        print!(
            "{} by PSA: {}",
            board.core,
            qemu::emulate(board, &image, false)?
        );
    }
    Ok(Outcome::Done)
}

/// The folder of Mbed TLS in the package, which Cargo has fetched.
fn source() -> Result<PathBuf> {
    let place = tool::target_dir().join("psa");
    let manifest = place.join("Cargo.toml");
    let text = format!(
        "[package]\nname = \"source-of-psa\"\nedition = \"2024\"\n[lib]\npath = \"lib.rs\"\n\
         [dependencies]\n{PACKAGE} = {{ version = \"={VERSION}\", default-features = false }}\n\
         [workspace]\n"
    );
    std::fs::create_dir_all(&place)
        .and_then(|()| std::fs::write(&manifest, text))
        .and_then(|()| std::fs::write(place.join("lib.rs"), ""))
        .map_err(|error| format!("cannot write {}: {error}", manifest.display()))?;
    let listing = tool::output(
        tool::cargo("metadata --quiet --format-version 1 --manifest-path").arg(&manifest),
    )?;
    let listing: serde_json::Value = serde_json::from_str(&listing)
        .map_err(|error| format!("cargo metadata printed no JSON: {error}"))?;
    listing["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == PACKAGE)
        .and_then(|package| Path::new(package["manifest_path"].as_str()?).parent())
        .map(|folder| folder.join(SOURCE))
        .ok_or_else(|| format!("Cargo does not know {PACKAGE}"))
}

/// Mbed TLS as a library for the board.
fn library(board: &Board, source: &Path, include: &str) -> Result<PathBuf> {
    let folder = source.join("library");
    let problem = |error| format!("cannot read {}: {error}", folder.display());
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(problem)? {
        let file = entry.map_err(problem)?.path();
        if file.extension().is_some_and(|end| end == "c") {
            sources.push(file);
        }
    }
    sources.sort();
    let mut objects = Objects::new(board, "mbedtls")?;
    let internal = format!("-I{}", folder.display());
    objects.add(&sources, &[CONFIG, include, &internal])?;
    objects.pack("libmbedcrypto.a")
}
