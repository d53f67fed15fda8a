//! The libraries for hosts: a shared one and an archive.

use std::path::{Path, PathBuf};

use crate::llvm::Llvm;
use crate::{Result, archive, tool};

/// The host that there are libraries for.
pub(crate) const TARGET: &str = "x86_64-unknown-linux-gnu";

/// Until 1.0 a new minor version is a new interface, so it is part of the name
/// by which programs find the library, as in what cargo-c installs.
fn soname() -> String {
    let mut numbers = super::VERSION.split('.');
    match (numbers.next(), numbers.next()) {
        (Some("0"), Some(minor)) => format!("libtokenmint.so.0.{minor}"),
        (Some(major), _) => format!("libtokenmint.so.{major}"),
        _ => "libtokenmint.so".to_owned(),
    }
}

/// Builds both into `root`, optimised as a whole.
pub(super) fn build(llvm: &Llvm, root: &Path) -> Result<Vec<PathBuf>> {
    let directory = tool::target_dir().join("firmware/host");
    tool::ensure(&tool::active_toolchain()?, "target", TARGET)?;
    tool::run(
        tool::cargo("rustc --quiet --locked --package tokenmint-ffi --lib --profile host")
            .args(["--no-default-features", "--features", "capi"])
            .args(["--crate-type", "staticlib,cdylib", "--target", TARGET])
            .arg("--target-dir")
            .arg(&directory)
            .args(["--", "-C"])
            .arg(format!("link-arg=-Wl,-soname,{}", soname()))
            .env("CARGO_ENCODED_RUSTFLAGS", archive::anonymous().join("\x1f")),
    )?;
    install(llvm, &directory.join(TARGET).join("host"), root)
}

/// Takes what Cargo made, in `made`, into `root`.
pub(crate) fn install(llvm: &Llvm, made: &Path, root: &Path) -> Result<Vec<PathBuf>> {
    let place = root.join("lib").join(TARGET);
    let raw = made.join("libtokenmint_ffi.a");
    let api = archive::api(llvm, &raw)?;
    let archive = archive::reduce(llvm, &raw, &api, None, &place)?;
    let full = format!("libtokenmint.so.{}", super::VERSION);
    let shared = place.join(&full);
    std::fs::copy(made.join("libtokenmint_ffi.so"), &shared)
        .map_err(|error| format!("cannot make {}: {error}", shared.display()))?;
    link(&full, &place.join(soname()))?;
    link(&soname(), &place.join("libtokenmint.so"))?;

    let exported = llvm.exported(&shared)?;
    if exported != api {
        return Err(format!(
            "{} and the archive differ: {:?}",
            shared.display(),
            exported
                .iter()
                .filter(|name| !api.contains(name))
                .chain(api.iter().filter(|name| !exported.contains(name)))
                .collect::<Vec<_>>()
        ));
    }
    Ok(vec![archive, shared])
}

#[cfg(unix)]
fn link(to: &str, at: &Path) -> Result<()> {
    std::os::unix::fs::symlink(to, at)
        .map_err(|error| format!("cannot make {}: {error}", at.display()))
}

#[cfg(not(unix))]
fn link(_: &str, at: &Path) -> Result<()> {
    Err(format!("cannot make {}: no symbolic links", at.display()))
}
