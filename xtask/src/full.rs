//! Everything: what `.ci/run` does, then what takes too long for each change.

use crate::house::{BARE_TARGETS, CORE_FEATURES};
use crate::{Outcome, Result, features, footprint, tool};

/// The oldest compiler that is promised, as in `Cargo.toml`.
fn oldest() -> Result<String> {
    tool::read("Cargo.toml")?
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "))
        .map(|version| version.trim_matches('"').to_owned())
        .ok_or_else(|| "Cargo.toml names no rust-version".to_owned())
}

struct Step {
    name: &'static str,
    run: fn() -> Result,
}

const STEPS: &[Step] = &[
    Step {
        name: ".ci/run",
        run: ci,
    },
    Step {
        name: "footprint",
        run: || footprint::run(&[]),
    },
    Step {
        name: "powerset",
        run: || features::run(&["--powerset".to_owned()]),
    },
    Step {
        name: "oldest compiler",
        run: oldest_compiler,
    },
    Step {
        name: "duplicates",
        run: duplicates,
    },
];

pub(crate) fn run(_: &[String]) -> Result {
    let mut failed = Vec::new();
    let mut summary = String::new();
    for step in STEPS {
        println!("== {}", step.name);
        let result = match (step.run)() {
            Ok(Outcome::Done) => "ok".to_owned(),
            Ok(Outcome::Skipped(reason)) => format!("skipped: {reason}"),
            Err(message) => {
                failed.push(step.name);
                format!("failed: {message}")
            }
        };
        summary.push_str(&format!("{:<18}{result}\n", step.name));
    }
    print!("\n{summary}");
    if failed.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(format!("failed: {}", failed.join(", ")))
    }
}

fn ci() -> Result {
    tool::run(tool::command("bash").arg(".ci/run"))?;
    Ok(Outcome::Done)
}

/// All of the library builds with the oldest compiler that is promised.
fn oldest_compiler() -> Result {
    let version = oldest()?;
    if !tool::has_toolchain(&version)? {
        let installed = tool::run(tool::command("rustup").args([
            "toolchain",
            "install",
            &version,
            "--profile=minimal",
        ]));
        if let Err(reason) = installed {
            return Ok(Outcome::Skipped(reason));
        }
    }
    tool::run(
        tool::command("rustup")
            .args(["run", &version, "cargo", "check", "--quiet", "--locked"])
            .args(["-p", "tokenmint", "--all-features"]),
    )?;
    println!("Rust {version} builds it");
    Ok(Outcome::Done)
}

/// The core on a bare target has each dependency once.
fn duplicates() -> Result {
    let tree = tool::output(
        tool::cargo("tree --locked -p tokenmint --duplicates --edges normal --no-default-features")
            .args(["--target", BARE_TARGETS[0]])
            .args(["--features", &CORE_FEATURES.join(",")]),
    )?;
    if tree.trim().is_empty() {
        println!("every dependency of the core is there once");
        Ok(Outcome::Done)
    } else {
        Err(format!("the core has dependencies twice:\n{tree}"))
    }
}
