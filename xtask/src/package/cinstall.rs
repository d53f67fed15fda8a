//! What `cargo cinstall` installs.

use crate::{Outcome, Result, program, tool};

use super::examples;

/// The version of cargo-c, the last that Rust 1.95 and older build.
const CARGO_C: &str = "0.10.18+cargo-0.92.0";

pub(super) fn run() -> Result {
    if !installed() {
        // Its dependencies are written in C.
        for (name, package) in [("pkg-config", "pkg-config"), ("cc", "gcc")] {
            program::ensure(name, package)?;
        }
        let install = tool::run(
            tool::cargo("install --quiet --locked cargo-c --version").args([
                CARGO_C,
                "--features",
                "vendored-openssl",
            ]),
        );
        if let Err(reason) = install {
            return Ok(Outcome::Skipped(reason));
        }
    }
    let prefix = tool::target_dir().join("package/installed");
    if prefix.exists() {
        std::fs::remove_dir_all(&prefix)
            .map_err(|error| format!("cannot remove {}: {error}", prefix.display()))?;
    }
    tool::run(
        tool::cargo("cinstall --locked --release --package tokenmint-ffi --libdir lib")
            .arg("--prefix")
            .arg(&prefix),
    )?;
    examples::check(&prefix, "lib")?;
    Ok(Outcome::Done)
}

fn installed() -> bool {
    tool::output(&mut tool::cargo("cinstall --version")).is_ok()
}
