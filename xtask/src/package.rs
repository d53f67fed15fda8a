//! The package for C as its users get it: found, linked and run.
//!
//! | step | what |
//! |---|---|
//! | examples | `examples/c` and `examples/cpp` through CMake, shared and static, and through pkg-config; what they print is what the vectors say |
//! | firmware | `find_package` for bare targets chooses the archive, and `memcpy` comes from libc |
//! | frameworks | the files for ESP-IDF and Zephyr, with their functions played by `ffi/tests/package` |
//! | arduino | the example sketches, linked with the archive in the folder of each kind of board |
//! | platformio | what its script links and compiles for each core |
//! | tools | PlatformIO, the component manager of ESP-IDF and west, where they are installed |
//!
//! The libraries are those that other chores build. `--release` takes what
//! `cargo xtask dist` made, for every target; `--cinstall` what `cargo cinstall`
//! installs.

use std::path::{Path, PathBuf};

use crate::llvm::Llvm;
use crate::{Outcome, Result, dist, portable, program, qemu, tool};

mod arduino;
mod cinstall;
mod cmake;
mod examples;
mod firmware;
mod frameworks;
mod platformio;
mod tools;

/// What calls PSA Crypto.
const PSA_FILE: &str = "tokenmint_psa.c";

pub(crate) fn run(words: &[String]) -> Result {
    for name in ["cmake", "make", "pkg-config", "gcc", "g++"] {
        if !program::ensure(name, name)? {
            return Ok(Outcome::Skipped(format!("no {name} can be installed here")));
        }
    }
    match words {
        [] => {
            if let Some(missing) = qemu::missing() {
                return Ok(Outcome::Skipped(missing));
            }
            let root = quick()?;
            let targets: Vec<_> = qemu::BOARDS.iter().map(|board| board.target).collect();
            all(&root, &targets)
        }
        [word] if word == "--release" => {
            let root = tool::target_dir().join("dist/tokenmint");
            all(&root, dist::FIRMWARE_TARGETS)
        }
        [word] if word == "--cinstall" => cinstall::run(),
        _ => Err("usage: cargo xtask package [--release | --cinstall]".to_owned()),
    }
}

fn all(root: &Path, targets: &[&str]) -> Result {
    examples::check(root, "lib")?;
    firmware::check(root, targets)?;
    let place = root.parent().unwrap_or(root);
    frameworks::check(root, place, targets)?;
    arduino::check(place, targets)?;
    platformio::check(place, targets)?;
    tools::check(place)?;
    Ok(Outcome::Done)
}

/// A package of libraries that the chores `c` and `qemu` have built already.
fn quick() -> Result<PathBuf> {
    let llvm = Llvm::find()?;
    let root = tool::target_dir().join("package/tokenmint");
    dist::lay_out(&root)?;
    for board in qemu::BOARDS {
        dist::firmware(&llvm, board.target, &root.join("lib").join(board.target))?;
    }
    portable::write(&root.join("src"))?;
    let made = host_libraries()?;
    dist::host::install(&llvm, &made, &root)?;
    dist::packages::lay_out(&root, &tool::target_dir().join("package"))?;
    Ok(root)
}

/// Builds the library for this host, shared and as an archive, and gives their
/// folder.
pub(crate) fn host_libraries() -> Result<PathBuf> {
    tool::run(&mut tool::cargo(
        "rustc --quiet --locked --package tokenmint-ffi --lib --release --no-default-features \
         --features capi --crate-type staticlib,cdylib",
    ))?;
    Ok(tool::target_dir().join("release"))
}
