//! The unit tests under Miri: undefined behaviour in what is called, and a
//! big-endian machine without having one. Both runs at once, a core each.
//!
//! A test that is too slow for it says `#[cfg_attr(miri, ignore = "why")]`;
//! the run lists them. A property runs fewer cases.

use std::process::Output;
use std::thread;

use crate::{Outcome, Result, tool};

const TOOLCHAIN: &str = "nightly";

/// Targets with Miri's flags. Proptest asks for the directory it runs in, so
/// there is no isolation. The big-endian run is about values; what the first
/// run checks of memory it need not check again.
const TARGETS: &[(&str, &str)] = &[
    ("x86_64-unknown-linux-gnu", "-Zmiri-disable-isolation"),
    (
        "s390x-unknown-linux-gnu",
        "-Zmiri-disable-isolation -Zmiri-disable-stacked-borrows -Zmiri-disable-validation",
    ),
];

pub(crate) fn run(words: &[String]) -> Result {
    if let Err(reason) = install() {
        return Ok(Outcome::Skipped(reason));
    }
    thread::scope(|scope| {
        let runs: Vec<_> = TARGETS
            .iter()
            .map(|(target, flags)| (target, scope.spawn(|| test(target, flags, words))))
            .collect();
        let mut failed = Vec::new();
        for (target, run) in runs {
            let output = run.join().map_err(|_| "a thread panicked".to_owned())??;
            println!("Miri, {target}:");
            report(&output);
            if !output.status.success() {
                failed.push(*target);
            }
        }
        if failed.is_empty() {
            Ok(Outcome::Done)
        } else {
            Err(format!("failed for {}", failed.join(", ")))
        }
    })
}

/// The tests whose names contain one of `words`, or all.
fn test(target: &str, flags: &str, words: &[String]) -> Result<Output> {
    tool::command("rustup")
        .args(["run", TOOLCHAIN, "cargo", "miri", "test", "--quiet"])
        .args(["-p", "tokenmint", "--lib", "--no-default-features"])
        .args(["--features", "agora,zego,ath,authing,legacy"])
        .args(["--target", target, "--"])
        // One line a test, with its time.
        .args(["--format", "pretty", "-Zunstable-options", "--report-time"])
        .args(words)
        .env("PROPTEST_CASES", "4")
        .env("MIRIFLAGS", flags)
        .output()
        .map_err(|error| format!("cannot start Miri: {error}"))
}

/// Everything after a failure; after a success the count, and what was ignored.
fn report(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        println!("{text}\n{}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    for line in text.lines() {
        if line.starts_with("test result:") || line.contains("... ignored") {
            println!("  {line}");
        }
    }
}

fn install() -> Result<()> {
    tool::install_toolchain(TOOLCHAIN)?;
    tool::ensure(TOOLCHAIN, "component", "miri")?;
    tool::ensure(TOOLCHAIN, "component", "rust-src")
}
