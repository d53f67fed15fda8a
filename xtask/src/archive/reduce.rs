//! From the 5 MB that Cargo makes to one object with the API.
//!
//! | step | why |
//! |---|---|
//! | hide the definitions of `memcpy` and its family | they are weak, but an archive named before libc would win all the same |
//! | link partially, from the API on | what the API does not reach goes |
//! | make everything else local | two Rust libraries may be linked side by side |
//! | drop unwinding tables and bitcode | nothing unwinds; other versions of LLVM, which the `nm` of a distribution asks, cannot read it |
//!
//! The functions stay sections of their own, so the final `--gc-sections`
//! leaves what the image calls.

use std::path::{Path, PathBuf};

use super::{LIBC, aeabi};
use crate::llvm::Llvm;
use crate::{Result, tool};

/// Makes `libtokenmint.a` in `place` of what Cargo made, with the functions
/// `api` and `more`, an object.
pub(crate) fn reduce(
    llvm: &Llvm,
    raw: &Path,
    api: &[String],
    more: Option<&Path>,
    place: &Path,
) -> Result<PathBuf> {
    std::fs::create_dir_all(place)
        .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
    let hidden = place.join("hidden.a");
    let linked = place.join("linked.o");
    let object = place.join("tokenmint.o");
    let archive = place.join("libtokenmint.a");

    tool::run(
        llvm.command("llvm-objcopy")
            .args(LIBC.iter().map(|name| format!("--localize-symbol={name}")))
            .args(aeabi::names().map(|name| format!("--localize-symbol={name}")))
            .args([raw, &hidden]),
    )?;
    tool::run(
        llvm.command("rust-lld")
            .args(["-flavor", "gnu", "-r", "--gc-sections"])
            .args(api.iter().map(|name| format!("--undefined={name}")))
            .args(more)
            .arg(&hidden)
            .arg("-o")
            .arg(&linked),
    )?;
    tool::run(
        llvm.command("llvm-objcopy")
            .args(
                api.iter()
                    .map(|name| format!("--keep-global-symbol={name}")),
            )
            .args(["--wildcard", "--strip-debug"])
            .args(
                DROPPED
                    .iter()
                    .map(|name| format!("--remove-section={name}")),
            )
            .args([&linked, &object]),
    )?;
    // An archive is added to, not replaced.
    let _ = std::fs::remove_file(&archive);
    tool::run(
        llvm.command("llvm-ar")
            .arg("rcsD")
            .args([&archive, &object]),
    )?;
    for file in [hidden, linked, object] {
        std::fs::remove_file(&file)
            .map_err(|error| format!("cannot remove {}: {error}", file.display()))?;
    }
    shows_api_only(llvm, &archive, api)?;
    Ok(archive)
}

/// Sections that no program needs.
const DROPPED: &[&str] = &[
    ".comment",
    ".llvmbc",
    ".llvmcmd",
    ".ARM.exidx*",
    ".rel.ARM.exidx*",
];

/// The names of the C functions in `archive`.
pub(crate) fn api(llvm: &Llvm, archive: &Path) -> Result<Vec<String>> {
    let mut names = llvm.globals(archive)?;
    names.retain(|name| name.starts_with("tokenmint_"));
    if names.is_empty() {
        return Err(format!("{} has no API", archive.display()));
    }
    Ok(names)
}

/// Nothing but the API is global: above all not `memcpy` and its family. On
/// chips whose flash is off at times a copy of ours, which is in flash, would
/// replace that of the libc, which is in RAM.
fn shows_api_only(llvm: &Llvm, archive: &Path, api: &[String]) -> Result<()> {
    let globals = llvm.globals(archive)?;
    if globals != api {
        let others: Vec<_> = globals.iter().filter(|name| !api.contains(name)).collect();
        let lost: Vec<_> = api.iter().filter(|name| !globals.contains(name)).collect();
        return Err(format!(
            "{}: global besides the API: {others:?}; lost: {lost:?}",
            archive.display()
        ));
    }
    Ok(())
}
