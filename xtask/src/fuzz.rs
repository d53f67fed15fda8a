//! All harnesses of `fuzz/`, for a bounded time each, and one table of what
//! they did.
//!
//! | words | meaning |
//! |---|---|
//! | `--seconds N` | time for each harness; 60 |
//! | `--jobs N` | harnesses at a time; as many as there are cores |
//! | `--seed` | only write the seeds into `fuzz/corpus/` |
//! | names | only these harnesses |
//!
//! The flags are those of `cargo fuzz`, so that `cargo fuzz run NAME` finds
//! everything built, and the other way round. A find is in `fuzz/artifacts/`.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::{Outcome, Result, c, tool};

mod harnesses;
mod seeds;
mod stats;

use harnesses::{HARNESSES, Harness};
use stats::Stats;

const TOOLCHAIN: &str = "nightly";

/// What `cargo fuzz` 0.13.1 sets.
const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg",
    "fuzzing",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Zsanitizer=address",
    "-Cllvm-args=-sanitizer-coverage-stack-depth",
    "-Cdebug-assertions",
    "-Ccodegen-units=1",
];

struct Wish {
    seconds: u32,
    jobs: usize,
    only_seeds: bool,
    harnesses: Vec<&'static Harness>,
}

pub(crate) fn run(words: &[String]) -> Result {
    let wish = Wish::read(words)?;
    complete()?;
    for harness in &wish.harnesses {
        let count = seeds::write(harness.seeds, harness.max_len, &corpus(harness))?;
        if wish.only_seeds {
            println!("{:<18}{count:>5} seeds", harness.name);
        }
    }
    if wish.only_seeds {
        return Ok(Outcome::Done);
    }
    let Some(target) = host()? else {
        return Ok(Outcome::Skipped(
            "libFuzzer needs Linux or macOS".to_owned(),
        ));
    };
    if !tool::has_toolchain(TOOLCHAIN)? {
        return Ok(Outcome::Skipped(format!("no {TOOLCHAIN} toolchain")));
    }
    build(&target)?;
    let results = all(&wish, &target)?;
    println!("{}", Stats::HEAD);
    let mut found = Vec::new();
    for (harness, stats) in wish.harnesses.iter().zip(&results) {
        println!("{}", stats.row(harness.name));
        if stats.failed {
            found.push(harness.name);
        }
    }
    println!("{}", Stats::sum(&results).row("all"));
    if found.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(format!("finds in fuzz/artifacts/: {}", found.join(", ")))
    }
}

impl Wish {
    fn read(words: &[String]) -> Result<Self> {
        let mut wish = Self {
            seconds: 60,
            jobs: thread::available_parallelism().map_or(1, usize::from),
            only_seeds: false,
            harnesses: Vec::new(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut number = || {
                words
                    .next()
                    .and_then(|number| number.parse::<u32>().ok())
                    .filter(|number| *number > 0)
                    .ok_or_else(|| format!("a number follows {word}"))
            };
            match word.as_str() {
                "--seconds" => wish.seconds = number()?,
                "--jobs" => wish.jobs = number()? as usize,
                "--seed" => wish.only_seeds = true,
                name => wish.harnesses.push(
                    HARNESSES
                        .iter()
                        .find(|harness| harness.name == name)
                        .ok_or_else(|| format!("no harness is called `{name}`"))?,
                ),
            }
        }
        if wish.harnesses.is_empty() {
            wish.harnesses.extend(HARNESSES);
        }
        Ok(wish)
    }
}

/// Every binary of the manifest is a row of the table and the other way round;
/// the harness of the C interface calls every function.
fn complete() -> Result<()> {
    let manifest = tool::read("fuzz/Cargo.toml")?;
    let mut built: Vec<&str> = manifest
        .split("[[bin]]")
        .skip(1)
        .filter_map(|table| table.split('"').nth(1))
        .collect();
    built.sort_unstable();
    let mut known: Vec<&str> = HARNESSES.iter().map(|harness| harness.name).collect();
    known.sort_unstable();
    if built != known {
        return Err(format!(
            "fuzz/Cargo.toml has {built:?}, xtask/src/fuzz/harnesses.rs {known:?}"
        ));
    }
    // It calls them itself, or hands them in as what a struct names.
    let calls = tool::read("fuzz/fuzz_targets/c_abi.rs")?;
    let named = tool::read("fuzz/fuzz_targets/c_abi/structs.rs")?;
    let missing = c::unnamed(&format!("{calls}\n{named}"))?;
    if !missing.is_empty() {
        return Err(format!("c_abi does not call {}", missing.join(", ")));
    }
    Ok(())
}

fn host() -> Result<Option<String>> {
    let version = tool::output(tool::command("rustc").arg("-vV"))?;
    Ok(version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .filter(|host| host.contains("linux") || host.contains("apple"))
        .map(str::to_owned))
}

fn build(target: &str) -> Result<()> {
    tool::run(
        tool::command("rustup")
            .args(["run", TOOLCHAIN, "cargo", "build", "--quiet", "--locked"])
            .args(["--manifest-path", "fuzz/Cargo.toml", "--release", "--bins"])
            .args(["--target", target])
            .args(["--config", r#"profile.release.debug="line-tables-only""#])
            // A leading space: Cargo compares the text with that of `cargo fuzz`.
            .env("RUSTFLAGS", format!(" {}", FLAGS.join(" ")))
            .env_remove("CARGO_TARGET_DIR"),
    )
}

fn corpus(harness: &Harness) -> PathBuf {
    tool::root().join("fuzz/corpus").join(harness.name)
}

/// Runs all, `jobs` at a time; the results in the order of the harnesses.
fn all(wish: &Wish, target: &str) -> Result<Vec<Stats>> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..wish.jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(harness) = wish.harnesses.get(at) else {
                        return;
                    };
                    let result = one(harness, target, wish.seconds);
                    if let Ok(mut results) = results.lock() {
                        results.push((at, result));
                    }
                }
            });
        }
    });
    let mut results = results
        .into_inner()
        .map_err(|_| "a thread panicked".to_owned())?;
    results.sort_unstable_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

fn one(harness: &Harness, target: &str, seconds: u32) -> Result<Stats> {
    let root = tool::root();
    let artifacts = root.join("fuzz/artifacts").join(harness.name);
    make(&artifacts)?;
    let binary = root
        .join("fuzz/target")
        .join(target)
        .join("release")
        .join(harness.name);
    let mut command = tool::command(&binary);
    command
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(format!("-max_total_time={seconds}"))
        .args(["-print_final_stats=1", "-timeout=25", "-rss_limit_mb=2048"])
        .arg(format!("-max_len={}", harness.max_len))
        .arg(corpus(harness))
        .env("ASAN_OPTIONS", "detect_odr_violation=0");
    if let Some(dictionary) = harness.dictionary {
        let path = root.join(format!("fuzz/dictionaries/{dictionary}.dict"));
        command.arg(format!("-dict={}", path.display()));
    }
    let output = command
        .output()
        .map_err(|error| format!("cannot start {}: {error}", binary.display()))?;
    let log = String::from_utf8_lossy(&output.stderr);
    let stats = Stats::read(&log, !output.status.success());
    if stats.failed {
        println!("{}:\n{}", harness.name, stats::end_of(&log));
    }
    Ok(stats)
}

fn make(directory: &Path) -> Result<()> {
    std::fs::create_dir_all(directory)
        .map_err(|error| format!("cannot make {}: {error}", directory.display()))
}
