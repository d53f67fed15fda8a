//! The unit tests under Miri: undefined behaviour in what is called, and a
//! big-endian machine without having one; and every function of the C interface
//! with arguments that no careful caller gives. All runs at once.
//!
//! A test that is too slow for it says `#[cfg_attr(miri, ignore = "why")]`;
//! the run lists them. A property runs fewer cases.

use std::process::Output;
use std::thread;

use crate::{Outcome, Result, tool};

const TOOLCHAIN: &str = "nightly";

struct Run {
    /// `--quick` has it too.
    quick: bool,
    package: &'static str,
    target: &'static str,
    flags: &'static str,
}

/// Proptest asks for the directory it runs in, so there is no isolation. The
/// big-endian run is about values; what the first run checks of memory it need
/// not check again. That first run is the longest by far and is left out of
/// `--quick`: the library has no unsafe code, and all of it runs under the C
/// interface, which has.
const RUNS: &[Run] = &[
    Run {
        quick: false,
        package: "tokenmint",
        target: "x86_64-unknown-linux-gnu",
        flags: "-Zmiri-disable-isolation",
    },
    Run {
        quick: true,
        package: "tokenmint",
        target: "s390x-unknown-linux-gnu",
        flags: "-Zmiri-disable-isolation -Zmiri-disable-stacked-borrows -Zmiri-disable-validation",
    },
    Run {
        quick: true,
        package: "tokenmint-ffi",
        target: "x86_64-unknown-linux-gnu",
        flags: "-Zmiri-disable-isolation",
    },
];

pub(crate) fn run(words: &[String]) -> Result {
    let (quick, words) = match words {
        [first, rest @ ..] if first == "--quick" => (true, rest),
        _ => (false, words),
    };
    if let Err(reason) = install() {
        return Ok(Outcome::Skipped(reason));
    }
    thread::scope(|scope| {
        let runs: Vec<_> = RUNS
            .iter()
            .filter(|run| run.quick || !quick)
            .map(|run| (run, scope.spawn(|| test(run, words))))
            .collect();
        let mut failed = Vec::new();
        for (
            Run {
                package, target, ..
            },
            run,
        ) in runs
        {
            let output = run.join().map_err(|_| "a thread panicked".to_owned())??;
            println!("Miri, {package} for {target}:");
            report(&output);
            if !output.status.success() {
                failed.push(format!("{package} for {target}"));
            }
        }
        if failed.is_empty() {
            Ok(Outcome::Done)
        } else {
            Err(format!("failed: {}", failed.join(", ")))
        }
    })
}

/// The tests whose names contain one of `words`, or all.
fn test(run: &Run, words: &[String]) -> Result<Output> {
    tool::command("rustup")
        .args(["run", TOOLCHAIN, "cargo", "miri", "test", "--quiet"])
        .args(["-p", run.package, "--lib", "--no-default-features"])
        .args(["--features", "agora,zego,ath,authing,legacy"])
        .args(["--target", run.target, "--"])
        // One line a test, with its time.
        .args(["--format", "pretty", "-Zunstable-options", "--report-time"])
        .args(words)
        .env("PROPTEST_CASES", "4")
        .env("MIRIFLAGS", run.flags)
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
