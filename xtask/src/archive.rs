//! The archive for firmware: one object in which only `tokenmint_*` is global.
//!
//! | step | why |
//! |---|---|
//! | `cargo rustc --crate-type staticlib` | the library, `core` and compiler routines: 5 MB |
//! | hide the definitions of `memcpy` and its family | they are weak, but an archive named before libc would win all the same |
//! | link partially, from the API on | what the API does not reach goes |
//! | make everything else local, drop unwinding tables | two Rust libraries may be linked side by side |
//!
//! The functions stay sections of their own, so the final `--gc-sections`
//! leaves what the image calls.

use std::path::{Path, PathBuf};

use crate::llvm::Llvm;
use crate::{Result, tool};

/// What an archive is made for.
#[derive(Clone, Copy)]
pub(crate) struct Build<'a> {
    pub(crate) target: &'a str,
    pub(crate) sha: Sha,
    /// Cargo builds here.
    pub(crate) directory: &'a Path,
}

/// How the hash functions are written out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sha {
    /// Loops: a third of the code, 1.6 times the time of a hash.
    Compact,
    /// Every round on its own, as on hosts.
    Unrolled,
}

impl Sha {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Unrolled => "unrolled",
        }
    }
}

/// What every API function may need from the platform's libc. An ARM libc has
/// the `__aeabi` ones too; they are part of the ABI.
pub(crate) const LIBC: &[&str] = &[
    "memcpy",
    "memmove",
    "memset",
    "memcmp",
    "bcmp",
    "strlen",
    "__aeabi_memcpy",
    "__aeabi_memcpy4",
    "__aeabi_memcpy8",
    "__aeabi_memmove",
    "__aeabi_memmove4",
    "__aeabi_memmove8",
    "__aeabi_memset",
    "__aeabi_memset4",
    "__aeabi_memset8",
    "__aeabi_memclr",
    "__aeabi_memclr4",
    "__aeabi_memclr8",
];

/// The features of an archive: every service. What is not called is not linked.
const FEATURES: &str = "agora,zego,ath,authing,legacy,panic-handler";

/// Makes `libtokenmint.a` in `place`.
pub(crate) fn build(llvm: &Llvm, build: Build<'_>, place: &Path) -> Result<PathBuf> {
    let archive = reduce(llvm, &compile(build)?, place)?;
    asks_libc_only(llvm, &archive)?;
    Ok(archive)
}

/// Makes `libtokenmint.a` in `place` of what Cargo made.
pub(crate) fn reduce(llvm: &Llvm, raw: &Path, place: &Path) -> Result<PathBuf> {
    std::fs::create_dir_all(place)
        .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
    let hidden = place.join("hidden.a");
    let linked = place.join("linked.o");
    let object = place.join("tokenmint.o");
    let archive = place.join("libtokenmint.a");

    tool::run(
        llvm.command("llvm-objcopy")
            .args(LIBC.iter().map(|name| format!("--localize-symbol={name}")))
            .args([raw, &hidden]),
    )?;
    let api = api(llvm, raw)?;
    tool::run(
        llvm.command("rust-lld")
            .args(["-flavor", "gnu", "-r", "--gc-sections"])
            .args(api.iter().map(|name| format!("--undefined={name}")))
            .arg(&hidden)
            .arg("-o")
            .arg(&linked),
    )?;
    tool::run(
        llvm.command("llvm-objcopy")
            .args(["--wildcard", "--keep-global-symbol=tokenmint_*"])
            .args(["--strip-debug", "--remove-section=.comment"])
            .args([
                "--remove-section=.ARM.exidx*",
                "--remove-section=.rel.ARM.exidx*",
            ])
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
    shows_api_only(llvm, &archive, &api)?;
    Ok(archive)
}

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

/// What is not in the archive is in every libc.
fn asks_libc_only(llvm: &Llvm, archive: &Path) -> Result<()> {
    let mut foreign = llvm.undefined(archive)?;
    foreign.retain(|name| !LIBC.contains(&name.as_str()));
    if !foreign.is_empty() {
        return Err(format!(
            "{}: asks for {foreign:?}, which no libc has",
            archive.display()
        ));
    }
    Ok(())
}

fn compile(build: Build<'_>) -> Result<PathBuf> {
    let Build {
        target,
        sha,
        directory,
    } = build;
    tool::ensure(&tool::active_toolchain()?, "target", target)?;
    let directory = directory.join(sha.name());
    tool::run(
        tool::cargo("rustc --quiet --locked --package tokenmint-ffi --lib")
            .args(["--profile", "firmware", "--crate-type", "staticlib"])
            .args(["--no-default-features", "--features", FEATURES])
            .args(["--target", target])
            .arg("--target-dir")
            .arg(&directory)
            .env("CARGO_ENCODED_RUSTFLAGS", flags(sha).join("\x1f")),
    )?;
    Ok(directory.join(target).join("firmware/libtokenmint_ffi.a"))
}

pub(crate) fn flags(sha: Sha) -> Vec<String> {
    let mut flags = anonymous();
    if sha == Sha::Compact {
        for cfg in ["sha2_backend_soft", "aes_backend_soft"] {
            flags.push("--cfg".to_owned());
            flags.push(format!("{cfg}=\"compact\""));
        }
    }
    flags
}

/// Panic messages name source files; where the machine keeps them is nobody's
/// business and differs from machine to machine.
pub(crate) fn anonymous() -> Vec<String> {
    let mut flags = vec![format!(
        "--remap-path-prefix={}=tokenmint",
        tool::root().display()
    )];
    if let Some(home) = tool::cargo_home() {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    flags
}
