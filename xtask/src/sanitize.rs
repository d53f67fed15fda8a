//! The tests of the library and of the C interface with AddressSanitizer in
//! every line of Rust; `cargo xtask c` has it for what is C.
//!
//! In a directory of its own, because the flags are for everything.

use crate::{Outcome, Result, tool};

const TOOLCHAIN: &str = "nightly";
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// What is tested: arguments of `cargo test`.
const RUNS: &[&str] = &[
    "-p tokenmint --features legacy --lib --test vectors --test zego --test ath --test authing \
     --test json --test zlib_inflate --test agora_properties",
    "-p tokenmint-ffi --features legacy",
];

pub(crate) fn run(_: &[String]) -> Result {
    let host = tool::output(tool::command("rustc").arg("-vV"))?;
    if !host.contains(&format!("host: {TARGET}")) {
        return Ok(Outcome::Skipped(format!("this is no {TARGET}")));
    }
    if !tool::has_toolchain(TOOLCHAIN)? {
        return Ok(Outcome::Skipped(format!("no {TOOLCHAIN} toolchain")));
    }
    for arguments in RUNS {
        tool::run(
            tool::command("rustup")
                .args(["run", TOOLCHAIN, "cargo", "test", "--quiet", "--locked"])
                .args(["--target", TARGET])
                .args(arguments.split_whitespace())
                .arg("--target-dir")
                .arg(tool::target_dir().join("sanitize"))
                .env("PROPTEST_CASES", "64")
                // The tests of the vectors keep lists for ever on purpose, and
                // the core has no heap to leak from.
                .env("ASAN_OPTIONS", "detect_leaks=0")
                .env("RUSTFLAGS", "-Zsanitizer=address"),
        )?;
    }
    Ok(Outcome::Done)
}
