//! The archive for firmware: one object in which only `tokenmint_*` is global.
//!
//! `cargo xtask archive --target T [--features F] [--api a,b,c]` makes one to
//! order; `--check` links an image of each that `dist` hands out.
//!
//! | file | what |
//! |---|---|
//! | `reduce.rs` | from what Cargo makes to that one object |
//! | `aeabi.rs` | the names that compilers for ARM call `memcpy` by |
//! | `order.rs` | the words of the command, and what it prints |
//! | `headers.rs` | the header cut to each function compiles |
//! | `check.rs` | images of nothing but the archive and four functions |

use std::path::{Path, PathBuf};

use crate::llvm::Llvm;
use crate::{Outcome, Result, tool};

mod aeabi;
mod check;
mod headers;
mod order;
mod reduce;

pub(crate) use reduce::{api, reduce};

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
    /// Every round on its own, as on hosts (and AES likewise).
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

/// All that an archive for firmware asks for: what a C compiler asks for itself,
/// also where there is no libc.
pub(crate) const LIBC: &[&str] = &["memcpy", "memmove", "memset", "memcmp"];

/// The features of an archive: every service. What is not called is not linked.
pub(crate) const FEATURES: &str = "agora,zego,ath,authing,device,legacy";

const USAGE: &str = "usage: cargo xtask archive --target <target> [--features a,b] \
     [--api function,function] [--unrolled], or --check";

pub(crate) fn run(words: &[String]) -> Result {
    match words {
        [word] if word == "--check" => {
            headers::check()?;
            check::run()?;
        }
        _ => order::run(words)?,
    }
    Ok(Outcome::Done)
}

/// Makes `libtokenmint.a` in `place`, with every function.
pub(crate) fn build(llvm: &Llvm, build: Build<'_>, place: &Path) -> Result<PathBuf> {
    let raw = compile(build, FEATURES, &[])?;
    let api = api(llvm, &raw)?;
    finish(llvm, build, &raw, &api, place)
}

/// The archive of `api`, which needs nothing but [`LIBC`].
fn finish(
    llvm: &Llvm,
    build: Build<'_>,
    raw: &Path,
    api: &[String],
    place: &Path,
) -> Result<PathBuf> {
    let archive = reduce(llvm, raw, api, aeabi::object(build)?.as_deref(), place)?;
    asks_libc_only(llvm, &archive)?;
    Ok(archive)
}

/// What is not in the archive is in every libc, and `memcpy` is not in it.
fn asks_libc_only(llvm: &Llvm, archive: &Path) -> Result<()> {
    let mut foreign = llvm.undefined(archive)?;
    foreign.retain(|name| !LIBC.contains(&name.as_str()));
    if !foreign.is_empty() {
        return Err(format!(
            "{}: asks for {foreign:?}, besides {LIBC:?}",
            archive.display()
        ));
    }
    Ok(())
}

/// What Cargo makes of the C interface with `features`, with `more` flags for
/// the compiler.
pub(crate) fn compile(build: Build<'_>, features: &str, more: &[&str]) -> Result<PathBuf> {
    let Build {
        target,
        sha,
        directory,
    } = build;
    tool::ensure(&tool::active_toolchain()?, "target", target)?;
    let directory = directory.join(sha.name());
    let unrolled = match sha {
        Sha::Compact => "",
        Sha::Unrolled => ",unrolled-hashes",
    };
    let mut flags = flags(sha);
    flags.extend(more.iter().map(|&flag| flag.to_owned()));
    tool::run(
        tool::cargo("rustc --quiet --locked --package tokenmint-ffi --lib")
            .args(["--profile", "firmware", "--crate-type", "staticlib"])
            .args(["--no-default-features", "--features"])
            .arg(format!("{features},panic-handler{unrolled}"))
            .args(["--target", target])
            .arg("--target-dir")
            .arg(&directory)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")),
    )?;
    Ok(directory.join(target).join("firmware/libtokenmint_ffi.a"))
}

/// Flags of the compiler for an image in which size counts.
pub(crate) fn flags(sha: Sha) -> Vec<String> {
    let mut flags = anonymous();
    if sha == Sha::Compact {
        flags.push("--cfg".to_owned());
        flags.push("aes_backend_soft=\"compact\"".to_owned());
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
